#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(referral, PATIO_REFERRAL_QUESTIONS)
