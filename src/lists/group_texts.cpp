#include "lists/group_texts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/eight_bytes.hpp"

namespace ansinh::lists {
namespace {

// Where two texts would share a place, the first one has it.
void add(TextCodes& codes, const std::string& text, GroupSet groups) {
  if (text.size() > TextCodes::longest) return;
  std::array<char, TextCodes::longest> bytes{};
  std::ranges::copy(text, bytes.begin());
  std::array<std::uint64_t, 4> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = eight_bytes::load(bytes.data() + 8 * i);
  TextCode& code = codes.at[TextCodes::place(words[0], words[1], words[2], words[3])];
  if (code.size <= TextCodes::longest) return;
  std::ranges::copy(words, code.words);
  code.size = static_cast<std::uint32_t>(text.size());
  code.code = groups.bits();
}

}  // namespace

std::shared_ptr<const TextCodes> group_texts(const LawBook& book, GroupSet none) {
  const auto codes = std::make_shared<TextCodes>();
  for (TextCode& code : codes->at) code.size = TextCodes::longest + 1;
  add(*codes, {}, none);
  const auto groups = book.groups();
  const auto set_of = [](std::size_t i) { return GroupSet::from_bits(static_cast<std::uint16_t>(1U << i)); };
  for (std::size_t i = 0; i < groups.size(); ++i) add(*codes, groups[i].name, set_of(i));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t j = 0; j < groups.size(); ++j) {
      if (i != j) add(*codes, groups[i].name + '|' + groups[j].name, set_of(i) | set_of(j));
    }
  }
  return codes;
}

}  // namespace ansinh::lists
