#include <patio/base/machine.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <patio/base/json.hpp>

#include "../embedded.hpp"
#include "book_file.hpp"

namespace patio {
namespace {

struct RefusalCatalogue {
  std::string schema;
  std::vector<Refusal> refusals;
};
BOOST_DESCRIBE_STRUCT(RefusalCatalogue, (), (schema, refusals))

RefusalCatalogue read_catalogue() {
  RefusalCatalogue whole;
  for (const auto& file : embedded::refusals()) {
    auto read = read_book_file<RefusalCatalogue>(file.text).value();
    std::move(read.refusals.begin(), read.refusals.end(), std::back_inserter(whole.refusals));
  }
  return whole;
}

const Refusal* told(std::string_view code) {
  static const RefusalCatalogue catalogue = read_catalogue();
  const auto& all = catalogue.refusals;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Refusal& each) { return each.code == code; });
  return found == all.end() ? nullptr : &*found;
}

std::set<std::string> reached_states(const MachineTable& table) {
  std::set<std::string> reached{table.initial};
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const auto& line : table.lines)
      if (line.kind == "to" && reached.contains(line.state)) reached.insert(line.target);
  }
  return reached;
}

/// Codes of all refusals that a line can give.
std::vector<std::string> refusal_codes(const MachineLine& line) {
  auto codes = line.guards;
  if (line.kind == "refuses") codes.push_back(line.target);
  return codes;
}

}  // namespace

Refusal refusal(std::string_view code) {
  if (const auto* known = told(code)) return *known;
  return {std::string(code), {}, {std::string(code), std::string(code)}, {}, {}};
}

std::string mermaid(const MachineTable& table) {
  std::string text = "stateDiagram-v2\n  [*] --> " + table.initial + '\n';
  std::set<std::string> left;
  for (const auto& line : table.lines) {
    if (line.kind != "to") continue;
    left.insert(line.state);
    text += "  " + line.state + " --> " + line.target + ": " + line.event;
    if (!line.condition.empty()) text += " [" + line.condition + ']';
    text += '\n';
  }
  for (const auto& state : table.states)
    if (!left.contains(state)) text += "  " + state + " --> [*]\n";
  return text;
}

Issues check(const MachineTable& table) {
  Issues issues;
  const auto fault = [&](const std::string& path, const char* code, Text message) {
    issues.list.push_back({path, code, std::move(message)});
  };
  const auto reached = reached_states(table);
  for (std::size_t i = 0; i < table.states.size(); ++i)
    if (!reached.contains(table.states[i]))
      fault(pointer("/states", i), "unreachable_state", {"aucune ligne ne mène à cet état", "no line leads to this state"});

  std::set<std::pair<std::string, std::string>> settled;
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    const auto& line = table.lines[i];
    const auto path = pointer("/lines", i);
    if (settled.contains({line.state, line.event}))
      fault(path, "dead_line",
            {"une ligne sans condition répond toujours avant elle", "a line without condition always answers before it"});
    if (line.condition.empty()) settled.insert({line.state, line.event});
    if ((line.kind == "refuses" && !line.guards.empty()) || (line.kind != "to" && !line.effects.empty()))
      fault(path, "idle_line_acts",
            {"cette ligne ne change rien : ni condition de refus ni effet",
             "this line changes nothing: it can have no guard or effect"});
    for (const auto& code : refusal_codes(line))
      if (!told(code))
        fault(path, "untold_refusal",
              {"ce refus n'a pas de texte dans le catalogue", "this refusal has no text in the catalogue"});
  }
  return issues;
}

}  // namespace patio
