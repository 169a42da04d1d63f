// Any bytes as a book of limits, and as a book of reasons: refused with a place for each fault, or read, written and read
// again to the same; and no limit of a book that was read ends before it begins.

#include <cstdint>
#include <cstdlib>
#include <iostream>

#include <patio/base/json.hpp>
#include <patio/casework/referral_reason.hpp>
#include <patio/schedule/working_time.hpp>

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

template <class Book>
void check_read(const patio::Checked<Book>& book, patio::Checked<Book> (*read)(std::string_view)) {
  if (!book) return must(!book.error().list.empty(), "refused without an issue");
  must(read(patio::to_json(*book)) == book, "a book is not read back as written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto limits = patio::read_limit_book(text);
  check_read(limits, patio::read_limit_book);
  check_read(patio::read_reason_book(text), patio::read_reason_book);
  if (!limits) return 0;
  const auto zone = *patio::find_zone("Europe/Paris");
  const auto now = *patio::parse_instant("2026-03-27T08:00:00Z");
  for (const auto& each : limits->limits)
    for (const auto& version : each.versions)
      must(patio::end_of({version.amount, version.unit}, now, {}, zone) >= now, "a limit ends before it begins");
  return 0;
}
