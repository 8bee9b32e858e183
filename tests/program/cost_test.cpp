// `ansinh cost`: what a draft costs over months to come.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

namespace fs = std::filesystem;

const std::string example_folder = std::string{EXAMPLES_DIR} + "/population/";

// A folder of its own for each test.
class CostCommand : public testing::Test {
 protected:
  CostCommand() {
    folder_ = fs::temp_directory_path() /
              ("ansinh_cost_" + std::string{testing::UnitTest::GetInstance()->current_test_info()->name()});
    fs::create_directories(folder_);
  }
  ~CostCommand() override { fs::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    std::ofstream{path} << bytes;
    return path.string();
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  static std::string read(const std::string& path) {
    std::ifstream in{path};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }
  static std::vector<std::string> command(const std::string& population, std::vector<std::string> more) {
    std::vector<std::string> all{"cost", "--population", population, "--from", "2027-01", "--to", "2030-12"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  fs::path folder_;
};

// Khanh Hoa, early 2024, by its published counts: the program says what the goal takes, and how far the rounding of the
// rates lets it go. The persons are invented; only their number is not.
TEST_F(CostCommand, SaysWhatAGoalTakes) {
  std::string people = "income,province\n";
  for (int i = 0; i < 15'183; ++i) people += "2200000,56\n";
  const std::string population = file("people.csv", people);
  const Outcome vi = run(command(population, {"--grow-to-rate", "3.41%", "--workforce", "566530"}));
  EXPECT_EQ(vi.exit_code, 0) << vi.err;
  EXPECT_EQ(vi.err, "");
  EXPECT_NE(vi.out.find("15.183 người, là 2,68 %"), std::string::npos) << vi.out;
  EXPECT_NE(vi.out.find("cần thêm 4.136 người"), std::string::npos);
  EXPECT_NE(vi.out.find("(4.071…4.200)"), std::string::npos);

  const Outcome json =
      run(command(population, {"--grow-to-rate", "3,41 %", "--workforce", "566.530", "--format", "json"}));
  EXPECT_EQ(json.exit_code, 0);
  const auto answer = parsed(json.out);
  const auto& goal = answer["goals"][0];
  EXPECT_EQ(goal["added"].GetInt64(), 4'136);
  EXPECT_STREQ(goal["present_percent"].GetString(), "2.68");
  EXPECT_EQ(goal["added_by_rates"]["least"].GetInt64(), 4'071);
  EXPECT_EQ(goal["added_by_rates"]["most"].GetInt64(), 4'200);
  // 96,800 a month of the State for each of them: 20 % of 22 % of 2,200,000.
  EXPECT_STREQ(goal["years"][0]["central_support"].GetString(), std::to_string(4'136LL * 12 * 96'800).c_str());
  EXPECT_STREQ(answer["total"]["central_support"].GetString(), std::to_string(15'183LL * 48 * 96'800).c_str());
  EXPECT_EQ(answer["years"].Size(), 4U);
  EXPECT_EQ(answer["years"][3]["supported"].GetInt64(), 15'183);
}

TEST_F(CostCommand, CountsWhoIsRefusedAndWhoPaysTheNewFloor) {
  const Outcome done = run(command(example_folder + "people.csv",
                                   {"--law", example_folder + "draft.json", "--format", "json", "--lang", "en"}));
  EXPECT_EQ(done.exit_code, 3);
  const auto answer = parsed(done.out);
  EXPECT_EQ(answer["persons"].GetInt64(), 299);
  EXPECT_EQ(answer["refused"]["income_below_floor"].GetInt64(), 1);
  // Whose income, in the third column, is below the 2,200,000 of 2027; but for the one who is refused.
  std::istringstream rows{read(example_folder + "people.csv")};
  std::string row;
  std::getline(rows, row);
  long long below = -1;
  while (std::getline(rows, row)) {
    const std::size_t income = row.find(',', row.find(',') + 1) + 1;
    below += std::stoll(row.substr(income)) < 2'200'000 ? 1 : 0;
  }
  EXPECT_GT(below, 0);
  EXPECT_EQ(answer["years"][0]["raised"].GetInt64(), below);
  bool floor_is_assumed = false;
  for (const auto& assumed : answer["assumed"].GetArray()) {
    floor_is_assumed |= std::string{assumed["name"].GetString()} == "floor";
  }
  EXPECT_TRUE(floor_is_assumed);
  const auto refusal = parsed(done.err);
  EXPECT_EQ(text_at(refusal, "id"), "KH250");
  EXPECT_EQ(refusal["row"].GetInt64(), 250);

  const std::string refusals = path("refused.jsonl");
  EXPECT_EQ(run(command(example_folder + "people.csv", {"--refusals", refusals})).exit_code, 3);
  EXPECT_NE(read(refusals).find("\"id\":\"KH250\""), std::string::npos);
}

TEST_F(CostCommand, EveryFormHoldsTheSameSums) {
  const std::vector<std::string> draft{"--law", example_folder + "draft.json", "--goals", example_folder + "goals.csv"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.end(), draft.begin(), draft.end());
    return run(command(example_folder + "people.csv", more));
  };
  const auto json = parsed(with({"--format", "json"}).out);
  const std::string csv = with({"--format", "csv"}).out;
  long long of_csv = 0, joined = 0;
  std::istringstream lines{csv};
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line,
            "kind,joined,year,groups,persons,supported,run_out,raised,lowered,unsettled,local_unknown,payments,months,"
            "supported_months,contribution,central_support,province_top_up,locality_top_up,further_top_up,budget,fund,"
            "other_support,participant_share");
  while (std::getline(lines, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line) c == ',' ? static_cast<void>(cells.emplace_back()) : static_cast<void>(cells.back() += c);
    ASSERT_EQ(cells.size(), 23U) << line;
    (cells[0] == "new" ? joined : of_csv) += std::stoll(cells[16]);
  }
  EXPECT_EQ(std::to_string(of_csv), json["total"]["province_top_up"].GetString());
  long long of_goals = 0;
  for (const auto& goal : json["goals"].GetArray()) {
    for (const auto& year : goal["years"].GetArray()) of_goals += std::stoll(year["province_top_up"].GetString());
  }
  EXPECT_EQ(joined, of_goals);
  // And text, with points between the thousands.
  std::string printed = json["total"]["province_top_up"].GetString();
  for (std::size_t at = printed.size(); at > 3;) printed.insert(at -= 3, 1, '.');
  EXPECT_NE(with({"--lang", "en"}).out.find(' ' + printed + ' '), std::string::npos) << printed;
}

TEST_F(CostCommand, DrawsAChart) {
  const std::string chart = path("chart.svg");
  const Outcome done = run(command(example_folder + "people.csv", {"--law", example_folder + "draft.json", "--chart",
                                                                   chart, "--title", "A <b> & \"c\""}));
  EXPECT_EQ(done.exit_code, 3);
  const std::string svg = read(chart);
  EXPECT_EQ(svg.find("<svg xmlns=\"http://www.w3.org/2000/svg\""), 0U);
  EXPECT_NE(svg.find("A &lt;b&gt; &amp; &quot;c&quot;"), std::string::npos);
  EXPECT_EQ(svg.find("<b>"), std::string::npos);
  for (const char* year : {">2027<", ">2028<", ">2029<", ">2030<"}) EXPECT_NE(svg.find(year), std::string::npos);
  EXPECT_EQ(svg.substr(svg.size() - 7), "</svg>\n");
  // The shown one.
  EXPECT_EQ(
      run(command(example_folder + "people.csv", {"--law", example_folder + "draft.json", "--goals",
                                                  example_folder + "goals.csv", "--chart", chart, "--lang", "en"}))
          .exit_code,
      3);
  EXPECT_EQ(read(chart), read(example_folder + "chart.svg"));
  EXPECT_EQ(run(command(example_folder + "people.csv", {"--chart", path("no/such/folder.svg")})).exit_code, 2);
}

TEST_F(CostCommand, RefusesWhatCannotBe) {
  const std::string people = file("people.csv", "income\n2200000\n2200000\n2200000\n");
  const auto refused = [&](std::vector<std::string> more, int code, const std::string& part) {
    more.insert(more.end(), {"--lang", "en"});
    const Outcome done = run(command(people, more));
    EXPECT_EQ(done.exit_code, code) << part << '\n' << done.out << done.err;
    EXPECT_NE((done.out + done.err).find(part), std::string::npos) << part << '\n' << done.out << done.err;
  };
  refused({"--grow-to-rate", "50%", "--workforce", "2"}, 3, "workforce: 2 persons are fewer than the 3 who take part");
  refused({"--grow-to-rate", "500%", "--workforce", "20"}, 3, "rate: \"500%\" cannot be read");
  refused({"--grow-to-rate", "5%", "--workforce", "many"}, 3, "workforce: \"many\" cannot be read");
  refused({"--grow-to-rate", "5%", "--workforce", "0"}, 3, "workforce: 0 is out of range, 1 to 1000000000000");
  refused({"--grow-to-rate", "5%"}, 2, "--workforce");
  refused({"--goals", file("a.csv", "year,workforce,rate\n2028,9,50%\n2027,9,60%\n")}, 2,
          "line 3: year: 2027 does not come after 2028");
  refused({"--goals", file("b.csv", "year,workforce,rate\n2031,9,50%\n")}, 2,
          "year: 2031 is out of range, 2008 to 2030");
  refused({"--goals", file("c.csv", "year,workforce,rate\n2026,9,50%\n")}, 3,
          "line 2: year: 2026 is outside the years projected, 2027 to 2030");
  refused({"--goals", file("d.csv", "year,workforce,rate\n2027,9,50%\n2028,2,50%\n")}, 3,
          "line 3: workforce: 2 persons are fewer than the 3");
  refused({"--goals", path("absent.csv")}, 2, "No such file");
  EXPECT_EQ(run(command(file("none.csv", "income\n"), {})).exit_code, 3);
  EXPECT_EQ(run(command(file("bad.csv", "income\nmany\n"), {})).exit_code, 3);
  EXPECT_EQ(run(command(file("empty.csv", ""), {})).exit_code, 2);
  EXPECT_EQ(run(command(file("twice.csv", "income,income\n1,2\n"), {})).exit_code, 2);
  EXPECT_EQ(run(command(file("quote.csv", "income\n\"2200000\n"), {})).exit_code, 4);
  EXPECT_EQ(run(command(std::string{EXAMPLES_DIR} + "/d05.csv", {})).exit_code, 2);
  EXPECT_EQ(run({"cost", "--population", people, "--from", "2027-13", "--to", "2030-12"}).exit_code, 3);
  EXPECT_EQ(run({"cost", "--population", people, "--from", "2030-12", "--to", "2027-01"}).exit_code, 3);
  EXPECT_EQ(run({"cost", "--population", people, "--from", "2030-12", "--to", "2031-01"}).exit_code, 3);
  const Outcome json = run(command(people, {"--grow-to-rate", "50%", "--workforce", "2", "--format", "json"}));
  EXPECT_EQ(text_at(parsed(json.out), "error"), "below_participants");
  EXPECT_EQ(text_at(parsed(json.out), "given"), "2");
  EXPECT_EQ(text_at(parsed(json.out), "limit"), "3");
}

TEST_F(CostCommand, StopsWhereTheAnswerCannotBeWritten) {
  Launch launch;
  launch.arguments = command(example_folder + "people.csv", {});
  launch.out = Sink::full_disk;
  EXPECT_EQ(run(launch).exit_code, 4);
  launch.out = Sink::closed_pipe;
  EXPECT_EQ(run(launch).exit_code, 4);
}

}  // namespace
}  // namespace program_test
