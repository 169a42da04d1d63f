#pragma once
/// \file
/// What local rules and sectors owe the rest of the book: an owner and an area that fit, something to stand in for, no emergency
/// taken away.

#include "book_file.hpp"

namespace patio {

/// Every fault goes to the issues, each with its path.
void check_local_rules(const BookParts& parts, Issues& issues);

/// Areas of a rule: of a kind that is known, and sectors that the book has.
void check_areas(const BookParts& parts, const std::vector<AreaCode>& areas, const std::string& path, Issues& issues);

}  // namespace patio
