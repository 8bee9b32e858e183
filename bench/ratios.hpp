// Times per row, and their ratios within one run.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace bench {

// The reporter makes a time per row of it.
inline void per_row(benchmark::State& state, std::size_t count) { state.counters["rows"] = static_cast<double>(count); }

// Prints the usual lines with the processor time per row, and keeps the best of each benchmark for the ratios.
class Ratios : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    std::vector<Run> shown = runs;
    for (Run& run : shown) {
      const auto rows = run.counters.find("rows");
      if (run.run_type != Run::RT_Iteration || rows == run.counters.end()) continue;
      const double ns = run.cpu_accumulated_time * 1e9 / static_cast<double>(run.iterations) / rows->second.value;
      run.counters.erase(rows);
      run.counters["ns_per_row"] = ns;
      const std::string& args = run.run_name.args;
      const std::string name = run.run_name.function_name + (args.empty() ? "" : "/" + args);
      const auto [held, fresh] = best_.emplace(name, ns);
      if (!fresh) held->second = std::min(held->second, ns);
    }
    ConsoleReporter::ReportRuns(shown);
  }

  // Nothing where one of the two was not run.
  void ratio(const std::string& of, const std::string& to) const {
    const auto a = best_.find(of);
    const auto b = best_.find(to);
    if (a == best_.end() || b == best_.end()) return;
    std::printf("%-28s %9.1f ns/row = %7.3f x %s (%.1f ns/row)\n", of.c_str(), a->second, a->second / b->second,
                to.c_str(), b->second);
  }

 private:
  std::map<std::string, double> best_;
};

}  // namespace bench
