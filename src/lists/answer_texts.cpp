#include "lists/answer_texts.hpp"

#include <span>
#include <string>

#include "ansinh/assess.hpp"

namespace ansinh::lists {
namespace {

std::string joined_flags(unsigned bits) {
  std::string text;
  for (const Flag flag : all_flags) {
    if ((bits & static_cast<unsigned>(flag)) == 0) continue;
    if (!text.empty()) text += '|';
    text += name(flag);
  }
  return text;
}

}  // namespace

AnswerTexts::AnswerTexts(char delimiter) : delimiter_{delimiter} {
  for (std::size_t bits = 0; bits < flags_.size(); ++bits) {
    const std::string text = joined_flags(static_cast<unsigned>(bits));
    flags_[bits].size = static_cast<std::uint32_t>(text.copy(flags_[bits].bytes, sizeof flags_[bits].bytes));
  }
}

}  // namespace ansinh::lists
