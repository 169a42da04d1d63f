#include <patio/base/json.hpp>

struct Record {
  int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Record, (), (minutes))

#ifdef MISTAKE
struct Visit : Record {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Visit, (Record), (reason))
#else
struct Visit {
  Record record;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Visit, (), (record, reason))
#endif

std::string written(const Visit& visit) { return patio::to_json(visit); }
