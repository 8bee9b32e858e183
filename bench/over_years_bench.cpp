// Time of payments over years: a batch of mixed incomes at one r and with r changing from row to row, the exact path,
// and Boost's rational numbers doing the sums of the law month by month, in the same run. Every answer is compared
// before anything is timed; a difference ends the program.
#include <benchmark/benchmark.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "ansinh/assess.hpp"
#include "ratios.hpp"

namespace {

using namespace ansinh;
using Rational = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

constexpr std::size_t batch_rows = 4096;
constexpr std::size_t exact_rows = 64;

struct Kind {
  std::string name;
  Term term;
  Day paid_on;
};
const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{{"VS5", *Term::years_ahead(5), Day{2026, 8, 1}},
                                     {"TH120", *Term::missing_months(120), Day{2025, 6, 1}}};
  return all;
}

// Incomes and groups as they come; one r, or sixteen that change from row to row; and, where they run out, months
// supported before, which in missing months is a series and a second reading for nearly every row.
std::vector<Request> rows(const Kind& kind, std::size_t count, bool one_return, bool run_out = false) {
  std::vector<Request> made(count);
  std::uint32_t state = 12345;
  const auto below = [&](std::uint32_t n) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8U) % n;
  };
  for (Request& q : made) {
    q.paid_on = kind.paid_on;
    q.term = kind.term;
    q.income = Money{1'500'000 + 50'000 * static_cast<std::int64_t>(below(800))};
    q.groups = GroupSet::from_bits(static_cast<std::uint16_t>(1U << below(4)));
    if (run_out) q.months_supported = static_cast<int>(below(121));
    q.fund_return_rate = Rate::from_decimal(one_return ? 31 : 20 + static_cast<std::int64_t>(below(16)), 4);
  }
  return made;
}

// The contribution as the law writes it: the months' amounts added up, rounded once.
Money contribution_by_rationals(const Request& q) {
  Integer one = 1;
  for (int i = 0; i < q.fund_return_rate->decimals(); ++i) one *= 10;
  const Rational grown = 1 + Rational{Integer{q.fund_return_rate->digits()}, one};
  const bool ahead = q.term.kind() == Term::Kind::years_ahead;
  const Rational factor = ahead ? Rational{1 / grown} : grown;
  Rational power = ahead ? Rational{1} : grown;
  Rational sum = 0;
  for (int i = 0; i < q.term.covered_months(); ++i) {
    sum += power;
    power *= factor;
  }
  const Rational shifted = Rational{22, 100} * q.income.dong() * sum + Rational{1, 2};
  return Money{(numerator(shifted) / denominator(shifted)).convert_to<std::int64_t>()};
}

void check() {
  std::size_t checked = 0;
  for (const Kind& kind : kinds()) {
    for (const auto& [one_return, run_out] : {std::pair{true, false}, {false, false}, {true, true}}) {
      const std::vector<Request> requests = rows(kind, batch_rows, one_return, run_out);
      std::vector<Answer> answers(requests.size());
      Workspace workspace;
      if (!assess(built_in_rules(), requests, answers, workspace)) std::exit(1);
      for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto exact = assess_exact(built_in_rules(), requests[i]);
        bool equal = answers[i].status == Errc::ok && exact.ok() && answers[i].assessment == *exact;
        if (i % 256 == 0) equal = equal && contribution_by_rationals(requests[i]) == exact->contribution;
        if (!equal) {
          std::cerr << kind.name << ", row " << i << ": the answers differ, nothing is timed\n";
          std::exit(1);
        }
        ++checked;
      }
      if (workspace.exact_amounts() > requests.size() / 1000) {
        std::cerr << kind.name << ": the exact path is taken " << workspace.exact_amounts() << " times\n";
        std::exit(1);
      }
    }
  }
  std::cout << checked << " rows over years: all paths give the same answers\n";
}

void batch(benchmark::State& state, const Kind& kind, bool one_return, bool run_out) {
  const std::vector<Request> requests = rows(kind, batch_rows, one_return, run_out);
  std::vector<Answer> answers(requests.size());
  Workspace workspace;
  for (auto _ : state) {
    bool done = assess(built_in_rules(), requests, answers, workspace);
    benchmark::DoNotOptimize(done);
    benchmark::ClobberMemory();
  }
  bench::per_row(state, requests.size());
}

void one_by_one(benchmark::State& state, const Kind& kind) {
  const std::vector<Request> requests = rows(kind, exact_rows, true);
  for (auto _ : state) {
    for (const Request& q : requests) {
      auto result = assess(built_in_rules(), q);
      benchmark::DoNotOptimize(result);
    }
  }
  bench::per_row(state, requests.size());
}

void exact(benchmark::State& state, const Kind& kind) {
  const std::vector<Request> requests = rows(kind, exact_rows, true);
  for (auto _ : state) {
    for (const Request& q : requests) {
      auto result = assess_exact(built_in_rules(), q);
      benchmark::DoNotOptimize(result);
    }
  }
  bench::per_row(state, requests.size());
}

// An exact tie in every row (22 % of 1.05 x an odd multiple of 500 dong): what the fast path cannot decide.
void tie(benchmark::State& state) {
  std::vector<Request> requests = rows(kinds()[0], exact_rows, true);
  std::int64_t income = 1'500'500;
  for (Request& q : requests) {
    q.term = *Term::missing_months(1);
    q.fund_return_rate = Rate::from_decimal(5, 2);
    q.income = Money{income += 1'000};
    q.months_supported = 120;
  }
  std::vector<Answer> answers(requests.size());
  Workspace workspace;
  for (auto _ : state) {
    bool done = assess(built_in_rules(), requests, answers, workspace);
    benchmark::DoNotOptimize(done);
    benchmark::ClobberMemory();
  }
  if (workspace.exact_amounts() < requests.size()) state.SkipWithError("the exact path was not taken");
  bench::per_row(state, requests.size());
}

void rationals(benchmark::State& state, const Kind& kind) {
  const std::vector<Request> requests = rows(kind, exact_rows, true);
  for (auto _ : state) {
    for (const Request& q : requests) {
      auto result = contribution_by_rationals(q);
      benchmark::DoNotOptimize(result);
    }
  }
  bench::per_row(state, requests.size());
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  check();
  for (const Kind& kind : kinds()) {
    const auto name = [&](const char* of) { return of + kind.name; };
    benchmark::RegisterBenchmark(name("assess/").c_str(), batch, kind, true, false);
    benchmark::RegisterBenchmark(name("assess/each_its_own_r/").c_str(), batch, kind, false, false);
    benchmark::RegisterBenchmark(name("assess/months_run_out/").c_str(), batch, kind, true, true);
    benchmark::RegisterBenchmark(name("assess/without_workspace/").c_str(), one_by_one, kind);
    benchmark::RegisterBenchmark(name("exact/").c_str(), exact, kind);
    benchmark::RegisterBenchmark(name("reference/cpp_rational/").c_str(), rationals, kind);
  }
  benchmark::RegisterBenchmark("assess/tie", tie);
  bench::Ratios reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  for (const Kind& kind : kinds()) {
    reporter.ratio("assess/" + kind.name, "exact/" + kind.name);
    reporter.ratio("assess/" + kind.name, "reference/cpp_rational/" + kind.name);
    reporter.ratio("assess/each_its_own_r/" + kind.name, "assess/" + kind.name);
    reporter.ratio("exact/" + kind.name, "reference/cpp_rational/" + kind.name);
  }
  return 0;
}
