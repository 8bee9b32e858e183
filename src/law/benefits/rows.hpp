// What the tables of the law of benefits are written in. Each is a function, so that it is there whoever asks, however
// early.
#pragma once

#include <vector>

#include "ansinh/benefit_law.hpp"
