#include <patio/base/error.hpp>
#include <patio/base/id.hpp>

#include <cstdio>

using ConsumerId = patio::Id<struct ConsumerTag>;

// A value made in the library and read here, and an exception thrown in the library and caught here by its type.
int main() {
  const auto id = patio::next_id<ConsumerId>(patio::seeded_ids(1));
  if (patio::parse_id<ConsumerId>(patio::to_text(id)) != id) return 1;
  try {
    (void)patio::Result<int>(patio::Refusal{.code = "closed"}).value();
  } catch (const patio::Refused& refused) {
    std::puts(patio::to_text(id).c_str());
    return refused.refusal().code == "closed" ? 0 : 1;
  }
  return 1;
}
