#include "ansinh/columns.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "assess/column_arithmetic.hpp"
#include "assess/column_checks.hpp"
#include "assess/column_kernels.hpp"
#include "assess/column_run.hpp"
#include "assess/column_store.hpp"
#include "assess/column_tables.hpp"
#include "assess/one_row.hpp"
#include "assess/small_tables.hpp"
#include "assess/workspace_data.hpp"

namespace ansinh {
namespace {

constexpr std::uint8_t years_ahead_code = 20;
constexpr std::uint8_t late_code = 30;
constexpr std::uint8_t missing_months_code = 100;

// A block of a column as the tables need it: of the column itself, or where the block is not whole, of a copy of it;
// or, where the column is absent, of the value of every row.
template <class T>
class InputBlock {
 public:
  InputBlock(std::span<const T> column, T otherwise) : column_{column} { held_.fill(otherwise); }

  const T* at(std::size_t first, std::size_t rows) {
    if (column_.empty()) return held_.data();
    if (rows == column_block) return column_.data() + first;
    std::copy_n(column_.data() + first, rows, held_.data());
    return held_.data();
  }

 private:
  std::span<const T> column_;
  alignas(64) std::array<T, column_block> held_;
};

constexpr std::uint32_t not_payable = 0xffff'ffff;

// The largest return of the fund that a request may hold: check_fund_return_rate, which a test holds this to.
constexpr std::int32_t most_return_billionths = 50'000'000;

template <class Amount>
class Run {
 public:
  Run(const ColumnRules::Tables& tables, const ColumnsIn<Amount>& in, const ColumnsOut<Amount>& out,
      const ColumnTallies& tallies, Workspace& workspace, const ColumnTarget& target)
      : tables_{tables},
        in_{in},
        out_{out},
        tallies_{tallies},
        arithmetic_of_rows_{cache_of(workspace)},
        target_{target},
        otherwise_place_{place_otherwise()},
        paid_on_{in.paid_on, day_otherwise()},
        groups_{in.groups, in.otherwise.groups.bits()},
        place_{in.place, otherwise_place_.value_or(0)},
        term_{in.term, term_code(in.otherwise.term)},
        used_{in.months_supported, used_otherwise()} {
    wants_.flags = !out.flags.empty();
    wants_.supported_months = !out.supported_months.empty();
    wants_.sources = !out.province_top_up.empty() || !out.locality_top_up.empty() || !tallies.tallies.empty();
    const Request& otherwise = in.otherwise;
    every_row_is_the_kernels_ = (in.paid_on.empty() && day_otherwise() == no_day) ||
                                (in.place.empty() && !otherwise_place_) ||
                                (in.months_supported.empty() && used_otherwise() == no_months) ||
                                (in.first_month.empty() && otherwise.first_month.has_value()) ||
                                (in.local_months_used.empty() && otherwise.local_months_used.has_value()) ||
                                (in.fund_return_rate.empty() && otherwise.fund_return_rate &&
                                 check_fund_return_rate(*otherwise.fund_return_rate)) ||
                                (in.other_support.empty() && otherwise.other_support != Money{});
    constexpr std::size_t beyond_caches = std::size_t{16} << 20U;
    past_caches_ = output_bytes() > beyond_caches;
  }

  void all() {
    for (std::size_t first = 0; first < in_.income.size(); first += column_block) {
      block(first, std::min(column_block, in_.income.size() - first));
    }
    stores_done();
  }

 private:
  static constexpr std::uint16_t no_day = 0xffff;
  static constexpr std::uint8_t no_months = 0xff;

  [[nodiscard]] std::uint16_t day_otherwise() const {
    const std::int32_t days = in_.otherwise.paid_on.number() - first_law_day.number();
    return 0 <= days && days < no_day ? static_cast<std::uint16_t>(days) : no_day;
  }
  [[nodiscard]] std::uint8_t used_otherwise() const {
    const int used = in_.otherwise.months_supported;
    return 0 <= used && used < no_months ? static_cast<std::uint8_t>(used) : no_months;
  }
  // None: no handle stands for it.
  [[nodiscard]] std::optional<std::uint16_t> place_otherwise() const {
    const auto handle = place_handle(tables_, in_.otherwise.place);
    return handle.ok() ? std::optional{*handle} : std::nullopt;
  }

  [[nodiscard]] std::size_t output_bytes() const {
    return out_.contribution.size_bytes() + out_.central_support.size_bytes() + out_.local_top_up.size_bytes() +
           out_.province_top_up.size_bytes() + out_.locality_top_up.size_bytes() + out_.other_support.size_bytes() +
           out_.participant_share.size_bytes() + out_.months.size_bytes() + out_.supported_months.size_bytes() +
           out_.flags.size_bytes() + out_.status.size_bytes();
  }

  void block(std::size_t first, std::size_t rows) {
    const ColumnSums sums{tables_.rate, tables_.by_months ? tables_.sums.data() : nullptr};
    block_.term = term_.at(first, rows);
    block_.used = used_.at(first, rows);
    take_income(first, rows);
    const ColumnCodes codes{paid_on_.at(first, rows), place_.at(first, rows), groups_.at(first, rows),
                            tables_.small != nullptr ? tables_.small->ids.data() : nullptr};
    if (target_.run_small != nullptr && tables_.small != nullptr && !every_row_is_the_kernels_) {
      target_.run_small(block_, codes, *tables_.small, sums, wants_);
      for_special_rows(first, rows, [this](std::size_t i) {
        block_.contribution[i] = block_.central_support[i] = block_.local_top_up[i] = block_.participant_share[i] = 0;
        block_.supported_months[i] = 0;
        block_.kernel[i] = ~0U;
      });
    } else {
      look_up(codes);
      if (every_row_is_the_kernels_) std::ranges::fill(block_.entries, ColumnEntry{});
      for_special_rows(first, rows, [this](std::size_t i) { block_.entries[i] = ColumnEntry{}; });
      target_.run(block_, sums, wants_);
      if (wants_.flags) {
        for (std::size_t i = 0; i < column_block; ++i) {
          block_.flags[i] = static_cast<std::uint8_t>(block_.entries[i].local >> 24U & 63U);
        }
      }
    }
    for (std::size_t i = rows; i < column_block; ++i) block_.kernel[i] = 0;
    widen();
    std::ranges::fill(status_, std::uint8_t{0});
    if (!out_.months.empty()) std::copy_n(block_.term, column_block, months_);
    add_to_tallies(first, rows);
    further_.clear();
    constexpr std::size_t at_once = 16;
    for (std::size_t i = 0; i < column_block; i += at_once) {
      std::uint32_t any = 0;
      for (std::size_t j = i; j < i + at_once; ++j) any |= block_.kernel[j];
      if (any == 0) [[likely]]
        continue;
      for (std::size_t j = i; j < i + at_once; ++j) {
        if (block_.kernel[j] != 0) by_kernel(first, j);
      }
    }
    store(first, rows);
  }

  [[nodiscard]] const ColumnEntry& entry_of(std::uint16_t day, std::uint16_t place, std::uint16_t groups) const {
    return tables_.entries[tables_.by_day[day] + tables_.by_place[place] + tables_.by_groups[groups]];
  }

  void look_up(const ColumnCodes& codes) {
    const std::uint32_t* const by_day = tables_.by_day.data();
    const std::uint32_t* const by_place = tables_.by_place.data();
    const std::uint32_t* const by_groups = tables_.by_groups.data();
    const ColumnEntry* const entries = tables_.entries.data();
    for (std::size_t i = 0; i < column_block; ++i) {
      block_.entries[i] = entries[by_day[codes.paid_on[i]] + by_place[codes.place[i]] + by_groups[codes.groups[i]]];
    }
  }

  void take_income(std::size_t first, std::size_t rows) {
    if constexpr (sizeof(Amount) == sizeof(std::uint32_t)) {
      // A negative one is above every payable one.
      if (rows == column_block) {
        block_.income = reinterpret_cast<const std::uint32_t*>(in_.income.data() + first);
        return;
      }
    }
    for (std::size_t i = 0; i < rows; ++i) {
      const auto income = static_cast<std::uint64_t>(in_.income[first + i]);
      income_[i] = income < not_payable ? static_cast<std::uint32_t>(income) : not_payable;
    }
    std::fill(income_ + rows, income_ + column_block, not_payable);
    block_.income = income_;
  }

  // Rows with something that an entry knows nothing of.
  template <class Leave>
  void for_special_rows(std::size_t first, std::size_t rows, Leave leave) {
    const auto unless = [&](auto column, auto usual) {
      if (column.empty()) return;
      for (std::size_t i = 0; i < rows; ++i) {
        if (!usual(column[first + i])) leave(i);
      }
    };
    // The fund's return and the edition of the support are without effect in ordinary terms, and an entry speaks of no
    // others; so they only have to be what a request may hold.
    unless(in_.first_month, [](std::uint16_t month) { return month == no_first_month; });
    unless(in_.local_months_used, [](std::uint16_t months) { return months == no_local_months_used; });
    unless(in_.fund_return_rate, [](std::int32_t rate) {
      return rate == no_fund_return_rate || (0 <= rate && rate <= most_return_billionths);
    });
    unless(in_.other_support, [](Amount amount) { return amount == 0; });
    unless(in_.th_support, [](std::uint8_t edition) { return edition <= 1 || edition == no_th_support; });
  }

  // Whether the row says something that an entry knows nothing of.
  [[nodiscard]] bool is_special(std::size_t row) const {
    const auto says = [row](auto column, auto nothing) { return !column.empty() && column[row] != nothing; };
    return every_row_is_the_kernels_ || says(in_.first_month, no_first_month) ||
           says(in_.local_months_used, no_local_months_used) || says(in_.fund_return_rate, no_fund_return_rate) ||
           says(in_.other_support, Amount{0}) || says(in_.th_support, no_th_support);
  }

  // The request of a row; empty where a code is none.
  [[nodiscard]] std::optional<Request> request(std::size_t row) const {
    Request request = in_.otherwise;
    request.income = Money{in_.income[row]};
    bool good = true;
    const auto take = [&](auto column, auto&& read) {
      if (!column.empty()) good = read(column[row]) && good;
    };
    take(in_.paid_on, [&](std::uint16_t days) {
      request.paid_on = *Day::from_number(first_law_day.number() + days);
      return true;
    });
    take(in_.groups, [&](std::uint16_t bits) {
      request.groups = GroupSet::from_bits(bits);
      return true;
    });
    take(in_.place, [&](std::uint16_t handle) {
      if (tables_.places.size() <= handle) return false;
      request.place = tables_.places[handle];
      return true;
    });
    take(in_.term, [&](std::uint8_t code) {
      const auto term = term_from_code(code);
      request.term = term.value_or(Term{});
      return term.has_value();
    });
    take(in_.months_supported, [&](std::uint8_t months) {
      request.months_supported = months;
      return true;
    });
    take(in_.first_month, [&](std::uint16_t month) {
      request.first_month.reset();
      if (month != no_first_month) request.first_month = first_law_day.month() + int{month};
      return true;
    });
    take(in_.local_months_used, [&](std::uint16_t months) {
      request.local_months_used.reset();
      if (months != no_local_months_used) request.local_months_used = months;
      return true;
    });
    take(in_.fund_return_rate, [&](std::int32_t billionths) {
      request.fund_return_rate.reset();
      if (billionths == no_fund_return_rate) return true;
      request.fund_return_rate = Rate::from_decimal(std::int64_t{billionths}, 9);
      return request.fund_return_rate.has_value();
    });
    take(in_.other_support, [&](Amount amount) {
      request.other_support = Money{amount};
      return true;
    });
    take(in_.th_support, [&](std::uint8_t edition) {
      request.th_support.reset();
      if (edition != no_th_support) request.th_support = static_cast<ThSupport>(edition);
      return edition <= 1 || edition == no_th_support;
    });
    return good ? std::optional{request} : std::nullopt;
  }

  // Why the income of a row is refused of which the entry knows everything else; empty where that is not so.
  [[nodiscard]] std::optional<Errc> refused_income(std::size_t first, std::size_t i) const {
    const std::size_t row = first + i;
    if (is_special(row)) return std::nullopt;
    const auto code = [row](auto column, auto otherwise) { return column.empty() ? otherwise : column[row]; };
    const ColumnEntry& entry =
        entry_of(code(in_.paid_on, day_otherwise()), code(in_.place, otherwise_place_.value_or(0)),
                 code(in_.groups, in_.otherwise.groups.bits()));
    const unsigned months = block_.term[i];
    const Money income{in_.income[first + i]};
    if (entry.incomes == 0 || months > 12 || (ordinary_terms >> months & 1U) == 0 || block_.used[i] > 120 ||
        !within_form(income)) {
      return std::nullopt;
    }
    const std::int64_t above = income.dong() - std::int64_t{entry.floor};
    if (above < 0) return Errc::income_below_floor;
    if (std::int64_t{entry.incomes} <= above) return Errc::income_above_ceiling;
    const bool required = (entry.local >> ColumnEntry::step_required_bit & 1U) != 0;
    return required && above % column_step != 0 ? std::optional{Errc::income_off_step} : std::nullopt;
  }

  void by_kernel(std::size_t first, std::size_t i) {
    Errc status = Errc::invalid_argument;
    Assessment answer;
    if (const auto refused = refused_income(first, i)) {
      status = *refused;
    } else if (const auto asked = request(first + i)) {
      status = assess_row(tables_.rules.data(), arithmetic_of_rows_, *asked, answer);
      // No part is larger.
      if (answer.contribution.dong() > std::numeric_limits<Amount>::max()) {
        status = Errc::does_not_fit;
        answer = {};
      }
    }
    put(i, status, answer);
    if (!tallies_.tallies.empty()) tally_of(first + i).add(status, answer);
  }

  [[nodiscard]] Tally& tally_of(std::size_t row) const {
    return tallies_.tallies[tallies_.keys.empty() ? 0 : tallies_.keys[row]];
  }

  void put(std::size_t i, Errc status, const Assessment& answer) {
    status_[i] = static_cast<std::uint8_t>(status);
    contribution_()[i] = static_cast<Amount>(answer.contribution.dong());
    central_()[i] = static_cast<Amount>(answer.central_support.dong());
    local_()[i] = static_cast<Amount>(answer.local_top_up.dong());
    share_()[i] = static_cast<Amount>(answer.participant_share.dong());
    block_.flags[i] = static_cast<std::uint8_t>(answer.flags.bits());
    months_[i] = static_cast<std::uint8_t>(answer.months);
    block_.supported_months[i] = static_cast<std::uint8_t>(answer.supported_months);
    further_.put(i, answer);
  }

  // The amounts that an entry speaks of, as the caller's columns hold them.
  void widen() {
    if constexpr (sizeof(Amount) != sizeof(std::uint32_t)) {
      std::ranges::copy(block_.contribution, wide_[0]);
      std::ranges::copy(block_.central_support, wide_[1]);
      std::ranges::copy(block_.local_top_up, wide_[2]);
      std::ranges::copy(block_.participant_share, wide_[3]);
    }
  }
  [[nodiscard]] Amount* amounts(ColumnBlock::Of<std::uint32_t>& narrow, std::size_t which) {
    if constexpr (sizeof(Amount) == sizeof(std::uint32_t)) {
      return reinterpret_cast<Amount*>(narrow);
    } else {
      return wide_[which];
    }
  }
  [[nodiscard]] Amount* contribution_() { return amounts(block_.contribution, 0); }
  [[nodiscard]] Amount* central_() { return amounts(block_.central_support, 1); }
  [[nodiscard]] Amount* local_() { return amounts(block_.local_top_up, 2); }
  [[nodiscard]] Amount* share_() { return amounts(block_.participant_share, 3); }

  // Of the rows that the entries speak for; the amounts of others are still 0. All their local money is the budget's in
  // the first layer.
  void add_to_tallies(std::size_t first, std::size_t rows) {
    if (tallies_.tallies.empty()) return;
    if (!tallies_.keys.empty()) {
      for (std::size_t i = 0; i < rows; ++i) {
        if (block_.kernel[i] != 0) continue;
        add(tally_of(first + i), 1, block_.contribution[i], block_.central_support[i], block_.local_top_up[i],
            block_.participant_share[i]);
      }
      return;
    }
    const auto sum = [](const ColumnBlock::Of<std::uint32_t>& amounts) {
      std::uint64_t all = 0;
      for (const std::uint32_t amount : amounts) all += amount;
      return all;
    };
    std::uint64_t kernels = 0;
    for (std::size_t i = 0; i < rows; ++i) kernels += block_.kernel[i] & 1U;
    add(tallies_.tallies.front(), rows - kernels, sum(block_.contribution), sum(block_.central_support),
        sum(block_.local_top_up), sum(block_.participant_share));
  }
  static void add(Tally& tally, std::uint64_t rows, std::uint64_t contribution, std::uint64_t central,
                  std::uint64_t local, std::uint64_t share) {
    tally.rows += rows;
    tally.by_status[Tally::index(Errc::ok)] += rows;
    tally.contribution += contribution;
    tally.central_support += central;
    tally.local_top_up += local;
    tally.province_top_up += local;
    tally.participant_share += share;
    tally.by_source[static_cast<std::size_t>(SourceOfMoney::budget)] += local;
  }

  void store(std::size_t first, std::size_t rows) {
    const auto put = [&](auto column, const auto* from) {
      if (!column.empty()) store_block(column.data() + first, from, rows * sizeof column[0], past_caches_);
    };
    put(out_.contribution, contribution_());
    put(out_.central_support, central_());
    put(out_.local_top_up, local_());
    put(out_.participant_share, share_());
    if (!out_.province_top_up.empty()) {
      // An entry speaks of none but the first layer's then.
      std::copy_n(local_(), column_block, further_.column.begin());
      further_.lay_over(&Further::Row::province);
      put(out_.province_top_up, further_.column.data());
    }
    if (!out_.locality_top_up.empty()) {
      further_.column.fill(0);
      further_.lay_over(&Further::Row::locality);
      put(out_.locality_top_up, further_.column.data());
    }
    if (!out_.other_support.empty()) {
      further_.column.fill(0);
      further_.lay_over(&Further::Row::other);
      put(out_.other_support, further_.column.data());
    }
    put(out_.months, months_);
    put(out_.supported_months, block_.supported_months);
    put(out_.flags, block_.flags);
    put(out_.status, status_);
  }

  // What the kernel said of the amounts that no entry speaks of.
  struct Further {
    struct Row {
      std::size_t i;
      Amount province, locality, other;
    };
    std::array<Row, column_block> rows;
    std::size_t count = 0;
    alignas(64) std::array<Amount, column_block> column;

    void clear() { count = 0; }
    void put(std::size_t i, const Assessment& answer) {
      rows[count++] = {i, static_cast<Amount>(answer.province_top_up.dong()),
                       static_cast<Amount>(answer.locality_top_up.dong()),
                       static_cast<Amount>(answer.other_support.dong())};
    }
    // Over the column as it stands.
    void lay_over(Amount Row::*part) {
      for (const Row& row : std::span{rows}.first(count)) column[row.i] = row.*part;
    }
  };

  const ColumnRules::Tables& tables_;
  const ColumnsIn<Amount>& in_;
  const ColumnsOut<Amount>& out_;
  const ColumnTallies& tallies_;
  FastArithmetic arithmetic_of_rows_;
  const ColumnTarget& target_;
  std::optional<std::uint16_t> otherwise_place_;
  InputBlock<std::uint16_t> paid_on_;
  InputBlock<std::uint16_t> groups_;
  InputBlock<std::uint16_t> place_;
  InputBlock<std::uint8_t> term_;
  InputBlock<std::uint8_t> used_;
  ColumnWants wants_;
  bool every_row_is_the_kernels_ = false;
  bool past_caches_ = false;

  ColumnBlock block_;
  alignas(64) ColumnBlock::Of<std::uint32_t> income_;
  alignas(64) ColumnBlock::Of<std::int64_t> wide_[4];
  alignas(64) ColumnBlock::Of<std::uint8_t> months_;
  alignas(64) ColumnBlock::Of<std::uint8_t> status_;
  Further further_;
};

}  // namespace

std::uint8_t term_code(Term term) {
  const auto n = static_cast<std::uint8_t>(term.n());
  switch (term.kind()) {
    case Term::Kind::months: return n;
    case Term::Kind::years_ahead: return static_cast<std::uint8_t>(years_ahead_code + n);
    case Term::Kind::late: return static_cast<std::uint8_t>(late_code + n);
    case Term::Kind::missing_months: return static_cast<std::uint8_t>(missing_months_code + n);
  }
  return 0;
}

std::optional<Term> term_from_code(std::uint8_t code) {
  if (code > missing_months_code) return Term::missing_months(code - missing_months_code);
  if (code > late_code) return Term::late(code - late_code);
  if (code > years_ahead_code) return Term::years_ahead(code - years_ahead_code);
  return Term::months(code);
}

template <class Amount>
std::optional<ColumnsFault> assess_columns(const ColumnRules& rules, const ColumnsIn<Amount>& in,
                                           const ColumnsOut<Amount>& out, const ColumnTallies& tallies,
                                           Workspace& workspace, const ColumnTarget& target) noexcept {
  if (const auto fault = check_columns(rules.tables(), in, out, tallies)) return fault;
  Run<Amount>{rules.tables(), in, out, tallies, workspace, target}.all();
  return std::nullopt;
}

template std::optional<ColumnsFault> assess_columns(const ColumnRules&, const ColumnsIn<std::int32_t>&,
                                                    const ColumnsOut<std::int32_t>&, const ColumnTallies&, Workspace&,
                                                    const ColumnTarget&) noexcept;
template std::optional<ColumnsFault> assess_columns(const ColumnRules&, const ColumnsIn<std::int64_t>&,
                                                    const ColumnsOut<std::int64_t>&, const ColumnTallies&, Workspace&,
                                                    const ColumnTarget&) noexcept;

std::optional<ColumnsFault> assess(const ColumnRules& rules, const ColumnsIn<std::int32_t>& in,
                                   const ColumnsOut<std::int32_t>& out, const ColumnTallies& tallies,
                                   Workspace& workspace) noexcept {
  return assess_columns(rules, in, out, tallies, workspace, column_targets().front());
}
std::optional<ColumnsFault> assess(const ColumnRules& rules, const ColumnsIn<std::int64_t>& in,
                                   const ColumnsOut<std::int64_t>& out, const ColumnTallies& tallies,
                                   Workspace& workspace) noexcept {
  return assess_columns(rules, in, out, tallies, workspace, column_targets().front());
}

}  // namespace ansinh
