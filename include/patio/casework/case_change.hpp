#pragma once
/// \file
/// The steps of a case. Each is a pure function from the case to the changed one, or the refusal that says what is missing.
///
///     Result<CaseChange> asked = transfer_case(file, {ProfessionalCode{"pro:ts2"}, HatCode{"hat:ts2"}}, true, today);
///     Result<CaseChange> done = answer_transfer(asked->file, ProfessionalCode{"pro:ts2"}, YesNo::yes, today, book);
///     // the former referent reads on for 30 days, then no longer

#include <patio/base/yes_no.hpp>
#include <patio/casework/case_file.hpp>

namespace patio {

struct CaseChange {
  CaseFile file;
  /// What has to be done outside: "plan_tasks", "tell_new_referent", "end_memberships"...
  std::vector<std::string> effects;
  bool operator==(const CaseChange&) const = default;
};

struct CaseOpening {
  /// Named or pseudonymous: nobody opens the case of somebody anonymous.
  bool person_is_known = false;
  bool notice_given = false;
};

/// From the first contact to the assessment. The case names its referent among its members.
[[nodiscard]] Result<CaseChange> open_case(CaseFile file, const CaseOpening& opening);

/// At least one step, each for a need of `needs`, with the person's agreement noted.
[[nodiscard]] Result<CaseChange> plan_case(CaseFile file, const std::vector<CaseStep>& steps,
                                           const std::vector<NeedId>& needs, bool person_agreed);

/// The ground must be one of the book on that day.
[[nodiscard]] Result<CaseChange> add_member(CaseFile file, const CaseMember& member, bool person_agreed, Date today,
                                            const CaseworkBook& book);

/// From today on. The referent leaves by a transfer only.
[[nodiscard]] Result<CaseChange> remove_member(CaseFile file, const ProfessionalCode& professional, const HatCode& hat,
                                               Date today);

[[nodiscard]] Result<CaseChange> pause_case(CaseFile file, std::optional<Date> review_on, Date today);
[[nodiscard]] Result<CaseChange> resume_case(CaseFile file);

struct NewReferent {
  ProfessionalCode professional;
  HatCode hat;
};

/// Nothing changes for anybody until the new referent accepts.
[[nodiscard]] Result<CaseChange> transfer_case(CaseFile file, const NewReferent& next, bool person_agreed, Date today);

/// Only the one who was asked answers. After a yes the former referent reads until the end of `handover_read`.
[[nodiscard]] Result<CaseChange> answer_transfer(CaseFile file, const ProfessionalCode& answering, YesNo accepts, Date today,
                                                 const CaseworkBook& book);

struct ClosingRequest {
  ReasonCode reason;
  ProfessionalCode asked_by;
  /// Needs of urgency U0 to U2 that are still open.
  int open_urgent_needs = 0;
  /// Why it closes although some are.
  bool justified = false;
};

[[nodiscard]] Result<CaseChange> close_case(CaseFile file, const ClosingRequest& request, Date today,
                                            const CaseworkBook& book);

/// With `closing_people` at 2, by somebody else than who asked.
[[nodiscard]] Result<CaseChange> approve_closure(CaseFile file, const ProfessionalCode& approving, Date today,
                                                 const CaseworkBook& book);
[[nodiscard]] Result<CaseChange> reject_closure(CaseFile file);

/// The same case within `reopening`; later a new one, with `fresh` for its id, that `follows` it.
[[nodiscard]] Result<CaseChange> reopen_case(CaseFile file, bool reason_given, const NewReferent& referent, CaseId fresh,
                                             Date today, const CaseworkBook& book);

/// What time alone does: memories of a review or a transfer that waits, and after `inactivity` since the last contact the
/// end of every membership, unless a legal hold keeps it. Nothing known of a contact counts from the opening.
[[nodiscard]] Result<CaseChange> elapse_case(CaseFile file, std::optional<Date> last_contact, bool on_legal_hold, Date today,
                                             const CaseworkBook& book);

/// The archives have signed: what is left may be anonymised.
[[nodiscard]] Result<CaseChange> record_visa(CaseFile file, bool visa_given, bool on_legal_hold);

}  // namespace patio
