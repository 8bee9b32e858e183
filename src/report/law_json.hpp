// law_json: one value, programme or record of the book as JSON, with the members that an overlay gives it.
#pragma once

#include "report/json.hpp"

namespace ansinh::report {

void write_law_value(Json& json, const LawValue& value);
void write_row(Json& json, const LawRow& row);
void write_programme(Json& json, const LawBook& book, const Programme& programme);
void write_record(Json& json, const LawBook& book, const Record& record);

}  // namespace ansinh::report
