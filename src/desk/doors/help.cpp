#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(help, PATIO_HELP_COMMANDS, PATIO_HELP_QUERIES)
