#include "compiled_services.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include <patio/base/json.hpp>
#include <patio/directory/directory.hpp>

namespace patio {
namespace {

constexpr std::size_t most_faults = 1000;
constexpr double earth_km = 6371.009;
constexpr std::size_t most_languages = 64;

}  // namespace

SpherePoint sphere_point(const Position& position) noexcept {
  const double radians = std::numbers::pi / 180, latitude = position.latitude, longitude = position.longitude;
  const double flat = std::cos(latitude * radians);
  return {static_cast<float>(flat * std::cos(longitude * radians)), static_cast<float>(flat * std::sin(longitude * radians)),
          static_cast<float>(std::sin(latitude * radians))};
}

double km_between(const SpherePoint& from, const SpherePoint& to) noexcept {
  const double x = double{from.x} - to.x, y = double{from.y} - to.y, z = double{from.z} - to.z;
  return 2 * earth_km * std::asin(std::min(1.0, std::sqrt(x * x + y * y + z * z) / 2));
}

std::string destination_term(const DestinationCode& code) { return "destination " + code.text(); }
std::string theme_term(std::string_view theme) { return "theme " + std::string(theme); }

void PostingGroups::close() {
  std::stable_sort(raw_.begin(), raw_.end(), [](const auto& first, const auto& second) {
    return std::pair(first.first, first.second.ordinal) < std::pair(second.first, second.second.ordinal);
  });
  for (const auto& [group, posting] : raw_) {
    if (groups_.empty() || groups_.back() != group) {
      groups_.push_back(group);
      starts_.push_back(static_cast<std::uint32_t>(postings_.size()));
    }
    postings_.push_back(posting);
  }
  starts_.push_back(static_cast<std::uint32_t>(postings_.size()));
  raw_ = {};
}

std::span<const Posting> PostingGroups::between(std::uint32_t first, std::uint32_t last) const noexcept {
  const auto begin = std::lower_bound(groups_.begin(), groups_.end(), first) - groups_.begin();
  const auto end = std::upper_bound(groups_.begin(), groups_.end(), last) - groups_.begin();
  if (begin >= end) return {};
  return std::span(postings_).subspan(starts_[static_cast<std::size_t>(begin)],
                                      starts_[static_cast<std::size_t>(end)] - starts_[static_cast<std::size_t>(begin)]);
}

CompiledServices::CompiledServices(const NeedsBook& book, std::vector<ServiceRow> rows) {
  name_terms(book);
  keep_first_of_each(std::move(rows));
  for (std::uint32_t i = 0; i < services.size(); ++i) {
    check(services[i], places_[i]);
    post(services[i], posting(services[i], i));
  }
  for (auto& each : terms_) {
    each.by_square.close();
    each.by_zone.close();
  }
}

void CompiledServices::keep_first_of_each(std::vector<ServiceRow> rows) {
  std::vector<std::size_t> sorted(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) sorted[i] = i;
  std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) { return rows[a].id < rows[b].id; });
  for (const auto place : sorted) {
    if (!services.empty() && services.back().id == rows[place].id) {
      fault(place, "id", "duplicate_id", {"cet identifiant figure déjà plus haut", "this id already stands above"});
      continue;
    }
    services.push_back(std::move(rows[place]));
    places_.push_back(place);
  }
}

void CompiledServices::name_terms(const NeedsBook& book) {
  const auto name = [&](std::string term) {
    if (term_numbers_.emplace(std::move(term), terms_.size()).second) terms_.emplace_back();
  };
  for (const auto& each : book.destinations) {
    destinations_.emplace(each.code.text(), static_cast<std::uint16_t>(destinations_.size() + 1));
    name(destination_term(each.code));
  }
  for (const auto& each : directory_list("themes")) {
    name(theme_term(each.code));
    name(theme_term(category_of(each.code)));
  }
  for (const auto& each : book.words.audiences)
    if (audiences_.size() < 32) audiences_.emplace(each.code, std::uint32_t{1} << audiences_.size());
}

void CompiledServices::fault(std::size_t place, std::string_view member, std::string_view code, Text message) {
  if (faults.list.size() < most_faults)
    faults.list.push_back({pointer(pointer("", place), member), std::string(code), std::move(message)});
}

void CompiledServices::check(ServiceRow& row, std::size_t place) {
  if (row.position && !is_possible(*row.position)) {
    fault(place, "position", "impossible_position", {"cette position n'existe pas", "there is no such position"});
    row.position.reset();
  }
  if (row.destination && !destinations_.contains(row.destination->text())) {
    fault(place, "destination", "unknown_destination", {"aucune destination ne porte ce code", "no destination bears this code"});
    row.destination.reset();
  }
  std::erase_if(row.themes, [&](const std::string& each) {
    if (term_numbers_.contains(theme_term(each))) return false;
    fault(place, "themes", "unknown_theme",
          {"la liste officielle n'a pas cette thématique", "the official list has no such thématique"});
    return true;
  });
  std::erase_if(row.audiences, [&](const std::string& each) {
    if (audiences_.contains(each)) return false;
    fault(place, "audiences", "unknown_audience", {"la liste officielle n'a pas ce public", "the official list has no such public"});
    return true;
  });
}

Posting CompiledServices::posting(const ServiceRow& row, std::uint32_t ordinal) {
  Posting posting;
  posting.ordinal = ordinal;
  posting.status = static_cast<std::uint8_t>(row.status);
  if (row.position) posting.at = sphere_point(*row.position);
  if (row.updated_on) posting.updated = static_cast<std::int32_t>(date::sys_days(*row.updated_on).time_since_epoch().count());
  if (row.destination) posting.destination = destinations_.at(row.destination->text());
  for (const auto& each : row.audiences) posting.audiences |= audiences_.at(each);
  for (const auto& each : row.languages) {
    const auto bit = languages_.size() < most_languages ? std::uint64_t{1} << languages_.size() : 0;
    posting.languages |= languages_.emplace(each, bit).first->second;
  }
  const auto flag = [&](Posting::Flags each) { posting.flags = static_cast<std::uint8_t>(posting.flags | each); };
  if (row.position) flag(Posting::placed);
  for (const auto mode : row.modes) flag(mode == ReceptionMode::in_person ? Posting::in_person : Posting::remote);
  if (row.step_free) flag(*row.step_free == YesNo::yes ? Posting::step_free : Posting::not_step_free);
  std::set<std::uint32_t> zones;
  for (const auto& each : row.zones)
    zones.insert(zones_.emplace(each.text(), static_cast<std::uint32_t>(zones_.size() + 1)).first->second);
  if (zones.size() == 1) posting.zone = *zones.begin();
  if (zones.size() > 1) {
    posting.zone = Posting::several_zones;
    several_[ordinal].assign(zones.begin(), zones.end());
  }
  return posting;
}

void CompiledServices::post(const ServiceRow& row, const Posting& posting) {
  std::set<std::size_t> terms;
  if (row.destination) terms.insert(term_numbers_.at(destination_term(*row.destination)));
  for (const auto& each : row.themes) terms.insert(term_numbers_.at(theme_term(each)));
  const bool placed = posting.flags & Posting::placed;
  const bool local = placed && (row.modes.empty() || (posting.flags & Posting::in_person));
  for (const auto number : terms) {
    Term& term = terms_[number];
    if (local) term.by_square.add(square(square_line(row.position->latitude + 90), square_line(row.position->longitude + 180)), posting);
    if (local && !(posting.flags & Posting::remote)) continue;
    Posting wide = posting;
    wide.flags = static_cast<std::uint8_t>(wide.flags & ~unsigned{Posting::placed});
    if (posting.zone != Posting::several_zones) term.by_zone.add(posting.zone, wide);
    else
      for (const auto zone : several_.at(posting.ordinal)) term.by_zone.add(zone, wide);
  }
}

const Term* CompiledServices::term(std::string_view name) const noexcept {
  const auto found = term_numbers_.find(std::string(name));
  return found == term_numbers_.end() ? nullptr : &terms_[found->second];
}

std::uint32_t CompiledServices::zone(const AreaCode& area) const noexcept {
  const auto found = zones_.find(area.text());
  return found == zones_.end() ? 0 : found->second;
}

std::uint64_t CompiledServices::language(const std::string& code) const noexcept {
  const auto found = languages_.find(code);
  return found == languages_.end() ? 0 : found->second;
}

std::uint16_t CompiledServices::destination(const DestinationCode& code) const noexcept {
  const auto found = destinations_.find(code.text());
  return found == destinations_.end() ? std::uint16_t{0} : found->second;
}

std::optional<std::uint32_t> CompiledServices::ordinal(const std::string& id) const noexcept {
  const auto found = std::lower_bound(services.begin(), services.end(), id,
                                      [](const ServiceRow& row, const std::string& each) { return row.id < each; });
  if (found == services.end() || found->id != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - services.begin());
}

}  // namespace patio
