// What the header of a list settled, made ready for its rows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ansinh/lists.hpp"
#include "lists/answer_texts.hpp"
#include "lists/d05_form.hpp"
#include "lists/list_field.hpp"
#include "lists/request_columns.hpp"
#include "lists/row_fields.hpp"

namespace ansinh {

namespace lists {

// Where a list gives what is no field of a request: positions from 0, no_column where it does not.
struct PersonColumns {
  std::size_t name = no_column, number = no_column, birth_date = no_column, result_form = no_column;
  std::size_t kind = no_column, note = no_column;
  std::size_t organisation = no_column, collector = no_column, collection_point = no_column, commune = no_column;
};

}  // namespace lists

struct Batch::Data {
  Rules rules;
  bool strict = false;
  char delimiter = ',';
  std::size_t columns = 0;
  lists::RowFields fields;
  std::vector<std::size_t> passed;  // columns that are passed through, `id` among them
  std::optional<std::size_t> id;
  std::vector<std::string> by;  // as the caller wrote them, and their columns
  std::vector<std::size_t> by_column;
  bool settles = false;  // some of them by quarters
  std::string output_header;
  lists::AnswerTexts answer_texts;

  const lists::D05Form* d05 = nullptr;  // of the input; null for a plain list
  BatchOptions::Write write = BatchOptions::Write::answers;
  bool list_rows = false;
  lists::PersonColumns person;
  std::vector<lists::ListField> list_fields;                       // in the order of Field
  std::string organisation, collector, collection_point, commune;  // where no column gives them

  // Of a list of many rows, which are read and priced in columns where they are regular.
  std::optional<lists::RequestColumns> request_columns;

  // Whether rows are read as participants of a list in a form, not only as requests.
  [[nodiscard]] bool of_persons() const { return d05 != nullptr || list_rows || write != BatchOptions::Write::answers; }
  [[nodiscard]] bool can_be_in_columns() const;
  [[nodiscard]] bool with_batch_columns() const { return write == BatchOptions::Write::d05; }
};

}  // namespace ansinh
