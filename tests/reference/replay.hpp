// Evaluates an explanation again, step by step, from its operations alone and with the reference's own arithmetic.
#pragma once

#include <string>

#include "ansinh/explain.hpp"
#include "ansinh/refund.hpp"

namespace reference {

// Empty if every step has the value that its operation gives for its inputs, every given value is the request's, every
// looked-up value is its row's, and the last step of an answer is the participant's share; otherwise what is wrong.
std::string fault_of_replay(const ansinh::Explanation& explanation);

// The same of a refund: the steps of its payment and its own.
std::string fault_of_replay(const ansinh::RefundExplanation& explanation);

}  // namespace reference
