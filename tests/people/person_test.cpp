#include <patio/people/person.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

const Date today = 2026_y / 3 / 10;

Person marc() {
  Person person;
  person.usual_name = "Lenoir";
  person.first_names = {"Marc"};
  person.birth_date = 1968_y / 5 / 2;
  return person;
}

std::vector<std::string> codes(const Person& person) {
  std::vector<std::string> found;
  for (const auto& issue : check(person, today).list) found.push_back(issue.path + " " + issue.code);
  return found;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a named person with a name and a birth in the past can be kept") {
  CHECK(check(marc(), today) == Issues{});
}

TEST_CASE("a first name alone or a birth name alone is a name") {
  Person person;
  person.first_names = {"Fatou"};
  CHECK(codes(person).empty());
  person.first_names.clear();
  person.birth_name = "Diarra";
  CHECK(codes(person).empty());
}

TEST_CASE("a named person without a name is refused, and blanks are no name") {
  Person person;
  CHECK(codes(person) == Codes{"/usual_name name_missing"});
  person.usual_name = "  ";
  person.first_names = {"", "\t"};
  CHECK(codes(person) == Codes{"/usual_name name_missing"});
}

TEST_CASE("a pseudonymous person needs no name") {
  Person person;
  person.kind = PersonKind::pseudonymous;
  CHECK(codes(person).empty());
}

TEST_CASE("an anonymous person has neither name nor contact") {
  Person person;
  person.kind = PersonKind::anonymous;
  CHECK(codes(person).empty());
  person.usual_name = "Lenoir";
  person.contacts = {{ContactChannel::mobile, "06 00 00 00 00", ContactSafety::safe}};
  CHECK(codes(person) == Codes{"/kind anonymous_with_name", "/contacts anonymous_with_contact"});
}

TEST_CASE("someone may be born today but not tomorrow, nor on a day that does not exist") {
  Person person = marc();
  person.birth_date = today;
  CHECK(codes(person).empty());
  person.birth_date = add_days(today, 1);
  CHECK(codes(person) == Codes{"/birth_date in_the_future"});
  person.birth_date = 2023_y / 2 / 29;
  CHECK(codes(person) == Codes{"/birth_date not_a_date"});
}

TEST_CASE("texts are clean UTF-8 of at most 200 characters, whatever their bytes") {
  Person person = marc();
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "é";
  person.usual_name = accents;
  CHECK(codes(person).empty());
  person.usual_name = accents + "e";
  CHECK(codes(person) == Codes{"/usual_name too_long"});
  person.usual_name = "L\xe9noir";
  person.contacts = {{ContactChannel::email, "marc@\xff", ContactSafety::safe}};
  CHECK(codes(person) == Codes{"/usual_name not_clean_text", "/contacts/0/address not_clean_text"});
}

TEST_CASE("an empty contact is refused") {
  Person person = marc();
  person.contacts = {{ContactChannel::phone, "01 69 33 11 41", {}}, {ContactChannel::email, " ", {}}};
  CHECK(codes(person) == Codes{"/contacts/1/address empty"});
}

TEST_CASE("all faults are told at once, and none repeats what was written") {
  Person person;
  person.kind = PersonKind::anonymous;
  person.usual_name = "Lenoir";
  person.birth_date = 2030_y / 1 / 1;
  person.contacts = {{ContactChannel::email, "secret@example.org\xff", {}}};
  const Issues issues = check(person, today);
  CHECK(issues.list.size() == 4);
  for (const auto& issue : issues.list)
    for (const auto& text : {issue.message.fr, issue.message.en}) {
      CHECK(text.find("Lenoir") == std::string::npos);
      CHECK(text.find("secret") == std::string::npos);
    }
}

TEST_CASE("a message uses any contact that is not unsafe") {
  Person person = marc();
  person.contacts = {{ContactChannel::mobile, "06", ContactSafety::unknown},
                     {ContactChannel::email, "m@example.org", ContactSafety::unsafe},
                     {ContactChannel::post, "1 rue", ContactSafety::safe}};
  const auto usable = usable_contacts(person);
  REQUIRE(usable.size() == 2);
  CHECK(usable[0].channel == ContactChannel::mobile);
  CHECK(usable[1].channel == ContactChannel::post);
}

TEST_CASE("in a context of violence a contact of unknown safety is not used") {
  for (const auto flag : {SafetyFlag::violence_context, SafetyFlag::unsafe_contact}) {
    Person person = marc();
    person.safety_flags = {flag};
    person.contacts = {{ContactChannel::mobile, "06", ContactSafety::unknown},
                       {ContactChannel::phone, "01", ContactSafety::safe},
                       {ContactChannel::email, "c@example.org", ContactSafety::unsafe}};
    const auto usable = usable_contacts(person);
    REQUIRE(usable.size() == 1);
    CHECK(usable[0].channel == ContactChannel::phone);
  }
}

TEST_CASE("nothing is posted to a concealed address unless the letter box is known safe") {
  Person person = marc();
  person.safety_flags = {SafetyFlag::concealed_address};
  person.contacts = {{ContactChannel::post, "1 rue", ContactSafety::unknown},
                     {ContactChannel::mobile, "06", ContactSafety::unknown}};
  REQUIRE(usable_contacts(person).size() == 1);
  CHECK(usable_contacts(person)[0].channel == ContactChannel::mobile);
  person.contacts[0].safety = ContactSafety::safe;
  CHECK(usable_contacts(person).size() == 2);
}
