// What is wrong with an overlay, as a line that an author can act on.
#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::plain;
using report::plain_at_most;
using report::say;

constexpr std::size_t most_shown = 60;

std::string range(const OverlayFault& fault, Language language) {
  if (fault.limit.empty()) return {};
  if (fault.other_limit.empty()) return say(language, ", giới hạn là {}", ", the limit is {}", plain(fault.limit));
  return say(language, ", chỉ được từ {0} đến {1}", ", it may be {0} to {1}", plain(fault.limit),
             plain(fault.other_limit));
}

std::string kind_words(std::string_view kind, Language language) {
  if (kind == "object") return say(language, "một đối tượng {{…}}", "an object {{…}}");
  if (kind == "list") return say(language, "một danh sách […]", "a list […]");
  if (kind == "text") return say(language, "một chuỗi trong ngoặc kép", "a text in quotes");
  if (kind == "number") return say(language, "một số không có ngoặc kép", "a number without quotes");
  return say(language, "đúng một trong các dạng: {}", "exactly one of the forms: {}", plain(kind));
}

std::string what(const OverlayFault& fault, Language language) {
  const std::string given = plain_at_most(fault.given, most_shown);
  const std::string limit = plain(fault.limit);
  switch (fault.error) {
    case OverlayError::malformed:
      return say(language, "không đúng cú pháp JSON ở “{}”; hãy xem dấu phẩy, ngoặc và dấu ngoặc kép quanh chỗ này",
                 "this is not JSON at “{}”; look at commas, brackets and quotes around this place", given);
    case OverlayError::truncated:
      return say(language, "tệp kết thúc khi JSON chưa xong; còn thiếu ngoặc đóng hoặc dấu ngoặc kép",
                 "the file ends before its JSON does; a closing bracket or quote is missing");
    case OverlayError::byte_order_mark:
      return say(language, "tệp bắt đầu bằng dấu BOM; hãy lưu lại dạng UTF-8 không có BOM",
                 "the file begins with a byte order mark; save it as UTF-8 without one");
    case OverlayError::too_large:
      return say(language, "vượt quá giới hạn {}", "this is more than the limit of {}", limit);
    case OverlayError::unknown_key:
      return say(language, "không có khóa “{0}” ở đây; chỉ có: {1}", "there is no key “{0}” here; the keys are: {1}",
                 given, limit);
    case OverlayError::duplicate_key:
      return say(language, "khóa “{}” được ghi hai lần", "the key “{}” is given twice", given);
    case OverlayError::missing_key: return say(language, "thiếu khóa này", "this key is missing");
    case OverlayError::wrong_kind:
      return say(language, "ghi {0}, nhưng cần {1}", "{0} stands here, but it must be {1}", given,
                 kind_words(fault.limit, language));
    case OverlayError::not_whole:
      return say(language, "{0} không phải số nguyên; số lẻ phải ghi trong ngoặc kép, như \"0.30\"",
                 "{0} is no whole number; write other numbers in quotes, as \"0.30\"", given);
    case OverlayError::not_a_rate:
      return say(language, "“{}” không phải tỷ lệ thập phân từ 0 đến 1 với nhiều nhất chín chữ số lẻ, như \"0.30\"",
                 "“{}” is no decimal from 0 to 1 with at most nine decimals, as \"0.30\"", given);
    case OverlayError::not_a_day:
      return say(language, "“{}” không phải ngày có thật dạng 2026-11-22 (tháng: 2026-11)",
                 "“{}” is no day that exists, as 2026-11-22 (a month: 2026-11)", given);
    case OverlayError::out_of_range:
      return say(language, "{0} nằm ngoài phạm vi{1}", "{0} is out of range{1}", given, range(fault, language));
    case OverlayError::unknown_name:
      return say(language, "không có tên “{0}”; chỉ nhận: {1}", "there is no name “{0}”; it must be of: {1}", given,
                 limit);
    case OverlayError::unknown_code:
      return say(language, "mã “{}” không có trong danh mục", "the code “{}” is not in its list", given);
    case OverlayError::code_of_other_list:
      return limit == "province"
                 ? say(language, "mã “{}” là mã tỉnh cũ; hãy ghi ở former_province, hoặc ghi mã tỉnh hiện nay",
                       "the code “{}” is a former province's; give it as former_province, or give the present code",
                       given)
                 : say(language, "mã “{}” là mã tỉnh hiện nay; hãy ghi ở province, hoặc ghi mã tỉnh cũ",
                       "the code “{}” is a present province's; give it as province, or give the former code", given);
    case OverlayError::duplicate:
      return limit.empty() || fault.other_limit.empty()
                 ? say(language, "đã có ở trên{0}; trong một tệp chỉ được ghi một lần",
                       "this stands above already{0}; a file may say it once", limit.empty() ? "" : ": " + limit)
                 : say(language, "{0} đã có giá trị cho ngày {1} trong tệp này",
                       "{0} has a value for {1} in this file already", limit, plain(fault.other_limit));
    case OverlayError::unordered:
      return limit.empty() ? say(language, "“{}” phải đứng trước các tầng mới, theo thứ tự đã có",
                                 "“{}” must stand before new layers, in the order that exists", given)
                           : say(language, "ngày cuối {0} đứng trước ngày đầu {1}",
                                 "the last day {0} is before the first day {1}", given, limit);
    case OverlayError::unsafe_text:
      return say(language, "có ký tự điều khiển, xuống dòng hoặc đổi chiều chữ: “{}”",
                 "this holds a control character, a line break or a change of direction: “{}”", given);
    case OverlayError::empty: return say(language, "không được để trống", "this must not be empty");
  }
  return {};
}

}  // namespace

std::string overlay_fault_text(std::string_view file, const OverlayFault& fault, Language language) {
  std::string text = fmt::format("{}:{}:{}: ", plain(file), fault.line, fault.column);
  if (!fault.key.empty()) text += plain(fault.key) + ": ";
  return text + what(fault, language) + '.';
}

std::string overlay_fault_json(std::string_view file, const OverlayFault& fault, Language language) {
  report::Json json;
  report::write_overlay_fault(json, file, fault, language);
  return json.text();
}

namespace report {

void write_overlay_fault(Json& json, std::string_view file, const OverlayFault& fault, Language language) {
  json.begin_object();
  json.member("error", name(fault.error));
  json.member("file", file);
  json.member("line", static_cast<std::int64_t>(fault.line));
  json.member("column", static_cast<std::int64_t>(fault.column));
  json.member("key", fault.key);
  json.member("given", fault.given);
  json.key("limit");
  if (fault.limit.empty()) {
    json.null();
  } else {
    json.value(fault.other_limit.empty() ? fault.limit : fault.limit + "…" + fault.other_limit);
  }
  json.member("message", overlay_fault_text(file, fault, language));
  json.end_object();
}

}  // namespace report

}  // namespace ansinh
