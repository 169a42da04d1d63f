#include <patio/people/duplicate_index.hpp>

#include <algorithm>
#include <unordered_map>

#include "prepared_traits.hpp"

namespace patio {
namespace {

struct Entry {
  std::uint64_t key = 0;
  std::uint32_t place = 0;
  auto operator<=>(const Entry&) const = default;
};

struct Indexed {
  PersonId id;
  PreparedTraits traits;
  bool gone = false;
};

/// So many new entries are looked through one by one before they are sorted in among the others.
constexpr std::size_t most_recent_entries = 4096;

}  // namespace

struct DuplicateIndex::Content {
  explicit Content(MatchingRules given)
      : rules(std::move(given)), use{{}, 0, static_cast<std::size_t>(std::max(rules.rare_one_in, 1))} {}

  MatchingRules rules;
  NameUse use;
  std::vector<Indexed> people;
  std::unordered_map<PersonId, std::uint32_t> places;
  std::vector<Entry> sorted, recent;

  void count_name(const PreparedTraits& traits, int by) {
    use.people += static_cast<std::size_t>(by);
    if (!traits.first_names.empty())
      use.bearers[traits.first_names.front().letters] += static_cast<std::uint32_t>(by);
  }

  void settle() {
    std::sort(recent.begin(), recent.end());
    const auto middle = static_cast<std::ptrdiff_t>(sorted.size());
    sorted.insert(sorted.end(), recent.begin(), recent.end());
    std::inplace_merge(sorted.begin(), sorted.begin() + middle, sorted.end());
    recent.clear();
  }

  /// Places of people under that key.
  void gather(std::uint64_t key, std::vector<std::uint32_t>& found) const {
    const std::size_t before = found.size();
    for (auto each = std::lower_bound(sorted.begin(), sorted.end(), Entry{key, 0}); each != sorted.end() && each->key == key; ++each)
      found.push_back(each->place);
    for (const auto& each : recent)
      if (each.key == key) found.push_back(each.place);
    const bool crowded = found.size() - before > static_cast<std::size_t>(rules.crowded_from);
    if (crowded && is_contact_key(key)) found.resize(before);
  }

  [[nodiscard]] std::vector<std::uint32_t> neighbours(const PreparedTraits& traits) const {
    std::vector<std::uint32_t> found;
    for (const auto key : keys_of(traits)) gather(key, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }
};

DuplicateIndex::DuplicateIndex(MatchingRules rules) : content_(std::make_unique<Content>(std::move(rules))) {}
DuplicateIndex::DuplicateIndex(const DuplicateIndex& other) : content_(std::make_unique<Content>(*other.content_)) {}
DuplicateIndex::DuplicateIndex(DuplicateIndex&&) noexcept = default;
DuplicateIndex& DuplicateIndex::operator=(DuplicateIndex other) noexcept {
  content_.swap(other.content_);
  return *this;
}
DuplicateIndex::~DuplicateIndex() = default;

void DuplicateIndex::add(const PersonId& person, const IdentityTraits& traits) {
  remove(person);
  Content& content = *content_;
  const auto place = static_cast<std::uint32_t>(content.people.size());
  content.people.push_back({person, prepare(traits, content.rules.names)});
  content.places[person] = place;
  content.count_name(content.people.back().traits, 1);
  for (const auto key : keys_of(content.people.back().traits)) content.recent.push_back({key, place});
  if (content.recent.size() > most_recent_entries) content.settle();
}

void DuplicateIndex::remove(const PersonId& person) {
  const auto found = content_->places.find(person);
  if (found == content_->places.end()) return;
  Indexed& known = content_->people[found->second];
  content_->count_name(known.traits, -1);
  known = {known.id, {}, true};
  content_->places.erase(found);
}

std::size_t DuplicateIndex::size() const noexcept { return content_->places.size(); }

std::vector<DuplicateCandidate> DuplicateIndex::candidates(const IdentityTraits& traits, std::size_t limit,
                                                           const PersonId& except) const {
  const PreparedTraits sought = prepare(traits, content_->rules.names);
  const WeightTable weights(content_->rules);
  std::vector<DuplicateCandidate> found;
  for (const auto place : content_->neighbours(sought)) {
    const Indexed& known = content_->people[place];
    if (known.gone || known.id == except) continue;
    if (auto match = weights.judge(compare_traits(sought, known.traits, content_->use)))
      found.push_back({known.id, std::move(*match)});
  }
  std::sort(found.begin(), found.end(), [](const DuplicateCandidate& a, const DuplicateCandidate& b) {
    return a.match.score != b.match.score ? a.match.score > b.match.score : a.person_id < b.person_id;
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::vector<DuplicatePair> DuplicateIndex::pairs() const {
  const WeightTable weights(content_->rules);
  std::vector<DuplicatePair> found;
  for (std::uint32_t place = 0; place < content_->people.size(); ++place) {
    const Indexed& later = content_->people[place];
    if (later.gone) continue;
    for (const auto earlier : content_->neighbours(later.traits)) {
      const Indexed& known = content_->people[earlier];
      if (earlier >= place || known.gone) continue;
      if (auto match = weights.judge(compare_traits(known.traits, later.traits, content_->use)))
        found.push_back({known.id, later.id, std::move(*match)});
    }
  }
  return found;
}

}  // namespace patio
