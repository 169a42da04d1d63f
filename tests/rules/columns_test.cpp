#include <patio/rules/columns.hpp>

#include <algorithm>

#include "random_rules.hpp"

using namespace patio::rules;

namespace {

using Table = std::vector<std::vector<std::uint8_t>>;

std::vector<Effect> in_columns(const Engine& engine, const Table& table, std::size_t rows) {
  std::vector<Column> columns(table.begin(), table.end());
  std::vector<Effect> effects(rows);
  decide_columns(engine, columns, effects);
  return effects;
}

std::vector<Effect> row_by_row(const Engine& engine, const Table& table, std::size_t rows) {
  std::vector<Effect> effects;
  for (std::size_t row = 0; row < rows; ++row) {
    Facts facts;
    for (std::size_t i = 0; i < table.size(); ++i)
      if (!table[i].empty() && table[i][row] < engine.vocabulary().attributes[i].values.size()) facts.know(i, table[i][row]);
    effects.push_back(decide(engine, facts).effect);
  }
  return effects;
}

}  // namespace

TEST_CASE("columns are decided as their rows are") {
  prop("whatever the rules, the length and what is unknown", [] {
    auto clauses = *random::lively_clauses();
    // Many rules, half of the time.
    const Clause rare{Gate::secrecy, Tier::danger, Effect::deny, {*make_cube(small_vocabulary(), {{0, 0b1}, {2, 0b1}, {3, 0b1}})}, 0, 0};
    if (*rc::gen::arbitrary<bool>()) clauses.insert(clauses.end(), 600, rare);
    const Engine engine(small_vocabulary(), std::move(clauses));
    const auto rows = *rc::gen::inRange<std::size_t>(0, 600);
    Table table;
    for (const auto& attribute : small_vocabulary().attributes) {
      const auto past = static_cast<std::uint8_t>(attribute.values.size() + 1);
      const bool empty = *rc::gen::inRange(0, 5) == 0;
      table.push_back(empty ? std::vector<std::uint8_t>{}
                            : *rc::gen::container<std::vector<std::uint8_t>>(rows, rc::gen::inRange<std::uint8_t>(0, past)));
      for (auto& value : table.back())
        if (value == attribute.values.size() && rows % 2 == 0) value = unknown_value;
    }
    RC_ASSERT(in_columns(engine, table, rows) == row_by_row(engine, table, rows));
  });
}

TEST_CASE("an attribute of 64 values is read whole") {
  Vocabulary vocabulary{"Wide", {{"one", {}}, {"actor", {"a", "b"}}}};
  for (int i = 0; i < 64; ++i) vocabulary.attributes[0].values.push_back("v" + std::to_string(i));
  const auto permit = [&](Gate gate, std::size_t attribute, Values admits) {
    return Clause{gate, Tier::sharing, Effect::permit, {*make_cube(vocabulary, {{attribute, admits}})}, 0, 0};
  };
  const Engine engine(vocabulary, {permit(Gate::secrecy, 0, Values{1} << 63 | Values{1} << 17 | 1),
                                   permit(Gate::data_protection, 0, ~(Values{1} << 17)), permit(Gate::mandate, 1, 0b01)});
  Table table(2);
  for (int row = 0; row < 256; ++row) {
    table[0].push_back(static_cast<std::uint8_t>(row));
    table[1].push_back(0);
  }
  const auto effects = in_columns(engine, table, 256);
  CHECK(effects == row_by_row(engine, table, 256));
  CHECK(std::count(effects.begin(), effects.end(), Effect::permit) == 2);
}
