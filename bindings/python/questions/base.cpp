#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(base, PATIO_BASE_QUESTIONS)
