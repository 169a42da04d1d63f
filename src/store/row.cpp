#include <patio/store/row.hpp>

#include "failure.hpp"

namespace patio::detail {

void fail_unstorable(std::string_view table, std::string_view column) { throw failure(Fault::unstorable, table, column); }

void fail_unreadable(std::string_view table, std::string_view column) { throw failure(Fault::unreadable, table, column); }

bool is_storable_text(std::string_view text) noexcept { return text.size() <= longest_text && is_clean_utf8(text); }

}  // namespace patio::detail
