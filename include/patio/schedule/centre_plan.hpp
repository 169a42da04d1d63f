#pragma once
/// \file
/// The plan of a centre: who meets there, where, for what and when. A host keeps it as a JSON file and hands it to the
/// desk; nothing in it is about a person received.
///
///     Checked<CentrePlan> plan = read_centre_plan(text);    // every fault of form and of reference at once

#include <string_view>

#include <patio/directory/asset.hpp>
#include <patio/schedule/permanence.hpp>

namespace patio {

struct Pole {
  PoleCode code;
  Text name;
  bool operator==(const Pole&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pole, (), (code, name))

struct CentrePlan {
  Text name;
  /// Of the tz database: "Europe/Paris".
  std::string zone;
  std::vector<Organisation> organisations;
  std::vector<Pole> poles;
  std::vector<Site> sites;
  std::vector<Space> spaces;
  std::vector<Asset> assets;
  std::vector<Professional> professionals;
  std::vector<Service> services;
  std::vector<Agreement> agreements;
  std::vector<Permanence> permanences;
  bool operator==(const CentrePlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(CentrePlan, (), (name, zone, organisations, poles, sites, spaces, assets, professionals, services,
                                       agreements, permanences))

/// Every duplicate code, every reference to what the plan does not hold, every impossible period or permanence.
[[nodiscard]] Issues check(const CentrePlan& plan);

[[nodiscard]] Checked<CentrePlan> read_centre_plan(std::string_view json);

}  // namespace patio
