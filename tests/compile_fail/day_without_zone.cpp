#include <patio/base/time.hpp>

patio::Date day_of(patio::Instant instant, const patio::Zone& zone) {
#ifdef MISTAKE
  (void)zone;
  return patio::Date(instant);
#else
  return patio::day_in(instant, zone);
#endif
}
