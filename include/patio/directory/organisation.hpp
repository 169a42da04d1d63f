#pragma once
/// \file
/// Organisations that meet at the centre, with their names over time, and the national operators among them.
///
///     name_on(pole_emploi, day_in_2022);   // "Pôle emploi"
///     name_on(pole_emploi, day_in_2026);   // "France Travail"

#include <string>
#include <vector>

#include <patio/base/time.hpp>
#include <patio/people/professional.hpp>

namespace patio {

enum class OrganisationKind { municipal, operator_, association, department, state, justice, company };
BOOST_DESCRIBE_ENUM(OrganisationKind, municipal, operator_, association, department, state, justice, company)

struct DatedName {
  std::string name;
  Period period;
  bool operator==(const DatedName&) const = default;
};
BOOST_DESCRIBE_STRUCT(DatedName, (), (name, period))

struct Organisation {
  OrganisationCode code;
  OrganisationKind kind{};
  std::vector<DatedName> names;
  /// When it is one of the operators of the France Services programme.
  std::vector<Period> france_services;
  bool operator==(const Organisation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (code, kind, names, france_services))

/// The name borne on that day; the nearest earlier one if none, else the first. Empty only without names.
[[nodiscard]] std::string name_on(const Organisation& organisation, Date day);

}  // namespace patio
