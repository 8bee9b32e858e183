// As many rows as a column of 32-bit numbers can count, of one block of memory seen again and again; and calls at once.
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <span>
#include <thread>
#include <vector>

#include "ansinh/columns.hpp"
#include "assess/mixed_rows.hpp"
#include "assess/proof.hpp"
#include "columns/columns_of.hpp"

namespace {

using namespace ansinh;

// One block of memory at every place of a range of addresses.
class Repeated {
 public:
  Repeated(std::size_t block_bytes, std::size_t times) : bytes_{block_bytes * times} {
    const int file = memfd_create("rows", 0);
    void* const range = mmap(nullptr, bytes_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    good_ = file >= 0 && range != MAP_FAILED && ftruncate(file, static_cast<off_t>(block_bytes)) == 0;
    begin_ = range == MAP_FAILED ? nullptr : static_cast<char*>(range);
    for (std::size_t i = 0; good_ && i < times; ++i) {
      good_ = mmap(begin_ + i * block_bytes, block_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, 0) !=
              MAP_FAILED;
    }
    if (file >= 0) close(file);
  }
  Repeated(const Repeated&) = delete;
  Repeated& operator=(const Repeated&) = delete;
  ~Repeated() {
    if (begin_ != nullptr) munmap(begin_, bytes_);
  }

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] std::span<std::int32_t> numbers() const {
    return {reinterpret_cast<std::int32_t*>(begin_), bytes_ / sizeof(std::int32_t)};
  }

 private:
  std::size_t bytes_;
  char* begin_ = nullptr;
  bool good_ = false;
};

TEST(LargeColumns, TwoToThe31RowsInTheLongSweep) {
  constexpr std::size_t block = std::size_t{1} << 24U;
  const std::size_t times = proof::full_sweep() ? std::size_t{1} << 7U : 2;
  const Repeated memory{block * sizeof(std::int32_t), times};
  ASSERT_TRUE(memory.good());
  const std::span<std::int32_t> income = memory.numbers();
  for (std::size_t i = 0; i < block; ++i) {
    income[i] = 1'450'000 + 50'000 * static_cast<std::int32_t>(i % 901);
  }
  ASSERT_EQ(income[block + 17], income[17]);

  const ColumnRules rules{built_in_rules()};
  ColumnsIn<std::int32_t> in{.income = income};
  in.otherwise.paid_on = Day{2026, 6, 30};  // 1,500,000 to 46,800,000
  in.otherwise.groups = Group::near_poor;
  Tally tally;
  Workspace workspace;
  ASSERT_FALSE(assess(rules, in, {}, {std::span{&tally, 1}, {}}, workspace));

  Int128 contribution = 0;
  std::uint64_t refused = 0;
  for (std::size_t i = 0; i < block; ++i) {
    if (income[i] < 1'500'000) {
      ++refused;
    } else {
      contribution += income[i] / 50 * 11;
    }
  }
  EXPECT_EQ(tally.rows, block * times);
  EXPECT_EQ(tally.count(Errc::income_below_floor), refused * times);
  EXPECT_TRUE(tally.contribution == contribution * static_cast<Int128>(times));
  EXPECT_TRUE(tally.central_support == static_cast<Int128>((block - refused) * times) * 132'000);
}

// The same rules and inputs in two threads at once; each has its own outputs and workspace.
TEST(LargeColumns, ThreadsShareTheRules) {
  const ColumnRules rules{built_in_rules()};
  std::vector<Request> requests;
  for (const Request& request : proof::mixed_rows(20'000, 31)) {
    if (columns::can_say(rules, request)) requests.push_back(request);
  }
  const columns::In<std::int32_t> in{rules, requests};
  std::vector<columns::Out<std::int32_t>> outs(2, columns::Out<std::int32_t>{requests.size()});
  std::vector<Tally> tallies(2);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 2; ++t) {
    threads.emplace_back([&, t] {
      Workspace workspace;
      const auto fault = assess(rules, in.columns(rules, 0, requests.size()), outs[t].all(0, requests.size()),
                                {std::span{tallies}.subspan(t, 1), {}}, workspace);
      EXPECT_FALSE(fault);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(tallies[0] == tallies[1]);
  EXPECT_EQ(outs[0].participant_share, outs[1].participant_share);
  EXPECT_EQ(outs[0].flags, outs[1].flags);
  EXPECT_EQ(tallies[0].rows, requests.size());
}

}  // namespace
