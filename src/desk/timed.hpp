#pragma once
/// \file
/// The records that time moves by itself. The desk keeps a timer beside each: it asks `next_due` whenever the record is
/// written, and `elapse` when that instant has come.

#include "handle.hpp"

/// A new one is its word here, and its two functions in src/desk/timers/<room>.cpp.
#define PATIO_TIMED_RECORDS(DO) \
  DO(CaseFile)                  \
  DO(HelpRequest)               \
  DO(SafetyMark)                \
  DO(Referral)                  \
  DO(Consent)                   \
  DO(Representation)            \
  DO(Mandate)                   \
  DO(PersonMerge)

namespace patio {

/// What time does to a record now: the rows, among them the record itself, and the effects. After it, `next_due` of the
/// record must lie after now, or nowhere.
struct Elapsed {
  std::vector<Write> writes;
  Effects effects;
};

/// `next_due`: when time will move it, if nothing else happens; nothing if it never will. `elapse`: it is due.
#define PATIO_TIMED(Record)                                                                          \
  [[nodiscard]] std::optional<Instant> next_due(const Record& record, const Moment& moment);         \
  [[nodiscard]] Elapsed elapse(const Record& record, const Dossier& dossier, const Moment& moment);
PATIO_TIMED_RECORDS(PATIO_TIMED)
#undef PATIO_TIMED

}  // namespace patio
