// What is not settled in an answer, as clauses.
#include <algorithm>

#include "report/datum_text.hpp"
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh::report {
namespace {

bool of_a_refund(Reading reading) {
  return reading == Reading::refund_order || reading == Reading::refund_to_supporters;
}

std::string effect_text(const Doubt& doubt, Language language) {
  const std::optional<Money>& effect = doubt.effect;
  if (effect && of_a_refund(doubt.reading)) {
    return say(language, "số tiền hoàn trả chênh lệch nhiều nhất {}", "the refund would differ by {} at most",
               printed(*effect));
  }
  if (!effect) return say(language, "chưa xác định được chênh lệch", "its effect cannot be bounded");
  if (*effect == Money{}) {
    return say(language, "không làm thay đổi phần người tham gia đóng", "the participant's share would not differ");
  }
  return say(language, "phần người tham gia đóng chênh lệch nhiều nhất {}",
             "the participant's share would differ by {} at most", printed(*effect));
}

std::string subject(const Doubt& doubt, Language language) {
  switch (doubt.reading) {
    case Reading::value_standing:
      if (doubt.row == nullptr) break;
      return say(language, "{0} {1} chưa chắc chắn ({2})", "the {0}, {1}, is not well established ({2})",
                 words(doubt.row->parameter, language), value_text(*doubt.row, language),
                 citation_and_standing(*doubt.row, language));
    case Reading::programme_standing:
      if (doubt.programme == nullptr) break;
      return say(language, "mức hỗ trợ thêm của địa phương chưa chắc chắn ({})",
                 "the local top-up is not well established ({})", citation_and_standing(*doubt.programme, language));
    case Reading::central_or_all_months:
      return say(language,
                 "địa phương chỉ hỗ trợ những tháng Nhà nước hỗ trợ hay hỗ trợ cả kỳ đóng thì không có văn bản; ở đây "
                 "tính theo số tháng Nhà nước hỗ trợ (giả định)",
                 "no text says whether local support ends with the State's months or covers the whole payment; the "
                 "State's months are taken (assumed)");
    case Reading::local_months_not_given:
      return say(language,
                 "chương trình của địa phương có giới hạn số tháng riêng mà số tháng đã hưởng thì chưa khai; ở đây coi "
                 "như chưa hưởng tháng nào",
                 "the local programme has its own limit of months, and the months already used were not given; none "
                 "is taken");
    case Reading::tie:
      return say(language, "có số tiền nằm đúng giữa hai đồng, được làm tròn lên (giả định)",
                 "an amount lies exactly between two đồng and is rounded up (assumed)");
    case Reading::cut:
      return say(language,
                 "các khoản hỗ trợ cộng lại vượt mức đóng; thứ tự giảm (hỗ trợ khác, rồi địa phương, rồi Nhà nước) "
                 "không có văn bản (giả định)",
                 "the support exceeds the contribution; no text says in which order it is reduced (others, then local "
                 "layers, then the State: assumed)");
    case Reading::order_of_months:
      return say(
          language,
          "Nhà nước chỉ còn hỗ trợ một phần thời gian còn thiếu; tháng nào được hỗ trợ thì không có văn bản; ở "
          "đây lấy những tháng đầu, tính lãi lâu nhất (giả định)",
          "the State supports only some of the missing months, and no text says which; the first ones, which bear "
          "the most return, are taken (assumed)");
    case Reading::th_support:
      return say(language,
                 "hỗ trợ cho thời gian còn thiếu có tính lãi như mức đóng hay không thì chưa rõ từ ngày 01/07/2025; ở "
                 "đây tính theo cách nêu trên",
                 "whether support for missing months bears the fund's return like the contribution is open since "
                 "2025-07-01, or was chosen otherwise than the day has it; the edition named above is taken");
    case Reading::late_support:
      return say(language, "không có văn bản về hỗ trợ khi đóng bù; ở đây coi như không hỗ trợ (giả định)",
                 "no text says whether a late make-up is supported; none is taken (assumed)");
    case Reading::zero_return:
      return say(language, "lãi suất đầu tư của quỹ bằng 0 được chấp nhận (giả định)",
                 "a return of the fund of 0 is accepted (assumed)");
    case Reading::refund_order:
      return say(language,
                 "Nhà nước chỉ hỗ trợ một phần kỳ đóng; tháng nào được hỗ trợ thì không có văn bản; ở đây lấy những "
                 "tháng đầu (giả định)",
                 "the State supports only some of the months, and no text says which; the first ones are taken "
                 "(assumed)");
    case Reading::refund_to_supporters:
      return say(
          language,
          "phần hỗ trợ của địa phương hoặc tổ chức, cá nhân khác cho những tháng còn lại trả về đâu thì không có "
          "văn bản; ở đây trả lại người đã hỗ trợ (giả định)",
          "no text says where local and other support for the months given back goes; it goes back to those who "
          "gave it (assumed)");
  }
  return say(language, "có căn cứ chưa chắc chắn", "something it rests on is not well established");
}

std::string record_text(const LawBook& book, const Record& record, Language language) {
  std::string text{words(record.kind, language)};
  if (!record.groups.empty()) text += ": " + printed(book, record.groups, language);
  const std::string citation = printed(record.citation, language);
  if (!citation.empty()) text += ", " + citation;
  if (record.standing != Standing::text && record.standing != Standing::official_example &&
      record.standing != Standing::none_found) {
    text += "; " + std::string{words(record.standing, language)};
  }
  return text;
}

}  // namespace

std::string doubt_text(const Rules&, const Doubt& doubt, Language language) {
  return subject(doubt, language) + ", " + effect_text(doubt, language);
}

std::string unknown_text(const Rules& rules, const Explanation& explanation, Language language) {
  const std::string place = place_text(explanation.request.place, language);
  // A record for some groups only leaves open what those groups get beside a programme that counts.
  const bool some_groups_only =
      explanation.outcome.ok() && !explanation.outcome->layers().empty() && !explanation.unknown.empty() &&
      std::ranges::all_of(explanation.unknown,
                          [](const Record* record) { return record != nullptr && !record->groups.empty(); });
  std::string text = some_groups_only ? say(language, "chưa rõ {} hỗ trợ thêm bao nhiêu cho đối tượng này",
                                            "it is not known how much {} adds for this group", place)
                                      : say(language, "chưa rõ {} có hỗ trợ thêm hay không",
                                            "it is not known whether {} adds support", place);
  std::vector<std::string> records;
  for (const Record* record : explanation.unknown) {
    if (record != nullptr) records.push_back(record_text(rules.book(), *record, language));
  }
  text += records.empty() ? say(language, " (chưa có thông tin)", " (no record)") : " (" + joined(records, "; ") + ")";
  if (!explanation.outcome.ok()) return text;
  const Money share = explanation.outcome->participant_share;
  if (share == Money{}) {
    return text + say(language, "; người tham gia không phải đóng gì nên điều này không làm thay đổi số phải đóng",
                      "; nothing is left for the participant to pay, so this changes nothing");
  }
  return text + say(language, "; người tham gia có thể đóng ít hơn, nhiều nhất là bớt {}",
                    "; the participant may pay less, by {} at most", printed(share));
}

std::vector<std::string> notes(const Explanation& explanation, Language language) {
  std::vector<std::string> texts;
  const Request& request = explanation.request;
  if (request.fund_return_rate && request.term.kind() == Term::Kind::months) {
    texts.push_back(say(language,
                        "Lãi suất r = {} đã được kiểm tra nhưng không ảnh hưởng đến kỳ đóng 1, 3, 6 hay 12 tháng.",
                        "The return r = {} was checked; it has no effect on a payment of 1, 3, 6 or 12 months.",
                        printed(*request.fund_return_rate, language)));
  }
  if (request.th_support && request.term.kind() != Term::Kind::missing_months) {
    texts.push_back(
        say(language,
            "Cách tính hỗ trợ cho thời gian còn thiếu ({}) đã được kiểm tra nhưng không ảnh hưởng đến phương thức đóng "
            "này.",
            "The edition of the support for missing months ({}) was checked; it has no effect on this payment term.",
            name(*request.th_support)));
  }
  return texts;
}

}  // namespace ansinh::report
