// The requests that the files of vectors are put together from.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "reference/csv.hpp"
#include "vectors/lines.hpp"

namespace vectors {

extern const std::string by_reference;

ansinh::Request monthly(ansinh::Day day, std::int64_t income, ansinh::GroupSet groups = {});

ansinh::Term months(int n);
ansinh::FormerProvinceCode former(int code);
ansinh::ProvinceCode present(int code);
ansinh::LocalityCode locality(const char* code);
// Bounds of the income on a day.
std::int64_t floor_on(ansinh::Day day);
std::int64_t ceiling_on(ansinh::Day day);

// The payment of a row of tests/reference/data/worked-long-terms.csv.
ansinh::Request request_of(const reference::CsvRow& row);

// Nobody's group, and every group alone.
extern const std::array<ansinh::GroupSet, 8> single_groups;

}  // namespace vectors
