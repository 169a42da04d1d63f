#pragma once
/// \file
/// Who may consent, sign, be informed, who must assist and who may not: for one act, on one day, from the person's age and
/// the titles of those who stand for them. The table is dated, sourced data (`capacity.json`): a jurist corrects it there.
///
///     CapacityRequest request{.birth_date = 2010_y / 5 / 2, .titles = titles, .act = ActCode{"share_information"}, .day = today};
///     Capacity answer = capacity(request);
///     if (may_consent(answer, person)) ...
///
/// What is not known gives no power: `missing` names the fact to establish. One presumption is the law's own: whoever shows
/// nothing else is of age and capable for everyday acts (CC 414, 1145); acts that say so do not presume it.

#include <patio/base/text.hpp>
#include <patio/people/representation.hpp>

namespace patio {

/// What decides which row of the table holds.
enum class CapacitySituation {
  under_15, from_15, adult, judicial_safeguard, special_agency, curatorship, reinforced_curatorship, guardianship,
  habilitation_assistance, family_habilitation, future_mandate, unable_without_title
};
BOOST_DESCRIBE_ENUM(CapacitySituation, under_15, from_15, adult, judicial_safeguard, special_agency, curatorship,
                    reinforced_curatorship, guardianship, habilitation_assistance, family_habilitation, future_mandate,
                    unable_without_title)

struct CapacityRequest {
  std::optional<Date> birth_date;
  /// An emancipated minor acts as an adult (CC 413-6).
  std::optional<YesNo> emancipated;
  /// Whether the person can understand and express their will about this act today. Somebody who meets them says so.
  std::optional<YesNo> able;
  std::vector<Representation> titles;
  ActCode act;
  Date day{};
  bool operator==(const CapacityRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(CapacityRequest, (), (birth_date, emancipated, able, titles, act, day))

/// The person themself, or the holder of a title.
struct CapacityParty {
  /// Nothing: the person.
  std::optional<RepresentationId> representation_id;
  bool operator==(const CapacityParty&) const = default;
};
BOOST_DESCRIBE_STRUCT(CapacityParty, (), (representation_id))

/// A fact that would settle the answer, and the question to ask.
struct MissingCapacityFact {
  std::string fact;
  Text question;
  bool operator==(const MissingCapacityFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissingCapacityFact, (), (fact, question))

struct Capacity {
  CapacitySituation situation{};
  /// Age and capacity are presumed, not known.
  bool presumed = false;
  std::vector<CapacityParty> may_consent;
  /// All of those who may consent must; otherwise any one of them suffices.
  bool consent_together = false;
  /// Not without one of those who must assist.
  bool consent_assisted = false;
  std::vector<CapacityParty> may_sign;
  bool sign_together = false;
  bool sign_assisted = false;
  std::vector<CapacityParty> must_assist;
  std::vector<CapacityParty> be_informed;
  /// Parties who might think that they may, and may not.
  std::vector<CapacityParty> may_not;
  std::vector<std::string> texts;
  std::vector<MissingCapacityFact> missing;
  bool operator==(const Capacity&) const = default;
};
BOOST_DESCRIBE_STRUCT(Capacity, (), (situation, presumed, may_consent, consent_together, consent_assisted, may_sign,
                                     sign_together, sign_assisted, must_assist, be_informed, may_not, texts, missing))

/// An unknown act, or a day before the first table, throws Error (not_found).
[[nodiscard]] Capacity capacity(const CapacityRequest& request);

/// Whether this party alone may consent: nothing is missing that it takes, and nobody else must agree.
[[nodiscard]] bool may_consent(const Capacity& capacity, const std::optional<RepresentationId>& giver);
[[nodiscard]] bool may_sign(const Capacity& capacity, const std::optional<RepresentationId>& signer);

/// The acts that the table knows on that day.
[[nodiscard]] std::vector<ActCode> capacity_acts(Date day);

}  // namespace patio
