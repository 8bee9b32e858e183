#include "ansinh/benefit_report.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"
#include "small_file.hpp"

namespace ansinh::cli {
namespace {

class BenefitRun {
 public:
  BenefitRun(BenefitCommand& command, const BenefitRules& rules) : command_{command}, rules_{rules} {}

  ExitCode run() {
    if (command_.record) {
      const auto bytes = small_file(*command_.record, max_record_bytes);
      if (!bytes) return ExitCode::usage;
      bytes_ = *bytes;
    }
    const RequestCells shared = command_.fields.cells();
    const Result<BenefitInput> input =
        read_benefit(rules_.book(), command_.kind,
                     {command_.on, command_.sex, command_.birth, command_.one_time_case, command_.children,
                      command_.pension, command_.months_drawn, shared[Field::groups]});
    if (!input) return refuse(rules_.rules(), input.fault(), command_.common);
    if (command_.record) {
      auto record = read_record(rules_.book(), bytes_);
      if (!record) return refuse_record(record.fault());
      record_ = std::move(*std::move(record));
    }
    return answer(*input);
  }

 private:
  // A header that cannot be read is a fault of the call; a span, of the data.
  ExitCode refuse_record(const Fault& fault) {
    if (fault.span > 0) return refuse(rules_.rules(), fault, command_.common);
    complain("ansinh: " + *command_.record + ": " + fault_message(rules_.rules(), fault, command_.common.language) +
             '\n');
    return ExitCode::usage;
  }

  ExitCode answer(const BenefitInput& input) {
    const BenefitOptions options{command_.estimate_indexation};
    switch (command_.kind) {
      case BenefitKind::pension: {
        const PensionRequest request{input.person, input.on, options};
        return print_answer(request, pension(rules_, request, record_));
      }
      case BenefitKind::one_time: {
        const OneTimeRequest request{input.person, input.on, input.one_time_case, input.drawn, options};
        return print_answer(request, one_time(rules_, request, record_));
      }
      case BenefitKind::death: {
        const DeathRequest request{input.on, input.drawn, options};
        return print_answer(request, death(rules_, request, record_));
      }
      case BenefitKind::maternity: {
        const MaternityRequest request{input.on, input.children, options};
        return print_answer(request, maternity(rules_, request, record_));
      }
      case BenefitKind::bridge: {
        const BridgeRequest request{input.person, input.on, input.groups, options};
        return print_answer(request, bridge(rules_, request, record_));
      }
    }
    return ExitCode::usage;
  }

  template <class Request, class Answer>
  ExitCode print_answer(const Request& request, const Result<Answer>& answer) {
    const Common& common = command_.common;
    if (!answer) return refuse(rules_.rules(), answer.fault(), common);
    if (common.strict) {
      if (const auto fault = not_settled(answer->flags)) return refuse(rules_.rules(), *fault, common);
    }
    const std::string text = common.format == Format::json
                                 ? benefit_json(rules_, request, record_, *answer, common.language) + '\n'
                                 : benefit_text(rules_, request, record_, *answer, common.language, command_.explain);
    return print(text) ? ExitCode::priced : ExitCode::stopped;
  }

  BenefitCommand& command_;
  const BenefitRules& rules_;
  std::string bytes_;
  std::vector<ContributionSpan> record_;
};

ExitCode run_with(BenefitCommand& command, const BenefitRules& rules) { return BenefitRun{command, rules}.run(); }

}  // namespace

ExitCode run_benefit(BenefitCommand& command) {
  const auto law = rules_of(command.common);
  if (!law) return ExitCode::usage;
  return run_with(command, BenefitRules{*law});
}

}  // namespace ansinh::cli
