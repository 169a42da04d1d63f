#pragma once
/// \file
/// What may be asked of the engines alone, without a desk or a store: plain values in, plain values out. A new question is
/// one struct (include/patio/desk/questions/<room>.hpp), one `reply` (src/desk/questions/<room>.cpp), and one word here.

#include <patio/desk/questions/base.hpp>
#include <patio/desk/questions/casework.hpp>
#include <patio/desk/questions/consent.hpp>
#include <patio/desk/questions/disclosure.hpp>
#include <patio/desk/questions/exchange.hpp>
#include <patio/desk/questions/orientation.hpp>
#include <patio/desk/questions/people.hpp>
#include <patio/desk/questions/referral.hpp>
#include <patio/desk/questions/schedule.hpp>
#include <patio/desk/questions/secrecy.hpp>

#define PATIO_QUESTION_ROOMS(DO) \
  DO(base, PATIO_BASE_QUESTIONS) \
  DO(people, PATIO_PEOPLE_QUESTIONS) \
  DO(schedule, PATIO_SCHEDULE_QUESTIONS) \
  DO(consent, PATIO_CONSENT_QUESTIONS) \
  DO(orientation, PATIO_ORIENTATION_QUESTIONS) \
  DO(secrecy, PATIO_SECRECY_QUESTIONS) \
  DO(disclosure, PATIO_DISCLOSURE_QUESTIONS) \
  DO(casework, PATIO_CASEWORK_QUESTIONS) \
  DO(referral, PATIO_REFERRAL_QUESTIONS) \
  DO(exchange, PATIO_EXCHANGE_QUESTIONS)

#define PATIO_BASE_QUESTIONS(DO) \
  DO(ListMachines) \
  DO(MachineOf) \
  DO(DrawMachine) \
  DO(FactsOfMachine) \
  DO(StepMachine) \
  DO(RefusalOf)

#define PATIO_PEOPLE_QUESTIONS(DO) \
  DO(CapacityOf) \
  DO(CheckIdentifier) \
  DO(MatchPersons)

#define PATIO_SCHEDULE_QUESTIONS(DO) \
  DO(HolidaysOf)

#define PATIO_CONSENT_QUESTIONS(DO) \
  DO(ConsentCovers) \
  DO(ObjectionOpposes) \
  DO(ConsentCascadeOf) \
  DO(ObjectionCascadeOf) \
  DO(ConsentTermsOf) \
  DO(CheckReceipt) \
  DO(MandateTermsOf) \
  DO(MandateExpiry) \
  DO(MandateCovers)

#define PATIO_ORIENTATION_QUESTIONS(DO) \
  DO(Orient) \
  DO(ReplayOrientation) \
  DO(Suggest) \
  DO(KeepSignals) \
  DO(VisibleSignals) \
  DO(PlanVisits) \
  DO(ScreenPopulation) \
  DO(FindServices) \
  DO(CheckHeld)

#define PATIO_SECRECY_QUESTIONS(DO) \
  DO(Decide) \
  DO(StatusOfHat) \
  DO(CheckCases) \
  DO(MatrixOf) \
  DO(WriteMatrix) \
  DO(ReviewRules) \
  DO(CompareRules) \
  DO(WriteComparison) \
  DO(Discharge) \
  DO(CheckNote) \
  DO(ExportCedar) \
  DO(RulebookSchema)

#define PATIO_DISCLOSURE_QUESTIONS(DO) \
  DO(DiscloseDocument) \
  DO(RecordDisclosure) \
  DO(VisibleRows)

#define PATIO_CASEWORK_QUESTIONS(DO) \
  DO(FindIdentifying) \
  DO(ReadNoteAs) \
  DO(CompleteGroup) \
  DO(NeutralTextOf) \
  DO(AppealUntil)

#define PATIO_REFERRAL_QUESTIONS(DO) \
  DO(WordsOfReferrals) \
  DO(DueOfReferral) \
  DO(EndOfLimit)

#define PATIO_EXCHANGE_QUESTIONS(DO) \
  DO(ReadDirectory) \
  DO(WriteDirectory) \
  DO(ConvertDirectory) \
  DO(CheckDirectory) \
  DO(OperatorsOn) \
  DO(FollowCommunes)

/// All of them, for whoever asks `PATIO_QUESTIONS(DO)` to do something with each.
#define PATIO_QUESTIONS(DO) \
  PATIO_BASE_QUESTIONS(DO) \
  PATIO_PEOPLE_QUESTIONS(DO) \
  PATIO_SCHEDULE_QUESTIONS(DO) \
  PATIO_CONSENT_QUESTIONS(DO) \
  PATIO_ORIENTATION_QUESTIONS(DO) \
  PATIO_SECRECY_QUESTIONS(DO) \
  PATIO_DISCLOSURE_QUESTIONS(DO) \
  PATIO_CASEWORK_QUESTIONS(DO) \
  PATIO_REFERRAL_QUESTIONS(DO) \
  PATIO_EXCHANGE_QUESTIONS(DO)
