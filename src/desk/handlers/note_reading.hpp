#pragma once
/// \file
/// Which notes of a person's file may be read, note by note and as one condition on their rows.

#include "../access.hpp"

namespace patio {

/// What the desk knows of the reader, and what the register of consents says of each category of the note.
[[nodiscard]] NoteReader reader_of(const CaseNote& note, const Asked& asked);

/// True of the notes of the file that read_note() lets reader_of() read.
[[nodiscard]] Condition readable(const Asked& asked);

}  // namespace patio
