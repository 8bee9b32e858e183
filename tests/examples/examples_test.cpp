// Everything in examples/ runs, and prints what is committed beside it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "runner.hpp"

namespace program_test {
namespace {

std::string example(const std::string& name) { return EXAMPLES_DIR "/" + name; }

std::string printed_by(const char* program) {
  Launch launch;
  launch.program = program;
  const Outcome done = run(launch);
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_EQ(done.err, "");
  return done.out;
}

TEST(Examples, First) { EXPECT_EQ(printed_by(EXAMPLE_FIRST), file_bytes(example("first.out"))); }

TEST(Examples, FirstShowsEightLines) {
  std::size_t shown = 0;
  bool inside = false;
  for (const std::string& line : lines(file_bytes(example("first.cpp")))) {
    if (line.find("[README end]") != std::string::npos) inside = false;
    if (inside) ++shown;
    if (line.find("[README begin]") != std::string::npos) inside = true;
  }
  EXPECT_EQ(shown, 8U);
}

TEST(Examples, Columns) { EXPECT_EQ(printed_by(EXAMPLE_COLUMNS), file_bytes(example("columns.out"))); }

TEST(Examples, OwnProgramme) { EXPECT_EQ(printed_by(EXAMPLE_OWN_PROGRAMME), file_bytes(example("own_programme.out"))); }

TEST(Examples, TheSampleListIsWhatItsGeneratorMakes) {
  EXPECT_EQ(printed_by(MAKE_PARTICIPANTS), file_bytes(example("participants.csv")));
}

// The main job, as the target `demo` runs it.
Outcome main_job(const Folder& folder, const std::string& list, const std::string& program = ANSINH_PROGRAM) {
  Launch launch;
  launch.program = CMAKE;
  launch.arguments = {"-DPROGRAM=" + program, "-DSAMPLE=" + list, "-DOUT=" + folder.path("out"), "-P",
                      example("run.cmake")};
  return run(launch);
}

TEST(MainJob, PrintsTotalsAndAcceptsTheDocumentedRefusals) {
  const Folder folder;
  const Outcome done = main_job(folder, example("participants.csv"));
  EXPECT_EQ(done.exit_code, 0) << done.err;
  for (const char* heading :
       {"By province code", "By former_province code", "By groups", "near_poor|ethnic_minority"}) {
    EXPECT_NE(done.out.find(heading), std::string::npos) << heading;
  }
  EXPECT_EQ(file_bytes(folder.path("out/participants.out.csv")), file_bytes(example("participants.out.csv")));
}

TEST(MainJob, FailsOnAnythingElse) {
  const std::string list = file_bytes(example("participants.csv"));
  const std::size_t first_row = list.find('\n') + 1;
  const std::size_t second_row = list.find('\n', first_row) + 1;

  const Folder folder;
  const std::string changed = folder.path("changed.csv");
  // One wrong row less, with as many rows; one wrong row more; a row that is missing; a list that stops midway.
  std::string repaired = list;
  repaired.replace(repaired.find("30/02/2026"), 10, "22/11/2026");
  std::string spoiled = list;
  spoiled.replace(spoiled.find("2009-04-30"), 10, "2009-04-31");
  const std::string shorter = list.substr(0, second_row) + list.substr(list.find('\n', second_row) + 1);
  for (const std::string& text : {repaired, spoiled, shorter, list + "\"open"}) {
    write_file(changed, text);
    EXPECT_NE(main_job(folder, changed).exit_code, 0);
  }
  EXPECT_NE(main_job(folder, folder.path("no such list.csv")).exit_code, 0);
  EXPECT_NE(main_job(folder, example("participants.csv"), "/bin/false").exit_code, 0);
}

}  // namespace
}  // namespace program_test
