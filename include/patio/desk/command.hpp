#pragma once
/// \file
/// What every command and query of the desk has in common.
///
/// A command is a struct of the trade with an id of the caller's making: the same id with the same content is done once, and
/// answers the same again. A query reads, changes nothing but the audit log, and answers only with what the secrecy rules
/// let this hat know on this day. `purpose` is the purpose under which the rules judge it; the answer stands beside it. One
/// that is `for_the_living` is refused once the person has died (`person_deceased`).
///
///     Result<PersonRegistered> answer = desk.run(RegisterPerson{.command_id = id, .usual_name = "Lenoir", ...});

#include <cstdint>
#include <optional>

#include <patio/base/id.hpp>

namespace patio {

using CommandId = Id<struct CommandTag>;

struct RunOptions {
  /// The revision of the person's file that the caller has seen (ReadPlan tells it). If the file has changed since, the
  /// command is refused with `changed_meanwhile`, and nothing is done.
  std::optional<std::uint64_t> if_revision = {};
};

}  // namespace patio
