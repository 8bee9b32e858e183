// Benefits and plans through the C interface: the same bytes as the library's, and calls that cannot be made.
#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

#include "ansinh/ansinh.h"
#include "ansinh/benefit_list.hpp"
#include "ansinh/benefit_report.hpp"

namespace {

using namespace ansinh;

constexpr const char* csv =
    "from,months,income,scheme,kind,paid_on,groups,central_support\n"
    "2010-03,46,1500000,voluntary,monthly,,,\n"
    "2014-01,60,2500000,,,,,\n"
    "2019-01,36,3000000,compulsory,,,,\n"
    "2022-01,48,3000000,voluntary,12,2022-01-05,near_poor,\n";

class CBenefits : public testing::Test {
 protected:
  CBenefits() {
    EXPECT_EQ(ansinh_book_create(nullptr, nullptr, 0, ANSINH_EN, &book_, nullptr, 0, nullptr), ANSINH_OK);
    spans_.resize(16);
    for (ansinh_span& span : spans_) EXPECT_EQ(ansinh_span_init(&span, sizeof span), ANSINH_OK);
    std::size_t count = 0;
    EXPECT_EQ(
        ansinh_read_record(book_, csv, SIZE_MAX, spans_.data(), spans_.size(), &count, ANSINH_EN, nullptr, 0, nullptr),
        ANSINH_OK);
    spans_.resize(count);
    EXPECT_EQ(ansinh_benefit_request_init(&request_, sizeof request_), ANSINH_OK);
    request_.kind = ANSINH_BENEFIT_PENSION;
    request_.on = ansinh_month(2026, 6);
    request_.sex = ANSINH_FEMALE;
    request_.birth = ansinh_month(1969, 5);
    EXPECT_EQ(ansinh_plan_request_init(&plan_, sizeof plan_), ANSINH_OK);
    plan_.sex = ANSINH_FEMALE;
    plan_.birth = ansinh_month(1980, 3);
    plan_.from = ansinh_month(2026, 12);
  }
  ~CBenefits() override { ansinh_book_free(book_); }

  std::string text(std::int32_t format, std::int32_t& status) {
    std::string bytes(1 << 20, '\0');
    std::size_t length = 0;
    status = ansinh_benefit(book_, &request_, spans_.data(), spans_.size(), format, ANSINH_EN, bytes.data(),
                            bytes.size(), &length);
    bytes.resize(length);
    return bytes;
  }
  std::string plan_text(std::int32_t format, std::int32_t& status) {
    std::string bytes(1 << 20, '\0');
    std::size_t length = 0;
    status = ansinh_plan(book_, &plan_, format, ANSINH_VI, bytes.data(), bytes.size(), &length);
    bytes.resize(length);
    return bytes;
  }

  ansinh_book* book_ = nullptr;
  std::vector<ansinh_span> spans_;
  ansinh_benefit_request request_{};
  ansinh_plan_request plan_{};
};

TEST_F(CBenefits, EveryKindIsTheLibrarysAnswer) {
  const BenefitRules& rules = built_in_benefit_rules();
  const auto record = read_record(LawBook::built_in(), csv);
  ASSERT_TRUE(record.ok());
  const Person person{Sex::female, Month{1969, 5}};
  const Month on{2026, 6};
  std::int32_t status = 0;
  const PensionRequest retires{person, on};
  EXPECT_EQ(text(ANSINH_JSON, status),
            benefit_json(rules, retires, *record, *pension(rules, retires, *record), Language::en));
  EXPECT_EQ(status, ANSINH_OK);
  request_.options = ANSINH_EXPLAIN;
  EXPECT_EQ(text(ANSINH_TEXT, status),
            benefit_text(rules, retires, *record, *pension(rules, retires, *record), Language::en, true));
  request_.kind = ANSINH_BENEFIT_ONE_TIME;
  request_.one_time_case = ANSINH_EMIGRATION;
  const OneTimeRequest leaves{person, on, OneTimeCase::emigration};
  EXPECT_EQ(text(ANSINH_JSON, status),
            benefit_json(rules, leaves, *record, *one_time(rules, leaves, *record), Language::en));
  request_.kind = ANSINH_BENEFIT_DEATH;
  request_.pension = 3'000'000;
  request_.months_drawn = 5;
  const DeathRequest dies{on, DrawnPension{Money{3'000'000}, 5}};
  EXPECT_EQ(text(ANSINH_JSON, status), benefit_json(rules, dies, *record, *death(rules, dies, *record), Language::en));
  request_.kind = ANSINH_BENEFIT_MATERNITY;
  request_.children = 2;
  const MaternityRequest bears{on, 2};
  EXPECT_EQ(text(ANSINH_JSON, status),
            benefit_json(rules, bears, *record, *maternity(rules, bears, *record), Language::en));
  request_.kind = ANSINH_BENEFIT_BRIDGE;
  request_.groups = ANSINH_POOR;
  const BridgeRequest waits{person, on, Group::poor};
  EXPECT_EQ(text(ANSINH_JSON, status),
            benefit_json(rules, waits, *record, *bridge(rules, waits, *record), Language::en));
}

TEST_F(CBenefits, PlansAndTheirInverseQuestions) {
  const BenefitRules& rules = built_in_benefit_rules();
  PlanRequest request;
  request.person = {Sex::female, Month{1980, 3}};
  request.from = Month{2026, 12};
  request.income = Money{3'000'000};
  plan_.income = 3'000'000;
  std::int32_t status = 0;
  EXPECT_EQ(plan_text(ANSINH_JSON, status), plan_json(rules, explain(rules, request), Language::vi));
  EXPECT_EQ(status, ANSINH_OK);
  plan_.fixed_factor = 135;
  plan_.factor_decimals = 2;
  request.fixed_factor = *PriceFactor::from_text("1.35");
  EXPECT_EQ(plan_text(ANSINH_TEXT, status), ansinh::plan_text(rules, explain(rules, request), Language::vi, false));
  request.fixed_factor = {};
  plan_.fixed_factor = ANSINH_NO_AMOUNT;
  plan_.income = ANSINH_NO_AMOUNT;
  plan_.target_pension = 2'000'000;
  request.income = plan_for_pension(rules, request, Money{2'000'000})->income;
  EXPECT_EQ(plan_text(ANSINH_JSON, status), plan_json(rules, explain(rules, request), Language::vi));
  plan_.target_pension = ANSINH_NO_AMOUNT;
  plan_.budget = 700'000;
  request.income = plan_for_budget(rules, request, Money{700'000})->income;
  EXPECT_EQ(plan_text(ANSINH_JSON, status), plan_json(rules, explain(rules, request), Language::vi));
  plan_.income = 3'000'000;
  (void)plan_text(ANSINH_JSON, status);
  EXPECT_EQ(status, ANSINH_INVALID_ARGUMENT);  // two questions
  plan_.budget = plan_.income = ANSINH_NO_AMOUNT;
  EXPECT_NE(plan_text(ANSINH_JSON, status).find("\"parameter\":\"income\""), std::string::npos);
}

TEST_F(CBenefits, RefusalsNameTheSpan) {
  std::int32_t status = 0;
  spans_[2].months = 100;
  EXPECT_NE(text(ANSINH_JSON, status).find("\"span\":3"), std::string::npos);
  EXPECT_EQ(status, ANSINH_INVALID_ARGUMENT);
  spans_[2].months = 36;
  spans_[1].scheme = 7;
  EXPECT_NE(text(ANSINH_JSON, status).find("\"span\":2"), std::string::npos);
  spans_[1].scheme = 0;
  request_.birth = ANSINH_NOT_GIVEN;
  EXPECT_NE(text(ANSINH_JSON, status).find("\"parameter\":\"birth\""), std::string::npos);
  std::size_t count = 0, length = 0;
  char refusal[4096];
  EXPECT_EQ(ansinh_read_record(book_, "from,months,income\n2020-01,x,1\n", SIZE_MAX, spans_.data(), spans_.size(),
                               &count, ANSINH_EN, refusal, sizeof refusal, &length),
            ANSINH_INVALID_ARGUMENT);
  EXPECT_NE(std::string(refusal).find("\"parameter\":\"months\""), std::string::npos);
  EXPECT_EQ(ansinh_read_record(book_, csv, SIZE_MAX, spans_.data(), 2, &count, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_BUFFER_TOO_SMALL);
  EXPECT_EQ(count, 4U);
}

TEST_F(CBenefits, ManyRecords) {
  const BenefitRules& rules = built_in_benefit_rules();
  const auto record = read_record(LawBook::built_in(), csv);
  constexpr std::size_t rows = 150;
  std::vector<std::uint8_t> sex(rows), status(rows), eligible(rows);
  std::vector<std::int32_t> birth(rows), on(rows, ansinh_month(2026, 6)), from(rows), rate(rows), months(rows);
  std::vector<std::int64_t> average(rows), pension_column(rows), lump(rows);
  std::vector<std::uint32_t> offsets{0};
  std::vector<ansinh_span> all;
  for (std::size_t i = 0; i < rows; ++i) {
    sex[i] = i == 7 ? 9 : static_cast<std::uint8_t>(i % 2);
    birth[i] = ansinh_month(1960, 1) + static_cast<std::int32_t>(i);
    all.insert(all.end(), spans_.begin(), spans_.end());
    if (i == 20) all.back().income = 1;
    offsets.push_back(static_cast<std::uint32_t>(all.size()));
  }
  ansinh_pension_columns columns{};
  columns.size = sizeof columns;
  columns.rows = rows;
  columns.sex = sex.data();
  columns.birth = birth.data();
  columns.on = on.data();
  columns.offsets = offsets.data();
  columns.spans = all.data();
  columns.span_count = all.size();
  columns.status = status.data();
  columns.eligible = eligible.data();
  columns.months = months.data();
  columns.eligible_from = from.data();
  columns.rate = rate.data();
  columns.average_income = average.data();
  columns.pension = pension_column.data();
  columns.lump_sum_above_cap = lump.data();
  ASSERT_EQ(ansinh_pensions(book_, &columns), ANSINH_OK);
  int drawn = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    if (i == 7 || i == 20) {
      EXPECT_EQ(status[i], i == 7 ? ANSINH_INVALID_ARGUMENT : ANSINH_INCOME_BELOW_FLOOR);
      EXPECT_EQ(pension_column[i], 0);
      continue;
    }
    const Person person{sex[i] == 0 ? Sex::female : Sex::male, Month{1960, 1} + static_cast<int>(i)};
    const auto alone = pension(rules, {person, Month{2026, 6}}, *record);
    ASSERT_EQ(status[i], static_cast<int>(alone.code())) << i;
    if (!alone.ok()) continue;
    EXPECT_EQ(pension_column[i], alone->pension.dong());
    EXPECT_EQ(eligible[i] != 0, alone->eligible);
    EXPECT_EQ(average[i], alone->average_income.dong());
    EXPECT_EQ(months[i], 190);
    drawn += alone->eligible ? 1 : 0;
  }
  EXPECT_GT(drawn, 20);
  offsets.back() += 1;
  EXPECT_EQ(ansinh_pensions(book_, &columns), ANSINH_CALL_COLUMNS);
  columns.rows = 0;
  EXPECT_EQ(ansinh_pensions(book_, &columns), ANSINH_OK);
  columns.options = 64;
  EXPECT_EQ(ansinh_pensions(book_, &columns), ANSINH_CALL_BAD_CODE);
}

TEST_F(CBenefits, CallsThatCannotBeMade) {
  EXPECT_EQ(ansinh_benefit(nullptr, &request_, nullptr, 0, ANSINH_JSON, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_benefit(book_, nullptr, nullptr, 0, ANSINH_JSON, ANSINH_EN, nullptr, 0, nullptr), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_benefit(book_, &request_, nullptr, 1, ANSINH_JSON, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_benefit(book_, &request_, spans_.data(), 1, ANSINH_CSV, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_BAD_CODE);
  request_.options = 8;
  EXPECT_EQ(ansinh_benefit(book_, &request_, spans_.data(), 1, ANSINH_JSON, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_BAD_CODE);
  request_.options = 0;
  request_.size = 8;
  EXPECT_EQ(ansinh_benefit(book_, &request_, spans_.data(), 1, ANSINH_JSON, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_STRUCT_SIZE);
  std::size_t length = 0;
  plan_.income = 3'000'000;
  EXPECT_EQ(ansinh_plan(book_, &plan_, ANSINH_JSON, ANSINH_EN, nullptr, 0, &length), ANSINH_CALL_BUFFER_TOO_SMALL);
  EXPECT_GT(length, 100U);
  EXPECT_EQ(std::string{ansinh_benefit_law_digest(book_)}, BenefitLaw::built_in().digest());
}

// Texts at the numbers of their fields.
class Texts {
 public:
  Texts() : texts_(ANSINH_FIELD_FIXED_FACTOR + 1, nullptr) {}
  Texts& with(int field, const char* text) {
    texts_[static_cast<std::size_t>(field)] = text;
    return *this;
  }
  [[nodiscard]] const char* const* data() const { return texts_.data(); }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::vector<const char*> texts_;
};

TEST_F(CBenefits, AQuestionIsReadFromTexts) {
  Texts texts;
  texts.with(ANSINH_FIELD_EVENT, "2026-06").with(ANSINH_FIELD_SEX, "F").with(ANSINH_FIELD_BIRTH, "05/1969");
  ansinh_benefit_request read{};
  ASSERT_EQ(ansinh_benefit_request_init(&read, sizeof read), ANSINH_OK);
  read.options = ANSINH_EXPLAIN;
  ASSERT_EQ(ansinh_read_benefit(book_, ANSINH_BENEFIT_PENSION, texts.data(), nullptr, texts.size(), &read, ANSINH_EN,
                                nullptr, 0, nullptr),
            ANSINH_OK);
  EXPECT_EQ(read.options, static_cast<std::uint32_t>(ANSINH_EXPLAIN));
  std::int32_t status = 0;
  const std::string by_codes = text(ANSINH_JSON, status);
  read.options = 0;
  request_ = read;
  EXPECT_EQ(text(ANSINH_JSON, status), by_codes);

  texts.with(ANSINH_FIELD_CASE, "emigration")
      .with(ANSINH_FIELD_PENSION, "1.500.000")
      .with(ANSINH_FIELD_MONTHS_DRAWN, "7")
      .with(ANSINH_FIELD_GROUPS, "poor|island")
      .with(ANSINH_FIELD_CHILDREN, "2");
  ASSERT_EQ(ansinh_read_benefit(book_, ANSINH_BENEFIT_ONE_TIME, texts.data(), nullptr, texts.size(), &read, ANSINH_EN,
                                nullptr, 0, nullptr),
            ANSINH_OK);
  EXPECT_EQ(read.one_time_case, ANSINH_EMIGRATION);
  EXPECT_EQ(read.pension, 1'500'000);
  EXPECT_EQ(read.months_drawn, 7);
  EXPECT_EQ(read.children, 2);
  EXPECT_EQ(read.groups, static_cast<std::uint32_t>(ANSINH_POOR | ANSINH_ISLAND));
  // Of a death no person is asked.
  ASSERT_EQ(ansinh_read_benefit(book_, ANSINH_BENEFIT_DEATH, texts.data(), nullptr, texts.size(), &read, ANSINH_EN,
                                nullptr, 0, nullptr),
            ANSINH_OK);
  EXPECT_EQ(read.sex, ANSINH_NOT_GIVEN);
  EXPECT_EQ(read.one_time_case, ANSINH_NOT_GIVEN);

  const ansinh_benefit_request before = read;
  std::string refusal(1000, '\0');
  std::size_t length = 0;
  texts.with(ANSINH_FIELD_BIRTH, "May 1969");
  EXPECT_EQ(ansinh_read_benefit(book_, ANSINH_BENEFIT_PENSION, texts.data(), nullptr, texts.size(), &read, ANSINH_EN,
                                refusal.data(), refusal.size(), &length),
            ANSINH_INVALID_ARGUMENT);
  refusal.resize(length);
  EXPECT_NE(refusal.find(R"("parameter":"birth","given":"May 1969")"), std::string::npos) << refusal;
  EXPECT_EQ(std::memcmp(&before, &read, sizeof read), 0) << "a refusal leaves the request as it was";

  EXPECT_EQ(ansinh_read_benefit(book_, 9, texts.data(), nullptr, texts.size(), &read, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_BAD_CODE);
  EXPECT_EQ(
      ansinh_read_benefit(book_, ANSINH_BENEFIT_DEATH, nullptr, nullptr, 3, &read, ANSINH_EN, nullptr, 0, nullptr),
      ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_read_benefit(book_, ANSINH_BENEFIT_DEATH, texts.data(), nullptr, texts.size() + 1, &read, ANSINH_EN,
                                nullptr, 0, nullptr),
            ANSINH_CALL_BAD_CODE);
}

TEST_F(CBenefits, APlanIsReadFromTexts) {
  Texts texts;
  texts.with(ANSINH_FIELD_SEX, "F")
      .with(ANSINH_FIELD_BIRTH, "1980-03")
      .with(ANSINH_FIELD_FROM, "12/2026")
      .with(ANSINH_FIELD_INCOME, "3.000.000")
      .with(ANSINH_FIELD_TERM, "6")
      .with(ANSINH_FIELD_GROUPS, "near_poor")
      .with(ANSINH_FIELD_PROVINCE, "66")
      .with(ANSINH_FIELD_FORMER_PROVINCE, "54")
      .with(ANSINH_FIELD_LOCALITY, "00004")
      .with(ANSINH_FIELD_MONTHS_SUPPORTED, "7")
      .with(ANSINH_FIELD_MONTHS_SO_FAR, "13")
      .with(ANSINH_FIELD_AVERAGE_SO_FAR, "2500000")
      .with(ANSINH_FIELD_FIXED_FACTOR, "1.35");
  ansinh_plan_request read{};
  ASSERT_EQ(ansinh_plan_request_init(&read, sizeof read), ANSINH_OK);
  const auto call = [&] {
    return ansinh_read_plan(book_, texts.data(), nullptr, texts.size(), &read, ANSINH_EN, nullptr, 0, nullptr);
  };
  ASSERT_EQ(call(), ANSINH_OK);
  plan_.income = 3'000'000;
  plan_.term = 6;
  plan_.groups = ANSINH_NEAR_POOR;
  plan_.province = 66;
  plan_.former_province = 54;
  std::memcpy(plan_.locality, "00004", 6);
  plan_.months_supported = 7;
  plan_.months_so_far = 13;
  plan_.average_so_far = 2'500'000;
  plan_.fixed_factor = 135;
  plan_.factor_decimals = 2;
  EXPECT_EQ(std::memcmp(&read, &plan_, sizeof read), 0);

  // Each of the three questions.
  texts.with(ANSINH_FIELD_INCOME, nullptr).with(ANSINH_FIELD_TARGET_PENSION, "2000000");
  ASSERT_EQ(call(), ANSINH_OK);
  EXPECT_EQ(read.income, ANSINH_NO_AMOUNT);
  EXPECT_EQ(read.target_pension, 2'000'000);
  texts.with(ANSINH_FIELD_TARGET_PENSION, nullptr).with(ANSINH_FIELD_BUDGET, "500000");
  ASSERT_EQ(call(), ANSINH_OK);
  EXPECT_EQ(read.target_pension, ANSINH_NO_AMOUNT);
  EXPECT_EQ(read.budget, 500'000);
  texts.with(ANSINH_FIELD_INCOME, "3000000");
  EXPECT_EQ(call(), ANSINH_INVALID_ARGUMENT) << "two questions at once";
}

}  // namespace
