#include <patio/people/duplicate_index.hpp>

#include <random>

#include "figures.hpp"

namespace patio {
namespace {

/// So many people with the unevenness of real names: a few are borne by very many, most by few.
std::vector<IdentityTraits> people(std::size_t count) {
  std::mt19937 random(7);
  const auto below = [&](unsigned limit) { return std::uniform_int_distribution<unsigned>(0, limit - 1)(random); };
  const auto skewed = [&](unsigned limit) { return below(below(below(limit) + 1) + 1); };
  const auto word = [](unsigned number, unsigned least) {
    static const char* const parts[] = {"ba", "ri", "mon", "lu", "che", "tar", "no", "vel", "di", "sau", "gar", "pe", "lin", "fo", "mar"};
    std::string made;
    for (unsigned i = 0; i < least || number > 0; ++i, number /= 15) made += parts[(number + 5 * i) % 15];
    return made;
  };
  std::vector<IdentityTraits> made;
  while (made.size() < count) {
    IdentityTraits traits;
    traits.usual_name = word(skewed(60000), 3);
    traits.first_names = {word(skewed(1500), 2)};
    traits.birth_date = Date(date::sys_days(1930_y / 1 / 1) + date::days(below(34000)));
    traits.sex = below(2) == 0 ? RecordedSex::female : RecordedSex::male;
    traits.phones = {"06" + std::to_string(10000000 + below(80000000))};
    traits.addresses = {std::to_string(1 + below(200)) + " rue " + word(skewed(3000), 3)};
    made.push_back(std::move(traits));
  }
  return made;
}

const MatchingRules& rules() { return french_matching().editions.front(); }

PersonId id_of(std::size_t place) {
  PersonId id;
  id.bytes[0] = 1;
  for (std::size_t i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(place >> (8 * i));
  return id;
}

constexpr std::size_t file_size = 100'000;

const std::vector<IdentityTraits>& file() {
  static const auto made = people(file_size);
  return made;
}

const DuplicateIndex& index() {
  static const DuplicateIndex made = [] {
    DuplicateIndex filled(rules());
    for (std::size_t i = 0; i < file().size(); ++i) filled.add(id_of(i), file()[i]);
    return filled;
  }();
  return made;
}

void match_one(benchmark::State& state) {
  const auto& known = index();
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(known.candidates(file()[next = (next + 40'503) % file_size]));
}
BENCHMARK(match_one)->Name("identity.match_one_of_100000")->Unit(benchmark::kMicrosecond);

/// The same answer by comparing with everybody.
void scan_one(benchmark::State& state) {
  std::size_t next = 0;
  for (auto _ : state) {
    const auto& sought = file()[next = (next + 40'503) % file_size];
    for (const auto& each : file()) benchmark::DoNotOptimize(compare(sought, each, rules()));
  }
}
BENCHMARK(scan_one)->Name("identity.match_one_of_100000/scan")->Unit(benchmark::kMicrosecond);

void add_one(benchmark::State& state) {
  DuplicateIndex growing = index();
  std::size_t next = file_size;
  for (auto _ : state) growing.add(id_of(next), file()[next % file_size]), ++next;
}
BENCHMARK(add_one)->Name("identity.add_one_to_100000")->Unit(benchmark::kMicrosecond);

void all_pairs(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(index().pairs());
}
BENCHMARK(all_pairs)->Name("identity.pairs_of_100000")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace patio
