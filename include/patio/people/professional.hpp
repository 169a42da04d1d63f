#pragma once
/// \file
/// The professional, and the hats they wear: one person, several employers, functions and missions, each for a time.
/// What a professional may know depends on the hat worn that day, never on the person.
///
///     const Hat* hat = worn(bruno, HatCode{"hat:fs1"}, today);      // null if not worn that day

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <patio/base/code.hpp>
#include <patio/base/error.hpp>
#include <patio/base/time.hpp>

namespace patio {

/// "org:udaf"
using OrganisationCode = Code<struct OrganisationTag>;
/// "pole:france_services": a compartment of secrecy within an organisation.
using PoleCode = Code<struct PoleTag>;
/// "pro:fs1"
using ProfessionalCode = Code<struct ProfessionalTag>;
/// "hat:fs1"
using HatCode = Code<struct HatTag>;

/// One function held by one professional for one employer, for a time. The codes name facts of the rulebook's file
/// hat_facts.json; a code that it does not know counts as unknown.
struct Hat {
  HatCode code;
  OrganisationCode organisation;
  std::optional<PoleCode> pole;
  /// Facts of status: "employer" -> "commune", "occupation" -> "france_services_counsellor"...
  std::map<std::string, std::string> facts;
  /// How the secrecy rules call this hat when it gives information, and when it receives some.
  std::string actor;
  std::string recipient;
  Text title;
  Period period;
  bool operator==(const Hat&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hat, (), (code, organisation, pole, facts, actor, recipient, title, period))

struct Professional {
  ProfessionalCode code;
  std::string name;
  std::vector<Hat> hats;
  bool operator==(const Professional&) const = default;
};
BOOST_DESCRIBE_STRUCT(Professional, (), (code, name, hats))

/// The hat of that code if it is worn on that day.
[[nodiscard]] const Hat* worn(const Professional& professional, const HatCode& hat, Date day);

}  // namespace patio
