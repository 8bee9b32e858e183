// Time from starting the program to its answer, and rows a second of `ansinh batch` on one core, beside the time that
// moving the same bytes in and out takes.
//
// usage: bench_program ANSINH FOLDER [ROWS]   (FOLDER takes the generated list and its result)
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ansinh/assess.hpp"
#include "assess/mixed_rows.hpp"

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

// On the clock, and of the processor, in the program and in the system for it. Others' work on the machine is in the
// first alone.
struct Seconds {
  double clock;
  double processor;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}
double processor_seconds(const rusage& usage) { return seconds(usage.ru_utime) + seconds(usage.ru_stime); }

// Runs a program with its output thrown away; its exit code and how long it took.
struct Run {
  int code;
  Seconds took;
};
Run run(const std::vector<std::string>& command) {
  std::vector<char*> argv;
  std::vector<std::string> words = command;
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
  rusage usage{};
  const bool ended = started && wait4(child, &status, 0, &usage) == child;
  const double clock = std::chrono::duration<double>(Clock::now() - start).count();
  posix_spawn_file_actions_destroy(&actions);
  return {ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1, {clock, processor_seconds(usage)}};
}

// This process and what it starts from now on.
void keep_to_one_core() {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(0, &set);
  if (sched_setaffinity(0, sizeof set, &set) != 0) std::fputs("cannot be kept to one core\n", stderr);
}

// The least there is to do for a list: reads one file and writes bytes to another, both in pieces, and does nothing
// with them. False where that fails.
bool move_bytes(const std::string& in, const std::string& bytes, const std::string& out, Seconds& took) {
  std::vector<char> piece(std::size_t{256} << 10);
  rusage before{};
  rusage after{};
  getrusage(RUSAGE_SELF, &before);
  const auto start = Clock::now();
  const int from = open(in.c_str(), O_RDONLY);
  const int to = open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  bool good = from >= 0 && to >= 0;
  for (ssize_t n = 1; good && n > 0; good = n >= 0) n = read(from, piece.data(), piece.size());
  for (std::size_t at = 0; good && at < bytes.size();) {
    const ssize_t n = write(to, bytes.data() + at, std::min(piece.size(), bytes.size() - at));
    good = n > 0;
    at += good ? static_cast<std::size_t>(n) : 0;
  }
  if (from >= 0) close(from);
  if (to >= 0) close(to);
  const double clock = std::chrono::duration<double>(Clock::now() - start).count();
  getrusage(RUSAGE_SELF, &after);
  took = {clock, processor_seconds(after) - processor_seconds(before)};
  return good;
}

std::string file_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
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
        run({program, "assess", "--paid-on", "2026-11-22", "--income", "1500000", "--group", "near_poor"});
    if (answer.code != 0) {
      std::fprintf(stderr, "%s assess ended with %d\n", program.c_str(), answer.code);
      return 1;
    }
    starts.push_back(answer.took.clock);
    nothing.push_back(run({"true"}).took.clock);
  }
  std::printf("start to answer   %6.2f ms (median of %zu; `true` takes %.2f ms)\n", median(starts) * 1e3, starts.size(),
              median(nothing) * 1e3);

  const std::string in = folder + "/bench-list.csv";
  const std::string out = folder + "/bench-list.out.csv";
  const std::string moved_out = folder + "/bench-list.moved.csv";
  write_list(in, rows);
  keep_to_one_core();
  std::vector<double> clock;
  std::vector<double> processor;
  std::vector<double> moving;
  for (int i = 0; i < 9; ++i) {
    const Run batch = run({program, "batch", in, "-o", out, "--jobs", "1"});
    if (batch.code != 0 && batch.code != 3) {
      std::fprintf(stderr, "%s batch ended with %d\n", program.c_str(), batch.code);
      return 1;
    }
    clock.push_back(batch.took.clock);
    processor.push_back(batch.took.processor);
    Seconds moved{};
    if (!move_bytes(in, file_bytes(out), moved_out, moved)) {
      std::fputs("the bytes of the list cannot be moved\n", stderr);
      return 1;
    }
    moving.push_back(moved.processor);
  }
  const auto best = [](const std::vector<double>& values) { return *std::min_element(values.begin(), values.end()); };
  const auto millions = [rows](double seconds) { return static_cast<double>(rows) / seconds / 1e6; };
  std::printf(
      "batch, one core   %6.2f million rows/s of processor time, %.2f on the clock (best of %zu; medians %.2f, %.2f), "
      "%zu rows\n",
      millions(best(processor)), millions(best(clock)), clock.size(), millions(median(processor)),
      millions(median(clock)), rows);
  std::printf("moving its bytes  %6.2f million rows/s of processor time; the batch takes %.1f times as long\n",
              millions(best(moving)), best(processor) / best(moving));
  std::remove(in.c_str());
  std::remove(out.c_str());
  std::remove(moved_out.c_str());
  return 0;
}
