// `ansinh batch` on long inputs: order and bytes whatever the threads, memory that does not grow, progress.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

// A row that tells its own number, every seventh of them wrong.
std::string numbered_row(int i) {
  static constexpr const char* groups[] = {"", "poor", "near_poor", "ethnic_minority|informal_worker"};
  const std::string income = i % 7 == 3 ? "1" : std::to_string(1'500'000 + (i % 900) * 50'000);
  return "r" + std::to_string(i) + ",2026-11-22," + income + ',' + groups[i % 4] + ",\"quoted\nline " +
         std::to_string(i) + "\"\n";
}
const std::string header = "id,paid_on,income,groups,note\n";

// Pieces of an input of so many rows.
std::function<std::string()> stream(int total) {
  return [next = -1, total]() mutable {
    std::string piece;
    if (next < 0) {
      piece = header;
      next = 0;
    }
    while (next < total && piece.size() < 60'000) piece += numbered_row(next++);
    return piece;
  };
}

TEST(BatchStream, TheSameBytesInTheSameOrderWhateverTheJobs) {
  constexpr int total = 90'000;  // so many that the program makes itself ready for more
  std::string expected_out, expected_err, expected_totals;
  for (const char* jobs : {"1", "2", "4", ""}) {
    const Folder folder;
    Launch launch;
    launch.arguments = {"batch", "-", "--totals", folder.path("t"), "--by", "groups", "--refusals", folder.path("r")};
    if (*jobs != '\0') launch.arguments.insert(launch.arguments.end(), {"--jobs", jobs});
    const Outcome done = run(launch, stream(total));
    EXPECT_EQ(done.exit_code, 3);
    const std::string totals = file_bytes(folder.path("t")) + file_bytes(folder.path("r"));
    if (expected_out.empty()) {
      expected_out = done.out;
      expected_err = done.err;
      expected_totals = totals;
      int row = 0;
      for (std::size_t at = done.out.find('\n') + 1; at < done.out.size(); at = done.out.find("\nr", at) + 1, ++row) {
        const std::string start = "r" + std::to_string(row) + ",";
        ASSERT_EQ(done.out.compare(at, start.size(), start), 0) << row;
        if (done.out.find("\nr", at) == std::string::npos) break;
      }
      EXPECT_EQ(row, total - 1);
    }
    EXPECT_TRUE(done.out == expected_out) << jobs;
    EXPECT_EQ(done.err, expected_err) << jobs;
    EXPECT_TRUE(totals == expected_totals) << jobs;
  }
}

TEST(BatchStream, MemoryDoesNotGrowWithTheInput) {
  Launch launch;
  launch.arguments = {"batch", "-", "--jobs", "2"};
  launch.out = Sink::discarded;
  const Outcome small = run(launch, stream(100'000));  // 6 MB
  const Outcome large = run(launch, stream(500'000));  // 29 MB
  EXPECT_EQ(large.exit_code, 3);
#if !defined(__SANITIZE_ADDRESS__)  // which keeps freed memory on purpose
  EXPECT_LT(large.peak_kib - small.peak_kib, 8 * 1024);
  EXPECT_LT(large.peak_kib, 64 * 1024);
#endif
}

// More than a million different values in a column of --by: the totals would be incomplete, so there are none.
TEST(BatchStream, TooManyValuesToTotalByEndWith4) {
  const Folder folder;
  const auto next = [i = 0]() mutable {
    std::string piece = i == 0 ? "paid_on,income,id\n" : "";
    while (i <= 1'000'000 && piece.size() < 200'000) piece += "2026-11-22,1500000," + std::to_string(i++) + '\n';
    return piece;
  };
  Launch launch;
  launch.arguments = {"batch",          "-",  "--jobs",           "2",      "--by", "id", "--totals",
                      folder.path("t"), "-o", folder.path("out"), "--lang", "en"};
  const Outcome done = run(launch, next);
  EXPECT_EQ(done.exit_code, 4);
  EXPECT_NE(done.err.find("--by has more than 1,000,000 values"), std::string::npos) << done.err;
  EXPECT_FALSE(exists(folder.path("t")) || exists(folder.path("out")));
}

TEST(BatchStream, ProgressOnlyOnATerminal) {
  Launch launch;
  launch.arguments = {"batch", "-", "--lang", "en"};
  launch.out = Sink::discarded;
  launch.err = Sink::terminal;
  const Outcome watched = run(launch, stream(100'000));
  EXPECT_EQ(watched.exit_code, 3);
  EXPECT_NE(watched.err.find(" rows/s"), std::string::npos) << watched.err.substr(0, 500);
  // The line is gone when the answer is told.
  EXPECT_LT(watched.err.rfind(" rows/s"), watched.err.find("100,000 rows: "));
  // A pipe has no length, so no time left is told.
  EXPECT_EQ(watched.err.find(", left "), std::string::npos);

  launch.err = Sink::captured;
  EXPECT_EQ(run(launch, stream(100'000)).err.find('\r'), std::string::npos);
}

TEST(BatchStream, ProgressOfAFileTellsTheTimeLeft) {
  const Folder folder;
  std::string input;
  const auto next = stream(100'000);
  for (std::string piece = next(); !piece.empty(); piece = next()) input += piece;
  write_file(folder.path("in.csv"), input);
  Launch launch;
  launch.arguments = {"batch", folder.path("in.csv"), "-o", folder.path("out.csv")};
  launch.err = Sink::terminal;
  const Outcome watched = run(launch);
  EXPECT_EQ(watched.exit_code, 3);
  EXPECT_NE(watched.err.find(" dòng/giây, còn "), std::string::npos) << watched.err.substr(0, 500);
}

TEST(BatchStream, ARowThatIsTooLongIsRefusedInItsPlace) {
  // 20 MB in one cell, between two ordinary rows.
  const auto next = [step = 0]() mutable -> std::string {
    ++step;
    if (step == 1) return header + numbered_row(0) + "long,2026-11-22,1500000,,";
    if (step <= 21) return std::string(1 << 20, 'x');
    if (step == 22) return "\n" + numbered_row(1);
    return {};
  };
  Launch launch;
  launch.arguments = {"batch", "-", "--lang", "en"};
  const Outcome done = run(launch, next);
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_NE(done.err.find("row 2 "), std::string::npos) << done.err;
  EXPECT_NE(done.out.find("\n,,invalid_argument,"), std::string::npos);
  EXPECT_NE(done.out.find("\nr1,"), std::string::npos);
}

}  // namespace
}  // namespace program_test
