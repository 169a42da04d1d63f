#pragma once
/// \file
/// Every state machine of the library, by name. A new one is two lines in machines.cpp.

#include <functional>
#include <map>

#include <patio/base/machine.hpp>

namespace patio {

/// Facts by name: "yes" or "no", or the name of a state.
using MachineFacts = std::map<std::string, std::string>;

struct NamedMachine {
  MachineTable table;
  /// What its guards look at, and the values of each; the first is what it is when nothing is said.
  std::map<std::string, std::vector<std::string>> facts;
  /// State, event and facts must be known by their names; facts that are not given are as by default.
  std::function<Result<Step<std::string>>(const std::string& state, const std::string& event, const MachineFacts& facts)> step;
};

[[nodiscard]] const std::vector<NamedMachine>& machines();

/// Throws Error (`not_found`).
[[nodiscard]] const NamedMachine& machine_named(std::string_view name);

}  // namespace patio
