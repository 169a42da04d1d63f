#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(disclosure, PATIO_DISCLOSURE_QUESTIONS)
