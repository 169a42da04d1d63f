#include "machines.hpp"

#include <patio/casework/referral.hpp>

namespace patio {

const std::vector<MachineTable>& machine_tables() {
  static const std::vector<MachineTable> all{
      consent_machine().table(),
      referral_machine().table(),
      appointment_machine().table(),
  };
  return all;
}

}  // namespace patio
