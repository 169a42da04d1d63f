#pragma once
/// \file
/// Every described struct of the public headers, in one list, so that a test can meet them all. Whoever describes a new
/// one adds it here: a test of base says which is missing.

#include <boost/mp11/list.hpp>

#include <patio/base/error.hpp>
#include <patio/base/machine.hpp>
#include <patio/base/text.hpp>
#include <patio/base/time.hpp>
#include <patio/rules/catalogue.hpp>
#include <patio/rules/cube.hpp>
#include <patio/rules/review.hpp>
#include <patio/rules/rule.hpp>
#include <patio/rules/rule_set.hpp>
#include <patio/rules/vocabulary.hpp>
#include <patio/people/capacity.hpp>
#include <patio/people/death.hpp>
#include <patio/people/duplicate.hpp>
#include <patio/people/duplicate_index.hpp>
#include <patio/people/identifier.hpp>
#include <patio/people/matching.hpp>
#include <patio/people/merge.hpp>
#include <patio/people/name.hpp>
#include <patio/people/person.hpp>
#include <patio/people/professional.hpp>
#include <patio/directory/asset.hpp>
#include <patio/directory/directory.hpp>
#include <patio/directory/operators.hpp>
#include <patio/people/representation.hpp>
#include <patio/directory/organisation.hpp>
#include <patio/directory/osm_hours.hpp>
#include <patio/directory/position.hpp>
#include <patio/directory/service.hpp>
#include <patio/directory/site.hpp>
#include <patio/directory/sector.hpp>
#include <patio/directory/territory.hpp>
#include <patio/schedule/centre_plan.hpp>
#include <patio/schedule/holiday.hpp>
#include <patio/schedule/limit.hpp>
#include <patio/schedule/permanence.hpp>
#include <patio/schedule/working_time.hpp>
#include <patio/consent/cascade.hpp>
#include <patio/consent/consent.hpp>
#include <patio/consent/consent_terms.hpp>
#include <patio/consent/evidence.hpp>
#include <patio/consent/mandate.hpp>
#include <patio/consent/mandate_terms.hpp>
#include <patio/consent/notice.hpp>
#include <patio/consent/objection.hpp>
#include <patio/consent/receipt.hpp>
#include <patio/secrecy/cases.hpp>
#include <patio/secrecy/comparison_page.hpp>
#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/disclose.hpp>
#include <patio/secrecy/disclosure.hpp>
#include <patio/secrecy/hat.hpp>
#include <patio/secrecy/hat_status.hpp>
#include <patio/secrecy/matrix.hpp>
#include <patio/secrecy/note_check.hpp>
#include <patio/secrecy/request.hpp>
#include <patio/secrecy/visibility.hpp>
#include <patio/orientation/destination.hpp>
#include <patio/orientation/directory_words.hpp>
#include <patio/orientation/fact_sheet.hpp>
#include <patio/orientation/facts.hpp>
#include <patio/orientation/need.hpp>
#include <patio/orientation/needs_book.hpp>
#include <patio/orientation/orientation.hpp>
#include <patio/orientation/screening.hpp>
#include <patio/orientation/service_index.hpp>
#include <patio/orientation/veille.hpp>
#include <patio/orientation/visit_plan.hpp>
#include <patio/casework/appointment.hpp>
#include <patio/casework/archives_visa.hpp>
#include <patio/casework/case_change.hpp>
#include <patio/casework/case_file.hpp>
#include <patio/casework/case_merge.hpp>
#include <patio/casework/casework_book.hpp>
#include <patio/casework/encounter.hpp>
#include <patio/casework/help_request.hpp>
#include <patio/casework/home_visit.hpp>
#include <patio/casework/identifying_content.hpp>
#include <patio/casework/joint_interview.hpp>
#include <patio/casework/last_contact.hpp>
#include <patio/casework/legal_hold.hpp>
#include <patio/casework/neutral_text.hpp>
#include <patio/casework/next_best.hpp>
#include <patio/casework/note.hpp>
#include <patio/casework/participants.hpp>
#include <patio/casework/referral.hpp>
#include <patio/casework/referral_link.hpp>
#include <patio/casework/referral_reason.hpp>
#include <patio/casework/referral_timing.hpp>
#include <patio/casework/safety.hpp>
#include <patio/casework/technical_advice.hpp>
#include <patio/store/audit.hpp>
#include <patio/store/table.hpp>
#include <patio/exchange/cedar.hpp>
#include <patio/exchange/csv.hpp>
#include <patio/exchange/data_inclusion.hpp>
#include <patio/exchange/directory_file.hpp>
#include <patio/exchange/france_services.hpp>
#include <patio/exchange/lamednum.hpp>
#include <patio/exchange/loss_report.hpp>
#include <patio/desk/doors.hpp>
#include <patio/desk/outbox.hpp>
#include <patio/desk/questions.hpp>
#include <patio/desk.hpp>

namespace described {

using namespace patio;

using Types = boost::mp11::mp_list<
    // base
    Issue, Issues, Refusal, MachineLine, MachineTable, Text, Period,
    // rules
    rules::ValueLabel, rules::Obtainable, rules::FactLabel, rules::DatedValue, rules::Parameter, rules::LawText,
    rules::ObligationKind, rules::Catalogue, rules::Literal, rules::Cube, rules::NamedFact, rules::NamedValues,
    rules::RuleFinding, rules::RulebookReview, rules::ComparedRegion, rules::RuleImpact, rules::RulebookComparison,
    rules::RuleObligation, rules::Rule, rules::RuleWarning, rules::Attribute, rules::Vocabulary,
    // people
    ContactPoint, Person, Death, Hat, Professional, IdentifierReason, IdentifierCheck, NameHabits, MatchWeight, MatchingRules,
    MatchingBook, IdentityTraits, MatchReason, Match, NotDuplicate, DuplicateCandidate, DuplicatePair, MovedRecord,
    PersonMerge, Unmerged, FoundPerson, PersonsFound, FindPersons, DuplicatesFound, FindDuplicates, MarkedApart, MarkNotDuplicate, PersonsMerged, MergePersons,
    PersonMergeUndone, UndoPersonMerge, CheckIdentifier, PlacedMatch, PersonMatches, MatchPersons,
    Representation, CapacityRequest, CapacityParty, MissingCapacityFact, Capacity,
    // directory
    Asset, DatedName, Organisation, Service, Agreement, OpeningHours, Site, Space, OperatorName, Membership, Operator, OperatorOnDay,
    OperatorBook, WeeklyHours, Location, ListedStructure, ListedService, Directory, ListedCode, Position, Commune, Area, CommuneChange, CommuneOnDay,
    // schedule
    Pole, CentrePlan, Holiday, Permanence, Slot, Occupied, Limit, DatedLimit, NamedLimit, LimitBook, WorkingCalendar,
    // consent
    ConsentEntry, Consent, ConsentScope, WithdrawnPart, OralConsent, ConsentTerms, Evidence, Notice, Objection, RestingReferral,
    PastSharing, AffectedReferral, StopNotice, ConsentCascade, RecordedPii, RecordedPurpose, RecordedProcessing, RecordedParty,
    RecordedEvent, ConsentRecord, ConsentReceipt, MandateDuration, MandateProcedure, RemoteConclusion, MandateTerms, AidantFacts,
    MandateAuthorisation, Mandate, MandateUse, MandateEntry,
    // secrecy
    SecrecyCase, CaseResult, CaseReport, ChangedEntry, GateAnswer, DeterminingRule, MissingFact, UnsettledRule,
    AskedObligation, LawfulChange, LawfulWay, CitedText, Decision, ProvedCondition, Disclosure, DocumentField, FieldOutcome,
    CategoryAnswer, HumanApproval, DisclosedDocument, Handover, HatFacts, HatStatus, MatrixActor,
    MatrixRequest, MatrixCell, Matrix, NoteFinding, NoteKindSheet, NoteWordList, NoteSecrets, NoteBook, AccessRequest,
    FactColumn, BoundValue, VisibilityPredicate,
    // orientation
    Destination, SplitQuestion, FactSheet, PersonFacts, Provenance, CautionRule, DestinationRule, SafetyRule,
    DeadlineRule, UrgencyRule, PrecedenceRule, SuggestionRule, Need, LocalRule, RuleOverride, Residence, StreetStretch, Sector,
    Circumstances, CandidateRank, NeedsBook, OrientationRequest, FactUsed,
    Question, NextPermanence, Candidate, Exclusion, Deadline, Precedence, RuleRead, Orientation, SuggestionRequest,
    Suggestion, DestinationRefusal, Replayed, Signal, VeilleBrakes, AudienceRule, NetworkRule, DirectoryWords, ScreeningGround,
    ScreeningTerms, ScreenedNeed, ScreenedCount, ScreenedCounts, ScreeningRequest, ScreeningAnswer, ServiceRow,
    ServiceSearch, ServiceRank, RankedService, NearbyServices, VisitNeed, VisitPlanRequest, VisitStop, PlannedVisit,
    UnplannedNeed, VisitComparison, VisitPlan,
    // casework
    Appointment, Encounter, NeedRecord, Referral, CaseMember, CaseStep, CaseFile, CaseSeat, CaseMerge, TermValue, DatedTerm,
    CaseworkEntry, CaseworkEntries, CaseworkBook, HelpSituation, HelpRequest, BoardCase, HomeVisit, IdentifyingFinding,
    IdentifyingKindSheet, IdentifyingWords, IdentifyingBook, Attendee, JointInterview, CommonSlot, NeutralMessage, MessageFacts,
    NeutralBook, Outgoing, ThirdPartySpan, NoteHolder, CaseNote, NoteReader, NoteReading, AnonymousGroup, CollectiveSession,
    ParticipantCount, SafetyMark, AdverseParty, ConflictOfInterest, TechnicalAdvice, AdviceCount,
    ContactAttempt, NextBest, ReasonBook, ReferralAttachment, ReferralDue,
    ReferralLink, ReferralOutcome, ReferralReason, ReferralStep, LegalHold, ArchivesVisa,
    // store
    AuditLeaf, AuditRecord, AuditFinding, AuditReport, Column, Key, Table,
    // exchange
    CedarExport, CsvRow, DirectoryReading, MediationPlace, MediationReading, MediationListing, FranceServicesListing, FranceServicesPlace, FranceServicesReading, LossReport, ReadingProgress,
    // desk
    PersonRegistered, RegisterPerson, EncounterRecorded, RecordEncounter, NeedAdded, AcceptSuggestion, NeedCovered,
    CoverNeed, NoticeGiven, GiveNotice, SeenEvidence, ConsentGiven, GiveConsent, ConfirmProof,
    ConsentRefused, RefuseConsent, ConsentWithdrawn, WithdrawConsent, RenewConsent, ObjectionRecorded, RecordObjection,
    LiftObjection, RepresentationAdded, AddRepresentation, RepresentationEnded, EndRepresentation, ConsentRegister,
    ReadConsents, ShownReceipt, ConsentReceipts, ReadReceipt, MandateSigned, SignMandate, MandateUsed, UseMandate,
    MandateChanged, RevokeMandate, RenewMandate, TransferMandate, ShownMandate, MandateRegister, ReadMandates, CapacityOf,
    ObjectionOpposes, ConsentCascadeOf, ObjectionCascadeOf, ConsentTermsOf, ReceiptCheck, CheckReceipt, MandateTermsOf, MandateDates,
    MandateExpiry, MandateCoverage, MandateCovers, AppointmentBooked, BookAppointment,
    ReferralWords, WordsOfReferrals, DueOfReferral, LimitEnd, EndOfLimit,
    AcceptReferral, AnswerReferralInfo, AskReferralInfo, AttachToReferral, ConfirmOutcome, DeclineReferral, DispatchReferral,
    DisputeOutcome, DraftReferral, GroundReferral, IssueReferralToken, LeaveWaitlist, ListedReferral, MarkReferralNoShow,
    MarkReferralSeen, MyReferrals, NoteNoContact, OpenReferral, ProposeNext, ReadReferral, RecallReferral, ReferralList,
    ReferralMoved, ReferralPassedOn, ReferralSent, ReferralSheet, ReferralTokenIssued, ReportOutcome, RerouteReferral,
    RetryReferral, ScheduleReferral, SendReferral, StopReferral, SubmitReferral, TakeOverReferral, TransferReferral,
    VoidReferral, WaitlistReferral, PendingEffect, PendingEffects, TickReport, Door, FreeSlots, FindSlots, PersonPlan, ReadPlan, KnownItem, Knowledge, AboutPerson,
    AskAbout, DisclosureRegister, ReadDisclosures, ActivityCount, CountActivity, Decide, StatusOfHat, Orient,
    ReplayOrientation, Suggestions, Suggest, Signals, KeepSignals, VisibleSignals, PlanVisits, ScreenPopulation, FoundServices,
    FindServices, UnheldDestinations, CheckHeld, Covered, ConsentCovers, Holidays, HolidaysOf, MachineNames, ListMachines, MachineOf, MachineDrawing, DrawMachine,
    MachineFactSheet, FactsOfMachine, MachineStep, StepMachine, RefusalOf, CheckCases, MatrixOf,
    Written, WriteMatrix, ReviewRules, CompareRules, WriteComparison, Discharge, NoteFindings, CheckNote, ExportCedar,
    AnonymisedField, DiscloseDocument, RecordDisclosure, RulebookSchema, VisibleRows,
    MandateAsked, AskMandate, AnswerMandate, MandateAttested, AttestMandate, NoteMissingDocument, NoteDocumentBrought,
    DeathRecorded, RecordDeath, DeathRetracted, RetractDeath, HoldChanged, PlaceLegalHold, LiftLegalHold, VisaRecorded,
    RecordArchivesVisa, KeepingRegister, ReadKeeping,
    // the desk's casework
    CaseChanged, OpenCase, NextStep, PlanCase, AddCaseMember, RemoveCaseMember, PauseCase, ResumeCase, TransferCase,
    AnswerTransfer, CloseCase, ApproveClosure, RejectClosure, ReopenCase, CasesMerged, MergeCases, UndoMerge,
    CaseSummary, CaseList, MyCases, CaseRead, ReadCase, NoteWritten, WriteNote, SealNote, NoteShown, NotesShown,
    ReadNotes, JointInterviewPlanned, PlanJointInterview, JointInterviewHeld, HoldJointInterview,
    CancelJointInterview, CommonSlots, FindCommonSlots, AdviceAsked, AskAdvice, AnswerAdvice, AdviceList,
    ReadAdvice, HelpChanged, RequestHelp, PresentHelp, DecideHelp, NotifyHelp, AppealHelp, PayHelp, BoardCases,
    BoardView, SafetyMarked, FlagSafety, LiftSafety, AdverseNoted, NoteAdverseParty, ConflictDeclared,
    DeclareConflict, LiftConflict, ConflictsFound, FindConflicts, MessageWritten, WriteMessage, SessionRecorded,
    RecordCollectiveSession, HomeVisitChanged, PlanHomeVisit, ApproveHomeVisit, FinishHomeVisit,
    IdentifyingFindings, FindIdentifying, ReadNoteAs, GroupCompleted, CompleteGroup, NeutralWording, NeutralTextOf,
    LastDay, AppealUntil,
    ReadDirectory, DirectoryWritten, WriteDirectory, ConvertDirectory, DirectoryFaults, CheckDirectory, OperatorsListed,
    OperatorsOn, CommuneFollowed, CommunesFollowed, FollowCommunes,
    // the umbrella
    AuditRoot>;

}  // namespace described
