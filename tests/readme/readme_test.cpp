// Everything that the documents show is true; and an untrue document is found out.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "markdown.hpp"

namespace readme {
namespace {

namespace fs = std::filesystem;

const fs::path root{ANSINH_SOURCE_DIR};
const Surroundings here{ANSINH_SOURCE_DIR, ANSINH_PROGRAMS};

std::string text_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

std::vector<std::string> all_differences(const std::string& document) {
  std::vector<std::string> all;
  for (const Shown& shown : shown_in(document)) {
    for (const std::string& difference : differences(shown, here)) all.push_back(difference);
  }
  return all;
}

TEST(Readme, ShowsWhatIsTrue) { EXPECT_EQ(all_differences(text_of(root / "README.md")), std::vector<std::string>{}); }

TEST(Readme, ShowsAllThatItHasTo) {
  std::multiset<std::string> kinds, commands;
  for (const Shown& shown : shown_in(text_of(root / "README.md"))) {
    kinds.insert(shown.kind);
    if (shown.kind == "command") commands.insert(shown.argument);
  }
  EXPECT_GE(kinds.count("source"), 1U);
  EXPECT_GE(kinds.count("output"), 1U);
  EXPECT_GE(kinds.count("session"), 1U);
  EXPECT_GE(kinds.count("value"), 1U);
  EXPECT_EQ(commands, (std::multiset<std::string>{"demo", "test"}));
}

TEST(Documents, ShowWhatIsTrueWhereMarked) {
  for (const fs::path folder : {"docs", "examples", "."}) {
    for (const auto& entry : fs::directory_iterator{root / folder}) {
      if (entry.path().extension() != ".md") continue;
      for (const Shown& shown : shown_in(text_of(entry.path()))) {
        if (shown.kind.empty()) continue;
        EXPECT_EQ(differences(shown, here), std::vector<std::string>{}) << entry.path();
      }
    }
  }
}

std::string block(const std::string& mark, const std::string& text) { return mark + "\n```\n" + text + "```\n"; }

TEST(Check, AcceptsWhatIsTrue) {
  EXPECT_EQ(all_differences(block("<!-- output: echo a; echo b -->", "a\nb\n")), std::vector<std::string>{});
  EXPECT_EQ(all_differences(block("<!-- output exit=3: exit 3 -->", "")), std::vector<std::string>{});
  EXPECT_EQ(all_differences(block("<!-- session -->", "$ echo a \\\n  b\na b\n$ true\n")), std::vector<std::string>{});
  EXPECT_EQ(all_differences(block("<!-- command: test -->",
                                  "apt-get update && apt-get install -y --no-install-recommends a \\\n  b &&\n"
                                  "cmake --workflow --preset test\n")),
            std::vector<std::string>{});
  EXPECT_EQ(all_differences("so <!-- value: echo 57 -->57<!-- end --> of them"), std::vector<std::string>{});
  EXPECT_EQ(all_differences(block("<!-- shown: it waits for a key -->", "x\n")), std::vector<std::string>{});
  EXPECT_EQ(all_differences(block("<!-- source: LICENSE -->", text_of(root / "LICENSE"))), std::vector<std::string>{});
}

TEST(Check, FindsWhatIsNot) {
  const auto count = [](const std::string& document) { return all_differences(document).size(); };
  EXPECT_EQ(count(block("<!-- output: echo a -->", "b\n")), 1U);
  EXPECT_EQ(count(block("<!-- output: echo a -->", "a")), 1U);  // never closed
  EXPECT_EQ(count(block("<!-- output: exit 3 -->", "")), 1U);
  EXPECT_EQ(count(block("<!-- session -->", "$ echo a\na\n$ echo b\nc\n")), 1U);
  EXPECT_EQ(count(block("<!-- session exit=3 -->", "$ true\n")), 1U);
  EXPECT_EQ(count(block("<!-- session -->", "echo a\n")), 1U);
  EXPECT_EQ(count("so <!-- value: echo 57 -->58<!-- end --> of them"), 1U);
  EXPECT_EQ(count(block("<!-- source: no such file -->", "x\n")), 1U);
  EXPECT_EQ(count(block("<!-- source: LICENSE -->", "x\n")), 1U);
  EXPECT_EQ(count(block("<!-- command: test -->", "cmake --workflow --preset test\n")), 1U);
  EXPECT_EQ(count(block("<!-- shown: -->", "x\n")), 1U);
  EXPECT_EQ(count(block("", "x\n")), 1U);
  EXPECT_EQ(count(block("<!-- outputs: echo x -->", "x\n")), 1U);
}

}  // namespace
}  // namespace readme
