#include "ansinh/version.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"

namespace ansinh::cli {

ExitCode run_version(const VersionCommand& command) {
  const auto law = rules_of(command.common);
  if (!law) return ExitCode::usage;
  const LawBook& book = law->book();
  const Language language = command.common.language;
  const bool vi = language == Language::vi;
  std::string text;
  if (command.common.format == Format::json) {
    text = "{\"version\":\"" ANSINH_VERSION "\",\"abi\":" + std::to_string(ANSINH_ABI) + ",\"law_digest\":\"" +
           book.digest() + "\",\"verified_on\":\"" + LawBook::verified_on().text() + "\"}\n";
  } else {
    text = "ansinh " ANSINH_VERSION "\nABI " + std::to_string(ANSINH_ABI) + '\n';
    text += (vi ? "dấu của luật " : "law digest ") + book.digest() + '\n';
    text += (vi ? "luật được kiểm lần cuối ngày " : "law last verified on ") +
            printed(LawBook::verified_on(), language) + '\n';
  }
  return print(text) ? ExitCode::priced : ExitCode::stopped;
}

}  // namespace ansinh::cli
