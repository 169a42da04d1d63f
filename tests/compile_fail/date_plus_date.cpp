#include <patio/base/time.hpp>

auto combine(patio::Date first, patio::Date second) {
#ifdef MISTAKE
  return first + second;
#else
  return patio::days_between(first, second);
#endif
}
