#pragma once
/// \file
/// What the desk wants done outside, and what time has done inside.
///
///     centre.tick();                                          // as often as you like: every minute, every morning
///     for (const auto& effect : centre.pending_effects(100)) {
///       carry_out(effect);                                    // at least once: it comes again until it is acknowledged
///       centre.acknowledge({effect.id});
///     }

#include <optional>
#include <string>
#include <vector>

#include <patio/base/describe.hpp>
#include <patio/desk/command.hpp>
#include <patio/people/person.hpp>

namespace patio {

using EffectId = Id<struct EffectTag>;

/// Something that the host must carry out: tell somebody, print something, destroy a file. Written in the same transaction
/// as its cause. It holds no text and no contact: whoever carries it out asks the desk for what it may say.
struct PendingEffect {
  EffectId id;
  /// "alert_sender", "rebooking_proposal"...: the effects of the machines.
  std::string kind;
  std::optional<PersonId> person_id;
  /// The record that it is about, if it is one: its id.
  std::string about;
  /// The command that caused it; none if time did.
  std::optional<CommandId> command_id;
  Instant due_at;
  bool operator==(const PendingEffect&) const = default;
};
BOOST_DESCRIBE_STRUCT(PendingEffect, (), (id, kind, person_id, about, command_id, due_at))

struct PendingEffects {
  std::vector<PendingEffect> effects;
  bool operator==(const PendingEffects&) const = default;
};
BOOST_DESCRIBE_STRUCT(PendingEffects, (), (effects))

/// What a tick did.
struct TickReport {
  /// How many records time has moved.
  std::uint64_t moved = 0;
  /// When the next one is due, as far as is known now.
  std::optional<Instant> next_due;
  bool operator==(const TickReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(TickReport, (), (moved, next_due))

}  // namespace patio
