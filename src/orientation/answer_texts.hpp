#pragma once
/// \file
/// The sentences of an answer that no rule of the book says.

#include <patio/orientation/candidate.hpp>

namespace patio {

/// What must always be said with an answer.
[[nodiscard]] Text notice_text();

/// Whose rule it is, and why it is otherwise here.
[[nodiscard]] Text local_reason(const LocalRule& rule);

/// What the desk does on its side, by the mission under which the need is counted.
[[nodiscard]] Text mission_text(DeskMission mission);

/// How the desk opens the door of a candidate that has its place and its rank.
[[nodiscard]] Text door_text(const Candidate& candidate);

/// "10/03/2026" of the French text; the English one keeps the ISO form.
[[nodiscard]] std::string french_day(Date day);

}  // namespace patio
