#pragma once
/// \file
/// Veille sociale: needs worth a word with somebody who came for something else. Nothing is sent; the person decides.
///
///     SuggestionRequest request{.present = {NeedCode{"carte_grise"}}, .mentioned = {NeedCode{"neighbour_dispute"}}, ...};
///     suggest(default_needs_book(), request);     // neighbour_dispute, digital_basics
///
/// What was said stays for a while as signals, so that nobody is asked again and again. The brakes (how many a visit, how
/// long a refusal counts, when signals are erased) are dated data: VeilleBrakes of the book.
///
///     request.history = keep_signals(book, signals, today);   // the host stores what this gives and forgets the rest

#include <patio/orientation/needs_book.hpp>
#include <patio/people/professional.hpp>

namespace patio {

/// `offered`: said, and the person has not answered.
enum class SignalAnswer { offered, accepted, refused };
BOOST_DESCRIBE_ENUM(SignalAnswer, offered, accepted, refused)

/// A suggestion that was made to the person.
struct Signal {
  NeedCode need;
  Date day{};
  SignalAnswer answer{};
  /// The pole that made it; only there is it shown if it touches a sensitive need.
  std::optional<PoleCode> pole;
  /// The need that led to it. Absent once only the refusal is kept.
  std::optional<NeedCode> because_of;
  /// Which visit, by any name of the host: those of one visit are counted together.
  std::optional<std::string> visit;
  bool operator==(const Signal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Signal, (), (need, day, answer, pole, because_of, visit))

struct SuggestionRequest {
  /// Needs that this desk is handling with the person.
  std::vector<NeedCode> present;
  /// Needs of which the person spoke at this desk.
  std::vector<NeedCode> mentioned;
  /// What this desk knows.
  PersonFacts facts;
  /// Needs that the person declined less than 90 days ago, besides those of the history.
  std::vector<NeedCode> refused;
  Date day{};
  /// All signals of the person, of every pole: refusals count wherever they were said.
  std::vector<Signal> history;
  /// The visit that is going on.
  std::optional<std::string> visit;
  bool operator==(const SuggestionRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(SuggestionRequest, (), (present, mentioned, facts, refused, day, history, visit))

struct Suggestion {
  NeedCode need;
  Text title;
  /// The present need that suggests it.
  NeedCode because_of;
  /// The person spoke of it.
  bool mentioned = false;
  bool operator==(const Suggestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (need, title, because_of, mentioned))

/// As many as the brakes allow, less those already made in this visit; those of which the person spoke first, then in the
/// order of the book. Never a need that is present, was refused less than `refusal_days` ago, or was offered or accepted in
/// a signal that is still kept, unless the person speaks of it now. Never one that would show a sensitive fact to another
/// pole: a sensitive need is suggested only if the person spoke of it here, and no suggestion rests on a sensitive fact.
/// A signal dated after the day counts as of the day.
[[nodiscard]] std::vector<Suggestion> suggest(const NeedsBook& book, const SuggestionRequest& request);

/// What may be kept on that day: a signal for less than `signal_days`; a refusal longer, for less than `refusal_days`, then
/// without what led to it, its pole and its visit. The rest is to be erased. Applying it again changes nothing.
[[nodiscard]] std::vector<Signal> keep_signals(const NeedsBook& book, const std::vector<Signal>& signals, Date day);

/// What this pole may see of them: its own, and those of others that touch no sensitive need; of these it does not see
/// which need led to them.
[[nodiscard]] std::vector<Signal> visible_signals(const NeedsBook& book, const std::vector<Signal>& signals,
                                                  const PoleCode& pole, Date day);

}  // namespace patio
