#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"

namespace ansinh::cli {

ExitCode run_law(const LawCommand& command) {
  const Common& common = command.common;
  const auto law = rules_of(common);
  if (!law) return ExitCode::usage;
  const LawBook& book = law->book();
  std::string text;
  if (command.open) {
    text = open_listing(book, common.format, common.language);
  } else {
    LawFilter filter;
    if (command.parameter) {
      filter.parameter = parameter_from_name(*command.parameter);
      if (!filter.parameter) {
        Fault fault;
        fault.field = Field::book;
        fault.hint = Hint::unknown_name;
        fault.given = std::string_view{*command.parameter};
        return refuse(*law, fault, common);
      }
    }
    if (command.on) {
      RequestCells cells;
      cells[Field::paid_on] = *command.on;
      cells[Field::income] = "0";  // the reader asks for one
      const Result<Request> read = read_request(book, cells);
      if (!read) return refuse(*law, read.fault(), common);
      filter.on = read->paid_on;
    }
    if (command.province) {
      Request read;
      if (const auto fault = read_field(book, Field::province, *command.province, read)) {
        return refuse(*law, *fault, common);
      }
      filter.province = read.place.province;
    }
    text = law_listing(book, filter, common.format, common.language);
  }
  if (text.empty() || text.back() != '\n') text += '\n';
  return print(text) ? ExitCode::priced : ExitCode::stopped;
}

}  // namespace ansinh::cli
