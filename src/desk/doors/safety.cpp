#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(safety, PATIO_SAFETY_COMMANDS, PATIO_SAFETY_QUERIES)
