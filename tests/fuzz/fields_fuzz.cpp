// The reader of a request: 13 texts, parted by the byte 0x1F.
#include "ansinh/lists.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using ansinh::Field;
  const fuzz::Requirements require{data, size};
  const ansinh::LawBook& book = ansinh::LawBook::built_in();
  ansinh::RequestCells cells;
  std::string_view rest = fuzz::text_of(data, size);
  for (std::string_view& text : cells.text) {
    const auto end = rest.find('\x1F');
    text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }

  const auto request = ansinh::read_request(book, cells);
  // Field by field it is the same, up to the first fault.
  ansinh::Request step;
  for (int i = 0; i < ansinh::request_field_count; ++i) {
    const auto field = static_cast<Field>(i);
    const auto fault = ansinh::read_field(book, field, cells[field], step);
    if (fault) {
      require(!request.ok() && request.fault().field <= field, "a field that is refused alone is refused in a request");
      if (request.fault().field == field) {
        require(fault->hint == request.fault().hint && fault->given == request.fault().given, "with the same fault");
      }
      break;
    }
    if (!request.ok() && request.fault().field == field) {
      require(request.fault().hint == ansinh::Hint::missing, "only a missing field is refused in a request alone");
      break;
    }
  }
  if (!request.ok()) {
    const ansinh::Fault& fault = request.fault();
    require(fault.code == ansinh::Errc::invalid_argument, "a fault of reading is invalid_argument");
    require(fault.hint != ansinh::Hint::none, "a fault of reading says why");
    const std::string_view given = fault.given.raw_text();
    const std::string_view cell = cells[fault.field];
    require(given.empty() || (given.data() >= cell.data() && given.data() + given.size() <= cell.data() + cell.size()),
            "what was given lies in its cell");
    return 0;
  }
  require(!ansinh::check_income(request->income), "income in range");
  require(!ansinh::check_other_support(request->other_support), "other support in range");
  require(!ansinh::check_months_supported(request->months_supported), "months supported in range");
  if (request->local_months_used) {
    require(!ansinh::check_local_months_used(*request->local_months_used), "local months in range");
  }
  if (request->fund_return_rate) {
    require(!ansinh::check_fund_return_rate(*request->fund_return_rate), "rate in range");
  }
  const auto answer = ansinh::assess(ansinh::built_in_rules(), *request);
  if (answer.ok()) {
    const ansinh::Assessment& a = *answer;
    require(a.contribution == a.central_support + a.local_top_up + a.other_support + a.participant_share,
            "the parts add up");
    for (const auto part : {a.contribution, a.central_support, a.local_top_up, a.other_support, a.participant_share}) {
      require(part >= ansinh::Money{}, "no part is negative");
    }
  } else if (answer.code() == ansinh::Errc::invalid_argument) {
    const Field field = answer.fault().field;
    require(field == Field::first_month || field == Field::former_province || field == Field::province,
            "after reading, only relations between fields can be at fault");
  }
  return 0;
}
