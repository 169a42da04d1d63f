#include "literal_columns.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

#include "pack_bits.hpp"

namespace patio::rules {
namespace {

/// Where the rows of a batch hold one value each, a bit per row.
using Planes = std::array<Words, 8>;

constexpr std::size_t unknown_plane = 7;
constexpr std::uint8_t unknown_byte = 0x80;

/// The bits of the bytes of a column: plane p is their bit p. Rows without a value have the unknown plane alone.
void read_planes(const std::uint8_t* bytes, std::size_t values, Planes& planes) {
  std::array<std::uint8_t, words_bits> clean;
  const auto limit = static_cast<std::uint8_t>(values);
  for (std::size_t row = 0; row < words_bits; ++row) {
    const std::uint8_t byte = bytes[row];
    clean[row] = byte < limit ? byte : unknown_byte;
  }
  const auto read = [&](std::size_t plane) {
    for (std::size_t w = 0; w < words_size; ++w) planes[plane].set(w, pack_bits(clean.data() + 64 * w, plane));
  };
  for (std::size_t plane = 0; plane < static_cast<std::size_t>(std::bit_width(values - 1)); ++plane) read(plane);
  read(unknown_plane);
}

/// For each value the rows that have it: halves the rows bit by bit, from the highest plane down.
void spread(const Planes& planes, std::size_t values, std::array<Words, max_values>& rows_with) {
  rows_with[0] = ~planes[unknown_plane];
  std::size_t known = 1;
  for (auto plane = static_cast<std::size_t>(std::bit_width(values - 1)); plane-- > 0;) {
    for (std::size_t i = known; i-- > 0;) {
      const Words rows = rows_with[i];
      rows_with[2 * i + 1] = rows & planes[plane];
      rows_with[2 * i] = rows & ~planes[plane];
    }
    known *= 2;
  }
}

}  // namespace

std::uint32_t LiteralPlan::number_of(const Literal& literal) const {
  const auto own = std::find_if(attributes.begin(), attributes.end(),
                                [&](const Attribute& each) { return each.attribute == literal.attribute; });
  const auto first = literals.begin() + own->first_literal, last = literals.begin() + own->last_literal;
  return static_cast<std::uint32_t>(std::lower_bound(first, last, literal.admits) - literals.begin());
}

LiteralPlan plan_literals(const Vocabulary& vocabulary, std::span<const Cube* const> cubes) {
  std::map<std::size_t, std::set<Values>> admitted;
  for (const Cube* cube : cubes)
    for (const auto& literal : cube->literals) admitted[literal.attribute].insert(literal.admits);

  LiteralPlan plan;
  for (const auto& [attribute, sets] : admitted) {
    const auto first = static_cast<std::uint32_t>(plan.literals.size());
    plan.literals.insert(plan.literals.end(), sets.begin(), sets.end());
    plan.attribute_of.resize(plan.literals.size(), static_cast<std::uint32_t>(plan.attributes.size()));
    plan.attributes.push_back({static_cast<std::uint32_t>(attribute),
                               static_cast<std::uint32_t>(vocabulary.attributes[attribute].values.size()), first,
                               static_cast<std::uint32_t>(plan.literals.size())});
  }
  return plan;
}

void LiteralBatch::read(std::span<const Column> columns, std::size_t first_row, std::size_t rows) {
  for (std::size_t i = 0; i < plan_.attributes.size(); ++i) {
    const auto& attribute = plan_.attributes[i];
    const Column& column = columns[attribute.attribute];
    if (column.empty()) {
      unknown_[i] = Words::all();
      std::fill(settled_.begin() + attribute.first_literal, settled_.begin() + attribute.last_literal, Words::none());
      continue;
    }
    std::array<std::uint8_t, words_bits> last;
    const std::uint8_t* bytes = column.data() + first_row;
    if (rows < words_bits) {
      last.fill(unknown_value);
      std::copy_n(bytes, rows, last.begin());
      bytes = last.data();
    }
    read_attribute(attribute, bytes, unknown_[i]);
  }
}

void LiteralBatch::read_attribute(const LiteralPlan::Attribute& attribute, const std::uint8_t* bytes, Words& unknown) {
  Planes planes;
  std::array<Words, max_values> rows_with;
  read_planes(bytes, attribute.values, planes);
  spread(planes, attribute.values, rows_with);
  unknown = planes[unknown_plane];
  for (std::uint32_t i = attribute.first_literal; i < attribute.last_literal; ++i) {
    Words rows = Words::none();
    // Of a set and what it leaves out, the smaller one is added up.
    const Values all = first_values(attribute.values), admits = plan_.literals[i];
    const bool few = 2 * std::popcount(admits) <= std::popcount(all);
    for (Values left = few ? admits : all & ~admits; left != 0; left &= left - 1)
      rows |= rows_with[static_cast<std::size_t>(std::countr_zero(left))];
    settled_[i] = few ? rows : ~(rows | unknown);
  }
}

}  // namespace patio::rules
