#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(referral_answer, PATIO_REFERRAL_ANSWER_COMMANDS, PATIO_REFERRAL_ANSWER_QUERIES)
