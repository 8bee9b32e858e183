// explanation_json: the members of an explanation, for every object that holds one.
#pragma once

#include "report/json.hpp"

namespace ansinh::report {

// "steps":[...]
void write_steps(Json& json, const Rules& rules, const Explanation& explanation, Language language);
// "doubts":[...],"unknown":[...]
void write_doubts(Json& json, const Rules& rules, const Explanation& explanation, Language language);
// The members of the answer or the refusal, then "explanation":{...}.
void write_explained_members(Json& json, const Rules& rules, const Explanation& explanation, Language language);

}  // namespace ansinh::report
