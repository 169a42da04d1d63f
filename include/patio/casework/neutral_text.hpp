#pragma once
/// \file
/// What leaves the centre by message or letter, in words that tell nothing to whoever reads over the shoulder: a day, a time
/// and a place, never a service, a theme or a name.
///
///     Result<Text> text = neutral_text(book, MessageKind::reminder, {.day = day, .clock = clock, .place = "Le Patio"}, today);
///     Outgoing message = outgoing(person, *text);          // to safe contacts only; none left: call back
///
/// Texts and the words that tell are in `neutral_texts.json` of the rulebook.

#include <patio/base/machine.hpp>
#include <patio/people/person.hpp>

namespace patio {

enum class MessageKind { confirmation, reminder, moved, cancelled, rebooking, call_us, papers };
BOOST_DESCRIBE_ENUM(MessageKind, confirmation, reminder, moved, cancelled, rebooking, call_us, papers)

/// `{day}`, `{time}`, `{place}` and `{phone}` stand for what is filled in.
struct NeutralMessage {
  MessageKind kind{};
  Text text;
  Period period;
  std::string source;
  std::string review;
  bool operator==(const NeutralMessage&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeutralMessage, (), (kind, text, period, source, review))

struct NeutralBook {
  /// "patio/neutral_texts/1"
  std::string schema;
  std::vector<NeutralMessage> messages;
  /// Words that would tell why somebody comes. Accents, capitals and a final -s make no difference.
  std::vector<std::string> telling_words;
  bool operator==(const NeutralBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeutralBook, (), (schema, messages, telling_words))

/// The book, or every fault: a kind without text, two texts of one kind on one day, an unknown `{...}`, a text that tells.
[[nodiscard]] Checked<NeutralBook> load_neutral_book(std::string_view json);
[[nodiscard]] const NeutralBook& french_neutral_book();

/// True if one of the telling words stands in it.
[[nodiscard]] bool tells(const NeutralBook& book, std::string_view text);

struct MessageFacts {
  std::optional<Date> day;
  std::optional<ClockTime> clock;
  std::string place;
  std::string phone;
  bool operator==(const MessageFacts&) const = default;
};
BOOST_DESCRIBE_STRUCT(MessageFacts, (), (day, clock, place, phone))

/// Refused (`text_tells`) if the place or the phone given would tell, (`message_incomplete`) if the text needs what is not
/// given.
[[nodiscard]] Result<Text> neutral_text(const NeutralBook& book, MessageKind kind, const MessageFacts& facts, Date today);

/// Where a text may go. Without any usable contact somebody calls back at a safe hour instead.
struct Outgoing {
  std::vector<ContactPoint> contacts;
  Text text;
  bool call_back = false;
  bool operator==(const Outgoing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Outgoing, (), (contacts, text, call_back))

[[nodiscard]] Outgoing outgoing(const Person& person, const Text& text);

}  // namespace patio
