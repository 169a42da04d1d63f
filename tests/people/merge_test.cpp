#include <patio/people/merge.hpp>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

const MatchingRules& rules() { return french_matching().editions.front(); }

const Date today = 2026_y / 11 / 24;

const MergeContext context{.id = MergeId{{9}}, .merged_by = {"pro:fs1"}, .now = date::sys_days(today), .today = today};

Person kept() {
  Person person;
  person.id.bytes[0] = 1;
  person.usual_name = "Dupont";
  person.first_names = {"Jean-Pierre"};
  person.contacts = {{ContactChannel::mobile, "0601020304", ContactSafety::unknown}};
  return person;
}

Person other() {
  Person person;
  person.id.bytes[0] = 2;
  person.usual_name = "DUPONT";
  person.first_names = {"Jean Pierre"};
  person.birth_date = 1956_y / 3 / 1;
  person.contacts = {{ContactChannel::mobile, "0601020304", ContactSafety::unsafe},
                     {ContactChannel::email, "jp@example.org", ContactSafety::safe}};
  person.safety_flags = {SafetyFlag::unsafe_contact};
  return person;
}

std::string refused(const Result<PersonMerge>& result) { return result ? "" : result.error().code; }

}  // namespace

TEST_CASE("what the kept record says wins, and its gaps are filled") {
  const Person person = merged(kept(), other());
  CHECK(person.id == kept().id);
  CHECK(person.usual_name == "Dupont");
  CHECK(person.first_names == std::vector<std::string>{"Jean-Pierre"});
  CHECK(person.birth_date == other().birth_date);
  CHECK(filled_fields(kept(), other()) == std::vector<std::string>{"birth_date", "contacts", "safety_flags"});
}

TEST_CASE("a contact that one record knows to be unsafe is unsafe, whichever is kept") {
  for (const Person& person : {merged(kept(), other()), merged(other(), kept())}) {
    REQUIRE(person.contacts.size() == 2);
    for (const auto& contact : person.contacts)
      if (contact.channel == ContactChannel::mobile) CHECK(contact.safety == ContactSafety::unsafe);
    CHECK(person.safety_flags == std::vector<SafetyFlag>{SafetyFlag::unsafe_contact});
  }
}

TEST_CASE("a record is not merged with itself, twice, or with one that is only counted") {
  CHECK(refused(merge(kept(), kept(), context, rules())) == "merge_with_itself");
  Person gone = other();
  gone.merged_into = kept().id;
  CHECK(refused(merge(kept(), gone, context, rules())) == "already_merged");
  CHECK(refused(merge(gone, kept(), context, rules())) == "already_merged");
  Person nobody;
  nobody.kind = PersonKind::anonymous;
  CHECK(refused(merge(kept(), nobody, context, rules())) == "anonymous_not_merged");
}

TEST_CASE("undoing gives both back as they were, on the thirtieth day still and not on the next") {
  const PersonMerge done = merge(kept(), other(), context, rules()).value();
  CHECK(done.undo_last_day == 2026_y / 12 / 24);
  const Person now = merged(kept(), other());
  CHECK(undo(done, now, 2026_y / 12 / 24).value() == Unmerged{kept(), other()});
  CHECK(undo(done, now, 2026_y / 12 / 25).error().code == "undo_too_late");
}

TEST_CASE("what was changed since the merge stays changed after it is undone") {
  const PersonMerge done = merge(kept(), other(), context, rules()).value();
  Person now = merged(kept(), other());
  now.usual_name = "Dupont-Martin";
  const auto undone = undo(done, now, today).value();
  CHECK(undone.person.usual_name == "Dupont-Martin");
  CHECK_FALSE(undone.person.birth_date);
  CHECK(undone.other == other());
}

TEST_CASE("a merge is undone once") {
  PersonMerge done = merge(kept(), other(), context, rules()).value();
  done.undone_at = context.now;
  CHECK(undo(done, kept(), today).error().code == "already_done");
}

TEST_CASE("merging and undoing lose nothing") {
  prop("for any two people", [](Person one, Person two) {
    one.merged_into = two.merged_into = std::nullopt;
    one.kind = two.kind = PersonKind::named;
    one.id.bytes[0] = 1;
    two.id.bytes[0] = 2;
    const PersonMerge done = merge(one, two, context, rules()).value();
    RC_ASSERT(undo(done, merged(one, two), today).value() == (Unmerged{one, two}));
    RC_ASSERT(merged(one, one) == one || !one.contacts.empty());
    for (const auto& contact : two.contacts) {
      const Person after = merged(one, two);
      RC_ASSERT(std::any_of(after.contacts.begin(), after.contacts.end(), [&](const ContactPoint& each) {
        return each.channel == contact.channel && each.address == contact.address;
      }));
    }
  });
}

TEST_CASE("what undoes a merge is kept to the last day, and then forgotten") {
  PersonMerge done = merge(kept(), other(), context, rules()).value();
  done.moved = {{{"encounter"}, {}}};
  CHECK(forgotten_on(done) == add_days(done.undo_last_day, 1));
  const PersonMerge forgotten = forget(done, context.now);
  Person nothing_kept, nothing_of_other;
  nothing_kept.id = kept().id;
  nothing_of_other.id = other().id;
  CHECK(forgotten.person_before == nothing_kept);
  CHECK(forgotten.other_before == nothing_of_other);
  CHECK(forgotten.moved.empty());
  CHECK(forgotten.merged_by == done.merged_by);
  CHECK_FALSE(forgotten_on(forgotten));
  const auto undone = undo(forgotten, merged(kept(), other()), today);
  REQUIRE_FALSE(undone.has_value());
  CHECK(undone.error().code == "undo_too_late");
}
