#include "capi/request.hpp"

#include <algorithm>
#include <cstring>

#include "capi/codes.hpp"
#include "capi/faults.hpp"

namespace ansinh::capi {
namespace {

Fault out_of_range(Field field, std::int64_t given) { return fault_of(field, Hint::out_of_range, Datum::count(given)); }

std::string_view text_in(const char (&member)[8]) {
  return {member, static_cast<std::size_t>(std::find(std::begin(member), std::end(member), '\0') - std::begin(member))};
}

template <class Code, class OtherCode>
std::optional<Fault> read_province(Field field, Hint in_other_list, Datum::Kind kind, std::int32_t given,
                                   std::optional<Code>& into) {
  if (given == 0) return std::nullopt;
  into = Code::from_number(given);
  if (into) return std::nullopt;
  if (given < 0 || given > 99) return out_of_range(field, given);
  return fault_of(field, OtherCode::from_number(given) ? in_other_list : Hint::unknown_code, Datum::code(kind, given));
}

// With the limits of the library's own check, whatever the value.
std::optional<Fault> read_return(std::int32_t given, std::optional<Rate>& into) {
  if (given == ANSINH_NOT_GIVEN) return std::nullopt;
  const auto rate = Rate::from_decimal(std::int64_t{given}, Rate::max_decimals);
  if (!rate) {
    auto fault = check_fund_return_rate(*Rate::from_decimal(1, 0));
    if (!fault) return out_of_range(Field::fund_return_rate, given);
    fault->given = Datum::count(given);
    return fault;
  }
  if (auto fault = check_fund_return_rate(*rate)) return fault;
  into = *rate;
  return std::nullopt;
}

std::optional<Fault> read(const ansinh_request& given, Needs needs, Request& request) {
  if (given.paid_on == ANSINH_NOT_GIVEN) {
    if (needs != Needs::nothing) return missing(Field::paid_on);
  } else if (const auto day = Day::from_number(given.paid_on)) {
    request.paid_on = *day;
  } else {
    return out_of_range(Field::paid_on, given.paid_on);
  }

  if (given.first_month != ANSINH_NOT_GIVEN) {
    request.first_month = month_of(given.first_month);
    if (!request.first_month) return out_of_range(Field::first_month, given.first_month);
  }

  if (given.income != ANSINH_NO_AMOUNT) {
    request.income = Money{given.income};
    if (auto fault = check_income(request.income)) return fault;
  } else if (needs == Needs::paid_on_and_income) {
    return missing(Field::income);
  }

  const auto term = term_of(given.term);
  if (!term) return fault_of(Field::term, Hint::unknown_name, Datum::count(given.term));
  request.term = *term;

  // Which bits have a name is the book's to say, and checked with the rest of the form.
  if (given.groups > UINT16_MAX) return fault_of(Field::groups, Hint::unknown_name, Datum::count(given.groups));
  request.groups = GroupSet::from_bits(static_cast<std::uint16_t>(given.groups));

  if (auto fault = read_province<ProvinceCode, FormerProvinceCode>(
          Field::province, Hint::code_of_former_list, Datum::Kind::province, given.province, request.place.province)) {
    return fault;
  }
  if (auto fault = read_province<FormerProvinceCode, ProvinceCode>(Field::former_province, Hint::code_of_present_list,
                                                                   Datum::Kind::former_province, given.former_province,
                                                                   request.place.former_province)) {
    return fault;
  }
  if (const std::string_view text = text_in(given.locality); !text.empty()) {
    request.place.locality = LocalityCode::from_text(text);
    if (!request.place.locality) return fault_of(Field::locality, Hint::malformed, Datum{text});
  }

  if (given.months_supported != ANSINH_NOT_GIVEN) {
    request.months_supported = given.months_supported;
    if (auto fault = check_months_supported(given.months_supported)) return fault;
  }
  if (given.local_months_used != ANSINH_NOT_GIVEN) {
    request.local_months_used = given.local_months_used;
    if (auto fault = check_local_months_used(given.local_months_used)) return fault;
  }
  if (auto fault = read_return(given.fund_return_rate, request.fund_return_rate)) return fault;
  if (given.other_support != ANSINH_NO_AMOUNT) {
    request.other_support = Money{given.other_support};
    if (auto fault = check_other_support(request.other_support)) return fault;
  }
  if (given.th_support == ANSINH_COMPOUNDED || given.th_support == ANSINH_NOMINAL) {
    request.th_support = static_cast<ThSupport>(given.th_support);
  } else if (given.th_support != ANSINH_NOT_GIVEN) {
    return fault_of(Field::th_support, Hint::unknown_name, Datum::count(given.th_support));
  }
  return std::nullopt;
}

std::optional<Fault> read(const ansinh_refund_request& given, RefundRequest& request) {
  if (given.remaining == ANSINH_NOT_GIVEN) return missing(Field::remaining);
  request.remaining = given.remaining;
  if (given.on == ANSINH_NOT_GIVEN) return missing(Field::on);
  const auto on = Day::from_number(given.on);
  if (!on) return out_of_range(Field::on, given.on);
  request.on = *on;
  if (given.reason == ANSINH_NOT_GIVEN) return missing(Field::reason);
  if (given.reason < ANSINH_COMPULSORY || given.reason > ANSINH_PENSION) {
    return fault_of(Field::reason, Hint::unknown_name, Datum::count(given.reason));
  }
  request.reason = static_cast<RefundReason>(given.reason);
  if (given.support_refunded != ANSINH_NO_AMOUNT) {
    request.support_refunded = Money{given.support_refunded};
    if (auto fault = check_support_refunded(*request.support_refunded)) return fault;
  }
  return std::nullopt;
}

}  // namespace

Result<Request> request_of(const ansinh_request& given, Needs needs) {
  Request request;
  if (const auto fault = read(given, needs, request)) return *fault;
  return request;
}

Result<RefundRequest> refund_request_of(const ansinh_request& payment, const ansinh_refund_request& given) {
  RefundRequest request;
  if (const auto fault = read(payment, Needs::paid_on_and_income, request.payment)) return *fault;
  if (const auto fault = read(given, request)) return *fault;
  return request;
}

void put_request(const Request& request, ansinh_request& into) {
  into.paid_on = request.paid_on.number();
  into.first_month = request.first_month ? month_number(*request.first_month) : ANSINH_NOT_GIVEN;
  into.income = request.income.dong();
  into.other_support = request.other_support.dong();
  into.term = term_code(request.term);
  into.groups = request.groups.bits();
  into.province = request.place.province ? request.place.province->number() : 0;
  into.former_province = request.place.former_province ? request.place.former_province->number() : 0;
  std::memset(into.locality, 0, sizeof into.locality);
  if (request.place.locality) {
    const std::string text = request.place.locality->text();
    std::memcpy(into.locality, text.data(), std::min(text.size(), sizeof into.locality - 1));
  }
  into.months_supported = request.months_supported;
  into.local_months_used = request.local_months_used.value_or(ANSINH_NOT_GIVEN);
  into.fund_return_rate = ANSINH_NOT_GIVEN;
  if (request.fund_return_rate) {
    std::int64_t billionths = request.fund_return_rate->digits();
    for (int i = request.fund_return_rate->decimals(); i < Rate::max_decimals; ++i) billionths *= 10;
    into.fund_return_rate = static_cast<std::int32_t>(billionths);
  }
  into.th_support = request.th_support ? static_cast<std::int32_t>(*request.th_support) : ANSINH_NOT_GIVEN;
}

void put_refund_request(const RefundRequest& request, ansinh_refund_request& into) {
  into.remaining = request.remaining;
  into.on = request.on.number();
  into.reason = static_cast<std::int32_t>(request.reason);
  into.support_refunded = request.support_refunded ? request.support_refunded->dong() : ANSINH_NO_AMOUNT;
}

}  // namespace ansinh::capi

extern "C" {

int32_t ansinh_request_init(ansinh_request* request, uint32_t size) {
  using namespace ansinh::capi;
  if (request == nullptr) return ANSINH_CALL_NULL;
  if (!known_size<ansinh_request>(size)) return ANSINH_CALL_STRUCT_SIZE;
  request->size = size;
  write_struct(request, no_request);
  return ANSINH_OK;
}

int32_t ansinh_refund_request_init(ansinh_refund_request* request, uint32_t size) {
  using namespace ansinh::capi;
  if (request == nullptr) return ANSINH_CALL_NULL;
  if (!known_size<ansinh_refund_request>(size)) return ANSINH_CALL_STRUCT_SIZE;
  request->size = size;
  write_struct(request, no_refund_request);
  return ANSINH_OK;
}

}  // extern "C"
