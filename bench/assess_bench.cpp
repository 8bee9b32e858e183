// Time of one assessment, of its explanation and of batches, beside a plain loop and beside Boost's numbers doing the
// same work in the same run. Every answer is compared before anything is timed; a difference ends the program.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/explain.hpp"
#include "assess/mixed_rows.hpp"
#include "boost_arithmetic.hpp"
#include "plain_loop.hpp"
#include "ratios.hpp"

namespace {

using namespace ansinh;

constexpr std::size_t scalar_rows = 4096;

const plain::Law& plain_law() {
  static const plain::Law law{LawBook::built_in()};
  return law;
}
const std::vector<Request>& rows(std::size_t count) {
  static std::map<std::size_t, std::vector<Request>> made;
  auto& held = made[count];
  if (held.empty()) held = proof::mixed_rows(count, 11, true);
  return held;
}

bool same(Errc status, const Assessment& a, const Result<Assessment>& expected) {
  if (status != expected.code()) return false;
  return status != Errc::ok || a == *expected;
}

void check() {
  const Rules& rules = built_in_rules();
  const std::vector<Request>& requests = rows(scalar_rows);
  std::vector<Answer> batch(requests.size());
  std::vector<Answer> rational(requests.size());
  std::vector<Answer> dec_float(requests.size());
  if (!assess(rules, requests, batch)) std::exit(1);
  plain::assess_with_cpp_rational(plain_law(), requests, rational);
  plain::assess_with_cpp_dec_float(plain_law(), requests, dec_float);
  std::size_t refused = 0;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto expected = assess_exact(rules, requests[i]);
    Assessment loop;
    const Errc status = plain_law().assess<plain::Int64>(requests[i], loop);
    const auto fast = assess(rules, requests[i]);
    const auto explained = explain(rules, requests[i]).outcome;
    const bool equal = same(status, loop, expected) && same(batch[i].status, batch[i].assessment, expected) &&
                       same(rational[i].status, rational[i].assessment, expected) &&
                       same(dec_float[i].status, dec_float[i].assessment, expected) &&
                       same(fast.code(), fast.ok() ? *fast : Assessment{}, expected) &&
                       same(explained.code(), explained.ok() ? *explained : Assessment{}, expected);
    if (!equal) {
      std::cerr << "row " << i << ": the answers differ, nothing is timed\n";
      std::exit(1);
    }
    if (!expected.ok()) ++refused;
  }
  std::printf("%zu rows, %zu of them refused: all paths give the same answers\n", requests.size(), refused);
}

using bench::per_row;

void scalar(benchmark::State& state) {
  const Rules& rules = built_in_rules();
  const auto& requests = rows(scalar_rows);
  for (auto _ : state) {
    for (const Request& q : requests) {
      auto result = assess(rules, q);
      benchmark::DoNotOptimize(result);
    }
  }
  per_row(state, requests.size());
}

void plain_loop(benchmark::State& state) {
  const plain::Law& law = plain_law();
  const auto& requests = rows(scalar_rows);
  for (auto _ : state) {
    for (const Request& q : requests) {
      Answer answer;
      answer.status = law.assess<plain::Int64>(q, answer.assessment);
      benchmark::DoNotOptimize(answer);
    }
  }
  per_row(state, requests.size());
}

void explained(benchmark::State& state) {
  const Rules& rules = built_in_rules();
  const auto& requests = rows(scalar_rows);
  for (auto _ : state) {
    for (const Request& q : requests) {
      auto explanation = explain(rules, q);
      benchmark::DoNotOptimize(explanation);
    }
  }
  per_row(state, requests.size());
}

void batch_int64(benchmark::State& state) {
  const Rules& rules = built_in_rules();
  const auto& requests = rows(static_cast<std::size_t>(state.range(0)));
  std::vector<Answer> answers(requests.size());
  for (auto _ : state) {
    bool done = assess(rules, requests, answers);
    benchmark::DoNotOptimize(done);
    benchmark::ClobberMemory();
  }
  per_row(state, requests.size());
}

void batch_exact(benchmark::State& state) {
  const Rules& rules = built_in_rules();
  const auto& requests = rows(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    for (const Request& q : requests) {
      auto result = assess_exact(rules, q);
      benchmark::DoNotOptimize(result);
    }
  }
  per_row(state, requests.size());
}

using Boosted = void (*)(const plain::Law&, std::span<const Request>, std::span<Answer>);
void with_boost(benchmark::State& state, Boosted run) {
  const auto& requests = rows(static_cast<std::size_t>(state.range(0)));
  std::vector<Answer> answers(requests.size());
  for (auto _ : state) {
    run(plain_law(), requests, answers);
    benchmark::ClobberMemory();
  }
  per_row(state, requests.size());
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  check();
  benchmark::RegisterBenchmark("assess/scalar", scalar);
  benchmark::RegisterBenchmark("plain_loop", plain_loop);
  benchmark::RegisterBenchmark("explain", explained)->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("batch/int64", batch_int64)->Arg(1000);
  benchmark::RegisterBenchmark("batch/int64", batch_int64)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("batch/exact", batch_exact)->Arg(1000);
  benchmark::RegisterBenchmark("reference/cpp_rational", with_boost, plain::assess_with_cpp_rational)->Arg(1000);
  benchmark::RegisterBenchmark("reference/cpp_dec_float", with_boost, plain::assess_with_cpp_dec_float)->Arg(1000);
  bench::Ratios reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  reporter.ratio("assess/scalar", "plain_loop");
  reporter.ratio("batch/int64/1000", "plain_loop");
  reporter.ratio("batch/int64/1000000", "batch/int64/1000");
  reporter.ratio("batch/exact/1000", "reference/cpp_rational/1000");
  reporter.ratio("batch/exact/1000", "reference/cpp_dec_float/1000");
  reporter.ratio("batch/exact/1000", "batch/int64/1000");
  reporter.ratio("explain", "assess/scalar");
  return 0;
}
