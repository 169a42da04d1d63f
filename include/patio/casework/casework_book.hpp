#pragma once
/// \file
/// What a jurist or a director may change about casework: delays, reasons, grounds, classes of counts. Dated data, each
/// entry with its source; the French one is `src/rulebook/france/casework.json`.
///
///     const CaseworkBook& book = french_casework_book();
///     due(book, CaseworkTerm::handover_read, accepted_on);                          // 30 days later
///     const CaseworkEntry* reason = find(book, CaseworkList::closing_reason, ReasonCode{"moved_away"}, today);
///
/// A book is read once and shared by threads.

#include <string_view>

#include <patio/base/code.hpp>
#include <patio/base/error.hpp>
#include <patio/base/time.hpp>

namespace patio {

/// An entry of one of the lists of the book: "moved_away", "mobility".
using ReasonCode = Code<struct ReasonTag>;

///  - `handover_read`: the former referent reads on after the new one accepted. `transfer_answer`: then somebody is told.
///  - `merge_undo`: until when a merge can be undone. `reopening`: until when it is the same case.
///  - `inactivity`: since the last contact. `closing_people`: how many people a closing takes, 1 or 2.
///  - `home_visit_length` with the way there; `home_visits_a_month` of one professional.
///  - `help_silence`: without an answer, the request is refused. `help_appeal`: to the court, or first to the author.
///  - `board_children`, `board_age`, `board_amount_step`: from how many children, which age, and to which sum in euros
///    the board's view is coarsened.
enum class CaseworkTerm {
  handover_read, transfer_answer, merge_undo, reopening, inactivity, closing_people, home_visit_length,
  home_visits_a_month, help_silence, help_appeal, board_children, board_age, board_amount_step
};
BOOST_DESCRIBE_ENUM(CaseworkTerm, handover_read, transfer_answer, merge_undo, reopening, inactivity, closing_people,
                    home_visit_length, home_visits_a_month, help_silence, help_appeal, board_children, board_age,
                    board_amount_step)

enum class CaseworkList {
  closing_reason, member_ground, sealed_category, home_reason, help_kind, help_refusal, payment_mode, conflict_kind,
  participant_gender, participant_age, participant_status, hold_reason
};
BOOST_DESCRIBE_ENUM(CaseworkList, closing_reason, member_ground, sealed_category, home_reason, help_kind, help_refusal,
                    payment_mode, conflict_kind, participant_gender, participant_age, participant_status,
                    hold_reason)

enum class TermUnit { minutes, days, months, years, people, times, euros };
BOOST_DESCRIBE_ENUM(TermUnit, minutes, days, months, years, people, times, euros)

/// A value that holds until the next one of its term begins.
struct TermValue {
  int value = 0;
  Date since{};
  std::vector<std::string> texts;
  std::string source;
  std::string review;
  bool operator==(const TermValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(TermValue, (), (value, since, texts, source, review))

struct DatedTerm {
  CaseworkTerm name{};
  TermUnit unit{};
  Text why;
  bool disputed = false;
  /// The earliest first.
  std::vector<TermValue> values;
  bool operator==(const DatedTerm&) const = default;
};
BOOST_DESCRIBE_STRUCT(DatedTerm, (), (name, unit, why, disputed, values))

struct CaseworkEntry {
  ReasonCode code;
  Text label;
  std::vector<std::string> texts;
  Period period;
  std::string source;
  std::string review;
  bool operator==(const CaseworkEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseworkEntry, (), (code, label, texts, period, source, review))

struct CaseworkEntries {
  CaseworkList name{};
  std::vector<CaseworkEntry> entries;
  bool operator==(const CaseworkEntries&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseworkEntries, (), (name, entries))

struct CaseworkBook {
  /// "patio/casework/1"
  std::string schema;
  std::vector<DatedTerm> terms;
  std::vector<CaseworkEntries> lists;
  bool operator==(const CaseworkBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseworkBook, (), (schema, terms, lists))

/// The book, or every fault: a term or a list that is missing or told twice, values out of order, a negative value, a
/// code told twice on one day, a label without words, a sealed category that the secrecy rules do not know.
[[nodiscard]] Checked<CaseworkBook> load_casework_book(std::string_view json);

/// The French one that is compiled in.
[[nodiscard]] const CaseworkBook& french_casework_book();

/// The value in force on that day. Throws Error (`misuse`) before the first one.
[[nodiscard]] int value_of(const CaseworkBook& book, CaseworkTerm term, Date day);

/// The day when a term that begins on that day is over: days, or months (rounded down where the month is shorter). Throws
/// Error (`misuse`) for a term that is no time.
[[nodiscard]] Date due(const CaseworkBook& book, CaseworkTerm term, Date from);

/// The entry of that code in force on that day, or null.
[[nodiscard]] const CaseworkEntry* find(const CaseworkBook& book, CaseworkList list, const ReasonCode& code, Date day);

/// All entries of a list in force on that day, in the order of the book.
[[nodiscard]] std::vector<CaseworkEntry> entries_on(const CaseworkBook& book, CaseworkList list, Date day);

}  // namespace patio
