#include "vectors/requests.hpp"

#include <algorithm>

namespace vectors {

using namespace ansinh;

const std::string by_reference = "computed by tests/reference from tests/reference/data";

Request monthly(Day day, std::int64_t income, GroupSet groups) {
  Request q;
  q.paid_on = day;
  q.income = Money{income};
  q.groups = groups;
  return q;
}

Term months(int n) { return *Term::months(n); }
FormerProvinceCode former(int code) { return *FormerProvinceCode::from_number(code); }
ProvinceCode present(int code) { return *ProvinceCode::from_number(code); }
LocalityCode locality(const char* code) { return *LocalityCode::from_text(code); }
std::int64_t floor_on(Day asked) {
  const Day day = std::min(asked, last_law_day);
  return law().on(law().on("income_floor_basis", day)->text, day)->digits;
}
std::int64_t ceiling_on(Day day) { return 20 * law().on("base_salary", day)->digits; }

Request request_of(const reference::CsvRow& row) {
  Request q = monthly(reference::day_of(row.at("paid_on"), Day{}), std::stoll(row.at("income_vnd")));
  q.term = *Term::from_text(row.at("term"));
  if (const std::string& first = row.at("first_month"); !first.empty()) {
    q.first_month = reference::day_of(first + "-01", Day{}).month();
  }
  q.fund_return_rate = Rate::from_text(row.at("fund_return_rate"));
  if (row.at("th_support") == "compounded") q.th_support = ThSupport::compounded;
  if (row.at("th_support") == "nominal") q.th_support = ThSupport::nominal;
  return q;
}

const std::array<GroupSet, 8> single_groups{GroupSet{},
                                            Group::poor,
                                            Group::island,
                                            Group::near_poor,
                                            Group::ethnic_minority,
                                            Group::escaped_near_poor,
                                            Group::informal_worker,
                                            Group::security_force};

}  // namespace vectors
