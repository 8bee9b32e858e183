// What is done with every row of a long list is done alike by every kernel that this processor can run, and as a plain
// loop does it.
#include "lists/list_kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "ansinh/calendar.hpp"
#include "ansinh/columns.hpp"
#include "lists/text_codes.hpp"

namespace {

using namespace ansinh::lists;

// Cells one after the other, each ended by a comma, with room beyond the last.
struct Cells {
  std::string bytes;
  std::vector<std::uint32_t> begins{0};

  explicit Cells(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      bytes += text;
      bytes += ',';
      begins.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    bytes.append(64, '7');
  }
  [[nodiscard]] std::size_t size() const { return begins.size() - 1; }
  [[nodiscard]] CellColumn column() const { return {bytes.data(), begins.data(), 1}; }
};

std::vector<std::string> texts_near(const std::vector<std::string>& usual, std::size_t count, std::mt19937& random) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = usual[random() % usual.size()];
    switch (random() % 4) {
      case 0:
        if (!text.empty()) text[random() % text.size()] = static_cast<char>(random() % 256);
        break;
      case 1: text.insert(random() % (text.size() + 1), 1, static_cast<char>('0' + random() % 10)); break;
      default: break;
    }
    texts.push_back(text);
  }
  return texts;
}

TEST(ListKernels, TheLastOneRunsEverywhere) {
  ASSERT_FALSE(list_kernels().empty());
  EXPECT_EQ(list_kernels().back().name, "baseline");
  for (const ListKernels& kernels : list_kernels()) RecordProperty(std::string{kernels.name}, 1);
}

TEST(ListKernels, Marks) {
  std::mt19937 random{1};
  constexpr std::string_view alphabet = "abcdefgh01234567,,,,\n; \t!#";
  for (int turn = 0; turn < 3000; ++turn) {
    std::string bytes(random() % 700, 'x');
    for (char& c : bytes) c = alphabet[random() % alphabet.size()];
    for (auto i = random() % 3; i > 0 && !bytes.empty(); --i) {
      bytes[random() % bytes.size()] = "\"\r\0\x80\xff"[random() % 5];
    }
    const std::size_t most = 1 + random() % 200;
    const char delimiter = ",;\t"[random() % 3];
    // By what is promised: whole windows, to the first quote, return or NUL, and to the window that reaches `most`.
    std::vector<std::uint32_t> expected;
    std::size_t line_feeds = 0;
    bool ascii = true;
    bool more = true;
    for (std::size_t at = 0; more && at + 64 <= bytes.size() && expected.size() < most; at += 64) {
      for (std::size_t i = at; i < at + 64; ++i) ascii = ascii && static_cast<unsigned char>(bytes[i]) < 0x80;
      for (std::size_t i = at; more && i < at + 64; ++i) {
        more = bytes[i] != '"' && bytes[i] != '\r' && bytes[i] != '\0';
        if (bytes[i] != delimiter && bytes[i] != '\n') continue;
        expected.push_back(static_cast<std::uint32_t>(i) + 1);
        if (bytes[i] == '\n') ++line_feeds;
      }
    }
    for (const ListKernels& kernels : list_kernels()) {
      std::vector<std::uint32_t> found(most + 128);
      const Marks marks = kernels.find_marks(bytes.data(), bytes.data() + bytes.size(), delimiter, found.data(), most);
      found.resize(marks.count);
      ASSERT_EQ(found, expected) << kernels.name;
      ASSERT_EQ(marks.line_feeds, line_feeds) << kernels.name;
      ASSERT_EQ(marks.ascii, ascii) << kernels.name;
    }
  }
}

TEST(ListKernels, Digits) {
  std::mt19937 random{2};
  std::vector<std::string> texts{"", "0", "00000000", "99999999", "999999999", "1.500.000", "-1", "+1", "1500000 "};
  for (const std::string& text : texts_near({"1500000", "0", "120", "12345678", "50600000"}, 20'000, random)) {
    texts.push_back(text);
  }
  const Cells cells{texts};
  for (const ListKernels& kernels : list_kernels()) {
    std::vector<std::uint32_t> numbers(cells.size(), 7);
    kernels.read_digits(cells.column(), cells.size(), numbers.data());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const bool digits =
          !texts[i].empty() && texts[i].size() <= 8 && texts[i].find_first_not_of("0123456789") == std::string::npos;
      ASSERT_EQ(numbers[i], digits ? static_cast<std::uint32_t>(std::stoul(texts[i])) : no_digits)
          << kernels.name << ' ' << texts[i];
    }
  }
}

TEST(ListKernels, Days) {
  std::mt19937 random{3};
  std::vector<std::string> texts{"",           "2008-01-01", "2007-12-31", "2049-12-31",
                                 "2050-01-01", "2000-02-29", "2100-02-28"};
  for (int year = 2007; year <= 2051; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        std::array<char, 40> text{};
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
        texts.emplace_back(text.data());
      }
    }
  }
  for (const std::string& text : texts_near({"2026-11-22", "2024-02-29", "2025-07-01", "22/11/2026"}, 20'000, random)) {
    texts.push_back(text);
  }
  const Cells cells{texts};
  std::size_t days = 0;
  for (const ListKernels& kernels : list_kernels()) {
    std::vector<std::uint16_t> codes(cells.size(), 7);
    kernels.read_iso_days(cells.column(), cells.size(), codes.data());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (codes[i] == no_iso_day) continue;
      ++days;
      const auto day = ansinh::read_day(texts[i]);
      ASSERT_TRUE(day) << kernels.name << ' ' << texts[i];
      ASSERT_EQ(codes[i], ansinh::day_code(*day)) << kernels.name << ' ' << texts[i];
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto day = ansinh::read_day(texts[i]);
      const bool usual = day && texts[i].size() == 10 && texts[i][4] == '-' && !(*day < ansinh::first_law_day) &&
                         day->month().year() < 2050;
      ASSERT_EQ(codes[i] != no_iso_day, usual) << kernels.name << ' ' << texts[i];
    }
  }
  EXPECT_GT(days, 15'000U);
}

TEST(TextCodes, EachTextThatIsKeptAndNoOther) {
  const std::vector<std::string> known{"",
                                       "poor",
                                       "near_poor",
                                       "poor|island",
                                       "ethnic_minority",
                                       "sixteen_letters_",
                                       "seventeen_letters",
                                       "ethnic_minority|near_poor",
                                       std::string(32, 'l')};
  TextCodes codes;
  for (std::size_t i = 0; i < known.size(); ++i) codes.add(known[i], static_cast<std::uint16_t>(100 + i));
  codes.add(std::string(33, 'l'), 1);  // too long to be kept
  std::mt19937 random{4};
  std::vector<std::string> texts = texts_near(known, 20'000, random);
  texts.push_back(std::string(33, 'l'));
  texts.push_back(std::string("poor\0", 5));
  const Cells cells{texts};
  std::size_t found_count = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::uint16_t code = 0;
    const bool found = codes.find(cells.column().cell(i), code);
    const auto at = std::find(known.begin(), known.end(), texts[i]);
    ASSERT_EQ(found, at != known.end()) << texts[i];
    if (!found) continue;
    ++found_count;
    ASSERT_EQ(code, 100 + (at - known.begin())) << texts[i];
  }
  EXPECT_GT(found_count, 5'000U);
}

TEST(ListKernels, Answers) {
  std::mt19937 random{5};
  const auto amount = [&] {
    std::uint32_t below = 1;
    for (auto i = random() % 9; i > 0; --i) below *= 10;
    return static_cast<std::uint32_t>(random() % below);
  };
  std::vector<std::uint32_t> contribution, central, local, share;
  std::vector<std::uint8_t> months, supported;
  for (std::uint32_t i = 0; i < 30'011; ++i) {
    contribution.push_back(i < 2000 ? i : i < 2010 ? 99'999'995 + i - 2000 : amount());
    central.push_back(amount());
    local.push_back(i % 3 == 0 ? 0 : amount());
    share.push_back(i < 20'000 ? i * 5'000 : amount());
    months.push_back(static_cast<std::uint8_t>(random() % 13));
    supported.push_back(static_cast<std::uint8_t>(random() % 121));
  }
  for (const ListKernels& kernels : list_kernels()) {
    for (const char d : {',', ';', '\t'}) {
      std::string texts(contribution.size() * answer_room, '#');
      std::vector<std::uint8_t> sizes(contribution.size(), 99);
      kernels.put_answers(
          {contribution.data(), central.data(), local.data(), share.data(), months.data(), supported.data()},
          contribution.size(), d, texts.data(), sizes.data());
      for (std::size_t i = 0; i < contribution.size(); ++i) {
        if (contribution[i] > 99'999'999) {
          ASSERT_EQ(sizes[i], 0) << kernels.name;
          continue;
        }
        std::string expected = std::string{"ok"} + d;
        for (const std::uint32_t number : {contribution[i], central[i], local[i], local[i], 0U, 0U, share[i],
                                           std::uint32_t{months[i]}, std::uint32_t{supported[i]}}) {
          expected += std::to_string(number) + d;
        }
        ASSERT_EQ(texts.substr(i * answer_room, sizes[i]), expected) << kernels.name;
      }
    }
  }
}

}  // namespace
