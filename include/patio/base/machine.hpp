#pragma once
/// \file
/// State machines as tables: one transition a line, and every (state, event) has an answer.
///
///     using Line = MachineWords<State, Event, Context>;
///     const Machine<State, Event, Context> machine{"consent", State::informed, {
///         Line::go(State::informed, Event::give, State::active).guard("giver_not_capable", capable).then({"hash"}),
///         Line::stay(State::informed, Event::inform),
///         Line::refuse(State::refused, Event::give, "closed"),
///     }};
///     Result<Step<State>> step = machine.step(consent.state, Event::give, context);
///
/// Lines of one (state, event) are tried in order: the first whose condition holds answers. A pair without a line, or
/// whose conditions all fail, is refused with `illegal_transition` and the events that the state knows. A machine is
/// immutable and shared freely by threads. The texts of a table are literals: it keeps views of them.

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <patio/base/describe.hpp>
#include <patio/base/error.hpp>

namespace patio {

/// The refusal of that code with its texts in both languages, from the catalogue of refusals. An unknown code is
/// still a refusal, whose text is its code.
[[nodiscard]] Refusal refusal(std::string_view code);

/// Where a step leads and what the caller must do about it.
template <class State>
struct Step {
  State state;
  /// True if nothing changed: the same thing had been said before.
  bool no_op = false;
  /// Names of effects, in the order in which they are to happen.
  std::vector<std::string> effects;
  bool operator==(const Step&) const = default;
};

/// One line of a machine as data.
struct MachineLine {
  std::string state;
  std::string event;
  /// `to`, `stays` or `refuses`.
  std::string kind;
  /// The next state, or the code of the refusal.
  std::string target;
  /// Needed for the line to apply at all; empty if none.
  std::string condition;
  /// Codes of the refusals that the guards give, in order.
  std::vector<std::string> guards;
  std::vector<std::string> effects;
  bool operator==(const MachineLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineLine, (), (state, event, kind, target, condition, guards, effects))

/// A whole machine as data, for reading, drawing and checking in any language.
struct MachineTable {
  std::string name;
  std::string initial;
  std::vector<std::string> states;
  std::vector<std::string> events;
  std::vector<MachineLine> lines;
  bool operator==(const MachineTable&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineTable, (), (name, initial, states, events, lines))

/// The machine as a Mermaid state diagram. Conditions stand in brackets; a state that nothing leaves is an end.
[[nodiscard]] std::string mermaid(const MachineTable& table);

/// What is wrong with a table, whatever it is about: a line that an earlier one always answers for, a state that nothing
/// leads to, a refusal that has no text, a guard or an effect on a line that does nothing.
[[nodiscard]] Issues check(const MachineTable& table);

template <class State, class Event, class Context>
struct MachineRule {
  using Predicate = bool (*)(const Context&);
  enum class Kind { to, stays, refuses };
  struct Guard {
    std::string_view code;
    Predicate holds;
  };

  State from;
  Event event;
  Kind kind = Kind::to;
  State next{};
  std::string_view code;
  std::string_view condition;
  Predicate applies = nullptr;
  std::vector<Guard> guards;
  std::vector<std::string_view> effects;

  /// The line applies only if this holds; give it the name that people read in the table.
  [[nodiscard]] MachineRule when(std::string_view name, Predicate holds) && {
    condition = name;
    applies = holds;
    return std::move(*this);
  }
  /// The step is refused with that code unless this holds.
  [[nodiscard]] MachineRule guard(std::string_view refusal_code, Predicate holds) && {
    guards.push_back({refusal_code, holds});
    return std::move(*this);
  }
  [[nodiscard]] MachineRule then(std::initializer_list<std::string_view> names) && {
    effects.assign(names);
    return std::move(*this);
  }
};

/// The words in which a table is written, for one machine's types: `using Line = MachineWords<State, Event, Context>;`.
template <class State, class Event, class Context>
struct MachineWords {
  using Rule = MachineRule<State, Event, Context>;
  [[nodiscard]] static Rule go(State from, Event event, State next) {
    return {from, event, Rule::Kind::to, next, {}, {}, nullptr, {}, {}};
  }
  [[nodiscard]] static Rule stay(State from, Event event) {
    return {from, event, Rule::Kind::stays, from, {}, {}, nullptr, {}, {}};
  }
  [[nodiscard]] static Rule refuse(State from, Event event, std::string_view code) {
    return {from, event, Rule::Kind::refuses, from, code, {}, nullptr, {}, {}};
  }
};

template <DescribedEnum State, DescribedEnum Event, class Context>
class Machine {
 public:
  using Rule = MachineRule<State, Event, Context>;

  Machine(std::string_view name, State initial, std::vector<Rule> rules)
      : name_(name), initial_(initial), rules_(std::move(rules)) {}

  [[nodiscard]] State initial() const noexcept { return initial_; }

  [[nodiscard]] Result<Step<State>> step(State state, Event event, const Context& context) const {
    for (const auto& rule : rules_) {
      if (rule.from != state || rule.event != event || (rule.applies && !rule.applies(context))) continue;
      if (rule.kind == Rule::Kind::refuses) return refused(rule.code, state);
      for (const auto& guard : rule.guards)
        if (!guard.holds(context)) return refused(guard.code, state);
      return Step<State>{rule.next, rule.kind == Rule::Kind::stays, {rule.effects.begin(), rule.effects.end()}};
    }
    return refused("illegal_transition", state);
  }

  /// Events with a line that does not refuse, in the order of the table.
  [[nodiscard]] std::vector<std::string> allowed_events(State state) const {
    std::vector<std::string> events;
    for (const auto& rule : rules_) {
      if (rule.from != state || rule.kind == Rule::Kind::refuses) continue;
      const std::string name(name_of(rule.event));
      if (std::find(events.begin(), events.end(), name) == events.end()) events.push_back(name);
    }
    return events;
  }

  [[nodiscard]] MachineTable table() const {
    MachineTable data{std::string(name_), std::string(name_of(initial_)), {}, {}, {}};
    for (const auto& state : enumerators<State>()) data.states.emplace_back(state.name);
    for (const auto& event : enumerators<Event>()) data.events.emplace_back(event.name);
    for (const auto& rule : rules_) data.lines.push_back(line(rule));
    return data;
  }

 private:
  [[nodiscard]] Refusal refused(std::string_view code, State state) const {
    Refusal no = refusal(code);
    no.allowed_events = allowed_events(state);
    return no;
  }

  [[nodiscard]] static MachineLine line(const Rule& rule) {
    constexpr std::string_view kinds[] = {"to", "stays", "refuses"};
    MachineLine data{std::string(name_of(rule.from)),
                     std::string(name_of(rule.event)),
                     std::string(kinds[static_cast<std::size_t>(rule.kind)]),
                     std::string(rule.kind == Rule::Kind::refuses ? rule.code : name_of(rule.next)),
                     std::string(rule.condition),
                     {},
                     {rule.effects.begin(), rule.effects.end()}};
    for (const auto& guard : rule.guards) data.guards.emplace_back(guard.code);
    return data;
  }

  std::string_view name_;
  State initial_;
  std::vector<Rule> rules_;
};

}  // namespace patio
