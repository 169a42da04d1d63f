#include <algorithm>
#include <array>

#include <patio/rules/columns.hpp>
#include <patio/rules/rule_set.hpp>

#include "guard.hpp"
#include "handles.hpp"

namespace {

using namespace patio::c;
using patio::rules::Attribute;
using patio::rules::Facts;
using patio::rules::RuleList;
using patio::rules::RuleSet;
using patio::rules::Verdict;

static_assert(sizeof(patio_verdict) == 160, "no byte of it is padding, so that two may be compared as bytes");
static_assert(PATIO_UNKNOWN == Facts::unknown);
static_assert(PATIO_VERDICT_RULES == RuleList::capacity);
static_assert(PATIO_OBLIGE == static_cast<int>(patio::rules::Effect::oblige) &&
              PATIO_TRANSFORM == static_cast<int>(patio::rules::Effect::transform));

const std::vector<Attribute>& attributes_of(const patio_decider& decider) {
  return decider.rules->engine.vocabulary().attributes;
}

const Attribute* attribute_at(const patio_decider* decider, std::size_t place) {
  if (decider == nullptr) return nullptr;
  const auto& attributes = attributes_of(*decider);
  return place < attributes.size() ? &attributes[place] : nullptr;
}

/// A number that the attribute does not have tells nothing.
void set(Facts& facts, const std::vector<Attribute>& attributes, std::size_t place, std::uint8_t value) {
  if (value != PATIO_UNKNOWN && value <= attributes[place].values.size()) facts.know(place, value - std::size_t{1});
}

struct Table {
  const std::uint8_t* const* columns;
  std::size_t column_count;
  std::size_t rows;
};

/// Many rows together. The engine numbers values from 0, and takes 255 for unknown: one less than ours, whatever it is.
void decide_effects(const RuleSet& rules, const Table& table, std::uint8_t* effects) {
  constexpr std::size_t rows_at_once = 4096;
  std::vector<std::array<std::uint8_t, rows_at_once>> places(table.column_count);
  std::vector<patio::rules::Column> columns(rules.engine.vocabulary().attributes.size());
  for (std::size_t first = 0; first < table.rows; first += rows_at_once) {
    const std::size_t count = std::min(table.rows - first, rows_at_once);
    for (std::size_t i = 0; i < table.column_count; ++i) {
      if (table.columns[i] == nullptr) continue;
      std::transform(table.columns[i] + first, table.columns[i] + first + count, places[i].begin(),
                     [](std::uint8_t value) { return static_cast<std::uint8_t>(value - 1); });
      columns[i] = {places[i].data(), count};
    }
    decide_columns(rules.engine, columns, {reinterpret_cast<patio::rules::Effect*>(effects + first), count});
  }
}

void copy(const RuleList& rules, std::uint32_t& count, std::uint32_t (&list)[PATIO_VERDICT_RULES]) {
  count = static_cast<std::uint32_t>(rules.total());
  std::fill(std::copy(rules.begin(), rules.end(), list), std::end(list), 0U);
}

void copy(const Verdict& verdict, patio_verdict& out) {
  out.obligations = verdict.obligations;
  out.mandatory = verdict.mandatory;
  copy(verdict.determining, out.determining_count, out.determining);
  copy(verdict.unsettled, out.unsettled_count, out.unsettled);
  out.effect = static_cast<std::uint8_t>(verdict.effect);
  std::transform(verdict.gates.begin(), verdict.gates.end(), out.gates,
                 [](auto effect) { return static_cast<std::uint8_t>(effect); });
  std::fill(std::begin(out.reserved), std::end(out.reserved), std::uint8_t{0});
}

patio::Date day_in(const char* text) {
  const auto day = patio::parse_date(name_in(text));
  if (!day) throw_misuse({"ce n'est pas un jour, comme 2026-03-10", "this is no day, like 2026-03-10"});
  return *day;
}

void decide_verdicts(const RuleSet& rules, const Table& table, std::uint8_t* effects, patio_verdict* verdicts) {
  const auto& attributes = rules.engine.vocabulary().attributes;
  for (std::size_t row = 0; row < table.rows; ++row) {
    Facts facts;
    for (std::size_t place = 0; place < table.column_count; ++place)
      if (table.columns[place] != nullptr) set(facts, attributes, place, table.columns[place][row]);
    copy(decide(rules, facts), verdicts[row]);
    effects[row] = verdicts[row].effect;
  }
}

}  // namespace

patio_status patio_decider_new(const patio_books* books, const char* day, const char* known_as_of, patio_decider** out,
                               patio_error** error) {
  return guard_out(out, error, [&] {
    const auto& rulebook = needed(books).books.rulebook;
    const patio::Date on = day_in(day);
    const auto known = known_as_of ? std::optional(day_in(known_as_of)) : std::nullopt;
    return new patio_decider{rulebook->as_of(on, known)};
  });
}

void patio_decider_free(patio_decider* decider) { delete decider; }

size_t patio_decider_attribute_count(const patio_decider* decider) {
  return decider == nullptr ? 0 : attributes_of(*decider).size();
}

const char* patio_decider_attribute_name(const patio_decider* decider, size_t attribute) {
  const Attribute* found = attribute_at(decider, attribute);
  return found == nullptr ? nullptr : found->name.c_str();
}

size_t patio_decider_find_attribute(const patio_decider* decider, const char* name) {
  if (decider == nullptr || name == nullptr) return PATIO_NO_ATTRIBUTE;
  return decider->rules->engine.vocabulary().find(name).value_or(PATIO_NO_ATTRIBUTE);
}

size_t patio_decider_value_count(const patio_decider* decider, size_t attribute) {
  const Attribute* found = attribute_at(decider, attribute);
  return found == nullptr ? 0 : found->values.size();
}

const char* patio_decider_value_name(const patio_decider* decider, size_t attribute, uint8_t value) {
  const Attribute* found = attribute_at(decider, attribute);
  if (found == nullptr || value == PATIO_UNKNOWN || value > found->values.size()) return nullptr;
  return found->values[value - std::size_t{1}].c_str();
}

uint8_t patio_decider_find_value(const patio_decider* decider, size_t attribute, const char* name) {
  const Attribute* found = attribute_at(decider, attribute);
  if (found == nullptr || name == nullptr) return PATIO_UNKNOWN;
  const auto place = found->find(name);
  return place ? static_cast<std::uint8_t>(*place + 1) : std::uint8_t{PATIO_UNKNOWN};
}

const char* patio_decider_rule_id(const patio_decider* decider, uint32_t rule) {
  if (decider == nullptr || rule >= decider->rules->rules.size()) return nullptr;
  return decider->rules->rules[rule].id.c_str();
}

const char* patio_decider_obligation_code(const patio_decider* decider, unsigned bit) {
  if (decider == nullptr || bit >= decider->rules->catalogue->obligations.size()) return nullptr;
  return decider->rules->catalogue->obligations[bit].code.c_str();
}

const char* patio_decider_version(const patio_decider* decider) {
  return decider == nullptr ? nullptr : decider->rules->version.c_str();
}

patio_status patio_decider_decide(const patio_decider* decider, const uint8_t* values, size_t count, patio_verdict* out) {
  if (decider == nullptr || values == nullptr || out == nullptr) return PATIO_MISUSE;
  const auto& attributes = attributes_of(*decider);
  if (count > attributes.size()) return PATIO_MISUSE;
  Facts facts;
  for (std::size_t place = 0; place < count; ++place) set(facts, attributes, place, values[place]);
  copy(decide(*decider->rules, facts), *out);
  return PATIO_OK;
}

patio_status patio_decider_decide_columns(const patio_decider* decider, const uint8_t* const* columns, size_t column_count,
                                          size_t rows, uint8_t* effects, patio_verdict* verdicts) {
  return guard(nullptr, [&] {
    const patio::rules::RuleSet& rules = *needed(decider).rules;
    const Table table{&needed(columns), column_count, rows};
    if (column_count > attributes_of(*decider).size()) throw_misuse({"trop de colonnes", "too many columns"});
    if (verdicts == nullptr) {
      decide_effects(rules, table, &needed(effects));
    } else {
      decide_verdicts(rules, table, &needed(effects), verdicts);
    }
  });
}
