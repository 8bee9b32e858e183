// escape: text that came from outside (an overlay, a cell) made safe for where it is printed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ansinh::report {

// Valid UTF-8 on one line: what is not UTF-8, and every character that controls a terminal or the direction or the
// lines of a text (C0, DEL, C1, U+2028, U+2029, bidirectional controls), becomes U+FFFD.
[[nodiscard]] std::string plain(std::string_view text);

// Valid UTF-8 and otherwise unchanged: what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string utf8(std::string_view text);

// `plain`, and no longer than that many characters; what is cut off shows as "…".
[[nodiscard]] std::string plain_at_most(std::string_view text, std::size_t characters);

// `plain` with & < > " ' as entities: for content and for quoted attributes.
[[nodiscard]] std::string html(std::string_view text);

// A cell of RFC 4180: quoted where it holds a comma, a quote or a line break. A text that a spreadsheet would take for
// a formula (= + - @ first) is quoted by an apostrophe in front.
[[nodiscard]] std::string csv_cell(std::string_view text);

// Characters that a fixed-pitch font gives one column each: the code points less the combining marks.
[[nodiscard]] std::size_t width(std::string_view text);
// The text padded with spaces to that width, on its right or on its left.
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t columns);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t columns);

}  // namespace ansinh::report
