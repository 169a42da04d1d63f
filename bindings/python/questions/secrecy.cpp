#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

PATIO_PYTHON_QUESTIONS(secrecy, PATIO_SECRECY_QUESTIONS)
