// What the tables of the law of benefits are written in.
#pragma once

#include <vector>

#include "ansinh/benefit_law.hpp"
