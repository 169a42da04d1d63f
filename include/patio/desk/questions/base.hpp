#pragma once
/// \file
/// What the library itself is made of, for whoever shows it: machines and refusals.

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

/// The text of a refusal in both languages.
struct RefusalOf {
  using Answer = Refusal;
  std::string code;
  bool operator==(const RefusalOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusalOf, (), (code))

}  // namespace patio
