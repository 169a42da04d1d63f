#include <patio/rules/analysis.hpp>

#include <algorithm>
#include <set>

#include "random_rules.hpp"

using namespace patio::rules;

// Every claim is held against trying every request: the vocabulary is small enough.

namespace {

bool contains(const std::vector<std::uint32_t>& rules, std::uint32_t rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

const GateFindings& at(const Findings& findings, Gate gate) { return findings.gates[static_cast<std::size_t>(gate)]; }

bool holds(const Engine& engine, std::uint32_t rule, const Facts& facts) {
  const auto& when = engine.clauses()[rule].when;
  return std::any_of(when.begin(), when.end(), [&](const Cube& cube) { return is_settled(cube, small_vocabulary(), facts); });
}

bool meets(const Cube& region, const Facts& facts) { return is_settled(region, small_vocabulary(), facts); }

Engine random_engine() { return Engine(small_vocabulary(), *random::lively_clauses()); }

}  // namespace

TEST_CASE("a dead rule is one that no request has among its reasons") {
  prop("against every request", [] {
    const Engine engine = random_engine();
    std::set<std::uint32_t> alive;
    for (const auto& facts : every_known_request())
      for (const auto& gate : examine(engine, facts).gates) alive.insert(gate.determining.begin(), gate.determining.end());
    const auto dead = dead_rules(engine);
    RC_ASSERT(dead.size() + alive.size() == engine.clauses().size());
    for (const auto& each : dead) {
      RC_ASSERT(!alive.contains(each.rule));
      RC_ASSERT(each.witness.has_value() == !engine.clauses()[each.rule].when.empty());
      RC_ASSERT(each.by.empty() != each.witness.has_value());
      if (each.witness) RC_ASSERT(holds(engine, each.rule, *each.witness));
    }
  });
}

TEST_CASE("a shadowed rule never makes the answer alone") {
  prop("against every request", [] {
    const Engine engine = random_engine();
    std::set<std::uint32_t> deciding, needed;
    for (const auto& facts : every_known_request())
      for (const auto& gate : examine(engine, facts).gates)
        for (const auto rule : gate.determining) {
          deciding.insert(rule);
          const bool another = std::any_of(gate.determining.begin(), gate.determining.end(), [&](std::uint32_t other) {
            return other != rule && engine.clauses()[other].effect <= engine.clauses()[rule].effect;
          });
          if (!another) needed.insert(rule);
        }
    const auto shadowed = shadowed_rules(engine);
    RC_ASSERT(shadowed.size() + needed.size() == deciding.size());
    for (const auto& each : shadowed) {
      RC_ASSERT(!needed.contains(each.rule));
      RC_ASSERT(contains(at(examine(engine, each.witness), engine.clauses()[each.rule].gate).determining, each.rule));
    }
  });
}

TEST_CASE("an overlap is a prohibition that wins over a permission of its tier") {
  prop("against every request", [] {
    const Engine engine = random_engine();
    std::set<std::pair<std::uint32_t, std::uint32_t>> expected, found;
    for (const auto& facts : every_known_request())
      for (const auto& gate : examine(engine, facts).gates)
        for (const auto blocking : gate.determining) {
          if (flows(engine.clauses()[blocking].effect)) continue;
          for (std::uint32_t lifting = 0; lifting < engine.clauses().size(); ++lifting) {
            const Clause &one = engine.clauses()[blocking], &other = engine.clauses()[lifting];
            if (one.gate == other.gate && one.tier == other.tier && flows(other.effect) && holds(engine, lifting, facts))
              expected.insert({lifting, blocking});
          }
        }
    for (const auto& overlap : overlaps(engine)) {
      found.insert({overlap.lifting, overlap.blocking});
      RC_ASSERT(holds(engine, overlap.lifting, overlap.witness));
      RC_ASSERT(contains(at(examine(engine, overlap.witness), engine.clauses()[overlap.lifting].gate).determining, overlap.blocking));
    }
    RC_ASSERT(found == expected);
  });
}

TEST_CASE("gaps are the requests that only the fallback answers") {
  prop("all of them, in regions that could not be larger", [] {
    const Engine engine = random_engine();
    const auto answered = [&](const Facts& facts) {
      for (std::uint32_t rule = 0; rule < engine.clauses().size(); ++rule)
        if (engine.clauses()[rule].gate == Gate::secrecy && engine.clauses()[rule].tier != Tier::fallback && holds(engine, rule, facts))
          return true;
      return false;
    };
    const auto requests = every_known_request();
    const auto found = gaps(engine, Gate::secrecy, 1000);
    RC_ASSERT(found.complete);
    for (const auto& facts : requests) {
      const bool in_gap = std::any_of(found.gaps.begin(), found.gaps.end(), [&](const Gap& gap) { return meets(gap.region, facts); });
      RC_ASSERT(in_gap == !answered(facts));
    }
    for (const auto& gap : found.gaps) {
      RC_ASSERT(meets(gap.region, gap.witness));
      for (std::size_t i = 0; i < gap.region.literals.size(); ++i)
        for (std::size_t value = 0; value < 4; ++value) {
          const auto& literal = gap.region.literals[i];
          if ((small_vocabulary().attributes[literal.attribute].all() & ~literal.admits) >> value & 1) {
            Cube larger = gap.region;
            larger.literals[i].admits |= Values{1} << value;
            RC_ASSERT(std::any_of(requests.begin(), requests.end(),
                                  [&](const Facts& facts) { return meets(larger, facts) && answered(facts); }));
          }
        }
    }
  });
  SECTION("no more than asked for, and it says so") {
    const Engine engine(small_vocabulary(), {{Gate::secrecy, Tier::sharing, Effect::permit, {{{{0, 0b1}, {1, 0b1}}}}, 0, 0}});
    CHECK(gaps(engine, Gate::secrecy, 1).gaps.size() == 1);
    CHECK_FALSE(gaps(engine, Gate::secrecy, 1).complete);
    CHECK(gaps(engine, Gate::secrecy, 2).complete);
  }
}

TEST_CASE("a comparison finds every request whose answer differs") {
  prop("and tells both answers of a request of each region", [] {
    const auto clauses = *random::lively_clauses();
    auto changed = clauses;
    for (const auto& extra : *rc::gen::resize(3, random::clauses())) changed.push_back(extra);
    if (!clauses.empty() && *rc::gen::arbitrary<bool>())
      changed.erase(changed.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(clauses.size())));
    const Engine before(small_vocabulary(), clauses), after(small_vocabulary(), changed);
    const auto found = differences(before, after);
    RC_ASSERT(found.complete);
    for (const auto& change : found.changes) {
      RC_ASSERT(meets(change.region, change.witness));
      RC_ASSERT(change.witness_before == decide(before, change.witness).effect);
      RC_ASSERT(change.witness_after == decide(after, change.witness).effect);
      RC_ASSERT(change.witness_before != change.witness_after);
    }
    for (const auto& facts : every_known_request()) {
      const Findings one = examine(before, facts), other = examine(after, facts);
      bool told = false;
      for (const auto& change : found.changes) {
        if (!meets(change.region, facts)) continue;
        told = true;
        RC_ASSERT(at(one, change.gate).effect == change.before);
        RC_ASSERT(at(other, change.gate).effect == change.after);
      }
      if (one.effect != other.effect) RC_ASSERT(told);
    }
  });
  prop("and nothing where nothing differs", [] {
    auto clauses = *random::lively_clauses();
    const Engine before(small_vocabulary(), clauses);
    std::reverse(clauses.begin(), clauses.end());
    const auto found = differences(before, Engine(small_vocabulary(), clauses));
    RC_ASSERT(found.changes.empty() && found.complete);
  });
}

TEST_CASE("a comparison says who gains and who loses") {
  const auto permit = [](Gate gate, Values actors) {
    return Clause{gate, Tier::sharing, Effect::permit, {{{{0, actors}}}}, 0, 0};
  };
  const auto engine = [&](Values actors) {
    return Engine(small_vocabulary(), {permit(Gate::secrecy, actors), permit(Gate::data_protection, 0b011), permit(Gate::mandate, 0b011)});
  };
  const auto wider = differences(engine(0b001), engine(0b011));
  REQUIRE(wider.changes.size() == 1);
  CHECK(wider.changes[0].region == Cube{{{0, 0b010}}});
  CHECK(gains(wider.changes[0]));
  CHECK(loses(differences(engine(0b011), engine(0b001)).changes.at(0)));
  // What data protection refuses anyway is no change.
  CHECK(differences(engine(0b001), engine(0b101)).changes.empty());
}
