#include <patio/directory/directory.hpp>

#include <algorithm>
#include <unordered_set>

#include <patio/base/json.hpp>

namespace patio {
namespace {

Issue fault(std::string path, std::string_view code) {
  if (code == "repeated_id") return {std::move(path), std::string(code), {"cet identifiant figure plus haut", "this identifier stands above"}};
  if (code == "unknown_structure")
    return {std::move(path), std::string(code), {"aucune structure n'a cet identifiant", "no structure has this identifier"}};
  if (code == "commune_not_yet")
    return {std::move(path), std::string(code), {"cette commune n'existait pas encore ce jour-là", "this commune did not exist yet on that day"}};
  return {std::move(path), std::string(code), {"ce territoire est inconnu", "this territory is unknown"}};
}

class Checker {
 public:
  Checker(const Territory* territory, Date day) : territory_(territory), day_(day) {}

  std::vector<Issue> issues;

  void check_id(std::unordered_set<std::string_view>& known, const std::string& id, const std::string& path) {
    if (!known.insert(id).second) issues.push_back(fault(path + "/id", "repeated_id"));
  }

  void check_commune(const std::optional<CommuneCode>& commune, const std::string& path) {
    if (!territory_ || !commune) return;
    const auto standing = territory_->commune_on(*commune, day_).standing;
    if (standing == CommuneStanding::unknown) issues.push_back(fault(path, "unknown_commune"));
    if (standing == CommuneStanding::not_yet) issues.push_back(fault(path, "commune_not_yet"));
  }

  void check_zones(const std::vector<AreaCode>& zones, const std::string& path) {
    for (std::size_t i = 0; territory_ && i < zones.size(); ++i) {
      const std::string& text = zones[i].text();
      if (text.starts_with("country:")) continue;
      if (text.starts_with("insee:")) check_commune(CommuneCode::parse(text), pointer(path, i));
      else if (!territory_->find(zones[i])) issues.push_back(fault(pointer(path, i), "unknown_zone"));
    }
  }

 private:
  const Territory* territory_;
  Date day_;
};

}  // namespace

std::vector<const ListedService*> services_of(const Directory& directory, std::string_view structure_id) {
  std::vector<const ListedService*> services;
  for (const auto& each : directory.services)
    if (each.structure_id == structure_id) services.push_back(&each);
  return services;
}

const Location* location_of(const Directory& directory, const ListedService& service) {
  if (service.location != Location{}) return &service.location;
  const auto found = std::find_if(directory.structures.begin(), directory.structures.end(),
                                  [&](const auto& each) { return each.id == service.structure_id; });
  return found == directory.structures.end() || found->location == Location{} ? nullptr : &found->location;
}

Issues check(const Directory& directory, const Territory* territory, Date day) {
  Checker checker(territory, day);
  std::unordered_set<std::string_view> structures, services;
  for (std::size_t i = 0; i < directory.structures.size(); ++i) {
    const std::string path = pointer("/structures", i);
    checker.check_id(structures, directory.structures[i].id, path);
    checker.check_commune(directory.structures[i].location.commune, path + "/location/commune");
  }
  for (std::size_t i = 0; i < directory.services.size(); ++i) {
    const ListedService& service = directory.services[i];
    const std::string path = pointer("/services", i);
    checker.check_id(services, service.id, path);
    if (!structures.contains(service.structure_id)) checker.issues.push_back(fault(path + "/structure_id", "unknown_structure"));
    checker.check_commune(service.location.commune, path + "/location/commune");
    checker.check_zones(service.zones, path + "/zones");
  }
  return {std::move(checker.issues)};
}

}  // namespace patio
