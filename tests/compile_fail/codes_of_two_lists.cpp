#include <patio/base/code.hpp>

using NeedCode = patio::Code<struct NeedTag>;
using ServiceCode = patio::Code<struct ServiceTag>;

#ifdef MISTAKE
NeedCode need_for(const ServiceCode& code) { return code; }
#else
NeedCode need_for(const NeedCode& code) { return code; }
#endif
