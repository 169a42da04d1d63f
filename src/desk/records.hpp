#pragma once
/// \file
/// Everything that a centre stores. A new record is its struct and one word here.

#include <patio/base/error.hpp>
#include <patio/casework/archives_visa.hpp>
#include <patio/casework/case_merge.hpp>
#include <patio/casework/help_request.hpp>
#include <patio/casework/home_visit.hpp>
#include <patio/casework/legal_hold.hpp>
#include <patio/casework/note.hpp>
#include <patio/casework/participants.hpp>
#include <patio/casework/referral_link.hpp>
#include <patio/casework/safety.hpp>
#include <patio/consent/mandate.hpp>
#include <patio/consent/objection.hpp>
#include <patio/consent/receipt.hpp>
#include <patio/desk/outbox.hpp>
#include <patio/people/death.hpp>
#include <patio/people/duplicate.hpp>
#include <patio/people/merge.hpp>
#include <patio/secrecy/disclosure.hpp>
#include <patio/store/store.hpp>

#include "match_keys.hpp"
#include "search_words.hpp"

/// What belongs to the file of one person (`person_id`).
#define PATIO_FILE_RECORDS(DO) \
  DO(Encounter)                \
  DO(NeedRecord)               \
  DO(Notice)                   \
  DO(Consent)                  \
  DO(ConsentReceipt)           \
  DO(Objection)                \
  DO(Representation)           \
  DO(Mandate)                  \
  DO(MandateUse)               \
  DO(MandateEntry)             \
  DO(Appointment)              \
  DO(Referral)                 \
  DO(ReferralStep)             \
  DO(ReferralLink)             \
  DO(Disclosure)               \
  DO(CaseFile)                 \
  DO(CaseSeat)                 \
  DO(CaseMerge)                \
  DO(CaseNote)                 \
  DO(JointInterview)           \
  DO(HelpRequest)              \
  DO(HomeVisit)                \
  DO(SafetyMark)               \
  DO(AdverseParty)             \
  DO(ConflictOfInterest)       \
  DO(Death)                    \
  DO(LegalHold)                \
  DO(ArchivesVisa)             \
  DO(NotDuplicate)             \
  DO(PersonMerge)              \
  DO(MatchKey)                 \
  DO(SearchWord)

/// What does not: the persons, and the desk's own books.
#define PATIO_OTHER_RECORDS(DO) \
  DO(Person)                    \
  DO(FileRevision)              \
  DO(DoneCommand)               \
  DO(PendingEffect)             \
  DO(Timer)                     \
  DO(TechnicalAdvice)           \
  DO(CollectiveSession)

#define PATIO_RECORDS(DO) PATIO_FILE_RECORDS(DO) PATIO_OTHER_RECORDS(DO)

namespace patio {

/// How often the file of a person has been changed.
struct FileRevision {
  PersonId id;
  std::uint64_t revision = 0;
  bool operator==(const FileRevision&) const = default;
};
BOOST_DESCRIBE_STRUCT(FileRevision, (), (id, revision))

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

/// When time will move a record by itself. It has the id of the record.
struct Timer {
  Id<struct TimerTag> id;
  /// The table of the record.
  std::string kind;
  PersonId person_id;
  Instant due_at;
  bool operator==(const Timer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Timer, (), (id, kind, person_id, due_at))

/// The field by which a file lists its records of that kind; null: by their ids.
template <class T>
inline constexpr std::nullptr_t in_time = nullptr;
template <>
inline constexpr auto in_time<Encounter> = &Encounter::began_at;
template <>
inline constexpr auto in_time<NeedRecord> = &NeedRecord::noted_at;
template <>
inline constexpr auto in_time<Appointment> = &Appointment::starts_at;
template <>
inline constexpr auto in_time<ReferralStep> = &ReferralStep::taken_at;
template <>
inline constexpr auto in_time<Disclosure> = &Disclosure::made_at;
template <>
inline constexpr auto in_time<CaseNote> = &CaseNote::written_at;
template <>
inline constexpr auto in_time<JointInterview> = &JointInterview::starts_at;
template <>
inline constexpr auto in_time<HomeVisit> = &HomeVisit::starts_at;
template <>
inline constexpr auto in_time<Notice> = &Notice::given_at;
template <>
inline constexpr auto in_time<Consent> = &Consent::given_at;
template <>
inline constexpr auto in_time<ConsentReceipt> = &ConsentReceipt::made_at;
template <>
inline constexpr auto in_time<Death> = &Death::noted_at;
template <>
inline constexpr auto in_time<LegalHold> = &LegalHold::placed_at;
template <>
inline constexpr auto in_time<ArchivesVisa> = &ArchivesVisa::recorded_at;
template <>
inline constexpr auto in_time<Objection> = &Objection::made_at;
template <>
inline constexpr auto in_time<MandateUse> = &MandateUse::used_at;
template <>
inline constexpr auto in_time<MandateEntry> = &MandateEntry::at;

/// The tables of a centre.
[[nodiscard]] std::vector<Table> centre_tables();

struct Moment;

enum class WriteKind { add, change, remove };

/// Writes one record, and keeps its timer with it. Instantiated for every record.
template <class T>
void put(Transaction& transaction, WriteKind kind, const T& record, const Moment& moment);

/// All records of that kind in a person's file. Instantiated for every record of a file.
template <class T>
[[nodiscard]] std::vector<T> load_file(Reader& reader, const PersonId& person);

#define PATIO_DECLARE_PUT(Record) extern template void put(Transaction&, WriteKind, const Record&, const Moment&);
PATIO_RECORDS(PATIO_DECLARE_PUT)
#undef PATIO_DECLARE_PUT
#define PATIO_DECLARE_LOAD(Record) extern template std::vector<Record> load_file(Reader&, const PersonId&);
PATIO_FILE_RECORDS(PATIO_DECLARE_LOAD)
#undef PATIO_DECLARE_LOAD

}  // namespace patio
