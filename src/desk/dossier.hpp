#pragma once
/// \file
/// What the desk loads before it handles a command or a query, and what a handler gives back to be written.

#include <variant>

#include <patio/desk/queries.hpp>
#include <patio/orientation/needs_book.hpp>
#include <patio/store/store.hpp>

namespace patio {

/// A command that was done, so that saying it twice does it once.
struct DoneCommand {
  CommandId id;
  std::string command;
  /// SHA-256 of the command, in hexadecimal.
  std::string content_hash;
  /// JSON.
  std::string answer;
  bool operator==(const DoneCommand&) const = default;
};
BOOST_DESCRIBE_STRUCT(DoneCommand, (), (id, command, content_hash, answer))

/// Something that the host must carry out: tell somebody, start a timer. It holds no text and no contact: whoever
/// carries it out asks the desk for what it may say.
struct Effect {
  Id<struct EffectTag> id;
  std::string kind;
  CommandId command_id;
  std::optional<PersonId> person_id;
  Instant due_at;
  bool operator==(const Effect&) const = default;
};
BOOST_DESCRIBE_STRUCT(Effect, (), (id, kind, command_id, person_id, due_at))

/// All that is stored about one person, and the diary if the command needs it.
struct Dossier {
  std::optional<Person> person;
  std::vector<Encounter> encounters;
  std::vector<NeedRecord> needs;
  std::vector<Consent> consents;
  std::vector<Appointment> appointments;
  std::vector<Referral> referrals;
  std::vector<Disclosure> disclosures;
  /// Everybody's appointments to come, without the persons.
  std::vector<Occupied> diary;
};

using Record = std::variant<Person, Encounter, NeedRecord, Consent, Appointment, Referral, Disclosure>;

enum class WriteKind { add, change };

struct Write {
  WriteKind kind{};
  Record record;
};

/// The tables of a centre.
[[nodiscard]] std::vector<Table> centre_tables();

[[nodiscard]] Dossier load_dossier(Reader& reader, const PersonId& person);

/// Appointments that take their place and have not ended.
[[nodiscard]] std::vector<Occupied> load_diary(Reader& reader, Instant now);

void write(Transaction& transaction, const Write& write);

}  // namespace patio

template <>
struct patio::Keys<patio::Encounter> {
  static std::vector<Key> list() { return {index_on(&Encounter::person_id), index_on(&Encounter::professional)}; }
};
template <>
struct patio::Keys<patio::NeedRecord> {
  static std::vector<Key> list() { return {index_on(&NeedRecord::person_id)}; }
};
template <>
struct patio::Keys<patio::Consent> {
  static std::vector<Key> list() { return {index_on(&Consent::person_id)}; }
};
template <>
struct patio::Keys<patio::Appointment> {
  static std::vector<Key> list() { return {index_on(&Appointment::person_id), index_on(&Appointment::starts_at)}; }
};
template <>
struct patio::Keys<patio::Referral> {
  static std::vector<Key> list() { return {index_on(&Referral::person_id)}; }
};
template <>
struct patio::Keys<patio::Disclosure> {
  static std::vector<Key> list() { return {index_on(&Disclosure::person_id)}; }
};
