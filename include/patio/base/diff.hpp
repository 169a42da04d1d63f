#pragma once
/// \file
/// Which fields differ between two values of a described type: their names, never their contents.
///
///     diff(before, after);   // {"period.until", "recipients"}

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <patio/base/describe.hpp>

namespace patio {

namespace detail {

template <class T>
void diff_into(const T& before, const T& after, const std::string& prefix, std::vector<std::string>& fields) {
  each_member<T>([&](std::string_view name, auto member) {
    const auto& old_value = before.*member;
    const auto& new_value = after.*member;
    if (old_value == new_value) return;
    const std::string path = prefix + std::string(name);
    using Field = std::remove_cvref_t<decltype(old_value)>;
    if constexpr (Described<Field>) {
      diff_into(old_value, new_value, path + '.', fields);
    } else {
      fields.push_back(path);
    }
  });
}

}  // namespace detail

/// Dotted names, in the order of the description; empty if the values are equal. A list, a map or an optional that
/// differs is one name.
template <Described T>
[[nodiscard]] std::vector<std::string> diff(const T& before, const T& after) {
  std::vector<std::string> fields;
  detail::diff_into(before, after, "", fields);
  return fields;
}

}  // namespace patio
