#pragma once
/// \file
/// What counts for the way to a service besides the rules: where the person lives, what they need of a place and of whoever
/// receives there, who knows them already. Absent is unknown.
///
///     request.circumstances = Circumstances{.home = Residence{.areas = {AreaCode{"insee:91312"}}}, .language = "ar"};

#include <string>

#include <patio/base/yes_no.hpp>
#include <patio/directory/residence.hpp>

namespace patio {

struct Circumstances {
  /// Its areas and its street say which rules and which zones have it; its position, how far a place is.
  std::optional<Residence> home;
  /// ISO 639-1: "ar".
  std::optional<std::string> language;
  /// `yes`: no step may be in the way.
  std::optional<YesNo> step_free;
  /// Codes of services and professionals of the plan, ids of services of a directory, that already know the person.
  std::vector<std::string> known_to;
  bool operator==(const Circumstances&) const = default;
};
BOOST_DESCRIBE_STRUCT(Circumstances, (), (home, language, step_free, known_to))

}  // namespace patio
