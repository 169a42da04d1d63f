#include <patio/base/id.hpp>

// The unused parameter is on purpose: the library's own warnings must not reach a program that embeds it.
int main(int count, char** arguments) {
  const auto id = patio::next_id<patio::Id<struct ConsumerTag>>(patio::seeded_ids(1));
  return patio::is_nil(id) ? 1 : 0;
}
