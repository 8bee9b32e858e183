#include "assess/random_law.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace random_law {
namespace {

using namespace ansinh;

template <class T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}
int between(int low, int high) { return *rc::gen::inRange(low, high + 1); }

// Few places and days, so that programmes, records and requests meet.
const char* const localities[] = {"004", "005", "00004"};
constexpr int former_codes[] = {1, 30, 31, 56, 58, 79, 74, 77};

ProvinceCode present_of(int former) { return FormerProvinceCode::from_number(former)->present(); }

Day random_day() {
  // 2016-01-01 to 2030-12-31, mostly near the changes.
  if (chance(2)) {
    return one_of<Day>({Day{2017, 12, 31}, Day{2018, 1, 1}, Day{2018, 2, 1}, Day{2022, 1, 1}, Day{2024, 7, 1},
                        Day{2025, 6, 30}, Day{2025, 7, 1}, Day{2026, 1, 1}, Day{2026, 11, 23}, Day{2027, 1, 1}});
  }
  return *Day::from_number(between(16801, 22279));
}

GroupSet random_groups() { return GroupSet::from_bits(static_cast<std::uint16_t>(between(0, 127))); }

Rate random_rate(bool up_to_one) {
  // Few decimals make ties, many make fractions.
  const int decimals = one_of<int>({0, 1, 2, 2, 3, 4, 6, 9});
  std::int64_t one = 1;
  for (int i = 0; i < decimals; ++i) one *= 10;
  const std::int64_t digits = *rc::gen::inRange<std::int64_t>(0, (up_to_one ? one : (one + 2) / 3) + 1);
  return Rate::from_decimal(digits, decimals).value();
}

// Every row of a list has about the same return, and the reference adds powers up slowly: it changes now and then only.
Rate random_return() {
  static Rate r;
  if (chance(40)) {
    const int decimals = one_of<int>({2, 3, 4, 5, 9});
    std::int64_t most = 5;
    for (int i = 2; i < decimals; ++i) most *= 10;
    r = Rate::from_decimal(*rc::gen::inRange<std::int64_t>(0, most + 1), decimals).value();
  }
  return r;
}

Territory random_territory() {
  Territory t;
  const int kinds = between(1, 7);
  const int former = former_codes[between(0, 7)];
  if ((kinds & 1) != 0) t.province.push_back(present_of(former));
  if ((kinds & 2) != 0) t.former_province.push_back(*FormerProvinceCode::from_number(former_codes[between(0, 7)]));
  if ((kinds & 4) != 0) t.locality.push_back(*LocalityCode::from_text(localities[between(0, 2)]));
  return t;
}

PerMonth random_per_month() {
  switch (between(0, 3)) {
    case 0: return FloorShare{random_rate(true)};
    case 1: return OwnShare{random_rate(true)};
    case 2: return FixedSum{Money{*rc::gen::inRange<std::int64_t>(0, 400'001)}};
    default: return StatedIncomeShare{Money{*rc::gen::inRange<std::int64_t>(0, 7'000'001)}, random_rate(true)};
  }
}

Programme random_programme(int number, const std::vector<std::string>& layers) {
  Programme p;
  p.id = "p" + std::to_string(number);
  p.layer = *rc::gen::elementOf(layers);
  p.territory = random_territory();
  if (chance(2)) p.from = random_day();
  if (chance(3)) p.to = *Day::from_number(p.from.number() + between(0, 2500));
  p.displaces = one_of<Displaces>({Displaces::fitting, Displaces::all, Displaces::none});
  p.standing = one_of<Standing>({Standing::text, Standing::reported, Standing::practice, Standing::assumed});
  p.confidence = one_of<Confidence>({Confidence::high, Confidence::high, Confidence::medium});
  p.citation = {"a test", ""};
  p.source_of_money = one_of<SourceOfMoney>({SourceOfMoney::budget, SourceOfMoney::fund});
  const int rules = between(1, 3);
  for (int i = 0; i < rules; ++i) {
    Rule rule;
    // A rule for one group set may stand only once in a programme.
    rule.groups = i == 0 && chance(2) ? GroupSet{}
                                      : GroupSet::from_bits(static_cast<std::uint16_t>(1U << (2 * i + between(0, 1))));
    rule.per_month = random_per_month();
    rule.months.kind =
        one_of<RuleMonths::Kind>({RuleMonths::Kind::central, RuleMonths::Kind::all, RuleMonths::Kind::limit});
    if (rule.months.kind == RuleMonths::Kind::limit) rule.months.limit = one_of<int>({1, 2, 6, 12, 24, 600});
    p.rules.push_back(rule);
  }
  return p;
}

Record random_record() {
  Record r;
  r.territory = random_territory();
  if (chance(2)) r.from = random_day();
  if (chance(3)) r.to = *Day::from_number(r.from.number() + between(0, 2500));
  r.kind = one_of<RecordKind>({RecordKind::none, RecordKind::none_found, RecordKind::unknown, RecordKind::draft});
  // A confirmed none is of everyone; the others may be of one group.
  if (r.kind != RecordKind::none && chance(2))
    r.groups = GroupSet::from_bits(static_cast<std::uint16_t>(1U << between(0, 6)));
  r.citation = {"a test", ""};
  return r;
}

LawRow random_row() {
  LawRow row{Parameter::contribution_rate, Rate{}, random_day(), open_end, {"a test", ""}, Standing::text,
             Sources::two_or_more};
  if (chance(2)) row.to = *Day::from_number(row.from.number() + between(0, 2500));
  row.standing = one_of<Standing>({Standing::text, Standing::reported, Standing::assumed});
  row.sources = one_of<Sources>({Sources::one, Sources::two_or_more});
  switch (between(0, 8)) {
    case 0: row.value = random_rate(false); break;
    case 7:
      row.parameter = Parameter::fund_return_rate;
      row.value = random_return();
      break;
    case 8:
      row.parameter = Parameter::th_support;
      row.value = one_of<ThSupport>({ThSupport::compounded, ThSupport::nominal});
      break;
    case 1:
      row.parameter = Parameter::rural_poverty_line;
      row.value = Money{*rc::gen::inRange<std::int64_t>(1, 3'000'000)};
      break;
    case 2:
      row.parameter = Parameter::base_salary;
      row.value = Money{*rc::gen::inRange<std::int64_t>(500'000, 3'000'000)};
      break;
    case 3:
      row.parameter = one_of<Parameter>(
          {Parameter::support_rate_poor, Parameter::support_rate_near_poor, Parameter::support_rate_other});
      row.value = random_rate(true);
      break;
    case 4:
      row.parameter = Parameter::income_step;
      row.value = Money{one_of<std::int64_t>({1, 7, 1000, 50'000, 123'457})};
      break;
    case 5:
      row.parameter = Parameter::support_cap_months;
      row.value = one_of<int>({1, 60, 119, 120});
      break;
    default:
      row.parameter = Parameter::income_ceiling_multiple;
      row.value = one_of<int>({1, 19, 20, 1000});
      break;
  }
  return row;
}

Term random_long_term() {
  switch (between(0, 3)) {
    case 0: return *Term::years_ahead(between(2, 5));
    case 1: return *Term::missing_months(between(1, 120));
    case 2: return *Term::missing_months(between(1, 12));
    default: return *Term::late(one_of<int>({1, 3, 6, 12}));
  }
}

}  // namespace

bool chance(int in) { return between(1, in) == 1; }

Request request(const reference::Law& law) {
  Request q;
  q.paid_on = random_day();
  q.term = chance(3) ? random_long_term() : *Term::months(one_of<int>({1, 3, 6, 12}));
  if (!chance(8)) q.fund_return_rate = random_return();
  if (chance(3)) q.th_support = one_of<ThSupport>({ThSupport::compounded, ThSupport::nominal});
  if (q.term.kind() == Term::Kind::late) {
    q.first_month = q.paid_on.month() - between(0, 40);
  } else if (chance(4))
    q.first_month = q.paid_on.month() + between(-7, 13);
  const std::int64_t floor = law.on(law.on("income_floor_basis", q.paid_on)->text, q.paid_on)->digits;
  const std::int64_t ceiling =
      law.on("base_salary", q.paid_on)->digits * law.on("income_ceiling_multiple", q.paid_on)->digits;
  const std::int64_t step = law.on("income_step", q.paid_on)->digits;
  const std::int64_t levels = std::max<std::int64_t>(1, (ceiling - floor) / step + 1);
  std::int64_t income =
      floor + step * *rc::gen::inRange<std::int64_t>(0, chance(2) ? std::min<std::int64_t>(levels, 3) : levels);
  if (chance(3)) income += between(-1, 60'000);
  q.income = Money{income};
  q.groups = random_groups();
  const int former = former_codes[between(0, 7)];
  const int given = between(0, 7);
  if ((given & 1) != 0) q.place.province = present_of(former);
  if ((given & 2) != 0) q.place.former_province = FormerProvinceCode::from_number(former);
  if ((given & 4) != 0) q.place.locality = LocalityCode::from_text(localities[between(0, 2)]);
  if (chance(3)) q.months_supported = between(100, 120);
  if (chance(2)) q.local_months_used = between(0, 26);
  if (chance(4)) q.other_support = Money{*rc::gen::inRange<std::int64_t>(0, 3'000'000)};
  return q;
}

proof::Twin book() {
  proof::Twin twin;
  std::vector<std::string> layers{"province", "locality"};
  const int further = between(0, 2);
  for (int i = 0; i < further; ++i) {
    layers.push_back("further" + std::to_string(i));
    twin.add_layer(layers.back());
  }
  const int rows = between(0, 4);
  for (int i = 0; i < rows; ++i) twin.lay(random_row());
  const int programmes = between(1, 6);
  for (int i = 0; i < programmes; ++i) twin.lay(random_programme(i, layers));
  const int records = between(0, 3);
  for (int i = 0; i < records; ++i) twin.lay(random_record());
  return twin;
}

}  // namespace random_law
