#pragma once
/// \file
/// What the library itself is made of, for whoever shows it: machines and refusals.

#include <map>

#include <patio/base/machine.hpp>

namespace patio {

/// A state machine as data: every line of its table. Error (`not_found`) for a name that ListMachines does not give.
struct MachineOf {
  using Answer = MachineTable;
  std::string name;
  bool operator==(const MachineOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineOf, (), (name))

struct MachineNames {
  std::vector<std::string> names;
  bool operator==(const MachineNames&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineNames, (), (names))

/// The names of all state machines.
struct ListMachines {
  using Answer = MachineNames;
  bool operator==(const ListMachines&) const = default;
};
BOOST_DESCRIBE_STRUCT(ListMachines, (), ())

struct MachineDrawing {
  /// A Mermaid state diagram.
  std::string text;
  bool operator==(const MachineDrawing&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineDrawing, (), (text))

/// A state machine as a drawing.
struct DrawMachine {
  using Answer = MachineDrawing;
  std::string name;
  bool operator==(const DrawMachine&) const = default;
};
BOOST_DESCRIBE_STRUCT(DrawMachine, (), (name))

struct MachineFactSheet {
  /// The values of each fact: "yes" and "no", or states; the first is what it is when nothing is said.
  std::map<std::string, std::vector<std::string>> facts;
  bool operator==(const MachineFactSheet&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineFactSheet, (), (facts))

/// What the guards of a machine look at.
struct FactsOfMachine {
  using Answer = MachineFactSheet;
  std::string name;
  bool operator==(const FactsOfMachine&) const = default;
};
BOOST_DESCRIBE_STRUCT(FactsOfMachine, (), (name))

struct MachineStep {
  std::string state;
  /// True if nothing changed.
  bool no_op = false;
  std::vector<std::string> effects;
  bool operator==(const MachineStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineStep, (), (state, no_op, effects))

/// Where an event leads from a state, given these facts: nothing is stored. Refused as the machine refuses.
struct StepMachine {
  using Answer = MachineStep;
  std::string name;
  std::string state;
  std::string event;
  std::map<std::string, std::string> facts;
  bool operator==(const StepMachine&) const = default;
};
BOOST_DESCRIBE_STRUCT(StepMachine, (), (name, state, event, facts))

/// The text of a refusal in both languages.
struct RefusalOf {
  using Answer = Refusal;
  std::string code;
  bool operator==(const RefusalOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusalOf, (), (code))

}  // namespace patio
