#include "rows.hpp"

#include "pack_bits.hpp"

namespace patio::rules {

RowPlan::RowPlan(const Vocabulary& vocabulary, const Entries& entries) : attributes_(vocabulary.attributes.size()) {
  for (const auto& gate : entries)
    for (const auto& entry : gate)
      for (const auto& literal : entry.cube->literals) names_ |= std::uint64_t{1} << literal.attribute;
  for (std::uint64_t left = names_; left != 0; left &= left - 1) {
    const auto attribute = static_cast<std::size_t>(std::countr_zero(left));
    value_counts_[attribute] = static_cast<std::uint8_t>(vocabulary.attributes[attribute].values.size());
    unknown_rows_[attribute] = static_cast<std::uint16_t>(size_ + for_unknown);
    size_ += first_value + value_counts_[attribute];
  }
}

Question RowPlan::ready(const Facts& facts) const noexcept {
  Question question(facts);
  // Bytes first, then many of them at a time into bits: a loop over single bits costs as much as a whole match.
  std::array<std::uint8_t, max_attributes> open;
  for (std::size_t i = 0; i < max_attributes; ++i) {
    const Facts::State state = facts.states()[i];
    const bool known = static_cast<Facts::State>(state - 1) < value_counts_[i];
    question.states[i] = known ? state : Facts::unknown;
    question.rows[i] = static_cast<std::uint16_t>(unknown_rows_[i] + question.states[i]);
    open[i] = known ? 0 : 1;
  }
  question.open = pack_bits(open.data(), 0);
  return question;
}

}  // namespace patio::rules
