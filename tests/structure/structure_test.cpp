// The tree keeps its structure; and each rule finds what it is made to find, in a small tree written for it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "rules.hpp"
#include "source_text.hpp"

namespace structure {

void PrintTo(const Violation& v, std::ostream* out) {
  *out << v.file << ':' << v.line << ": " << v.rule << ": " << v.text;
}

namespace {

namespace fs = std::filesystem;
using Violations = std::vector<Violation>;

const fs::path project{ANSINH_SOURCE_DIR};

TEST(Tree, IncludesFollowTheArrows) { EXPECT_EQ(include_directions(project), Violations{}); }
TEST(Tree, LibrariesStayInTheirFiles) { EXPECT_EQ(library_places(project), Violations{}); }
TEST(Tree, OnlyTheProgramTouchesTheOutsideWorld) { EXPECT_EQ(outside_world(project), Violations{}); }
TEST(Tree, NamesNoMachine) { EXPECT_EQ(machine_paths(project), Violations{}); }

// Every term is priced: no status, text or vector says of one that it is not yet.
TEST(Tree, LeavesNoTermUnpriced) {
  const std::string status = std::string{"not_yet_"} + "supported";
  std::size_t files = 0;
  for (const char* folder : {"include", "src", "tests", "docs", "examples"}) {
    for (const auto& entry : fs::recursive_directory_iterator(project / folder)) {
      if (!entry.is_regular_file()) continue;
      ++files;
      for (const std::string& line : lines_of(entry.path())) {
        EXPECT_EQ(line.find(status), std::string::npos) << entry.path();
      }
    }
  }
  EXPECT_GT(files, 200U);
}

TEST(Tree, IsReallyRead) {
  EXPECT_GE(sources_below(project / "include").size(), 18U);
  EXPECT_GE(sources_below(project / "src" / "law").size(), 10U);
  EXPECT_GE(sources_below(project / "src" / "cli").size(), 1U);
}

// A tree of a few files, gone with the test.
class SmallTree : public testing::Test {
 protected:
  SmallTree() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path{testing::TempDir()} / ("ansinh_structure_" + std::string{test->name()});
    fs::remove_all(root_);
  }
  ~SmallTree() override { fs::remove_all(root_); }

  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream{root_ / file} << text;
  }
  [[nodiscard]] const fs::path& root() const { return root_; }

 private:
  fs::path root_;
};

TEST_F(SmallTree, KeepsArrows) {
  write("include/ansinh/money.hpp", "#include <cstdint>\n#include \"ansinh/version.hpp\"\n");
  write("include/ansinh/version.hpp.in", "");
  write("include/ansinh/law.hpp", "#include \"ansinh/money.hpp\"\n");
  write("src/core/exact.hpp", "#include \"ansinh/money.hpp\"\n");
  write("src/law/book.cpp", "#include \"ansinh/law.hpp\"\n#include \"core/exact.hpp\"\n#include <fmt/format.h>\n");
  write("src/cli/main.cpp", "#include <ansinh/law.hpp>\n#include <fstream>\n");
  EXPECT_EQ(include_directions(root()), Violations{});
  EXPECT_EQ(library_places(root()), Violations{});
  EXPECT_EQ(outside_world(root()), Violations{});
  EXPECT_EQ(machine_paths(root()), Violations{});
}

TEST_F(SmallTree, ArrowBackwards) {
  write("include/ansinh/law.hpp", "");
  write("include/ansinh/money.hpp", "#include \"ansinh/law.hpp\"\n");
  write("src/assess/kernel.hpp", "");
  write("src/law/book.cpp", "#include \"ansinh/law.hpp\"\n\n  #  include \"assess/kernel.hpp\"\n");
  write("src/report/html.cpp", "#include \"../cli/main.hpp\"\n");
  write("src/cli/main.hpp", "");
  EXPECT_EQ(include_directions(root()), (Violations{{"include/ansinh/money.hpp", 1, "arrow", "ansinh/law.hpp"},
                                                    {"src/law/book.cpp", 3, "arrow", "assess/kernel.hpp"},
                                                    {"src/report/html.cpp", 1, "arrow", "../cli/main.hpp"}}));
}

TEST_F(SmallTree, ProgramUsesPrivateHeader) {
  write("src/law/book.hpp", "");
  write("src/cli/law.cpp", "#include \"law/book.hpp\"\n");
  EXPECT_EQ(include_directions(root()), (Violations{{"src/cli/law.cpp", 1, "private_header", "law/book.hpp"}}));
}

TEST_F(SmallTree, RoomIncludesEverything) {
  write("include/ansinh/ansinh.hpp", "");
  write("src/report/text.cpp", "#include <ansinh/ansinh.hpp>\n");
  EXPECT_EQ(include_directions(root()), (Violations{{"src/report/text.cpp", 1, "everything", "ansinh/ansinh.hpp"}}));
}

TEST_F(SmallTree, PublicHeaderNeedsMoreThanTheStandardLibrary) {
  write("include/ansinh/money.hpp",
        "#include <boost/rational.hpp>\n#include <unistd.h>\n#include \"core/exact.hpp\"\n");
  write("src/core/exact.hpp", "");
  EXPECT_EQ(include_directions(root()),
            (Violations{{"include/ansinh/money.hpp", 1, "public_header", "boost/rational.hpp"},
                        {"include/ansinh/money.hpp", 2, "public_header", "unistd.h"},
                        {"include/ansinh/money.hpp", 3, "public_header", "core/exact.hpp"}}));
}

TEST_F(SmallTree, FileWithoutRoomAndIncludeOfNothing) {
  write("include/ansinh/new.hpp", "");
  write("src/tools/x.cpp", "");
  write("src/core/a.cpp", "#include \"core/gone.hpp\"\n");
  EXPECT_EQ(include_directions(root()), (Violations{{"include/ansinh/new.hpp", 0, "room", "include/ansinh/new.hpp"},
                                                    {"src/tools/x.cpp", 0, "room", "src/tools/x.cpp"},
                                                    {"src/core/a.cpp", 1, "missing", "core/gone.hpp"}}));
}

TEST_F(SmallTree, LibraryInTheWrongPlace) {
  write("src/core/exact.hpp", "#include <boost/multiprecision/cpp_int.hpp>\n");
  write("src/core/exact_sum.cpp", "#include <boost/multiprecision/cpp_int.hpp>\n");
  write("src/core/calendar.cpp", "#include <date/date.h>\n");
  write("src/law/book.cpp", "#include <date/date.h>\n");
  EXPECT_EQ(library_places(root()),
            (Violations{{"src/core/exact.hpp", 1, "library", "boost/multiprecision/cpp_int.hpp"},
                        {"src/law/book.cpp", 1, "library", "date/date.h"}}));
}

TEST_F(SmallTree, OutsideWorld) {
  write("src/lists/read.cpp",
        "#include <fstream>\n"
        "// std::getenv in a comment, a double here\n"
        "/* float\n"
        "   getenv */ const char* s = \"getenv double\";\n"
        "const auto day = std::chrono::system_clock::now();\n"
        "const char* home = std::getenv(\"HOME\");\n"
        "double share = 0.5;\n"
        "const long n = 1'000'000;\n"
        "const char c = '\"'; float f;\n");
  write("src/cli/main.cpp", "#include <fstream>\nconst auto* home = std::getenv(\"HOME\");\n");
  EXPECT_EQ(outside_world(root()), (Violations{{"src/lists/read.cpp", 1, "outside_world", "fstream"},
                                               {"src/lists/read.cpp", 5, "outside_world", "system_clock"},
                                               {"src/lists/read.cpp", 6, "outside_world", "getenv"},
                                               {"src/lists/read.cpp", 7, "floating_point", "double"},
                                               {"src/lists/read.cpp", 9, "floating_point", "float"}}));
}

TEST_F(SmallTree, MachinePath) {
  const std::string slash = "/";  // written in parts: this file is read by the rule too
  const std::string work = slash + "work" + slash;
  const std::string notes = "shared" + slash + "law";
  write("docs/page.md", "see docs" + work + "x\nand " + work + "main\n");
  write("tests/data.csv", "\"../" + notes + "/a.csv\"\n");
  write(".gitignore", "/build/\n");
  write("build/made.txt", work);
  write("out/CMakeCache.txt", work);
  write("bindings/js/.gitignore", "node_modules/\nsrc/generated/\n");
  write("bindings/js/node_modules/one/deep.js", work);
  write("bindings/js/src/generated/made.ts", work);
  write("bindings/c/generated/written.c", work);
  EXPECT_EQ(machine_paths(root()), (Violations{{"bindings/c/generated/written.c", 1, "machine_path", work},
                                               {"docs/page.md", 2, "machine_path", work},
                                               {"tests/data.csv", 1, "machine_path", notes}}));
}

}  // namespace
}  // namespace structure
