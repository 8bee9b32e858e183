// The forms that nearly every row has are read by other means than the rest, and only where there is room beyond the
// row: a cell must read the same wherever its row stands, and as `read_request` reads it.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "plain_csv.hpp"
#include "run_list.hpp"

namespace {

using ansinh::Day;
using ansinh::Errc;
using ansinh::Field;

// One list of all rows, and the rows again in lists of their own, with nothing beyond them.
void same_wherever(const std::string& header, const std::vector<std::string>& rows, const ansinh::Rules& rules) {
  std::string list = header;
  for (const std::string& row : rows) list += row + '\n';
  const run::Outcome together = run::list(list, {}, {}, rules);
  std::string alone;
  std::vector<run::Refused> refusals;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    run::Outcome one = run::list(header + rows[i], {}, {}, rules);
    ASSERT_EQ(one.row_count, 1U) << rows[i];
    alone += one.rows;
    for (run::Refused& refusal : one.refusals) {
      refusal.row = i + 1;
      refusal.line = i + 2;
      refusals.push_back(refusal);
    }
  }
  EXPECT_EQ(together.rows, alone);
  EXPECT_EQ(together.refusals, refusals);
}

// Whether a list takes the cell as `read_request` does, in a row with room beyond it.
void as_read_request(Field field, const std::vector<std::string>& texts, const ansinh::Rules& rules) {
  std::string list;
  std::string rest;
  switch (field) {
    case Field::paid_on:
      list = "paid_on,income\n";
      rest = ",1500000";
      break;
    case Field::income:
      list = "income,paid_on\n";
      rest = ",2026-11-22";
      break;
    default: list = std::string{name(field)} + ",paid_on,income\n"; rest = ",2026-11-22,1500000";
  }
  for (const std::string& text : texts) list += text + rest + '\n';
  list += "the last row, which has no room beyond it\n";
  const run::Outcome outcome = run::list(list, {}, {}, rules);
  ASSERT_EQ(outcome.row_count, texts.size() + 1);
  const auto answers = plain::read_csv(outcome.rows, ',').rows;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ansinh::RequestCells cells;
    cells[Field::paid_on] = "2026-11-22";
    cells[Field::income] = "1500000";
    cells[field] = texts[i];
    const auto request = ansinh::read_request(rules.book(), cells);
    const auto answer = request.ok() ? assess(rules, *request) : ansinh::Result<ansinh::Assessment>{request.fault()};
    ASSERT_EQ(answers[i].cells[0], name(answer.code())) << texts[i];
    if (!answer.ok()) continue;
    ASSERT_EQ(answers[i].cells[1], std::to_string(answer->contribution.dong())) << texts[i];
    ASSERT_EQ(answers[i].cells[2], std::to_string(answer->central_support.dong())) << texts[i];
    ASSERT_EQ(answers[i].cells[3], std::to_string(answer->local_top_up.dong())) << texts[i];
    ASSERT_EQ(answers[i].cells[9], std::to_string(answer->supported_months)) << texts[i];
  }
}

std::string digits(int number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

TEST(UsualForms, EveryDayOfACenturyAndTheDaysThatAreNot) {
  for (int year = 1990; year < 2090; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const std::string text = digits(year, 4) + '-' + digits(month, 2) + '-' + digits(day, 2);
        ASSERT_EQ(ansinh::read_day(text), Day::from(year, static_cast<unsigned>(month), static_cast<unsigned>(day)))
            << text;
      }
    }
  }
}

TEST(UsualForms, NoByteOfADayButItsOwn) {
  const std::string good = "2026-11-22";
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = good;
      text[at] = static_cast<char>(byte);
      const bool digit = byte >= '0' && byte <= '9';
      const bool dash = at == 4 || at == 7;
      const bool still_good = dash ? byte == '-' : digit;
      if (still_good) continue;
      ASSERT_FALSE(ansinh::read_day(text)) << at << ' ' << byte;
    }
  }
}

TEST(UsualForms, AmountsOfEveryLength) {
  std::vector<std::string> texts{"1.500.000", "1500000 ", " 1500000", "01500000", "0000000001500000",
                                 "15x0000",   "1500000:", "/1500000", "1,5",      "+1",
                                 "-1"};
  std::mt19937_64 random{20261122};
  for (std::size_t length = 1; length <= 20; ++length) {
    for (int round = 0; round < 200; ++round) {
      std::string text;
      for (std::size_t i = 0; i < length; ++i) text += static_cast<char>('0' + random() % 10);
      texts.push_back(text);
      // A digit's neighbours, and bytes that differ from a digit in one bit.
      text[random() % length] = ":/;p@ \x10\x70"[random() % 8];
      texts.push_back(text);
    }
  }
  // Commas and quotes would part cells.
  std::erase_if(texts, [](const std::string& text) { return text.find(',') != std::string::npos; });
  as_read_request(Field::income, texts, ansinh::built_in_rules());
  as_read_request(Field::months_supported, texts, ansinh::built_in_rules());
  std::vector<std::string> rows;
  for (const std::string& text : texts) rows.push_back("2026-11-22," + text);
  same_wherever("paid_on,income\n", rows, ansinh::built_in_rules());
}

TEST(UsualForms, MonthsTermsAndCodes) {
  std::vector<std::string> numbers;
  for (int n = 0; n < 1000; ++n) numbers.push_back(std::to_string(n));
  as_read_request(Field::months_supported, numbers, ansinh::built_in_rules());
  as_read_request(Field::term, numbers, ansinh::built_in_rules());
  std::vector<std::string> codes;
  for (int n = 0; n < 100; ++n) {
    codes.push_back(digits(n, 2));
    codes.push_back(std::to_string(n));
    codes.push_back(digits(n, 3));
  }
  as_read_request(Field::province, codes, ansinh::built_in_rules());
  as_read_request(Field::former_province, codes, ansinh::built_in_rules());
}

// Names that begin alike, of one letter, of 16 bytes and of more, and with them the texts that are nearly one.
TEST(UsualForms, GroupsOfABook) {
  ansinh::LawBook book = ansinh::LawBook::built_in();
  for (const char* own : {"p", "poorer", "exactly_16_bytes", "exactly_17_bytes_", "exactly_17_bytes_or_more", "0x"}) {
    const auto with = book.with_group({.name = own, .vi = own, .en = own});
    ASSERT_TRUE(with.ok()) << own;
    book = *with;
  }
  const ansinh::Rules rules{book};
  std::vector<std::string> names;
  for (const auto& group : book.groups()) names.push_back(group.name);
  std::vector<std::string> texts = names;
  std::mt19937_64 random{20261122};
  for (const std::string& name : names) {
    for (const char* after : {"|", "x", "|x", "||", " |", "| ", "|poor", "|poor|", "_"}) texts.push_back(name + after);
    for (const char* before : {"|", "x", "x|", "poor|", "poor||"}) texts.push_back(before + name);
    texts.push_back(name.substr(1));
    texts.push_back(name.substr(0, name.size() - 1));
  }
  for (int round = 0; round < 2000; ++round) {
    std::string text = names[random() % names.size()];
    for (std::size_t more = random() % 6; more > 0; --more) text += '|' + names[random() % names.size()];
    if (random() % 4 == 0) text[random() % text.size()] = static_cast<char>('_' + random() % 30);
    texts.push_back(text);
  }
  std::erase_if(texts, [](const std::string& text) { return text.empty(); });
  as_read_request(Field::groups, texts, rules);
  std::vector<std::string> rows;
  for (const std::string& text : texts) rows.push_back("2026-11-22,1500000," + text);
  same_wherever("paid_on,income,groups\n", rows, rules);
}

// A default is read as a cell would be, by the rows in the middle and by the last.
TEST(UsualForms, Defaults) {
  ansinh::BatchOptions options;
  options.defaults[Field::paid_on] = "2026-11-22";
  options.defaults[Field::income] = "1500000";
  options.defaults[Field::groups] = "near_poor";
  const auto outcome = run::list("id,income\na,\nb,1500000\nc,\n", options);
  EXPECT_EQ(outcome.rows,
            "a,ok,330000,132000,0,0,0,0,198000,1,1,\n"
            "b,ok,330000,132000,0,0,0,0,198000,1,1,\n"
            "c,ok,330000,132000,0,0,0,0,198000,1,1,\n");
}

}  // namespace
