#pragma once
/// \file
/// Reads a compiled-in file of dated entries, and finds the one in force on a day.

#include <algorithm>
#include <vector>

#include "../embedded.hpp"
#include "book_file.hpp"

namespace patio {

/// The single file of that list, as described; a fault in it is ours, and stops the program's first use of it.
template <class File>
File read_dated_file(std::span<const embedded::File> files) {
  return read_book_file<File>(files.front().text).value();
}

template <class Entry>
const Entry& in_force_on(const std::vector<Entry>& entries, Date day) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& each) {
    return contains({each.since, each.until}, day);
  });
  if (found == entries.end())
    throw Error(ErrorCode::not_found, {"aucune règle connue à ce jour", "no rule is known on that day"});
  return *found;
}

}  // namespace patio
