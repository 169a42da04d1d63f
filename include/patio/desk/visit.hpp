#pragma once
/// \file
/// A person comes: who they are, what they need, what is done at once, and who asks what about them.

#include <patio/desk/command.hpp>
#include <patio/casework/referral.hpp>
#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/disclosure.hpp>

namespace patio {

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

struct PersonPlan {
  Person person;
  std::vector<NeedRecord> needs;
  std::vector<Appointment> appointments;
  std::vector<Referral> referrals;
  std::vector<Consent> consents;
  /// How often the file has changed; see RunOptions.
  std::uint64_t revision = 0;
  bool operator==(const PersonPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonPlan, (), (person, needs, appointments, referrals, consents, revision))

/// The plan of a person whom one's own pole receives: needs, appointments, referrals, consents.
struct ReadPlan {
  using Answer = PersonPlan;
  static constexpr std::string_view purpose = "this_procedure";
  PersonId person_id;
  bool operator==(const ReadPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadPlan, (), (person_id))

/// One piece of what may be known.
struct KnownItem {
  std::string label;
  std::string value;
  bool operator==(const KnownItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(KnownItem, (), (label, value))

/// One category that was asked about: the decision with its reasons, and the items if it lets them through.
struct Knowledge {
  CategoryCode category;
  Decision decision;
  std::vector<KnownItem> items;
  bool operator==(const Knowledge&) const = default;
};
BOOST_DESCRIBE_STRUCT(Knowledge, (), (category, decision, items))

struct AboutPerson {
  std::vector<Knowledge> categories;
  bool operator==(const AboutPerson&) const = default;
};
BOOST_DESCRIBE_STRUCT(AboutPerson, (), (categories))

/// "What may I know about this person, for this purpose?" Answered category by category, each with its reasons. A
/// refusal tells nothing about whether the person is known here.
struct AskAbout {
  using Answer = AboutPerson;
  static constexpr bool hides_who_is_known = true;
  PersonId person_id;
  PurposeCode purpose;
  std::vector<CategoryCode> categories;
  bool operator==(const AskAbout&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskAbout, (), (person_id, purpose, categories))

struct DisclosureRegister {
  std::vector<Disclosure> disclosures;
  bool operator==(const DisclosureRegister&) const = default;
};
BOOST_DESCRIBE_STRUCT(DisclosureRegister, (), (disclosures))

/// Every disclosure about a person, in order of time.
struct ReadDisclosures {
  using Answer = DisclosureRegister;
  static constexpr std::string_view purpose = "this_procedure";
  PersonId person_id;
  bool operator==(const ReadDisclosures&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadDisclosures, (), (person_id))

/// `persons` are those who are known, each once, whether they came, were seen at home or took part in a session.
struct ActivityCount {
  int visits = 0;
  int requests = 0;
  int persons = 0;
  int referrals = 0;
  /// Sessions at home that took place.
  int home_visits = 0;
  int sessions = 0;
  /// In the sessions: those who are known, each time they came, and those who are only counted.
  int participants = 0;
  bool operator==(const ActivityCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActivityCount, (), (visits, requests, persons, referrals, home_visits, sessions, participants))

/// What the asking professional did over some days: visits, requests and persons are three different numbers, and so are
/// sessions and those who took part.
struct CountActivity {
  using Answer = ActivityCount;
  static constexpr std::string_view purpose = "statistics";
  Date since{};
  Date until{};
  bool operator==(const CountActivity&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountActivity, (), (since, until))

}  // namespace patio
