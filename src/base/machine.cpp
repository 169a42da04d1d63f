#include <patio/base/machine.hpp>

#include <patio/base/json.hpp>

#include "../embedded.hpp"

namespace patio {

namespace {

struct RefusalEntry {
  std::string code;
  std::vector<std::string> law;
  Text message;
  Text what_would_unblock;
};
BOOST_DESCRIBE_STRUCT(RefusalEntry, (), (code, law, message, what_would_unblock))

struct RefusalCatalogue {
  std::string schema;
  std::vector<RefusalEntry> refusals;
};
BOOST_DESCRIBE_STRUCT(RefusalCatalogue, (), (schema, refusals))

RefusalCatalogue read_catalogue() {
  for (const auto& file : embedded::refusals()) return from_json<RefusalCatalogue>(file.text).value();
  return {};
}

}  // namespace

Refusal refusal(std::string_view code) {
  static const RefusalCatalogue catalogue = read_catalogue();
  for (const auto& entry : catalogue.refusals)
    if (entry.code == code) return {entry.code, entry.law, entry.message, entry.what_would_unblock, {}};
  return {std::string(code), {}, {std::string(code), std::string(code)}, {}, {}};
}

std::string mermaid(const MachineTable& table) {
  std::string text = "stateDiagram-v2\n  [*] --> " + table.initial + '\n';
  for (const auto& line : table.lines) {
    if (line.kind != "to") continue;
    text += "  " + line.state + " --> " + line.target + ": " + line.event;
    if (!line.condition.empty()) text += " [" + line.condition + ']';
    text += '\n';
  }
  return text;
}

}  // namespace patio
