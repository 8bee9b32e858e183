#include "lists/group_texts.hpp"

namespace ansinh::lists {

std::shared_ptr<const TextCodes> group_texts(const LawBook& book, GroupSet none) {
  const auto codes = std::make_shared<TextCodes>();
  codes->add({}, none.bits());
  const auto groups = book.groups();
  const auto bit_of = [](std::size_t i) { return static_cast<std::uint16_t>(1U << i); };
  for (std::size_t i = 0; i < groups.size(); ++i) codes->add(groups[i].name, bit_of(i));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t j = 0; j < groups.size(); ++j) {
      const auto both = static_cast<std::uint16_t>(bit_of(i) | bit_of(j));
      if (i != j) codes->add(groups[i].name + '|' + groups[j].name, both);
    }
  }
  return codes;
}

}  // namespace ansinh::lists
