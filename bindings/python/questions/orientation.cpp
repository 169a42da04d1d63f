#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(orientation, PATIO_ORIENTATION_QUESTIONS)
