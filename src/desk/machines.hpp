#pragma once
/// \file
/// Every state machine of the library, by name. A new one is one line in machines.cpp.

#include <patio/base/machine.hpp>

namespace patio {

[[nodiscard]] const std::vector<MachineTable>& machine_tables();

}  // namespace patio
