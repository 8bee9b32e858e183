#include "report/table_cells.hpp"

#include <algorithm>
#include <variant>

#include "report/datum_text.hpp"
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh::report {
namespace {

// The terms that the law of the day has and that can be priced.
void set_terms(const LawBook& book, Table& table) {
  const Day day = table.request.paid_on;
  const LawRow* row = book.on(Parameter::payment_terms, day);
  const TermSet* allowed = row != nullptr ? std::get_if<TermSet>(&row->value) : nullptr;
  if (allowed == nullptr) return;
  for (const int months : {1, 3, 6, 12}) {
    const auto term = Term::months(months);
    if (term && allowed->allows(*term)) table.terms.push_back(*term);
  }
  if (!allowed->has(TermSet::years_ahead)) return;
  if (!table.request.fund_return_rate) {
    table.fund_return = book.on(Parameter::fund_return_rate, day);
    if (table.fund_return == nullptr) {
      table.years_ahead_left_out = Table::LeftOut::no_return_known;
      return;
    }
  }
  for (const int years : {2, 3, 4, 5}) {
    if (const auto term = Term::years_ahead(years)) table.terms.push_back(*term);
  }
}

std::vector<const LawRow*> sources_of(const LawBook& book, const Table& table) {
  const IncomeBrackets& brackets = table.brackets;
  const Day day = table.request.paid_on;
  std::vector<const LawRow*> rows{brackets.basis_row, brackets.floor_row, brackets.multiple_row, brackets.ceiling_row,
                                  brackets.step_row};
  for (const Parameter parameter :
       {Parameter::contribution_rate, Parameter::support_rate_poor, Parameter::support_rate_island,
        Parameter::support_rate_near_poor, Parameter::support_rate_ethnic_minority, Parameter::support_rate_other,
        Parameter::support_cap_months, Parameter::payment_terms}) {
    rows.push_back(book.on(parameter, day));
  }
  rows.push_back(table.fund_return);
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

// Takes years ahead off a table that is to hold only what is settled, where any of their cells is not.
void leave_out_unsettled(Table& table) {
  const auto ahead = std::ranges::find(table.terms, Term::Kind::years_ahead, &Term::kind);
  const auto first = static_cast<std::ptrdiff_t>(static_cast<std::size_t>(ahead - table.terms.begin()) *
                                                 table.levels() * table_groups.size());
  const bool settled = std::all_of(table.cells.begin() + first, table.cells.end(), [](const Assessment& cell) {
    return !cell.flags.has(Flag::unsettled) && !cell.flags.has(Flag::local_unknown);
  });
  if (settled) return;
  table.cells.erase(table.cells.begin() + first, table.cells.end());
  table.terms.erase(ahead, table.terms.end());
  table.fund_return = nullptr;
  table.years_ahead_left_out = Table::LeftOut::not_settled;
}

}  // namespace

Result<Table> make_table(const Rules& rules, const TableRequest& request) {
  const LawBook& book = rules.book();
  const auto brackets = income_brackets(book, request.paid_on);
  if (!brackets) return brackets.fault();
  Table table;
  table.request = request;
  table.brackets = *brackets;
  set_terms(book, table);
  table.cells.reserve(table.terms.size() * table.levels() * table_groups.size());
  Workspace workspace;
  for (const Term term : table.terms) {
    for (std::size_t level = 0; level < table.levels(); ++level) {
      for (const TableGroup& group : table_groups) {
        Request payment;
        payment.paid_on = request.paid_on;
        payment.place = request.place;
        payment.months_supported = request.months_supported;
        payment.fund_return_rate = request.fund_return_rate;
        payment.term = term;
        payment.income = table.income(level);
        payment.groups = group.groups;
        const auto answer = assess(rules, payment, workspace);
        if (!answer) return answer.fault();
        table.cells.push_back(*answer);
      }
    }
  }
  if (request.settled_only) leave_out_unsettled(table);
  table.sources = sources_of(book, table);
  note_programmes(book, table);
  return table;
}

std::vector<FlagOfColumns> flags_of(const Table& table, Term::Kind kind) {
  std::vector<FlagOfColumns> found;
  const std::size_t cells_of_term = table.levels() * table_groups.size();
  for (const Flag flag : all_flags) {
    FlagOfColumns carried{flag, {}};
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      if (table.terms[i / cells_of_term].kind() == kind && table.cells[i].flags.has(flag)) {
        carried.columns[i % table_groups.size()] = true;
      }
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

namespace {

// "Note (years ahead; near-poor household): ..."; `of` and the columns are left out where they are all.
std::string flag_line(const LawBook& book, const FlagOfColumns& carried, const std::string& of, Language language) {
  std::vector<std::string> columns;
  for (std::size_t group = 0; group < table_groups.size(); ++group) {
    if (carried.columns[group]) columns.push_back(column_title(book, group, language));
  }
  std::vector<std::string> where;
  if (!of.empty()) where.push_back(of);
  if (columns.size() != table_groups.size()) where.push_back(joined(columns));
  const std::string flag{words(carried.flag, language)};
  return where.empty() ? say(language, "Lưu ý: {}.", "Note: {}.", flag)
                       : say(language, "Lưu ý ({0}): {1}.", "Note ({0}): {1}.", joined(where, "; "), flag);
}

void add_return(const Table& table, Language language, std::vector<std::string>& lines) {
  if (table.years_ahead_left_out == Table::LeftOut::not_settled) {
    lines.push_back(say(language, "Bỏ qua bảng đóng cho nhiều năm về sau vì kết quả chưa chắc chắn.",
                        "Years ahead are left out, since they are not settled."));
  } else if (table.years_ahead_left_out == Table::LeftOut::no_return_known) {
    lines.push_back(say(language,
                        "Chưa có bảng đóng cho nhiều năm về sau: lãi suất đầu tư của quỹ (r) áp dụng cho ngày đóng này "
                        "chưa được công bố và không được khai.",
                        "Years ahead are left out: the fund's return (r) for this day of payment is not published and "
                        "was not given."));
  } else if (table.request.fund_return_rate) {
    lines.push_back(say(language, "Đóng cho nhiều năm về sau tính theo r = {} một tháng, do người dùng khai.",
                        "Years ahead by r = {} per month, given by the caller.",
                        printed(*table.request.fund_return_rate, language)));
  } else if (table.fund_return != nullptr) {
    lines.push_back(say(language, "Đóng cho nhiều năm về sau tính theo r = {0} một tháng ({1}).",
                        "Years ahead by r = {0} per month ({1}).", value_text(*table.fund_return, language),
                        citation_and_standing(*table.fund_return, language)));
  }
}

}  // namespace

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
  add_return(table, language, lines);
  const auto ordinary = flags_of(table, Term::Kind::months);
  for (const FlagOfColumns& carried : ordinary) lines.push_back(flag_line(rules.book(), carried, {}, language));
  for (const FlagOfColumns& carried : flags_of(table, Term::Kind::years_ahead)) {
    if (std::ranges::find(ordinary, carried) != ordinary.end()) continue;
    lines.push_back(
        flag_line(rules.book(), carried, say(language, "đóng cho nhiều năm về sau", "years ahead"), language));
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
    case Format::svg:
    case Format::text: break;
  }
  return report::table_as_text(rules, *table, language);
}

}  // namespace ansinh
