// Time of a pension from a record of 30 spans, of many records in one call, and of a plan from now to the pension.
// Answers are compared with the slow path of the tests before anything is timed; a difference ends the program. The
// reference is straightforward Python with fractions, which does the same work: bench/peers/pension_fractions.py,
// started by this program where Python is at hand.
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/benefit.hpp"
#include "ansinh/plan.hpp"
#include "benefit/slow_benefits.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;
using reference::nearest;

constexpr std::size_t spans_of_a_record = 30;
constexpr int rounds = 7;

[[noreturn]] void stop(std::string_view why) {
  std::cerr << why << ", nothing is timed\n";
  std::exit(1);
}

double seconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Seconds of the fastest round.
double fastest(const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double start = seconds();
    work();
    best = std::min(best, seconds() - start);
  }
  return best;
}

// Thirty spans of six to eight months from 2008-01 on, each with an income of its own, some under the other scheme.
std::vector<ContributionSpan> record(std::uint64_t seed) {
  std::mt19937_64 random{seed};
  std::vector<ContributionSpan> spans;
  Month at{2008, 1};
  for (std::size_t i = 0; i < spans_of_a_record; ++i) {
    ContributionSpan span;
    span.from = at;
    span.months = 6 + static_cast<int>(random() % 3);
    span.income = Money{1'500'000 + 50'000 * static_cast<std::int64_t>(random() % 150)};
    if (i % 5 == 4) span.scheme = Scheme::compulsory;
    spans.push_back(span);
    at = at + span.months;
  }
  return spans;
}

PensionRequest retires(std::uint64_t seed) {
  return {{seed % 2 == 0 ? Sex::female : Sex::male, Month{1961, 1} + static_cast<int>(seed % 60)}, Month{2026, 10}};
}

struct Records {
  std::vector<PensionRequest> requests;
  std::vector<std::uint32_t> offsets{0};
  std::vector<ContributionSpan> spans;
};

Records many(std::size_t count) {
  Records out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto spans = record(i);
    out.spans.insert(out.spans.end(), spans.begin(), spans.end());
    out.offsets.push_back(static_cast<std::uint32_t>(out.spans.size()));
    out.requests.push_back(retires(i));
  }
  return out;
}

void check(const Records& records, const std::vector<PensionAnswer>& answers) {
  const slow::Benefits slow;
  int eligible = 0;
  for (std::size_t i = 0; i < 300; ++i) {
    const ContributionRecord one{records.spans.data() + records.offsets[i], spans_of_a_record};
    if (answers[i].status != Errc::ok) stop("a record is refused");
    if (!answers[i].eligible) continue;
    ++eligible;
    const auto average = slow.average(one, answers[i].eligible_from.year());
    const auto years = slow::Benefits::years(answers[i].months);
    if (!average ||
        answers[i].pension.dong() !=
            nearest(*average * slow::Benefits::rate(records.requests[i].person.sex == Sex::female, years)).dong) {
      stop("a pension is not that of the slow path");
    }
  }
  if (eligible < 200) stop("too few records bring a pension");
}

// The record of one person for the reference: months since 1970-01 of a span's first month, months, income.
void write_record(const std::string& path) {
  std::ofstream out{path};
  for (const ContributionSpan& span : record(0)) {
    out << (span.from - Month{1970, 1}) << ',' << span.months << ',' << span.income.dong() << '\n';
  }
}

void print(std::string_view what, double nanoseconds, double limit) {
  std::cout << std::left << std::setw(34) << what << std::right << std::fixed << std::setprecision(0) << std::setw(10)
            << nanoseconds << " ns   at most " << limit << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const BenefitRules& rules = built_in_benefit_rules();
  const std::string folder = argc > 1 ? argv[1] : ".";
  const std::string peer = argc > 2 ? argv[2] : "";

  constexpr std::size_t count = 20'000;
  const Records records = many(count);
  std::vector<PensionAnswer> answers(count);
  if (!pensions(rules, records.requests, records.offsets, records.spans, answers)) stop("the records are refused");
  check(records, answers);

  const auto one = record(0);
  const PensionRequest request = retires(0);
  constexpr int times = 20'000;
  std::int64_t sum = 0;
  const double single = fastest([&] {
                          for (int i = 0; i < times; ++i) sum += pension(rules, request, one)->pension.dong();
                        }) /
                        times;
  const double batch =
      fastest([&] { (void)pensions(rules, records.requests, records.offsets, records.spans, answers); }) /
      static_cast<double>(count);
  print("pension/30_spans", single * 1e9, 2000);
  print("pensions/columns, a record", batch * 1e9, 1000);

  PlanRequest plans;
  plans.person = {Sex::male, Month{1996, 12}};  // 62 in 2058: 385 payments
  plans.from = Month{2026, 12};
  plans.income = 3'000'000_dong;
  plans.groups = Group::near_poor;
  plans.place.province = ProvinceCode::from_text("01");
  if (plan(rules, plans)->payments != 385) stop("the plan has other payments");
  constexpr int plan_times = 500;
  const double planned = fastest([&] {
                           for (int i = 0; i < plan_times; ++i) sum += plan(rules, plans)->pension.dong();
                         }) /
                         plan_times;
  const double inverse = fastest([&] {
                           for (int i = 0; i < plan_times; ++i)
                             sum += plan_for_pension(rules, plans, 3'000'000_dong)->pension.dong();
                         }) /
                         plan_times;
  print("plan/385_payments", planned * 1e9, 50'000);
  print("plan/target_pension", inverse * 1e9, 50'000);

  if (!peer.empty()) {
    write_record(folder + "/pension_record.csv");
    const std::string command = "python3 " + peer + ' ' + folder + "/pension_record.csv " +
                                std::to_string(pension(rules, request, one)->pension.dong());
    FILE* pipe = popen(command.c_str(), "r");
    double reference = 0;
    if (pipe == nullptr || std::fscanf(pipe, "%lf", &reference) != 1) stop("the reference gave no time");
    if (pclose(pipe) != 0) stop("the reference has another answer");
    std::cout << "python with fractions, the same record: " << std::setprecision(1) << reference * 1e6 << " us, "
              << std::setprecision(0) << reference / single << " x one call, " << reference / batch
              << " x a record of many (at least 500)\n";
  }
  return sum == 0 ? 1 : 0;
}
