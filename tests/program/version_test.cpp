// `ansinh version`.
#include <gtest/gtest.h>

#include <ansinh/law.hpp>
#include <ansinh/version.hpp>
#include <string>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

TEST(Version, TextAndJsonSayTheSame) {
  const std::string digest = ansinh::LawBook::built_in().digest();
  const Outcome json = run({"version", "--format", "json"});
  EXPECT_EQ(json.exit_code, 0);
  const auto answer = parsed(json.out);
  EXPECT_EQ(text_at(answer, "version"), ANSINH_VERSION);
  EXPECT_EQ(number_at(answer, "abi"), ANSINH_ABI);
  EXPECT_EQ(text_at(answer, "law_digest"), digest);
  EXPECT_EQ(text_at(answer, "verified_on"), "2026-11-22");

  const Outcome vi = run({"version"});
  EXPECT_EQ(vi.exit_code, 0);
  EXPECT_EQ(vi.out, "ansinh " ANSINH_VERSION "\nABI " + std::to_string(ANSINH_ABI) + "\ndấu của luật " + digest +
                        "\nluật được kiểm lần cuối ngày 22/11/2026\n");
  const Outcome en = run({"version", "--lang", "en", "--strict"});
  EXPECT_EQ(en.out, "ansinh " ANSINH_VERSION "\nABI " + std::to_string(ANSINH_ABI) + "\nlaw digest " + digest +
                        "\nlaw last verified on 2026-11-22\n");
}

}  // namespace
}  // namespace program_test
