#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(mandate, PATIO_MANDATE_COMMANDS, PATIO_MANDATE_QUERIES)
