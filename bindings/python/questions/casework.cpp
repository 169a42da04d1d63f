#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(casework, PATIO_CASEWORK_QUESTIONS)
