#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(keeping, PATIO_KEEPING_COMMANDS, PATIO_KEEPING_QUERIES)
