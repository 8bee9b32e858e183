// ansinh: the program. It reads options, moves bytes and prints; every rule is the library's.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <new>
#include <string>

#include "commands.hpp"
#include "files.hpp"

namespace {

using namespace ansinh::cli;

// A standard descriptor that the caller closed would be given to the first file opened, and rows would be written into
// the input. It is filled with one that every use of it reports as an error.
void fill_closed_descriptors() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
    if (open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd) return;
  }
}

ExitCode run(NothingToDo& nothing) {
  if (nothing.is_help) return print(nothing.text) ? ExitCode::priced : ExitCode::stopped;
  complain(nothing.text);
  return ExitCode::usage;
}
ExitCode run(AssessCommand& command) { return run_assess(command); }
ExitCode run(RefundCommand& command) { return run_refund(command); }
ExitCode run(TableCommand& command) { return run_table(command); }
ExitCode run(LawCommand& command) { return run_law(command); }
ExitCode run(LawCheckCommand& command) { return run_law_check(command); }
ExitCode run(BatchCommand& command) { return run_batch(command); }
ExitCode run(DiffCommand& command) { return run_diff(command); }
ExitCode run(CostCommand& command) { return run_cost(command); }
ExitCode run(BenefitCommand& command) { return run_benefit(command); }
ExitCode run(PlanCommand& command) { return run_plan(command); }
ExitCode run(VersionCommand& command) { return run_version(command); }

}  // namespace

int main(int argc, char** argv) {
  fill_closed_descriptors();
  // A closed pipe is an error of write, reported like a full disk.
  signal(SIGPIPE, SIG_IGN);
  try {
    Command command = parse_command_line(argc, argv);
    return static_cast<int>(std::visit([](auto& parsed) { return run(parsed); }, command));
  } catch (const std::bad_alloc&) {
    complain("ansinh: out of memory\n");
  } catch (const std::exception& error) {
    complain("ansinh: " + std::string{error.what()} + '\n');
  }
  return static_cast<int>(ExitCode::stopped);
}
