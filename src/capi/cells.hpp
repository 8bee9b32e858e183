// Texts by number of their field.
#pragma once

#include <cstddef>
#include <string_view>

#include "ansinh/ansinh.h"
#include "ansinh/lists.hpp"
#include "capi/text_out.hpp"

namespace ansinh::capi {

class Cells {
 public:
  Cells(const char* const* texts, const std::size_t* lengths, std::size_t count)
      : texts_{texts}, lengths_{lengths}, count_{count} {}

  [[nodiscard]] std::string_view at(std::size_t field) const {
    if (field >= count_) return {};
    return text_of(texts_[field], lengths_ == nullptr ? SIZE_MAX : lengths_[field]);
  }
  [[nodiscard]] RequestCells of_request() const {
    RequestCells cells;
    for (std::size_t field = 0; field < cells.text.size(); ++field) cells.text[field] = at(field);
    return cells;
  }
  [[nodiscard]] RefundCells of_refund() const {
    return {of_request(), at(ANSINH_FIELD_REMAINING), at(ANSINH_FIELD_ON), at(ANSINH_FIELD_REASON),
            at(ANSINH_FIELD_SUPPORT_REFUNDED)};
  }

 private:
  const char* const* texts_;
  const std::size_t* lengths_;
  std::size_t count_;
};

}  // namespace ansinh::capi
