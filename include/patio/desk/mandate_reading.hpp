#pragma once
/// \file
/// The mandates that a person gave one's own structure.

#include <patio/consent/mandate.hpp>
#include <patio/desk/command.hpp>

namespace patio {

/// One mandate with what follows from it today.
struct ShownMandate {
  Mandate mandate;
  MandateState state{};
  /// How far it has come, if it was concluded at a distance.
  std::optional<RemoteStage> stage;
  std::optional<Date> reminder_on;
  Date evidence_until{};
  std::vector<MandateUse> uses;
  std::vector<MandateEntry> journal;
  bool operator==(const ShownMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShownMandate, (), (mandate, state, stage, reminder_on, evidence_until, uses, journal))

struct MandateRegister {
  std::vector<ShownMandate> mandates;
  bool operator==(const MandateRegister&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateRegister, (), (mandates))

/// The mandates that a person gave one's own structure, with their uses and their journal.
struct ReadMandates {
  using Answer = MandateRegister;
  static constexpr std::string_view purpose = "this_procedure";
  PersonId person_id;
  bool operator==(const ReadMandates&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadMandates, (), (person_id))

}  // namespace patio
