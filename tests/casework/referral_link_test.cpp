#include <patio/casework/referral_link.hpp>

#include "properties.hpp"

using namespace patio;

namespace {

const Instant now = *parse_instant("2026-03-10T08:00:00Z");
const Instant in_eight_days = *parse_instant("2026-03-18T08:00:00Z");

Referral referral(std::uint8_t number = 1) {
  Referral made;
  made.id.bytes = {number};
  made.service = {"svc:meif"};
  return made;
}

IssuedLink issued(std::uint64_t seed = 1, const Referral& for_referral = referral()) {
  return issue_link(for_referral, {"pro:fs1"}, now, in_eight_days, seeded_ids(seed));
}

}  // namespace

TEST_CASE("a link opens with its token until it expires") {
  const auto [link, token] = issued();
  CHECK(opens(link, token, now) == LinkAnswer::opens);
  CHECK(opens(link, token, in_eight_days - std::chrono::microseconds(1)) == LinkAnswer::opens);
  CHECK(opens(link, token, in_eight_days) == LinkAnswer::expired);
}

TEST_CASE("a link that was replaced or closed opens no more") {
  auto [link, token] = issued();
  link.ended_at = now;
  CHECK(opens(link, token, now) == LinkAnswer::ended);
  CHECK(opens(link, issued(2).token, now) == LinkAnswer::wrong);
}

TEST_CASE("what is kept does not hold the token, nor any part of its secret") {
  const auto [link, token] = issued();
  const auto secret = token.substr(37);
  CHECK(secret.size() == 64);
  CHECK(link.token_hash.size() == 64);
  CHECK(link.token_hash.find(secret.substr(0, 8)) == std::string::npos);
}

TEST_CASE("a token opens its own referral, for its own service, alone") {
  const auto [link, token] = issued();
  ReferralLink of_another = link;
  of_another.referral_id = referral(2).id;
  CHECK(opens(of_another, token, now) == LinkAnswer::wrong);
  ReferralLink for_another = link;
  for_another.service = {"svc:cidff"};
  CHECK(opens(for_another, token, now) == LinkAnswer::wrong);
}

TEST_CASE("a token says which referral it is for, and no other text does") {
  CHECK(referral_of(issued().token) == referral().id);
  for (const std::string& bad : {std::string(), std::string("x"), std::string(101, '0'), to_text(referral().id),
                                 to_text(referral().id) + '.' + std::string(64, 'G'), issued().token + "0",
                                 std::string("\0", 1) + issued().token.substr(1)})
    CHECK_FALSE(referral_of(bad).has_value());
}

TEST_CASE("any change of a token makes it wrong") {
  prop("for any place and character", [] {
    const auto [link, token] = issued();
    std::string other = token;
    other[*rc::gen::inRange<std::size_t>(0, token.size())] = *rc::gen::arbitrary<char>();
    RC_ASSERT((opens(link, other, now) == LinkAnswer::opens) == (other == token));
  });
}

TEST_CASE("who acts by a link has a name of their own, which tells nothing of the token") {
  const auto [link, token] = issued();
  const std::string name = pseudonym_of(link.id).text();
  CHECK(name == "link:" + to_text(link.id));
  CHECK(pseudonym_of(issued(2).link.id).text() != name);
  CHECK(name.find(token.substr(token.find('.') + 1, 8)) == std::string::npos);
}
