#pragma once
/// \file
/// The files of a needs book: as a jurist writes them, then as the book holds them.

#include <string>
#include <utility>
#include <vector>

#include <patio/orientation/needs_book.hpp>

namespace patio {

/// Something read, and where it stands: "needs/family.json#/needs/2".
template <class T>
struct Placed {
  T value;
  std::string path;
};

/// What all files hold together, in the order of the files, before it is checked as a whole.
struct BookParts {
  std::vector<Placed<Need>> needs;
  std::vector<Placed<SafetyRule>> safety;
  std::vector<Placed<Destination>> destinations;
  std::vector<Placed<FactSheet>> facts;
  std::vector<Placed<VeilleBrakes>> veille;
  /// One at most.
  std::vector<Placed<DirectoryWords>> words;
  std::vector<Placed<LocalRule>> local_rules;
  std::vector<Placed<Sector>> sectors;
  /// Faults of form and of conditions.
  Issues issues;
};

void read_book_file(const BookFile& file, BookParts& parts);

}  // namespace patio
