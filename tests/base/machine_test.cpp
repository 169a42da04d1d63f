#include <patio/base/machine.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include <patio/base/json_tree.hpp>

#include "catch.hpp"
#include "embedded.hpp"

using namespace patio;

namespace {

enum class State { draft, active, ended, void_ };
BOOST_DESCRIBE_ENUM(State, draft, active, ended, void_)
enum class Event { sign, renew, elapse, stop, void_ };
BOOST_DESCRIBE_ENUM(Event, sign, renew, elapse, stop, void_)

struct Context {
  bool signed_paper = true;
  bool of_age = true;
  bool time_is_over = false;
};

using Line = MachineWords<State, Event, Context>;
using Mandate = Machine<State, Event, Context>;

const Mandate mandate{"mandate",
                      State::draft,
                      {
                          Line::go(State::draft, Event::sign, State::active)
                              .guard("not_signed", [](const Context& c) { return c.signed_paper; })
                              .guard("person_minor", [](const Context& c) { return c.of_age; })
                              .then({"hash", "journal"}),
                          Line::go(State::draft, Event::void_, State::void_),
                          Line::stay(State::active, Event::sign),
                          Line::go(State::active, Event::elapse, State::ended)
                              .when("time_is_over", [](const Context& c) { return c.time_is_over; }),
                          Line::stay(State::active, Event::elapse),
                          Line::go(State::active, Event::stop, State::ended)
                              .when("time_is_over", [](const Context& c) { return c.time_is_over; }),
                          Line::refuse(State::ended, Event::stop, "closed"),
                          Line::refuse(State::ended, Event::renew, "new_draft_needed"),
                      }};

Result<Step<State>> step(State state, Event event, const Context& context = {}) {
  return mandate.step(state, event, context);
}

std::string refusal_of(State state, Event event, const Context& context = {}) {
  return step(state, event, context).error().code;
}

using Names = std::vector<std::string>;

Names fault_codes(const MachineTable& table) {
  Names codes;
  for (const auto& issue : check(table).list) codes.push_back(issue.path + " " + issue.code);
  return codes;
}

/// Every refusal of the catalogue that ships with the library.
std::vector<Refusal> catalogue() {
  std::vector<Refusal> all;
  for (const auto& file : embedded::refusals()) {
    const auto tree = parse_json(file.text).value();
    CHECK(tree["schema"] == "patio/refusals/1");
    for (const auto& each : tree["refusals"]) all.push_back(from_json_value<Refusal>(each).value());
  }
  return all;
}

/// One line, small first letter, no final stop.
bool reads_well(const std::string& text) {
  if (text.empty() || !is_clean_utf8(text)) return false;
  const bool one_line = text.find('\n') == std::string::npos;
  const bool capital = text.front() >= 'A' && text.front() <= 'Z';
  return one_line && !capital && text.back() != '.' && text.front() != ' ' && text.back() != ' ';
}

}  // namespace

TEST_CASE("an allowed step gives the next state and its effects in order") {
  const auto signed_one = step(State::draft, Event::sign);
  REQUIRE(signed_one.has_value());
  CHECK(*signed_one == Step<State>{State::active, false, {"hash", "journal"}});
}

TEST_CASE("every state meets every event: a step, a refusal, or the same thing said again") {
  for (const auto& state : enumerators<State>())
    for (const auto& event : enumerators<Event>())
      for (const bool over : {false, true}) {
        const auto answer = step(state.value, event.value, {.time_is_over = over});
        if (answer) {
          CHECK(answer->no_op == (answer->state == state.value));
        } else {
          CHECK_FALSE(answer.error().code.empty());
          CHECK(answer.error().allowed_events == mandate.allowed_events(state.value));
        }
      }
}

TEST_CASE("what the table does not say is refused, with the events that the state knows") {
  const auto refused = step(State::draft, Event::renew);
  REQUIRE(refused.has_error());
  CHECK(refused.error().code == "illegal_transition");
  CHECK(refused.error().allowed_events == Names{"sign", "void"});
  CHECK(refusal_of(static_cast<State>(9), Event::sign) == "illegal_transition");
}

TEST_CASE("the first guard that fails gives the refusal, and no state changes") {
  CHECK(refusal_of(State::draft, Event::sign, {.signed_paper = false, .of_age = false}) == "not_signed");
  CHECK(refusal_of(State::draft, Event::sign, {.of_age = false}) == "person_minor");
}

TEST_CASE("conditions are tried in the order of the table: the first line that holds answers") {
  CHECK(step(State::active, Event::elapse, {.time_is_over = true})->state == State::ended);
  const auto too_early = step(State::active, Event::elapse);
  CHECK(*too_early == Step<State>{State::active, true, {}});
}

TEST_CASE("when no condition holds, the step is illegal") {
  CHECK(refusal_of(State::active, Event::stop) == "illegal_transition");
  CHECK(step(State::active, Event::stop, {.time_is_over = true}).has_value());
}

TEST_CASE("saying the same thing again changes nothing and is no error") {
  const auto again = step(State::active, Event::sign);
  REQUIRE(again.has_value());
  CHECK(again->no_op);
  CHECK(again->effects.empty());
}

TEST_CASE("a refusal that the table names has its own words, and what would unblock it") {
  const auto refused = step(State::ended, Event::renew).error();
  CHECK(refused.code == "new_draft_needed");
  CHECK(refused.message.en == "this mandate can no longer be renewed");
  CHECK(refused.message.fr == "ce mandat ne se renouvelle plus");
  CHECK(refused.what_would_unblock.en == "prepare a new mandate");
  CHECK(refused.allowed_events.empty());
}

TEST_CASE("the events of a state are told once each, in the order of the table") {
  CHECK(mandate.allowed_events(State::draft) == Names{"sign", "void"});
  CHECK(mandate.allowed_events(State::active) == Names{"sign", "elapse", "stop"});
  CHECK(mandate.allowed_events(State::ended).empty());
}

TEST_CASE("a machine begins where its table says") { CHECK(mandate.initial() == State::draft); }

TEST_CASE("a machine is readable as data") {
  const auto table = mandate.table();
  CHECK(table.name == "mandate");
  CHECK(table.initial == "draft");
  CHECK(table.states == Names{"draft", "active", "ended", "void"});
  CHECK(table.events == Names{"sign", "renew", "elapse", "stop", "void"});
  CHECK(table.lines.size() == 8);
  CHECK(to_json(table.lines[0]) ==
        R"({"condition":"","effects":["hash","journal"],"event":"sign","guards":["not_signed","person_minor"],)"
        R"("kind":"to","state":"draft","target":"active"})");
  CHECK(table.lines[3].condition == "time_is_over");
  CHECK(table.lines[4] == MachineLine{"active", "elapse", "stays", "active", "", {}, {}});
  CHECK(table.lines[6] == MachineLine{"ended", "stop", "refuses", "closed", "", {}, {}});
  CHECK(from_json<MachineTable>(to_json(table)).value() == table);
}

TEST_CASE("a machine is drawn by Mermaid: its beginning, its steps with their conditions, its ends") {
  CHECK(mermaid(mandate.table()) ==
        "stateDiagram-v2\n"
        "  [*] --> draft\n"
        "  draft --> active: sign\n"
        "  draft --> void: void\n"
        "  active --> ended: elapse [time_is_over]\n"
        "  active --> ended: stop [time_is_over]\n"
        "  ended --> [*]\n"
        "  void --> [*]\n");
}

TEST_CASE("a sound table has no fault") { CHECK(fault_codes(mandate.table()).empty()); }

TEST_CASE("the faults of a table are found: dead lines, states out of reach, refusals without words, idle lines that act") {
  auto table = mandate.table();
  table.states.push_back("forgotten");
  table.lines.push_back({"draft", "sign", "to", "ended", "", {}, {}});
  table.lines.push_back({"ended", "sign", "refuses", "no_such_code", "", {}, {}});
  table.lines.push_back({"ended", "void", "stays", "ended", "", {"not_signed"}, {"journal"}});
  CHECK(fault_codes(table) ==
        Names{"/states/4 unreachable_state", "/lines/8 dead_line", "/lines/9 untold_refusal", "/lines/10 idle_line_acts"});
}

TEST_CASE("a state that only an unreachable state leads to is out of reach too") {
  const MachineTable table{"t", "a", {"a", "b", "c"}, {"go"}, {{"b", "go", "to", "c", "", {}, {}}}};
  CHECK(fault_codes(table) == Names{"/states/1 unreachable_state", "/states/2 unreachable_state"});
}

// The catalogue of refusals

TEST_CASE("a refusal without words is still a refusal, called by its code") {
  const auto unknown = refusal("no_such_code");
  CHECK(unknown.code == "no_such_code");
  CHECK(unknown.message == Text{"no_such_code", "no_such_code"});
}

TEST_CASE("each refusal of the catalogue speaks both languages in one plain line, once") {
  std::set<std::string> codes;
  for (const auto& each : catalogue()) {
    INFO(each.code);
    CHECK(is_code(each.code));
    CHECK(codes.insert(each.code).second);
    for (const auto& text : {each.message, each.what_would_unblock}) {
      CHECK(reads_well(text.fr));
      CHECK(reads_well(text.en));
      CHECK(text.fr != text.en);
    }
    CHECK(refusal(each.code) == each);
  }
  CHECK(codes.size() > 50);
}

TEST_CASE("the refusals of the trade are all told") {
  for (const char* code : {"illegal_transition",
                           "closed",
                           "expired",
                           "revoked",
                           "already_done",
                           "reason_required",
                           "not_informed",
                           "no_ground",
                           "proof_pending",
                           "category_withheld",
                           "procedure_revoked",
                           "not_holder_org",
                           "not_signed",
                           "new_draft_needed",
                           "prerequisite",
                           "asset_fixed",
                           "home_needs_reason",
                           "no_confidential_space",
                           "equipment_busy",
                           "identifying_content",
                           "slot_taken",
                           "slot_gone",
                           "person_deceased",
                           "agreement_missing",
                           "service_not_open"})
    CHECK(refusal(code).message.fr != code);
}

TEST_CASE("each refusal that the sources name has its words in the catalogue") {
  const std::regex named{R"re((?:\brefusal|\.guard)\(\s*"([a-z_]+)"|Line::refuse\([^;"]*"([a-z_]+)")re"};
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(PATIO_TEST_DATA "/../src")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    for (std::sregex_iterator hit(source.begin(), source.end(), named), end; hit != end; ++hit, ++found) {
      const std::string code = (*hit)[1].matched ? (*hit)[1] : (*hit)[2];
      INFO(entry.path().filename().string() << " names " << code);
      CHECK(refusal(code).message.fr != code);
    }
  }
  CHECK(found > 0);
}
