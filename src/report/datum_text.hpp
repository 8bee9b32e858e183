// datum_text: one value with its unit, as a sentence shows it.
#pragma once

#include <optional>
#include <string>

#include "ansinh/datum.hpp"
#include "ansinh/law.hpp"
#include "ansinh/report.hpp"

namespace ansinh::report {

// A text that the caller gave is quoted and cut to a length that can be read; nothing given reads as such.
[[nodiscard]] std::string datum_text(const LawBook& book, const Datum& datum, Language language);

// "12 tháng", "12 months"
[[nodiscard]] std::string months_text(std::int64_t months, Language language);

// A value of law in words.
[[nodiscard]] std::string value_text(const LawRow& row, Language language);
[[nodiscard]] std::string terms_text(TermSet terms, Language language);
[[nodiscard]] std::string reasons_text(RefundReasons reasons, Language language);

[[nodiscard]] std::optional<Term> term_of(const Datum& datum);

}  // namespace ansinh::report
