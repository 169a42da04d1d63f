#pragma once
/// \file
/// What a book knew when: entries with a `recorded` day, of which a later one may put an earlier one right (`corrects`). A
/// list of versions holds entries of one id or name, as pointers.

#include <algorithm>
#include <optional>

#include <patio/base/time.hpp>

namespace patio::rules {

/// True if the book had learned of it by then; on no day: as the book knows it now.
template <class T>
[[nodiscard]] bool is_known(const T& entry, const std::optional<Date>& known_as_of) {
  return !known_as_of || entry.recorded <= *known_as_of;
}

/// True if another version, known by then, stands in its place.
template <class T, class Versions>
[[nodiscard]] bool is_put_right(const T& entry, const Versions& versions, const std::optional<Date>& known_as_of) {
  return std::any_of(versions.begin(), versions.end(), [&](const T* other) {
    return other->corrects == entry.recorded && is_known(*other, known_as_of);
  });
}

/// True if on some day both were known and neither had been put right.
template <class T, class Versions>
[[nodiscard]] bool both_stand(const T& first, const T& second, const Versions& versions) {
  const Date known = std::max(first.recorded, second.recorded);
  return !is_put_right(first, versions, known) && !is_put_right(second, versions, known);
}

/// False if it says that it corrects, and no earlier version was recorded on that day.
template <class T, class Versions>
[[nodiscard]] bool corrects_what_was(const T& entry, const Versions& versions) {
  return !entry.corrects || std::any_of(versions.begin(), versions.end(), [&](const T* other) {
    return other != &entry && other->recorded == *entry.corrects && other->recorded < entry.recorded;
  });
}

}  // namespace patio::rules
