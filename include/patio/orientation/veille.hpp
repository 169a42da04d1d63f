#pragma once
/// \file
/// Veille sociale: needs worth a word with somebody who came for something else. Nothing is noted or sent; the person
/// decides.
///
///     SuggestionRequest request{.present = {NeedCode{"carte_grise"}}, .mentioned = {NeedCode{"neighbour_dispute"}}, ...};
///     suggest(default_needs_book(), request);     // neighbour_dispute, digital_basics

#include <patio/orientation/needs_book.hpp>

namespace patio {

struct SuggestionRequest {
  /// Needs that this desk is handling with the person.
  std::vector<NeedCode> present;
  /// Needs of which the person spoke at this desk.
  std::vector<NeedCode> mentioned;
  /// What this desk knows.
  PersonFacts facts;
  /// Needs that the person declined less than 90 days ago.
  std::vector<NeedCode> refused;
  Date day{};
  bool operator==(const SuggestionRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(SuggestionRequest, (), (present, mentioned, facts, refused, day))

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

inline constexpr std::size_t most_suggestions = 2;

/// At most two, those of which the person spoke first, then in the order of the book. Never a need that is present or was
/// declined; never one that would show a sensitive fact to another pole: a sensitive need is suggested only if the person
/// spoke of it here, and no suggestion rests on a sensitive fact.
[[nodiscard]] std::vector<Suggestion> suggest(const NeedsBook& book, const SuggestionRequest& request);

}  // namespace patio
