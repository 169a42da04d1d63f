#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(consent, PATIO_CONSENT_QUESTIONS)
