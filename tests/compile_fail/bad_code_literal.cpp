#include <patio/base/code.hpp>

using NeedCode = patio::Code<struct NeedTag>;

NeedCode carte_grise() {
#ifdef MISTAKE
  return NeedCode{"carte grise"};
#else
  return NeedCode{"carte_grise"};
#endif
}
