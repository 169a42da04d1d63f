#include <patio/casework/legal_hold.hpp>

#include <algorithm>

namespace patio {

bool on_legal_hold(const std::vector<LegalHold>& holds, Date day) {
  return std::any_of(holds.begin(), holds.end(), [&](const LegalHold& each) { return contains(each.period, day); });
}

}  // namespace patio
