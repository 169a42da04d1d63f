#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(cases, PATIO_CASES_COMMANDS, PATIO_CASES_QUERIES)
