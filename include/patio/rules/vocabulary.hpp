#pragma once
/// \file
/// A fact vocabulary: a list of attributes, each a closed set of at most 64 values. It is read off a described struct,
/// whose fields of type `std::optional<DescribedEnum>` are the attributes; other fields are no facts.
///
///     enum class Flag { no, yes };
///     struct Request { std::optional<Recipient> recipient; std::optional<Flag> urgent; };
///     const Vocabulary vocabulary = vocabulary_of<Request>();
///     vocabulary.find("urgent");                                  // 1
///
/// A flag is the set {no, yes}; a level is a set in rising order. Numbers and dates become values before they come here.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/describe.hpp>

namespace patio::rules {

/// A set of values of one attribute: bit i is its value number i.
using Values = std::uint64_t;

inline constexpr std::size_t max_attributes = 64;
inline constexpr std::size_t max_values = 64;

/// The set of the first `count` values.
[[nodiscard]] constexpr Values first_values(std::size_t count) noexcept {
  return count >= max_values ? ~Values{0} : (Values{1} << count) - 1;
}

struct Attribute {
  std::string name;
  std::vector<std::string> values;

  [[nodiscard]] Values all() const noexcept { return first_values(values.size()); }
  /// The place of a value, if the attribute has it.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view value) const noexcept;
  bool operator==(const Attribute&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attribute, (), (name, values))

struct Vocabulary {
  /// The name of the struct it was read off: "AccessRequest".
  std::string name;
  std::vector<Attribute> attributes;

  /// The place of an attribute, if there is one of that name.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view attribute) const noexcept;
  bool operator==(const Vocabulary&) const = default;
};
BOOST_DESCRIBE_STRUCT(Vocabulary, (), (name, attributes))

namespace detail {

template <class T>
struct FactField : std::false_type {};
template <DescribedEnum E>
struct FactField<std::optional<E>> : std::true_type {
  using Value = E;
  static_assert(enum_count<E> <= max_values, "an attribute has at most 64 values");
};

/// True if the enumerators are 0, 1, 2...: then a value is its own place.
template <DescribedEnum E>
constexpr bool counts_from_zero() {
  std::size_t place = 0;
  for (const auto& each : enumerators<E>())
    if (static_cast<std::size_t>(each.value) != place++) return false;
  return true;
}

template <DescribedEnum E>
constexpr std::size_t place_of(E value) {
  if constexpr (counts_from_zero<E>()) {
    return static_cast<std::size_t>(value);
  } else {
    std::size_t place = 0;
    for (const auto& each : enumerators<E>()) {
      if (each.value == value) break;
      ++place;
    }
    return place;
  }
}

}  // namespace detail

/// Calls `visit(place, member_pointer)` for each field that is a fact.
template <Described T, class Visit>
constexpr void each_fact(Visit&& visit) {
  std::size_t place = 0;
  each_member<T>([&](std::string_view, auto pointer) {
    using Field = std::remove_cvref_t<decltype(std::declval<T>().*pointer)>;
    if constexpr (detail::FactField<Field>::value) visit(place++, pointer);
  });
}

template <Described T>
[[nodiscard]] Vocabulary vocabulary_of() {
  Vocabulary vocabulary{std::string(type_name<T>), {}};
  each_member<T>([&](std::string_view name, auto pointer) {
    using Field = std::remove_cvref_t<decltype(std::declval<T>().*pointer)>;
    if constexpr (detail::FactField<Field>::value) {
      Attribute attribute{std::string(name), {}};
      for (const auto& each : enumerators<typename detail::FactField<Field>::Value>())
        attribute.values.emplace_back(each.name);
      vocabulary.attributes.push_back(std::move(attribute));
    }
  });
  static_assert(field_count<T> <= max_attributes);
  return vocabulary;
}

}  // namespace patio::rules
