// The reference's own copy of the law: read from tests/reference/data, never from the library.
//
// It shares with the library only the plain structs of the contract (Programme, Record, LawRow), so that a test can lay
// the same change over both.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/law.hpp"

namespace reference {

// One dated value. A number is digits / 10^decimals; what is no number is its text.
struct Value {
  std::string text;
  std::int64_t digits = 0;
  int decimals = 0;
  ansinh::Day from;
  ansinh::Day to;
  std::string standing;
  std::string corroboration;
  bool settled = true;
};

struct Law {
  // By the name of the parameter; the first row of a series that holds the day is in force.
  std::map<std::string, std::vector<Value>, std::less<>> values;
  std::vector<ansinh::Programme> programmes;
  std::vector<ansinh::Record> records;
  std::vector<std::string> layers{"province", "locality"};
  unsigned known_groups = 0x7F;
  // Former code -> present code, 0 where there is no such former code; and the codes that stand for the same ground in
  // both lists.
  std::array<int, 100> present_of_former{};
  std::array<bool, 100> unmerged{};

  static Law from_files();

  // Null where nothing is in force.
  const Value* on(std::string_view parameter, ansinh::Day day) const;

  // As LawBook::with: a value replaces what was held on its days, a programme the one of the same id.
  void lay(const ansinh::LawRow& row);
  void lay(const ansinh::Programme& programme);
  void lay(const ansinh::Record& record);
};

// "2026-11-22", empty for `if_empty`.
ansinh::Day day_of(std::string_view text, ansinh::Day if_empty);

}  // namespace reference
