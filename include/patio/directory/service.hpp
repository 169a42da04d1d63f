#pragma once
/// \file
/// What an organisation offers, and the agreements under which partners receive people at the centre.

#include <string>
#include <vector>

#include <patio/base/text.hpp>
#include <patio/directory/organisation.hpp>

namespace patio {

/// "svc:conciliateur"
using ServiceCode = Code<struct ServiceTag>;
/// "neighbour_dispute": an entry of the rulebook's needs.
using NeedCode = Code<struct NeedTag>;

enum class ServiceStatus { open, waitlist, full, not_yet_open, suspended };
BOOST_DESCRIBE_ENUM(ServiceStatus, open, waitlist, full, not_yet_open, suspended)

/// `in_person`: the person comes. `remote`: by phone, video or mail. `home`: somebody comes to the person.
enum class ReceptionMode { in_person, remote, home };
BOOST_DESCRIBE_ENUM(ReceptionMode, in_person, remote, home)

struct Service {
  ServiceCode code;
  OrganisationCode organisation;
  /// The destination that orientation rules name: "conciliator", "france_services"...
  std::string destination;
  Text name;
  /// What messages, diaries and screens seen by others say instead of the name.
  Text neutral_name;
  ServiceStatus status{};
  /// The receiver must be out of earshot.
  bool needs_confidential_space = false;
  std::vector<ProfessionalCode> professionals;
  /// In which people can be received besides French, ISO 639-1: "ar". Empty: not said.
  std::vector<std::string> languages;
  /// Empty: not said.
  std::vector<ReceptionMode> modes;
  bool operator==(const Service&) const = default;
};
BOOST_DESCRIBE_STRUCT(Service, (),
                      (code, organisation, destination, name, neutral_name, status, needs_confidential_space, professionals, languages,
                       modes))

/// A signed agreement: without one in force, nothing that names a person goes to that organisation.
struct Agreement {
  OrganisationCode organisation;
  std::string purpose;
  Period period;
  bool operator==(const Agreement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (organisation, purpose, period))

}  // namespace patio
