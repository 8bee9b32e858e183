// Rows, headings and sum row of a D05-TS in the form of 2026, as Excel's "CSV UTF-8" on a Vietnamese machine has them.
#pragma once

#include <string>
#include <string_view>

#include "ansinh/lists.hpp"

namespace ansinh::lists {

// What a list tells of a participant besides the request; empty where it does not.
struct Person {
  std::string_view name, number, birth_date, result_form, kind, note;
};

// Everything before the first row: title, the head block to be filled in, headings, number row; with a byte order mark.
[[nodiscard]] std::string d05_head(bool batch_columns);

// A row after its ordinal, which is not known before the rows before it are: from the delimiter on, line end included.
// `given`: the text of each field that the request was read from, written to the right of the form.
void append_d05_row(std::string& out, const LawBook& book, const Person& person, const Request& request,
                    const RequestCells& given, const Assessment& answer, bool batch_columns);

// The sum row.
[[nodiscard]] std::string d05_foot(const Tally& tally, bool batch_columns);

}  // namespace ansinh::lists
