#include <algorithm>
#include <set>

#include <patio/desk/visit.hpp>

#include "../access.hpp"
#include "../known_items.hpp"
#include "../sight.hpp"

namespace patio {
namespace {

constexpr auto view = RequestAction::view;

}  // namespace

Issues check(const ReadPlan&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadPlan&, const Dossier&, const Moment&) {
  return {{view, DataCategory::identity, nullptr, {}},
          {view, DataCategory::rights, nullptr, {}},
          {view, DataCategory::appointment, nullptr, {}}};
}

Result<PersonPlan> answer(const ReadPlan&, const Asked& asked) {
  const Dossier& dossier = asked.dossier;
  return PersonPlan{*dossier.person,           dossier.of<NeedRecord>(), dossier.of<Appointment>(),
                    dossier.of<Referral>(), dossier.of<Consent>(),    dossier.revision()};
}

Issues check(const AskAbout& query, const Moment&) {
  Checker checker;
  checker.known(enum_from<Purpose>(query.purpose.text()).has_value(), "/purpose");
  checker.each_named<DataCategory>(query.categories, "/categories");
  checker.require(!query.categories.empty(), "/categories", "empty_list",
                  {"nommez au moins une catégorie", "name at least one category"});
  return std::move(checker).issues();
}

/// It is judged category by category, in the answer itself.
std::vector<Access> accesses(const AskAbout&, const Dossier&, const Moment&) { return {}; }

Result<AboutPerson> answer(const AskAbout& query, const Asked& asked) {
  AboutPerson about;
  for (const auto& category : query.categories) {
    Knowledge known{category, decide(asked.rules, request_to_know(category, query.purpose, asked.dossier, asked.moment,
                                                                  asked.rules)),
                    {}};
    if (flows(known.decision.effect))
      known.items = items_of(*enum_from<DataCategory>(category.text()), asked.moment.professional.code, asked.dossier, asked.moment);
    about.categories.push_back(std::move(known));
  }
  return about;
}

Issues check(const ReadDisclosures&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadDisclosures&, const Dossier&, const Moment&) {
  return {{view, DataCategory::attendance, nullptr, {}}};
}

Result<DisclosureRegister> answer(const ReadDisclosures&, const Asked& asked) {
  return DisclosureRegister{asked.dossier.of<Disclosure>()};
}

Issues check(const CountActivity& query, const Moment&) {
  Checker checker;
  checker.require(query.since < query.until, "/until", "empty_period",
                  {"la fin doit suivre le début", "the end must come after the beginning"});
  return std::move(checker).issues();
}

/// Judged visit by visit, in the query itself.
std::vector<Access> accesses(const CountActivity&, const Dossier&, const Moment&) { return {}; }

namespace {

const Access seen{view, DataCategory::attendance, nullptr, {}};

/// Visits of nobody that this service received, and those of which the hat may know.
Condition visible_visit(const Asked& asked) {
  const Condition unnamed = that(Query<Encounter>().absent(&Encounter::person_id));
  const Condition here = received_by_service(asked.moment);
  const auto facts = facts_of_visits(asked.moment);
  return either({all_of({unnamed, here}), visible(seen, CountActivity::purpose, facts, asked.moment, asked.rules)});
}

}  // namespace

Result<ActivityCount> answer(const CountActivity& query, const Asked& asked) {
  const Moment& moment = asked.moment;
  const auto start_of = [&](Date day) { return instant_at({day, {}}, moment.zone).instant; };
  const ProfessionalCode& self = moment.professional.code;
  ActivityCount count;
  std::set<PersonId> persons;
  for (const auto& visit : asked.dossier.find(where(&Encounter::professional, self)
                                                  .at_least(&Encounter::began_at, start_of(query.since))
                                                  .below(&Encounter::began_at, start_of(query.until))
                                                  .also(visible_visit(asked)))) {
    ++count.visits;
    count.requests += static_cast<int>(asked.dossier.count(where(&NeedRecord::encounter_id, visit.id)));
    if (visit.person_id) persons.insert(*visit.person_id);
  }
  for (const auto& visit : asked.dossier.find(where(&HomeVisit::professional, self)
                                                  .where(&HomeVisit::state, HomeVisitState::done)
                                                  .at_least(&HomeVisit::starts_at, start_of(query.since))
                                                  .below(&HomeVisit::starts_at, start_of(query.until)))) {
    ++count.home_visits;
    persons.insert(visit.person_id);
  }
  for (const auto& session : asked.dossier.find(where(&CollectiveSession::professional, self)
                                                    .at_least(&CollectiveSession::began_at, start_of(query.since))
                                                    .below(&CollectiveSession::began_at, start_of(query.until)))) {
    ++count.sessions;
    count.participants += patio::count(session).total;
    persons.insert(session.known.begin(), session.known.end());
  }
  count.persons = static_cast<int>(persons.size());
  const auto file = facts_of_file(column(&Referral::person_id), moment, Unreceived::as_own);
  const Condition known = visible(seen, CountActivity::purpose, file, moment, asked.rules);
  for (const auto& person : persons)
    count.referrals +=
        static_cast<int>(asked.dossier.count(where(&Referral::person_id, person).where(&Referral::sent_by, self).also(known)));
  return count;
}

}  // namespace patio
