// What a value of law must be before a book takes it. Limits keep every product of the kernel within its integers.
#pragma once

#include <optional>

#include "law/book_data.hpp"

namespace ansinh {

// An amount of law is at most 10^12 VND and a multiple of the base salary at most 1,000, so that a ceiling is at most
// 10^15 VND, which is also the largest income a request may name.
inline constexpr Money largest_law_amount{1'000'000'000'000};
inline constexpr int largest_law_count = 1'000;
// Months under a programme's own limit.
inline constexpr int largest_limit = 600;
inline constexpr std::size_t most_layers = 8;

std::optional<Fault> check(const LawRow& row);
std::optional<Fault> check(const LawBook::Data& book, const Programme& programme);
std::optional<Fault> check(const LawBook::Data& book, const Record& record);
std::optional<Fault> check(const GroupName& group);
std::optional<Fault> check_name(std::string_view name);

}  // namespace ansinh
