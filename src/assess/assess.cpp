#include "ansinh/assess.hpp"

#include <algorithm>

#include "assess/kernel.hpp"
#include "assess/one_row.hpp"
#include "assess/plain_payment.hpp"
#include "assess/refusals.hpp"
#include "assess/workspace_data.hpp"

namespace ansinh {
namespace {

template <class Arithmetic>
[[gnu::noinline]] void by_kernel(const Rules::Data& data, const Request& request, const Arithmetic& arithmetic,
                                 Result<Assessment>& result) {
  SilentSink silent;
  const auto refuse = [&result](const Fault& fault) { result = fault; };
  Kernel<Arithmetic, SilentSink, decltype(refuse)>{data, arithmetic, silent, refuse}.run(request, result.value());
}

Result<Assessment> one(const Rules& rules, const Request& request, const FastArithmetic& arithmetic) {
  Result<Assessment> result{std::in_place};
  if (!plain_payment(rules.data(), arithmetic, request, result.value()))
    by_kernel(rules.data(), request, arithmetic, result);
  return result;
}

bool many(const Rules& rules, std::span<const Request> requests, std::span<Answer> answers,
          const FastArithmetic& arithmetic) {
  if (requests.size() != answers.size()) return false;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    answers[i].assessment = Assessment{};
    answers[i].status = assess_row(rules.data(), arithmetic, requests[i], answers[i].assessment);
  }
  return true;
}

}  // namespace

Workspace::Workspace() : data_{std::make_unique<Data>()} {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

std::uint64_t Workspace::exact_amounts() const { return data_ == nullptr ? 0 : data_->series.exact(); }

Result<Assessment> assess(const Rules& rules, const Request& request) noexcept {
  return one(rules, request, FastArithmetic{nullptr});
}

Result<Assessment> assess(const Rules& rules, const Request& request, Workspace& workspace) noexcept {
  return one(rules, request, FastArithmetic{cache_of(workspace)});
}

Result<Assessment> assess_exact(const Rules& rules, const Request& request) {
  Result<Assessment> result{std::in_place};
  by_kernel(rules.data(), request, ReferenceArithmetic{}, result);
  return result;
}

bool assess(const Rules& rules, std::span<const Request> requests, std::span<Answer> answers) noexcept {
  return many(rules, requests, answers, FastArithmetic{nullptr});
}

bool assess(const Rules& rules, std::span<const Request> requests, std::span<Answer> answers,
            Workspace& workspace) noexcept {
  return many(rules, requests, answers, FastArithmetic{cache_of(workspace)});
}

std::optional<Fault> not_settled(const Request& request, const Assessment& assessment) {
  return not_settled_fault(request.paid_on, assessment.flags);
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

}  // namespace ansinh
