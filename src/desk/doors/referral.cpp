#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(referral, PATIO_REFERRAL_COMMANDS, PATIO_REFERRAL_QUERIES)
