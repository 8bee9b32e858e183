#include "ansinh/explain.hpp"

#include "assess/kernel.hpp"
#include "assess/recorder.hpp"
#include "assess/unknown_records.hpp"

namespace ansinh {
Explanation explain(const Rules& rules, const Request& request) {
  Explanation explanation{request, Assessment{}, {}, {}, {}, {}};
  Recorder recorder{rules.data(), explanation};
  recorder.given(request);
  const auto refuse = [&explanation](const Fault& fault) { explanation.outcome = fault; };
  Assessment answer;
  const FastArithmetic arithmetic{nullptr};
  const Errc code = Kernel<FastArithmetic, Recorder, decltype(refuse)>{rules.data(), arithmetic, recorder, refuse}.run(
      request, answer);
  if (code != Errc::ok) return explanation;
  explanation.outcome = answer;
  if (answer.flags.has(Flag::local_unknown)) add_unknown(rules, request, explanation);
  return explanation;
}

}  // namespace ansinh
