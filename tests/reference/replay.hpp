// Evaluates an explanation again, step by step, from its operations alone and with the reference's own arithmetic.
#pragma once

#include <string>

#include "ansinh/explain.hpp"

namespace reference {

// Empty if every step has the value that its operation gives for its inputs, every given value is the request's, every
// looked-up value is its row's, and the last step of an answer is the participant's share; otherwise what is wrong.
std::string fault_of_replay(const ansinh::Explanation& explanation);

}  // namespace reference
