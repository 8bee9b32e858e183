// Reading and writing of long lists, apart and from file to file. Answers are compared before anything is timed: the
// output of a list of many rows with the output of its rows read one by one, and of every way of reading and writing
// that this processor has with each other.
//
// usage: bench_csv ANSINH FOLDER [--rows=10000,1000000,10000000] [options of Google Benchmark]
// FOLDER takes the lists and their results. Names: csv/parse and csv/format by the fastest way, and once more by the
// one for every processor; csv/step, the parts of both that are done in wide words; csv/file_to_file. `ns_per_row` is
// processor time, of file_to_file time on the clock with two threads; `rows_per_second` goes with it.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/lists.hpp"
#include "lists/regular_answers.hpp"

extern char** environ;

namespace {

using namespace ansinh;
using lists::ListKernels;

[[noreturn]] void stop(const std::string& why) {
  std::cerr << why << ", nothing is timed\n";
  std::exit(1);
}

// Ordinary payments of January 2024 to November 2026 on the brackets, in ten provinces, with none, one or two groups
// and the months of support already received: the list of peers/duckdb_batch.py.
std::string list_of(std::size_t rows) {
  static const char* const groups[] = {
      "", "", "", "near_poor", "poor", "ethnic_minority", "island", "near_poor|ethnic_minority"};
  static const char* const places[] = {"01", "22", "20", "56", "79", "33", "40", "42", "46", "48"};
  static const char* const terms[] = {"1", "3", "6", "12"};
  std::uint64_t state = 0x9E37'79B9'7F4A'7C15U;
  const auto below = [&state](std::uint32_t n) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return static_cast<std::uint32_t>((state >> 32U) % n);
  };
  const Day first = *Day::from(2024, 1, 1);
  std::vector<std::string> days;
  for (std::int32_t i = 0; i < 1056; ++i) days.push_back(Day::from_number(first.number() + i)->text());
  std::string list = "id,paid_on,income,term,groups,province,months_supported\n";
  list.reserve(list.size() + rows * 48);
  for (std::size_t i = 1; i <= rows; ++i) {
    list += std::to_string(i);
    list += ',';
    list += days[below(1056)];
    list += ',';
    list += std::to_string(1'500'000 + 50'000 * below(200));
    list += ',';
    list += terms[below(4)];
    list += ',';
    list += groups[below(8)];
    list += ',';
    list += places[below(10)];
    list += ',';
    list += std::to_string(below(10) == 0 ? below(121) : 0);
    list += '\n';
  }
  return list;
}

// A list read into its columns and priced, run by run.
class Columns {
 public:
  explicit Columns(const std::string& list) : list_{list}, header_{list.find('\n') + 1} {
    using lists::ListField;
    const std::vector<ListField> fields{{Field::paid_on, 1, {}},  {Field::income, 2, {}},
                                        {Field::term, 3, {}},     {Field::groups, 4, {}},
                                        {Field::province, 5, {}}, {Field::months_supported, 6, {}}};
    columns_ = lists::RequestColumns::from(ColumnRules{built_in_rules()}, fields);
  }

  // Reads all rows; the last ones, which have no room beyond them, are left.
  template <class Then>
  std::size_t read(const ListKernels& kernels, Then then) {
    const char* at = list_.data() + header_;
    const char* const end = list_.data() + list_.size();
    std::size_t count = 0;
    while (true) {
      rows_.find(at, end, ',', 7, kernels);
      if (rows_.size() == 0) return count;
      std::fill_n(requests_.odd.begin(), rows_.size(), std::uint8_t{0});
      then();
      count += rows_.size();
      at = rows_.end();
    }
  }
  std::size_t parse(const ListKernels& kernels) {
    return read(kernels, [&] {
      columns_->read(rows_, requests_, kernels);
      benchmark::DoNotOptimize(requests_.income.data());
      benchmark::ClobberMemory();
    });
  }

  lists::RegularRows& rows() { return rows_; }
  lists::RequestRows& requests() { return requests_; }
  const lists::RequestColumns& columns() { return *columns_; }

 private:
  const std::string& list_;
  std::size_t header_;
  lists::RegularRows rows_;
  lists::RequestRows requests_;
  std::optional<lists::RequestColumns> columns_;
};

// A block of answers, again and again.
class Answers {
 public:
  explicit Answers(Columns& columns, const ListKernels& kernels) {
    Tally tally;
    Workspace workspace;
    bool first = true;
    columns.read(kernels, [&] {
      if (!std::exchange(first, false)) return;
      answers_->price(columns.columns(), columns.rows(), columns.requests(), kernels, workspace, ',', tally);
      count_ = columns.rows().size();
    });
  }
  std::size_t format(const ListKernels& kernels, std::size_t rows, std::string& out) {
    std::size_t done = 0;
    for (; done < rows; done += count_) {
      answers_->write(kernels, count_, ',');
      char* at = out.data();
      for (std::size_t k = 0; k < count_; ++k) {
        at = answers_->put(at, texts_, k);
        *at++ = '\n';
      }
      benchmark::DoNotOptimize(at);
      benchmark::ClobberMemory();
    }
    return done;
  }
  void write(const ListKernels& kernels) { answers_->write(kernels, count_, ','); }

 private:
  std::unique_ptr<lists::RegularAnswers> answers_ = std::make_unique<lists::RegularAnswers>();
  lists::AnswerTexts texts_{','};
  std::size_t count_ = 0;
};

std::string priced(const Batch& batch, std::string_view bytes) {
  std::string out;
  PricedBlock block;
  Totals totals = batch.totals();
  while (!bytes.empty()) {
    const std::size_t cut =
        bytes.size() <= batch.block_bytes() ? bytes.size() : bytes.rfind('\n', batch.block_bytes()) + 1;
    batch.price({.bytes = std::string{bytes.substr(0, cut)}}, block, totals);
    out += block.output;
    bytes.remove_prefix(cut);
  }
  return out + totals.json("");
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out{path, std::ios::binary};
  out << bytes;
  if (!out.flush()) stop("cannot write " + path);
}

std::string file_bytes(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

// Seconds on the clock.
double run_program(const std::string& program, const std::string& in, const std::string& out) {
  unlink(out.c_str());
  std::vector<std::string> words{program, "batch", in, "-o", out, "--totals", out + ".json", "--jobs", "2"};
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  int status = 0;
  const bool ended =
      posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ) == 0 && waitpid(child, &status, 0) == child;
  const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  posix_spawn_file_actions_destroy(&actions);
  if (!ended || !WIFEXITED(status) || WEXITSTATUS(status) != 0) stop(program + " batch did not end well");
  return took;
}

struct Size {
  std::size_t rows;
  std::string list, path;
  std::unique_ptr<Columns> columns;
};

void per_row(benchmark::State& state, std::size_t rows, double seconds) {
  state.counters["ns_per_row"] = seconds * 1e9 / static_cast<double>(rows) / static_cast<double>(state.iterations());
  state.counters["rows_per_second"] = static_cast<double>(rows) * static_cast<double>(state.iterations()) / seconds;
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

template <class Work>
void register_one(const std::string& name, std::size_t rows, Work work) {
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    const double start = processor_seconds();
    for (auto unused : state) {
      static_cast<void>(unused);
      work();
    }
    per_row(state, rows, processor_seconds() - start);
  })->Unit(benchmark::kMillisecond);
}

// Each step of reading and writing by itself, over one run of rows that lies in the first cache.
void register_steps(const ListKernels& kernel, const std::string& list, Columns& columns) {
  struct Run {
    lists::RegularRows rows;
    std::vector<std::uint32_t> marks = std::vector<std::uint32_t>(8192);
    std::vector<std::uint32_t> numbers = std::vector<std::uint32_t>(512);
    std::vector<std::uint16_t> codes = std::vector<std::uint16_t>(512);
  };
  const auto run = std::make_shared<Run>();
  const char* const begin = list.data() + list.find('\n') + 1;
  run->rows.find(begin, list.data() + list.size(), ',', 7, kernel);
  const std::size_t rows = run->rows.size();
  const auto add = [&](const char* step, auto work) {
    register_one("csv/step/" + std::string{step} + '/' + std::string{kernel.name}, rows, [=] {
      work();
      benchmark::ClobberMemory();
    });
  };
  const char* const end = run->rows.end();
  add("find_marks", [=, &kernel] { kernel.find_marks(begin, end, ',', run->marks.data(), 512 * 7); });
  add("read_digits", [=, &kernel] { kernel.read_digits(run->rows.column(2), rows, run->numbers.data()); });
  add("read_iso_days", [=, &kernel] { kernel.read_iso_days(run->rows.column(1), rows, run->codes.data()); });
  const auto answers = std::make_shared<Answers>(columns, kernel);
  add("put_answers", [=, &kernel] { answers->write(kernel); });
}

std::vector<std::size_t> sizes(std::string_view text) {
  std::vector<std::size_t> all;
  while (!text.empty()) {
    std::size_t rows = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), rows);
    if (read.ec != std::errc{} || rows == 0) stop("--rows takes numbers with commas between them");
    all.push_back(rows);
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    if (!text.empty()) text.remove_prefix(1);
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::size_t> rows{10'000, 1'000'000, 10'000'000};
  std::vector<char*> rest;
  std::vector<std::string> own;
  for (int i = 0; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with("--rows=")) {
      rows = sizes(word.substr(7));
    } else if (i > 0 && !word.starts_with("--")) {
      own.emplace_back(word);
    } else {
      rest.push_back(argv[i]);
    }
  }
  if (own.size() != 2) stop("usage: bench_csv ANSINH FOLDER [--rows=...]");
  int count = static_cast<int>(rest.size());
  benchmark::Initialize(&count, rest.data());
  if (benchmark::ReportUnrecognizedArguments(count, rest.data())) return 1;

  const auto kernels = lists::list_kernels();
  benchmark::AddCustomContext("list_kernels", std::string{kernels.front().name});
  std::vector<std::unique_ptr<Size>> all;
  for (const std::size_t of : rows) {
    Size& size = *all.emplace_back(std::make_unique<Size>());
    size.rows = of;
    size.list = list_of(of);
    size.path = own[1] + "/list." + std::to_string(of) + ".csv";
    write_file(size.path, size.list);
    size.columns = std::make_unique<Columns>(size.list);

    const std::string_view body = std::string_view{size.list}.substr(size.list.find('\n') + 1);
    const auto read = Batch::from_header(built_in_rules(), {}, size.list.substr(0, size.list.find('\n') + 1));
    const Batch& plain = std::get<Batch>(read);
    if (of <= 1'000'000 && priced(plain, body) != priced(plain.for_many_rows(), body)) stop("answers differ");
    run_program(own[0], size.path, size.path + ".out");
    if (of <= 1'000'000) {
      std::string expected = priced(plain, body);
      expected.resize(expected.rfind("{\"law_digest\""));
      const std::string written = file_bytes(size.path + ".out");
      if (plain.output_header() + expected != written) stop("the file differs");
    }
    const std::string row_text = "/" + std::to_string(of);
    for (const ListKernels& kernel : kernels) {
      const bool first = &kernel == kernels.data();
      const std::string suffix = (first ? "" : "_" + std::string{kernel.name}) + row_text;
      const std::size_t parsed = size.columns->parse(kernel);
      if (of < parsed || parsed + 4 < of) stop("rows were left");
      register_one("csv/parse" + suffix, of, [&size, &kernel] { size.columns->parse(kernel); });
      const auto answers = std::make_shared<Answers>(*size.columns, kernel);
      const auto out = std::make_shared<std::string>(lists::RegularRows::most_rows * lists::AnswerTexts::room, '\0');
      register_one("csv/format" + suffix, of, [=, &kernel] { answers->format(kernel, of, *out); });
    }
    if (all.size() == 1) {
      for (const ListKernels& kernel : kernels) register_steps(kernel, size.list, *size.columns);
    }
    benchmark::RegisterBenchmark(("csv/file_to_file" + row_text).c_str(),
                                 [&, of](benchmark::State& state) {
                                   double seconds = 0;
                                   for (auto unused : state) {
                                     static_cast<void>(unused);
                                     const double took = run_program(own[0], size.path, size.path + ".out");
                                     state.SetIterationTime(took);
                                     seconds += took;
                                   }
                                   per_row(state, of, seconds);
                                 })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
