// Everything of ansinh in one include. Each header opens with its contract.
#pragma once

#include "ansinh/assess.hpp"
#include "ansinh/calendar.hpp"
#include "ansinh/citation.hpp"
#include "ansinh/datum.hpp"
#include "ansinh/explain.hpp"
#include "ansinh/groups.hpp"
#include "ansinh/law.hpp"
#include "ansinh/lists.hpp"
#include "ansinh/money.hpp"
#include "ansinh/place.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/report.hpp"
#include "ansinh/result.hpp"
#include "ansinh/rounding.hpp"
#include "ansinh/term.hpp"
#include "ansinh/version.hpp"
