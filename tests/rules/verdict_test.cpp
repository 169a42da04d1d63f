#include <patio/rules/verdict.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "random_rules.hpp"

using namespace patio::rules;

namespace {

bool same(const Verdict& verdict, const Findings& findings) {
  std::vector<std::uint32_t> determining, unsettled;
  for (std::size_t gate = 0; gate < 3; ++gate) {
    const GateFindings& found = findings.gates[gate];
    if (verdict.gates[gate] != found.effect) return false;
    determining.insert(determining.end(), found.determining.begin(), found.determining.end());
    unsettled.insert(unsettled.end(), found.unsettled.begin(), found.unsettled.end());
  }
  const auto begins = [](const RuleList& list, const std::vector<std::uint32_t>& all) {
    return list.total() == all.size() && std::equal(list.begin(), list.end(), all.begin());
  };
  return verdict.effect == findings.effect && verdict.obligations == findings.obligations &&
         verdict.mandatory == findings.mandatory && begins(verdict.determining, determining) &&
         begins(verdict.unsettled, unsettled);
}

Clause rule(Gate gate, Tier tier, Effect effect, std::vector<Literal> literals) {
  return {gate, tier, effect, {*make_cube(small_vocabulary(), literals)}, 0, 0};
}

/// Data protection and mandate let known actors pass: what remains is secrecy.
Engine secrecy_engine(std::vector<Clause> clauses) {
  for (const Gate gate : {Gate::data_protection, Gate::mandate})
    clauses.push_back(rule(gate, Tier::person, Effect::permit, {{0, 0b011}}));
  return Engine(small_vocabulary(), std::move(clauses));
}

Facts known(std::initializer_list<std::size_t> values) {
  Facts facts;
  std::size_t attribute = 0;
  for (const auto value : values) facts.know(attribute++, value);
  return facts;
}

/// Three facts that nearly every rule names, with many values each, and some that few rules name.
const Vocabulary& wide_vocabulary() {
  static const Vocabulary vocabulary = [] {
    Vocabulary made{"Wide", {}};
    for (const std::size_t values : {40U, 30U, 25U, 2U, 3U, 4U, 9U, 64U}) {
      Attribute attribute{"f" + std::to_string(made.attributes.size()), {}};
      for (std::size_t i = 0; i < values; ++i) attribute.values.push_back("v" + std::to_string(i));
      made.attributes.push_back(std::move(attribute));
    }
    return made;
  }();
  return vocabulary;
}

/// Of the rules beside those of secrecy there are a fifth, or hardly any where there are very many.
std::vector<Clause> wide_clauses(std::size_t count) {
  std::mt19937 random(static_cast<unsigned>(count));
  const auto below = [&](std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random); };
  const auto cube = [&] {
    std::vector<Literal> literals;
    for (std::size_t i = 0; i < wide_vocabulary().attributes.size(); ++i) {
      if (below(10) >= (i < 3 ? 9U : 3U)) continue;
      Values admits = 0;
      for (std::size_t values = 1 + below(4); values > 0; --values)
        admits |= Values{1} << below(wide_vocabulary().attributes[i].values.size());
      literals.push_back({i, admits});
    }
    return make_cube(wide_vocabulary(), literals);
  };
  std::vector<Clause> clauses;
  while (clauses.size() < count) {
    const auto gate = below(count < 4000 ? 5 : 120) == 0 ? static_cast<Gate>(1 + below(2)) : Gate::secrecy;
    Clause clause{gate, static_cast<Tier>(below(4)), static_cast<Effect>(below(6)), {}, 1 + below(15), 0};
    for (std::size_t cubes = 1 + below(2); cubes > 0; --cubes)
      if (auto made = cube(); made && !made->literals.empty()) clause.when.push_back(std::move(*made));
    if (!clause.when.empty()) clauses.push_back(std::move(clause));
  }
  return clauses;
}

constexpr std::size_t urgent = 1, data = 2, agreed = 3;

}  // namespace

TEST_CASE("what is not known never opens a door") {
  prop("a wider set of possible values never turns a refusal into a permission", [] {
    const Engine engine(small_vocabulary(), *random::lively_clauses());
    const Mays narrow = *random::mays();
    Mays wide = *random::mays();
    for (std::size_t i = 0; i < wide.size(); ++i) wide[i] |= narrow[i];
    if (flows(decide(engine, facts_from(wide)).effect)) RC_ASSERT(flows(decide(engine, facts_from(narrow)).effect));
  });
  prop("forgetting one fact never turns a refusal into a permission", [] {
    const Engine engine(small_vocabulary(), *random::lively_clauses());
    const Facts facts = facts_from(*random::mays());
    Facts less = facts;
    less.forget(*rc::gen::inRange<std::size_t>(0, small_vocabulary().attributes.size()));
    if (flows(decide(engine, less).effect)) RC_ASSERT(flows(decide(engine, facts).effect));
  });
  prop("an empty request is never let through", [] {
    RC_ASSERT(!flows(decide(Engine(small_vocabulary(), *random::lively_clauses()), Facts{}).effect));
  });
  SECTION("a permission that names nothing is no permission") {
    const Engine engine(small_vocabulary(), {{Gate::secrecy, Tier::sharing, Effect::permit, {Cube{}}, 0, 0}});
    CHECK(decide(engine, known({0, 0, 0, 0})).gates[0] == Effect::deny);
    CHECK(examine_by_scan(engine, known({0, 0, 0, 0})).gates[0].effect == Effect::deny);
  }
  SECTION("a set of values that excludes everything counts as unknown") {
    const Engine engine = secrecy_engine({rule(Gate::secrecy, Tier::sharing, Effect::permit, {{agreed, 0b10}})});
    Facts facts = known({0, 0, 0, 1});
    CHECK(decide(engine, facts).effect == Effect::permit);
    facts.limit(agreed, 0);
    CHECK(decide(engine, facts).effect == Effect::deny);
    facts.limit(agreed, Values{0b11} << 40);
    CHECK(decide(engine, facts).effect == Effect::deny);
  }
  SECTION("a number that is no value counts as unknown") {
    const Engine engine = secrecy_engine({rule(Gate::secrecy, Tier::sharing, Effect::permit, {{agreed, 0b10}})});
    Facts facts = known({0, 0, 0, 1});
    facts.know(agreed, 9);
    CHECK(decide(engine, facts).effect == Effect::deny);
    CHECK(examine_by_scan(engine, facts) == examine(engine, facts));
  }
}

TEST_CASE("the compiled rules answer as the plain reading does") {
  prop("with few rules", [] {
    const Engine engine(small_vocabulary(), *random::lively_clauses());
    const Facts facts = facts_from(*random::mays());
    const Findings plain = examine_by_scan(engine, facts);
    RC_ASSERT(examine(engine, facts) == plain);
    RC_ASSERT(same(decide(engine, facts), plain));
  });
  prop("with more rules than a block holds", [] {
    std::vector<Clause> clauses;
    while (clauses.size() < 700) {
      const auto more = *rc::gen::resize(100, random::clauses());
      clauses.insert(clauses.end(), more.begin(), more.end());
      if (more.empty()) clauses.push_back(rule(Gate::secrecy, Tier::fallback, Effect::deny, {{data, 0b1}}));
    }
    // Few rules hold for many requests: otherwise the first block always decides.
    for (auto& clause : clauses)
      for (auto& cube : clause.when) {
        auto literals = cube.literals;
        literals.insert(literals.end(), {{0, 0b001}, {urgent, 0b10}, {data, 0b1000}});
        if (const auto rarer = make_cube(small_vocabulary(), literals)) cube = *rarer;
      }
    const Engine engine(small_vocabulary(), clauses);
    const Facts facts = facts_from(*random::mays());
    const Findings plain = examine_by_scan(engine, facts);
    RC_ASSERT(examine(engine, facts) == plain);
    RC_ASSERT(same(decide(engine, facts), plain));
  });
  prop("with any number of rules over selective facts, few or many of which are known", [] {
    static const std::array<std::size_t, 10> sizes{1, 60, 128, 200, 256, 380, 500, 560, 3000, 4000};
    static std::map<std::size_t, Engine> engines;
    const std::size_t size = *rc::gen::elementOf(sizes);
    const Engine& engine = engines.try_emplace(size, wide_vocabulary(), wide_clauses(size)).first->second;
    const auto& clause = *rc::gen::elementOf(engine.clauses());
    Facts facts;
    for (std::size_t i = 0; i < wide_vocabulary().attributes.size(); ++i) {
      const Values all = wide_vocabulary().attributes[i].all();
      switch (*rc::gen::inRange(0, 10)) {
        case 0: break;
        case 1: facts.limit(i, *rc::gen::inRange<Values>(1, all + 1)); break;
        default: facts.know(i, *rc::gen::inRange<std::size_t>(0, wide_vocabulary().attributes[i].values.size()));
      }
    }
    // Half of the requests meet a rule by design, and a third forget what leaves few rules.
    if (*rc::gen::arbitrary<bool>())
      for (const auto& [attribute, admits] : clause.when.front().literals) facts.limit(attribute, admits & -admits);
    if (*rc::gen::inRange(0, 3) == 0)
      for (std::size_t i = 0; i < 3; ++i) facts.forget(i);
    const Findings plain = examine_by_scan(engine, facts);
    RC_ASSERT(examine(engine, facts) == plain);
    RC_ASSERT(same(decide(engine, facts), plain));
  });
  prop("whatever the order of the rules", [] {
    auto clauses = *random::lively_clauses();
    const Facts facts = facts_from(*random::mays());
    const Engine first(small_vocabulary(), clauses);
    std::reverse(clauses.begin(), clauses.end());
    const Engine second(small_vocabulary(), clauses);
    const auto contents = [&](const Engine& engine) {
      Findings findings = examine(engine, facts);
      std::vector<std::multiset<std::string>> all;
      for (const auto& gate : findings.gates)
        for (const auto& list : {gate.determining, gate.unsettled}) {
          auto& texts = all.emplace_back();
          for (const auto number : list) {
            std::ostringstream text;
            showValue(engine.clauses()[number], text);
            texts.insert(text.str());
          }
        }
      return std::tuple(findings.effect, findings.obligations, all);
    };
    RC_ASSERT(contents(first) == contents(second));
  });
}

TEST_CASE("within a gate the first tier that is settled decides") {
  const Clause agreed_permit = rule(Gate::secrecy, Tier::consent, Effect::permit, {{agreed, 0b10}});
  const Clause absolute_deny = rule(Gate::secrecy, Tier::absolute, Effect::deny, {{data, 0b0001}});
  const Clause danger_oblige = rule(Gate::secrecy, Tier::danger, Effect::oblige, {{urgent, 0b10}});
  const Clause default_deny = rule(Gate::secrecy, Tier::fallback, Effect::deny, {{0, 0b011}});
  const Engine engine = secrecy_engine({agreed_permit, absolute_deny, danger_oblige, default_deny});

  CHECK(decide(engine, known({0, 0, 1, 1})).effect == Effect::permit);
  CHECK(decide(engine, known({0, 0, 0, 1})).effect == Effect::deny);
  CHECK(decide(engine, known({0, 1, 1, 0})).effect == Effect::oblige);
  CHECK(decide(engine, known({0, 1, 0, 1})).effect == Effect::deny);

  SECTION("an unsettled prohibition above a settled permission calls a human, and is named") {
    Facts facts = known({0, 0, 0, 1});
    facts.forget(data);
    const Findings found = examine(engine, facts);
    CHECK(found.effect == Effect::human);
    CHECK(found.gates[0].determining == std::vector<std::uint32_t>{0});
    CHECK(found.gates[0].unsettled == std::vector<std::uint32_t>{1});
  }
  SECTION("an unsettled permission is refused, and the fact to ask for is named") {
    Facts facts = known({0, 0, 1, 0});
    facts.forget(agreed);
    const Findings found = examine(engine, facts);
    CHECK(found.effect == Effect::deny);
    CHECK(found.gates[0].determining == std::vector<std::uint32_t>{3});
    CHECK(found.gates[0].unsettled == std::vector<std::uint32_t>{0});
  }
  SECTION("an unsettled duty leaves the answer and adds its question") {
    Facts facts = known({0, 0, 1, 1});
    facts.forget(urgent);
    const Findings found = examine(engine, facts);
    CHECK(found.effect == Effect::permit);
    CHECK(found.gates[0].unsettled == std::vector<std::uint32_t>{2});
  }
  SECTION("nothing settled at all is a refusal") {
    CHECK(decide(engine, Facts{}).effect == Effect::deny);
    CHECK(decide(secrecy_engine({}), known({0, 0, 0, 0})).effect == Effect::deny);
  }
}

TEST_CASE("within a tier a prohibition beats a permission, and the stronger effect the weaker") {
  const auto in_tier = [](Effect first, Effect second) {
    const Engine engine = secrecy_engine({rule(Gate::secrecy, Tier::sharing, first, {{urgent, 0b10}}),
                                          rule(Gate::secrecy, Tier::sharing, second, {{agreed, 0b10}})});
    return decide(engine, known({0, 1, 0, 1}));
  };
  CHECK(in_tier(Effect::permit, Effect::deny).effect == Effect::deny);
  CHECK(in_tier(Effect::oblige, Effect::defer).effect == Effect::defer);
  CHECK(in_tier(Effect::human, Effect::defer).effect == Effect::human);
  CHECK(in_tier(Effect::human, Effect::deny).effect == Effect::deny);
  CHECK(in_tier(Effect::permit, Effect::oblige).effect == Effect::oblige);
  CHECK(in_tier(Effect::transform, Effect::permit).effect == Effect::permit);
  CHECK(in_tier(Effect::transform, Effect::permit).determining.size() == 4);
  CHECK(in_tier(Effect::permit, Effect::deny).determining.size() == 3);
}

TEST_CASE("all three gates must let pass") {
  const Clause permit = rule(Gate::secrecy, Tier::sharing, Effect::oblige, {{agreed, 0b10}});
  const Clause basis = rule(Gate::data_protection, Tier::sharing, Effect::permit, {{urgent, 0b10}});
  const Clause mandate = rule(Gate::mandate, Tier::sharing, Effect::transform, {{data, 0b1}});
  CHECK(decide(Engine(small_vocabulary(), {permit, basis, mandate}), known({0, 1, 0, 1})).effect == Effect::transform);
  CHECK(decide(Engine(small_vocabulary(), {permit, basis, mandate}), known({0, 0, 0, 1})).effect == Effect::deny);
  CHECK(decide(Engine(small_vocabulary(), {permit, mandate}), known({0, 1, 0, 1})).effect == Effect::deny);
  CHECK(decide(secrecy_engine({permit}), known({0, 0, 0, 1})).effect == Effect::oblige);
}

TEST_CASE("obligations are those of all rules that made the answer") {
  Clause first = rule(Gate::secrecy, Tier::sharing, Effect::permit, {{urgent, 0b10}});
  first.obligations = 0b001;
  Clause second = rule(Gate::secrecy, Tier::sharing, Effect::oblige, {{agreed, 0b10}});
  second.obligations = second.mandatory = 0b010;
  Clause no = rule(Gate::secrecy, Tier::fallback, Effect::deny, {{urgent, 0b01}});
  no.obligations = 0b1000;
  Clause basis = rule(Gate::data_protection, Tier::sharing, Effect::permit, {{0, 0b011}});
  basis.obligations = 0b100;
  const Clause mandate = rule(Gate::mandate, Tier::sharing, Effect::permit, {{0, 0b011}});
  const Engine engine(small_vocabulary(), {first, second, no, basis, mandate});
  CHECK(decide(engine, known({0, 1, 0, 1})).obligations == 0b111);
  CHECK(decide(engine, known({0, 1, 0, 1})).mandatory == 0b010);
  CHECK(decide(engine, known({0, 1, 0, 0})).obligations == 0b101);
  CHECK(decide(engine, known({0, 0, 0, 0})).obligations == 0b1000);
}
