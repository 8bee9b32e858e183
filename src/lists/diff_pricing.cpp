// Rows under two laws, in columns; what columns cannot say is priced alone.
#include "lists/diff_pricing.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace ansinh {
namespace {

constexpr std::int64_t most_amount = std::numeric_limits<std::int32_t>::max();
constexpr Day last_coded_day{2187, 6, 6};
constexpr Month last_coded_month{7469, 3};

std::int32_t billionths_of(Rate rate) {
  std::int64_t value = rate.digits();
  for (int i = rate.decimals(); i < Rate::max_decimals; ++i) value *= 10;
  return static_cast<std::int32_t>(value);
}

DiffSide side_of(const Assessment& a) {
  DiffSide side;
  side.contribution = a.contribution.dong();
  side.central_support = a.central_support.dong();
  side.local_top_up = a.local_top_up.dong();
  side.province_top_up = a.province_top_up.dong();
  side.locality_top_up = a.locality_top_up.dong();
  side.other_support = a.other_support.dong();
  side.participant_share = a.participant_share.dong();
  side.months = a.months;
  side.supported_months = a.supported_months;
  side.flags = a.flags;
  return side;
}

bool same_amounts(const DiffSide& a, const DiffSide& b) {
  return a.contribution == b.contribution && a.central_support == b.central_support &&
         a.local_top_up == b.local_top_up && a.province_top_up == b.province_top_up &&
         a.locality_top_up == b.locality_top_up && a.other_support == b.other_support &&
         a.participant_share == b.participant_share && a.months == b.months && a.supported_months == b.supported_months;
}

}  // namespace

GroupSet Diff::Plan::Side::groups(GroupSet held) const {
  unsigned bits = 0;
  for (std::size_t bit = 0; bit < group_of.size(); ++bit) {
    if ((held.bits() >> bit & 1U) != 0) bits |= group_of[bit];
  }
  return GroupSet::from_bits(static_cast<std::uint16_t>(bits));
}

Diff::Pricing::Pricing(std::shared_ptr<const Plan> plan)
    : plan_{std::move(plan)},
      places_{lists::PlaceHandles{plan_->sides[0].columns}, lists::PlaceHandles{plan_->sides[1].columns}} {}

void Diff::Pricing::price(std::span<const Request> rows) {
  rows_ = rows;
  alone_.clear();
  fill();
  price(0);
  price(1);
  Columns& c = *columns_;
  const auto too_large = static_cast<std::uint8_t>(Errc::does_not_fit);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (c.alone[i] != 0 || c.sides[0].status[i] == too_large || c.sides[1].status[i] == too_large) price_alone(i);
  }
}

bool Diff::Pricing::fits(const Request& request) const {
  return request.income.dong() >= 0 && request.income.dong() <= most_amount && request.other_support.dong() >= 0 &&
         request.other_support.dong() <= most_amount && request.paid_on >= first_law_day &&
         request.paid_on <= last_coded_day && request.months_supported >= 0 && request.months_supported <= 0xff &&
         (!request.first_month ||
          (*request.first_month >= first_law_day.month() && *request.first_month <= last_coded_month)) &&
         (!request.local_months_used ||
          (*request.local_months_used >= 0 && *request.local_months_used < no_local_months_used));
}

void Diff::Pricing::fill() {
  Columns& c = *columns_;
  first_months_ = used_ = returns_ = others_ = th_supports_ = terms_ = false;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Request& request = rows_[i];
    bool alone = !fits(request);
    for (std::size_t law = 0; law < 2; ++law) {
      const auto handle = places_[law].of(request.place);
      alone = alone || !handle;
      c.sides[law].place[i] = handle.value_or(0);
      const Plan::Side& side = plan_->sides[law];
      const unsigned held = request.groups.bits();
      const bool shared = (held & ~static_cast<unsigned>(plan_->shared_groups)) == 0;
      const GroupSet groups = shared ? request.groups : side.groups(request.groups);
      c.sides[law].groups[i] = groups.bits();
      bool left_out = false;
      if (!shared) {
        for (std::size_t bit = 0; bit < side.group_of.size(); ++bit) {
          left_out = left_out || ((held >> bit & 1U) != 0 && side.group_of[bit] == 0);
        }
      }
      left_out_[law][i] = left_out ? 1 : 0;
    }
    c.alone[i] = alone ? 1 : 0;
    c.income[i] = alone ? 0 : static_cast<std::int32_t>(request.income.dong());
    c.paid_on[i] = alone ? 0 : day_code(request.paid_on);
    c.term[i] = term_code(request.term);
    c.months_supported[i] = alone ? 0 : static_cast<std::uint8_t>(request.months_supported);
    c.other_in[i] = alone ? 0 : static_cast<std::int32_t>(request.other_support.dong());
    c.first_month[i] = request.first_month && !alone ? month_code(*request.first_month) : no_first_month;
    c.local_months_used[i] = request.local_months_used && !alone
                                 ? static_cast<std::uint16_t>(*request.local_months_used)
                                 : no_local_months_used;
    c.fund_return_rate[i] = request.fund_return_rate ? billionths_of(*request.fund_return_rate) : no_fund_return_rate;
    c.th_support[i] = request.th_support ? static_cast<std::uint8_t>(*request.th_support) : no_th_support;
    terms_ = terms_ || request.term != Term{};
    others_ = others_ || c.other_in[i] != 0;
    first_months_ = first_months_ || request.first_month.has_value();
    used_ = used_ || request.local_months_used.has_value();
    returns_ = returns_ || request.fund_return_rate.has_value();
    th_supports_ = th_supports_ || request.th_support.has_value();
  }
}

ColumnsIn<std::int32_t> Diff::Pricing::columns_in(std::size_t law) const {
  const Columns& c = *columns_;
  const std::size_t n = rows_.size();
  const auto in = [n](const auto& column, bool wanted = true) { return std::span{column.data(), wanted ? n : 0}; };
  return {.income = in(c.income),
          .paid_on = in(c.paid_on),
          .groups = in(c.sides[law].groups),
          .place = in(c.sides[law].place),
          .term = in(c.term, terms_),
          .months_supported = in(c.months_supported),
          .first_month = in(c.first_month, first_months_),
          .local_months_used = in(c.local_months_used, used_),
          .fund_return_rate = in(c.fund_return_rate, returns_),
          .other_support = in(c.other_in, others_),
          .th_support = in(c.th_support, th_supports_),
          .otherwise = {},
          .book = plan_->sides[law].columns.book()};
}

void Diff::Pricing::price(std::size_t law) {
  Priced& p = columns_->sides[law];
  const std::size_t n = rows_.size();
  const auto out = [n](auto& column) { return std::span{column.data(), n}; };
  const ColumnsOut<std::int32_t> answers{.contribution = out(p.contribution),
                                         .central_support = out(p.central),
                                         .local_top_up = out(p.local),
                                         .province_top_up = out(p.province),
                                         .locality_top_up = out(p.locality),
                                         .other_support = out(p.other),
                                         .participant_share = out(p.share),
                                         .months = out(p.months),
                                         .supported_months = out(p.supported_months),
                                         .flags = out(p.flags),
                                         .status = out(p.status)};
  // The columns are of one length and of this book, so there is nothing to find wrong with the call.
  [[maybe_unused]] const auto fault = assess(plan_->sides[law].columns, columns_in(law), answers, {}, workspace_);
}

Request Diff::Pricing::request_of(std::size_t law, std::size_t row) const {
  Request request = rows_[row];
  request.groups = plan_->sides[law].groups(request.groups);
  return request;
}

void Diff::Pricing::price_alone(std::size_t row) {
  columns_->alone[row] = 1;
  alone_.insert_or_assign(row, Alone{{assess(plan_->sides[0].rules, request_of(0, row), workspace_),
                                      assess(plan_->sides[1].rules, request_of(1, row), workspace_)}});
}

Errc Diff::Pricing::status(std::size_t law, std::size_t row) const {
  const Columns& c = *columns_;
  Errc status = static_cast<Errc>(c.sides[law].status[row]);
  Flags flags = Flags::from_bits(c.sides[law].flags[row]);
  if (c.alone[row] != 0) {
    const Result<Assessment>& answer = alone_.at(row).answers[law];
    status = answer.code();
    if (answer) flags = answer->flags;
  }
  return status == Errc::ok && open(flags) ? Errc::not_settled : status;
}

DiffSide Diff::Pricing::side(std::size_t law, std::size_t row) const {
  DiffSide side;
  side.status = status(law, row);
  if (side.status != Errc::ok) return side;
  const Columns& c = *columns_;
  if (c.alone[row] != 0) return side_of(*alone_.at(row).answers[law]);
  const Priced& p = c.sides[law];
  side.contribution = p.contribution[row];
  side.central_support = p.central[row];
  side.local_top_up = p.local[row];
  side.province_top_up = p.province[row];
  side.locality_top_up = p.locality[row];
  side.other_support = p.other[row];
  side.participant_share = p.share[row];
  side.months = p.months[row];
  side.supported_months = p.supported_months[row];
  side.flags = Flags::from_bits(p.flags[row]);
  return side;
}

bool Diff::Pricing::same(std::size_t row) const {
  const Columns& c = *columns_;
  if (c.alone[row] != 0) return same_amounts(side(0, row), side(1, row));
  const Priced& a = c.sides[0];
  const Priced& b = c.sides[1];
  // Together, since one test that is nearly never true costs less than nine.
  return ((a.contribution[row] ^ b.contribution[row]) | (a.central[row] ^ b.central[row]) |
          (a.local[row] ^ b.local[row]) | (a.province[row] ^ b.province[row]) | (a.locality[row] ^ b.locality[row]) |
          (a.other[row] ^ b.other[row]) | (a.share[row] ^ b.share[row]) | (a.months[row] ^ b.months[row]) |
          (a.supported_months[row] ^ b.supported_months[row])) == 0;
}

std::int64_t Diff::Pricing::share(std::size_t law, std::size_t row) const {
  const Columns& c = *columns_;
  if (c.alone[row] != 0) return alone_.at(row).answers[law]->participant_share.dong();
  return c.sides[law].share[row];
}

void Diff::Pricing::add_up(std::size_t law, std::span<const std::uint16_t> keys, std::span<Tally> tallies) {
  Columns& c = *columns_;
  std::span<const std::uint16_t> by = keys;
  if (!alone_.empty()) {
    std::copy(keys.begin(), keys.end(), c.key.begin());
    for (const auto& [row, alone] : alone_) {
      c.key[row] = 0;
      if (keys[row] != 0) tallies[keys[row]].add(Errc::ok, *alone.answers[law]);
    }
    by = {c.key.data(), keys.size()};
  }
  [[maybe_unused]] const auto fault =
      assess(plan_->sides[law].columns, columns_in(law), ColumnsOut<std::int32_t>{}, {tallies, by}, workspace_);
}

void Diff::Pricing::add_further(std::size_t law, std::size_t row, std::vector<Int128>& layers) {
  const Result<Assessment> answer = assess(plan_->sides[law].rules, request_of(law, row), workspace_);
  if (!answer) return;
  for (const LayerAmount& layer : answer->layers()) {
    if (layer.layer >= 2) layers[layer.layer - 2U] += layer.amount.dong();
  }
}

}  // namespace ansinh
