#pragma once
/// \file
/// The list of everything the desk does, room by room. From it come the C doors, the Python methods and stubs, the JSON
/// Schemas, the audit's action codes and the tests that meet every door with bad input. A new use case is one struct
/// (include/patio/desk/<room>.hpp), one handler (src/desk/handlers/<room>.cpp), and one word here.

#include <boost/mp11/list.hpp>

#include <patio/desk/booking.hpp>
#include <patio/desk/case_ending.hpp>
#include <patio/desk/case_reading.hpp>
#include <patio/desk/cases.hpp>
#include <patio/desk/consent.hpp>
#include <patio/desk/consent_reading.hpp>
#include <patio/desk/help.hpp>
#include <patio/desk/identity.hpp>
#include <patio/desk/keeping.hpp>
#include <patio/desk/mandate.hpp>
#include <patio/desk/mandate_reading.hpp>
#include <patio/desk/mandate_remote.hpp>
#include <patio/desk/notes.hpp>
#include <patio/desk/objection.hpp>
#include <patio/desk/referral.hpp>
#include <patio/desk/referral_answer.hpp>
#include <patio/desk/referral_follow_up.hpp>
#include <patio/desk/referral_reading.hpp>
#include <patio/desk/representation.hpp>
#include <patio/desk/safety.hpp>
#include <patio/desk/visit.hpp>

/// The rooms of the desk. A new one has its two lists below, and src/desk/doors/<room>.cpp.
#define PATIO_DESK_ROOMS(DO)                                  \
  DO(visit, PATIO_VISIT_COMMANDS, PATIO_VISIT_QUERIES)        \
  DO(consent, PATIO_CONSENT_COMMANDS, PATIO_CONSENT_QUERIES)  \
  DO(mandate, PATIO_MANDATE_COMMANDS, PATIO_MANDATE_QUERIES)  \
  DO(booking, PATIO_BOOKING_COMMANDS, PATIO_BOOKING_QUERIES)  \
  DO(referral, PATIO_REFERRAL_COMMANDS, PATIO_REFERRAL_QUERIES) \
  DO(cases, PATIO_CASES_COMMANDS, PATIO_CASES_QUERIES) \
  DO(notes, PATIO_NOTES_COMMANDS, PATIO_NOTES_QUERIES) \
  DO(help, PATIO_HELP_COMMANDS, PATIO_HELP_QUERIES) \
  DO(safety, PATIO_SAFETY_COMMANDS, PATIO_SAFETY_QUERIES) \
  DO(referral_answer, PATIO_REFERRAL_ANSWER_COMMANDS, PATIO_REFERRAL_ANSWER_QUERIES) \
  DO(identity, PATIO_IDENTITY_COMMANDS, PATIO_IDENTITY_QUERIES) \
  DO(keeping, PATIO_KEEPING_COMMANDS, PATIO_KEEPING_QUERIES)

#define PATIO_VISIT_COMMANDS(DO) \
  DO(RegisterPerson)             \
  DO(RecordEncounter)            \
  DO(AcceptSuggestion)           \
  DO(CoverNeed)
#define PATIO_VISIT_QUERIES(DO) \
  DO(ReadPlan)                  \
  DO(AskAbout)                  \
  DO(ReadDisclosures)           \
  DO(CountActivity)

#define PATIO_CONSENT_COMMANDS(DO) \
  DO(GiveNotice)                   \
  DO(GiveConsent)                  \
  DO(ConfirmProof)                 \
  DO(RefuseConsent)                \
  DO(WithdrawConsent)              \
  DO(RenewConsent)                 \
  DO(RecordObjection)              \
  DO(LiftObjection)                \
  DO(AddRepresentation)            \
  DO(EndRepresentation)
#define PATIO_CONSENT_QUERIES(DO) \
  DO(ReadConsents)                \
  DO(ReadReceipt)

#define PATIO_MANDATE_COMMANDS(DO) \
  DO(SignMandate)                  \
  DO(AskMandate)                   \
  DO(AnswerMandate)                \
  DO(AttestMandate)                \
  DO(UseMandate)                   \
  DO(RevokeMandate)                \
  DO(RenewMandate)                 \
  DO(TransferMandate)
#define PATIO_MANDATE_QUERIES(DO) DO(ReadMandates)

#define PATIO_BOOKING_COMMANDS(DO) DO(BookAppointment)
#define PATIO_BOOKING_QUERIES(DO) DO(FindSlots)

#define PATIO_REFERRAL_COMMANDS(DO) \
  DO(SendReferral)                  \
  DO(DraftReferral)                 \
  DO(GroundReferral)                \
  DO(AttachToReferral)              \
  DO(NoteMissingDocument)           \
  DO(NoteDocumentBrought)           \
  DO(SubmitReferral)                \
  DO(DispatchReferral)              \
  DO(RecallReferral)                \
  DO(AnswerReferralInfo)            \
  DO(LeaveWaitlist)                 \
  DO(ConfirmOutcome)                \
  DO(DisputeOutcome)                \
  DO(RetryReferral)                 \
  DO(VoidReferral)                  \
  DO(IssueReferralToken)
#define PATIO_REFERRAL_QUERIES(DO) \
  DO(MyReferrals)                  \
  DO(ReadReferral)                 \
  DO(ProposeNext)

#define PATIO_REFERRAL_ANSWER_COMMANDS(DO) \
  DO(OpenReferral)                         \
  DO(AskReferralInfo)                      \
  DO(AcceptReferral)                       \
  DO(WaitlistReferral)                     \
  DO(DeclineReferral)                      \
  DO(RerouteReferral)                      \
  DO(ScheduleReferral)                     \
  DO(NoteNoContact)                        \
  DO(MarkReferralSeen)                     \
  DO(MarkReferralNoShow)                   \
  DO(TransferReferral)                     \
  DO(TakeOverReferral)                     \
  DO(ReportOutcome)                        \
  DO(StopReferral)
#define PATIO_REFERRAL_ANSWER_QUERIES(DO)

#define PATIO_CASES_COMMANDS(DO) \
  DO(OpenCase) \
  DO(PlanCase) \
  DO(AddCaseMember) \
  DO(RemoveCaseMember) \
  DO(PauseCase) \
  DO(ResumeCase) \
  DO(TransferCase) \
  DO(AnswerTransfer) \
  DO(CloseCase) \
  DO(ApproveClosure) \
  DO(RejectClosure) \
  DO(ReopenCase) \
  DO(MergeCases) \
  DO(UndoMerge)
#define PATIO_CASES_QUERIES(DO) \
  DO(MyCases) \
  DO(ReadCase)

#define PATIO_NOTES_COMMANDS(DO) \
  DO(WriteNote) \
  DO(SealNote) \
  DO(PlanJointInterview) \
  DO(HoldJointInterview) \
  DO(CancelJointInterview)
#define PATIO_NOTES_QUERIES(DO) \
  DO(ReadNotes) \
  DO(FindCommonSlots)

#define PATIO_HELP_COMMANDS(DO) \
  DO(AskAdvice) \
  DO(AnswerAdvice) \
  DO(RequestHelp) \
  DO(PresentHelp) \
  DO(DecideHelp) \
  DO(NotifyHelp) \
  DO(AppealHelp) \
  DO(PayHelp)
#define PATIO_HELP_QUERIES(DO) \
  DO(ReadAdvice) \
  DO(BoardView)

#define PATIO_SAFETY_COMMANDS(DO) \
  DO(FlagSafety) \
  DO(LiftSafety) \
  DO(NoteAdverseParty) \
  DO(DeclareConflict) \
  DO(LiftConflict) \
  DO(RecordCollectiveSession) \
  DO(PlanHomeVisit) \
  DO(ApproveHomeVisit) \
  DO(FinishHomeVisit)
#define PATIO_SAFETY_QUERIES(DO) \
  DO(FindConflicts) \
  DO(WriteMessage)

#define PATIO_IDENTITY_COMMANDS(DO) \
  DO(MarkNotDuplicate)              \
  DO(MergePersons)                  \
  DO(UndoPersonMerge)
#define PATIO_IDENTITY_QUERIES(DO) \
  DO(FindPersons)                  \
  DO(FindDuplicates)

#define PATIO_KEEPING_COMMANDS(DO) \
  DO(RecordDeath)                 \
  DO(RetractDeath)                \
  DO(PlaceLegalHold)              \
  DO(LiftLegalHold)               \
  DO(RecordArchivesVisa)
#define PATIO_KEEPING_QUERIES(DO) DO(ReadKeeping)

/// All of them, for whoever asks `PATIO_COMMANDS(DO)` to do something with each.
#define PATIO_COMMANDS(DO) \
  PATIO_VISIT_COMMANDS(DO) PATIO_CONSENT_COMMANDS(DO) PATIO_MANDATE_COMMANDS(DO) PATIO_BOOKING_COMMANDS(DO) PATIO_REFERRAL_COMMANDS(DO) \
  PATIO_CASES_COMMANDS(DO) PATIO_NOTES_COMMANDS(DO) PATIO_HELP_COMMANDS(DO) PATIO_SAFETY_COMMANDS(DO) \
  PATIO_REFERRAL_ANSWER_COMMANDS(DO) PATIO_IDENTITY_COMMANDS(DO) PATIO_KEEPING_COMMANDS(DO)
#define PATIO_QUERIES(DO) \
  PATIO_VISIT_QUERIES(DO) PATIO_CONSENT_QUERIES(DO) PATIO_MANDATE_QUERIES(DO) PATIO_BOOKING_QUERIES(DO) PATIO_REFERRAL_QUERIES(DO) \
  PATIO_CASES_QUERIES(DO) PATIO_NOTES_QUERIES(DO) PATIO_HELP_QUERIES(DO) PATIO_SAFETY_QUERIES(DO) \
  PATIO_REFERRAL_ANSWER_QUERIES(DO) PATIO_IDENTITY_QUERIES(DO) PATIO_KEEPING_QUERIES(DO)

namespace patio {

namespace detail {
struct HeadOfList;
}

#define PATIO_LISTED(Name) , Name
using Commands = boost::mp11::mp_pop_front<boost::mp11::mp_list<detail::HeadOfList PATIO_COMMANDS(PATIO_LISTED)>>;
using Queries = boost::mp11::mp_pop_front<boost::mp11::mp_list<detail::HeadOfList PATIO_QUERIES(PATIO_LISTED)>>;
#undef PATIO_LISTED

}  // namespace patio
