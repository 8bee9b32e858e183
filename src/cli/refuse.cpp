#include "commands.hpp"
#include "files.hpp"

namespace ansinh::cli {

ExitCode refuse(const Rules& rules, const Fault& fault, const Common& common) {
  const std::string answer = common.format == Format::json ? fault_json(rules, fault, common.language)
                                                           : fault_message(rules, fault, common.language);
  return print(answer + '\n') ? ExitCode::refused : ExitCode::stopped;
}

}  // namespace ansinh::cli
