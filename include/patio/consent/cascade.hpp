#pragma once
/// \file
/// What follows when a consent is withdrawn, narrowed, expired, suspended or void: which referrals stop, which go on under
/// another ground, whom to tell, and which past disclosures stand; and the same when the person opposes. Pure: it writes
/// nothing.
///
///     ConsentCascade effects = cascade(before, after, resting, disclosed);
///     ConsentCascade effects = cascade(objection, today, resting, disclosed);
///
/// Past disclosures are never undone nor erased from the register: the person may know for ever what was shared.

#include <patio/consent/objection.hpp>

namespace patio {

/// Where a referral stands, as far as consent is concerned: nothing has left; it has left and is not answered for; it is
/// over.
enum class SharingStage { unsent, in_flight, over };
BOOST_DESCRIBE_ENUM(SharingStage, unsent, in_flight, over)

/// A referral that may rest on the consent, or meet an objection.
struct RestingReferral {
  Id<struct ReferralTag> id;
  SharingStage stage{};
  std::optional<ConsentId> consent_id;
  OrganisationCode receiver;
  std::vector<CategoryCode> categories;
  /// Another ground carries it without this consent: a duty, a shared social case, another consent. Unknown is no.
  bool has_other_ground = false;
  /// Its ground is a duty of the law, which passes over a no. Unknown is no.
  bool is_duty = false;
  /// Who may receive it there; none: anybody.
  std::vector<ProfessionalCode> received_by;
  bool operator==(const RestingReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(RestingReferral, (), (id, stage, consent_id, receiver, categories, has_other_ground, is_duty,
                                            received_by))

/// A sharing that took place.
struct PastSharing {
  Id<struct DisclosureTag> id;
  std::optional<ConsentId> consent_id;
  OrganisationCode receiver;
  std::vector<CategoryCode> categories;
  PurposeCode purpose;
  /// The law made it a duty: nobody is told to stop. Unknown is no.
  bool is_duty = false;
  std::optional<ProfessionalCode> received_by;
  bool operator==(const PastSharing&) const = default;
};
BOOST_DESCRIBE_STRUCT(PastSharing, (), (id, consent_id, receiver, categories, purpose, is_duty, received_by))

/// `cancel`: the person said no. `wait`: back to waiting for a ground, as the consent may come back. `freeze`: the receiver
/// stops until there is another ground. `move_ground`: it goes on under the other ground.
enum class ReferralFate { cancel, wait, freeze, move_ground };
BOOST_DESCRIBE_ENUM(ReferralFate, cancel, wait, freeze, move_ground)

struct AffectedReferral {
  Id<struct ReferralTag> referral_id;
  ReferralFate fate{};
  /// What it may no longer carry.
  std::vector<CategoryCode> lost;
  bool operator==(const AffectedReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(AffectedReferral, (), (referral_id, fate, lost))

/// One receiver to be told to stop using these categories.
struct StopNotice {
  OrganisationCode receiver;
  std::vector<CategoryCode> categories;
  bool operator==(const StopNotice&) const = default;
};
BOOST_DESCRIBE_STRUCT(StopNotice, (), (receiver, categories))

struct ConsentCascade {
  std::vector<AffectedReferral> referrals;
  /// In order of the receivers' codes, each once.
  std::vector<StopNotice> stops;
  /// Disclosures that rested on the consent: they stay in the register.
  std::vector<Id<struct DisclosureTag>> kept;
  /// Those whose ground turns out never to have been proved (lapsed, void): somebody must look at them.
  std::vector<Id<struct DisclosureTag>> flagged;
  bool operator==(const ConsentCascade&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentCascade, (), (referrals, stops, kept, flagged))

/// Both are the same consent, before and after its step. What rests on other consents, or loses nothing, does not appear.
[[nodiscard]] ConsentCascade cascade(const Consent& before, const Consent& after,
                                     const std::vector<RestingReferral>& referrals,
                                     const std::vector<PastSharing>& disclosures);

/// A referral, whose purpose is `orientation`, that the objection reaches on that day is cancelled if nothing has left and
/// frozen if it is under way, whatever its ground; a duty goes on (`move_ground`). Whoever received what the objection
/// reaches is told to stop, duties apart.
[[nodiscard]] ConsentCascade cascade(const Objection& objection, Date day, const std::vector<RestingReferral>& referrals,
                                     const std::vector<PastSharing>& disclosures);

}  // namespace patio
