#include "report/table_cells.hpp"

#include <algorithm>
#include <variant>

#include "report/datum_text.hpp"
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh::report {
namespace {

// The ordinary terms that the law of the day has.
std::vector<Term> terms_of(const LawBook& book, Day day) {
  std::vector<Term> terms;
  const LawRow* row = book.on(Parameter::payment_terms, day);
  const TermSet* allowed = row != nullptr ? std::get_if<TermSet>(&row->value) : nullptr;
  for (const int months : {1, 3, 6, 12}) {
    const auto term = Term::months(months);
    if (term && allowed != nullptr && allowed->allows(*term)) terms.push_back(*term);
  }
  return terms;
}

std::vector<const LawRow*> sources_of(const LawBook& book, const IncomeBrackets& brackets, Day day) {
  std::vector<const LawRow*> rows{brackets.basis_row, brackets.floor_row, brackets.multiple_row, brackets.ceiling_row,
                                  brackets.step_row};
  for (const Parameter parameter :
       {Parameter::contribution_rate, Parameter::support_rate_poor, Parameter::support_rate_island,
        Parameter::support_rate_near_poor, Parameter::support_rate_ethnic_minority, Parameter::support_rate_other,
        Parameter::support_cap_months, Parameter::payment_terms}) {
    rows.push_back(book.on(parameter, day));
  }
  std::vector<const LawRow*> distinct;
  for (const LawRow* row : rows) {
    if (row == nullptr) continue;
    const bool cited = std::ranges::any_of(distinct, [&](const LawRow* earlier) {
      return earlier->citation == row->citation && earlier->standing == row->standing;
    });
    if (!cited) distinct.push_back(row);
  }
  return distinct;
}

void note_programmes(const LawBook& book, Table& table) {
  for (const Assessment& cell : table.cells) {
    for (const LayerAmount& layer : cell.layers()) {
      if (layer.programme >= book.programmes().size()) continue;
      const Programme* programme = &book.programmes()[layer.programme];
      if (std::ranges::find(table.local, programme) == table.local.end()) table.local.push_back(programme);
    }
  }
}

}  // namespace

Result<Table> make_table(const Rules& rules, const TableRequest& request) {
  const LawBook& book = rules.book();
  const auto brackets = income_brackets(book, request.paid_on);
  if (!brackets) return brackets.fault();
  Table table;
  table.request = request;
  table.brackets = *brackets;
  table.terms = terms_of(book, request.paid_on);
  table.sources = sources_of(book, *brackets, request.paid_on);
  table.cells.reserve(table.terms.size() * table.levels() * table_groups.size());
  for (const Term term : table.terms) {
    for (std::size_t level = 0; level < table.levels(); ++level) {
      for (const TableGroup& group : table_groups) {
        Request payment;
        payment.paid_on = request.paid_on;
        payment.place = request.place;
        payment.months_supported = request.months_supported;
        payment.term = term;
        payment.income = table.income(level);
        payment.groups = group.groups;
        const auto answer = assess(rules, payment);
        if (!answer) return answer.fault();
        table.cells.push_back(*answer);
      }
    }
  }
  note_programmes(book, table);
  return table;
}

std::vector<FlagOfColumns> flags_of(const Table& table) {
  std::vector<FlagOfColumns> found;
  for (const Flag flag : all_flags) {
    FlagOfColumns carried{flag, {}};
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      if (table.cells[i].flags.has(flag)) carried.columns[i % table_groups.size()] = true;
    }
    if (std::ranges::find(carried.columns, true) != carried.columns.end()) found.push_back(carried);
  }
  return found;
}

std::string_view table_title(Language language) {
  return Phrase{"BẢNG MỨC ĐÓNG BẢO HIỂM XÃ HỘI TỰ NGUYỆN", "VOLUNTARY SOCIAL INSURANCE: CONTRIBUTION TABLE"}.in(
      language);
}

std::string column_title(const LawBook& book, std::size_t group, Language language) {
  const GroupSet groups = table_groups[group].groups;
  return sentence(groups.empty() ? say(language, "đối tượng khác", "others") : printed(book, groups, language));
}

std::vector<std::string> table_head(const Rules& rules, const Table& table, Language language) {
  const TableRequest& request = table.request;
  std::vector<std::string> lines;
  lines.push_back(say(language, "Ngày đóng: {}.", "Day of payment: {}.", printed(request.paid_on, language)));
  lines.push_back(request.place == Place{}
                      ? say(language, "Không khai nơi cư trú, nên chưa tính hỗ trợ thêm của địa phương.",
                            "No place given, so no local top-up is counted.")
                      : say(language, "Nơi cư trú: {}.", "Place: {}.", place_text(request.place, language)));
  if (request.months_supported > 0) {
    lines.push_back(say(language, "Số tháng đã được Nhà nước hỗ trợ trước đó: {}.",
                        "Months of State support already received: {}.", request.months_supported));
  }
  if (table.levels() > 0) {
    lines.push_back(say(language, "Mức thu nhập từ {0} đến {1} một tháng, mỗi bậc {2}.",
                        "Incomes from {0} to {1} per month, in steps of {2}.", printed(table.income(0)),
                        printed(table.income(table.levels() - 1)), printed(table.brackets.step)));
  }
  for (const FlagOfColumns& carried : flags_of(table)) {
    std::vector<std::string> columns;
    for (std::size_t group = 0; group < table_groups.size(); ++group) {
      if (carried.columns[group]) columns.push_back(column_title(rules.book(), group, language));
    }
    const std::string flag{words(carried.flag, language)};
    lines.push_back(columns.size() == table_groups.size()
                        ? say(language, "Lưu ý: {}.", "Note: {}.", flag)
                        : say(language, "Lưu ý ({0}): {1}.", "Note ({0}): {1}.", joined(columns), flag));
  }
  return lines;
}

std::vector<std::string> table_foot(const Rules& rules, const Table& table, Language language) {
  std::vector<std::string> sources;
  for (const LawRow* row : table.sources) {
    const std::string standing = weak_standing(*row, language);
    sources.push_back(printed(row->citation, language) + (standing.empty() ? "" : " [" + standing + "]"));
  }
  for (const Programme* programme : table.local) {
    const std::string standing = weak_standing(*programme, language);
    sources.push_back(printed(programme->citation, language) + (standing.empty() ? "" : " [" + standing + "]"));
  }
  return {say(language, "Căn cứ: {}.", "Law: {}.", joined(sources, "; ")),
          say(language, "Dữ liệu luật {0}, rà soát gần nhất ngày {1}.", "Law {0}, last verified on {1}.",
              rules.book().digest(), printed(LawBook::verified_on(), language))};
}

std::optional<Money> common(const Table& table, std::size_t term, std::size_t group, Money Assessment::*amount) {
  if (table.levels() == 0) return std::nullopt;
  const Money first = table.cell(term, 0, group).*amount;
  for (std::size_t level = 1; level < table.levels(); ++level) {
    if (table.cell(term, level, group).*amount != first) return std::nullopt;
  }
  return first;
}

}  // namespace ansinh::report

namespace ansinh {

Result<std::string> contribution_table(const Rules& rules, const TableRequest& request, Format format,
                                       Language language) {
  const auto table = report::make_table(rules, request);
  if (!table) return table.fault();
  switch (format) {
    case Format::csv: return report::table_as_csv(rules, *table);
    case Format::html: return report::table_as_html(rules, *table, language);
    case Format::json: return report::table_as_json(rules, *table, language);
    case Format::text: break;
  }
  return report::table_as_text(rules, *table, language);
}

}  // namespace ansinh
