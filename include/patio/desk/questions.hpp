#pragma once
/// \file
/// What may be asked of the engines alone, without a desk or a store: plain values in, plain values out.

#include <patio/base/machine.hpp>
#include <patio/consent/consent.hpp>
#include <patio/orientation/orientation.hpp>
#include <patio/orientation/veille.hpp>
#include <patio/schedule/holiday.hpp>
#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/hat_status.hpp>

namespace patio {

/// May this actor give this to this recipient? Under the law of `day`, as the rulebook knew it on `known_as_of`.
struct Decide {
  using Answer = Decision;
  Date day{};
  std::optional<Date> known_as_of;
  AccessRequest request;
  bool operator==(const Decide&) const = default;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (day, known_as_of, request))

/// What binds this hat to secrecy?
struct StatusOfHat {
  using Answer = HatStatus;
  Date day{};
  HatFacts hat;
  bool operator==(const StatusOfHat&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatusOfHat, (), (day, hat))

/// Who can meet this need, in a centre with this plan?
struct Orient {
  using Answer = Orientation;
  CentrePlan plan;
  OrientationRequest request;
  bool operator==(const Orient&) const = default;
};
BOOST_DESCRIBE_STRUCT(Orient, (), (plan, request))

struct Suggestions {
  std::vector<Suggestion> suggestions;
  bool operator==(const Suggestions&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggestions, (), (suggestions))

/// What else is worth a word?
struct Suggest {
  using Answer = Suggestions;
  SuggestionRequest request;
  bool operator==(const Suggest&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggest, (), (request))

struct Covered {
  bool yes = false;
  std::string reason;
  bool operator==(const Covered&) const = default;
};
BOOST_DESCRIBE_STRUCT(Covered, (), (yes, reason))

/// Does this consent cover this sharing?
struct ConsentCovers {
  using Answer = Covered;
  Consent consent;
  OrganisationCode recipient;
  CategoryCode category;
  PurposeCode purpose;
  Date day{};
  bool operator==(const ConsentCovers&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentCovers, (), (consent, recipient, category, purpose, day))

struct Holidays {
  std::vector<Holiday> holidays;
  bool operator==(const Holidays&) const = default;
};
BOOST_DESCRIBE_STRUCT(Holidays, (), (holidays))

struct HolidaysOf {
  using Answer = Holidays;
  int year = 0;
  HolidayZone zone{};
  bool operator==(const HolidaysOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(HolidaysOf, (), (year, zone))

/// A state machine as data: "consent", "referral", "appointment".
struct MachineOf {
  using Answer = MachineTable;
  std::string name;
  bool operator==(const MachineOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineOf, (), (name))

/// The text of a refusal in both languages.
struct RefusalOf {
  using Answer = Refusal;
  std::string code;
  bool operator==(const RefusalOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusalOf, (), (code))

#define PATIO_QUESTIONS(DO) \
  DO(Decide)                \
  DO(StatusOfHat)           \
  DO(Orient)                \
  DO(Suggest)               \
  DO(ConsentCovers)         \
  DO(HolidaysOf)            \
  DO(MachineOf)             \
  DO(RefusalOf)

}  // namespace patio
