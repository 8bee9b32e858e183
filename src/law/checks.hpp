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
inline constexpr std::size_t most_name = 100;  // bytes of a group's or a layer's name

std::optional<Fault> check(const LawRow& row);
std::optional<Fault> check(const LawBook::Data& book, const Programme& programme);
std::optional<Fault> check(const LawBook::Data& book, const Record& record);
std::optional<Fault> check(const GroupName& group);
// More than most_programmes, those not counted whose ids the built-in book has: a file of as many as are allowed can be
// laid over that book, and the book that comes of it, printed, is such a file again.
bool too_many_programmes(const std::vector<Programme>& programmes);
std::optional<Fault> check_name(std::string_view name);
// Whether a text is UTF-8 without characters that steer a terminal, end a line or turn the direction of a text.
bool may_be_printed(std::string_view text);

}  // namespace ansinh
