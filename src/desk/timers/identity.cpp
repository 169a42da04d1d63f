#include "../timed.hpp"

namespace patio {

std::optional<Instant> next_due(const PersonMerge& merge, const Moment& moment) {
  const auto day = forgotten_on(merge);
  if (!day) return std::nullopt;
  return instant_at({*day, {}}, moment.zone).instant;
}

Elapsed elapse(const PersonMerge& merge, const Dossier&, const Moment& moment) {
  if (const auto day = forgotten_on(merge); !day || *day > moment.today) return {{changed(merge)}, {}};
  return {{changed(forget(merge, moment.now))}, {}};
}

}  // namespace patio
