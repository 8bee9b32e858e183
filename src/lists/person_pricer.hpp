// Prices a row of a list whose rows are persons: what a form and the columns beside it say is made a request, priced,
// and compared with what the form states. `Data` is what the header settled (Batch::Data).
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "lists/cell.hpp"
#include "lists/d05_check.hpp"
#include "lists/d05_row.hpp"
#include "lists/d05_write.hpp"
#include "lists/fields.hpp"
#include "lists/support_rates.hpp"

namespace ansinh::lists {

// The texts of a listed row, which its owner must keep.
inline std::array<std::string_view*, 5> texts_of(ListedRow& row) {
  return {&row.number, &row.organisation, &row.collector, &row.collection_point, &row.commune};
}

template <class Data>
class PersonPricer {
 public:
  PersonPricer(const Data& data, Workspace& workspace) : data_{data}, book_{data.rules.book()}, workspace_{workspace} {}

  // Where the cells of every row will stand.
  void look_at(std::span<const std::string_view> cells) { cells_ = cells; }

  // False where the row is refused: then fault() and column() say why and where.
  bool price() {
    request_ = {};
    given_ = {};
    findings_.disagrees = false;
    if (data_.d05 != nullptr && is_split(*data_.d05, cells_)) return refuse_split();
    if (!read_request()) return false;
    column_ = data_.person.number + 1;
    if (!read_participant(number(), participant_, fault_)) return false;
    Stated stated;
    local_stated_ = false;
    if (data_.d05 != nullptr && !read_stated(*data_.d05, cells_, stated, fault_, column_)) return false;
    local_stated_ = stated.local();
    return assess_and_compare(stated);
  }

  [[nodiscard]] const Fault& fault() const { return fault_; }
  // Number of the cell at fault, from 1; 0 where it is none.
  [[nodiscard]] std::size_t column() const { return column_; }

  [[nodiscard]] const Request& request() const { return request_; }
  // The text that each field was read from.
  [[nodiscard]] const RequestCells& given() const { return given_; }
  [[nodiscard]] const Assessment& answer() const { return *result_; }
  [[nodiscard]] const Findings& findings() const { return findings_; }
  // Whether the form states local money, which no place explains.
  [[nodiscard]] bool local_without_place() const {
    const Place& place = request_.place;
    return local_stated_ && !place.province && !place.former_province && !place.locality;
  }
  [[nodiscard]] std::string_view number() const { return cell(data_.person.number); }

  [[nodiscard]] Person person() const {
    return {cell(data_.person.name),       number(),
            cell(data_.person.birth_date), cell(data_.person.result_form),
            cell(data_.person.kind),       cell(data_.person.note)};
  }

  // All but row and line.
  [[nodiscard]] ListedRow listed() const {
    const auto cell_or = [this](std::size_t column, std::string_view otherwise) {
      const std::string_view text = cell(column);
      return text.empty() ? otherwise : text;
    };
    const Assessment& a = answer();
    ListedRow row;
    row.participant = participant_;
    row.number_column = data_.person.number == no_column ? 0 : data_.person.number + 1;
    row.first_month = request_.first_month.value_or(request_.paid_on.month());
    row.kind = payment_kind(cell(data_.person.kind));
    row.group = state_rate(book_, request_.groups, request_.paid_on).group;
    row.contribution = a.contribution;
    row.central_support = a.central_support;
    row.local_top_up = a.local_top_up;
    row.other_support = a.other_support;
    row.participant_share = a.participant_share;
    row.number = number();
    row.organisation = cell_or(data_.person.organisation, data_.organisation);
    row.collector = cell_or(data_.person.collector, data_.collector);
    row.collection_point = cell_or(data_.person.collection_point, data_.collection_point);
    row.commune = cell_or(data_.person.commune, data_.commune);
    // A locality of five digits is a commune.
    if (const auto locality = given_[Field::locality]; row.commune.empty() && locality.size() == 5) {
      row.commune = locality;
    }
    return row;
  }

 private:
  // The cell of a column that the list may lack.
  [[nodiscard]] std::string_view cell(std::size_t column) const {
    return column < cells_.size() ? trimmed(cells_[column]) : std::string_view{};
  }

  bool refuse_split() {
    fault_ = {};
    fault_.field = Field::row;
    fault_.hint = Hint::split_row;
    column_ = data_.d05->name + 1;
    return false;
  }

  // A field's own column wins over what the form says; a default serves where neither says anything.
  bool read_request() {
    poor_by_rate_ = false;
    for (const auto& known : data_.list_fields) {
      std::string_view text = known.column ? cell(*known.column) : std::string_view{};
      column_ = known.column ? *known.column + 1 : 0;
      const std::size_t of_form = data_.d05 == nullptr ? no_column : data_.d05->column_of(known.field);
      if (text.empty() && of_form != no_column) {
        column_ = of_form + 1;
        if (!text_of(book_, *data_.d05, known.field, cells_, request_.paid_on, text, fault_)) return false;
        if (known.field == Field::groups) poor_by_rate_ = text == name_of_poor;
      }
      if (text.empty()) text = known.otherwise;
      if (text.empty()) {
        if (!required(known.field)) continue;
        fault_ = missing(known.field);
        return false;
      }
      if (!read_trimmed(book_, known.field, text, request_, fault_)) return false;
      given_[known.field] = text;
    }
    return true;
  }

  bool assess_and_compare(const Stated& stated) {
    result_ = assess(data_.rules, request_, workspace_);
    if (!result_.ok()) {
      fault_ = result_.fault();
      column_ = column_of(fault_.field);
      return false;
    }
    if (poor_by_rate_ && !local_fits(book_, stated, request_, *result_)) prefer_island(stated);
    column_ = 0;
    if (data_.strict) {
      if (const auto open = not_settled(request_, *result_)) {
        fault_ = *open;
        return false;
      }
    }
    if (data_.d05 != nullptr) compare(book_, stated, request_, *result_, findings_);
    return true;
  }

  // The rate of the poor is that of islanders too: if only they get what the list states of the place, that is meant.
  void prefer_island(const Stated& stated) {
    Request islander = request_;
    islander.groups = Group::island;
    const Result<Assessment> other = assess(data_.rules, islander, workspace_);
    if (!other.ok() || !local_fits(book_, stated, islander, *other)) return;
    request_ = islander;
    given_[Field::groups] = name_of_island;
    result_ = other;
  }

  // Of a request that is refused as a whole, the cell that the fault's field came from.
  [[nodiscard]] std::size_t column_of(Field field) const {
    for (const auto& known : data_.list_fields) {
      if (known.field != field) continue;
      if (known.column && !cell(*known.column).empty()) return *known.column + 1;
      if (data_.d05 != nullptr && data_.d05->column_of(field) != no_column) return data_.d05->column_of(field) + 1;
    }
    return 0;
  }

  static constexpr std::string_view name_of_poor = "poor", name_of_island = "island";

  const Data& data_;
  const LawBook& book_;
  Workspace& workspace_;
  std::span<const std::string_view> cells_;
  Request request_;
  RequestCells given_;
  ParticipantKey participant_ = 0;
  Result<Assessment> result_{std::in_place};
  Findings findings_;
  Fault fault_;
  std::size_t column_ = 0;
  bool local_stated_ = false;  // local money, by the form
  bool poor_by_rate_ = false;  // the group was read from a rate that is also that of islanders
};

}  // namespace ansinh::lists
