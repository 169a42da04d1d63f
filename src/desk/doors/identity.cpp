#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(identity, PATIO_IDENTITY_COMMANDS, PATIO_IDENTITY_QUERIES)
