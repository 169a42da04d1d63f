#include <algorithm>

#include <patio/base/json_tree.hpp>
#include <patio/desk/doors.hpp>
#include <patio/desk/questions.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

template <class A>
A ask(const std::string& door, const Json& with) {
  return from_json<A>(ask_door(default_books(), door, with.dump())).value();
}

/// All facts at their first value, all at their last, and from both each at every value by itself.
std::vector<std::map<std::string, std::string>> cases_of(const MachineFactSheet& sheet) {
  std::vector<std::map<std::string, std::string>> cases;
  for (const bool last : {false, true}) {
    std::map<std::string, std::string> all;
    for (const auto& [name, values] : sheet.facts) all[name] = last ? values.back() : values.front();
    cases.push_back(all);
    for (const auto& [name, values] : sheet.facts)
      for (const auto& value : values) {
        auto one = all;
        one[name] = value;
        cases.push_back(one);
      }
  }
  return cases;
}

std::vector<MachineLine> lines_of(const MachineTable& table, const std::string& state, const std::string& event) {
  std::vector<MachineLine> found;
  std::copy_if(table.lines.begin(), table.lines.end(), std::back_inserter(found),
               [&](const MachineLine& line) { return line.state == state && line.event == event; });
  return found;
}

bool some_line_leads_there(const std::vector<MachineLine>& lines, const MachineStep& step) {
  return std::any_of(lines.begin(), lines.end(), [&](const MachineLine& line) {
    return line.kind != "refuses" && line.target == step.state && line.effects == step.effects &&
           (line.kind == "stays") == step.no_op;
  });
}

bool some_line_refuses_so(const std::vector<MachineLine>& lines, const std::string& code) {
  if (code == "illegal_transition")
    return std::all_of(lines.begin(), lines.end(), [](const MachineLine& line) { return !line.condition.empty(); });
  return std::any_of(lines.begin(), lines.end(), [&](const MachineLine& line) {
    return line.target == code || std::find(line.guards.begin(), line.guards.end(), code) != line.guards.end();
  });
}

}  // namespace

TEST_CASE("in every state every event of every machine has its step or its refusal, as the table says") {
  const auto names = ask<MachineNames>("list_machines", Json::object()).names;
  CHECK(names.size() >= 7);
  for (const auto& name : names) {
    INFO(name);
    const auto table = ask<MachineTable>("machine_of", {{"name", name}});
    CHECK(check(table).list.empty());
    CHECK(ask<MachineDrawing>("draw_machine", {{"name", name}}).text.starts_with("stateDiagram"));
    const auto cases = cases_of(ask<MachineFactSheet>("facts_of_machine", {{"name", name}}));
    for (const auto& state : table.states)
      for (const auto& event : table.events)
        for (const auto& facts : cases) {
          const auto lines = lines_of(table, state, event);
          INFO(state << " + " << event);
          try {
            const auto step = ask<MachineStep>("step_machine", json_of(StepMachine{name, state, event, facts}));
            CHECK(some_line_leads_there(lines, step));
          } catch (const Refused& no) {
            INFO(no.refusal().code);
            CHECK(some_line_refuses_so(lines, no.refusal().code));
            CHECK(no.refusal().message.fr != no.refusal().code);
            CHECK_FALSE(no.refusal().what_would_unblock.en.empty());
          }
        }
  }
}

TEST_CASE("a machine, a state, an event or a fact that there is not is said so, all at once") {
  CHECK_THROWS_AS(ask<MachineTable>("machine_of", {{"name", "clockwork"}}), Error);
  try {
    ask<MachineStep>("step_machine", json_of(StepMachine{"consent", "melted", "explode", {{"loud", "yes"}}}));
    FAIL("it was answered");
  } catch (const InvalidInput& invalid) {
    REQUIRE(invalid.issues().list.size() == 3);
    CHECK(invalid.issues().list[2].path == "/facts/loud");
  }
}
