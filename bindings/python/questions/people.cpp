#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(people, PATIO_PEOPLE_QUESTIONS)
