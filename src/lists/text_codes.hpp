// Texts of at most 32 bytes by what they stand for, for columns in which few texts come again and again.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/eight_bytes.hpp"

namespace ansinh::lists {

class TextCodes {
 public:
  static constexpr std::size_t longest = 32;

  // A longer text, and one whose place another has taken, is not kept.
  void add(std::string_view text, std::uint16_t code) {
    if (text.size() > longest) return;
    std::array<char, longest> bytes{};
    std::ranges::copy(text, bytes.begin());
    const Words words = words_of({bytes.data(), text.size()});
    Entry& entry = entries_[place(words)];
    if (entry.size > longest) entry = {words, static_cast<std::uint32_t>(text.size()), code};
  }

  // False for a text that is not kept. It looks at 32 bytes from the text's first on, so there must be as many.
  [[nodiscard]] bool find(std::string_view text, std::uint16_t& code) const {
    if (text.size() > longest) return false;
    const Words words = words_of(text);
    const Entry& entry = entries_[place(words)];
    std::uint64_t differ = entry.size ^ text.size();
    for (std::size_t i = 0; i < words.size(); ++i) differ |= entry.words[i] ^ words[i];
    code = entry.code;
    return differ == 0;
  }

 private:
  using Words = std::array<std::uint64_t, longest / 8>;
  struct Entry {
    Words words{};                     // the text, and zeros
    std::uint32_t size = longest + 1;  // no text's
    std::uint16_t code = 0;
  };

  static Words words_of(std::string_view text) {
    Words words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t held = text.size() > 8 * i ? std::min<std::size_t>(text.size() - 8 * i, 8) : 0;
      words[i] = eight_bytes::load(text.data() + 8 * i) & eight_bytes::mask(held);
    }
    return words;
  }
  static constexpr unsigned place_bits = 9;
  static std::size_t place(const Words& words) {
    const std::uint64_t mixed = words[0] ^ words[1] << 7 ^ words[2] << 13 ^ words[3] << 23;
    return static_cast<std::size_t>(mixed * 0x9E37'79B9'7F4A'7C15U >> (64 - place_bits));
  }

  std::array<Entry, std::size_t{1} << place_bits> entries_{};
};

}  // namespace ansinh::lists
