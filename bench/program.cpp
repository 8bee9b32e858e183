// Time from starting the program to its answer, and rows a second of `ansinh batch` on one core.
//
// usage: bench_program ANSINH FOLDER [ROWS]   (FOLDER takes the generated list and its result)
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "ansinh/assess.hpp"
#include "assess/mixed_rows.hpp"

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

// Runs a program with its output thrown away; its exit code and how long it took.
struct Run {
  int code;
  double seconds;
};
Run run(const std::vector<std::string>& command, bool one_core) {
  std::vector<char*> argv;
  std::vector<std::string> words = command;
  if (one_core) words.insert(words.begin(), {"taskset", "-c", "0"});
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const auto start = Clock::now();
  pid_t child = 0;
  int status = 0;
  const bool started = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ) == 0;
  const bool ended = started && waitpid(child, &status, 0) == child;
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  posix_spawn_file_actions_destroy(&actions);
  return {ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1, seconds};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void write_list(const std::string& path, std::size_t rows) {
  static const char* const groups[] = {
      "poor", "island", "near_poor", "ethnic_minority", "escaped_near_poor", "informal_worker", "security_force"};
  std::ofstream out(path, std::ios::binary);
  out << "id,paid_on,income,term,groups,province,former_province,locality,months_supported\n";
  std::size_t id = 0;
  for (const ansinh::Request& q : proof::mixed_rows(rows, 12, true)) {
    out << ++id << ',' << q.paid_on.text() << ',' << q.income.dong() << ',' << q.term.text() << ',';
    const char* separator = "";
    for (unsigned i = 0; i < 7; ++i) {
      if ((q.groups.bits() >> i & 1U) == 0) continue;
      out << separator << groups[i];
      separator = "|";
    }
    out << ',' << (q.place.province ? q.place.province->text() : "") << ','
        << (q.place.former_province ? q.place.former_province->text() : "") << ','
        << (q.place.locality ? q.place.locality->text() : "") << ',' << q.months_supported << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: bench_program ANSINH FOLDER [ROWS]\n", stderr);
    return 2;
  }
  const std::string program = argv[1];
  const std::string folder = argv[2];
  const std::size_t rows = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 2'000'000;

  std::vector<double> starts;
  std::vector<double> nothing;
  for (int i = 0; i < 101; ++i) {
    const Run answer =
        run({program, "assess", "--paid-on", "2026-11-22", "--income", "1500000", "--group", "near_poor"}, false);
    if (answer.code != 0) {
      std::fprintf(stderr, "%s assess ended with %d\n", program.c_str(), answer.code);
      return 1;
    }
    starts.push_back(answer.seconds);
    nothing.push_back(run({"true"}, false).seconds);
  }
  std::printf("start to answer   %6.2f ms (median of %zu; `true` takes %.2f ms)\n", median(starts) * 1e3, starts.size(),
              median(nothing) * 1e3);

  const std::string in = folder + "/bench-list.csv";
  const std::string out = folder + "/bench-list.out.csv";
  write_list(in, rows);
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    const Run batch = run({program, "batch", in, "-o", out, "--jobs", "1"}, true);
    if (batch.code != 0 && batch.code != 3) {
      std::fprintf(stderr, "%s batch ended with %d\n", program.c_str(), batch.code);
      return 1;
    }
    times.push_back(batch.seconds);
  }
  const double best = *std::min_element(times.begin(), times.end());
  std::printf("batch, one core   %6.2f million rows/s (best of %zu; median %.2f), %zu rows\n",
              static_cast<double>(rows) / best / 1e6, times.size(), static_cast<double>(rows) / median(times) / 1e6,
              rows);
  std::remove(in.c_str());
  std::remove(out.c_str());
  return 0;
}
