#include <patio/schedule/centre_plan.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <patio/base/json_tree.hpp>

namespace patio {
namespace {

struct Fault {
  std::string_view code;
  std::string_view fr;
  std::string_view en;
};

constexpr Fault faults[] = {
    {"no_code", "donner un code", "give a code"},
    {"repeated_code", "ce code est déjà pris plus haut", "this code is already taken above"},
    {"unknown_reference", "le plan ne contient pas ce code", "the plan holds no such code"},
    {"unknown_zone", "ce fuseau horaire est inconnu du système", "the system knows no such time zone"},
    {"no_name", "donner au moins un nom", "give one name at least"},
    {"not_a_date", "ce jour n'existe pas", "there is no such day"},
    {"ends_before_it_begins", "la fin doit suivre le début", "the end must follow the beginning"},
    {"overlaps", "cette période en chevauche une autre plus haut", "this period overlaps another one above"},
    {"hat_of_another", "cette fonction est déjà portée par quelqu'un d'autre", "this hat is already worn by someone else"},
    {"not_a_clock_time", "les heures vont de 00:00 à 24:00", "times go from 00:00 to 24:00"},
    {"closes_before_opening", "la fermeture doit suivre l'ouverture", "closing must follow opening"},
    {"out_of_range", "cette valeur est hors limites", "this value is out of range"},
    {"half_a_position", "donner la latitude et la longitude, ou aucune", "give latitude and longitude, or neither"},
    {"space_elsewhere", "cet espace est dans un autre site", "this space is at another site"},
    {"not_confidential", "ce service demande un espace confidentiel", "this service asks for a confidential space"},
    {"not_of_the_service", "ce professionnel n'est pas de ce service", "this professional is not of that service"},
};

/// Walks the plan once and notes what is wrong, each with its place.
class PlanCheck {
 public:
  Issues issues;

  explicit PlanCheck(const CentrePlan& plan) : plan_(plan) {
    index("/organisations", plan.organisations, organisations_);
    index("/poles", plan.poles, poles_);
    index("/sites", plan.sites, sites_);
    index("/spaces", plan.spaces, spaces_);
    std::map<AssetCode, const Asset*> assets;
    index("/assets", plan.assets, assets);
    index("/professionals", plan.professionals, professionals_);
    index("/services", plan.services, services_);
    std::map<PermanenceCode, const Permanence*> permanences;
    index("/permanences", plan.permanences, permanences);
  }

  void run() {
    if (!find_zone(plan_.zone)) fault("/zone", "unknown_zone");
    each("/organisations", plan_.organisations, [this](const auto& path, const auto& value) { check_organisation(path, value); });
    each("/sites", plan_.sites, [this](const auto& path, const auto& value) { check_site(path, value); });
    each("/spaces", plan_.spaces, [this](const auto& path, const auto& value) { check_space(path, value); });
    each("/assets", plan_.assets, [this](const auto& path, const auto& value) { refer(path + "/site", sites_, value.site); });
    each("/professionals", plan_.professionals, [this](const auto& path, const auto& value) { check_professional(path, value); });
    each("/services", plan_.services, [this](const auto& path, const auto& value) { check_service(path, value); });
    each("/agreements", plan_.agreements, [this](const auto& path, const auto& value) { check_agreement(path, value); });
    each("/permanences", plan_.permanences, [this](const auto& path, const auto& value) { check_permanence(path, value); });
  }

 private:
  void fault(std::string path, std::string_view code) {
    const auto found = std::find_if(std::begin(faults), std::end(faults), [&](const Fault& f) { return f.code == code; });
    issues.list.push_back({std::move(path), std::string(code), {std::string(found->fr), std::string(found->en)}});
  }

  template <class T, class Check>
  static void each(const std::string& path, const std::vector<T>& list, Check check_one) {
    for (std::size_t i = 0; i < list.size(); ++i) check_one(pointer(path, i), list[i]);
  }

  template <class T, class Index>
  void index(const std::string& path, const std::vector<T>& list, Index& index) {
    each(path, list, [&](const std::string& place, const T& value) {
      if (value.code.empty()) return fault(place + "/code", "no_code");
      if (!index.emplace(value.code, &value).second) fault(place + "/code", "repeated_code");
    });
  }

  /// What a code stands for, or null and a fault.
  template <class Index>
  auto refer(const std::string& path, const Index& index, const typename Index::key_type& code) ->
      typename Index::mapped_type {
    const auto found = index.find(code);
    if (found != index.end()) return found->second;
    fault(path, "unknown_reference");
    return nullptr;
  }

  void check_period(const std::string& path, const Period& period) {
    if (!period.since.ok()) fault(path + "/since", "not_a_date");
    if (period.until && !period.until->ok()) fault(path + "/until", "not_a_date");
    else if (is_empty(period)) fault(path + "/until", "ends_before_it_begins");
  }

  void check_opening(const std::string& path, const OpeningHours& hours) {
    const auto on_the_clock = [](ClockTime clock) {
      return clock >= ClockTime{} && clock <= ClockTime{std::chrono::hours(24)};
    };
    if (!on_the_clock(hours.opens)) return fault(path + "/opens", "not_a_clock_time");
    if (!on_the_clock(hours.closes)) return fault(path + "/closes", "not_a_clock_time");
    if (hours.closes <= hours.opens) fault(path + "/closes", "closes_before_opening");
  }

  void check_organisation(const std::string& path, const Organisation& organisation) {
    if (organisation.names.empty()) fault(path + "/names", "no_name");
    std::vector<Period> named;
    each(path + "/names", organisation.names, [&](const std::string& place, const DatedName& name) {
      if (name.name.empty()) fault(place + "/name", "no_name");
      check_period(place + "/period", name.period);
      if (overlaps_any(named, name.period)) fault(place + "/period", "overlaps");
      named.push_back(name.period);
    });
    std::vector<Period> member;
    each(path + "/france_services", organisation.france_services, [&](const std::string& place, const Period& period) {
      check_period(place, period);
      if (overlaps_any(member, period)) fault(place, "overlaps");
      member.push_back(period);
    });
  }

  static bool overlaps_any(const std::vector<Period>& earlier, const Period& period) {
    return !is_empty(period) && std::any_of(earlier.begin(), earlier.end(), [&](const Period& other) {
      return !is_empty(other) && overlaps(other, period);
    });
  }

  void check_site(const std::string& path, const Site& site) {
    if (site.name.empty()) fault(path + "/name", "no_name");
    if (site.commune.empty()) fault(path + "/commune", "no_code");
    if (site.latitude.has_value() != site.longitude.has_value()) fault(path + "/latitude", "half_a_position");
    if (site.latitude && !(*site.latitude >= -90 && *site.latitude <= 90)) fault(path + "/latitude", "out_of_range");
    if (site.longitude && !(*site.longitude >= -180 && *site.longitude <= 180)) fault(path + "/longitude", "out_of_range");
    each(path + "/hours", site.hours, [&](const std::string& place, const OpeningHours& hours) {
      check_opening(place, hours);
      const bool overlapped = std::any_of(site.hours.data(), &hours, [&](const OpeningHours& other) {
        return other.weekday == hours.weekday && other.opens < hours.closes && hours.opens < other.closes;
      });
      if (overlapped) fault(place, "overlaps");
    });
  }

  void check_space(const std::string& path, const Space& space) {
    refer(path + "/site", sites_, space.site);
    if (space.seats < 0) fault(path + "/seats", "out_of_range");
  }

  void check_professional(const std::string& path, const Professional& professional) {
    if (professional.name.empty()) fault(path + "/name", "no_name");
    std::map<HatCode, std::vector<Period>> worn_before;
    each(path + "/hats", professional.hats, [&](const std::string& place, const Hat& hat) {
      if (hat.code.empty()) fault(place + "/code", "no_code");
      const auto [owner, first] = hat_owners_.emplace(hat.code, &professional);
      if (!first && owner->second != &professional) fault(place + "/code", "hat_of_another");
      refer(place + "/organisation", organisations_, hat.organisation);
      if (hat.pole) refer(place + "/pole", poles_, *hat.pole);
      check_period(place + "/period", hat.period);
      auto& earlier = worn_before[hat.code];
      if (overlaps_any(earlier, hat.period)) fault(place + "/period", "overlaps");
      earlier.push_back(hat.period);
    });
  }

  void check_service(const std::string& path, const Service& service) {
    refer(path + "/organisation", organisations_, service.organisation);
    each(path + "/professionals", service.professionals, [&](const std::string& place, const ProfessionalCode& code) {
      refer(place, professionals_, code);
    });
  }

  void check_agreement(const std::string& path, const Agreement& agreement) {
    refer(path + "/organisation", organisations_, agreement.organisation);
    check_period(path + "/period", agreement.period);
  }

  void check_permanence(const std::string& path, const Permanence& permanence) {
    for (const auto& issue : check(permanence).list)
      issues.list.push_back({path + issue.path, issue.code, issue.message});
    const Service* service = refer(path + "/service", services_, permanence.service);
    refer(path + "/site", sites_, permanence.site);
    if (refer(path + "/professional", professionals_, permanence.professional) && service) {
      const auto& team = service->professionals;
      if (std::find(team.begin(), team.end(), permanence.professional) == team.end())
        fault(path + "/professional", "not_of_the_service");
    }
    each(path + "/spaces", permanence.spaces, [&](const std::string& place, const SpaceCode& code) {
      const Space* space = refer(place, spaces_, code);
      if (!space) return;
      if (!space->site.empty() && space->site != permanence.site) fault(place, "space_elsewhere");
      if (service && service->needs_confidential_space && !space->confidential) fault(place, "not_confidential");
    });
    each(path + "/cancelled", permanence.cancelled, [&](const std::string& place, const Date& day) {
      if (!day.ok()) fault(place, "not_a_date");
    });
  }

  const CentrePlan& plan_;
  std::map<OrganisationCode, const Organisation*> organisations_;
  std::map<PoleCode, const Pole*> poles_;
  std::map<SiteCode, const Site*> sites_;
  std::map<SpaceCode, const Space*> spaces_;
  std::map<ProfessionalCode, const Professional*> professionals_;
  std::map<ServiceCode, const Service*> services_;
  std::map<HatCode, const Professional*> hat_owners_;
};

bool within(std::string_view path, std::string_view other) {
  return path == other || (path.starts_with(other) && (other.empty() || path[other.size()] == '/'));
}

}  // namespace

Issues check(const CentrePlan& plan) {
  PlanCheck walk(plan);
  walk.run();
  return walk.issues;
}

Checked<CentrePlan> read_centre_plan(std::string_view json) {
  const auto tree = parse_json(json);
  if (!tree) return tree.error();
  CentrePlan plan;
  const Issues unread = detail::read_tree(*tree, &plan, shape_of<CentrePlan>());
  Issues all = unread;
  // What could not be read was left at its default: a fault found there would be about the default, not the file.
  for (auto& issue : check(plan).list) {
    const bool already_said = std::any_of(unread.list.begin(), unread.list.end(), [&](const Issue& form) {
      return within(issue.path, form.path) || within(form.path, issue.path);
    });
    if (!already_said) all.list.push_back(std::move(issue));
  }
  if (!all.list.empty()) return all;
  return plan;
}

}  // namespace patio
