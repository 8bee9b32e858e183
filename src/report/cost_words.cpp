// What a cost assumes, and what is wrong with goals, in words.
#include "ansinh/population_report.hpp"
#include "report/escape.hpp"
#include "report/phrase.hpp"

namespace ansinh {

using report::say;

std::string words(CostAssumption assumption, const Cost& cost, Language language) {
  const std::string from = printed(cost.options().from, language);
  switch (assumption) {
    case CostAssumption::goes_on:
      return say(language,
                 "Mỗi người trong danh sách đóng tiếp theo phương thức và mức thu nhập đã ghi cho đến hết tháng {0}; "
                 "không ai thôi tham gia hay đổi đối tượng.",
                 "Everyone in the list goes on paying, by the term and on the income stated, to the end of {0}; nobody "
                 "leaves or changes groups.",
                 printed(cost.options().to, language));
    case CostAssumption::first_day:
      return say(language,
                 "Mỗi lần đóng vào ngày đầu tháng, kỳ đầu bắt đầu từ tháng {0}; luật áp dụng là luật của ngày ấy.",
                 "Every payment is made on the first day of its month, the first term begins with {0}; the law is that "
                 "of the day.",
                 from);
    case CostAssumption::year_of_payment:
      return say(language, "Tiền tính vào năm đóng, kể cả khi kỳ đóng kéo sang năm sau.",
                 "Money stands in the year in which it is paid, also where the term reaches into the next.");
    case CostAssumption::floor:
      return say(language,
                 "Người có mức thu nhập thấp hơn mức sàn của ngày đóng thì đóng theo mức sàn (cột \"nâng sàn\").",
                 "Whose income lies below the floor of the day pays the floor (column \"raised\").");
    case CostAssumption::ceiling:
      return say(language,
                 "Người có mức thu nhập về sau vượt mức trần thì đóng theo mức cao nhất được đóng (cột \"hạ trần\").",
                 "Whose income comes to lie above the ceiling pays the highest payable income (column \"lowered\").");
    case CostAssumption::other_support:
      return say(language, "Tiền hỗ trợ khác ghi ở một dòng được cho ở mọi lần đóng.",
                 "Support by others that a row states is given with every payment.");
    case CostAssumption::own_limit:
      return say(language, "Số tháng hỗ trợ có giới hạn riêng của địa phương tăng theo mỗi kỳ đóng được hưởng tiền ấy.",
                 "Of a local programme's own limit the months of each payment in which it gives money are used.");
    case CostAssumption::newcomers:
      return say(
          language,
          "Người tham gia mới có cơ cấu đối tượng, thu nhập, nơi ở, phương thức như danh sách, chưa hưởng tháng "
          "hỗ trợ nào, đóng từ tháng đầu của năm đích; số người và tiền làm tròn đến đơn vị gần nhất, nửa làm "
          "tròn lên.",
          "New participants have the list's mix of groups, incomes, places and terms and no supported months, and "
          "pay from the first month of the goal's year; persons and dong are rounded to the nearest, halves up.");
  }
  return {};
}

std::string goal_fault_text(const GoalFault& fault, Language language) {
  using Kind = GoalFault::Kind;
  const std::string given = report::plain_at_most(fault.given, 40);
  const std::string column = report::plain_at_most(fault.column, 40);
  std::string text = fault.line > 0 ? say(language, "dòng {}: ", "line {}: ", fault.line) : std::string{};
  switch (fault.kind) {
    case Kind::empty:
      return text + say(language, "không có chỉ tiêu nào; cần các cột year,workforce,rate",
                        "there is no goal; the columns are year,workforce,rate");
    case Kind::missing_column:
      return text + say(language, "thiếu cột {}; cần các cột year,workforce,rate",
                        "the column {} is missing; the columns are year,workforce,rate", column);
    case Kind::unknown_column:
      return text + say(language, "không có cột {}; cần các cột year,workforce,rate",
                        "there is no column {}; the columns are year,workforce,rate", column);
    case Kind::duplicate_column: return text + say(language, "cột {} lặp lại", "the column {} occurs twice", column);
    case Kind::cell_count:
      return text + say(language, "có {0} ô, cần {1} ô", "{0} cells, where the header has {1}", given, fault.limit);
    case Kind::malformed:
      if (column.empty()) {
        return text + say(language, "không phải CSV đọc được (UTF-8, dấu ngoặc kép mở ở đầu ô và đóng ở cuối ô)",
                          "is no readable CSV (UTF-8, quotes that open at the start of a cell and close at its end)");
      }
      return text + say(language, "{0}: không đọc được \"{1}\"; cần {2}", "{0}: \"{1}\" cannot be read; it must be {2}",
                        column, given,
                        column == "year" ? say(language, "năm bốn chữ số, như 2027", "a year of four digits, as 2027")
                        : column == "workforce"
                            ? say(language, "số người, như 566530 hoặc 566.530", "persons, as 566530 or 566.530")
                            : say(language, "tỷ lệ từ 0 đến 100%, như 3,41% hoặc 0.0341",
                                  "a rate from 0 to 100 %, as 3.41% or 0.0341"));
    case Kind::out_of_range:
      return text + say(language, "{0}: {1} nằm ngoài phạm vi cho phép, từ {2} đến {3}",
                        "{0}: {1} is out of range, {2} to {3}", column, given, fault.limit, fault.other_limit);
    case Kind::unordered:
      return text + say(language, "{0}: {1} không đứng sau {2} của dòng trước; các năm phải tăng dần",
                        "{0}: {1} does not come after {2} of the line before; years ascend", column, given,
                        fault.limit);
    case Kind::outside_period:
      return text + say(language, "{0}: {1} nằm ngoài thời gian dự tính, từ {2} đến {3}",
                        "{0}: {1} is outside the years projected, {2} to {3}", column, given, fault.limit,
                        fault.other_limit);
    case Kind::below_participants:
      return text + say(language, "{0}: {1} người ít hơn {2} người đang tham gia",
                        "{0}: {1} persons are fewer than the {2} who take part", column, given, fault.limit);
  }
  return text;
}

}  // namespace ansinh
