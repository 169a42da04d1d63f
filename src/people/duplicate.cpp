#include <patio/people/duplicate.hpp>

#include <algorithm>

#include "prepared_traits.hpp"

namespace patio {
namespace {

bool is(const Levels& levels, MatchField field, MatchLevel level) { return at(levels, field) == level; }

bool shares_name_or_contact(const Levels& levels) {
  const auto surname = at(levels, MatchField::surname);
  const bool same_contact = is(levels, MatchField::phone, MatchLevel::same) || is(levels, MatchField::email, MatchLevel::same) ||
                            is(levels, MatchField::address, MatchLevel::same);
  return same_contact || (surname && *surname != MatchLevel::different);
}

}  // namespace

IdentityTraits traits_of(const Person& person) {
  IdentityTraits traits;
  traits.birth_name = person.birth_name;
  traits.usual_name = person.usual_name;
  traits.first_names = person.first_names;
  traits.birth_date = person.birth_date;
  traits.residence = person.commune;
  for (const auto& contact : person.contacts) {
    switch (contact.channel) {
      case ContactChannel::phone:
      case ContactChannel::mobile: traits.phones.push_back(contact.address); break;
      case ContactChannel::email: traits.emails.push_back(contact.address); break;
      case ContactChannel::post: traits.addresses.push_back(contact.address); break;
    }
  }
  return traits;
}

WeightTable::WeightTable(const MatchingRules& rules) : rules_(&rules) {
  for (const auto& each : rules.weights)
    weights_[static_cast<std::size_t>(each.field)][static_cast<std::size_t>(each.level)] = &each;
}

int WeightTable::score(const Levels& levels) const {
  int total = 0;
  for (std::size_t field = 0; field < levels.size(); ++field) {
    const MatchWeight* weight = levels[field] ? weights_[field][static_cast<std::size_t>(*levels[field])] : nullptr;
    if (weight) total += weight->weight;
  }
  return total;
}

bool WeightTable::is_certain(const Levels& levels) const {
  if (score(levels) < rules_->certain_from) return false;
  for (std::size_t field = 0; field < levels.size(); ++field) {
    const MatchWeight* weight = levels[field] ? weights_[field][static_cast<std::size_t>(*levels[field])] : nullptr;
    if (weight && !weight->allows_certain) return false;
  }
  return std::all_of(rules_->certain_needs.begin(), rules_->certain_needs.end(),
                     [&](MatchField field) { return at(levels, field).has_value(); });
}

std::optional<Match> WeightTable::judge(const Levels& levels) const {
  const bool other_name = is(levels, MatchField::first_name, MatchLevel::different);
  // Parents, children, couples: a family shares everything else.
  if (other_name && is(levels, MatchField::birth_date, MatchLevel::different)) return std::nullopt;
  Match match{MatchZone::review, score(levels), other_name && shares_name_or_contact(levels), {}};
  if (match.score < rules_->review_from) return std::nullopt;
  if (!other_name && is_certain(levels)) match.zone = MatchZone::certain;
  for (std::size_t field = 0; field < levels.size(); ++field) {
    const MatchWeight* weight = levels[field] ? weights_[field][static_cast<std::size_t>(*levels[field])] : nullptr;
    if (weight) match.reasons.push_back({weight->field, weight->level, weight->weight, weight->text});
  }
  return match;
}

std::optional<Match> compare(const IdentityTraits& first, const IdentityTraits& second, const MatchingRules& rules) {
  return WeightTable(rules).judge(compare_traits(prepare(first, rules.names), prepare(second, rules.names), NameUse{}));
}

bool told_apart(const std::vector<NotDuplicate>& decisions, const PersonId& one, const PersonId& other) {
  return std::any_of(decisions.begin(), decisions.end(), [&](const NotDuplicate& each) {
    return (each.person_id == one && each.other_person_id == other) || (each.person_id == other && each.other_person_id == one);
  });
}

}  // namespace patio
