#pragma once
/// \file
/// Our few words over Boost.Describe. A model type is a plain struct described once; JSON, schema, diff, SQL rows,
/// C doors and Python classes are each one loop over that description.
///
///     struct Visit { PersonId person_id; Date day; bool operator==(const Visit&) const = default; };
///     BOOST_DESCRIBE_STRUCT(Visit, (), (person_id, day))
///
///     each_field(visit, [](std::string_view name, const auto& value) { ... });
///
/// A struct or an enumeration holds at most 52 members: a longer list is data, not code. A description that forgets a
/// field of its struct, or a struct with a base, does not compile where it is visited.

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace patio {

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class E>
concept DescribedEnum = boost::describe::has_describe_enumerators<E>::value;

template <Described T>
using FieldsOf = boost::describe::describe_members<T, boost::describe::mod_public>;

template <Described T>
inline constexpr std::size_t field_count = boost::mp11::mp_size<FieldsOf<T>>::value;

namespace detail {

struct Whatever {
  template <class T>
  operator T() const noexcept;  // never called: only asks what a struct may be made from
};

template <class T, std::size_t... I>
constexpr bool made_from(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), Whatever{})...}; };
}

/// A field that the description forgets would be lost in JSON, in the store and in every comparison.
template <class T>
inline constexpr bool forgets_a_field = made_from<T>(std::make_index_sequence<field_count<T> + 1>{});

}  // namespace detail

/// True, or it does not compile.
template <Described T>
inline constexpr bool is_wholly_described = [] {
  static_assert(boost::mp11::mp_empty<boost::describe::describe_bases<T, boost::describe::mod_any_access>>::value,
                "a described struct has no base: the fields of the base would be lost");
  static_assert(!detail::forgets_a_field<T>, "the description of this struct forgets a field");
  return true;
}();

/// Calls `visit(name, member_pointer)` for each field, in the order of the description.
template <Described T, class Visit>
constexpr void each_member(Visit&& visit) {
  static_assert(is_wholly_described<T>);
  boost::mp11::mp_for_each<FieldsOf<T>>([&](auto field) { visit(std::string_view(field.name), field.pointer); });
}

/// Calls `visit(name, value)` for each field of one value; the value is const if the struct is.
template <class T, class Visit>
  requires Described<std::remove_const_t<T>>
constexpr void each_field(T& value, Visit&& visit) {
  each_member<std::remove_const_t<T>>([&](std::string_view name, auto pointer) { visit(name, value.*pointer); });
}

namespace detail {

template <class T>
constexpr std::string_view spelled_type() {
  constexpr std::string_view signature = __PRETTY_FUNCTION__;
  constexpr auto start = signature.find("T = ") + 4;
  constexpr auto stop = signature.find_first_of(";]", start);
  constexpr auto whole = signature.substr(start, stop - start);
  constexpr auto colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// An enumerator that C++ reserves carries a trailing `_`, which is no part of its name.
constexpr std::string_view without_underscore(std::string_view name) {
  return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

}  // namespace detail

/// The bare name of a type, as it is spelled in C++: "Consent".
template <class T>
inline constexpr std::string_view type_name = detail::spelled_type<T>();

/// The name of a type in snake case: "consent", "joint_interview". Tables and C doors are called so.
[[nodiscard]] std::string snake_name(std::string_view type);

template <class T>
[[nodiscard]] std::string snake_name() {
  return snake_name(type_name<T>);
}

template <DescribedEnum E>
inline constexpr std::size_t enum_count = boost::mp11::mp_size<boost::describe::describe_enumerators<E>>::value;

/// Every value of an enumeration with its name, in the order of the description.
template <DescribedEnum E>
[[nodiscard]] constexpr auto enumerators() {
  struct Enumerator {
    E value;
    std::string_view name;
  };
  std::array<Enumerator, enum_count<E>> all{};
  std::size_t at = 0;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto each) { all[at++] = {each.value, detail::without_underscore(each.name)}; });
  return all;
}

/// The name of a value. A number that is no value of the enumeration has the empty name.
template <DescribedEnum E>
[[nodiscard]] constexpr std::string_view name_of(E value) {
  for (const auto& each : enumerators<E>())
    if (each.value == value) return each.name;
  return {};
}

/// The value of that name, if there is one. Case matters.
template <DescribedEnum E>
[[nodiscard]] constexpr std::optional<E> enum_from(std::string_view name) {
  for (const auto& each : enumerators<E>())
    if (each.name == name) return each.value;
  return std::nullopt;
}

}  // namespace patio
