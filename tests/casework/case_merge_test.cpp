#include <patio/casework/case_merge.hpp>

#include "a_case.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;
using namespace a_case;

namespace {

const CaseMergeId merge_id{{9}};
const Date merged_on = 2026_y / 4 / 1;

CaseFile other_case() {
  auto file = open_case(fresh(second_case, referent(ts2, hat_ts2)), {true, true})->file;
  return plan_case(file, {{CaseStepId{{2}}, debts, ts2, merged_on, false}}, {debts}, true)->file;
}

}  // namespace

TEST_CASE("two cases of one person become one when both referents agree") {
  const auto merged = merge_cases(active(), other_case(), {ts1, ts2}, merge_id, merged_on);
  REQUIRE(merged.has_value());
  CHECK(merged->absorbed.state == CaseState::merged);
  CHECK(merged->absorbed.merged_into == first_case);
  CHECK(referent_of(merged->kept, merged_on)->professional == ts1);
  CHECK(standing_in(merged->kept, ts2, hat_ts2, merged_on) == Standing::member);
  CHECK(merged->kept.steps.size() == 2);
  CHECK(merge_cases(active(), other_case(), {ts1}, merge_id, merged_on).error().code == "referents_disagree");
  CaseFile of_another = other_case();
  of_another.person_id = PersonId{{7}};
  CHECK(merge_cases(active(), of_another, {ts1, ts2}, merge_id, merged_on).error().code == "not_same_person");
  CHECK(merge_cases(active(), active(), {ts1}, merge_id, merged_on).error().code == "not_same_person");
}

TEST_CASE("a merge is undone within thirty days, and never twice") {
  const auto merged = merge_cases(active(), other_case(), {ts1, ts2}, merge_id, merged_on).value();
  const auto parted = undo_merge(merged.record, merged.kept, merged.absorbed, 2026_y / 4 / 30, book());
  REQUIRE(parted.has_value());
  CHECK(parted->kept == active());
  CHECK(parted->absorbed == other_case());
  CHECK(undo_merge(merged.record, merged.kept, merged.absorbed, 2026_y / 5 / 1, book()).error().code == "undo_too_late");
  CHECK(undo_merge(parted->record, parted->kept, parted->absorbed, 2026_y / 4 / 30, book()).error().code == "already_done");
}

TEST_CASE("what happened to the kept case after the merge stays in it when the merge is undone") {
  auto merged = merge_cases(active(), other_case(), {ts1, ts2}, merge_id, merged_on).value();
  merged.kept = add_member(merged.kept, {mds1, hat_mds1, {}, ReasonCode{"consent"}, {}}, true, merged_on, book())->file;
  for (auto& step : merged.kept.steps) step.done = true;
  const auto parted = undo_merge(merged.record, merged.kept, merged.absorbed, merged_on, book()).value();
  CHECK(standing_in(parted.kept, mds1, hat_mds1, merged_on) == Standing::member);
  CHECK(parted.kept.steps.front().done);
  REQUIRE(parted.absorbed.steps.size() == 1);
  CHECK(parted.absorbed.steps.front().done);
}

TEST_CASE("a merge that is undone leaves both cases as they were") {
  prop("whoever follows them and whatever is planned", [](const std::vector<std::uint8_t>& picks) {
    CaseFile kept = active(), absorbed = other_case();
    for (const auto pick : picks) {
      CaseFile& file = pick % 2 ? kept : absorbed;
      const auto code = ProfessionalCode::parse("pro:" + std::to_string(pick / 8)).value();
      const auto hat = HatCode::parse("hat:" + std::to_string(pick / 8)).value();
      const Period period{add_days(opened_on, pick % 5), pick % 3 ? std::nullopt : std::optional(add_days(opened_on, 40))};
      if (const auto more = add_member(file, {code, hat, {}, ReasonCode{"consent"}, period}, true, opened_on, book()))
        file = more->file;
      if (pick % 7 == 0) file.steps.push_back({CaseStepId{{pick, 3}}, debts, ts1, opened_on, false});
      if (pick % 11 == 0)
        if (const auto held = pause_case(file, add_days(opened_on, 90), opened_on)) file = held->file;
    }
    // The same step is not in both.
    std::erase_if(absorbed.steps, [&](const CaseStep& each) {
      return std::any_of(kept.steps.begin(), kept.steps.end(), [&](const CaseStep& mine) { return mine.id == each.id; });
    });
    const auto merged = merge_cases(kept, absorbed, {ts1, ts2}, merge_id, merged_on);
    RC_ASSERT(merged.has_value());
    const auto parted = undo_merge(merged->record, merged->kept, merged->absorbed, merged_on, book());
    RC_ASSERT(parted.has_value());
    RC_ASSERT(parted->kept == kept);
    RC_ASSERT(parted->absorbed == absorbed);
  });
}
