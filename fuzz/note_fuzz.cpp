// Any bytes as a note: what is found lies in the note, in order, without overlap; it is told without a word of the note; and
// nothing else is cut out. The same bytes as a book of words: what is read is written and read again to the same.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include <patio/base/json.hpp>
#include <patio/secrecy/note_check.hpp>

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

const patio::Text& advice_for(patio::NoteKind kind) {
  for (const auto& sheet : patio::french_note_book().kinds)
    if (sheet.kind == kind) return sheet.advice;
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view note(reinterpret_cast<const char*>(data), size);
  const auto found = patio::check_note(note);
  std::size_t at = 0, cut = 0;
  for (const auto& finding : found) {
    must(finding.begin_byte >= at, "findings that overlap");
    must(finding.begin_byte < finding.end_byte && finding.end_byte <= size, "a finding outside the note");
    must(finding.advice == advice_for(finding.kind), "advice that is not that of the book");
    at = finding.end_byte;
    cut += finding.end_byte - finding.begin_byte;
  }
  const std::string mark = "[…]";
  must(patio::without_findings(note, found).size() == size - cut + mark.size() * found.size(), "more or less was cut out");
  if (const auto book = patio::load_note_book(note)) {
    must(patio::load_note_book(patio::to_json(*book)) == book, "a book is not read back as written");
    (void)patio::NoteChecker(*book).check(note);
  }
  return 0;
}
