// Time of what is asked of a population: a projection of a million people over 48 months, and ten million rows under
// two laws, beside reading them and beside `assess` row by row. Answers are compared with `assess` before anything is
// timed; a difference ends the program.
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/cost.hpp"
#include "ansinh/diff.hpp"
#include "ansinh/population.hpp"
#include "column_rows.hpp"
#include "population/slow_cost.hpp"

namespace {

using namespace ansinh;

constexpr std::size_t people = 1'000'000;
constexpr std::size_t times_ten = 10;  // the people, again and again, are the rows of the comparison
constexpr std::size_t checked = 20'000;
constexpr int rounds = 5;

[[noreturn]] void stop(std::string_view why) {
  std::cerr << why << ", nothing is timed\n";
  std::exit(1);
}

// The built-in law with a draft for every province, so that no row is spared.
Rules draft() {
  Programme programme;
  programme.id = "bench_draft";
  programme.territory.province.assign(provinces().begin(), provinces().end());
  programme.from = Day{2026, 12, 1};
  programme.standing = Standing::draft;
  programme.confidence = Confidence::draft;
  programme.citation = {"example, not law", ""};
  programme.rules = {{Group::poor, FloorShare{"0.5"_rate}, {}}, {{}, FloorShare{"0.15"_rate}, {}}};
  const Result<LawBook> book = LawBook::built_in().with(programme);
  if (!book) stop("the draft cannot be laid");
  return Rules{*book};
}

// A list of December 2026: everyone with an income, groups, place, term and months behind them of their own; one in a
// thousand is wrong.
std::string list() {
  bench::Random random{3};
  static constexpr std::string_view terms[] = {"1", "1", "1", "3", "6", "12"};
  static constexpr std::string_view groups[] = {
      "poor", "near_poor", "ethnic_minority", "near_poor|ethnic_minority", "island", "", "", ""};
  std::string text = "id,paid_on,income,term,groups,province,months_supported\n";
  for (std::size_t i = 0; i < people; ++i) {
    const std::int64_t income =
        random.below(1000) == 0 ? 1 : 1'500'000 + 50'000 * static_cast<std::int64_t>(random.below(100));
    text += std::to_string(i) + ",2026-12-02," + std::to_string(income) + ',';
    text += random.one_of(terms);
    text += ',';
    text += random.one_of(groups);
    text += ',' + provinces()[random.below(static_cast<std::uint32_t>(provinces().size()))].text() + ',' +
            std::to_string(random.below(121)) + '\n';
  }
  return text;
}

// Every block of the list, cut and read.
void read_all(const Rules& rules, std::string_view text, const std::function<void(const PersonBlock&)>& use) {
  PopulationInput input{rules, {}};
  Block block;
  PersonBlock persons;
  const auto take = [&] {
    input.population()->read(block, persons);
    use(persons);
  };
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view piece = rest.substr(0, std::size_t{1} << 17);
    rest.remove_prefix(piece.size());
    while (input.take(piece, block)) take();
    if (input.header_fault() != nullptr) stop("the list has no header");
  }
  while (input.finish(block)) take();
}

// Of the processor: what others do on the machine is left out.
double seconds(const std::function<void()>& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  };
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double start = now();
    work();
    best = std::min(best, now() - start);
  }
  return best;
}

void line(std::string_view name, double time, double target = 0) {
  std::cout << std::left << std::setw(34) << name << std::right << std::fixed << std::setprecision(3) << std::setw(9)
            << time << " s";
  if (target > 0) std::cout << "   target " << target << " s, " << (time <= target ? "met" : "NOT MET");
  std::cout << '\n';
}

void check_cost(const Rules& rules, const CostOptions& options, std::span<const Request> persons,
                std::span<const std::uint8_t> dated) {
  Cost cost = std::move(Cost::over(rules, options).value());
  std::vector<CostRefusal> refused;
  cost.add(persons, dated, refused);
  const slow::Cost expected = slow::cost(rules, options, persons, dated);
  for (int year = options.from.year(); year <= options.to.year(); ++year) {
    for (const CostOfGroups& of : cost.groups(year)) {
      if (!(expected.lines[0].at({year, of.groups.bits()}) == of.line)) stop("a cost differs from assess");
    }
  }
  if (cost.persons() != expected.persons || cost.persons() == 0) stop("the persons of a cost differ from assess");
}

void check_diff(const Rules& law, std::span<const Request> rows) {
  Diff diff = std::move(Diff::between(law, built_in_rules(), false).value());
  diff.add(rows, nullptr);
  DiffTally expected;
  for (const Request& row : rows) {
    const auto a = assess(law, row), b = assess(built_in_rules(), row);
    if (a && b) {
      expected.law.add(Errc::ok, *a);
      expected.against.add(Errc::ok, *b);
    }
  }
  const DiffTally all = diff.all();
  if (!(all.law == expected.law) || !(all.against == expected.against)) stop("a comparison differs from assess");
  if (all.count(DiffClass::gains) == 0 || all.count(DiffClass::refused) == 0) stop("the rows are of too few classes");
}

}  // namespace

int main() {
  const Rules law = draft();
  const std::string text = list();
  std::vector<Request> persons;
  read_all(law, text, [&](const PersonBlock& block) {
    persons.insert(persons.end(), block.requests.begin(), block.requests.end());
  });
  if (persons.size() != people) stop("the list is not read whole");
  const std::vector<std::uint8_t> dated(people, 1);
  const CostOptions options{Month{2027, 1}, Month{2030, 12}, false, {}};
  const std::span<const Request> some{persons.data(), checked};
  check_cost(law, options, some, {dated.data(), checked});
  check_diff(law, some);

  // The answers are summed, so that none of them is left out.
  Int128 sum = 0;
  const double cost = seconds([&] {
    Cost projected = std::move(Cost::over(law, options).value());
    std::vector<CostRefusal> refused;
    projected.add(persons, dated, refused);
    sum += projected.total().sums.central_support;
  });
  const double by_assess = seconds([&] {
    Workspace workspace;
    for (const Request& person : some) {
      Request request = person;
      for (int month = 0; month < 48; ++month) {
        request.paid_on = (options.from + month).first_day();
        request.income = std::max(request.income, Money{2'200'000});
        const auto answer = assess(law, request, workspace);
        if (answer) sum += answer->central_support.dong();
      }
    }
  });
  const double reading = seconds([&] {
    read_all(law, text, [&](const PersonBlock& block) { sum += static_cast<Int128>(block.requests.size()); });
  });
  const double reading_and_cost = seconds([&] {
    Cost projected = std::move(Cost::over(law, options).value());
    std::vector<CostRefusal> refused;
    std::vector<std::uint8_t> all_dated;
    read_all(law, text, [&](const PersonBlock& block) {
      all_dated.assign(block.requests.size(), 1);
      projected.add(block.requests, all_dated, refused);
    });
    sum += projected.total().sums.central_support;
  });
  const double reading_ten = seconds([&] {
    for (std::size_t i = 0; i < times_ten; ++i) {
      read_all(law, text, [&](const PersonBlock& block) { sum += static_cast<Int128>(block.requests.size()); });
    }
  });
  const double reading_and_diff = seconds([&] {
    Diff diff = std::move(Diff::between(law, built_in_rules(), false).value());
    for (std::size_t i = 0; i < times_ten; ++i) {
      read_all(law, text, [&](const PersonBlock& block) { diff.add(block.requests, nullptr); });
    }
    sum += diff.all().gained;
  });
  const double diff_by_assess = seconds([&] {
    Workspace workspace;
    for (const Request& person : persons) {
      const auto a = assess(law, person, workspace), b = assess(built_in_rules(), person, workspace);
      if (a && b) sum += (a->participant_share - b->participant_share).dong();
    }
  });

  std::cout << "one thread, processor time; best of " << rounds << "; sum " << sum_text(sum) << '\n';
  line("cost/1000000x48", cost, 0.5);
  line("cost/1000000x48, with reading", reading_and_cost, 0.5);
  line("read/1000000", reading);
  line("diff/10000000, beyond reading", reading_and_diff - reading_ten, 1.0);
  line("diff/10000000, with reading", reading_and_diff);
  line("read/10000000", reading_ten);
  std::cout << std::setprecision(1) << "assess month by month, of as many: " << by_assess * people / checked / cost
            << " x cost\n"
            << "assess twice a row, of as many: " << diff_by_assess * times_ten / (reading_and_diff - reading_ten)
            << " x diff\n";
  return 0;
}
