#include <patio/casework/neutral_text.hpp>

#include <patio/base/json.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

const Date today = 2026_y / 3 / 10;
const MessageFacts facts{2026_y / 3 / 11, ClockTime{std::chrono::hours(14)}, "Le Patio", "01 69 33 11 41"};
const NeutralBook& book() { return french_neutral_book(); }

}  // namespace

TEST_CASE("every message can be written, and none of them tells") {
  for (const auto& kind : enumerators<MessageKind>()) {
    INFO(kind.name);
    const auto text = neutral_text(book(), kind.value, facts, today);
    REQUIRE(text.has_value());
    CHECK_FALSE(tells(book(), text->fr));
    CHECK_FALSE(tells(book(), text->en));
    CHECK(text->fr.find('{') == std::string::npos);
  }
  CHECK(neutral_text(book(), MessageKind::reminder, facts, today)->fr ==
        "Rappel : rendez-vous le 11/03/2026 à 14:00, Le Patio. Pour changer : 01 69 33 11 41.");
}

TEST_CASE("a place that would tell is refused, and a message without its day too") {
  MessageFacts telling = facts;
  telling.place = "Maison des violences faites aux femmes";
  CHECK(neutral_text(book(), MessageKind::reminder, telling, today).error().code == "text_tells");
  telling.place = "accueil du c.c.a.s";
  CHECK(neutral_text(book(), MessageKind::reminder, {{}, facts.clock, "Le Patio", facts.phone}, today).error().code ==
        "message_incomplete");
  CHECK(neutral_text(book(), MessageKind::call_us, {{}, {}, "", facts.phone}, today).has_value());
  CHECK(neutral_text(book(), MessageKind::reminder, facts, 2019_y / 5 / 31).error().code == "message_incomplete");
}

TEST_CASE("words tell whatever their spelling, and only whole") {
  CHECK(tells(book(), "RDV au ccas"));
  CHECK(tells(book(), "point Séparations"));
  CHECK(tells(book(), "pole emploi"));
  CHECK_FALSE(tells(book(), "le socialisme"));
}

TEST_CASE("what is written in a pair of braces by somebody else is not filled in again") {
  MessageFacts odd = facts;
  odd.place = "{day}{time}{place}";
  const auto text = neutral_text(book(), MessageKind::confirmation, odd, today);
  REQUIRE(text.has_value());
  CHECK(text->fr.size() < 200);
}

TEST_CASE("a message goes to safe contacts only, and to nobody when none is") {
  Person person;
  person.contacts = {{ContactChannel::mobile, "0612345678", ContactSafety::unsafe},
                     {ContactChannel::email, "c@example.org", ContactSafety::safe}};
  const Text text = neutral_text(book(), MessageKind::reminder, facts, today).value();
  const Outgoing sent = outgoing(person, text);
  REQUIRE(sent.contacts.size() == 1);
  CHECK(sent.contacts.front().channel == ContactChannel::email);
  CHECK_FALSE(sent.call_back);
  person.contacts.pop_back();
  CHECK(outgoing(person, text) == Outgoing{{}, {}, true});
}

TEST_CASE("a book with a text that tells, an unknown place or a missing message is refused") {
  NeutralBook telling = book();
  telling.messages[0].text.fr = "Votre rendez-vous au CCAS le {day}.";
  telling.messages[1].text.en = "On {date}.";
  telling.messages.pop_back();
  const auto read = load_neutral_book(to_json(telling));
  REQUIRE_FALSE(read.has_value());
  std::vector<std::string> codes;
  for (const auto& issue : read.error().list) codes.push_back(issue.code);
  CHECK(codes == std::vector<std::string>{"text_tells", "unknown_place", "missing"});
}
