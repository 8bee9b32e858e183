#include "ansinh/benefit_law.hpp"

#include <algorithm>
#include <utility>

#include "law/benefits/indexation.hpp"
#include "law/benefits/pension_rate.hpp"
#include "law/benefits/retirement_age.hpp"
#include "law/benefits/sums.hpp"
#include "law/book_data.hpp"

namespace ansinh {

struct BenefitLaw::Data {
  std::vector<RetirementAge> ages;
  std::vector<PensionRate> rates;
  std::vector<PensionMonths> months;
  std::vector<IndexationTable> tables;
  std::vector<BenefitSum> maternity;
  std::vector<BenefitSum> social_pension;
  std::string digest;

  void seal();
};

namespace {

std::string provision_text(const Provision& provision) {
  return provision.citation.instrument + '|' + provision.citation.provision + '|' +
         std::string{name(provision.standing)} + '|' + std::string{name(provision.sources)} + '\n';
}

std::string dated(Day from, Day to) { return from.text() + '|' + to.text() + '|'; }

template <class Row>
const Row* on(std::span<const Row> rows, Day day) {
  const auto found = std::ranges::find_if(rows, [day](const Row& row) { return row.from <= day && day <= row.to; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

void BenefitLaw::Data::seal() {
  std::string text;
  for (const RetirementAge& row : ages) {
    text += "age|" + std::string{name(row.sex)} + '|' + std::to_string(row.first_year) + '|' +
            std::to_string(row.last_year) + '|' + std::to_string(row.months) + '|' + provision_text(row.provision);
  }
  for (const PensionRate& row : rates) {
    text += "rate|" + std::string{name(row.sex)} + '|' + dated(row.from, row.to);
    for (const PensionRate::Stretch& stretch : row.stretches) {
      text += std::to_string(stretch.years) + '|' + stretch.rate.text() + '|' + stretch.per_year.text() + '|';
    }
    text += row.cap.text() + '|' + provision_text(row.provision);
  }
  for (const PensionMonths& row : months) {
    text += "months|" + dated(row.from, row.to) + std::to_string(row.months) + '|' + provision_text(row.provision);
  }
  for (const IndexationTable& table : tables) {
    text += "indexation|" + std::to_string(table.benefit_year) + '|';
    for (const auto& coefficient : table.coefficients) {
      text += std::to_string(coefficient.year) + '=' + std::to_string(coefficient.hundredths) + '|';
    }
    text += provision_text(table.provision);
  }
  for (const auto& [what, rows] :
       {std::pair{"maternity|", &maternity}, std::pair{"social_pension|", &social_pension}}) {
    for (const BenefitSum& row : *rows) {
      text += what + dated(row.from, row.to) + std::to_string(row.amount.dong()) + '|' + provision_text(row.provision);
    }
  }
  digest = short_sha256(text);
}

std::optional<int> IndexationTable::of(int year) const {
  const auto found = std::ranges::find(coefficients, year, &Coefficient::year);
  if (found == coefficients.end()) return std::nullopt;
  return found->hundredths;
}

BenefitLaw::BenefitLaw(std::shared_ptr<const Data> data) : data_{std::move(data)} {}

const BenefitLaw& BenefitLaw::built_in() {
  static const BenefitLaw law = [] {
    auto data = std::make_shared<Data>(Data{built_in::retirement_ages(),
                                            built_in::pension_rates(),
                                            built_in::pension_months(),
                                            built_in::indexation(),
                                            built_in::maternity_allowance(),
                                            built_in::social_pension(),
                                            {}});
    data->seal();
    return BenefitLaw{std::move(data)};
  }();
  return law;
}

BenefitLaw BenefitLaw::with(IndexationTable table) const {
  auto data = std::make_shared<Data>(*data_);
  std::ranges::sort(table.coefficients, {}, &IndexationTable::Coefficient::year);
  const auto at = std::ranges::lower_bound(data->tables, table.benefit_year, {}, &IndexationTable::benefit_year);
  if (at != data->tables.end() && at->benefit_year == table.benefit_year) {
    *at = std::move(table);
  } else {
    data->tables.insert(at, std::move(table));
  }
  data->seal();
  return BenefitLaw{std::move(data)};
}

std::span<const RetirementAge> BenefitLaw::retirement_ages() const { return data_->ages; }
std::span<const PensionRate> BenefitLaw::pension_rates() const { return data_->rates; }
std::span<const PensionMonths> BenefitLaw::pension_months() const { return data_->months; }
std::span<const IndexationTable> BenefitLaw::indexation() const { return data_->tables; }
std::span<const BenefitSum> BenefitLaw::maternity_allowance() const { return data_->maternity; }
std::span<const BenefitSum> BenefitLaw::social_pension() const { return data_->social_pension; }

const PensionRate* BenefitLaw::pension_rate(Sex sex, Day day) const {
  const auto found = std::ranges::find_if(
      data_->rates, [&](const PensionRate& row) { return row.sex == sex && row.from <= day && day <= row.to; });
  return found == data_->rates.end() ? nullptr : &*found;
}

const PensionMonths* BenefitLaw::pension_months(Day day) const { return on(pension_months(), day); }

const IndexationTable* BenefitLaw::indexation(int benefit_year) const {
  const auto found = std::ranges::find(data_->tables, benefit_year, &IndexationTable::benefit_year);
  return found == data_->tables.end() ? nullptr : &*found;
}

const IndexationTable* BenefitLaw::indexation_before(int benefit_year) const {
  const auto after = std::ranges::lower_bound(data_->tables, benefit_year, {}, &IndexationTable::benefit_year);
  return after == data_->tables.begin() ? nullptr : &*std::prev(after);
}

const BenefitSum* BenefitLaw::maternity_allowance(Day day) const { return on(maternity_allowance(), day); }
const BenefitSum* BenefitLaw::social_pension(Day day) const { return on(social_pension(), day); }

std::optional<BenefitLaw::Retirement> BenefitLaw::retirement(Sex sex, Month birth) const {
  // The first year in which the age of that year is reached: so the official appendix comes out month for month.
  for (const RetirementAge& row : data_->ages) {
    if (row.sex != sex) continue;
    const Month reached = birth + row.months;
    if (row.first_year <= reached.year() && reached.year() <= row.last_year)
      return Retirement{row.months, reached, &row};
  }
  return std::nullopt;
}

const std::string& BenefitLaw::digest() const { return data_->digest; }

std::string_view name(Sex sex) { return sex == Sex::female ? "F" : "M"; }

}  // namespace ansinh
