// Time a row of columns, beside a plain loop over the same columns and beside moving as many bytes, in turns within one
// run. Every answer is compared with `assess` before anything is timed; a difference ends the program.
#include <benchmark/benchmark.h>
#include <time.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ansinh/columns.hpp"
#include "assess/column_arithmetic.hpp"
#include "column_rows.hpp"
#include "plain_columns.hpp"
#include "plain_columns_law.hpp"

namespace {

using namespace ansinh;

[[noreturn]] void stop(std::string_view why) {
  std::cerr << why << ", nothing is timed\n";
  std::exit(1);
}

// ---------------------------------------------------------------------------------------------- books

// The built-in law with every support rate and every province's share lowered by a hundred thousandth: the same work,
// and no monthly sum is a whole dong.
Rate lowered(Rate rate) {
  std::int64_t digits = rate.digits();
  for (int i = rate.decimals(); i < 5; ++i) digits *= 10;
  return *Rate::from_decimal(digits - 1, 5);
}

LawBook laid(const Result<LawBook>& book) {
  if (!book) stop("the book of fractional sums cannot be made");
  return *book;
}

LawBook book_of_fractions() {
  const Citation example{"example, not law", ""};
  const LawBook& law = LawBook::built_in();
  LawBook book = law;
  for (const Parameter parameter :
       {Parameter::support_rate_poor, Parameter::support_rate_island, Parameter::support_rate_near_poor,
        Parameter::support_rate_ethnic_minority, Parameter::support_rate_other}) {
    for (LawRow row : law.series(parameter)) {
      row.value = lowered(std::get<Rate>(row.value));
      row.standing = Standing::draft;
      row.citation = example;
      book = laid(book.with(row));
    }
  }
  for (Programme programme : law.programmes()) {
    programme.standing = Standing::draft;
    programme.citation = example;
    for (Rule& rule : programme.rules) {
      auto& share = std::get<FloorShare>(rule.per_month).share;
      share = lowered(share);
    }
    book = laid(book.with(programme));
  }
  return book;
}

// Ends the program where what the State adds to a month is a whole dong after all.
void check_fractions(const LawBook& book) {
  for (const LawRow& rate : book.series(Parameter::support_rate_other)) {
    for (const LawRow& line : book.series(Parameter::rural_poverty_line)) {
      if (line.to < rate.from || rate.to < line.from) continue;
      const auto support = std::get<Rate>(rate.value);
      std::int64_t one = 100;
      for (int i = 0; i < support.decimals(); ++i) one *= 10;
      if (std::get<Money>(line.value).dong() * 22 * support.digits() % one == 0) stop("a monthly sum is whole");
    }
  }
}

const ColumnRules& built_in() {
  static const ColumnRules rules{built_in_rules()};
  return rules;
}
const ColumnRules& of_fractions() {
  static const ColumnRules rules = [] {
    const LawBook book = book_of_fractions();
    check_fractions(book);
    return ColumnRules{Rules{book}};
  }();
  return rules;
}

// Handles of the former provinces, the same in both books.
const std::vector<std::uint16_t>& handles() {
  static const std::vector<std::uint16_t> made = [] {
    std::vector<std::uint16_t> list;
    for (const FormerProvinceCode former : former_provinces()) {
      const auto handle = built_in().place({.former_province = former});
      const auto other = of_fractions().place({.former_province = former});
      if (!handle || !other || *handle != *other) stop("the books have other handles");
      list.push_back(*handle);
    }
    return list;
  }();
  return made;
}
std::optional<Place> place_of(std::uint16_t handle) {
  const auto at = std::ranges::find(handles(), handle);
  if (at == handles().end()) return std::nullopt;
  return Place{.former_province = former_provinces()[static_cast<std::size_t>(at - handles().begin())]};
}

// ---------------------------------------------------------------------------------------------- columns of one size

template <class Amount>
struct Answers {
  std::vector<Amount> contribution, central, local, share;
  std::vector<std::uint8_t> status;

  explicit Answers(std::size_t rows) : contribution(rows), central(rows), local(rows), share(rows), status(rows) {}
  // Other bytes than any answer's, so that what is not written is seen.
  void forget() {
    for (auto* amounts : {&contribution, &central, &local, &share}) std::ranges::fill(*amounts, -1);
    std::ranges::fill(status, std::uint8_t{0xff});
  }
  [[nodiscard]] ColumnsOut<Amount> columns() {
    ColumnsOut<Amount> out;
    out.contribution = contribution;
    out.central_support = central;
    out.local_top_up = local;
    out.participant_share = share;
    out.status = status;
    return out;
  }
};

constexpr Day one_day{2026, 7, 1};

// Made where first asked for, kept while benchmarks of this size take turns, and gone with the first of another size.
class Sized {
 public:
  static Sized& of(std::size_t rows) {
    static std::unique_ptr<Sized> held;
    if (held == nullptr || held->rows_ != rows) {
      held.reset();
      held.reset(new Sized{rows});
    }
    return *held;
  }
  [[nodiscard]] std::size_t rows() const { return rows_; }

  const bench::ColumnRows& list() {
    return made(list_, [&] { return bench::column_rows(rows_, handles()); });
  }
  const bench::ColumnRows& of_one_day() {
    return made(of_one_day_, [&] { return bench::column_rows(rows_, handles(), one_day); });
  }
  const bench::OverYears& over_years() {
    return made(over_years_, [&] { return bench::over_years(list()); });
  }
  const std::vector<std::int64_t>& wide_income() {
    return made(wide_income_, [&] {
      const auto& narrow = list().income;
      return std::vector<std::int64_t>(narrow.begin(), narrow.end());
    });
  }
  template <class Amount>
  Answers<Amount>& answers() {
    if constexpr (sizeof(Amount) == 4) {
      return made(answers_, [&] { return Answers<Amount>{rows_}; });
    } else {
      return made(wide_answers_, [&] { return Answers<Amount>{rows_}; });
    }
  }
  // To copy from and to.
  std::pair<std::vector<char>, std::vector<char>>& bytes(std::size_t count) {
    return made(bytes_, [&] { return std::pair{std::vector<char>(count, 'a'), std::vector<char>(count, 'b')}; });
  }

 private:
  explicit Sized(std::size_t rows) : rows_{rows} {}

  template <class T, class Make>
  static T& made(std::optional<T>& held, const Make& make) {
    if (!held) held.emplace(make());
    return *held;
  }

  std::size_t rows_;
  std::optional<bench::ColumnRows> list_, of_one_day_;
  std::optional<bench::OverYears> over_years_;
  std::optional<std::vector<std::int64_t>> wide_income_;
  std::optional<Answers<std::int32_t>> answers_;
  std::optional<Answers<std::int64_t>> wide_answers_;
  std::optional<std::pair<std::vector<char>, std::vector<char>>> bytes_;
};

template <class Amount>
ColumnsIn<Amount> list_columns(Sized& sized, const ColumnRules& rules) {
  const bench::ColumnRows& list = sized.list();
  ColumnsIn<Amount> in;
  if constexpr (sizeof(Amount) == 4) {
    in.income = list.income;
  } else {
    in.income = sized.wide_income();
  }
  in.paid_on = list.paid_on;
  in.groups = list.groups;
  in.place = list.place;
  in.term = list.term;
  in.months_supported = list.used;
  in.book = rules.book();
  return in;
}

// ---------------------------------------------------------------------------------------------- the right answers

// Empty where a code stands for nothing.
template <class Amount>
std::optional<Request> request_of(const ColumnsIn<Amount>& in, std::size_t row) {
  Request request = in.otherwise;
  request.income = Money{in.income[row]};
  if (!in.paid_on.empty()) request.paid_on = *Day::from_number(first_law_day.number() + in.paid_on[row]);
  request.groups = GroupSet::from_bits(in.groups[row]);
  if (!in.place.empty()) {
    const auto place = place_of(in.place[row]);
    if (!place) return std::nullopt;
    request.place = *place;
  }
  const auto term = term_from_code(in.term[row]);
  if (!term) return std::nullopt;
  request.term = *term;
  request.months_supported = in.months_supported[row];
  if (!in.fund_return_rate.empty() && in.fund_return_rate[row] != no_fund_return_rate) {
    request.fund_return_rate = Rate::from_decimal(std::int64_t{in.fund_return_rate[row]}, 9);
  }
  return request;
}

// Gives each row with its status and its assessment, which is all zeros where the row is refused.
template <class Amount, class Visit>
void by_scalar(const ColumnRules& rules, const ColumnsIn<Amount>& in, const Visit& visit) {
  Workspace workspace;
  for (std::size_t row = 0; row < in.income.size(); ++row) {
    const auto request = request_of(in, row);
    const Result<Assessment> result =
        request ? assess(rules.rules(), *request, workspace) : Result<Assessment>{Fault{}};
    visit(row, result.code(), result.ok() ? *result : Assessment{});
  }
}

template <class Amount>
void check_answers(std::string_view name, const ColumnRules& rules, const ColumnsIn<Amount>& in,
                   const Answers<Amount>& given) {
  std::size_t refused = 0;
  by_scalar(rules, in, [&](std::size_t row, Errc status, const Assessment& answer) {
    const bool same =
        given.status[row] == static_cast<std::uint8_t>(status) &&
        given.contribution[row] == answer.contribution.dong() && given.central[row] == answer.central_support.dong() &&
        given.local[row] == answer.local_top_up.dong() && given.share[row] == answer.participant_share.dong();
    if (!same) stop(std::string{name} + ": row " + std::to_string(row) + ": the answers differ");
    if (status != Errc::ok) ++refused;
  });
  std::cerr << name << '/' << in.income.size() << ": " << refused << " rows refused, the answers of all are right\n";
}

void check_totals(std::string_view name, const ColumnRules& rules, const ColumnsIn<std::int32_t>& in,
                  const Tally& given) {
  Tally right;
  by_scalar(rules, in, [&](std::size_t, Errc status, const Assessment& answer) { right.add(status, answer); });
  if (right != given) stop(std::string{name} + ": the totals differ");
  std::cerr << name << '/' << in.income.size() << ": the totals are right\n";
}

// ---------------------------------------------------------------------------------------------- what is timed

// One benchmark at one size.
struct Subject {
  std::function<void()> forget;  // what was answered before
  std::function<void()> run;
  std::function<void()> check;
  double bytes_per_row = 0;
};
using Make = Subject (*)(std::string_view name, Sized& sized);

void call(const ColumnRules& rules, const auto& in, const auto& out, const ColumnTallies& tallies,
          Workspace& workspace) {
  if (assess(rules, in, out, tallies, workspace)) stop("a call is refused");
}

template <class Amount>
Subject of_columns(std::string_view name, Sized& sized, const ColumnRules& rules, const ColumnsIn<Amount>& in,
                   double bytes_per_row) {
  auto& answers = sized.answers<Amount>();
  const auto workspace = std::make_shared<Workspace>();
  return {[&answers] { answers.forget(); },
          [&rules, in, out = answers.columns(), workspace] { call(rules, in, out, {}, *workspace); },
          [name, &rules, in, &answers] { check_answers(name, rules, in, answers); }, bytes_per_row};
}

constexpr double narrow_in = 12;  // bytes a row: an income, three codes of two bytes, two of one
constexpr double narrow_out = 17;

Subject whole_dong(std::string_view name, Sized& sized) {
  return of_columns(name, sized, built_in(), list_columns<std::int32_t>(sized, built_in()), narrow_in + narrow_out);
}
Subject general(std::string_view name, Sized& sized) {
  return of_columns(name, sized, of_fractions(), list_columns<std::int32_t>(sized, of_fractions()),
                    narrow_in + narrow_out);
}
Subject mixed_terms(std::string_view name, Sized& sized) {
  ColumnsIn<std::int32_t> in = list_columns<std::int32_t>(sized, built_in());
  in.term = sized.over_years().term;
  in.fund_return_rate = sized.over_years().fund_return_rate;
  return of_columns(name, sized, built_in(), in, narrow_in + 4 + narrow_out);
}
Subject one_day_one_place(std::string_view name, Sized& sized) {
  const bench::ColumnRows& list = sized.of_one_day();
  ColumnsIn<std::int32_t> in;
  in.income = list.income;
  in.groups = list.groups;
  in.term = list.term;
  in.months_supported = list.used;
  in.otherwise.paid_on = one_day;
  in.otherwise.place.former_province = FormerProvinceCode::from_number(1);
  return of_columns(name, sized, built_in(), in, narrow_in - 4 + narrow_out);
}
Subject int64(std::string_view name, Sized& sized) {
  return of_columns(name, sized, built_in(), list_columns<std::int64_t>(sized, built_in()),
                    narrow_in + 4 + narrow_out + 16);
}

Subject totals_only(std::string_view name, Sized& sized) {
  const auto in = list_columns<std::int32_t>(sized, built_in());
  const auto tally = std::make_shared<Tally>();
  const auto workspace = std::make_shared<Workspace>();
  const auto forget = [tally] { *tally = {}; };
  const auto run = [in, tally, workspace] {
    call(built_in(), in, ColumnsOut<std::int32_t>{}, {.tallies = {tally.get(), 1}}, *workspace);
  };
  return {forget, run, [name, in, tally] { check_totals(name, built_in(), in, *tally); }, narrow_in};
}

Subject same_bytes(std::string_view name, Sized& sized) {
  constexpr double bytes_per_row = (narrow_in + narrow_out) / 2;
  auto& [from, to] = sized.bytes(static_cast<std::size_t>(bytes_per_row * static_cast<double>(sized.rows())));
  const auto run = [&from = from, &to = to] { std::memcpy(to.data(), from.data(), to.size()); };
  const auto check = [name, &from = from, &to = to] {
    if (from != to) stop(std::string{name} + ": the copy differs");
  };
  // Read and written.
  return {[&to = to] { std::ranges::fill(to, 'b'); }, run, check, 2 * bytes_per_row};
}

using PlainLoop = void (*)(const plain::ColumnLaw&, const plain::PlainColumns&);
Subject by_plain_loop(std::string_view name, Sized& sized, PlainLoop loop) {
  static const plain::ColumnLaw law = plain::column_law(built_in());
  const auto in = list_columns<std::int32_t>(sized, built_in());
  auto& answers = sized.answers<std::int32_t>();
  const plain::PlainColumns columns{
      .rows = sized.rows(),
      .income = in.income.data(),
      .paid_on = in.paid_on.data(),
      .groups = in.groups.data(),
      .place = in.place.data(),
      .term = in.term.data(),
      .used = in.months_supported.data(),
      .contribution = answers.contribution.data(),
      .central = answers.central.data(),
      .local = answers.local.data(),
      .share = answers.share.data(),
      .status = answers.status.data(),
  };
  return {[&answers] { answers.forget(); }, [columns, loop] { loop(law, columns); },
          [name, in, &answers] { check_answers(name, built_in(), in, answers); }, narrow_in + narrow_out};
}
Subject plain_loop(std::string_view name, Sized& sized) { return by_plain_loop(name, sized, plain::assess_columns); }
#if defined(ANSINH_PLAIN_COLUMNS_BY_CLANG)
Subject plain_loop_by_clang(std::string_view name, Sized& sized) {
  return by_plain_loop(name, sized, plain::assess_columns_by_clang);
}
#endif

struct Named {
  std::string_view name;
  Make make;
};
constexpr Named all[] = {
    {"memcpy/same_bytes", same_bytes},
    {"columns/whole_dong", whole_dong},
    {"baseline/plain_loop", plain_loop},
#if defined(ANSINH_PLAIN_COLUMNS_BY_CLANG)
    {"baseline/plain_loop_clang", plain_loop_by_clang},
#endif
    {"columns/totals_only", totals_only},
    {"columns/one_day_one_place", one_day_one_place},
    {"columns/int64", int64},
    {"columns/mixed_terms", mixed_terms},
    {"columns/general", general},
};

// Of this thread. What others do on the machine is left out.
std::int64_t processor_ns() {
  timespec at{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
  return std::int64_t{at.tv_sec} * 1'000'000'000 + at.tv_nsec;
}

void timed(benchmark::State& state, const Named& what, std::size_t rows) {
  static std::vector<std::pair<std::string_view, std::size_t>> checked;
  const Subject subject = what.make(what.name, Sized::of(rows));
  if (std::ranges::find(checked, std::pair{what.name, rows}) == checked.end()) {
    subject.forget();
    subject.run();
    subject.check();
    checked.emplace_back(what.name, rows);
  }
  // Warms tables and memory.
  subject.run();
  const std::int64_t before = processor_ns();
  for (auto _ : state) {
    subject.run();
    benchmark::ClobberMemory();
  }
  const auto taken = static_cast<double>(processor_ns() - before);
  state.counters["ns_per_row"] = taken / static_cast<double>(state.iterations()) / static_cast<double>(rows);
  state.counters["bytes_per_row"] = subject.bytes_per_row;
}

// ---------------------------------------------------------------------------------------------- what is asked

struct Asked {
  std::vector<std::size_t> rows{10'000, 1'000'000, 20'000'000};
  std::size_t rounds = 7;
};

// A list of numbers from 1 on, or nothing.
std::optional<std::vector<std::size_t>> numbers(std::string_view text) {
  std::vector<std::size_t> list;
  while (true) {
    const std::string_view one = text.substr(0, text.find(','));
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), number);
    if (error != std::errc{} || end != one.data() + one.size() || number == 0) return std::nullopt;
    list.push_back(number);
    if (one.size() == text.size()) return list;
    text.remove_prefix(one.size() + 1);
  }
}

// Takes the options of this program out of the arguments.
Asked asked(int& argc, char** argv) {
  Asked held;
  int kept = 1;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const auto value = [&](std::string_view option) {
      if (!argument.starts_with(option)) return std::optional<std::vector<std::size_t>>{};
      auto list = numbers(argument.substr(option.size()));
      if (!list) stop(std::string{argument} + ": not a list of numbers");
      return list;
    };
    if (auto list = value("--rows=")) {
      held.rows = std::move(*list);
    } else if (auto rounds = value("--rounds=")) {
      held.rounds = rounds->front();
    } else {
      argv[kept++] = argv[i];
    }
  }
  argc = kept;
  return held;
}

}  // namespace

int main(int argc, char** argv) {
  // Short turns, so that what else the machine does falls on all alike; a later option of the caller's wins.
  std::string short_turns = "--benchmark_min_time=0.1";
  std::vector<char*> arguments{argv[0], short_turns.data()};
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  benchmark::Initialize(&count, arguments.data());
  const Asked wanted = asked(count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 1;

  benchmark::AddCustomContext("column_target", std::string{column_targets().front().name});
  for (const std::size_t rows : wanted.rows) {
    for (std::size_t round = 0; round < wanted.rounds; ++round) {
      for (const Named& what : all) {
        benchmark::RegisterBenchmark((std::string{what.name} + '/' + std::to_string(rows)).c_str(),
                                     [&what, rows](benchmark::State& state) { timed(state, what, rows); });
      }
    }
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
