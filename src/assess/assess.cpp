#include "ansinh/assess.hpp"

#include <algorithm>

#include "assess/kernel.hpp"

namespace ansinh {
namespace {

template <class Arithmetic>
Result<Assessment> one(const Rules& rules, const Request& request) {
  Result<Assessment> result{std::in_place};
  SilentSink silent;
  const auto refuse = [&result](const Fault& fault) { result = fault; };
  Kernel<Arithmetic, SilentSink, decltype(refuse)>{rules.data(), silent, refuse}.run(request, result.value());
  return result;
}

}  // namespace

Result<Assessment> assess(const Rules& rules, const Request& request) noexcept {
  return one<FastArithmetic>(rules, request);
}

Result<Assessment> assess_exact(const Rules& rules, const Request& request) {
  return one<ReferenceArithmetic>(rules, request);
}

bool assess(const Rules& rules, std::span<const Request> requests, std::span<Answer> answers) noexcept {
  if (requests.size() != answers.size()) return false;
  SilentSink silent;
  const auto drop = [](const Fault&) {};
  for (std::size_t i = 0; i < requests.size(); ++i) {
    Answer& answer = answers[i];
    answer.assessment = Assessment{};
    answer.status = Kernel<FastArithmetic, SilentSink, decltype(drop)>{rules.data(), silent, drop}.run(
        requests[i], answer.assessment);
  }
  return true;
}

std::optional<Fault> not_settled(const Request& request, const Assessment& assessment) {
  const bool unsettled = assessment.flags.has(Flag::unsettled);
  if (!unsettled && !assessment.flags.has(Flag::local_unknown)) return std::nullopt;
  Fault fault;
  fault.code = Errc::not_settled;
  fault.field = Field::row;
  fault.hint = unsettled ? Hint::unsettled : Hint::local_unknown;
  fault.day = request.paid_on;
  fault.has_day = true;
  return fault;
}

bool operator==(const Assessment& a, const Assessment& b) {
  return a.contribution == b.contribution && a.central_support == b.central_support &&
         a.local_top_up == b.local_top_up && a.province_top_up == b.province_top_up &&
         a.locality_top_up == b.locality_top_up && a.other_support == b.other_support &&
         a.participant_share == b.participant_share && a.months == b.months &&
         a.supported_months == b.supported_months && a.flags == b.flags && std::ranges::equal(a.layers(), b.layers());
}

std::string_view name(Flag flag) {
  switch (flag) {
    case Flag::projected: return "projected";
    case Flag::off_step: return "off_step";
    case Flag::support_cut: return "support_cut";
    case Flag::support_exhausted: return "support_exhausted";
    case Flag::local_unknown: return "local_unknown";
    case Flag::unsettled: return "unsettled";
  }
  return "";
}

std::string_view name(ThSupport edition) { return edition == ThSupport::compounded ? "compounded" : "nominal"; }

}  // namespace ansinh
