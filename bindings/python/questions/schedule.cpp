#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(schedule, PATIO_SCHEDULE_QUESTIONS)
