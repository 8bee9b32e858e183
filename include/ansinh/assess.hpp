// assess: what is due for one payment, what the State and the province pay of it, and what is left for the participant.
//
// Promise: exact to the dong, the same on every call, thread and door; the parts always add up:
//   contribution = central_support + local_top_up + other_support + participant_share, every part >= 0.
// No allocation, no exception, no global state on `assess`, whatever the term. Nothing is clipped or guessed: what is
// wrong is refused with a Fault (result.hpp), first match in this order: invalid_argument, day_outside_law,
// term_not_allowed, income_below_floor, income_above_ceiling, income_off_step, payment_late, value_not_published.
// Units: VND; months.
// Source in law: Law 41/2024/QH15 art. 31, 36; Decree 159/2025/ND-CP art. 5; before 2025-07-01 Law 58/2014/QH13
// art. 87, Decree 134/2015/ND-CP art. 9, 10, 12, 14, Decision 595/QD-BHXH (2017) art. 9-12. Years ahead and missing
// months: Decree 159/2025/ND-CP art. 6, 7.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "ansinh/calendar.hpp"
#include "ansinh/export.hpp"
#include "ansinh/groups.hpp"
#include "ansinh/law.hpp"
#include "ansinh/money.hpp"
#include "ansinh/place.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/result.hpp"
#include "ansinh/term.hpp"

namespace ansinh {

struct Request {
  Day paid_on;                             // day of payment; selects every dated value
  std::optional<Month> first_month{};      // first month covered; default: the month of paid_on
  Money income{};                          // contributory income, VND/month, 0...10^15
  Term term{};                             // default: one month
  GroupSet groups{};                       // default: everyone else
  Place place{};                           // default: nothing known, no local top-up
  int months_supported = 0;                // months of central support already received, 0...120
  std::optional<int> local_months_used{};  // months received under a local programme's own limit, 0...600
  std::optional<Rate> fund_return_rate{};  // r per month, 0...0.05
  Money other_support{};                   // VND given by others for this payment, 0...10^15
  std::optional<ThSupport> th_support{};   // default: by paid_on; without effect outside TH
};

// What the answer rests on or should be read with. Bits in the order in which they are listed everywhere.
enum class Flag : std::uint8_t {
  projected = 1,          // paid after the day on which the built-in law was last verified
  off_step = 2,           // income between two brackets, where the step is no longer law
  support_cut = 4,        // the parts exceeded the contribution and were reduced
  support_exhausted = 8,  // the lifetime months of support made the supported months fewer
  local_unknown = 16,     // the law of the place, or of a group held there, is not known
  unsettled = 32,         // another admissible reading gives another amount, or a value is not well established
};
inline constexpr std::array<Flag, 6> all_flags{Flag::projected,         Flag::off_step,      Flag::support_cut,
                                               Flag::support_exhausted, Flag::local_unknown, Flag::unsettled};

class Flags {
 public:
  constexpr Flags() = default;
  // From bits as in Flag; other bits are dropped.
  static constexpr Flags from_bits(unsigned bits) {
    Flags flags;
    flags.bits_ = static_cast<std::uint8_t>(bits & 63U);
    return flags;
  }
  constexpr void set(Flag flag, bool on = true) {
    bits_ = static_cast<std::uint8_t>(bits_ | static_cast<unsigned>(flag) * static_cast<unsigned>(on));
  }
  [[nodiscard]] constexpr bool has(Flag flag) const { return (bits_ & static_cast<unsigned>(flag)) != 0; }
  [[nodiscard]] constexpr bool none() const { return bits_ == 0; }
  [[nodiscard]] constexpr unsigned bits() const { return bits_; }
  friend constexpr bool operator==(Flags, Flags) = default;

 private:
  std::uint8_t bits_ = 0;
};

inline constexpr int max_layers = 8;

// What one layer of local programmes gives, after the cut.
struct LayerAmount {
  Money amount;
  std::uint16_t programme = 0;  // index into LawBook::programmes()
  std::uint8_t layer = 0;       // index into LawBook::layers()
  SourceOfMoney source = SourceOfMoney::budget;

  friend constexpr bool operator==(const LayerAmount&, const LayerAmount&) = default;
};

// The layers of one answer, in order, held in place.
class LayerAmounts {
 public:
  // Makes none of the layers: clearing eight of them would cost more than an assessment.
  LayerAmounts() {}
  // At most max_layers in all.
  void add(const LayerAmount& layer) { add(layer, true); }
  // Fills the next place in any case, and counts it only where it is `there`.
  void add(const LayerAmount& layer, bool there) {
    std::construct_at(&list_[count_], layer);
    count_ = static_cast<std::uint8_t>(count_ + (there ? 1 : 0));
  }
  [[nodiscard]] std::span<const LayerAmount> list() const { return {list_.data(), count_}; }

 private:
  union {
    std::array<LayerAmount, max_layers> list_;
  };
  std::uint8_t count_ = 0;
};

struct Assessment {
  Money contribution;
  Money central_support;
  Money local_top_up;  // province_top_up + locality_top_up + further layers
  Money province_top_up;
  Money locality_top_up;
  Money other_support;
  Money participant_share;
  std::uint16_t months = 0;            // months covered
  std::uint16_t supported_months = 0;  // of these, supported by the State
  Flags flags;
  LayerAmounts layer_amounts;

  // Not defaulted: a defaulted one would first clear the room of all layers wherever an assessment is
  // value-initialised.
  Assessment() {}

  // The layers whose amount before the cut is above 0, in order.
  [[nodiscard]] std::span<const LayerAmount> layers() const { return layer_amounts.list(); }
  ANSINH_API friend bool operator==(const Assessment& a, const Assessment& b);
};

// A book made ready for computing: every dated value resolved per period, every programme indexed by place. Made once,
// immutable, cheap to copy, safe to share between threads.
class ANSINH_API Rules {
 public:
  explicit Rules(LawBook book);
  [[nodiscard]] const LawBook& book() const;

  struct Data;
  [[nodiscard]] const Data& data() const { return *data_; }

 private:
  std::shared_ptr<const Data> data_;
};

// The rules of the built-in law.
[[nodiscard]] ANSINH_API const Rules& built_in_rules();

// Memory of a caller for terms over years (VS, TH, DB): what such a payment weighs by the fund's return is kept for the
// next one. It changes how long an answer takes, never the answer. For one thread at a time; some 100 KiB.
class ANSINH_API Workspace {
 public:
  Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;
  ~Workspace();

  // How many amounts the fast path could not decide and left to unbounded fractions: exact ties, and amounts that lie
  // closer to one than its bounds tell apart.
  [[nodiscard]] std::uint64_t exact_amounts() const;

  struct Data;
  [[nodiscard]] Data* data() { return data_.get(); }

 private:
  std::unique_ptr<Data> data_;  // null after a move
};

// One payment.
[[nodiscard]] ANSINH_API Result<Assessment> assess(const Rules& rules, const Request& request) noexcept;
[[nodiscard]] ANSINH_API Result<Assessment> assess(const Rules& rules, const Request& request,
                                                   Workspace& workspace) noexcept;

// The same by the reference arithmetic (unbounded integers over a common denominator): slow, allocates, and is what the
// fast path is proved equal to.
[[nodiscard]] ANSINH_API Result<Assessment> assess_exact(const Rules& rules, const Request& request);

// A row of a batch: the assessment is meaningful where status is ok, and all zeros otherwise.
struct Answer {
  Errc status = Errc::ok;
  Assessment assessment;
};

// Many payments: answers[i] is that of requests[i], whatever the other rows hold. False, and nothing written, if the
// spans differ in length. No allocation, no exception, no thread.
[[nodiscard]] ANSINH_API bool assess(const Rules& rules, std::span<const Request> requests,
                                     std::span<Answer> answers) noexcept;
[[nodiscard]] ANSINH_API bool assess(const Rules& rules, std::span<const Request> requests, std::span<Answer> answers,
                                     Workspace& workspace) noexcept;

// For a strict caller: the fault (Errc::not_settled) that takes the place of an answer flagged `unsettled` or
// `local_unknown`; nothing when the answer stands.
[[nodiscard]] ANSINH_API std::optional<Fault> not_settled(const Request& request, const Assessment& assessment);

// Checks of one field's range, in the words of `assess`, for callers that read fields one by one. Nothing if it is in
// range.
[[nodiscard]] ANSINH_API std::optional<Fault> check_income(Money income);
[[nodiscard]] ANSINH_API std::optional<Fault> check_months_supported(std::int64_t months);
[[nodiscard]] ANSINH_API std::optional<Fault> check_local_months_used(std::int64_t months);
[[nodiscard]] ANSINH_API std::optional<Fault> check_fund_return_rate(Rate rate);
[[nodiscard]] ANSINH_API std::optional<Fault> check_other_support(Money amount);

[[nodiscard]] ANSINH_API std::string_view name(Flag);

}  // namespace ansinh
