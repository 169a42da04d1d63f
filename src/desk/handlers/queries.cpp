#include <algorithm>
#include <set>

#include "../answer.hpp"

namespace patio {
namespace {

constexpr auto view = RequestAction::view;
constexpr int longest_search_days = 370;

std::vector<KnownItem> identity_items(const Person& person) {
  std::vector<KnownItem> items;
  if (person.usual_name) items.push_back({"usual_name", *person.usual_name});
  for (const auto& name : person.first_names) items.push_back({"first_name", name});
  return items;
}

/// Only the appointments of whoever asks: another's diary is another matter.
std::vector<KnownItem> appointment_items(const Dossier& dossier, const Moment& moment) {
  std::vector<KnownItem> items;
  for (const auto& each : dossier.appointments) {
    if (!takes_place(each) || each.professional != moment.professional.code) continue;
    const LocalTime when = local(each.starts_at, moment.zone);
    items.push_back({"starts_at", to_text(when.day) + ' ' + to_text(when.clock)});
    items.push_back({"space", each.space.text()});
    if (const NeedRecord* need = each.need_id ? find_by_id(dossier.needs, *each.need_id) : nullptr)
      items.push_back({"theme", need->need.text()});
  }
  return items;
}

std::vector<KnownItem> attendance_items(const Dossier& dossier, const Moment& moment) {
  std::vector<KnownItem> items;
  for (const auto& each : dossier.encounters) items.push_back({"visited_on", to_text(day_in(each.began_at, moment.zone))});
  return items;
}

std::vector<KnownItem> rights_items(const Dossier& dossier) {
  std::vector<KnownItem> items;
  for (const auto& each : dossier.needs) items.push_back({"need", each.need.text()});
  return items;
}

/// What this version keeps of a category.
std::vector<KnownItem> items_of(DataCategory category, const Dossier& dossier, const Moment& moment) {
  if (!dossier.person) return {};
  switch (category) {
    case DataCategory::identity: return identity_items(*dossier.person);
    case DataCategory::appointment: return appointment_items(dossier, moment);
    case DataCategory::attendance: return attendance_items(dossier, moment);
    case DataCategory::rights: return rights_items(dossier);
    default: return {};
  }
}

}  // namespace

Issues check(const FindSlots& query, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.services, query.service), "/service");
  checker.require(query.days >= 1 && query.days <= longest_search_days, "/days", "out_of_range",
                  {"attendu : de 1 à 370 jours", "expected 1 to 370 days"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const FindSlots&, const Dossier&, const Moment&) { return {}; }

FreeSlots answer(const FindSlots& query, const Asked& asked) {
  FreeSlots found;
  for (const auto& permanence : asked.moment.plan.permanences) {
    if (permanence.service != query.service) continue;
    const auto slots = free_slots(permanence, {asked.moment.now, query.days, asked.dossier.diary},
                                  asked.moment.holidays, asked.moment.zone);
    found.slots.insert(found.slots.end(), slots.begin(), slots.end());
  }
  std::stable_sort(found.slots.begin(), found.slots.end(),
                   [](const Slot& a, const Slot& b) { return a.starts_at < b.starts_at; });
  return found;
}

Issues check(const ReadPlan&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadPlan&, const Dossier&, const Moment&) {
  return {{view, DataCategory::identity, nullptr, {}},
          {view, DataCategory::rights, nullptr, {}},
          {view, DataCategory::appointment, nullptr, {}}};
}

PersonPlan answer(const ReadPlan&, const Asked& asked) {
  const Dossier& dossier = asked.dossier;
  return {*dossier.person, dossier.needs, dossier.appointments, dossier.referrals, dossier.consents};
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

AboutPerson answer(const AskAbout& query, const Asked& asked) {
  AboutPerson about;
  for (const auto& category : query.categories) {
    Knowledge known{category, decide(asked.rules, request_to_know(category, query.purpose, asked.dossier, asked.moment,
                                                                  asked.rules)),
                    {}};
    if (flows(known.decision.effect))
      known.items = items_of(*enum_from<DataCategory>(category.text()), asked.dossier, asked.moment);
    about.categories.push_back(std::move(known));
  }
  return about;
}

Issues check(const ReadDisclosures&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadDisclosures&, const Dossier&, const Moment&) {
  return {{view, DataCategory::attendance, nullptr, {}}};
}

DisclosureRegister answer(const ReadDisclosures&, const Asked& asked) { return {asked.dossier.disclosures}; }

Issues check(const CountActivity& query, const Moment&) {
  Checker checker;
  checker.require(query.since < query.until, "/until", "empty_period",
                  {"la fin doit suivre le début", "the end must come after the beginning"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const CountActivity&, const Dossier&, const Moment&) { return {}; }

ActivityCount answer(const CountActivity&, const Asked& asked) {
  ActivityCount count;
  std::set<PersonId> persons;
  for (const auto& visit : asked.activity.encounters) {
    ++count.visits;
    if (visit.person_id) persons.insert(*visit.person_id);
  }
  count.persons = static_cast<int>(persons.size());
  count.requests = static_cast<int>(asked.activity.requests);
  count.referrals = static_cast<int>(asked.activity.referrals);
  return count;
}

}  // namespace patio
