#pragma once
/// \file
/// What a professional may ask the desk to do. Each command is a struct of the trade; its answer stands beside it.
///
/// A command carries an id of the caller's making: the same id with the same content is done once, and answers the
/// same again. `purpose` is the purpose under which the secrecy rules judge it.
///
///     Result<PersonRegistered> answer = desk.run(RegisterPerson{.command_id = id, .usual_name = "Lenoir", ...});

#include <patio/casework/referral.hpp>

namespace patio {

using CommandId = Id<struct CommandTag>;

struct PersonRegistered {
  PersonId person_id;
  bool operator==(const PersonRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonRegistered, (), (person_id))

/// Opens the record of a person.
struct RegisterPerson {
  using Answer = PersonRegistered;
  static constexpr std::string_view purpose = "reception";
  CommandId command_id;
  PersonKind kind{};
  std::optional<std::string> usual_name;
  std::optional<std::string> birth_name;
  std::vector<std::string> first_names;
  std::optional<Date> birth_date;
  std::vector<ContactPoint> contacts;
  std::optional<CommuneCode> commune;
  std::vector<SafetyFlag> safety_flags;
  bool operator==(const RegisterPerson&) const = default;
};
BOOST_DESCRIBE_STRUCT(RegisterPerson, (), (command_id, kind, usual_name, birth_name, first_names, birth_date, contacts,
                                           commune, safety_flags))

struct EncounterRecorded {
  EncounterId encounter_id;
  /// One for each stated need, in the same order.
  std::vector<NeedId> need_ids;
  bool operator==(const EncounterRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(EncounterRecorded, (), (encounter_id, need_ids))

/// Records a visit and the needs stated in it. The deadline of a need follows from `event_day` (the day of the sale,
/// of the notice...) by the needs book.
struct RecordEncounter {
  using Answer = EncounterRecorded;
  static constexpr std::string_view purpose = "this_procedure";
  CommandId command_id;
  PersonId person_id;
  SiteCode site;
  Channel channel{};
  EncounterResult result{};
  std::vector<NeedCode> stated;
  std::optional<Date> event_day;
  bool operator==(const RecordEncounter&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordEncounter, (), (command_id, person_id, site, channel, result, stated, event_day))

struct NeedAdded {
  NeedId need_id;
  bool operator==(const NeedAdded&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeedAdded, (), (need_id))

/// The person agrees to a need that the veille sociale suggested: it joins those of the visit.
struct AcceptSuggestion {
  using Answer = NeedAdded;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  EncounterId encounter_id;
  NeedCode need;
  bool operator==(const AcceptSuggestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(AcceptSuggestion, (), (command_id, person_id, encounter_id, need))

struct NeedCovered {
  NeedId need_id;
  std::optional<Date> deadline;
  bool operator==(const NeedCovered&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeedCovered, (), (need_id, deadline))

/// The need was met at the desk: by a guided procedure, information, equipment or an orientation.
struct CoverNeed {
  using Answer = NeedCovered;
  static constexpr std::string_view purpose = "this_procedure";
  CommandId command_id;
  PersonId person_id;
  NeedId need_id;
  DeskMission mission{};
  std::optional<OrganisationCode> handled_for;
  bool operator==(const CoverNeed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoverNeed, (), (command_id, person_id, need_id, mission, handled_for))

struct ConsentGiven {
  ConsentId consent_id;
  ConsentState state{};
  bool operator==(const ConsentGiven&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentGiven, (), (consent_id, state))

/// Notes the person's consent. Oral and noted suffices to orient; anything else waits for its proof.
struct GiveConsent {
  using Answer = ConsentGiven;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  ConsentGiver given_by{};
  ConsentMeans means{};
  PurposeCode for_purpose;
  std::vector<OrganisationCode> recipients;
  std::vector<CategoryCode> categories;
  std::vector<CategoryCode> withheld;
  std::string text_version;
  /// Until when; by default and at most a year.
  std::optional<Date> until;
  bool operator==(const GiveConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(GiveConsent, (), (command_id, person_id, given_by, means, for_purpose, recipients, categories,
                                        withheld, text_version, until))

struct ConsentWithdrawn {
  ConsentId consent_id;
  /// Referrals that lost their ground and were recalled.
  std::vector<ReferralId> recalled;
  bool operator==(const ConsentWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentWithdrawn, (), (consent_id, recalled))

/// The person takes a consent back: at once, for the future. What was shared before stays in the register.
struct WithdrawConsent {
  using Answer = ConsentWithdrawn;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  ConsentId consent_id;
  bool operator==(const WithdrawConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(WithdrawConsent, (), (command_id, person_id, consent_id))

struct AppointmentBooked {
  AppointmentId appointment_id;
  SpaceCode space;
  Instant starts_at;
  bool operator==(const AppointmentBooked&) const = default;
};
BOOST_DESCRIBE_STRUCT(AppointmentBooked, (), (appointment_id, space, starts_at))

/// Books a free slot of a permanence, in a space that keeps what the service needs kept.
struct BookAppointment {
  using Answer = AppointmentBooked;
  static constexpr std::string_view purpose = "orientation";
  static constexpr bool reads_diary = true;
  CommandId command_id;
  PersonId person_id;
  NeedId need_id;
  PermanenceCode permanence;
  Instant starts_at;
  bool operator==(const BookAppointment&) const = default;
};
BOOST_DESCRIBE_STRUCT(BookAppointment, (), (command_id, person_id, need_id, permanence, starts_at))

struct ReferralSent {
  ReferralId referral_id;
  ReferralState state{};
  /// Written in the same transaction, if anything left with the referral.
  std::optional<Id<struct DisclosureTag>> disclosure_id;
  bool operator==(const ReferralSent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralSent, (), (referral_id, state, disclosure_id))

/// Hands a need to a service with the categories named, if the secrecy rules let them go.
struct SendReferral {
  using Answer = ReferralSent;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  NeedId need_id;
  ServiceCode service;
  ReferralKind kind{};
  std::optional<ConsentId> consent_id;
  std::optional<AppointmentId> appointment_id;
  std::vector<CategoryCode> share;
  bool operator==(const SendReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(SendReferral, (), (command_id, person_id, need_id, service, kind, consent_id, appointment_id,
                                         share))

}  // namespace patio
