// Any bytes as a question to a jurist: what is found lies in the text, in order, without overlap, and is told without a word of
// it. What a board would read of the same bytes holds nothing to find. The same bytes as each book of casework: what is
// read is written and read again to the same.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include <patio/base/json.hpp>
#include <patio/casework/help_request.hpp>
#include <patio/casework/neutral_text.hpp>

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

void read_twice(std::string_view bytes, auto load) {
  if (const auto book = load(bytes)) must(load(patio::to_json(*book)) == book, "a book is not read back as written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t at = 0;
  for (const auto& finding : patio::find_identifying(text, {"Rivière", "22/03/1985"})) {
    must(finding.begin_byte >= at, "findings that overlap");
    must(finding.begin_byte < finding.end_byte && finding.end_byte <= size, "a finding outside the text");
    at = finding.end_byte;
  }
  patio::HelpRequest request;
  request.situation.summary = text;
  const auto seen = patio::board_view(request, {}, 1, patio::Date{date::year{2026}, date::month{3}, date::day{10}},
                                      patio::french_casework_book());
  must(patio::find_identifying(seen.summary).empty(), "the board reads what identifies");
  (void)patio::tells(patio::french_neutral_book(), text);
  read_twice(text, [](std::string_view bytes) { return patio::load_identifying_book(bytes); });
  read_twice(text, [](std::string_view bytes) { return patio::load_casework_book(bytes); });
  read_twice(text, [](std::string_view bytes) { return patio::load_neutral_book(bytes); });
  return 0;
}
