// The law as data: dated, cited values and local programmes, in an immutable book.
//
// Promise: a LawBook never changes; laying something over it gives a new one. Values keep citation and standing. The
// built-in book covers days of payment from 2008-01-01 to 2030-12-31 and was last verified on
// LawBook::verified_on(). Copying a book is cheap (shared, immutable).
// Units: money in VND per month, rates as shares, limits in months.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ansinh/calendar.hpp"
#include "ansinh/citation.hpp"
#include "ansinh/export.hpp"
#include "ansinh/groups.hpp"
#include "ansinh/money.hpp"
#include "ansinh/place.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/result.hpp"
#include "ansinh/term.hpp"

namespace ansinh {

namespace detail {
struct BookAccess;  // makes a book of its data; private to the room `law`
}

// Days of payment that the law in this library covers.
inline constexpr Day first_law_day{2008, 1, 1};
inline constexpr Day last_law_day{2030, 12, 31};
// The end of a row that is still open.
inline constexpr Day open_end{9999, 12, 31};

// ---------------------------------------------------------------------------------------------- national values

enum class Parameter : std::uint8_t {
  contribution_rate,        // share of the contributory income
  base_salary,              // VND/month; general minimum wage before 2013-07; the reference level equals it
  rural_poverty_line,       // VND/month; floor and base of support from 2016
  income_floor_basis,       // which of the two is the floor
  income_ceiling_multiple,  // times the base salary
  income_step,              // VND: brackets are floor + m x step
  income_step_rule,         // whether an income off the step is refused or only noted
  payment_terms,            // which terms exist
  missing_months_max,       // longest TH, months
  due_window_1,             // months of the period within which it may be paid
  due_window_3,
  due_window_6,
  due_window_12,
  support_from,        // first month that the State supports
  support_cap_months,  // months of support in a lifetime
  support_rate_poor,   // share of the floor contribution
  support_rate_island,
  support_rate_near_poor,
  support_rate_ethnic_minority,
  support_rate_other,  // everyone
  fund_return_rate,    // r, per month
  th_support,          // how support for missing months (TH) is counted
  refund_reasons,      // why the rest of a paid period is given back
};
inline constexpr int parameter_count = 23;

enum class FloorBasis : std::uint8_t { base_salary, rural_poverty_line };
enum class StepRule : std::uint8_t { required, noted };

// Which kinds of term exist on a day.
class TermSet {
 public:
  enum Bit : std::uint8_t { one = 1, three = 2, six = 4, twelve = 8, years_ahead = 16, missing = 32, late = 64 };
  constexpr TermSet() = default;
  constexpr explicit TermSet(unsigned bits) : bits_{static_cast<std::uint8_t>(bits)} {}
  [[nodiscard]] constexpr unsigned bits() const { return bits_; }
  [[nodiscard]] constexpr bool has(Bit bit) const { return (bits_ & bit) != 0; }
  [[nodiscard]] ANSINH_API bool allows(Term term) const;
  friend constexpr bool operator==(TermSet, TermSet) = default;

 private:
  std::uint8_t bits_ = 0;
};

// How the support for missing months (TH) is counted: each month with the fund's return on it, as the contribution is,
// or the plain amount.
enum class ThSupport : std::uint8_t { compounded, nominal };

// Why the months of a paid period that are left are given back (hoan tra).
enum class RefundReason : std::uint8_t {
  compulsory,  // comes under compulsory insurance
  withdrawal,  // takes the lump-sum benefit
  death,       // dies, or is declared dead
  pension,     // claims the pension
};
inline constexpr std::array<RefundReason, 4> all_refund_reasons{RefundReason::compulsory, RefundReason::withdrawal,
                                                                RefundReason::death, RefundReason::pension};

// The reasons that the law of a day knows.
class RefundReasons {
 public:
  constexpr RefundReasons() = default;
  constexpr RefundReasons(std::initializer_list<RefundReason> reasons) {
    for (const RefundReason reason : reasons) add(reason);
  }
  constexpr void add(RefundReason reason) { bits_ = static_cast<std::uint8_t>(bits_ | bit(reason)); }
  [[nodiscard]] constexpr unsigned bits() const { return bits_; }
  [[nodiscard]] constexpr bool has(RefundReason reason) const { return (bits_ & bit(reason)) != 0; }
  friend constexpr bool operator==(RefundReasons, RefundReasons) = default;

 private:
  static constexpr unsigned bit(RefundReason reason) { return 1U << static_cast<unsigned>(reason); }

  std::uint8_t bits_ = 0;
};

using LawValue = std::variant<Money, Rate, int, Month, FloorBasis, StepRule, TermSet, ThSupport, RefundReasons>;

// One dated value.
struct LawRow {
  Parameter parameter;
  LawValue value;
  Day from;
  Day to;  // inclusive; open_end where still open
  Citation citation;
  Standing standing;
  Sources sources;

  // A value on which an answer may rest without being called unsettled: read or worked out officially, or reported by
  // two or more independent sources.
  [[nodiscard]] bool settled() const {
    return standing == Standing::text || standing == Standing::official_example ||
           (standing == Standing::reported && sources == Sources::two_or_more);
  }
  friend bool operator==(const LawRow&, const LawRow&) = default;
};

// ---------------------------------------------------------------------------------------------- local programmes

// The union of the listed grounds. A former province's programme applies on its own ground only.
struct Territory {
  std::vector<ProvinceCode> province{};
  std::vector<FormerProvinceCode> former_province{};
  std::vector<LocalityCode> locality{};

  friend bool operator==(const Territory&, const Territory&) = default;
};

// What a rule gives per month.
struct FloorShare {  // a share of the floor contribution (contribution rate x rural poverty line)
  Rate share;
  friend bool operator==(FloorShare, FloorShare) = default;
};
struct OwnShare {  // a share of the participant's own contribution
  Rate share;
  friend bool operator==(OwnShare, OwnShare) = default;
};
struct FixedSum {  // VND per month
  Money amount;
  friend bool operator==(FixedSum, FixedSum) = default;
};
struct StatedIncomeShare {  // a share of the contribution on an income that the programme states, VND per month
  Money income;
  Rate share;
  friend bool operator==(StatedIncomeShare, StatedIncomeShare) = default;
};
using PerMonth = std::variant<FloorShare, OwnShare, FixedSum, StatedIncomeShare>;

// For how many months of the payment a rule gives.
struct RuleMonths {
  enum class Kind : std::uint8_t { central, all, limit };
  Kind kind = Kind::central;
  int limit = 0;  // months in total, for Kind::limit
  friend bool operator==(RuleMonths, RuleMonths) = default;
};

struct Rule {
  GroupSet groups{};  // holds for a participant in any of them; empty: for everyone
  PerMonth per_month{};
  RuleMonths months{};
  friend bool operator==(const Rule&, const Rule&) = default;
};

// What a present province's programme does to those of the former provinces on its ground, in the same layer.
enum class Displaces : std::uint8_t { fitting, all, none };
enum class SourceOfMoney : std::uint8_t { budget, fund };

struct Programme {
  std::string id{};
  std::string layer = "province";
  Territory territory{};
  Day from = first_law_day;
  Day to = open_end;
  Displaces displaces = Displaces::fitting;
  Standing standing = Standing::text;
  Confidence confidence = Confidence::high;
  Citation citation{};
  SourceOfMoney source_of_money = SourceOfMoney::budget;
  std::vector<std::string> conditions{};  // text that the caller must have checked
  std::vector<Rule> rules{};

  [[nodiscard]] bool settled() const {
    return (standing == Standing::text || standing == Standing::official_example || standing == Standing::reported) &&
           confidence == Confidence::high;
  }
  friend bool operator==(const Programme&, const Programme&) = default;
};

// What is known of a place without a programme: a confirmed none, or that nothing certain is known.
enum class RecordKind : std::uint8_t { none, none_found, unknown, draft };

struct Record {
  Territory territory{};
  Day from = first_law_day;
  Day to = open_end;
  RecordKind kind = RecordKind::unknown;
  GroupSet groups{};  // only for these groups; empty: for everyone
  Citation citation{};
  Standing standing = Standing::reported;

  friend bool operator==(const Record&, const Record&) = default;
};

struct GroupName {
  std::string name, vi, en;
  friend bool operator==(const GroupName&, const GroupName&) = default;
};

// ---------------------------------------------------------------------------------------------- the book

class ANSINH_API LawBook {
 public:
  // The law built into the library.
  [[nodiscard]] static const LawBook& built_in();

  // New books with something laid over this one. A programme whose id exists is replaced whole; a value replaces what
  // the book held on its days. Fault: Errc::invalid_argument, Field::book.
  [[nodiscard]] Result<LawBook> with(const Programme& programme) const;
  [[nodiscard]] Result<LawBook> with(const Record& record) const;
  [[nodiscard]] Result<LawBook> with(const LawRow& value) const;
  [[nodiscard]] Result<LawBook> with_group(const GroupName& group) const;  // at most 16 in all
  [[nodiscard]] Result<LawBook> with_layer(std::string_view layer) const;  // at most 8 in all; stacked last

  [[nodiscard]] std::span<const LawRow> rows() const;             // by parameter, then first day
  [[nodiscard]] std::span<const LawRow> series(Parameter) const;  // by first day
  [[nodiscard]] const LawRow* on(Parameter, Day) const;           // null where nothing is in force
  [[nodiscard]] std::span<const Programme> programmes() const;    // by id
  [[nodiscard]] std::span<const Record> records() const;
  [[nodiscard]] std::span<const std::string> layers() const;  // "province", "locality", then further ones
  [[nodiscard]] std::span<const GroupName> groups() const;    // index = bit in a GroupSet
  [[nodiscard]] std::optional<GroupSet> group(std::string_view name) const;
  [[nodiscard]] GroupSet known_groups() const;

  // Canonical JSON of the whole book: keys sorted, no spaces, UTF-8; and "sha256:" with the first 16 hex digits over
  // it.
  [[nodiscard]] const std::string& canonical_json() const;
  [[nodiscard]] const std::string& digest() const;
  // Day on which the built-in law was last verified.
  [[nodiscard]] static Day verified_on();

  struct Data;

 private:
  friend struct detail::BookAccess;
  explicit LawBook(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

// ---------------------------------------------------------------------------------------------- income brackets

// The legal contributory incomes of a day: floor + m x step, up to the ceiling (VND per month).
// Source: Law 41/2024/QH15 art. 31(2); Decree 134/2015/ND-CP art. 10(1) for the step, which is law until 2025-06-30 and
// practice since.
struct IncomeBrackets {
  Money floor;
  Money ceiling;
  Money step;
  bool step_required = false;  // an income between two levels is refused, not only noted
  int count = 0;               // levels: m = 0 ... count-1; the last is the highest payable where the step is law
  const LawRow* floor_row = nullptr;
  const LawRow* ceiling_row = nullptr;
  const LawRow* multiple_row = nullptr;
  const LawRow* step_row = nullptr;
  const LawRow* basis_row = nullptr;

  [[nodiscard]] Money level(int m) const { return floor + step * m; }
  // The number m of a level, or nothing when the income lies between two levels or outside.
  [[nodiscard]] ANSINH_API std::optional<int> number_of(Money income) const;
};

// Faults: day_outside_law; value_not_published where the book lacks a value that day.
[[nodiscard]] ANSINH_API Result<IncomeBrackets> income_brackets(const LawBook& book, Day paid_on);

// ---------------------------------------------------------------------------------------------- what is open

// Something of the book that is not settled.
struct OpenItem {
  enum class Kind : std::uint8_t { value, not_published, programme, record, place_without_record };
  Kind kind;
  const LawRow* row = nullptr;
  const Programme* programme = nullptr;
  const Record* record = nullptr;
  std::optional<Parameter> parameter;  // of not_published
  Day from, to;
  std::optional<FormerProvinceCode> former_province;  // of place_without_record
};

// Every assumed or draft value, every value that is not published, every programme that is not settled, every record of
// something unknown, and every former province of which the book says nothing; in that order.
[[nodiscard]] ANSINH_API std::vector<OpenItem> open_items(const LawBook& book);

// Names as in JSON and in `ansinh law --parameter`: "contribution_rate", "support_rate.near_poor", "due_window.6".
[[nodiscard]] ANSINH_API std::string_view name(Parameter);
[[nodiscard]] ANSINH_API std::optional<Parameter> parameter_from_name(std::string_view name);
[[nodiscard]] ANSINH_API std::string_view name(RecordKind);
[[nodiscard]] ANSINH_API std::string_view name(Displaces);
[[nodiscard]] ANSINH_API std::string_view name(SourceOfMoney);
[[nodiscard]] ANSINH_API std::string_view name(ThSupport);
[[nodiscard]] ANSINH_API std::string_view name(RefundReason);
// A value as JSON and explanations write it: "0.22", "1500000", "rural_poverty_line", "1,3,6,12,VS,TH,DB".
[[nodiscard]] ANSINH_API std::string text(const LawValue& value);

}  // namespace ansinh
