#include <patio/base/id.hpp>

using PersonId = patio::Id<struct PersonTag>;
using CaseId = patio::Id<struct CaseTag>;

#ifdef MISTAKE
bool same(PersonId first, CaseId second) { return first == second; }
#else
bool same(PersonId first, PersonId second) { return first == second; }
#endif
