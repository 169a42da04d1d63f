#include <patio/desk/registry.hpp>

#include "../referral_course.hpp"
#include "../room.hpp"

PATIO_ROOM(referral, PATIO_REFERRAL_COMMANDS, PATIO_REFERRAL_QUERIES)
