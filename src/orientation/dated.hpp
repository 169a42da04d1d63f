#pragma once
/// \file
/// Entries of the book that have a Provenance, on a day.

#include <algorithm>
#include <vector>

#include <patio/orientation/need.hpp>

namespace patio {

[[nodiscard]] inline bool is_known(const Provenance& provenance, std::optional<Date> known_as_of) {
  return !known_as_of || provenance.recorded <= *known_as_of;
}

/// In force, known, and put right by no other version that is known.
template <class T, class Same>
[[nodiscard]] bool holds(const std::vector<T>& all, const T& one, Same same, Date day, std::optional<Date> known_as_of) {
  if (!contains(one.provenance.in_force, day) || !is_known(one.provenance, known_as_of)) return false;
  return std::none_of(all.begin(), all.end(), [&](const T& other) {
    return same(other, one) && other.provenance.corrects == one.provenance.recorded && is_known(other.provenance, known_as_of);
  });
}

}  // namespace patio
