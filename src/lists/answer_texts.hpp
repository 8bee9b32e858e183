// The columns of an answer as a list has them, from `status` to `flags`.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "lists/csv_text.hpp"

namespace ansinh::lists {

// What is written of an answer; nothing is negative.
struct AnswerNumbers {
  std::int64_t contribution, central_support, local_top_up, province_top_up, locality_top_up, other_support,
      participant_share;
  unsigned months, supported_months;
  unsigned flags;  // Flags::bits()
};

class AnswerTexts {
 public:
  explicit AnswerTexts(char delimiter);

  // Room for the text of an answer and for what is written beyond it.
  static constexpr std::size_t room = 384;

  // `ok` and all else of an answer, without what ends the row; returns where it ends.
  [[nodiscard, gnu::always_inline]] char* put(char* at, const AnswerNumbers& answer) const {
    const auto put_amount = [&](std::int64_t amount) __attribute__((always_inline)) {
      at = put_number(at, amount);
      *at++ = delimiter_;
    };
    *at++ = 'o';
    *at++ = 'k';
    *at++ = delimiter_;
    put_amount(answer.contribution);
    put_amount(answer.central_support);
    put_amount(answer.local_top_up);
    put_amount(answer.province_top_up);
    put_amount(answer.locality_top_up);
    put_amount(answer.other_support);
    put_amount(answer.participant_share);
    put_amount(answer.months);
    put_amount(answer.supported_months);
    return put_flags(at, answer.flags);
  }

  // What stands for these flags; returns where it ends.
  [[nodiscard, gnu::always_inline]] char* put_flags(char* at, unsigned bits) const {
    const Text& text = flags_[bits % flags_.size()];
    std::memcpy(at, text.bytes, 16);
    if (text.size > 16) std::memcpy(at + 16, text.bytes + 16, sizeof text.bytes - 16);
    return at + text.size;
  }

 private:
  struct Text {
    char bytes[96];
    std::uint32_t size;
  };
  char delimiter_;
  std::array<Text, 64> flags_{};  // by Flags::bits()
};

}  // namespace ansinh::lists
