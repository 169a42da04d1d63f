#pragma once
/// \file
/// Random values of our types for rapidcheck: ids, codes, days, instants, clock times, enumerations, clean texts, and
/// any described struct made of them.
///
///     prop("is read back as written", [](const Consent& consent) {
///       RC_ASSERT(from_json<Consent>(to_json(consent)).value() == consent);
///     });

#include <rapidcheck.h>

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <patio/base/json.hpp>

namespace arbitrary {

/// A code point as UTF-8.
inline std::string utf8(char32_t point) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3f)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xc0 | point >> 6), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xe0 | point >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xf0 | point >> 18), tail(12), tail(6), tail(0)};
}

/// Any code point but null and the surrogates, common ones oftener.
inline rc::Gen<char32_t> code_point() {
  return rc::gen::oneOf(rc::gen::inRange<char32_t>(0x20, 0x7f), rc::gen::inRange<char32_t>(0x1, 0x800),
                        rc::gen::inRange<char32_t>(0x800, 0xd800), rc::gen::inRange<char32_t>(0xe000, 0x110000));
}

inline rc::Gen<std::string> clean_text() {
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(code_point()), [](const std::vector<char32_t>& points) {
    std::string text;
    for (const auto point : points) text += utf8(point);
    return text;
  });
}

inline rc::Gen<std::string> code_text() {
  const std::string first = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  return rc::gen::exec([first] {
    std::string text(1, *rc::gen::elementOf(first));
    const auto more = *rc::gen::inRange<std::size_t>(0, 64);
    for (std::size_t i = 0; i < more; ++i) text += *rc::gen::elementOf(first + "_:.-");
    return text;
  });
}

template <class T>
rc::Gen<T> value();

}  // namespace arbitrary

namespace rc {

template <class Tag>
struct Arbitrary<patio::Id<Tag>> {
  static Gen<patio::Id<Tag>> arbitrary() {
    return gen::map(gen::arbitrary<patio::Bytes16>(), [](const patio::Bytes16& bytes) { return patio::Id<Tag>{bytes}; });
  }
};

template <class Tag>
struct Arbitrary<patio::Code<Tag>> {
  static Gen<patio::Code<Tag>> arbitrary() {
    return gen::map(arbitrary::code_text(), [](const std::string& text) { return *patio::Code<Tag>::parse(text); });
  }
};

/// Any day of the years 0001 to 9999.
template <>
struct Arbitrary<patio::Date> {
  static Gen<patio::Date> arbitrary() {
    return gen::map(gen::inRange(-719162, 2932897), [](int days) { return patio::Date(date::sys_days(date::days(days))); });
  }
};

/// Any microsecond of the years 0001 to 9999.
template <>
struct Arbitrary<patio::Instant> {
  static Gen<patio::Instant> arbitrary() {
    constexpr std::int64_t first = -62135596800'000000, end = 253402300800'000000;
    return gen::map(gen::inRange(first, end),
                    [](std::int64_t micros) { return patio::Instant(std::chrono::microseconds(micros)); });
  }
};

template <>
struct Arbitrary<patio::ClockTime> {
  static Gen<patio::ClockTime> arbitrary() {
    return gen::map(gen::inRange(0, 24 * 60 + 1),
                    [](int minutes) { return patio::ClockTime{std::chrono::minutes(minutes)}; });
  }
};

template <patio::DescribedEnum E>
struct Arbitrary<E> {
  static Gen<E> arbitrary() {
    return gen::map(gen::inRange<std::size_t>(0, patio::enum_count<E>),
                    [](std::size_t at) { return patio::enumerators<E>()[at].value; });
  }
};

/// Fields get smaller as structs nest.
template <patio::Described T>
struct Arbitrary<T> {
  static Gen<T> arbitrary() {
    return gen::exec([] {
      T made{};
      patio::each_field(made, [](std::string_view, auto& field) {
        field = *gen::scale(0.5, ::arbitrary::value<std::remove_cvref_t<decltype(field)>>());
      });
      return made;
    });
  }
};

}  // namespace rc

namespace arbitrary {

/// Like rc::gen::arbitrary, with clean texts, finite numbers, and optionals, lists and maps of them.
template <class T>
rc::Gen<T> value() {
  using namespace patio::detail;
  if constexpr (std::is_same_v<T, std::string>) {
    return clean_text();
  } else if constexpr (std::is_floating_point_v<T>) {
    return rc::gen::suchThat<T>([](T number) { return std::isfinite(number); });
  } else if constexpr (is_optional<T>) {
    using Inside = typename T::value_type;
    return rc::gen::oneOf(rc::gen::just(T{}),
                          rc::gen::map(value<Inside>(), [](Inside inside) { return T{std::move(inside)}; }));
  } else if constexpr (is_list<T>) {
    return rc::gen::container<T>(value<typename T::value_type>());
  } else if constexpr (is_map<T>) {
    return rc::gen::container<T>(code_text(), value<typename T::mapped_type>());
  } else {
    return rc::gen::arbitrary<T>();
  }
}

}  // namespace arbitrary
