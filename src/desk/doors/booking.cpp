#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(booking, PATIO_BOOKING_COMMANDS, PATIO_BOOKING_QUERIES)
