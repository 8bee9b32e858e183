// The words and figures of a leaflet.
#include "report/datum_text.hpp"
#include "report/explanation_parts.hpp"
#include "report/leaflet_parts.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh::report {
namespace {

// An amount without its unit.
std::string bare_amount(Money amount) {
  std::string text = printed(amount);
  text.resize(text.size() - std::string_view{" đ"}.size());
  return text;
}

// "1,35", "1.35"
std::string factor_words(const PriceFactor& factor, Language language) {
  std::string text = factor.text();
  if (const auto point = text.find('.'); language == Language::vi && point != std::string::npos) text[point] = ',';
  return text;
}

std::string place_of(const LeafletRequest& request, Language language) {
  std::string text;
  if (request.place.province) text = province_text(*request.place.province, language);
  if (request.place.former_province) {
    if (!text.empty()) text += ", ";
    text += former_province_text(*request.place.former_province, language);
  }
  if (request.place.locality) text += (text.empty() ? "" : ", ") + request.place.locality->text();
  return text.empty() ? say(language, "Cả nước, chưa tính hỗ trợ của tỉnh", "Nationwide, no support by a province")
                      : text;
}

LeafletTable shares_of(const Leaflet& leaflet, Language language) {
  LeafletTable table;
  table.title = say(language, "Ai đóng bao nhiêu (đồng)", "Who pays what (đồng)");
  LeafletTable::Heading terms{say(language, "Người tham gia đóng, mỗi kỳ", "Participant pays, each payment"), {}};
  for (const int months : leaflet_terms) terms.heads.push_back(months_text(months, language));
  table.headings = {{say(language, "Thu nhập chọn / tháng", "Income chosen / month"), {}},
                    {say(language, "Mức đóng / tháng", "Contribution / month"), {}},
                    {say(language, "Nhà nước", "State"), {}},
                    {say(language, "Tỉnh", "Province"), {}},
                    terms};
  for (const LeafletRow& row : leaflet.rows) {
    const Assessment& month = row.payments.front();
    std::vector<std::string> cells{bare_amount(row.income), bare_amount(month.contribution),
                                   bare_amount(month.central_support), bare_amount(month.local_top_up)};
    for (const Assessment& payment : row.payments) cells.push_back(bare_amount(payment.participant_share));
    table.rows.push_back(std::move(cells));
  }
  table.marked = leaflet.chart_row;
  return table;
}

LeafletTable pensions_of(const Leaflet& leaflet, Language language) {
  LeafletTable table;
  table.title =
      leaflet.request.fixed_factor.is_one()
          ? say(language, "Lương hưu mỗi tháng theo giá hôm nay (đồng)", "Pension per month at today's prices (đồng)")
          : say(language, "Lương hưu mỗi tháng với hệ số trượt giá cố định {} (đồng)",
                "Pension per month with a fixed price factor of {} (đồng)",
                factor_words(leaflet.request.fixed_factor, language));
  const auto heading = [&](std::string who, const std::array<Rate, leaflet_years.size()>& rates) {
    LeafletTable::Heading years{std::move(who), {}};
    for (std::size_t i = 0; i < leaflet_years.size(); ++i) {
      years.heads.push_back(
          say(language, "{0} năm, {1}", "{0} years, {1}", leaflet_years[i], printed(rates[i], language)));
    }
    return years;
  };
  table.headings = {{say(language, "Thu nhập chọn / tháng", "Income chosen / month"), {}},
                    heading(say(language, "Nữ, sau khi đóng", "Women, after"), leaflet.rate_women),
                    heading(say(language, "Nam, sau khi đóng", "Men, after"), leaflet.rate_men)};
  for (const LeafletRow& row : leaflet.rows) {
    std::vector<std::string> cells{bare_amount(row.income)};
    for (const Money pension : row.pension_women) cells.push_back(bare_amount(pension));
    for (const Money pension : row.pension_men) cells.push_back(bare_amount(pension));
    table.rows.push_back(std::move(cells));
  }
  table.marked = leaflet.chart_row;
  return table;
}

std::vector<std::string> warnings_of(const Leaflet& leaflet, Language language) {
  std::vector<std::string> texts;
  if (leaflet.flags.has(Flag::local_unknown)) {
    texts.push_back(say(language, "Chưa có dữ liệu về hỗ trợ của tỉnh: người tham gia có thể phải đóng ít hơn.",
                        "Whether the province adds support is not known: the participant may pay less."));
  }
  if (leaflet.flags.has(Flag::unsettled)) {
    texts.push_back(say(language, "Có giá trị hoặc cách hiểu chưa chắc chắn; xem ansinh assess --explain.",
                        "Rests on a value or a reading that is not settled; see ansinh assess --explain."));
  }
  if (leaflet.flags.has(Flag::projected)) {
    texts.push_back(say(language, "Ngày đóng sau ngày rà soát luật gần nhất.",
                        "The day of payment is after the one on which the law was last verified."));
  }
  if (!leaflet.request.fixed_factor.is_one()) {
    texts.push_back(say(language, "Hệ số trượt giá cố định không có trong luật; bảng này chỉ để so sánh.",
                        "A fixed price factor has no basis in law; this table is for comparison only."));
  }
  return texts;
}

std::vector<std::string> foot_of(const BenefitRules& rules, const Leaflet& leaflet, Language language) {
  std::vector<std::string> lines;
  lines.push_back(
      say(language,
          "Minh họa, không phải quyết định. Lương hưu = thu nhập bình quân × tỷ lệ hưởng, giữ nguyên một mức thu "
          "nhập và giá hôm nay; khi nghỉ hưu, thu nhập đã đóng được điều chỉnh theo chỉ số giá.",
          "An illustration, not a decision. Pension = average income × replacement rate, at one income and "
          "today's prices; at retirement past incomes are indexed by prices."));
  if (const LawRow* cap = rules.book().on(Parameter::support_cap_months, leaflet.request.paid_on)) {
    lines.push_back(say(language, "Nhà nước hỗ trợ nhiều nhất {} tháng; sau đó người tham gia tự đóng phần này.",
                        "The State supports {} months at most; after that the participant pays that part.",
                        std::get<int>(cap->value)));
  }
  for (const LawRow& row : rules.book().series(Parameter::rural_poverty_line)) {
    const Money* line = std::get_if<Money>(&row.value);
    if (line == nullptr || !(leaflet.request.paid_on < row.from) || *line == leaflet.brackets.floor) continue;
    lines.push_back(say(language, "Từ ngày {0}, thu nhập thấp nhất được chọn là {1}.",
                        "From {0} on the lowest income that may be chosen is {1}.", printed(row.from, language),
                        printed(*line)));
    break;
  }
  std::vector<std::string> sources;
  for (const LawRow* row : leaflet.sources) sources.push_back(citation_and_standing(*row, language));
  for (const Programme* programme : leaflet.programmes) sources.push_back(citation_and_standing(*programme, language));
  sources.push_back(printed(leaflet.rate_row->provision.citation, language));
  lines.push_back(say(language, "Căn cứ: {}.", "Source: {}.", joined(sources, "; ")));
  lines.push_back(say(language, "Ngày đóng {0}. Dữ liệu luật {1}, rà soát gần nhất ngày {2}. ansinh.",
                      "Day of payment {0}. Law {1}, last verified on {2}. ansinh.",
                      printed(leaflet.request.paid_on, language), rules.book().digest(),
                      printed(LawBook::verified_on(), language)));
  return lines;
}

std::string alternative_of(const Leaflet& leaflet, Language language) {
  const LeafletRow& row = leaflet.rows[leaflet.chart_row];
  std::string text =
      say(language, "Mỗi tháng đóng {}. ", "{} paid a month. ", printed(row.payments.front().participant_share));
  for (std::size_t i = 0; i < leaflet_years.size(); ++i) {
    text += say(language, "Sau {0} năm: nữ {1}, nam {2}. ", "After {0} years: women {1}, men {2}. ", leaflet_years[i],
                printed(row.pension_women[i]), printed(row.pension_men[i]));
  }
  text.pop_back();
  return text;
}

}  // namespace

std::size_t LeafletTable::columns() const {
  std::size_t count = 0;
  for (const Heading& heading : headings) count += heading.columns();
  return count;
}

LeafletTexts leaflet_texts(const BenefitRules& rules, const Leaflet& leaflet, Language language) {
  LeafletTexts texts;
  texts.title = say(language, "Bảo hiểm xã hội tự nguyện: đóng bao nhiêu, hưởng bao nhiêu",
                    "Voluntary social insurance: what you pay, what it brings");
  texts.group = sentence(printed(rules.book(), leaflet.request.groups, language));
  texts.place = place_of(leaflet.request, language);
  texts.day = say(language, "Đóng ngày {}", "Paid on {}", printed(leaflet.request.paid_on, language));
  texts.warnings = warnings_of(leaflet, language);
  texts.shares = shares_of(leaflet, language);
  texts.pensions = pensions_of(leaflet, language);
  texts.chart_title = say(language, "Chọn thu nhập {0}: đóng {1} mỗi tháng, lương hưu mỗi tháng sau số năm đóng",
                          "Income of {0} chosen: {1} paid a month, the pension a month by years paid",
                          printed(leaflet.rows[leaflet.chart_row].income),
                          printed(leaflet.rows[leaflet.chart_row].payments.front().participant_share));
  texts.chart_alternative = alternative_of(leaflet, language);
  texts.foot = foot_of(rules, leaflet, language);
  return texts;
}

}  // namespace ansinh::report
