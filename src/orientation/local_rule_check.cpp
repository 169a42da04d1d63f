#include "local_rule_check.hpp"

#include <algorithm>
#include <set>

#include "condition.hpp"
#include "standing_rules.hpp"

namespace patio {
namespace {

using Kinds = std::vector<std::string_view>;

bool has(const Kinds& kinds, std::string_view kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

/// What the owner may speak for.
const Kinds& kinds_of(RuleOwner owner) {
  static const Kinds of_commune{"insee", "sector"}, of_department{"insee", "epci", "dep", "sector"},
      any{"insee", "epci", "dep", "reg", "country", "sector"};
  if (owner == RuleOwner::commune) return of_commune;
  return owner == RuleOwner::department ? of_department : any;
}

bool share_area(const std::vector<AreaCode>& first, const std::vector<AreaCode>& second) {
  if (first.empty() || second.empty()) return first.empty() && second.empty();
  return std::any_of(first.begin(), first.end(), [&](const AreaCode& area) {
    return std::find(second.begin(), second.end(), area) != second.end();
  });
}

class LocalChecker {
 public:
  LocalChecker(const BookParts& parts, Issues& issues) : parts_(parts), issues_(issues) {}

  void run() {
    for (const auto& each : parts_.local_rules) check(each.value, each.path);
    for (std::size_t i = 0; i < parts_.local_rules.size(); ++i) check_clash(i);
    for (std::size_t i = 0; i < parts_.sectors.size(); ++i) check_sector(i);
  }

 private:
  void fault(const std::string& path, std::string_view code) { issues_.list.push_back(book_issue(path, code)); }

  void check(const LocalRule& local, const std::string& path) {
    if (local.reason.fr.empty() || local.reason.en.empty()) fault(pointer(path, "reason"), "empty_text");
    check_owner(local, path);
    const bool known = std::any_of(parts_.needs.begin(), parts_.needs.end(),
                                   [&](const Placed<Need>& each) { return each.value.code == local.need; });
    if (!known) return fault(pointer(path, "need"), "unknown_need");
    const auto below = rules_below(local);
    if (local.effect == LocalEffect::adds && !below.empty()) fault(pointer(path, "id"), "already_there");
    if (local.effect != LocalEffect::adds && below.empty()) fault(pointer(path, "id"), "replaces_nothing");
    const bool emergency = std::any_of(below.begin(), below.end(), [](const DestinationRule* rule) {
      return rule->role == DestinationRole::emergency;
    });
    if (emergency) fault(pointer(path, "effect"), "emergency_overridden");
    if (local.need == fallback_need() && local.effect != LocalEffect::adds && narrows(local)) fault(path, "no_way_out");
  }

  void check_owner(const LocalRule& local, const std::string& path) {
    check_areas(parts_, local.rule.areas, pointer(path, "areas"), issues_);
    if (local.owner == RuleOwner::national) return fault(pointer(path, "owner"), "national_owner");
    if (local.owner != RuleOwner::centre && local.rule.areas.empty()) return fault(pointer(path, "areas"), "missing_area");
    for (std::size_t i = 0; i < local.rule.areas.size(); ++i) {
      const auto kind = kind_of(local.rule.areas[i]);
      if (has(kinds_of(RuleOwner::national), kind) && !has(kinds_of(local.owner), kind))
        fault(pointer(pointer(path, "areas"), i), "foreign_area");
    }
  }

  /// Whoever receives unknown needs must stay there for everybody.
  static bool narrows(const LocalRule& local) {
    const auto& rule = local.rule;
    return local.effect == LocalEffect::withdraws || !rule.when.empty() || !rule.unless.empty() || !rule.areas.empty() ||
           rule.role != DestinationRole::primary;
  }

  /// Of the same id, and of somebody farther or for a larger area.
  std::vector<const DestinationRule*> rules_below(const LocalRule& local) const {
    std::vector<const DestinationRule*> below;
    for (const auto& need : parts_.needs)
      for (const auto& rule : need.value.destinations)
        if (need.value.code == local.need && rule.id == local.rule.id) below.push_back(&rule);
    const auto rank = [](const LocalRule& each) { return std::pair(each.owner, extent_of(each.rule.areas)); };
    for (const auto& [other, path] : parts_.local_rules)
      if (other.need == local.need && other.rule.id == local.rule.id && other.effect != LocalEffect::withdraws &&
          rank(local) < rank(other))
        below.push_back(&other.rule);
    return below;
  }

  /// Two versions of one owner for the same ground at the same time: none of them could be told to come first.
  void check_clash(std::size_t place) {
    const LocalRule& one = parts_.local_rules[place].value;
    for (std::size_t i = 0; i < place; ++i) {
      const LocalRule& two = parts_.local_rules[i].value;
      const bool same = one.need == two.need && one.owner == two.owner && one.rule.id == two.rule.id &&
                        share_area(one.rule.areas, two.rule.areas);
      const bool corrected = one.provenance.corrects == two.provenance.recorded || two.provenance.corrects == one.provenance.recorded;
      if (same && !corrected && overlaps(one.provenance.in_force, two.provenance.in_force))
        return fault(pointer(parts_.local_rules[place].path, "id"), "duplicate_code");
    }
  }

  void check_sector(std::size_t place) {
    const auto& [sector, path] = parts_.sectors[place];
    if (kind_of(sector.code) != "sector") fault(pointer(path, "code"), "not_a_sector");
    if (sector.name.fr.empty() || sector.name.en.empty()) fault(pointer(path, "name"), "empty_text");
    if (sector.communes.empty() && sector.streets.empty()) fault(path, "empty_sector");
    for (std::size_t i = 0; i < sector.streets.size(); ++i) {
      const auto& stretch = sector.streets[i];
      if (stretch.from_number && stretch.to_number && *stretch.to_number < *stretch.from_number)
        fault(pointer(pointer(path, "streets"), i), "empty_stretch");
    }
    for (std::size_t i = 0; i < place; ++i)
      if (parts_.sectors[i].value.code == sector.code) return fault(pointer(path, "code"), "duplicate_code");
  }

  const BookParts& parts_;
  Issues& issues_;
};

}  // namespace

void check_local_rules(const BookParts& parts, Issues& issues) { LocalChecker(parts, issues).run(); }

void check_areas(const BookParts& parts, const std::vector<AreaCode>& areas, const std::string& path, Issues& issues) {
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const bool known = std::any_of(parts.sectors.begin(), parts.sectors.end(),
                                   [&](const Placed<Sector>& each) { return each.value.code == areas[i]; });
    const auto kind = kind_of(areas[i]);
    if (kind == "sector" ? !known : !has(kinds_of(RuleOwner::national), kind))
      issues.list.push_back(book_issue(pointer(path, i), "unknown_area"));
  }
}

}  // namespace patio
