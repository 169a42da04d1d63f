#include <patio/desk/identity.hpp>
#include <patio/people/duplicate_index.hpp>

#include "../sight.hpp"

namespace patio {
namespace {

constexpr int most_listed = 200, usually_listed = 20;

/// Letters of any alphabet count once, whatever bytes they take.
bool has_two_letters(const std::string& name) {
  return std::count_if(name.begin(), name.end(), [](char sign) {
           return (static_cast<unsigned char>(sign) & 0xC0U) != 0x80U && sign != ' ';
         }) >= 2;
}

/// The persons whose records meet under one of the keys of this contact.
Condition has_contact(const std::string& contact, const Moment& moment) {
  Person known;
  const auto channel = contact.find('@') == std::string::npos ? ContactChannel::phone : ContactChannel::email;
  known.contacts.push_back({channel, contact, ContactSafety::unknown});
  std::vector<Condition> ways;
  for (const auto& key : match_keys_of(known, moment))
    ways.push_back(exists(&MatchKey::person_id, column(&Person::id), where(&MatchKey::match_key, key)));
  return either(std::move(ways));
}

Query<Person> looked_for(const FindPersons& query, const Asked& asked) {
  const Moment& moment = asked.moment;
  Query<Person> persons;
  persons.absent(&Person::merged_into);
  if (query.birth_date) persons.where(&Person::birth_date, query.birth_date);
  if (query.name) persons.also(is_named(*query.name, moment));
  if (query.contact) persons.also(has_contact(*query.contact, moment));
  const auto facts = facts_of_file(column(&Person::id), moment, Unreceived::as_others);
  const Access seen{RequestAction::view, DataCategory::identity, nullptr, {}};
  return persons.also(visible(seen, FindPersons::purpose, facts, moment, asked.rules));
}

}  // namespace

Issues check(const FindPersons& query, const Moment&) {
  Checker checker;
  checker.require(query.name || query.birth_date || query.contact, "", "nothing_to_look_for",
                  {"donner un nom, une date de naissance ou un contact", "give a name, a birth date or a contact"});
  checker.require(!query.name || has_two_letters(*query.name), "/name", "too_short",
                  {"donner au moins deux lettres", "give two letters at least"});
  const int most = query.at_most.value_or(usually_listed);
  checker.require(most >= 1 && most <= most_listed, "/at_most", "out_of_range",
                  {"attendu : de 1 à 200", "expected 1 to 200"});
  return std::move(checker).issues();
}

/// Judged person by person, in the query itself.
std::vector<Access> accesses(const FindPersons&, const Dossier&, const Moment&) { return {}; }

Result<PersonsFound> answer(const FindPersons& query, const Asked& asked) {
  auto persons = looked_for(query, asked);
  PersonsFound found{{}, asked.dossier.count(persons)};
  persons.ordered_by(&Person::usual_name).limit(static_cast<std::uint32_t>(query.at_most.value_or(usually_listed)));
  for (auto& each : asked.dossier.find(persons))
    found.persons.push_back({each.id, each.kind, std::move(each.usual_name), std::move(each.birth_name),
                             std::move(each.first_names), each.birth_date});
  return found;
}

}  // namespace patio
