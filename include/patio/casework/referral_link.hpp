#pragma once
/// \file
/// The link for a receiver without an account: a short-lived secret that opens one referral for one service, and nothing
/// else. Only its hash is kept, so neither the database nor its copies can open anything.
///
///     IssuedLink issued = issue_link(referral, sender, now, until, ids);
///     issued.token;                       // given to the receiver once; nobody can read it again
///     opens(issued.link, token, now);     // LinkAnswer::opens
///
/// A new link ends the one before it. A link ends with the referral, too: whoever carries out `end_links` sets `ended_at`.

#include <patio/casework/referral.hpp>

namespace patio {

using ReferralLinkId = Id<struct ReferralLinkTag>;

struct ReferralLink {
  ReferralLinkId id;
  ReferralId referral_id;
  PersonId person_id;
  ServiceCode service;
  /// SHA-256 of the token with the referral and the service that it is bound to, in hexadecimal.
  std::string token_hash;
  ProfessionalCode issued_by;
  Instant issued_at;
  Instant expires_at;
  std::optional<Instant> ended_at;
  bool operator==(const ReferralLink&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralLink, (), (id, referral_id, person_id, service, token_hash, issued_by, issued_at,
                                         expires_at, ended_at))

struct IssuedLink {
  ReferralLink link;
  /// The id of the referral, a point, and 256 bits in hexadecimal.
  std::string token;
};

/// `ids` gives the secret: it must not be guessable outside tests (random_ids()).
[[nodiscard]] IssuedLink issue_link(const Referral& referral, const ProfessionalCode& issued_by, Instant now,
                                    Instant expires_at, const IdSource& ids);

/// The referral that a token is for; nothing if it is no token.
[[nodiscard]] std::optional<ReferralId> referral_of(std::string_view token) noexcept;

/// Who acts by that link, as histories and the log name them: "link:" and its id. It tells nothing of the token.
[[nodiscard]] ProfessionalCode pseudonym_of(const ReferralLinkId& link);

enum class LinkAnswer { opens, wrong, expired, ended };
BOOST_DESCRIBE_ENUM(LinkAnswer, opens, wrong, expired, ended)

/// Takes as long for a wrong token as for the right one. A wrong one is `wrong`, whatever became of the link.
[[nodiscard]] LinkAnswer opens(const ReferralLink& link, std::string_view token, Instant now);

}  // namespace patio
