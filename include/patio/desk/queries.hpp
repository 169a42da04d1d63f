#pragma once
/// \file
/// What a professional may ask the desk. A query reads, changes nothing but the audit log, and answers only with what
/// the secrecy rules let this hat know on this day.

#include <patio/desk/commands.hpp>
#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/disclosure.hpp>

namespace patio {

struct FreeSlots {
  std::vector<Slot> slots;
  bool operator==(const FreeSlots&) const = default;
};
BOOST_DESCRIBE_STRUCT(FreeSlots, (), (slots))

/// Free slots of a service in the coming days, today included. Says nothing about who took the others.
struct FindSlots {
  using Answer = FreeSlots;
  static constexpr std::string_view purpose = "appointment";
  static constexpr bool reads_diary = true;
  ServiceCode service;
  int days = 28;
  bool operator==(const FindSlots&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindSlots, (), (service, days))

struct PersonPlan {
  Person person;
  std::vector<NeedRecord> needs;
  std::vector<Appointment> appointments;
  std::vector<Referral> referrals;
  std::vector<Consent> consents;
  bool operator==(const PersonPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonPlan, (), (person, needs, appointments, referrals, consents))

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

struct ActivityCount {
  int visits = 0;
  int requests = 0;
  int persons = 0;
  int referrals = 0;
  bool operator==(const ActivityCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActivityCount, (), (visits, requests, persons, referrals))

/// What the asking professional did over some days: visits, requests and persons are three different numbers.
struct CountActivity {
  using Answer = ActivityCount;
  static constexpr std::string_view purpose = "statistics";
  Date since{};
  Date until{};
  bool operator==(const CountActivity&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountActivity, (), (since, until))

}  // namespace patio
