#include <patio/base/json.hpp>

struct Visit {
  std::string reason;
  int minutes = 0;
};
#ifdef MISTAKE
BOOST_DESCRIBE_STRUCT(Visit, (), (reason))
#else
BOOST_DESCRIBE_STRUCT(Visit, (), (reason, minutes))
#endif

std::string written(const Visit& visit) { return patio::to_json(visit); }
