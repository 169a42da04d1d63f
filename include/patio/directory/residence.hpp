#pragma once
/// \file
/// Where somebody lives, as far as it is known: by every name of the ground, down to the house.
///
///     Residence home{.areas = {AreaCode{"insee:91312"}}, .street = StreetCode{"ban:91312_0450"}, .house_number = 12};
///
/// What is not given is unknown, never "elsewhere".

#include <optional>
#include <vector>

#include <patio/directory/position.hpp>
#include <patio/directory/territory.hpp>

namespace patio {

/// A street of the national address base: "ban:91312_0450".
using StreetCode = Code<struct StreetTag>;

struct Residence {
  /// Commune, intercommunality, département, région, country: whatever is known, one of each kind. Also sectors, where the host
  /// knows them itself: as many as it knows.
  std::vector<AreaCode> areas;
  std::optional<StreetCode> street;
  std::optional<int> house_number;
  std::optional<Position> position;
  bool operator==(const Residence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Residence, (), (areas, street, house_number, position))

/// "dep:91" of "insee:91312": the code of a commune begins with that of its département. Nothing for what is no commune.
[[nodiscard]] std::optional<AreaCode> department_of(std::string_view commune);

/// The code of its namespace ("insee", "dep", "epci"...) among its areas; that of a département follows from the commune. Nothing
/// if it is not known.
[[nodiscard]] std::optional<AreaCode> area_of(const Residence& residence, std::string_view kind);

/// "insee" of "insee:91312"; empty without a colon.
[[nodiscard]] std::string_view kind_of(const AreaCode& code) noexcept;

}  // namespace patio
