#include <patio/orientation/service_index.hpp>

#include <algorithm>
#include <unordered_map>

#include "compiled_services.hpp"
#include "standing_rules.hpp"

namespace patio {

namespace {

std::optional<DestinationCode> destination_of(const NeedsBook& book, const ListedStructure& structure) {
  for (const auto& network : structure.networks)
    for (const auto& rule : book.words.networks)
      if (rule.code == network) return rule.destination;
  return std::nullopt;
}

}  // namespace

std::vector<ServiceRow> rows_of(const NeedsBook& book, const Directory& directory) {
  std::unordered_map<std::string_view, const ListedStructure*> structures;
  for (const auto& each : directory.structures) structures.emplace(each.id, &each);
  std::vector<ServiceRow> rows;
  rows.reserve(directory.services.size());
  for (const auto& service : directory.services) {
    ServiceRow row{service.id, service.name, {}, service.themes, service.audiences, service.zones, {}, service.location.position,
                   ServiceStatus::open, {}, {}, service.updated_on};
    row.themes.insert(row.themes.end(), service.theme_categories.begin(), service.theme_categories.end());
    for (const auto& mode : service.reception_modes)
      row.modes.push_back(mode == "a-distance" ? ReceptionMode::remote : ReceptionMode::in_person);
    const auto structure = structures.find(service.structure_id);
    if (structure != structures.end()) {
      row.destination = destination_of(book, *structure->second);
      if (!row.position) row.position = structure->second->location.position;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

ServiceIndex::ServiceIndex(const NeedsBook& book, std::vector<ServiceRow> services)
    : compiled_(std::make_shared<const CompiledServices>(book, std::move(services))) {}

const std::vector<ServiceRow>& ServiceIndex::services() const noexcept { return compiled_->services; }

const Issues& ServiceIndex::faults() const noexcept { return compiled_->faults; }

Issues check_held(const NeedsBook& book, const CentrePlan& plan, const ServiceIndex& index, Date day) {
  const auto held = [&](const Destination& destination) {
    if (destination.kind == DestinationKind::number) return true;
    const bool here = std::any_of(plan.services.begin(), plan.services.end(), [&](const Service& service) {
      return service.destination == destination.code.text();
    });
    const Term* term = index.compiled().term(destination_term(destination.code));
    return here || (term && !(term->by_square.all().empty() && term->by_zone.all().empty()));
  };
  Issues issues;
  for (const auto& need : book.needs) {
    if (find_need(book, need.code, day) != &need) continue;
    std::vector<const DestinationRule*> rules;
    for (const auto& rule : need.destinations) rules.push_back(&rule);
    for (const auto* local : local_rules_on(book, need.code, day))
      if (local->effect != LocalEffect::withdraws) rules.push_back(&local->rule);
    for (const auto* rule : rules) {
      const Destination* destination = find_destination(book, rule->destination);
      if (destination && held(*destination)) continue;
      issues.list.push_back({need.code.text() + "/destinations/" + rule->id, "destination_not_held",
                             {"aucun service du centre ni de l'annuaire n'est cette destination",
                              "no service of the centre or of the directory is this destination"}});
    }
  }
  return issues;
}

}  // namespace patio
