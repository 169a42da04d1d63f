#include <patio/people/professional.hpp>

#include <algorithm>

namespace patio {

const Hat* worn(const Professional& professional, const HatCode& hat, Date day) {
  const auto found = std::find_if(professional.hats.begin(), professional.hats.end(), [&](const Hat& each) {
    return each.code == hat && contains(each.period, day);
  });
  return found == professional.hats.end() ? nullptr : &*found;
}

}  // namespace patio
