#include <patio.h>

#include <cstdlib>

const char* patio_version(void) { return PATIO_VERSION; }

uint32_t patio_abi_version(void) { return PATIO_ABI_VERSION; }

void patio_string_free(char* text) { std::free(text); }
