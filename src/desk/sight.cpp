#include "sight.hpp"

#include <algorithm>

#include <patio/secrecy/visibility.hpp>

namespace patio {
namespace {

template <DescribedEnum E>
std::pair<std::string, Condition> value(E name, Condition where) {
  return {std::string(name_of(name)), std::move(where)};
}

/// One of two values, of every row.
template <DescribedEnum E>
RowFact either_of(std::string fact, E name, const Condition& where, E otherwise) {
  return {std::move(fact), {value(name, where), value(otherwise, unless(where))}};
}

/// The rows whose person is among those.
Condition of_person(const ColumnOf& person, const Query<Person>& persons) {
  return person == column(&Person::id) ? that(persons) : exists(&Person::id, person, persons);
}

/// The first birth day of those who are not yet so old.
Date born_below(int years, Date today) {
  Date born = add_days(*add_months(today, -12 * years, Rounding::down), -1);
  while (age_on(born, today) >= years) born = add_days(born, 1);
  return born;
}

/// Open referrals that wait for a service in which the professional receives under this hat, and appointments with them.
Condition receives_person(const ColumnOf& person, const Moment& moment) {
  std::vector<ServiceCode> services;
  for (const auto& service : moment.plan.services)
    if (service.organisation == moment.hat.organisation &&
        std::find(service.professionals.begin(), service.professionals.end(), moment.professional.code) != service.professionals.end())
      services.push_back(service.code);
  std::vector<ReferralState> open;
  for (const auto& each : enumerators<ReferralState>())
    if (is_open_to_receiver(each.value)) open.push_back(each.value);
  std::vector<AppointmentState> standing;
  for (const auto& each : enumerators<AppointmentState>()) {
    Appointment appointment;
    appointment.state = each.value;
    if (takes_place(appointment)) standing.push_back(each.value);
  }
  return either({exists(&Referral::person_id, person,
                        in(&Referral::service, services).in(&Referral::state, open).present(&Referral::waiting_since)),
                 exists(&Appointment::person_id, person,
                        in(&Appointment::state, standing).where(&Appointment::professional, moment.professional.code))});
}

Condition condition_of(const VisibilityFormula& formula, const RowFacts& facts) {
  using Kind = VisibilityFormula::Kind;
  std::vector<Condition> parts;
  if (formula.kind == Kind::holds) {
    const auto fact = std::find_if(facts.begin(), facts.end(), [&](const RowFact& each) { return each.fact == formula.fact; });
    for (const auto& [name, where] : fact->values)
      if (std::find(formula.values.begin(), formula.values.end(), name) != formula.values.end()) parts.push_back(where);
    return either(std::move(parts));
  }
  for (const auto& part : formula.parts) parts.push_back(condition_of(part, facts));
  const bool all = formula.kind == Kind::all_of || formula.kind == Kind::always;
  return all ? all_of(std::move(parts)) : either(std::move(parts));
}

}  // namespace

RowFacts facts_of_person(const ColumnOf& person, const Moment& moment) {
  const auto concealed = that(Query<Person>().has(&Person::safety_flags, SafetyFlag::concealed_address));
  const auto born = [&](std::optional<Date> from, Date before) {
    auto persons = Query<Person>().below(&Person::birth_date, before);
    if (from) persons.at_least(&Person::birth_date, *from);
    return of_person(person, persons);
  };
  const Date under_15 = born_below(15, moment.today), under_18 = born_below(18, moment.today);
  return {{"age_band",
           {value(LegalAge::under_15, born(under_15, add_days(moment.today, 1))),
            value(LegalAge::from_15, born(under_18, under_15)), value(LegalAge::adult, born({}, under_18))}},
          {"concealment",
           {value(Concealment::flagged, of_person(person, Query<Person>().also(concealed))),
            value(Concealment::none, of_person(person, Query<Person>().also(unless(concealed))))}}};
}

RowFacts facts_of_file(const ColumnOf& person, const Moment& moment, Unreceived unreceived) {
  RowFacts facts = facts_of_person(person, moment);
  std::vector<Condition> ways{exists(&Encounter::person_id, person, Query<Encounter>().also(received_by_service(moment)))};
  if (unreceived == Unreceived::as_own) ways.push_back(unless(exists(&Encounter::person_id, person)));
  const Condition own = either(std::move(ways));
  facts.push_back(either_of("compartment", Compartment::own_service, own, Compartment::other_service));
  facts.push_back(either_of("involvement", Involvement::both, either({own, receives_person(person, moment)}), Involvement::none));
  return facts;
}

Condition received_by_service(const Moment& moment) {
  return of_service(&Encounter::organisation, &Encounter::pole, moment.hat);
}

RowFacts facts_of_visits(const Moment& moment) {
  const ColumnOf person = column(&Encounter::person_id);
  RowFacts facts = facts_of_person(person, moment);
  const Condition own = received_by_service(moment);
  facts.push_back(either_of("compartment", Compartment::own_service, own, Compartment::other_service));
  facts.push_back(either_of("involvement", Involvement::both, either({own, receives_person(person, moment)}), Involvement::none));
  return facts;
}

Condition stands_in_case(const Moment& moment) {
  const Condition not_ended = either({that(Query<CaseSeat>().absent(&CaseSeat::until)),
                                      that(Query<CaseSeat>().at_least(&CaseSeat::until, add_days(moment.today, 1)))});
  return exists(&CaseSeat::case_id, column(&CaseFile::id),
                where(&CaseSeat::professional, moment.professional.code)
                    .where(&CaseSeat::hat, moment.hat.code)
                    .below(&CaseSeat::since, add_days(moment.today, 1))
                    .also(not_ended));
}

RowFacts facts_of_cases(const Moment& moment) {
  RowFacts facts = facts_of_person(column(&CaseFile::person_id), moment);
  const Condition asked = that(where(&CaseFile::next_referent, moment.professional.code).where(&CaseFile::next_hat, moment.hat.code));
  const Condition works = either({stands_in_case(moment), asked});
  const Condition own = of_service(&CaseFile::organisation, &CaseFile::pole, moment.hat);
  // Where one works on a case, one's own list says that it exists.
  facts.push_back(either_of("compartment", Compartment::own_service, either({own, works}), Compartment::other_service));
  facts.push_back(either_of("involvement", Involvement::both, works, Involvement::none));
  return facts;
}

Condition visible(const AccessRequest& viewer, const RowFacts& facts, const rules::RuleSet& rules) {
  std::vector<std::string> names;
  for (const auto& fact : facts) names.push_back(fact.fact);
  return condition_of(visibility_formula(rules, viewer, names).value(), facts);
}

Condition visible(const Access& access, std::string_view purpose, RowFacts facts, const Moment& moment, const rules::RuleSet& rules) {
  each_member<AccessRequest>([&](std::string_view name, auto fact) {
    if (access.known.*fact) std::erase_if(facts, [&](const RowFact& each) { return each.fact == name; });
  });
  return visible(request_for(access, *PurposeCode::parse(purpose), Dossier(), moment, rules), facts, rules);
}

}  // namespace patio
