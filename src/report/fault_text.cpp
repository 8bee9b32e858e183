// A refusal as one or two sentences that can be read aloud, and as JSON.
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "ansinh/benefit.hpp"
#include "ansinh/report.hpp"
#include "report/datum_text.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh {
namespace {

using report::datum_text;
using report::say;
using report::sentence;

// How a field must be written.
std::string form_of(const LawBook& book, Field field, Language language) {
  switch (field) {
    case Field::paid_on:
    case Field::on:
      return say(language, "một ngày có thật, như 2026-11-22 hoặc 22/11/2026",
                 "a day that exists, as 2026-11-22 or 22/11/2026");
    case Field::first_month:
      return say(language, "một tháng, như 2026-11 hoặc 11/2026", "a month, as 2026-11 or 11/2026");
    case Field::income:
    case Field::stated_amount:
    case Field::other_support:
    case Field::support_refunded:
      return say(language, "số đồng nguyên, như 1500000 hoặc 1.500.000, không có dấu phẩy hay phần lẻ",
                 "whole đồng, as 1500000 or 1.500.000, without comma or decimals");
    case Field::term:
      return say(language, "1, 3, 6, 12, VS2 đến VS5, TH1 đến TH120, DB1, DB3, DB6 hoặc DB12",
                 "1, 3, 6, 12, VS2 to VS5, TH1 to TH120, DB1, DB3, DB6 or DB12");
    case Field::groups: {
      std::vector<std::string> names;
      for (const GroupName& group : book.groups()) names.push_back(report::plain(group.name));
      return say(language, "một hay nhiều tên trong số {}, nối bằng dấu |; để trống nếu không thuộc đối tượng nào",
                 "one or more of {}, joined by |; empty for everyone else", report::joined(names));
    }
    case Field::province:
    case Field::former_province: return say(language, "mã hai chữ số, như 01", "a code of two digits, as 01");
    case Field::locality:
      return say(language, "mã huyện cũ ba chữ số hoặc mã xã năm chữ số",
                 "three digits for a former district or five for a commune");
    case Field::months_supported: return say(language, "một số nguyên từ 0 đến 120", "a whole number from 0 to 120");
    case Field::local_months_used: return say(language, "một số nguyên từ 0 đến 600", "a whole number from 0 to 600");
    case Field::fund_return_rate:
      return say(language, "từ 0 đến 0,05 mỗi tháng, như 0,0031 hoặc 0.31%", "0 to 0.05 per month, as 0.0031 or 0.31%");
    case Field::th_support: return say(language, "compounded hoặc nominal", "compounded or nominal");
    case Field::participant_number: return say(language, "10 hoặc 12 chữ số", "10 or 12 digits");
    case Field::stated_rate:
      return say(language,
                 "một tỷ lệ phần trăm như 40 hoặc 40%; tỷ lệ Nhà nước hỗ trợ phải có trong luật của ngày đóng",
                 "a percentage, as 40 or 40%; the State's must be one of the law of the day of payment");
    case Field::row:
      return say(language, "các ô có dấu ngoặc kép mở ở đầu ô và đóng ở cuối ô",
                 "cells whose quotes open at their start and close at their end");
    case Field::book:
      return say(language, "một giá trị đúng loại, có ngày và có nguồn", "a value of its kind, dated and cited");
    case Field::remaining:
      return say(language, "số tháng cuối kỳ được hoàn trả, một số nguyên từ 1",
                 "the number of last months given back, a whole number from 1");
    case Field::reason:
      return say(language, "compulsory, withdrawal, death hoặc pension", "compulsory, withdrawal, death or pension");
    case Field::record:
      return say(language,
                 "CSV có các cột from, months, income, và nếu có scheme, kind, paid_on, groups, central_support",
                 "a CSV with the columns from, months, income, and where known scheme, kind, paid_on, groups, "
                 "central_support");
    case Field::event:
    case Field::from: return say(language, "một tháng, như 2026-11 hoặc 11/2026", "a month, as 2026-11 or 11/2026");
    case Field::birth:
      return say(language, "tháng sinh như 1975-05 hoặc 05/1975, hoặc chỉ năm sinh như 1975",
                 "a month as 1975-05 or 05/1975, or a year alone as 1975");
    case Field::sex: return say(language, "F (nữ) hoặc M (nam)", "F (female) or M (male)");
    case Field::scheme: return say(language, "voluntary hoặc compulsory", "voluntary or compulsory");
    case Field::kind:
      return say(language, "monthly, ahead, missing, hoặc phương thức như 12, VS5, TH60; BHXH bắt buộc chỉ có monthly",
                 "monthly, ahead, missing, or a payment term as 12, VS5, TH60; a compulsory span is monthly");
    case Field::one_time_case: {
      std::vector<std::string_view> names;
      for (const OneTimeCase why : all_one_time_cases) names.push_back(name(why));
      return say(language, "một trong {}", "one of {}", report::joined(names));
    }
    case Field::months:
    case Field::children:
    case Field::months_drawn:
    case Field::months_so_far: return say(language, "một số nguyên, như 12", "a whole number, as 12");
    case Field::central_support:
    case Field::drawn_pension:
    case Field::target_pension:
    case Field::budget:
    case Field::average_so_far:
      return say(language, "số đồng nguyên, như 1500000 hoặc 1.500.000", "whole đồng, as 1500000 or 1.500.000");
    case Field::fixed_factor:
      return say(language, "một số thập phân lớn hơn 0, nhiều nhất 100, như 1.35",
                 "a decimal above 0 and at most 100, as 1.35");
  }
  return {};
}

bool given(const Datum& datum) { return datum.kind() != Datum::Kind::none; }

// The two ends of a range in their order, or the one limit there is.
struct Limits {
  std::string least, most;
};

Limits limits_of(const LawBook& book, const Fault& fault, Language language) {
  Limits limits{given(fault.limit) ? datum_text(book, fault.limit, language) : std::string{},
                given(fault.other_limit) ? datum_text(book, fault.other_limit, language) : std::string{}};
  if (!limits.least.empty() && !limits.most.empty() && fault.limit.kind() == fault.other_limit.kind() &&
      fault.limit.number() > fault.other_limit.number() && fault.limit.kind() != Datum::Kind::rate) {
    std::swap(limits.least, limits.most);
  }
  return limits;
}

// The code that a place field was given, whatever kind of value holds it.
std::string code_of(const Datum& datum) {
  return datum.kind() == Datum::Kind::text ? std::string{datum.raw_text()} : datum.text();
}

std::string former_not_in_province(const Fault& fault, Language language) {
  const std::string code = code_of(fault.given);
  const auto former = FormerProvinceCode::from_text(code);
  if (!former) {
    return say(language, "Tỉnh cũ {} không nằm trên địa bàn tỉnh đã khai.",
               "The former province {} does not lie in the province given.", report::plain_at_most(code, 20));
  }
  const ProvinceCode present = former->present();
  std::string text = say(language, "Tỉnh cũ {0} nay thuộc {1}", "The former province {0} lies in {1}",
                         report::former_province_text(*former, language), report::province_text(present, language));
  std::optional<ProvinceCode> stated;
  for (const Datum& limit : {fault.limit, fault.other_limit}) {
    if (limit.kind() == Datum::Kind::province && limit.number() != present.number()) {
      stated = ProvinceCode::from_number(static_cast<int>(limit.number()));
    }
  }
  if (stated) {
    text += say(language, ", không thuộc {}", ", not in {}", report::province_text(*stated, language));
  } else {
    text += say(language, ", không thuộc tỉnh đã khai", ", not in the province given");
  }
  const auto same_code = ProvinceCode::from_text(code);
  if (same_code && same_code->name() != former->name()) {
    text += "; " + report::code_in_both_lists(code, language);
  }
  return text + ".";
}

std::string wrong_list(const Fault& fault, Language language) {
  const std::string code = code_of(fault.given);
  const std::string meaning = report::code_in_both_lists(code, language);
  std::string text = say(language, "{} “{}” không có trong danh mục này", "There is no such {}: “{}”",
                         language == Language::vi ? sentence(std::string{words(fault.field, language)})
                                                  : std::string{words(fault.field, language)},
                         report::plain_at_most(code, 20));
  if (!meaning.empty()) text += ": " + meaning;
  text += ".";
  if (fault.hint == Hint::code_of_former_list) {
    text += say(language, " Hãy ghi mã này ở ô tỉnh cũ (former_province), hoặc ghi mã tỉnh mới.",
                " Give it as former_province, or give the present code.");
  } else {
    text += say(language, " Hãy ghi mã này ở ô tỉnh (province), hoặc ghi mã tỉnh cũ.",
                " Give it as province, or give the former code.");
  }
  return text;
}

std::string invalid_argument(const LawBook& book, const Fault& fault, Language language) {
  std::string field{words(fault.field, language)};
  if (fault.field == Field::book && !fault.parameter.empty()) {
    field += fmt::format(" ({})", report::plain_at_most(fault.parameter, 40));
  }
  const std::string value = datum_text(book, fault.given, language);
  const auto [least, most] = limits_of(book, fault, language);
  switch (fault.hint) {
    case Hint::missing:
      return say(language, "Thiếu {0}; cần ghi {1}.", "The {0} is missing; it must be {1}.", field,
                 form_of(book, fault.field, language));
    case Hint::out_of_range:
    case Hint::month_out_of_range: {
      std::string text =
          say(language, "{0}: {1} nằm ngoài phạm vi cho phép", "{0}: {1} is out of range", sentence(field), value);
      if (!least.empty() && !most.empty()) {
        text += say(language, ", từ {0} đến {1}", ", {0} to {1}", least, most);
      } else if (!least.empty() || !most.empty()) {
        text += say(language, ", giới hạn là {}", ", the limit is {}", least.empty() ? most : least);
      } else {
        text += say(language, "; cần ghi {}", "; it must be {}", form_of(book, fault.field, language));
      }
      return text + ".";
    }
    case Hint::unknown_name:
      if (fault.given.kind() == Datum::Kind::groups) {
        return say(language, "{0}: {1}; cần ghi {2}.", "{0}: {1}; it must be {2}.", sentence(field), value,
                   form_of(book, fault.field, language));
      }
      return say(language, "{0}: không có tên {1}; cần ghi {2}.", "{0}: there is no name {1}; it must be {2}.",
                 sentence(field), value, form_of(book, fault.field, language));
    case Hint::unknown_code:
      return say(language, "{0}: mã {1} không có trong danh mục tỉnh nào, cũ hay mới.",
                 "{0}: the code {1} is in neither list of provinces, former or present.", sentence(field), value);
    case Hint::code_of_former_list:
    case Hint::code_of_present_list: return wrong_list(fault, language);
    case Hint::former_not_in_province: return former_not_in_province(fault, language);
    case Hint::cell_count: {
      std::string text = say(language, "Dòng có số ô không khớp với tiêu đề", "The row has a wrong number of cells");
      if (given(fault.given) && given(fault.limit)) {
        text += say(language, ": {0} ô, cần {1} ô", ": {0}, where the header has {1}", value,
                    datum_text(book, fault.limit, language));
      }
      return text + ".";
    }
    case Hint::nul_byte: return say(language, "Dòng có ký tự NUL nên không đọc được.", "The row holds a NUL byte.");
    case Hint::invalid_utf8:
      return say(language, "Dòng không phải văn bản UTF-8 hợp lệ.", "The row is not valid UTF-8.");
    case Hint::too_long: {
      std::string text = say(language, "Dòng quá dài", "The row is too long");
      if (given(fault.limit)) text += say(language, ", giới hạn là {} byte", ", the limit is {} bytes", least);
      return text + ".";
    }
    case Hint::duplicate:
      return say(language, "{0}: {1} được ghi hai lần.", "{0}: {1} is given twice.", sentence(field), value);
    case Hint::unordered:
      return say(language, "{0}: ngày kết thúc {1} đứng trước ngày bắt đầu.",
                 "{0}: the last day {1} is before the first.", sentence(field), value);
    case Hint::uncited:
      return say(language, "{0}: {1} không ghi nguồn luật.", "{0}: {1} carries no citation.", sentence(field), value);
    case Hint::overlapping:
      return say(language, "{0}: {1} trùng ngày với một giá trị khác.",
                 "{0}: {1} claims days that another value claims.", sentence(field), value);
    case Hint::nothing_left:
      return say(language, "{0} {1} sau ngày cuối của kỳ đóng{2}, nên không còn tháng nào để hoàn trả.",
                 "The {0} {1} lies after the last day of the period{2}, so no month is left to give back.",
                 language == Language::vi ? sentence(field) : field, value, least.empty() ? "" : ", " + least);
    case Hint::unknown_reason: {
      const LawRow* row = fault.has_day ? book.on(Parameter::refund_reasons, fault.day) : nullptr;
      const auto* reasons = row != nullptr ? std::get_if<RefundReasons>(&row->value) : nullptr;
      return say(language, "{0}: luật không cho hoàn trả vì lý do {1}{2}.",
                 "{0}: the law gives nothing back for the reason {1}{2}.", sentence(field), value,
                 reasons == nullptr
                     ? std::string{}
                     : say(language, "; ngày {0} có các trường hợp: {1}", "; on {0} the reasons are: {1}",
                           printed(fault.day, language), report::reasons_text(*reasons, language)));
    }
    case Hint::split_row:
      return say(language, "Dòng chỉ có tên, có lẽ là phần sau của một dòng bị tách làm hai.",
                 "The row holds only a name; it seems to be the rest of a row that was split over two lines.");
    case Hint::lost_leading_zeros:
      return say(language, "{0} {1} thiếu chữ số, có lẽ đã mất số 0 ở đầu; cần ghi {2}.",
                 "The {0} {1} is too short, its leading zeros seem to be lost; it must be {2}.",
                 language == Language::vi ? sentence(field) : field, value, form_of(book, fault.field, language));
    case Hint::before_previous:
      return say(language,
                 "{0} {1} đứng trước tháng bắt đầu của khoảng liền trước ({2}); các khoảng phải theo thứ tự thời gian.",
                 "The {0} {1} is before that of the span before it ({2}); spans come in the order of time.",
                 language == Language::vi ? sentence(field) : field, value, least);
    case Hint::month_taken:
      return say(language, "{0} {1} đã có trong khoảng liền trước; tháng đầu tiên còn trống là {2}.",
                 "The {0} {1} lies within the span before it; the first free month is {2}.",
                 language == Language::vi ? sentence(field) : field, value, least);
    case Hint::two_schemes:
      return say(
          language,
          "{0} {1} đã được tính theo loại bảo hiểm khác; một tháng chỉ được tính một lần, tháng đầu tiên còn trống "
          "là {2}.",
          "The {0} {1} already counts under the other scheme; a month counts once, the first free one is {2}.",
          language == Language::vi ? sentence(field) : field, value, least);
    case Hint::after_event:
      return say(language, "Khoảng đóng kéo dài đến tháng {0}, sau tháng phát sinh {1}; chỉ ghi các tháng đã qua.",
                 "The span reaches to {0}, after the event in {1}; give only months that have passed.", value, least);
    case Hint::not_reached:
      return fault.field == Field::budget
                 ? say(language, "{0} {1} không đủ: mức đóng thấp nhất cần {2} mỗi tháng.",
                       "The {0} of {1} is too small: the lowest level needs {2} a month.",
                       language == Language::vi ? sentence(field) : field, value, least)
                 : say(language, "Không đạt được {0} {1}: mức thu nhập cao nhất cũng chỉ đem lại {2}.",
                       "The {0} of {1} is out of reach: even the highest level brings {2}.", field, value, least);
    case Hint::no_table:
    case Hint::none:
    case Hint::malformed:
    case Hint::no_refund:
    case Hint::paid_once:
    case Hint::window_still_open:
    case Hint::window_closed:
    case Hint::not_on_step:
    case Hint::unsettled:
    case Hint::local_unknown: break;
  }
  return say(language, "Không nhận được {0} {1}; cần ghi {2}.", "The {0} {1} cannot be read; it must be {2}.", field,
             value, form_of(book, fault.field, language));
}

std::string on_day(const Fault& fault, Language language) {
  return fault.has_day ? say(language, " cho ngày đóng {}", " for a payment on {}", printed(fault.day, language))
                       : std::string{};
}

// Both ends of what may be chosen that day, or the one that the fault knows.
std::string bounds(const LawBook& book, const Fault& fault, Language language) {
  const auto brackets = income_brackets(book, fault.day);
  if (fault.has_day && brackets) {
    return say(language, " Được chọn từ {0} đến {1}.", " It may be from {0} to {1}.", printed(brackets->floor),
               printed(brackets->ceiling));
  }
  return given(fault.limit)
             ? say(language, " Giới hạn là {}.", " The limit is {}.", datum_text(book, fault.limit, language))
             : std::string{};
}

// The legal levels of income next to one that lies between them, found by comparing only.
struct Neighbours {
  std::optional<Money> below, above;
};

Neighbours legal_levels_beside(const LawBook& book, Day day, Money income) {
  const auto brackets = income_brackets(book, day);
  if (!brackets || brackets->count <= 0) return {};
  int low = 0, high = brackets->count;  // level(low-1) < income <= level(high)
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (brackets->level(middle) < income) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  Neighbours found;
  if (low > 0) found.below = brackets->level(low - 1);
  if (low < brackets->count) found.above = brackets->level(low);
  return found;
}

std::string off_step(const LawBook& book, const Fault& fault, Language language) {
  std::string text = say(language, "Mức thu nhập {0} không đúng bậc{1}", "The income of {0} is not on a legal level{1}",
                         datum_text(book, fault.given, language), on_day(fault, language));
  Neighbours near;
  if (fault.has_day && fault.given.kind() == Datum::Kind::money) {
    near = legal_levels_beside(book, fault.day, Money{fault.given.number()});
  }
  if (near.below && near.above) {
    text += say(language, "; bậc gần nhất là {0} và {1}", "; the nearest are {0} and {1}", printed(*near.below),
                printed(*near.above));
  } else if (near.below || near.above) {
    text +=
        say(language, "; bậc gần nhất là {0}", "; the nearest is {0}", printed(near.below ? *near.below : *near.above));
  }
  return text + ".";
}

std::string term_not_allowed(const LawBook& book, const Fault& fault, Language language) {
  const std::string term = datum_text(book, fault.given, language);
  if (fault.hint == Hint::no_refund) {
    return say(language, "Luật không có quy định hoàn trả cho phương thức {}.",
               "The law has no rule for a refund of the payment term {}.", term);
  }
  if (fault.hint == Hint::paid_once) {
    return say(language, "Phương thức {} chỉ đóng một lần nên không dự tính cho các kỳ sau được.",
               "The payment term {} is paid once, so that no later payments can be projected.", term);
  }
  if (fault.hint == Hint::window_still_open) {
    return say(language, "Chưa được đóng bù: kỳ đóng này còn trong hạn đến hết ngày {0}.",
               "No late make-up yet: this period may still be paid in time until {0}.",
               datum_text(book, fault.limit, language));
  }
  std::string text = say(language, "Phương thức {0} không được áp dụng{1}", "The payment term {0} is not allowed{1}",
                         term, on_day(fault, language));
  if (given(fault.limit) && (fault.limit.kind() == Datum::Kind::months || fault.limit.kind() == Datum::Kind::count)) {
    text += say(language, "; chỉ được đóng một lần nhiều nhất {}", "; at most {} may be paid at once",
                report::months_text(fault.limit.number(), language));
  } else if (fault.has_day) {
    const LawRow* row = book.on(Parameter::payment_terms, fault.day);
    const TermSet* terms = row != nullptr ? std::get_if<TermSet>(&row->value) : nullptr;
    if (terms != nullptr) {
      text += say(language, "; các phương thức được áp dụng: {}", "; the law of that day has: {}",
                  report::terms_text(*terms, language));
    }
  }
  return text + ".";
}

// A field that has its own ends within the law.
std::string outside_law(const LawBook& book, const Fault& fault, Language language) {
  const std::string field{words(fault.field, language)};
  return say(language, "{3} {0} nằm ngoài thời gian có dữ liệu luật, từ {1} đến {2}.",
             "The {3} {0} is outside the law covered, {1} to {2}.", datum_text(book, fault.given, language),
             datum_text(book, fault.limit, language), datum_text(book, fault.other_limit, language),
             language == Language::vi ? sentence(field) : field);
}

std::string no_table(const Fault& fault, Language language) {
  const std::int64_t benefit_year = fault.given.number();
  std::string text =
      given(fault.limit)
          ? say(language, "Bảng hệ số điều chỉnh thu nhập năm {0} không có hệ số cho năm {1}",
                "The table of indexation for {0} has no coefficient for {1}", benefit_year, fault.limit.number())
          : say(language, "Chưa có bảng hệ số điều chỉnh thu nhập năm {} được công bố",
                "No table of indexation is published for {}", benefit_year);
  if (!given(fault.limit)) {
    text += say(language, ", nên chưa tính được; có thể yêu cầu ước tính theo bảng gần nhất",
                ", so nothing can be computed; an estimate from the last table may be asked for");
  }
  return text + ".";
}

std::string body(const LawBook& book, const Fault& fault, Language language) {
  const std::string value = datum_text(book, fault.given, language);
  switch (fault.code) {
    case Errc::ok: return say(language, "Không có lỗi.", "Nothing is wrong.");
    case Errc::invalid_argument: return invalid_argument(book, fault, language);
    case Errc::day_outside_law:
      if (given(fault.limit) && given(fault.other_limit)) return outside_law(book, fault, language);
      return say(language, "{3} {0} nằm ngoài thời gian có dữ liệu luật, từ {1} đến {2}.",
                 "The {3} {0} is outside the law covered, {1} to {2}.", value, printed(first_law_day, language),
                 printed(last_law_day, language),
                 language == Language::vi ? sentence(std::string{words(fault.field, language)})
                                          : std::string{words(fault.field, language)});
    case Errc::term_not_allowed: return term_not_allowed(book, fault, language);
    case Errc::income_below_floor:
      return say(language, "Mức thu nhập {0} thấp hơn mức thấp nhất được chọn{1}.",
                 "The income of {0} is below the lowest that may be chosen{1}.", value, on_day(fault, language)) +
             bounds(book, fault, language);
    case Errc::income_above_ceiling:
      return say(language, "Mức thu nhập {0} cao hơn mức cao nhất được chọn{1}.",
                 "The income of {0} is above the highest that may be chosen{1}.", value, on_day(fault, language)) +
             bounds(book, fault, language);
    case Errc::income_off_step: return off_step(book, fault, language);
    case Errc::payment_late: {
      std::string text = fault.has_day
                             ? say(language, "Ngày đóng {} đã quá hạn đóng của kỳ này",
                                   "The payment on {} is late for its period", printed(fault.day, language))
                             : say(language, "Đã quá hạn đóng của kỳ này", "The payment is late for its period");
      if (given(fault.limit)) {
        text += say(language, "; ngày cuối cùng đóng đúng hạn là {}", "; its last day in time was {}",
                    datum_text(book, fault.limit, language));
      }
      return text + ".";
    }
    case Errc::value_not_published: {
      if (fault.hint == Hint::no_table) return no_table(fault, language);
      const auto parameter = parameter_from_name(fault.parameter);
      const std::string what =
          parameter ? std::string{words(*parameter, language)} : std::string{words(fault.field, language)};
      return say(language, "Chưa có {0} được công bố{1}, nên chưa tính được.",
                 "No {0} is published{1}, so nothing can be computed.", what, on_day(fault, language)) +
             (parameter == Parameter::fund_return_rate
                  ? say(language, " Có thể tự khai lãi suất này (fund_return_rate).",
                        " The rate may be given (fund_return_rate).")
                  : std::string{});
    }
    case Errc::not_settled:
      return fault.hint == Hint::local_unknown
                 ? say(language, "Chỉ nhận kết quả chắc chắn, nhưng chưa rõ địa phương này có hỗ trợ thêm hay không.",
                       "Only a settled answer was asked for, but it is not known whether this place adds support.")
                 : say(language,
                       "Chỉ nhận kết quả chắc chắn, nhưng kết quả này dựa trên giá trị hoặc cách hiểu chưa chắc chắn.",
                       "Only a settled answer was asked for, but this one rests on a value or a reading that is not "
                       "settled.");
    case Errc::does_not_fit:
      return say(language, "Số tiền lớn hơn mức mà cột 32 bit chứa được.",
                 "The amount is larger than a column of 32 bits can hold.");
  }
  return {};
}

// Whether one value lies above another of its kind.
bool above(const Datum& a, const Datum& b) {
  if (a.kind() != b.kind()) return false;
  if (a.kind() != Datum::Kind::rate) return a.number() > b.number();
  const auto one = Rate::from_decimal(a.number(), a.decimals());
  const auto other = Rate::from_decimal(b.number(), b.decimals());
  return one && other && *one > *other;
}

// The end of a range that the value given lies beyond.
const Datum& crossed_limit(const Fault& fault) {
  const bool range =
      fault.hint == Hint::out_of_range || fault.hint == Hint::month_out_of_range || fault.code == Errc::day_outside_law;
  return range && above(fault.given, fault.other_limit) ? fault.other_limit : fault.limit;
}

// The provisions of rule and value, each once.
template <class Print>
std::string provisions(const Fault& fault, Print print) {
  std::string text = fault.rule != nullptr ? print(*fault.rule) : std::string{};
  if (fault.value != nullptr && (fault.rule == nullptr || !(*fault.value == *fault.rule))) {
    if (!text.empty()) text += "; ";
    text += print(*fault.value);
  }
  return text;
}

}  // namespace

std::string fault_message(const Rules& rules, const Fault& fault, Language language) {
  std::string text = body(rules.book(), fault, language);
  if (fault.span > 0) text = say(language, "Khoảng thứ {0}: {1}", "Span {0}: {1}", fault.span, text);
  const std::string source = provisions(fault, [&](const Citation& c) { return printed(c, language); });
  if (!source.empty()) text += say(language, " Căn cứ: {}.", " Source: {}.", source);
  return text;
}

std::string fault_json(const Rules& rules, const Fault& fault, Language language) {
  report::Json json;
  json.begin_object();
  report::write_fault_members(json, rules, fault, language);
  json.end_object();
  return json.text();
}

}  // namespace ansinh

namespace ansinh::report {

void write_fault_members(Json& json, const Rules& rules, const Fault& fault, Language language) {
  json.member("status", name(fault.code));
  json.member("parameter", fault.parameter.empty() ? name(fault.field) : fault.parameter);
  json.member("given", given_text(rules.book(), fault.given));
  json.key("limit");
  write_datum(json, rules.book(), crossed_limit(fault));
  json.key("day");
  if (fault.has_day) {
    json.value(fault.day.text());
  } else {
    json.null();
  }
  const std::string source = provisions(fault, [](const Citation& c) { return printed(c, Language::en); });
  json.key("provision");
  if (source.empty()) {
    json.null();
  } else {
    json.value(source);
  }
  if (fault.span > 0) json.member("span", std::int64_t{fault.span});
  json.member("message", fault_message(rules, fault, language));
}

}  // namespace ansinh::report
