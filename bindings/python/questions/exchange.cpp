#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(exchange, PATIO_EXCHANGE_QUESTIONS)
