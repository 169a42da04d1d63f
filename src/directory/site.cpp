#include <patio/directory/site.hpp>

namespace patio {

Weekday weekday_of(Date day) {
  const date::weekday weekday{date::sys_days(day)};
  return static_cast<Weekday>(weekday.iso_encoding() - 1);
}

}  // namespace patio
