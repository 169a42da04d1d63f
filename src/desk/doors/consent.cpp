#include <patio/desk/registry.hpp>

#include "../room.hpp"

PATIO_ROOM(consent, PATIO_CONSENT_COMMANDS, PATIO_CONSENT_QUERIES)
