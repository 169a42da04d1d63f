// Any bytes as the token of a link: only the one that was given opens it, and whatever names a referral has the form of a
// token.

#include <cstdint>
#include <cstdlib>
#include <iostream>

#include <patio/casework/referral_link.hpp>

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto now = *patio::parse_instant("2026-03-10T08:00:00Z");
  static const auto issued = [] {
    patio::Referral referral;
    referral.id.bytes = {1};
    referral.service = {"svc:meif"};
    return patio::issue_link(referral, {"pro:fs1"}, now, now + std::chrono::hours(1), patio::seeded_ids(1));
  }();
  const std::string_view token(reinterpret_cast<const char*>(data), size);
  must((patio::opens(issued.link, token, now) == patio::LinkAnswer::opens) == (token == issued.token), "another token opens");
  if (const auto referral = patio::referral_of(token))
    must(token.size() == issued.token.size() && token.starts_with(patio::to_text(*referral)), "no token names a referral");
  return 0;
}
