// The law built into the library: every table of parameters/ and every file of programmes/.
#include "law/book_data.hpp"
#include "law/parameters/base_salary.hpp"
#include "law/parameters/contribution_rate.hpp"
#include "law/parameters/fund_return_rate.hpp"
#include "law/parameters/income_bounds.hpp"
#include "law/parameters/payment_terms.hpp"
#include "law/parameters/refund.hpp"
#include "law/parameters/rural_poverty_line.hpp"
#include "law/parameters/support.hpp"
#include "law/programmes/local_law.hpp"

namespace ansinh {
namespace {

void take(LawBook::Data& book, Parameter parameter, std::span<const built_in::Row> rows) {
  for (const auto& row : rows) {
    book.rows.push_back({parameter,
                         row.value,
                         row.from,
                         row.to,
                         {std::string{row.instrument}, std::string{row.provision}},
                         row.standing,
                         row.sources});
  }
}

void take(LawBook::Data& book, built_in::LocalLaw local) {
  for (auto& programme : local.programmes) book.programmes.push_back(std::move(programme));
  for (auto& record : local.records) book.records.push_back(std::move(record));
}

LawBook::Data built_in_data() {
  using namespace built_in;
  LawBook::Data book = bare_book();
  take(book, Parameter::contribution_rate, contribution_rate);
  take(book, Parameter::base_salary, base_salary);
  take(book, Parameter::rural_poverty_line, rural_poverty_line);
  take(book, Parameter::income_floor_basis, income_floor_basis);
  take(book, Parameter::income_ceiling_multiple, income_ceiling_multiple);
  take(book, Parameter::income_step, income_step);
  take(book, Parameter::income_step_rule, income_step_rule);
  take(book, Parameter::payment_terms, payment_terms);
  take(book, Parameter::missing_months_max, missing_months_max);
  take(book, Parameter::due_window_1, due_window_1);
  take(book, Parameter::due_window_3, due_window_3);
  take(book, Parameter::due_window_6, due_window_6);
  take(book, Parameter::due_window_12, due_window_12);
  take(book, Parameter::support_from, support_from);
  take(book, Parameter::support_cap_months, support_cap_months);
  take(book, Parameter::support_rate_poor, support_rate_poor);
  take(book, Parameter::support_rate_island, support_rate_island);
  take(book, Parameter::support_rate_near_poor, support_rate_near_poor);
  take(book, Parameter::support_rate_ethnic_minority, support_rate_ethnic_minority);
  take(book, Parameter::support_rate_other, support_rate_other);
  take(book, Parameter::fund_return_rate, fund_return_rate);
  take(book, Parameter::th_support, th_support);
  take(book, Parameter::refund_reasons, refund_reasons);

  take(book, ha_noi());
  take(book, quang_ninh());
  take(book, ha_tinh());
  take(book, khanh_hoa());
  take(book, lang_son());
  take(book, phu_tho());
  take(book, dak_lak());
  take(book, hai_phong());
  take(book, ho_chi_minh());
  take(book, da_nang());
  take(book, nghe_an());
  take(book, lam_dong());
  take(book, security_force());
  book.seal();
  return book;
}

}  // namespace

LawBook::Data bare_book() {
  LawBook::Data book;
  book.groups = {
      {"poor", "hộ nghèo", "poor household"},
      {"island", "đang sinh sống tại xã đảo, đặc khu", "living in an island commune or special zone"},
      {"near_poor", "hộ cận nghèo", "near-poor household"},
      {"ethnic_minority", "người dân tộc thiểu số", "ethnic minority"},
      {"escaped_near_poor", "mới thoát cận nghèo còn khó khăn", "out of near-poverty, still in difficulty"},
      {"informal_worker", "lao động tự do; nông, lâm, ngư, diêm nghiệp",
       "freelance or unstable income; farm, forest, fish or salt worker"},
      {"security_force", "lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở", "grassroots security force"},
  };
  book.layers = {"province", "locality"};
  return book;
}

const LawBook& LawBook::built_in() {
  static const LawBook book{std::make_shared<const Data>(built_in_data())};
  return book;
}

Day LawBook::verified_on() { return Day{2026, 11, 22}; }

}  // namespace ansinh
