#include <patio/base/describe.hpp>

namespace patio {

std::string snake_name(std::string_view type) {
  std::string name;
  for (const char letter : type) {
    const bool upper = letter >= 'A' && letter <= 'Z';
    if (upper && !name.empty()) name += '_';
    name += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return name;
}

}  // namespace patio
