#include <patio/people/merge.hpp>

#include <algorithm>

#include <patio/base/machine.hpp>

namespace patio {
namespace {

template <class T>
void fill(std::optional<T>& kept, const std::optional<T>& other) {
  if (!kept) kept = other;
}

/// Unsafe beats what is safe, and what is known beats what is not.
ContactSafety more_careful(ContactSafety one, ContactSafety other) {
  if (one == ContactSafety::unsafe || other == ContactSafety::unsafe) return ContactSafety::unsafe;
  return one == ContactSafety::safe || other == ContactSafety::safe ? ContactSafety::safe : ContactSafety::unknown;
}

void add_contacts(std::vector<ContactPoint>& kept, const std::vector<ContactPoint>& other) {
  for (const auto& contact : other) {
    const auto known = std::find_if(kept.begin(), kept.end(), [&](const ContactPoint& each) {
      return each.channel == contact.channel && each.address == contact.address;
    });
    if (known == kept.end()) kept.push_back(contact);
    else known->safety = more_careful(known->safety, contact.safety);
  }
}

void add_flags(std::vector<SafetyFlag>& kept, const std::vector<SafetyFlag>& other) {
  for (const auto flag : other)
    if (std::find(kept.begin(), kept.end(), flag) == kept.end()) kept.push_back(flag);
}

}  // namespace

Person merged(const Person& kept, const Person& other) {
  Person person = kept;
  if (person.kind == PersonKind::pseudonymous) person.kind = other.kind;
  fill(person.usual_name, other.usual_name);
  fill(person.birth_name, other.birth_name);
  if (person.first_names.empty()) person.first_names = other.first_names;
  fill(person.birth_date, other.birth_date);
  fill(person.commune, other.commune);
  add_contacts(person.contacts, other.contacts);
  add_flags(person.safety_flags, other.safety_flags);
  return person;
}

std::vector<std::string> filled_fields(const Person& kept, const Person& other) {
  const Person after = merged(kept, other);
  std::vector<std::string> names;
  each_member<Person>([&](std::string_view name, auto field) {
    if (after.*field != kept.*field) names.emplace_back(name);
  });
  return names;
}

Result<PersonMerge> merge(const Person& kept, const Person& other, const MergeContext& context, const MatchingRules& rules) {
  if (kept.id == other.id) return refusal("merge_with_itself");
  if (kept.merged_into || other.merged_into) return refusal("already_merged");
  if (kept.kind == PersonKind::anonymous || other.kind == PersonKind::anonymous) return refusal("anonymous_not_merged");
  return PersonMerge{context.id,  kept.id, other.id, context.merged_by, context.now, add_days(context.today, rules.undo_days),
                     kept, other,   {},       {},       {}};
}

std::optional<Date> forgotten_on(const PersonMerge& merge) {
  if (merge.forgotten_at) return std::nullopt;
  return add_days(merge.undo_last_day, 1);
}

PersonMerge forget(PersonMerge merge, Instant now) {
  merge.person_before = {};
  merge.person_before.id = merge.person_id;
  merge.other_before = {};
  merge.other_before.id = merge.other_person_id;
  merge.moved.clear();
  merge.forgotten_at = now;
  return merge;
}

Result<Unmerged> undo(const PersonMerge& merge, const Person& now, Date today) {
  if (merge.undone_at) return refusal("already_done");
  if (merge.forgotten_at || today > merge.undo_last_day) return refusal("undo_too_late");
  const Person after = merged(merge.person_before, merge.other_before);
  Unmerged undone{now, merge.other_before};
  each_member<Person>([&](std::string_view, auto field) {
    if (now.*field == after.*field) undone.person.*field = merge.person_before.*field;
  });
  return undone;
}

}  // namespace patio
