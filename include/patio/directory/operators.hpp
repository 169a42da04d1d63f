#pragma once
/// \file
/// The national operators whose procedures a France Services desk supports, with their names and their membership over time:
/// dated data in src/rulebook/france/operators.json, never a constant.
///
///     const Operator& employment = *find_operator(default_operators(), OrganisationCode("org:france_travail"));
///     name_on(employment, day_in_2022);                                     // "Pôle emploi"
///     names_over(employment, {2023_y/1/1, 2026_y/1/1});                     // both: a count over these years joins them
///     operators_on(default_operators(), "france_services", day);            // nine in 2023, more since
///
/// An entry whose day is not confirmed says so (`certainty`), so that whoever prints the list can mark it.

#include <span>
#include <string_view>

#include <patio/base/error.hpp>
#include <patio/directory/organisation.hpp>

namespace patio {

/// `unconfirmed`: recalled, not read in the text that decides it.
enum class Certainty { confirmed, unconfirmed };
BOOST_DESCRIBE_ENUM(Certainty, confirmed, unconfirmed)

struct OperatorName {
  std::string name;
  Period period;
  Certainty certainty{};
  /// The text or the page that says it.
  std::string source;
  bool operator==(const OperatorName&) const = default;
};
BOOST_DESCRIBE_STRUCT(OperatorName, (), (name, period, certainty, source))

/// A time in a programme: "msap" until 2019, "france_services" since.
struct Membership {
  std::string programme;
  Period period;
  Certainty certainty{};
  std::string source;
  bool operator==(const Membership&) const = default;
};
BOOST_DESCRIBE_STRUCT(Membership, (), (programme, period, certainty, source))

struct Operator {
  /// Stable: counts over years are made by it.
  OrganisationCode code;
  /// What it is about: "emploi", "employment".
  Text field;
  std::vector<OperatorName> names;
  std::vector<Membership> memberships;
  /// Codes of the same body in national directories (`reseaux_porteurs` of data·inclusion).
  std::vector<std::string> networks;
  /// Who has read the entry: "unreviewed" until then.
  std::string review;
  bool operator==(const Operator&) const = default;
};
BOOST_DESCRIBE_STRUCT(Operator, (), (code, field, names, memberships, networks, review))

/// As name_on() of an organisation: the name borne on that day, else the nearest earlier one, else the first.
[[nodiscard]] std::string name_on(const Operator& entry, Date day);

/// Every name borne in the period, in order of time.
[[nodiscard]] std::vector<std::string> names_over(const Operator& entry, const Period& period);

/// As the plan of a centre has it.
[[nodiscard]] Organisation organisation_of(const Operator& entry);

/// An operator as it stood on one day.
struct OperatorOnDay {
  OrganisationCode code;
  std::string name;
  Text field;
  /// Of the membership: print the unconfirmed ones with a mark.
  Certainty certainty{};
  std::string source;
  bool operator==(const OperatorOnDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(OperatorOnDay, (), (code, name, field, certainty, source))

struct OperatorBook {
  /// In order of code.
  std::vector<Operator> operators;
  bool operator==(const OperatorBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(OperatorBook, (), (operators))

/// Null if the book has no such code.
[[nodiscard]] const Operator* find_operator(const OperatorBook& book, const OrganisationCode& code);

/// Those of the programme on that day, in the order of the book.
[[nodiscard]] std::vector<OperatorOnDay> operators_on(const OperatorBook& book, std::string_view programme, Date day);

/// `{"schema": "patio/operators/1", "operators": [...]}`: every fault of form, repeated codes, names or memberships of the
/// same programme that overlap, periods that end before they begin.
[[nodiscard]] Checked<OperatorBook> read_operators(std::string_view json);

/// The French book of this version of the library.
[[nodiscard]] const OperatorBook& default_operators();

}  // namespace patio
