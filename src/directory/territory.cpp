#include <patio/directory/territory.hpp>

#include <algorithm>
#include <tuple>

namespace patio {
namespace {

std::string_view view(const CommuneCode& code) { return code.text(); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_whole_country(const AreaCode& zone) { return zone.text() == "country:france" || zone.text() == "country:99100"; }

bool is_insee(const AreaCode& zone) { return zone.text().starts_with("insee:"); }

bool before(const Commune& first, const Commune& second) {
  return std::tie(first.code, first.kind) < std::tie(second.code, second.kind);
}

/// The official list has a few entries a few places late: putting them back costs less than sorting all.
void put_in_order(std::vector<Commune>& communes) {
  constexpr std::ptrdiff_t few_places = 64;
  for (std::size_t i = 1; i < communes.size(); ++i) {
    const auto late = communes.begin() + static_cast<std::ptrdiff_t>(i);
    if (!before(*late, *(late - 1))) continue;
    const auto place = std::upper_bound(communes.begin(), late, *late, before);
    if (late - place > few_places) return std::stable_sort(communes.begin(), communes.end(), before);
    std::rotate(place, late, late + 1);
  }
}

}  // namespace

Territory::Territory(std::vector<Commune> communes, std::vector<Area> areas, std::vector<CommuneChange> changes)
    : communes_(std::move(communes)), areas_(std::move(areas)), changes_(std::move(changes)) {
  put_in_order(communes_);
  std::stable_sort(areas_.begin(), areas_.end(), [](const Area& first, const Area& second) { return first.code < second.code; });
  std::stable_sort(changes_.begin(), changes_.end(),
                   [](const CommuneChange& first, const CommuneChange& second) { return first.day < second.day; });
  // Growing step by step would place every entry several times.
  std::size_t former = 0, postcodes = 0;
  for (const auto& commune : communes_) {
    former += commune.former_codes.size();
    postcodes += commune.postcodes.size();
  }
  place_.reserve(communes_.size());
  merged_into_.reserve(former);
  postcodes_.reserve(postcodes);
  for (std::size_t i = 0; i < communes_.size(); ++i) {
    const Commune& commune = communes_[i];
    place_.emplace(view(commune.code), i);
    if (commune.kind != CommuneKind::current) continue;
    for (const auto& code : commune.former_codes) merged_into_.emplace(view(code), i);
    for (const auto& postcode : commune.postcodes) postcodes_.emplace(postcode, i);
  }
  for (std::size_t i = 0; i < changes_.size(); ++i) changes_of_.emplace(view(changes_[i].code), i);
}

Territory& Territory::operator=(Territory other) noexcept {
  communes_.swap(other.communes_);
  areas_.swap(other.areas_);
  changes_.swap(other.changes_);
  place_.swap(other.place_);
  merged_into_.swap(other.merged_into_);
  changes_of_.swap(other.changes_of_);
  postcodes_.swap(other.postcodes_);
  return *this;
}

const Commune* Territory::find(const CommuneCode& code) const {
  const auto found = place_.find(view(code));
  return found == place_.end() ? nullptr : &communes_[found->second];
}

const Area* Territory::find(const AreaCode& code) const {
  const auto found = std::lower_bound(areas_.begin(), areas_.end(), code,
                                      [](const Area& area, const AreaCode& wanted) { return area.code < wanted; });
  return found == areas_.end() || found->code != code ? nullptr : &*found;
}

const Commune* Territory::current(const CommuneCode& code) const {
  const Commune* entry = find(code);
  if (entry && entry->kind == CommuneKind::current) return entry;
  if (entry && entry->part_of) return find(*entry->part_of);
  const auto merged = merged_into_.find(view(code));
  return merged == merged_into_.end() ? nullptr : &communes_[merged->second];
}

std::vector<const CommuneChange*> Territory::steps_of(const CommuneCode& code, Date since) const {
  std::vector<const CommuneChange*> steps;
  const auto [first, last] = changes_of_.equal_range(view(code));
  for (auto each = first; each != last; ++each) {
    const CommuneChange& change = changes_[each->second];
    if (change.movement != CommuneMovement::renamed && since <= change.day) steps.push_back(&change);
  }
  std::sort(steps.begin(), steps.end(), [](auto* one, auto* other) { return one->day < other->day; });
  return steps;
}

Territory::DatedSteps Territory::follow(const CommuneCode& code, Date day) const {
  DatedSteps path{code, CommuneStanding::itself, false};
  Date since{};
  // A commune may be merged, split off and merged again. The count ends what a bad list would make run in a circle.
  for (std::size_t hops = 0; hops <= changes_.size(); ++hops) {
    const CommuneChange* left = nullptr;
    bool exists = true;
    for (const auto* step : steps_of(path.reached, since)) {
      path.dated = true;
      if (step->movement == CommuneMovement::appeared) exists = step->day <= day;
      else if (step->day <= day && step->successor && *step->successor != path.reached) left = step;
      if (left || !exists) break;
    }
    if (!exists) path.standing = CommuneStanding::not_yet;
    if (!left) break;
    since = left->day;
    path.reached = *left->successor;
    path.standing = CommuneStanding::merged;
  }
  return path;
}

CommuneOnDay Territory::commune_on(const CommuneCode& code, Date day) const {
  const auto [reached, standing, dated] = follow(code, day);
  if (standing == CommuneStanding::not_yet) return {std::nullopt, standing};
  if (dated && standing == CommuneStanding::itself) return {reached, standing};
  const Commune* now = current(reached);
  if (!now && standing == CommuneStanding::merged) return {reached, standing};
  if (!now) return {std::nullopt, CommuneStanding::unknown};
  if (now->code == reached) return {reached, standing};
  const Commune* entry = find(reached);
  const bool district = entry && entry->kind == CommuneKind::district;
  return {now->code, district ? CommuneStanding::part : CommuneStanding::merged};
}

std::string Territory::name_on(const CommuneCode& code, Date day) const {
  const auto [first, last] = changes_of_.equal_range(view(code));
  const CommuneChange* next = nullptr;
  const CommuneChange* previous = nullptr;
  for (auto each = first; each != last; ++each) {
    const CommuneChange& change = changes_[each->second];
    if (day < change.day && change.movement != CommuneMovement::appeared && (!next || change.day < next->day)) next = &change;
    if (change.day <= day && (!previous || previous->day <= change.day)) previous = &change;
  }
  if (next) return next->name;
  if (const Commune* entry = find(code)) return entry->name;
  return previous ? previous->name : std::string{};
}

std::vector<CommuneCode> Territory::communes_of_postcode(std::string_view postcode) const {
  const auto [first, last] = postcodes_.equal_range(postcode);
  std::vector<CommuneCode> codes;
  for (auto each = first; each != last; ++each) codes.push_back(communes_[each->second].code);
  std::sort(codes.begin(), codes.end());
  return codes;
}

std::optional<double> Territory::distance_km(const CommuneCode& from, const CommuneCode& to) const {
  const auto position = [&](const CommuneCode& code) -> const Position* {
    const Commune* entry = find(code);
    if (!entry || !entry->position) entry = current(code);
    return entry && entry->position ? &*entry->position : nullptr;
  };
  const Position* start = position(from);
  const Position* end = position(to);
  if (!start || !end) return std::nullopt;
  return patio::distance_km(*start, *end);
}

Served serves(const Territory& territory, const std::vector<AreaCode>& zones, const CommuneCode& commune, Date day) {
  if (std::any_of(zones.begin(), zones.end(), is_whole_country)) return Served::yes;
  const auto home = territory.commune_on(commune, day).commune;
  const Commune* entry = home ? territory.find(*home) : nullptr;
  bool unsettled = zones.empty() || !home;
  for (const auto& zone : zones) {
    if (zone.text() == commune.text()) return Served::yes;
    if (is_insee(zone)) {
      const auto named = territory.commune_on(*CommuneCode::parse(zone.text()), day).commune;
      if (home && named == home) return Served::yes;
      unsettled |= !named;
    } else {
      if (entry && (zone == entry->department || zone == entry->region || zone == entry->intercommunality)) return Served::yes;
      unsettled |= !territory.find(zone) || !entry;
    }
  }
  return unsettled ? Served::unknown : Served::no;
}

std::optional<CommuneCode> commune_code(std::string_view insee) {
  if (insee.size() != 5) return std::nullopt;
  // Short enough to lie in the object itself.
  std::string code = "insee:";
  code += insee;
  char* const digits = code.data() + code.size() - insee.size();
  if (digits[0] == '2' && (digits[1] == 'a' || digits[1] == 'b')) digits[1] = static_cast<char>(digits[1] - 'a' + 'A');
  const bool corsica = digits[0] == '2' && (digits[1] == 'A' || digits[1] == 'B');
  if (!std::all_of(digits + (corsica ? 2 : 0), digits + insee.size(), is_digit) || insee.starts_with("00")) return std::nullopt;
  return CommuneCode::parse(code);
}

}  // namespace patio
