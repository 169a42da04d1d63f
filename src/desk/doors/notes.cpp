#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(notes, PATIO_NOTES_COMMANDS, PATIO_NOTES_QUERIES)
