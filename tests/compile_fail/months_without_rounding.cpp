#include <patio/base/time.hpp>

auto deadline(patio::Date sale) {
#ifdef MISTAKE
  return patio::add_months(sale, 1);
#else
  return patio::add_months(sale, 1, patio::Rounding::down);
#endif
}
