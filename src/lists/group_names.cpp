#include "lists/group_names.hpp"

#include <algorithm>
#include <span>

namespace ansinh::lists {

GroupNames::GroupNames(const LawBook& book) {
  for (const GroupName& group : book.groups()) {
    const std::string& text = group.name;
    const std::size_t in_words = std::min<std::size_t>(text.size(), 16);
    const std::size_t in_front = std::min<std::size_t>(text.size(), 8);
    std::array<char, 16> words{};
    std::copy_n(text.begin(), in_words, words.begin());
    names_[count_] = {.front = eight_bytes::load(words.data()),
                      .front_mask = eight_bytes::mask(in_front),
                      .next = eight_bytes::load(words.data() + 8),
                      .next_mask = eight_bytes::mask(in_words - in_front),
                      .size = text.size(),
                      .rest = text.substr(in_words),
                      .group = GroupSet::from_bits(static_cast<std::uint16_t>(1U << count_))};
    ++count_;
  }
  std::ranges::sort(std::span{names_}.first(count_), {}, [](const Name& name) { return name.front % slots; });
  first_.fill(static_cast<std::uint8_t>(count_));
  for (std::size_t i = count_; i-- > 0;) first_[names_[i].front % slots] = static_cast<std::uint8_t>(i);
}

}  // namespace ansinh::lists
