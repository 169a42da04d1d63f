#pragma once
/// \file
/// Steps of one referral at the desk, with all that they cause: its row, the lines of its history, its links, its need,
/// and what waits in the outbox.
///
///     ReferralCourse course(referral, WriteKind::change, dossier, moment);
///     if (auto no = course.take(ReferralEvent::accept, context)) return *no;
///     done.writes = course.writes();

#include <patio/casework/referral_reason.hpp>
#include <patio/casework/referral_timing.hpp>
#include <patio/desk/referral_follow_up.hpp>

#include "handle.hpp"

namespace patio {

class ReferralCourse {
 public:
  ReferralCourse(Referral referral, WriteKind kind, const Dossier& dossier, const Moment& moment)
      : referral_(std::move(referral)), kind_(kind), dossier_(dossier), moment_(moment) {}

  /// What a step says besides (an attempt, an outcome, a consent) is set here before it is taken.
  [[nodiscard]] Referral& referral() noexcept { return referral_; }

  /// Who takes the steps, if not the professional whose desk it is.
  void act_as(const std::optional<ProfessionalCode>& actor) { actor_ = actor; }

  /// The refusal, if the step is not allowed: then nothing at all may be written.
  [[nodiscard]] std::optional<Refusal> take(ReferralEvent event, const ReferralContext& context,
                                            const std::optional<ReasonCode>& reason = {});

  /// True once something has to be written.
  [[nodiscard]] bool has_moved() const noexcept { return moved_; }

  /// The row must be written although no step was taken.
  void keep() noexcept { moved_ = true; }

  [[nodiscard]] std::vector<Write> writes() const;
  [[nodiscard]] Effects effects() const;

 private:
  void follow(ReferralTaken taken);
  [[nodiscard]] bool asks_for(ReferralEffect effect) const;
  [[nodiscard]] std::optional<NeedRecord> changed_need() const;

  Referral referral_;
  WriteKind kind_;
  const Dossier& dossier_;
  const Moment& moment_;
  std::optional<ProfessionalCode> actor_;
  std::vector<ReferralStep> steps_;
  std::vector<ReferralEffect> effects_;
  bool moved_ = false;
};

/// How whoever acts stands to a referral.
struct ReferralActor {
  /// Of the organisation and the pole from which it comes.
  bool sends = false;
  /// One of the receiving service, or whoever holds its link.
  bool receives = false;
  /// Why the token that was said does not open it; or the link that it opens.
  std::optional<Refusal> link_refused;
  std::optional<ReferralLinkId> link;
};
[[nodiscard]] ReferralActor actor_of(const Referral& referral, const std::optional<std::string>& token, const Dossier& dossier,
                                     const Moment& moment);

/// What the registers say for the guards. The side, a reason, an outcome and attempts are the step's own to say.
[[nodiscard]] ReferralContext context_of(const Referral& referral, const Dossier& dossier, const Moment& moment);

[[nodiscard]] ReferralTiming timing_of(const Referral& referral, const Moment& moment);

/// The categories that would leave with it: shared, or of its documents.
[[nodiscard]] std::vector<CategoryCode> leaving(const Referral& referral);

/// Its ground is a duty of the law, which passes over a person's no.
[[nodiscard]] bool is_duty(const Referral& referral);

/// To record a step in one's own service's file: the sender's, or the receiver's.
[[nodiscard]] Access to_record_step(const ReferralActor& actor);

/// One disclosure access for each category.
[[nodiscard]] std::vector<Access> to_disclose(const Referral& referral, const std::vector<CategoryCode>& categories,
                                              const Moment& moment);

[[nodiscard]] bool receives_now(const Service& service);

/// A token is said once.
void forget_secret(ReferralTokenIssued& answer);

}  // namespace patio
