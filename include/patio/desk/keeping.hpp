#pragma once
/// \file
/// What decides how long a file is kept and what still happens in it: the death of the person, a legal hold, the visa of the
/// archives.
///
///     Result<DeathRecorded> told = desk.run(RecordDeath{.command_id = id, .person_id = yvonne, .died_on = day});
///
/// Holds and visas are the direction's to place, to lift and to record.

#include <patio/casework/archives_visa.hpp>
#include <patio/casework/legal_hold.hpp>
#include <patio/casework/referral.hpp>
#include <patio/consent/mandate.hpp>
#include <patio/desk/command.hpp>
#include <patio/people/death.hpp>

namespace patio {

struct DeathRecorded {
  DeathId death_id;
  /// What it ended, or cancelled.
  std::vector<ReferralId> referrals;
  std::vector<ConsentId> consents;
  std::vector<MandateId> mandates;
  std::vector<AppointmentId> appointments;
  /// Cases that now wait for their closing to be approved, for the reason `deceased`.
  std::vector<CaseId> closing;
  bool operator==(const DeathRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeathRecorded, (), (death_id, referrals, consents, mandates, appointments, closing))

/// The person has died: referrals are cancelled and their receivers told to stop, consents, mandates and titles end,
/// appointments and visits to come are cancelled, and cases wait for their closing. Secrecy and every disclosure stay.
struct RecordDeath {
  using Answer = DeathRecorded;
  static constexpr std::string_view purpose = "reception";
  CommandId command_id;
  PersonId person_id;
  Date died_on{};
  /// SHA-256 of the certificate, once it has been seen.
  std::optional<std::string> document_sha256;
  bool operator==(const RecordDeath&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordDeath, (), (command_id, person_id, died_on, document_sha256))

struct DeathRetracted {
  DeathId death_id;
  bool operator==(const DeathRetracted&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeathRetracted, (), (death_id))

/// It was noted in error. What it had ended stays ended: each is taken up again by hand.
struct RetractDeath {
  using Answer = DeathRetracted;
  static constexpr std::string_view purpose = "reception";
  CommandId command_id;
  PersonId person_id;
  DeathId death_id;
  bool operator==(const RetractDeath&) const = default;
};
BOOST_DESCRIBE_STRUCT(RetractDeath, (), (command_id, person_id, death_id))

struct HoldChanged {
  LegalHoldId hold_id;
  /// Whether another one still holds the file.
  bool held = false;
  bool operator==(const HoldChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(HoldChanged, (), (hold_id, held))

/// From today on nothing of the file leaves the active base, until it is lifted or over.
struct PlaceLegalHold {
  using Answer = HoldChanged;
  static constexpr std::string_view purpose = "manager_decision";
  CommandId command_id;
  PersonId person_id;
  /// An entry of `hold_reason` in the casework book.
  ReasonCode reason;
  std::optional<Date> until;
  bool operator==(const PlaceLegalHold&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlaceLegalHold, (), (command_id, person_id, reason, until))

/// It holds no longer, from today on.
struct LiftLegalHold {
  using Answer = HoldChanged;
  static constexpr std::string_view purpose = "manager_decision";
  CommandId command_id;
  PersonId person_id;
  LegalHoldId hold_id;
  bool operator==(const LiftLegalHold&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiftLegalHold, (), (command_id, person_id, hold_id))

struct VisaRecorded {
  ArchivesVisaId visa_id;
  CaseId case_id;
  CaseState state{};
  bool operator==(const VisaRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisaRecorded, (), (visa_id, case_id, state))

/// The archives have signed the elimination list with this inactive case. Refused under a legal hold. It is anonymised by
/// whoever carries out the effect `anonymise`.
struct RecordArchivesVisa {
  using Answer = VisaRecorded;
  static constexpr std::string_view purpose = "manager_decision";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  /// Of the list, as the archives number it.
  std::string reference;
  Date given_on{};
  /// SHA-256 of the signed list; without it there is no visa.
  std::optional<std::string> document_sha256;
  bool operator==(const RecordArchivesVisa&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordArchivesVisa, (), (command_id, person_id, case_id, reference, given_on, document_sha256))

struct KeepingRegister {
  std::vector<Death> deaths;
  std::vector<LegalHold> holds;
  std::vector<ArchivesVisa> visas;
  bool operator==(const KeepingRegister&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeepingRegister, (), (deaths, holds, visas))

/// What is noted of it, with what no longer holds.
struct ReadKeeping {
  using Answer = KeepingRegister;
  static constexpr std::string_view purpose = "this_procedure";
  PersonId person_id;
  bool operator==(const ReadKeeping&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadKeeping, (), (person_id))

}  // namespace patio
