#include <patio/desk.hpp>

#include <patio/base/json_tree.hpp>
#include <patio/desk/doors.hpp>

#include "properties.hpp"
#include "scenario.hpp"

using namespace patio;

namespace {

struct Move {
  const char* by;
  const char* door;
  /// Besides the ids.
  const char* with;
};

/// Everything that a sender, two receivers, a stranger and time may try, rightly or not.
const std::vector<Move>& moves() {
  static const std::vector<Move> all{
      {"ts1", "ground_referral", R"({"ground": "consent", "consent_id": "$consent"})"},
      {"ts1", "ground_referral", R"({"ground": "shared_social"})"},
      {"ts1", "attach_to_referral", R"({"sha256": "$hash", "category": "resources"})"},
      {"ts1", "attach_to_referral", R"({"sha256": "$hash", "category": "health"})"},
      {"ts1", "submit_referral", "{}"},
      {"ts1", "dispatch_referral", "{}"},
      {"ts1", "recall_referral", "{}"},
      {"ts1", "answer_referral_info", R"({"share": ["resources"]})"},
      {"ts1", "answer_referral_info", R"({"share": ["health"]})"},
      {"ts1", "confirm_outcome", "{}"},
      {"ts1", "dispute_outcome", R"({"reason": "need_remains"})"},
      {"ts1", "void_referral", R"({"reason": "opened_in_error"})"},
      {"ts1", "issue_referral_token", "{}"},
      {"ts1", "retry_referral", R"({"service": "svc:mds"})"},
      {"ts1", "leave_waitlist", R"({"reason": "need_met_elsewhere"})"},
      {"udaf1", "open_referral", "{}"},
      {"udaf1", "open_referral", "{}"},
      {"udaf1", "ask_referral_info", R"({"reason": "situation_unclear"})"},
      {"udaf1", "accept_referral", "{}"},
      {"udaf1", "accept_referral", "{}"},
      {"udaf1", "waitlist_referral", "{}"},
      {"udaf1", "decline_referral", R"({"reason": "no_capacity"})"},
      {"udaf1", "reroute_referral", R"({"service": "svc:mds"})"},
      {"udaf1", "note_no_contact", R"({"channel": "mobile"})"},
      {"udaf1", "mark_referral_seen", "{}"},
      {"udaf1", "mark_referral_no_show", "{}"},
      {"udaf1", "take_over_referral", "{}"},
      {"udaf1", "report_outcome", R"({"outcome": "advice_given"})"},
      {"udaf1", "stop_referral", R"({"reason": "person_absent"})"},
      {"mds1", "open_referral", "{}"},
      {"mds1", "decline_referral", R"({"reason": "no_capacity"})"},
  };
  return all;
}

/// One played step: a move, or time passing.
struct Played {
  std::size_t move = 0;
  int hours = 0;
};

/// A centre in which a person kept health back, and a referral was drafted for the budget counsellor.
class Story {
 public:
  Story() : centre_(open()) {
    person_ = say("ts1", "register_person", R"({"kind": "named", "usual_name": "Lenoir", "first_names": ["Marc"],
                  "contacts": [{"channel": "mobile", "address": "0600000000", "safety": "safe"}]})")["person_id"];
    const Json visit = say("ts1", "record_encounter", R"({"person_id": "$person", "site": "site:patio", "channel": "desk",
                           "result": "oriented", "stated": ["over_indebtedness"]})");
    need_ = visit["need_ids"][0];
    consent_ = say("ts1", "give_consent", R"({"person_id": "$person", "given_by": "person", "means": "written",
                   "for_purpose": "orientation", "recipients": ["org:udaf"], "categories": ["identity", "resources"],
                   "withheld": ["health"], "text_version": "orientation-1", "evidence": [{"kind": "signed_paper",
                   "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}]})")["consent_id"];
    referral_ = say("ts1", "draft_referral", R"({"person_id": "$person", "need_id": "$need", "service": "svc:udaf",
                    "kind": "formal", "share": ["identity"]})")["referral_id"];
  }

  /// The answer, or the refusal.
  Json play(const Played& step) {
    *now_ += std::chrono::hours(step.hours);
    centre_.tick();
    const Move& move = moves()[step.move];
    Json with = Json::parse(move.with);
    with["referral_id"] = referral_;
    try {
      return say(move.by, move.door, with.dump());
    } catch (const Refused& no) {
      return json_of(no.refusal());
    }
  }

  Json read() { return ask("ts1", "read_referral", {{"referral_id", referral_}}); }
  Json disclosures() { return ask("ts1", "read_disclosures", {{"person_id", person_}})["disclosures"]; }
  [[nodiscard]] const Centre& centre() const { return centre_; }

 private:
  Centre open() {
    static const CentrePlan plan = read_centre_plan(scenario::read_file("examples/data/le-patio.json")).value();
    CentreOptions options;
    options.plan = plan;
    options.clock = [now = now_] { return *now += std::chrono::seconds(1); };
    options.ids = seeded_ids(1);
    return Centre::open("sqlite::memory:", std::move(options));
  }

  Json say(const std::string& by, const std::string& door, std::string with) {
    const auto put = [&](const std::string& name, const Json& value) {
      for (auto at = with.find(name); at != std::string::npos; at = with.find(name))
        with.replace(at, name.size(), value.get<std::string>());
    };
    put("$person", person_);
    put("$need", need_);
    put("$consent", consent_);
    put("$hash", std::string(64, 'a'));
    Json command = Json::parse(with);
    command["command_id"] = to_text(next_id<CommandId>(commands_));
    return ask(by, door, command);
  }

  Json ask(const std::string& by, const std::string& door, const Json& with) {
    auto desk = centre_.desk_for(*ProfessionalCode::parse("pro:" + by), *HatCode::parse("hat:" + by));
    return Json::parse(run_door(desk, door, with.dump()));
  }

  std::shared_ptr<Instant> now_ = std::make_shared<Instant>(*parse_instant("2026-03-10T08:00:00Z"));
  IdSource commands_ = seeded_ids(2);
  Json person_ = "", need_ = "", consent_ = "", referral_ = "";
  Centre centre_;
};

std::vector<Played> any_steps() {
  std::vector<Played> steps(*rc::gen::inRange<std::size_t>(1, 40));
  // Half of the stories begin with what leads to a receiver, so that both sides are met.
  if (*rc::gen::arbitrary<bool>()) steps = {{0, 1}, {4, 1}, {5, 1}, {15, 1}};
  const auto count = *rc::gen::inRange<std::size_t>(0, 30);
  for (std::size_t i = 0; i < count; ++i)
    steps.push_back({*rc::gen::inRange<std::size_t>(0, moves().size()), *rc::gen::elementOf(std::vector{0, 1, 24, 24 * 11})});
  return steps;
}

/// Each line begins where the one before ended, and the last is where the referral stands.
bool is_whole(const Json& sheet) {
  std::string state = "draft";
  for (const auto& step : sheet["timeline"]) {
    if (step["state_before"] != state) return false;
    state = step["state_after"].get<std::string>();
  }
  return sheet["state"] == state;
}

}  // namespace

TEST_CASE("no sequence of steps loses one, gives what was kept back, or goes otherwise when it is played again") {
  prop("for any steps of anybody, and time between them", [] {
    const auto steps = any_steps();
    Story first, second;
    std::size_t given = 0;
    for (const auto& step : steps) {
      RC_ASSERT(first.play(step).dump() == second.play(step).dump());
      const Json sheet = first.read(), register_now = first.disclosures();
      RC_ASSERT(sheet.dump() == second.read().dump());
      RC_ASSERT(register_now.dump() == second.disclosures().dump());
      RC_ASSERT(is_whole(sheet));
      RC_ASSERT(register_now.size() >= given);
      given = register_now.size();
      for (const auto& disclosure : register_now)
        for (const auto& category : disclosure["categories"]) RC_ASSERT((category == "identity" || category == "resources"));
    }
    RC_ASSERT(first.centre().verify_audit().findings.empty());
  });
}
