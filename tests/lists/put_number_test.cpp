// Numbers as a list writes them, against the standard library.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>

#include "lists/csv_text.hpp"

namespace {

std::string put(std::int64_t number) {
  std::array<char, ansinh::lists::number_room> bytes;
  const char* end = ansinh::lists::put_number(bytes.data(), number);
  return std::string(static_cast<const char*>(bytes.data()), end);
}

TEST(PutNumber, EveryNumberBelowAHundredThousand) {
  for (std::int64_t n = 0; n < 100'000; ++n) ASSERT_EQ(put(n), std::to_string(n));
}

TEST(PutNumber, AroundEveryPowerOfTen) {
  std::int64_t power = 1;
  for (int digits = 0; digits < 19; ++digits, power = digits < 19 ? power * 10 : power) {
    for (std::int64_t n = std::max<std::int64_t>(0, power - 1000); n < power + 1000; ++n) {
      ASSERT_EQ(put(n), std::to_string(n));
      ASSERT_EQ(put(n / 2), std::to_string(n / 2));
    }
  }
  ASSERT_EQ(put(INT64_MAX), std::to_string(INT64_MAX));
}

TEST(PutNumber, NumbersOfEveryLength) {
  std::mt19937_64 random{20261122};
  for (int round = 0; round < 1'000'000; ++round) {
    const auto n = static_cast<std::int64_t>(random() >> (1 + random() % 63));
    ASSERT_EQ(put(n), std::to_string(n));
  }
}

}  // namespace
