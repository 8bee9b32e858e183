// explanation_parts: the pieces that the plain answer, the full explanation and its JSON share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ansinh/explain.hpp"
#include "ansinh/report.hpp"

namespace ansinh::report {

// The names of these in JSON, as in explain.hpp. Append-only.
[[nodiscard]] std::string_view quantity_name(Quantity);
[[nodiscard]] std::string_view operation_name(Operation);
[[nodiscard]] std::string_view reading_name(Reading);

// "Mức đóng của cả kỳ là 22% × 1.500.000 đ × 1 tháng = 330.000 đ, làm tròn đến đồng (…)."
[[nodiscard]] std::string step_text(const Rules& rules, const Explanation& explanation, const Step& step,
                                    Language language);

// What is in doubt, its standing, and by how much at most the participant's share would differ; a clause without a
// full stop.
[[nodiscard]] std::string doubt_text(const Rules& rules, const Doubt& doubt, Language language);
// What is not known of the place, and how far that can matter; a clause without a full stop.
[[nodiscard]] std::string unknown_text(const Rules& rules, const Explanation& explanation, Language language);

// What was given, was checked, and has no effect in this term.
[[nodiscard]] std::vector<std::string> notes(const Explanation& explanation, Language language);
// What the caller must have checked for the programmes whose rules count.
[[nodiscard]] std::vector<std::string> conditions(const Explanation& explanation, Language language);

// A heading and its items as an indented list; nothing at all without items.
[[nodiscard]] std::string list_text(std::string_view heading, const std::vector<std::string>& items);
[[nodiscard]] std::string conditions_text(const Explanation& explanation, Language language);
[[nodiscard]] std::string flags_text(Flags flags, Language language);

// "theo tin đưa, chưa đọc văn bản, một nguồn": only where it is below official_example; empty otherwise.
[[nodiscard]] std::string weak_standing(const LawRow& row, Language language);
[[nodiscard]] std::string weak_standing(const Programme& programme, Language language);
[[nodiscard]] std::string citation_and_standing(const LawRow& row, Language language);
[[nodiscard]] std::string citation_and_standing(const Programme& programme, Language language);
[[nodiscard]] std::string citation_and_standing(const Formula& formula, Language language);

}  // namespace ansinh::report
