// d05: the official list D05-TS of voluntary social insurance, as it is read, checked, settled and written.
//
// A list is saved as CSV and read by the batch (lists.hpp), which knows it by its number row: `A,B,1...15` (2026) or
// `A,B,C,1...17` (2023), after any rows of title and headings. Columns of the batch may follow to the right of the form
// under their own names, and win. Every amount and rate that the list states is compared with the law.
//
// Promise: what the form states is never taken for the answer, only compared with it; what is not known is called
// unknown, not wrong; amounts are whole dong, rates exact decimals. Units: VND; months; rates of the form in percent.
// Sources: form D05-TS, B09a-TS and D11-TS of Decision 366/QD-BHXH (2026); D05-TS of Decision 490/QD-BHXH (2023) as
// agency software writes it (practice).
//
// Column 7 of 2026, what the participant pays: the guide prints `cột 4 x cột 6 - cột 9 x mức chuẩn nghèo nông thôn -
// cột 11 - cột 13`, though column 6 already contains column 4 and no column 13 holds money. Read here, as the headings
// demand: column 6 less the State's support, less column 10, less column 12 (derived).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ansinh/calendar.hpp"
#include "ansinh/export.hpp"
#include "ansinh/money.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/rounding.hpp"

namespace ansinh {

// ---------------------------------------------------------------------------------------------- check

// What a list may state and the check compares.
enum class Checked : std::uint8_t {
  months,
  contribution,
  support_rate,
  central_support,  // only the form of 2023 states it
  local_rate,
  local_top_up,
  other_rate,
  other_support,
  participant_share,
};
inline constexpr std::size_t checked_count = 9;
[[nodiscard]] ANSINH_API std::string_view name(Checked);

// Rows that state something else than the law gives, and by how much: stated less right, in dong (0 for rates and
// months, which are no amounts).
struct CheckTally {
  std::uint64_t rows = 0;
  Int128 difference = 0;
  friend bool operator==(const CheckTally&, const CheckTally&) = default;
};
using CheckTallies = std::array<CheckTally, checked_count>;

// ---------------------------------------------------------------------------------------------- rows

// How form D11-TS pays commission for a row. `unknown`: the list does not say, so no commission is worked out.
enum class PaymentKind : std::uint8_t { first_time, continued, unknown };
[[nodiscard]] ANSINH_API std::string_view name(PaymentKind);
// From a cell of column 14 (2026) or of a column `kind`: the words of the form and the codes of agency software (TM,
// DT, DL, DB). Re-registration and late make-up count as continued (assumed: not the first time).
[[nodiscard]] ANSINH_API PaymentKind payment_kind(std::string_view cell);

// The four lines of form B09a-TS: the group by whose rate the State supports.
enum class SupportGroup : std::uint8_t { poor_or_island, near_poor, ethnic_minority, other };
[[nodiscard]] ANSINH_API std::string_view name(SupportGroup);

// A participant's number: 10 digits (social insurance) or 12 (personal identification), as one key; 0 for none.
using ParticipantKey = std::uint64_t;

// One priced row, as settlement and the look for duplicates need it. Row and line count within the block, as in a
// Refusal; the texts live in the PricedBlock.
struct ListedRow {
  std::uint64_t row = 0, line = 0;
  ParticipantKey participant = 0;
  std::size_t number_column = 0;  // of the participant's number, from 1; 0 where the list has none
  Month first_month;
  PaymentKind kind = PaymentKind::unknown;
  SupportGroup group = SupportGroup::other;
  Money contribution, central_support, local_top_up, other_support, participant_share;
  std::string_view number, organisation, collector, collection_point, commune;
};

// Finds the same participant with the same first month a second time: a payment that was listed twice. Rows come in
// order. Keeps at most max_kept participants and months; beyond that `stopped_at` says from which row on it looked only
// for those.
class ANSINH_API ListedTwice {
 public:
  static constexpr std::size_t max_kept = 1'000'000;
  explicit ListedTwice(std::size_t most = max_kept) : most_{most} {}

  struct Place {
    std::uint64_t row = 0, line = 0;
    friend bool operator==(const Place&, const Place&) = default;
  };
  // The place where the participant and month were first listed; nothing the first time, or without a number.
  [[nodiscard]] std::optional<Place> add(ParticipantKey participant, Month first_month, Place at);
  [[nodiscard]] std::optional<Place> stopped_at() const { return stopped_at_; }

 private:
  std::size_t most_;
  std::optional<Place> stopped_at_;
  std::unordered_map<std::uint64_t, Place> first_;
};

// ---------------------------------------------------------------------------------------------- settlement

// Commission as a share of what the participant pays; there is no rate in the law that could be a default.
struct CommissionRates {
  std::optional<Rate> first_time;
  std::optional<Rate> continued;
};
// "4,5", "4.5" or "4.5%": percent, 0 to 100, at most seven decimals. Empty when malformed.
[[nodiscard]] ANSINH_API std::optional<Rate> read_percent(std::string_view text);

// Totals as the quarterly form B09a-TS (State support by commune and group) and the commission form D11-TS (by
// organisation, collector and collection point) need them. Commission is rounded a row, to the nearest dong, as D11-TS
// lists a row a participant.
class ANSINH_API Settlement {
 public:
  static constexpr std::size_t max_lines = 1'000'000;
  static constexpr std::size_t max_participants = 1'000'000;
  explicit Settlement(CommissionRates rates = {}) : rates_{rates} {}

  struct Sums {
    std::uint64_t payments = 0;
    Int128 contribution = 0, central_support = 0, local_top_up = 0, other_support = 0, participant_share = 0;
    Int128 commission = 0;
  };
  // Organisation, collector, collection point, commune, group, kind.
  using Key = std::tuple<std::string, std::string, std::string, std::string, SupportGroup, PaymentKind>;

  // A collection point's code (unit of 10 digits, TH, province of 2, commune of 5, point of 3) gives organisation and
  // commune where the row has none.
  void add(const ListedRow& row);

  [[nodiscard]] const std::map<Key, Sums>& lines() const { return lines_; }
  // More different lines than max_lines: the settlement is incomplete and must not be used.
  [[nodiscard]] bool too_many_lines() const { return too_many_lines_; }
  // {"law_digest","commission_rates","b09a":[...],"d11":[...],"lines":[...]}: sums as decimal strings, exact.
  [[nodiscard]] std::string json(std::string_view law_digest) const;

 private:
  struct Persons {
    std::unordered_set<ParticipantKey> known;
    std::uint64_t without_number = 0;  // each counts as another person
  };
  CommissionRates rates_;
  std::map<Key, Sums> lines_;
  std::map<std::pair<std::string, SupportGroup>, Persons> persons_;  // by commune and group
  std::size_t kept_ = 0;
  bool persons_complete_ = true;
  bool too_many_lines_ = false;
};

// ---------------------------------------------------------------------------------------------- writing

// What parts the cells of a written D05-TS, as Excel's "CSV UTF-8" on a Vietnamese machine has it.
inline constexpr char d05_delimiter = ';';
inline constexpr std::size_t d05_columns = 17;  // of the form of 2026

// Takes the first row off `rows` and splits it; false when there is none. What quotes held is unquoted.
[[nodiscard]] ANSINH_API bool take_row(std::string_view& rows, char delimiter, std::vector<std::string>& cells);

}  // namespace ansinh
