#include <patio/desk/questions.hpp>
#include <patio/people/duplicate_index.hpp>

#include "../question.hpp"

namespace patio {
namespace {

/// The place of a record as an id, so that an index can hold it.
PersonId id_at(std::uint64_t place) {
  PersonId id;
  id.bytes[0] = 1;
  for (std::size_t i = 0; i < 8; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(place >> (8 * i));
  return id;
}

std::uint64_t place_of(const PersonId& id) {
  std::uint64_t place = 0;
  for (std::size_t i = 8; i < 16; ++i) place = place << 8 | id.bytes[i];
  return place;
}

}  // namespace

Capacity reply(const CapacityOf& question, const Books&) { return capacity(question.request); }

IdentifierCheck reply(const CheckIdentifier& question, const Books&) {
  return check_identifier(question.scheme, question.written);
}

PersonMatches reply(const MatchPersons& question, const Books& books) {
  const MatchingRules* rules = matching_on(*books.house.matching, question.day);
  if (!rules)
    throw InvalidInput(Issues{{{"/day", "no_rules_on_that_day", {"aucune règle n'est en vigueur ce jour", "no rules are in force on that day"}}}});
  DuplicateIndex index(*rules);
  for (std::size_t i = 0; i < question.others.size(); ++i) index.add(id_at(i), question.others[i]);
  PersonMatches found;
  for (auto& each : index.candidates(question.person, question.others.size()))
    found.matches.push_back({place_of(each.person_id), std::move(each.match)});
  return found;
}

}  // namespace patio

PATIO_QUESTION_ROOM(people, PATIO_PEOPLE_QUESTIONS)
