#include <patio/base/code.hpp>

using NeedCode = patio::Code<struct NeedTag>;

NeedCode read(const std::string& text) {
#ifdef MISTAKE
  return NeedCode{text};
#else
  return NeedCode::parse(text).value_or(NeedCode{});
#endif
}
