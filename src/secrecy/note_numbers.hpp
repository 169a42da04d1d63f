#pragma once
/// \file
/// Numbers and addresses of people in a folded text, in the spellings of real notes.

#include <patio/secrecy/note_check.hpp>

#include "base/folded_text.hpp"

namespace patio {

/// Signs of the folded text from `first` up to `last`, which is not in it.
struct NoteHit {
  NoteKind kind{};
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Social security numbers, bank accounts and cards, phone numbers and e-mail addresses. They may overlap.
[[nodiscard]] std::vector<NoteHit> find_numbers(std::string_view folded);

}  // namespace patio
