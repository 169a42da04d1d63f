#include <patio/consent/notice.hpp>

namespace patio {

const Notice* told(const std::vector<Notice>& notices, const std::string& text_version, Date today, const Zone& zone,
                   const ConsentTerms& terms) {
  const Notice* latest = nullptr;
  for (const auto& notice : notices) {
    const Date given = day_in(notice.given_at, zone);
    if (notice.text_version != text_version || given > today || add_days(given, terms.notice_days) <= today) continue;
    if (!latest || notice.given_at > latest->given_at) latest = &notice;
  }
  return latest;
}

}  // namespace patio
