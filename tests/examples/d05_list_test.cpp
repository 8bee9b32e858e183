// Of the example list D05-TS exactly the planted errors are reported, each as README.md there documents it.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

const std::string list = EXAMPLES_DIR "/d05.csv";

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == ';') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

TEST(D05List, IsWhatItsGeneratorMakes) {
  Launch launch;
  launch.program = MAKE_D05_LIST;
  const Outcome made = run(launch);
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_EQ(made.out, file_bytes(list));
}

// | 14 | `contribution: 303000 ≠ 330000` | why |
std::map<std::string, std::string> documented() {
  std::map<std::string, std::string> found;
  for (const std::string& line : lines(file_bytes(EXAMPLES_DIR "/README.md"))) {
    const std::size_t begin = line.find(" | `");
    if (line.substr(0, 2) != "| " || line[2] < '0' || line[2] > '9' || begin == std::string::npos) continue;
    found[line.substr(2, begin - 2)] = line.substr(begin + 4, line.find('`', begin + 4) - begin - 4);
  }
  return found;
}

TEST(D05List, ExactlyThePlantedErrorsAreReported) {
  const Outcome done = run({"batch", list, "--format", "json", "--jobs", "2"});
  EXPECT_EQ(done.exit_code, 3);
  const std::vector<std::string> rows = lines(done.out);
  ASSERT_EQ(rows.size(), 301U);
  const std::vector<std::string> header = cells_of(rows[0]);
  const std::size_t status = header.size() - 12;
  ASSERT_EQ(header[status], "status");
  ASSERT_EQ(header.back(), "check");
  std::map<std::string, std::string> reported;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string> cells = cells_of(rows[i]);
    ASSERT_EQ(cells.size(), header.size()) << rows[i];
    if (cells[status] != "ok") {
      reported[cells[0]] = cells[status];
    } else if (cells.back() != "ok" && cells.back() != "local_top_up: unknown") {
      reported[cells[0]] = cells.back();
    }
  }
  for (const std::string& line : lines(done.err)) {
    const auto said = parsed(line);
    if (said.HasMember("warning")) reported[std::to_string(number_at(said, "row"))] = text_at(said, "warning");
  }
  EXPECT_EQ(reported.size(), 20U);
  EXPECT_EQ(reported, documented());
}

}  // namespace
}  // namespace program_test
