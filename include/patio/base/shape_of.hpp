#pragma once
/// \file
/// The shape (shape.hpp) of a C++ type, read off its description (describe.hpp).
///
///     const Shape& visit = shape_of<Visit>();
///     AnyValue one = any_value(Visit{.day = today});

#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

#include <patio/base/describe.hpp>
#include <patio/base/shape.hpp>
#include <patio/base/text_form.hpp>

namespace patio {

template <class T>
[[nodiscard]] const Shape& shape_of();

namespace detail {

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_map = false;
template <class T>
inline constexpr bool is_map<std::map<std::string, T>> = true;

template <class T>
inline constexpr NumberShape number_shape{sizeof(T), std::is_signed_v<T>, 0, 0};
template <std::integral T>
inline constexpr NumberShape number_shape<T>{sizeof(T), std::is_signed_v<T>, static_cast<std::int64_t>(std::numeric_limits<T>::min()),
                                             static_cast<std::uint64_t>(std::numeric_limits<T>::max())};

template <class T>
inline constexpr TextShape text_shape{
    TextForm<T>::code, TextForm<T>::format, TextForm<T>::pattern,
    [](std::string_view text, void* value) {
      auto read = TextForm<T>::read(text);
      if (read) *static_cast<T*>(value) = *std::move(read);
      return read.has_value();
    },
    [](const void* value) { return TextForm<T>::write(*static_cast<const T*>(value)); },
    [](std::string_view text, const void* value) {
      const auto read = TextForm<T>::read(text);
      return read && *read == *static_cast<const T*>(value);
    }};

template <class E>
[[nodiscard]] const ChoiceShape& choice_shape() {
  static const ChoiceShape shape = [] {
    ChoiceShape made{{}, [](const void* value) {
                       std::size_t place = 0;
                       for (const auto& each : enumerators<E>()) {
                         if (each.value == *static_cast<const E*>(value)) break;
                         ++place;
                       }
                       return place;
                     }};
    for (const auto& each : enumerators<E>()) made.names.push_back(each.name);
    return made;
  }();
  return shape;
}

template <class T>
inline constexpr OptionalShape optional_shape{
    [](const void* optional) -> const void* {
      const auto& held = *static_cast<const std::optional<T>*>(optional);
      return held ? &*held : nullptr;
    },
    [](void* optional) -> void* { return &static_cast<std::optional<T>*>(optional)->emplace(); }};

template <class T>
inline constexpr ListShape list_shape{
    [](const void* list) { return static_cast<const std::vector<T>*>(list)->size(); },
    [](const void* list, std::size_t place) -> const void* { return &(*static_cast<const std::vector<T>*>(list))[place]; },
    [](void* list) { static_cast<std::vector<T>*>(list)->clear(); },
    [](void* list) -> void* { return &static_cast<std::vector<T>*>(list)->emplace_back(); }};

template <class T>
inline constexpr MapShape map_shape{
    [](void* map) { static_cast<std::map<std::string, T>*>(map)->clear(); },
    [](void* map, const std::string& key) -> void* { return &(*static_cast<std::map<std::string, T>*>(map))[key]; },
    [](const void* map, const std::function<void(const std::string&, const void*)>& visit) {
      for (const auto& [key, value] : *static_cast<const std::map<std::string, T>*>(map)) visit(key, &value);
    }};

template <class T, class F>
[[nodiscard]] FieldShape field_shape(const T& example, std::string_view name, F T::*member) {
  const auto offset = reinterpret_cast<const char*>(&(example.*member)) - reinterpret_cast<const char*>(&example);
  return {name, &shape_of<F>, static_cast<std::size_t>(offset)};
}

template <class T, template <class...> class List, class... Member>
[[nodiscard]] std::vector<FieldShape> field_shapes(List<Member...>) {
  static_assert(is_wholly_described<T>);
  [[maybe_unused]] const T example{};
  return {field_shape(example, Member::name, Member::pointer)...};
}

template <class T>
[[nodiscard]] Shape make_shape() {
  Shape shape;
  shape.create = []() -> void* { return new T(); };
  shape.destroy = [](void* value) { delete static_cast<T*>(value); };
  if constexpr (std::same_as<T, AnyJson>) {
    shape.kind = ShapeKind::tree;
  } else if constexpr (std::same_as<T, bool>) {
    shape.kind = ShapeKind::boolean;
  } else if constexpr (std::integral<T>) {
    shape.kind = ShapeKind::integer;
    shape.number = &number_shape<T>;
  } else if constexpr (std::floating_point<T>) {
    static_assert(sizeof(T) <= sizeof(double), "a number is at most a double");
    shape.kind = ShapeKind::number;
    shape.number = &number_shape<T>;
  } else if constexpr (std::same_as<T, std::string>) {
    shape.kind = ShapeKind::string;
  } else if constexpr (DescribedEnum<T>) {
    shape.kind = ShapeKind::choice;
    shape.name = type_name<T>;
    shape.text = &text_shape<T>;
    shape.choice = &choice_shape<T>();
  } else if constexpr (WrittenAsText<T>) {
    shape.kind = ShapeKind::text;
    shape.text = &text_shape<T>;
  } else if constexpr (is_optional<T>) {
    shape.kind = ShapeKind::optional;
    shape.optional = &optional_shape<typename T::value_type>;
    shape.inside = &shape_of<typename T::value_type>;
  } else if constexpr (is_list<T>) {
    static_assert(!std::same_as<typename T::value_type, bool>, "a list of yes and no has no elements to point at");
    shape.kind = ShapeKind::list;
    shape.list = &list_shape<typename T::value_type>;
    shape.inside = &shape_of<typename T::value_type>;
  } else if constexpr (is_map<T>) {
    shape.kind = ShapeKind::map;
    shape.map = &map_shape<typename T::mapped_type>;
    shape.inside = &shape_of<typename T::mapped_type>;
  } else {
    static_assert(Described<T>, "this type has no description and no text form");
    shape.kind = ShapeKind::structure;
    shape.name = type_name<T>;
    shape.fields = field_shapes<T>(FieldsOf<T>());
  }
  return shape;
}

}  // namespace detail

/// The table of that type.
template <class T>
const Shape& shape_of() {
  static const Shape shape = detail::make_shape<T>();
  return shape;
}

template <class T>
[[nodiscard]] AnyValue any_value(T value) {
  const Shape& shape = shape_of<T>();
  return {std::shared_ptr<void>(static_cast<void*>(new T(std::move(value))), shape.destroy), &shape};
}

}  // namespace patio
