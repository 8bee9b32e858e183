// The texts of group sets as lists are full of them: none, each name of the book, and each two of them.
#pragma once

#include <memory>

#include "ansinh/law.hpp"
#include "lists/text_codes.hpp"

namespace ansinh::lists {

// By GroupSet::bits(). `none`: what no text stands for.
[[nodiscard]] std::shared_ptr<const TextCodes> group_texts(const LawBook& book, GroupSet none);

}  // namespace ansinh::lists
