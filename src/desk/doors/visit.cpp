#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(visit, PATIO_VISIT_COMMANDS, PATIO_VISIT_QUERIES)
