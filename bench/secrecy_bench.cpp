#include <patio/rules/columns.hpp>
#include <patio/rules/verdict.hpp>
#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include <algorithm>
#include <chrono>
#include <random>

#include "figures.hpp"

namespace patio {
namespace {

using rules::Clause;
using rules::Effect;
using rules::Engine;

const rules::RuleSet& french() {
  static const auto set = french_rulebook()->as_of(2026_y / 11 / 24);
  return *set;
}

AccessRequest request_of(const rules::Facts& facts) {
  AccessRequest request;
  rules::each_fact<AccessRequest>([&](std::size_t place, auto pointer) {
    using Value = typename std::remove_cvref_t<decltype(request.*pointer)>::value_type;
    const auto state = facts.state(place);
    if (state != rules::Facts::unknown) request.*pointer = static_cast<Value>(state - 1);
  });
  return request;
}

/// Requests of which each meets some rule by chance; one fact in ten is unknown.
std::vector<AccessRequest> requests_for(const Engine& engine) {
  std::mt19937 random(7);
  const auto below = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
  std::vector<AccessRequest> requests;
  while (requests.size() < 4096) {
    rules::Facts facts;
    const auto& attributes = engine.vocabulary().attributes;
    for (std::size_t i = 0; i < attributes.size(); ++i)
      if (below(10) != 0) facts.know(i, below(attributes[i].values.size()));
    const Clause& clause = engine.clauses()[below(engine.clauses().size())];
    if (clause.when.empty()) continue;
    for (const auto& literal : clause.when[below(clause.when.size())].literals) {
      std::size_t value = 0;
      do value = below(attributes[literal.attribute].values.size());
      while ((literal.admits >> value & 1) == 0);
      facts.know(literal.attribute, value);
    }
    requests.push_back(request_of(facts));
  }
  return requests;
}

/// So many rules with the proportions of the French ones: three to six facts each, of which the recipient, the category
/// and the purpose nearly always, one fifth prohibitions.
Engine many_rules(std::size_t count) {
  std::mt19937 random(11);
  const auto below = [&](std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random); };
  const auto vocabulary = rules::vocabulary_of<AccessRequest>();
  const std::size_t usual[] = {*vocabulary.find("recipient"), *vocabulary.find("category"), *vocabulary.find("purpose")};
  std::vector<Clause> clauses;
  for (const auto gate : {rules::Gate::data_protection, rules::Gate::mandate}) {
    const auto acting_as = *vocabulary.find("acting_as");
    clauses.push_back({gate, rules::Tier::sharing, Effect::permit, {{{{acting_as, 0b11}}}}, 0, 0});
  }
  while (clauses.size() < count) {
    std::vector<rules::Literal> literals;
    const auto name = [&](std::size_t attribute, std::size_t values) {
      rules::Values admits = 0;
      for (std::size_t i = 0; i < values; ++i) admits |= rules::Values{1} << below(vocabulary.attributes[attribute].values.size());
      literals.push_back({attribute, admits});
    };
    for (const auto attribute : usual)
      if (below(10) != 0) name(attribute, 1 + below(4));
    for (std::size_t more = 1 + below(3); more > 0; --more) name(below(vocabulary.attributes.size()), 1 + below(2));
    const auto cube = rules::make_cube(vocabulary, literals);
    if (!cube || cube->literals.empty()) continue;
    const Effect effect = below(5) == 0 ? Effect::deny : Effect::permit;
    clauses.push_back({rules::Gate::secrecy, static_cast<rules::Tier>(below(8)), effect, {*cube}, 1, 0});
  }
  return Engine(vocabulary, std::move(clauses));
}

void verdicts(benchmark::State& state, const Engine& engine) {
  const auto requests = requests_for(engine);
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(rules::decide(engine, rules::facts_of(requests[next++ % requests.size()])));
}

void scans(benchmark::State& state, const Engine& engine) {
  const auto requests = requests_for(engine);
  std::size_t next = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(rules::examine_by_scan(engine, rules::facts_of(requests[next++ % requests.size()])));
}

const Engine& ten_thousand() {
  static const Engine engine = many_rules(10000);
  return engine;
}

void french_verdict(benchmark::State& state) { verdicts(state, french().engine); }
void french_scan(benchmark::State& state) { scans(state, french().engine); }
void large_verdict(benchmark::State& state) { verdicts(state, ten_thousand()); }
void large_scan(benchmark::State& state) { scans(state, ten_thousand()); }

void french_decision(benchmark::State& state) {
  const auto requests = requests_for(french().engine);
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(decide(french(), requests[next++ % requests.size()]));
}

/// What the slowest requests need: the time of each of them alone, the least of many tries so that nothing but the request
/// makes it long, then the one that 99 in 100 stay below. Beside it the one in the middle.
void slow_verdicts(benchmark::State& state, const Engine& engine, double share) {
  using Clock = std::chrono::steady_clock;
  constexpr int tries = 25, repeats = 16;
  const auto requests = requests_for(engine);
  std::vector<double> times;
  for (auto _ : state) {
    times.clear();
    for (const auto& request : requests) {
      double least = 1e9;
      for (int i = 0; i < tries; ++i) {
        const auto start = Clock::now();
        for (int again = 0; again < repeats; ++again) benchmark::DoNotOptimize(rules::decide(engine, rules::facts_of(request)));
        least = std::min(least, std::chrono::duration<double, std::nano>(Clock::now() - start).count() / repeats);
      }
      times.push_back(least);
    }
    std::sort(times.begin(), times.end());
  }
  state.counters["ns"] = times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

/// The same requests as columns, as a host's table holds them.
void decided_columns(benchmark::State& state, const Engine& engine) {
  const auto requests = requests_for(engine);
  const std::size_t attributes = engine.vocabulary().attributes.size();
  std::vector<std::vector<std::uint8_t>> values(attributes);
  for (std::size_t i = 0; i < attributes; ++i)
    for (const auto& request : requests) {
      const auto facts = rules::facts_of(request);
      values[i].push_back(static_cast<std::uint8_t>(facts.state(i) == rules::Facts::unknown ? 255 : facts.state(i) - 1));
    }
  std::vector<rules::Column> columns(values.begin(), values.end());
  std::vector<Effect> effects(requests.size());
  for (auto _ : state) {
    rules::decide_columns(engine, columns, effects);
    benchmark::DoNotOptimize(effects.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(requests.size()));
}

void rows_one_by_one(benchmark::State& state, const Engine& engine) {
  const auto requests = requests_for(engine);
  for (auto _ : state)
    for (const auto& request : requests) benchmark::DoNotOptimize(rules::examine_by_scan(engine, rules::facts_of(request)));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(requests.size()));
}

void compiled(benchmark::State& state) {
  const std::vector<Clause> clauses = ten_thousand().clauses();
  for (auto _ : state) benchmark::DoNotOptimize(Engine(ten_thousand().vocabulary(), clauses));
}

void french_as_of(benchmark::State& state) {
  const auto book = french_rulebook();
  for (auto _ : state) benchmark::DoNotOptimize(book->as_of(2026_y / 11 / 24));
}

BENCHMARK(french_verdict)->Name("secrecy.verdict");
BENCHMARK(french_scan)->Name("secrecy.verdict/scan");
BENCHMARK(large_verdict)->Name("rules.verdict_of_10000_rules");
BENCHMARK(large_scan)->Name("rules.verdict_of_10000_rules/scan")->Unit(benchmark::kNanosecond);
BENCHMARK_CAPTURE(slow_verdicts, french, french().engine, 0.99)->Name("secrecy.verdict_p99");
BENCHMARK_CAPTURE(slow_verdicts, french, french().engine, 0.5)->Name("secrecy.verdict_p99/the median");
BENCHMARK_CAPTURE(slow_verdicts, large, ten_thousand(), 0.99)->Name("rules.verdict_of_10000_rules_p99");
BENCHMARK_CAPTURE(slow_verdicts, large, ten_thousand(), 0.5)->Name("rules.verdict_of_10000_rules_p99/the median");
BENCHMARK_CAPTURE(decided_columns, french, french().engine)->Name("secrecy.decide_columns");
BENCHMARK_CAPTURE(rows_one_by_one, french, french().engine)->Name("secrecy.decide_columns/scan");
BENCHMARK(compiled)->Name("rules.compile_10000_rules")->Unit(benchmark::kMillisecond);
BENCHMARK(french_decision)->Name("secrecy.decide")->Unit(benchmark::kMicrosecond);
BENCHMARK(french_as_of)->Name("secrecy.as_of")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace patio
