#pragma once
/// \file
/// What the entries of a book owe each other: references that lead somewhere, versions that don't overlap, a way out of
/// every need.

#include "book_file.hpp"

namespace patio {

/// Every fault of the parts taken together, each with its path.
[[nodiscard]] Issues check_book(const BookParts& parts);

}  // namespace patio
