// Batches over the Arrow C Data Interface: row for row what `assess` answers, in every type that a column may have,
// with nulls, slices and dictionaries; what cannot be taken is refused with a sentence; released as the interface asks.
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/columns.hpp"
#include "ansinh/lists.hpp"
#include "assess/mixed_rows.hpp"
#include "capi/arrow_arrays.hpp"
#include "capi/texts.hpp"

namespace {

using arrow_arrays::batch;
using arrow_arrays::Column;
using capi::law;

template <class T>
using Cells = std::vector<std::optional<T>>;
using Texts = Cells<std::string>;

// What came out, and its release at the end.
struct Answers {
  ArrowSchema schema{};
  ArrowArray array{};

  Answers() = default;
  Answers(const Answers&) = delete;
  Answers& operator=(const Answers&) = delete;
  ~Answers() {
    if (schema.release != nullptr) schema.release(&schema);
    if (array.release != nullptr) array.release(&array);
  }
  [[nodiscard]] const ArrowArray& column(std::string_view name) const {
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      if (schema.children[i]->name == name) return *array.children[i];
    }
    ADD_FAILURE() << "no column " << name;
    return array;
  }
  template <class T>
  [[nodiscard]] T value(std::string_view name, std::size_t row) const {
    return static_cast<const T*>(column(name).buffers[1])[row];
  }
  [[nodiscard]] bool valid(std::string_view name, std::size_t row) const {
    const ArrowArray& values = column(name);
    if (values.buffers[0] == nullptr) return true;
    return (static_cast<const std::uint8_t*>(values.buffers[0])[row / 8] >> row % 8 & 1) != 0;
  }
};

int32_t assess_batch(Column& rows, Answers& answers, std::string* sentence = nullptr,
                     const ansinh_request* otherwise = nullptr, uint32_t options = 0, ansinh_tally* tally = nullptr) {
  const ArrowSchema schema = rows.schema();
  const ArrowArray array = rows.array();
  std::array<char, 1024> text{};
  const int32_t status = ansinh_assess_arrow(law(), nullptr, &schema, &array, otherwise, options, &answers.schema,
                                             &answers.array, tally, text.data(), text.size(), nullptr);
  if (sentence != nullptr) *sentence = text.data();
  return status;
}

template <class Amount>
void expect_row(const Answers& answers, std::size_t row, const ansinh::Result<ansinh::Assessment>& expected) {
  ASSERT_EQ(answers.value<std::uint8_t>("status", row), static_cast<int>(expected.code())) << row;
  for (const char* name : {"contribution", "participant_share", "months", "flags"}) {
    ASSERT_EQ(answers.valid(name, row), expected.ok()) << name << row;
  }
  if (!expected) return;
  const auto is = [&](const char* name, ansinh::Money amount) {
    ASSERT_EQ(answers.value<Amount>(name, row), amount.dong()) << name << ' ' << row;
  };
  is("contribution", expected->contribution);
  is("central_support", expected->central_support);
  is("local_top_up", expected->local_top_up);
  is("province_top_up", expected->province_top_up);
  is("locality_top_up", expected->locality_top_up);
  is("other_support", expected->other_support);
  is("participant_share", expected->participant_share);
  ASSERT_EQ(answers.value<std::uint8_t>("months", row), expected->months);
  ASSERT_EQ(answers.value<std::uint8_t>("supported_months", row), expected->supported_months);
  ASSERT_EQ(answers.value<std::uint8_t>("flags", row), expected->flags.bits());
}

// ---------------------------------------------------------------------------------------------- every type

// A list as text, some cells empty, some malformed, and what each row has to be answered with.
struct TextRows {
  static constexpr std::size_t rows = 9'000;  // more than two pieces

  std::array<Texts, ansinh::request_field_count> cells;
  std::vector<ansinh::Result<ansinh::Assessment>> expected;

  TextRows() {
    std::mt19937 random{20261126};
    // Mostly one of the first two, so that not every row has a fault.
    const auto one_of = [&](const std::vector<const char*>& texts) {
      return texts[random() % 4 == 0 ? random() % texts.size() : random() % 2];
    };
    for (std::size_t i = 0; i < rows; ++i) {
      std::array<std::string, ansinh::request_field_count> row;
      const auto set = [&](ansinh::Field field, const char* text) { row[static_cast<std::size_t>(field)] = text; };
      using F = ansinh::Field;
      set(F::paid_on, one_of({"2026-11-22", "2025-06-30", "22/11/2026", "2018-01-01", "2031-01-01", "2007-12-31",
                              "1999-05-05", "2400-01-01", "9999-12-31", "2026-02-30"}));
      if (random() % 3 == 0) {
        set(F::first_month, one_of({"2026-11", "2026-09", "11/2027", "2027-12", "2007-12", "2025-06", "2300-01",
                                    "9999-12", "2026-13"}));
      }
      set(F::income, one_of({"1500000", "1550000", "1400000", "2200000", "46800000", "46850000", "0"}));
      set(F::term, one_of({"", "1", "3", "6", "12", "VS2", "VS5", "TH7", "TH120", "DB3", "2", "vs2"}));
      set(F::groups, one_of({"", "poor", "near_poor|island", "ethnic_minority", "informal_worker", "nobody", "poor|"}));
      set(F::province, one_of({"01", "", "56", "79", "22", "99", "1"}));
      set(F::former_province, one_of({"", "", "01", "58", "02", "77"}));
      set(F::locality, one_of({"", "004", "00004", "12"}));
      set(F::months_supported, one_of({"", "0", "7", "119", "120"}));
      set(F::local_months_used, one_of({"", "", "0", "12", "600"}));
      set(F::fund_return_rate, one_of({"", "0.0031", "0,31%", "0", "0.05", "0.06", "abc"}));
      set(F::other_support, one_of({"", "0", "20000", "100000000"}));
      set(F::th_support, one_of({"", "", "compounded", "nominal", "both"}));
      ansinh::RequestCells texts;
      for (std::size_t field = 0; field < row.size(); ++field) {
        texts.text[field] = row[field];
        cells[field].push_back(row[field].empty() && random() % 2 == 0 ? std::nullopt : std::optional{row[field]});
      }
      const auto request = ansinh::read_request(ansinh::LawBook::built_in(), texts);
      expected.push_back(request ? ansinh::assess(ansinh::built_in_rules(), *request)
                                 : ansinh::Result<ansinh::Assessment>{request.fault()});
    }
  }
  [[nodiscard]] const Texts& texts(ansinh::Field field) const { return cells[static_cast<std::size_t>(field)]; }
  template <class T>
  [[nodiscard]] Cells<T> numbers(ansinh::Field field) const {
    Cells<T> values;
    for (const auto& text : texts(field)) {
      values.push_back(text && !text->empty() ? std::optional{static_cast<T>(std::stoll(*text))} : std::nullopt);
    }
    return values;
  }
};

const TextRows& text_rows() {
  static const TextRows rows;
  return rows;
}

// Numbers in a type each, texts in one layout; `offset` values lie before each column's, `outer` rows before the batch.
template <class Amount, class Count>
Column columns_of(const TextRows& rows, const char* amount, const char* count, const char* text, std::size_t offset) {
  using F = ansinh::Field;
  Column all = batch(TextRows::rows);
  all.with_child(Column::of("income", amount, rows.numbers<Amount>(F::income), offset));
  all.with_child(Column::of("months_supported", count, rows.numbers<Count>(F::months_supported), offset + 3));
  all.with_child(Column::of("local_months_used", "s", rows.numbers<std::int16_t>(F::local_months_used), offset));
  all.with_child(Column::of("other_support", amount, rows.numbers<Amount>(F::other_support), offset + 1));
  for (const F field : {F::paid_on, F::first_month, F::term, F::groups, F::province, F::former_province, F::locality,
                        F::fund_return_rate, F::th_support}) {
    all.with_child(Column::texts(std::string{name(field)}, text, rows.texts(field), offset + 2));
  }
  return all;
}

TEST(CapiArrow, TextsAndNumbersOfEveryTypeAreReadAsAListIs) {
  const TextRows& rows = text_rows();
  const auto fits = [&](std::size_t row) {
    return rows.expected[row].ok() && rows.expected[row]->contribution.dong() <= INT32_MAX;
  };
  std::size_t priced = 0;
  std::size_t priced_in_32_bit = 0;
  for (std::size_t row = 0; row < TextRows::rows; ++row) {
    priced += rows.expected[row].ok() ? 1 : 0;
    priced_in_32_bit += fits(row) ? 1 : 0;
  }
  ASSERT_LT(priced_in_32_bit, priced);
  ASSERT_GT(priced, 2'000U);
  ASSERT_LT(priced, TextRows::rows / 2);
  const auto check = [&](Column all, bool wide) {
    for (const bool known : {true, false}) {
      if (!known) all.forget_null_count();
      Answers answers;
      std::string sentence;
      ansinh_tally tally;
      ASSERT_EQ(ansinh_tally_init(&tally, sizeof tally), ANSINH_OK);
      ASSERT_EQ(assess_batch(all, answers, &sentence, nullptr, 0, &tally), ANSINH_OK) << sentence;
      EXPECT_EQ(answers.array.length, static_cast<std::int64_t>(TextRows::rows));
      for (std::size_t row = 0; row < TextRows::rows; ++row) {
        if (wide) {
          expect_row<std::int64_t>(answers, row, rows.expected[row]);
        } else if (rows.expected[row].ok() && !fits(row)) {
          ASSERT_EQ(answers.value<std::uint8_t>("status", row), ANSINH_DOES_NOT_FIT);
        } else {
          expect_row<std::int32_t>(answers, row, rows.expected[row]);
        }
        ASSERT_FALSE(testing::Test::HasFatalFailure());
      }
      EXPECT_EQ(tally.rows, TextRows::rows);
      const std::size_t answered = wide ? priced : priced_in_32_bit;
      EXPECT_EQ(tally.by_status[ANSINH_OK], answered);
      EXPECT_EQ(answers.column("contribution").null_count, static_cast<std::int64_t>(TextRows::rows - answered));
      EXPECT_EQ(answers.column("status").null_count, 0);
    }
  };
  check(columns_of<std::int64_t, std::int64_t>(rows, "l", "l", "u", 0), true);
  check(columns_of<std::int64_t, std::uint8_t>(rows, "l", "C", "U", 5), true);
  check(columns_of<std::int32_t, std::int8_t>(rows, "i", "c", "vu", 13), false);
  check(columns_of<std::int32_t, std::uint64_t>(rows, "i", "L", "u", 64), false);
}

// ---------------------------------------------------------------------------------------------- typed columns

struct TypedRows {
  std::vector<ansinh::Request> requests = proof::mixed_rows(10'000, 5);
  Cells<std::int64_t> income, other_support;
  Cells<std::int32_t> paid_on, first_month, local_months_used, rate;
  Cells<std::uint16_t> groups, days;
  Cells<std::uint8_t> term, months_supported;
  Cells<std::int32_t> group_set, province;
  Texts group_texts, province_texts;
  std::vector<std::int32_t> list_offsets{0};
  Texts list_items;

  TypedRows() {
    for (std::size_t i = 0; i < requests.size(); ++i) {
      ansinh::Request& r = requests[i];
      if (!r.place.province) r.place.province = r.place.former_province->present();
      r.place.former_province.reset();
      r.place.locality.reset();
      if (i % 7 == 0) r.fund_return_rate = ansinh::Rate::from_decimal(std::int64_t{31}, 4);
      if (i % 7 == 0) r.term = *ansinh::Term::from_text(i % 2 == 0 ? "VS3" : "TH9");
      income.emplace_back(r.income.dong());
      paid_on.emplace_back(r.paid_on.number());
      days.emplace_back(ansinh::day_code(r.paid_on));
      // Any day of the month says the month.
      first_month.push_back(r.first_month ? std::optional{r.first_month->last_day().number()} : std::nullopt);
      term.emplace_back(ansinh::term_code(r.term));
      groups.emplace_back(r.groups.bits());
      group_set.emplace_back(static_cast<std::int32_t>(i % 40 == 0 ? -1 : r.groups.bits()));
      province.emplace_back(r.place.province->number());
      months_supported.emplace_back(static_cast<std::uint8_t>(r.months_supported));
      local_months_used.push_back(r.local_months_used ? std::optional{*r.local_months_used} : std::nullopt);
      rate.push_back(r.fund_return_rate ? std::optional{3'100'000} : std::nullopt);
      other_support.emplace_back(r.other_support.dong());
      for (std::uint32_t bit = 0; bit < 7; ++bit) {
        if ((r.groups.bits() >> bit & 1U) != 0) list_items.emplace_back(ansinh_group_name(law(), bit));
      }
      list_offsets.push_back(static_cast<std::int32_t>(list_items.size()));
    }
    for (unsigned set = 0; set < 128; ++set) {
      std::string text;
      for (std::uint32_t bit = 0; bit < 7; ++bit) {
        if ((set >> bit & 1U) == 0) continue;
        text += (text.empty() ? "" : "|") + std::string{ansinh_group_name(law(), bit)};
      }
      group_texts.emplace_back(text);
    }
    for (int code = 0; code < 100; ++code) {
      province_texts.emplace_back((code < 10 ? "0" : "") + std::to_string(code));
    }
  }
  [[nodiscard]] ansinh::Result<ansinh::Assessment> expected(std::size_t row) const {
    return ansinh::assess(ansinh::built_in_rules(), requests[row]);
  }
};

const TypedRows& typed_rows() {
  static const TypedRows rows;
  return rows;
}

TEST(CapiArrow, DatesCodesListsAndDictionaries) {
  const TypedRows& rows = typed_rows();
  Column all = batch(rows.requests.size());
  all.with_child(Column::of("income", "l", rows.income, 3));
  all.with_child(Column::of("paid_on", "tdD", rows.paid_on, 1));
  all.with_child(Column::of("first_month", "tdD", rows.first_month, 2));
  all.with_child(Column::of("term", "C", rows.term, 9));
  Column list{"groups", "+l", rows.requests.size(), 0};
  list.add_buffer(rows.list_offsets);
  list.with_child(Column::texts("item", "u", rows.list_items));
  all.with_child(std::move(list));
  Column province = Column::of("province", "i", rows.province, 4);
  province.with_dictionary(Column::texts("", "vu", rows.province_texts));
  all.with_child(std::move(province));
  all.with_child(Column::of("months_supported", "C", rows.months_supported));
  all.with_child(Column::of("local_months_used", "i", rows.local_months_used));
  all.with_child(Column::of("fund_return_rate", "i", rows.rate));
  all.with_child(Column::of("other_support", "l", rows.other_support, 1));
  Answers answers;
  std::string sentence;
  ASSERT_EQ(assess_batch(all, answers, &sentence), ANSINH_OK) << sentence;
  for (std::size_t row = 0; row < rows.requests.size(); ++row) {
    expect_row<std::int64_t>(answers, row, rows.expected(row));
    ASSERT_FALSE(testing::Test::HasFatalFailure()) << row;
  }
}

TEST(CapiArrow, DictionaryIndicesBeyondItAreRefusedInTheirRow) {
  const TypedRows& rows = typed_rows();
  Column all = batch(rows.requests.size());
  all.with_child(Column::of("income", "l", rows.income));
  all.with_child(Column::of("paid_on", "tdD", rows.paid_on));
  Column groups = Column::of("groups", "i", rows.group_set, 11);
  groups.with_dictionary(Column::texts("", "U", rows.group_texts, 2));
  all.with_child(std::move(groups));
  Answers answers;
  ASSERT_EQ(assess_batch(all, answers), ANSINH_OK);
  for (std::size_t row = 0; row < rows.requests.size(); ++row) {
    ansinh::Request plain{.paid_on = rows.requests[row].paid_on, .income = rows.requests[row].income};
    plain.groups = rows.requests[row].groups;
    if (row % 40 == 0) plain.income = ansinh::Money{-1};
    expect_row<std::int64_t>(answers, row, ansinh::assess(ansinh::built_in_rules(), plain));
    ASSERT_FALSE(testing::Test::HasFatalFailure()) << row;
  }
}

TEST(CapiArrow, ASliceIsWhatItHoldsAndNullRowsAreRefused) {
  const TypedRows& rows = typed_rows();
  constexpr std::size_t offset = 1'237;
  constexpr std::size_t count = 5'001;
  Column slice = batch(count, offset);
  for (const std::size_t row : {std::size_t{0}, std::size_t{7}, std::size_t{4'999}}) slice.set_null(row);
  slice.with_child(Column::of("income", "l", rows.income, 3));
  slice.with_child(Column::of("paid_on", "S", rows.days, 1));
  slice.with_child(Column::of("groups", "S", rows.groups, 2));
  slice.with_child(Column::of("term", "C", rows.term, 2));
  slice.with_child(Column::of("first_month", "tdD", rows.first_month, 2));
  slice.with_child(Column::of("fund_return_rate", "i", rows.rate));
  Answers answers;
  std::string sentence;
  ASSERT_EQ(assess_batch(slice, answers, &sentence), ANSINH_OK) << sentence;
  for (std::size_t row = 0; row < count; ++row) {
    ansinh::Request plain = rows.requests[offset + row];
    plain.place = {};
    plain.months_supported = 0;
    plain.local_months_used.reset();
    plain.other_support = {};
    if (row == 0 || row == 7 || row == 4'999) plain.income = ansinh::Money{-1};
    expect_row<std::int64_t>(answers, row, ansinh::assess(ansinh::built_in_rules(), plain));
    ASSERT_FALSE(testing::Test::HasFatalFailure()) << row;
  }
}

// As the kernels take them, with handles of places, all rows in one call.
TEST(CapiArrow, ColumnsAreTakenAsTheyLie) {
  const TypedRows& rows = typed_rows();
  Cells<std::uint16_t> places;
  for (const ansinh::Request& request : rows.requests) {
    uint16_t place = 0;
    ASSERT_EQ(ansinh_place(law(), request.place.province->number(), 0, nullptr, &place), ANSINH_OK);
    places.emplace_back(place);
  }
  Cells<std::int32_t> income;
  for (const auto& amount : rows.income) income.emplace_back(static_cast<std::int32_t>(*amount));
  const auto columns = [&](std::string_view book) {
    Column all = batch(rows.requests.size());
    all.with_child(Column::of("income", "i", income));
    all.with_child(Column::of("paid_on", "S", rows.days));
    all.with_child(Column::of("groups", "S", rows.groups));
    all.with_child(Column::of("term", "C", rows.term));
    all.with_child(Column::of("months_supported", "C", rows.months_supported));
    Column place = Column::of("place", "S", places);
    if (!book.empty()) place.with_metadata("ansinh.place_book", book);
    all.with_child(std::move(place));
    return all;
  };
  Column right = columns(std::to_string(ansinh_place_book(law())));
  Answers answers;
  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  otherwise.fund_return_rate = 3'100'000;
  std::string sentence;
  ASSERT_EQ(assess_batch(right, answers, &sentence, &otherwise, ANSINH_ARROW_AMOUNTS_ONLY), ANSINH_OK) << sentence;
  EXPECT_EQ(answers.array.n_children, 5);
  for (std::size_t row = 0; row < rows.requests.size(); ++row) {
    ansinh::Request plain = rows.requests[row];
    plain.first_month.reset();
    plain.local_months_used.reset();
    plain.other_support = {};
    plain.fund_return_rate = ansinh::Rate::from_decimal(std::int64_t{31}, 4);
    const auto expected = ansinh::assess(ansinh::built_in_rules(), plain);
    ASSERT_EQ(answers.value<std::uint8_t>("status", row), static_cast<int>(expected.code()));
    if (!expected) continue;
    ASSERT_EQ(answers.value<std::int32_t>("local_top_up", row), expected->local_top_up.dong());
    ASSERT_EQ(answers.value<std::int32_t>("participant_share", row), expected->participant_share.dong());
  }
  for (const char* wrong : {"", "1"}) {
    Column all = columns(wrong);
    Answers none;
    EXPECT_EQ(assess_batch(all, none, &sentence), ANSINH_CALL_ARROW);
    EXPECT_NE(sentence.find("book"), std::string::npos) << sentence;
  }
}

TEST(CapiArrow, WhatARowDoesNotSayIsTakenFromOtherwise) {
  Column all = batch(3);
  all.with_child(Column::of<std::int64_t>("income", "l", {1'500'000, std::nullopt, 1'500'000}));
  all.with_child(Column::texts("groups", "u", {std::nullopt, "poor", ""}));
  all.with_child(Column::texts("term", "u", {"3", std::nullopt, std::nullopt}));
  all.with_child(Column{"paid_on", "n", 3, 0});
  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  Answers none;
  std::string sentence;
  EXPECT_EQ(assess_batch(all, none, &sentence, &otherwise), ANSINH_OK) << sentence;
  EXPECT_EQ(none.value<std::uint8_t>("status", 0), ANSINH_INVALID_ARGUMENT) << "no day at all";
  otherwise.paid_on = ansinh_day(2026, 11, 22);
  otherwise.groups = ANSINH_NEAR_POOR;
  otherwise.term = 6;
  Answers answers;
  ASSERT_EQ(assess_batch(all, answers, &sentence, &otherwise), ANSINH_OK) << sentence;
  EXPECT_EQ(answers.value<std::int64_t>("central_support", 0), 3 * 132'000);
  EXPECT_EQ(answers.value<std::uint8_t>("status", 1), ANSINH_INVALID_ARGUMENT) << "an income is required";
  EXPECT_EQ(answers.value<std::int64_t>("central_support", 2), 6 * 132'000);
}

// ---------------------------------------------------------------------------------------------- what cannot be taken

TEST(CapiArrow, ColumnsThatCannotBeTakenAreNamed) {
  const auto sentence_of = [](Column column, uint32_t options = 0) {
    Column all = batch(1);
    all.with_child(Column::of<std::int64_t>("income", "l", {1'500'000}));
    all.with_child(Column::of<std::int32_t>("paid_on", "tdD", {20'779}));
    all.with_child(std::move(column));
    Answers answers;
    std::string sentence;
    const int32_t status = assess_batch(all, answers, &sentence, nullptr, options);
    EXPECT_EQ(status == ANSINH_OK, sentence.empty()) << status;
    EXPECT_EQ(answers.array.release == nullptr, status != ANSINH_OK);
    return sentence;
  };
  const auto says = [](const std::string& sentence, std::string_view part) {
    EXPECT_NE(sentence.find(part), std::string::npos) << sentence;
  };
  using D = std::int64_t;  // as wide as a float64, whose bits do not matter
  says(sentence_of(Column::of<D>("other_support", "g", {1})), "Binary floating point cannot hold every amount");
  says(sentence_of(Column::of<D>("fund_return_rate", "g", {1})), "decimal128");
  says(sentence_of(Column::of<D>("months_supported", "g", {1})), "float64");
  says(sentence_of(Column::of<D>("first_month", "tsn:", {1})), "date32");
  says(sentence_of(Column::of<D>("income", "l", {1})), "there twice");
  says(sentence_of(Column::of<D>("incom", "l", {1})), "`incom` is no field");
  EXPECT_EQ(sentence_of(Column::of<D>("incom", "l", {1}), ANSINH_ARROW_IGNORE_OTHER_COLUMNS), "");
  says(sentence_of(Column::of<std::int32_t>("months_supported", "tdD", {1})), "integer");
  says(sentence_of(Column::of<std::uint8_t>("groups", "b", {1})), "bool");
  says(sentence_of(Column::of<std::int32_t>("province", "i", {1})), "text");
  says(sentence_of(Column::of<std::uint64_t>("term", "L", {1})), "uint64");
  says(sentence_of(Column::of<std::int64_t>("fund_return_rate", "d:38,10", {1})), "9 decimals");
  Column shorter = Column::of<std::int32_t>("first_month", "tdD", {});
  says(sentence_of(std::move(shorter)), "shorter than the batch");
  says(sentence_of(Column{"term", "C", 1, 0}), "lacks a buffer");

  Column not_a_struct = Column::of<D>("income", "l", {1'500'000});
  Answers answers;
  std::string sentence;
  EXPECT_EQ(assess_batch(not_a_struct, answers, &sentence), ANSINH_CALL_ARROW);
  says(sentence, "struct");
  Column no_income = batch(1);
  no_income.with_child(Column::of<std::int32_t>("paid_on", "tdD", {20'779}));
  EXPECT_EQ(assess_batch(no_income, answers, &sentence), ANSINH_CALL_ARROW);
  says(sentence, "`income` is required");
  Column float_income = batch(1);
  float_income.with_child(Column::of<D>("income", "g", {1'500'000}));
  EXPECT_EQ(assess_batch(float_income, answers, &sentence), ANSINH_CALL_ARROW);
  says(sentence, "a dong may be lost");
  Column no_day = batch(1);
  no_day.with_child(Column::of<D>("income", "l", {1'500'000}));
  EXPECT_EQ(assess_batch(no_day, answers, &sentence), ANSINH_CALL_ARROW);
  says(sentence, "`paid_on` is required");
}

TEST(CapiArrow, DecimalsAreRatesDigitForDigit) {
  struct Decimal {
    std::uint64_t low = 0, high = 0;
    explicit Decimal(std::uint64_t value) : low{value} {}
  };
  Column all = batch(3);
  all.with_child(Column::of<std::int64_t>("income", "l", {1'500'000, 1'500'000, 1'500'000}));
  all.with_child(Column::of<std::int32_t>("paid_on", "tdD", {20'779, 20'779, 20'779}));
  all.with_child(Column::texts("term", "u", {"VS2", "VS2", "VS2"}));
  all.with_child(Column::of<Decimal>("fund_return_rate", "d:9,4", {Decimal{31}, std::nullopt, Decimal{5'001}}, 1));
  Answers answers;
  std::string sentence;
  ASSERT_EQ(assess_batch(all, answers, &sentence), ANSINH_OK) << sentence;
  ansinh::Request request{.paid_on = ansinh::Day{2026, 11, 22}, .income = ansinh::Money{1'500'000}};
  request.term = *ansinh::Term::from_text("VS2");
  expect_row<std::int64_t>(answers, 1, ansinh::assess(ansinh::built_in_rules(), request));
  request.fund_return_rate = ansinh::Rate::from_text("0.0031");
  expect_row<std::int64_t>(answers, 0, ansinh::assess(ansinh::built_in_rules(), request));
  EXPECT_EQ(answers.value<std::uint8_t>("status", 2), ANSINH_INVALID_ARGUMENT);
}

// ---------------------------------------------------------------------------------------------- what comes out

TEST(CapiArrow, AChildOutlivesItsStruct) {
  Column all = batch(2);
  all.with_child(Column::of<std::int64_t>("income", "l", {1'500'000, 1}));
  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  otherwise.paid_on = ansinh_day(2026, 11, 22);
  ArrowSchema schema{};
  ArrowArray array{};
  {
    Answers answers;
    ASSERT_EQ(assess_batch(all, answers, nullptr, &otherwise), ANSINH_OK);
    // Moved out as the interface says: copied, and the original marked as released.
    schema = *answers.schema.children[1];
    answers.schema.children[1]->release = nullptr;
    array = *answers.array.children[1];
    answers.array.children[1]->release = nullptr;
  }
  EXPECT_STREQ(schema.name, "contribution");
  EXPECT_STREQ(schema.format, "l");
  EXPECT_EQ(static_cast<const std::int64_t*>(array.buffers[1])[0], 330'000);
  EXPECT_EQ(array.null_count, 1);
  schema.release(&schema);
  array.release(&array);
  EXPECT_EQ(array.release, nullptr);
}

// A workspace keeps the memory of a released batch for the next one, and is not needed for one that is still held.
TEST(CapiArrow, MemoryOfAReleasedBatchIsUsedAgain) {
  ansinh_workspace* workspace = nullptr;
  ASSERT_EQ(ansinh_workspace_create(&workspace), ANSINH_OK);
  Column all = batch(1'000);
  all.with_child(Column::of<std::int64_t>("income", "l", Cells<std::int64_t>(1'000, 1'500'000)));
  const ArrowSchema schema = all.schema();
  const ArrowArray array = all.array();
  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  otherwise.paid_on = ansinh_day(2026, 11, 22);
  const auto price = [&](Answers& answers) {
    EXPECT_EQ(ansinh_assess_arrow(law(), workspace, &schema, &array, &otherwise, 0, &answers.schema, &answers.array,
                                  nullptr, nullptr, 0, nullptr),
              ANSINH_OK);
    return answers.column("contribution").buffers[1];
  };
  Answers held;
  const void* first = price(held);
  const void* second = nullptr;
  {
    Answers released;
    second = price(released);
    EXPECT_NE(first, second) << "what is held is not given away";
  }
  Answers again;
  EXPECT_EQ(price(again), second);
  ansinh_workspace_free(workspace);
  EXPECT_EQ(held.value<std::int64_t>("contribution", 999), 330'000);
  EXPECT_EQ(again.value<std::int64_t>("contribution", 999), 330'000);
}

TEST(CapiArrow, StatusesCarryTheirNames) {
  Column all = batch(2);
  all.with_child(Column::of<std::int64_t>("income", "l", {1'500'000, 1}));
  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  otherwise.paid_on = ansinh_day(2026, 11, 22);
  Answers answers;
  ASSERT_EQ(assess_batch(all, answers, nullptr, &otherwise), ANSINH_OK);
  EXPECT_STREQ(answers.schema.children[0]->dictionary->format, "u");
  const ArrowArray& names = *answers.column("status").dictionary;
  ASSERT_EQ(names.length, ANSINH_DOES_NOT_FIT + 1);
  const auto* offsets = static_cast<const std::int32_t*>(names.buffers[1]);
  const auto* text = static_cast<const char*>(names.buffers[2]);
  for (int32_t status = 0; status < names.length; ++status) {
    EXPECT_EQ(std::string(text + offsets[status], text + offsets[status + 1]), ansinh_status_name(status));
  }
}

TEST(CapiArrow, NoRowsAndAReleasedArray) {
  Column none = batch(0);
  none.with_child(Column::of<std::int32_t>("income", "i", {}));
  none.with_child(Column::of<std::int32_t>("paid_on", "tdD", {}));
  none.with_child(Column::texts("province", "u", {}));
  Answers answers;
  std::string sentence;
  ASSERT_EQ(assess_batch(none, answers, &sentence), ANSINH_OK) << sentence;
  EXPECT_EQ(answers.array.length, 0);
  EXPECT_EQ(answers.array.n_children, 11);

  ArrowSchema schema = none.schema();
  ArrowArray array = none.array();
  array.release = nullptr;
  ArrowSchema out_schema{};
  ArrowArray out{};
  EXPECT_EQ(
      ansinh_assess_arrow(law(), nullptr, &schema, &array, nullptr, 0, &out_schema, &out, nullptr, nullptr, 0, nullptr),
      ANSINH_CALL_ARROW);
  EXPECT_EQ(
      ansinh_assess_arrow(law(), nullptr, nullptr, &array, nullptr, 0, &out_schema, &out, nullptr, nullptr, 0, nullptr),
      ANSINH_CALL_NULL);
}

TEST(CapiArrow, TotalsAreDecimals) {
  ansinh_tally tally;
  ASSERT_EQ(ansinh_tally_init(&tally, sizeof tally), ANSINH_OK);
  tally.rows = 3;
  tally.by_status[ANSINH_OK] = 2;
  tally.participant_share[0] = 5;
  tally.participant_share[1] = 1;
  Answers answers;
  ASSERT_EQ(ansinh_tally_arrow(&tally, &answers.schema, &answers.array), ANSINH_OK);
  EXPECT_EQ(answers.array.length, 1);
  EXPECT_EQ(answers.value<std::uint64_t>("rows", 0), 3U);
  EXPECT_EQ(answers.value<std::uint64_t>("ok", 0), 2U);
  EXPECT_EQ(answers.value<std::uint64_t>("participant_share", 0), 5U);
  EXPECT_EQ(answers.value<std::uint64_t>("participant_share", 1), 1U) << "the high word";
  for (std::int64_t i = 0; i < answers.schema.n_children; ++i) {
    if (std::string_view{answers.schema.children[i]->name} == "participant_share") {
      EXPECT_STREQ(answers.schema.children[i]->format, "d:38,0");
    }
  }
}

}  // namespace
