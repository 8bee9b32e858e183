// The first line of every answer: settled, or what is not.
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh {

using report::say;

std::string opening_line(const Rules& rules, const Explanation& explanation, Language language) {
  if (!explanation.outcome.ok()) return fault_message(rules, explanation.outcome.fault(), language);
  const Flags flags = explanation.outcome->flags;
  const std::string verified = printed(LawBook::verified_on(), language);

  std::vector<std::string> open;
  for (const Doubt& doubt : explanation.doubts) open.push_back(report::doubt_text(rules, doubt, language));
  if (flags.has(Flag::local_unknown)) open.push_back(report::unknown_text(rules, explanation, language));
  if (open.empty() && flags.has(Flag::unsettled)) {
    open.push_back(std::string{words(Flag::unsettled, language)});
  }

  std::string line;
  if (!open.empty()) {
    line = say(language, "Chưa chắc chắn: {}.", "Not settled: {}.", report::joined(open, "; "));
    if (flags.has(Flag::projected)) {
      line += say(language, " Ngày đóng sau ngày rà soát luật {}, luật có thể thay đổi.",
                  " The payment lies after {}, when the law was last verified; it may change.", verified);
    }
  } else if (flags.has(Flag::projected)) {
    line =
        say(language, "Chắc chắn theo luật đã rà soát đến {}; ngày đóng sau ngày đó nên luật có thể thay đổi.",
            "Settled by the law as verified on {}; the payment lies after that day, so the law may change.", verified);
  } else {
    line = say(language, "Kết quả chắc chắn, theo luật đã rà soát đến {}.", "Settled, by the law as verified on {}.",
               verified);
  }
  return line;
}

}  // namespace ansinh
