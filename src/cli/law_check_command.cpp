#include "ansinh/overlay.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"

namespace ansinh::cli {

// What is wrong with a file is here the answer, not a complaint.
ExitCode run_law_check(const LawCheckCommand& command) {
  const Common& common = command.common;
  const auto law = rules_of(common);
  if (!law) return ExitCode::usage;
  const auto bytes = overlay_bytes(command.file);
  if (!bytes) return ExitCode::usage;
  const OverlayResult overlay = read_overlay(*bytes, law->book());
  const std::string answer = common.format == Format::json
                                 ? overlay_check_json(command.file, overlay, common.language) + '\n'
                                 : overlay_check_text(command.file, overlay, common.language);
  if (!print(answer)) return ExitCode::stopped;
  return overlay ? ExitCode::priced : ExitCode::usage;
}

}  // namespace ansinh::cli
