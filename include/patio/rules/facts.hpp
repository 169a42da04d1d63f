#pragma once
/// \file
/// What is known of one request: for each attribute, the set of values that may be true.
///
///     Facts facts;                                   // nothing is known
///     facts.know(0, 3);                              // the attribute number 0 has its value number 3
///     facts.limit(1, 0b0110);                        // the attribute number 1 has its value 1 or its value 2
///     Facts same = facts_of(request);                // an absent optional is unknown
///
/// One value is known, all values are unknown, some values are partly known. There is no empty set: what excludes every
/// value tells nothing, so it counts as unknown, which permits nothing.

#include <algorithm>
#include <array>
#include <bit>

#include <patio/rules/vocabulary.hpp>

namespace patio::rules {

class Facts {
 public:
  Facts() = default;
  /// How an attribute is known: `unknown`, `partly`, or its value's place plus one.
  using State = std::uint8_t;
  static constexpr State unknown = 0;
  static constexpr State partly = 0xff;

  /// By attribute: `unknown`, or a value's place plus one.
  explicit Facts(const std::array<State, max_attributes>& states) noexcept {
    for (std::size_t i = 0; i < max_attributes; ++i) states_[i] = states[i] <= max_values ? states[i] : unknown;
  }

  void know(std::size_t attribute, std::size_t value) noexcept {
    states_[attribute] = value < max_values ? static_cast<State>(value + 1) : unknown;
  }
  void forget(std::size_t attribute) noexcept { states_[attribute] = unknown; }
  void limit(std::size_t attribute, Values may) noexcept {
    if (may == 0) return forget(attribute);
    if (std::has_single_bit(may)) return know(attribute, static_cast<std::size_t>(std::countr_zero(may)));
    states_[attribute] = partly;
    may_[attribute] = may;
    some_partly_ = true;
  }

  [[nodiscard]] State state(std::size_t attribute) const noexcept { return states_[attribute]; }
  [[nodiscard]] const std::array<State, max_attributes>& states() const noexcept { return states_; }
  /// False if each attribute is known or unknown.
  [[nodiscard]] bool some_partly() const noexcept { return some_partly_; }

  /// The values that may be true, among `all` those of the attribute.
  [[nodiscard]] Values may(std::size_t attribute, Values all) const noexcept {
    const State state = states_[attribute];
    Values some = 0;
    if (state == partly) some = all & may_[attribute];
    else if (state != unknown && state <= max_values) some = all & (Values{1} << (state - 1));
    return some == 0 ? all : some;
  }

 private:
  std::array<State, max_attributes> states_{};
  bool some_partly_ = false;
  // Only read where the state is `partly`: left raw, since filling it costs as much as a decision.
  std::array<Values, max_attributes> may_;
};

namespace detail {

#if defined(__GNUC__)
typedef std::uint64_t TwoWords __attribute__((vector_size(16)));
#else
struct alignas(16) TwoWords {
  std::uint64_t first, second;
};
#endif

}  // namespace detail

/// The facts of a described struct.
template <Described T>
[[nodiscard]] Facts facts_of(const T& request) noexcept {
  // Eight states to a word, two words to a piece: a processor waits where it reads in larger pieces than were written.
  std::array<std::uint64_t, max_attributes / 8> words{};
  each_fact<T>([&](std::size_t attribute, auto pointer) {
    // Filled and multiplied instead of tested: a processor cannot guess which facts are known.
    auto fact = request.*pointer;
    using Value = typename decltype(fact)::value_type;
    const bool known = fact.has_value();
    if (!known) fact = Value{};
    std::size_t place = detail::place_of<Value>(*fact);
    if constexpr (sizeof(Value) > 1) place = std::min(place, max_values);
    const auto state = static_cast<Facts::State>((place + 1) * known);
    const std::size_t byte = std::endian::native == std::endian::little ? attribute % 8 : 7 - attribute % 8;
    words[attribute / 8] |= std::uint64_t{state} << (8 * byte);
  });
  std::array<detail::TwoWords, max_attributes / 16> pairs;
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = detail::TwoWords{words[2 * i], words[2 * i + 1]};
  return Facts(std::bit_cast<std::array<Facts::State, max_attributes>>(pairs));
}

}  // namespace patio::rules
