// Pricing allocates nothing: neither one call nor a batch, whether answered or refused. This program counts every
// allocation, which is why it stands alone.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/columns.hpp"
#include "assess/mixed_rows.hpp"

namespace {
std::atomic<long> allocations{0};
}

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  std::abort();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, std::align_val_t align) {
  ++allocations;
  const auto unit = static_cast<std::size_t>(align);
  if (void* memory = std::aligned_alloc(unit, (size + unit - 1) / unit * unit)) return memory;
  std::abort();
}
void* operator new[](std::size_t size, std::align_val_t align) { return operator new(size, align); }
// What asks for memory without an exception is freed by the same delete, so it must come from the same place.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace {

using namespace ansinh;

TEST(Allocation, IsCounted) {
  const long before = allocations;
  { const std::vector<int> some(100, 1); }
  EXPECT_GT(allocations, before);
}

TEST(Allocation, NoneForOnePayment) {
  const Rules& rules = built_in_rules();
  const std::vector<Request> rows = proof::mixed_rows(10'000, 7);
  long answered = 0;
  const long before = allocations;
  for (const Request& q : rows) answered += assess(rules, q).ok() ? 1 : 0;
  const long after = allocations;
  EXPECT_EQ(after - before, 0);
  EXPECT_GT(answered, 1000);
  EXPECT_LT(answered, 10'000);
}

// Terms over years, also where an exact tie (22 % of 1.05 x an odd multiple of 500) sends an amount to the exact path.
TEST(Allocation, NoneForATermOverYears) {
  const Rules& rules = built_in_rules();
  Workspace workspace;
  Request q;
  q.paid_on = Day{2026, 8, 1};
  q.fund_return_rate = Rate::from_text("0.05");
  const long before = allocations;
  for (int i = 0; i < 200; ++i) {
    q.income = Money{1'500'500 + 1'000 * i};
    for (const Term term : {*Term::missing_months(1), *Term::missing_months(60), *Term::years_ahead(5)}) {
      q.term = term;
      if (!assess(rules, q).ok() || !assess(rules, q, workspace).ok()) FAIL();
    }
  }
  const long after = allocations;
  EXPECT_EQ(after - before, 0);
  EXPECT_GT(workspace.exact_amounts(), 100U);
}

TEST(Allocation, NoneForABatch) {
  const Rules& rules = built_in_rules();
  const std::vector<Request> rows = proof::mixed_rows(10'000, 8);
  std::vector<Answer> answers(rows.size());
  const long before = allocations;
  const bool done = assess(rules, rows, answers);
  const long after = allocations;
  EXPECT_TRUE(done);
  EXPECT_EQ(after - before, 0);
}

TEST(Allocation, NoneForColumns) {
  const ColumnRules rules{built_in_rules()};
  const std::vector<Request> rows = proof::mixed_rows(10'000, 9, true);
  std::vector<std::int32_t> income;
  std::vector<std::uint16_t> paid_on, groups, place;
  for (const Request& q : rows) {
    income.push_back(static_cast<std::int32_t>(q.income.dong()));
    paid_on.push_back(day_code(q.paid_on));
    groups.push_back(q.groups.bits());
    place.push_back(*rules.place(q.place));
  }
  std::vector<std::int32_t> share(rows.size());
  std::vector<std::uint8_t> flags(rows.size());
  Tally tally;
  Workspace workspace;
  const ColumnsIn<std::int32_t> in{
      .income = income, .paid_on = paid_on, .groups = groups, .place = place, .book = rules.book()};
  const ColumnsOut<std::int32_t> out{.participant_share = share, .flags = flags};
  const long before = allocations;
  const auto fault = assess(rules, in, out, {.tallies = std::span{&tally, 1}}, workspace);
  const long after = allocations;
  EXPECT_FALSE(fault);
  EXPECT_EQ(after - before, 0);
  EXPECT_EQ(tally.rows, rows.size());
}

}  // namespace
