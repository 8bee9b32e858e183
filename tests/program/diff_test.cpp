// `ansinh diff`: a population under two laws.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

namespace fs = std::filesystem;

const std::string people = std::string{EXAMPLES_DIR} + "/population/people.csv";
const std::string draft = std::string{EXAMPLES_DIR} + "/population/draft.json";

class DiffCommand : public testing::Test {
 protected:
  DiffCommand() {
    folder_ = fs::temp_directory_path() /
              ("ansinh_diff_" + std::string{testing::UnitTest::GetInstance()->current_test_info()->name()});
    fs::create_directories(folder_);
  }
  ~DiffCommand() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string file(const std::string& name, const std::string& bytes) {
    std::ofstream{path(name)} << bytes;
    return path(name);
  }
  static std::string read(const std::string& path) {
    std::ifstream in{path};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  fs::path folder_;
};

using Table = std::vector<std::map<std::string, std::string>>;

// A CSV without quotes, by the names of its columns.
Table table(const std::string& csv) {
  std::istringstream lines{csv};
  std::string line;
  std::vector<std::string> names;
  Table rows;
  while (std::getline(lines, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ',') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    if (names.empty()) {
      names = cells;
      continue;
    }
    EXPECT_EQ(cells.size(), names.size()) << line;
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = i < cells.size() ? cells[i] : std::string{};
  }
  return rows;
}

// The two answers of every row are those of `batch` under each law, and the sums are those of its totals.
TEST_F(DiffCommand, IsTheDifferenceOfTwoBatches) {
  const Table law = table(run({"batch", people, "--law", draft}).out);
  const Table against = table(run({"batch", people}).out);
  const std::string rows_file = path("changes.csv");
  const Outcome done = run({"diff", "--law", draft, "--population", people, "--format", "json", "-o", rows_file});
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_FALSE(fs::exists(rows_file + ".part"));

  std::map<std::string, std::map<std::string, std::string>> changed;
  for (const auto& row : table(read(rows_file))) changed[row.at("id")] = row;
  const std::vector<std::string> columns{"contribution",      "central_support", "local_top_up",
                                         "province_top_up",   "locality_top_up", "other_support",
                                         "participant_share", "months",          "supported_months"};
  ASSERT_EQ(law.size(), against.size());
  std::map<std::string, long long> classes;
  long long gained = 0, local = 0;
  for (std::size_t i = 0; i < law.size(); ++i) {
    const auto& a = law[i];
    const auto& b = against[i];
    bool same = a.at("status") == "ok" && b.at("status") == "ok";
    if (!same) ++classes["refused"];
    for (const std::string& column : columns) same = same && a.at(column) == b.at(column);
    const auto found = changed.find(a.at("id"));
    ASSERT_EQ(found == changed.end(), same) << a.at("id");
    if (a.at("status") == "ok") {
      local += std::stoll(a.at("local_top_up")) - std::stoll(b.at("local_top_up"));
      const long long less = std::stoll(b.at("participant_share")) - std::stoll(a.at("participant_share"));
      EXPECT_GE(less, 0);
      gained += less;
      ++classes[less > 0 ? "gains" : "unchanged"];
    }
    if (found == changed.end()) continue;
    EXPECT_EQ(found->second.at("row"), std::to_string(i + 1));
    EXPECT_EQ(found->second.at("law_status"), a.at("status"));
    EXPECT_EQ(found->second.at("against_status"), b.at("status"));
    for (const std::string& column : columns) {
      EXPECT_EQ(found->second.at("law_" + column), a.at(column)) << a.at("id");
      EXPECT_EQ(found->second.at("against_" + column), b.at(column)) << a.at("id");
    }
  }
  EXPECT_GT(classes["gains"], 100);
  const auto answer = parsed(done.out);
  EXPECT_EQ(answer["rows"].GetInt64(), static_cast<long long>(law.size()));
  for (const char* name : {"gains", "unchanged", "refused"}) {
    EXPECT_EQ(answer["classes"][name].GetInt64(), classes[name]) << name;
  }
  EXPECT_EQ(answer["classes"]["loses"].GetInt64(), 0);
  EXPECT_EQ(answer["gained"].GetString(), std::to_string(gained));
  EXPECT_EQ(answer["sums"]["difference"]["local_top_up"].GetString(), std::to_string(local));
  EXPECT_EQ(answer["by_source"]["budget"]["difference"].GetString(), std::to_string(local));
  EXPECT_EQ(answer["by_layer"]["province"]["difference"].GetString(), std::to_string(local));
  EXPECT_EQ(answer["by_province"]["56"]["sums"]["difference"]["local_top_up"].GetString(), std::to_string(local));
  EXPECT_FALSE(answer["changes_nothing"].GetBool());

  // The same in CSV.
  long long of_groups = 0;
  for (const auto& row : table(run({"diff", "--law", draft, "--population", people, "--format", "csv"}).out)) {
    if (row.at("by") == "groups") of_groups += std::stoll(row.at("difference_local_top_up"));
    if (row.at("by") == "all") {
      EXPECT_EQ(row.at("gained"), std::to_string(gained));
      EXPECT_EQ(row.at("difference_participant_share"), std::to_string(-gained));
    }
  }
  EXPECT_EQ(of_groups, local);
}

TEST_F(DiffCommand, IsTurnedRoundByItsOtherLaw) {
  const auto forth = parsed(run({"diff", "--law", draft, "--population", people, "--format", "json"}).out);
  const auto back = parsed(run({"diff", "--against", draft, "--population", people, "--format", "json"}).out);
  EXPECT_EQ(forth["classes"]["gains"].GetInt64(), back["classes"]["loses"].GetInt64());
  EXPECT_STREQ(forth["gained"].GetString(), back["lost"].GetString());
  EXPECT_STREQ(forth["law_digest"].GetString(), back["against_digest"].GetString());
}

TEST_F(DiffCommand, SaysThatADraftChangesNothing) {
  const std::string elsewhere = file("elsewhere.csv", "paid_on,income,province\n2026-12-02,1500000,01\n");
  const Outcome done = run({"diff", "--law", draft, "--population", elsewhere, "--lang", "en"});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.out.find("The law changes nothing for this population."), std::string::npos) << done.out;
  const Outcome same = run({"diff", "--population", elsewhere});
  EXPECT_NE(same.out.find("Hai luật là một."), std::string::npos) << same.out;
  const Outcome json = run({"diff", "--law", draft, "--population", elsewhere, "--format", "json"});
  EXPECT_TRUE(parsed(json.out)["changes_nothing"].GetBool());
}

TEST_F(DiffCommand, CountsWhatOnlyOneLawRefuses) {
  // A floor of 2,200,000 already in 2026: who chose less is refused under it.
  const std::string floor = file("floor.json", R"({"name":"a higher floor, invented","overrides":[
    {"parameter":"rural_poverty_line","value":2200000,"from":"2026-01-01","to":"2026-12-31",
     "citation":{"instrument":"invented"},"standing":"draft"}]})");
  const std::string list = file("list.csv",
                                "id,paid_on,income\na,2026-12-02,1500000\nb,2026-12-02,2200000\nc,2026-12-02,many\n"
                                "\"d,\"\"e\"\"\",2026-12-02,1600000\n");
  const std::string rows_file = path("rows.csv"), refusals = path("refusals.jsonl");
  const Outcome done = run({"diff", "--law", floor, "--population", list, "--format", "json", "--lang", "en", "-o",
                            rows_file, "--refusals", refusals});
  EXPECT_EQ(done.exit_code, 3);
  const auto answer = parsed(done.out);
  EXPECT_EQ(answer["classes"]["only_against"].GetInt64(), 2);
  EXPECT_EQ(answer["classes"]["refused"].GetInt64(), 1);
  EXPECT_EQ(answer["refused"]["invalid_argument"].GetInt64(), 1);
  EXPECT_EQ(answer["rows"].GetInt64(), 4);
  // 22 % of 1,500,000 and of 1,600,000.
  EXPECT_STREQ(answer["only_against"]["contribution"].GetString(), "682000");
  const std::string rows = read(rows_file);
  EXPECT_NE(rows.find("1,a,only_against,income_below_floor,,,,,,,,,,ok,330000,66000,"), std::string::npos) << rows;
  EXPECT_NE(rows.find("4,\"d,\"\"e\"\"\",only_against,"), std::string::npos) << rows;
  std::istringstream lines{read(refusals)};
  std::string line;
  std::vector<std::string> ids;
  while (std::getline(lines, line)) ids.push_back(text_at(parsed(line), "id"));
  EXPECT_EQ(ids, (std::vector<std::string>{"a", "c", "d,\"e\""}));
}

TEST_F(DiffCommand, RefusesWhatCannotBe) {
  EXPECT_EQ(run({"diff", "--population", file("none.csv", "paid_on,income\n")}).exit_code, 3);
  EXPECT_EQ(run({"diff", "--population", file("empty.csv", "")}).exit_code, 2);
  EXPECT_EQ(run({"diff", "--population", file("days.csv", "income\n1500000\n")}).exit_code, 2);
  EXPECT_EQ(run({"diff", "--population", path("days.csv"), "--paid-on", "2026-12-02"}).exit_code, 0);
  EXPECT_EQ(run({"diff", "--population", path("absent.csv")}).exit_code, 2);
  EXPECT_EQ(run({"diff", "--population", people, "--law", path("absent.json")}).exit_code, 2);
  EXPECT_EQ(run({"diff", "--population", people, "--against", file("bad.json", "{")}).exit_code, 2);
  EXPECT_EQ(run({"diff", "--population", file("open.csv", "paid_on,income\n2026-12-02,\"15")}).exit_code, 4);
  EXPECT_EQ(run({"diff"}).exit_code, 2);
  // Nothing is left behind where nothing could be read.
  EXPECT_EQ(run({"diff", "--population", path("empty.csv"), "-o", path("out.csv")}).exit_code, 2);
  EXPECT_FALSE(fs::exists(path("out.csv")));
  EXPECT_FALSE(fs::exists(path("out.csv.part")));
}

TEST_F(DiffCommand, StopsWhereItCannotWrite) {
  Launch launch;
  launch.arguments = {"diff", "--law", draft, "--population", people};
  launch.out = Sink::full_disk;
  EXPECT_EQ(run(launch).exit_code, 4);
  const Outcome full = run({"diff", "--law", draft, "--population", people, "-o", "/dev/full"});
  EXPECT_EQ(full.exit_code, 4);
  EXPECT_EQ(full.out, "");
}

}  // namespace
}  // namespace program_test
