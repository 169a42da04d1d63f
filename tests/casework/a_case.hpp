#pragma once
/// \file
/// A case to try steps on: opened on 10 March 2026 by pro:ts1.

#include <patio/casework/case_change.hpp>

namespace a_case {

using namespace patio;

inline const auto ids = seeded_ids(42);
inline const PersonId marc = next_id<PersonId>(ids);
inline const NeedId debts = next_id<NeedId>(ids);
inline const CaseId first_case = next_id<CaseId>(ids), second_case = next_id<CaseId>(ids);
inline const ProfessionalCode ts1{"pro:ts1"}, ts2{"pro:ts2"}, mds1{"pro:mds1"};
inline const HatCode hat_ts1{"hat:ts1"}, hat_ts2{"hat:ts2"}, hat_mds1{"hat:mds1"};
inline const Date opened_on = 2026_y / 3 / 10;

inline const CaseworkBook& book() { return french_casework_book(); }

inline CaseMember referent(const ProfessionalCode& professional, const HatCode& hat) {
  return {professional, hat, MemberRole::referent, ReasonCode{"own_service"}, {opened_on, {}}};
}

inline CaseFile fresh(CaseId id = first_case, const CaseMember& who = referent(ts1, hat_ts1)) {
  CaseFile file;
  file.id = id;
  file.person_id = marc;
  file.organisation = OrganisationCode{"org:ccas_igny"};
  file.pole = PoleCode{"pole:ccas"};
  file.opened_on = opened_on;
  file.members = {who};
  return file;
}

inline CaseFile assessing() { return open_case(fresh(), {true, true}).value().file; }

inline CaseStep step() { return {CaseStepId{{1}}, debts, ts1, opened_on, false}; }

inline CaseFile active() { return plan_case(assessing(), {step()}, {debts}, true).value().file; }

inline CaseFile closed(Date on) {
  const auto closing = close_case(active(), {ReasonCode{"rights_opened"}, ts1, 0, false}, on, book()).value().file;
  return approve_closure(closing, ts1, on, book()).value().file;
}

}  // namespace a_case
