// The requests that the texts are tested on, and small helpers to read texts back.
#pragma once

#include <rapidjson/document.h>

#include <string>
#include <string_view>
#include <vector>

#include "ansinh/report.hpp"

namespace ansinh::test {

inline constexpr std::array<Language, 2> both_languages{Language::vi, Language::en};

// One month at 1,500,000 by a near-poor participant.
[[nodiscard]] Request near_poor_on(Day day);
[[nodiscard]] Request hanoi_for_a_year();
[[nodiscard]] Request khanh_hoa();
[[nodiscard]] Request with_a_cut();
[[nodiscard]] Request months_run_out();
[[nodiscard]] Request in_lang_son();
[[nodiscard]] Request before_2016();
// All of the above.
[[nodiscard]] std::vector<Request> answered_requests();

[[nodiscard]] rapidjson::Document parsed(const std::string& json);
[[nodiscard]] std::string string_at(const rapidjson::Value& object, const char* key);
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);
// Cells of one line of CSV (RFC 4180, comma).
[[nodiscard]] std::vector<std::string> cells_of(std::string_view line);
[[nodiscard]] std::size_t characters(std::string_view utf8);

}  // namespace ansinh::test
