#include "capacity_table.hpp"

#include "../base/dated_file.hpp"

namespace patio {

const CapacityTable& capacity_table() {
  static const auto table = read_dated_file<CapacityTable>(embedded::capacity());
  return table;
}

}  // namespace patio
