// Every name has words of its own in both languages.
#include <gtest/gtest.h>

#include <set>

#include "cases.hpp"

namespace ansinh::test {
namespace {

template <class Name>
void expect_words(int first, int last) {
  for (const Language language : both_languages) {
    std::set<std::string_view> seen;
    for (int i = first; i <= last; ++i) {
      const std::string_view text = words(static_cast<Name>(i), language);
      EXPECT_FALSE(text.empty()) << i;
      EXPECT_TRUE(seen.insert(text).second) << "said twice: " << text;
      EXPECT_EQ(text.find_first_of("{}\n"), std::string_view::npos) << text;
    }
  }
  for (int i = first; i <= last; ++i) {
    EXPECT_NE(words(static_cast<Name>(i), Language::vi), words(static_cast<Name>(i), Language::en));
  }
}

TEST(Words, EveryNameInBothLanguages) {
  expect_words<Errc>(0, static_cast<int>(Errc::not_settled));
  expect_words<Field>(0, static_cast<int>(Field::stated_rate));
  expect_words<Standing>(0, static_cast<int>(Standing::none_found));
  expect_words<Sources>(0, static_cast<int>(Sources::two_or_more));
  expect_words<Confidence>(0, static_cast<int>(Confidence::draft));
  expect_words<Parameter>(0, parameter_count - 1);
  expect_words<RecordKind>(0, static_cast<int>(RecordKind::draft));
  expect_words<SourceOfMoney>(0, static_cast<int>(SourceOfMoney::fund));
  expect_words<Quantity>(0, static_cast<int>(Quantity::refund));
  expect_words<ThSupport>(0, static_cast<int>(ThSupport::nominal));
  expect_words<RefundReason>(0, static_cast<int>(RefundReason::pension));
  for (const Flag flag : all_flags) expect_words<Flag>(static_cast<int>(flag), static_cast<int>(flag));
}

TEST(Words, Layers) {
  EXPECT_EQ(layer_words("province", Language::vi), "tỉnh hỗ trợ thêm");
  EXPECT_EQ(layer_words("locality", Language::en), "locality top-up");
  EXPECT_EQ(layer_words("thôn", Language::vi), "hỗ trợ thêm (thôn)");
}

TEST(Words, NamesOfLanguagesAndFormats) {
  for (const Language language : both_languages) EXPECT_EQ(language_from_name(name(language)), language);
  for (const Format format : {Format::text, Format::csv, Format::html, Format::json}) {
    EXPECT_EQ(format_from_name(name(format)), format);
  }
  EXPECT_FALSE(language_from_name("VI"));
  EXPECT_FALSE(language_from_name(""));
  EXPECT_FALSE(format_from_name("xml"));
}

}  // namespace
}  // namespace ansinh::test
