// Answers of regular rows, in columns.
#pragma once

#include <array>
#include <cstdint>

#include "lists/answer_texts.hpp"
#include "lists/request_columns.hpp"

namespace ansinh::lists {

struct RegularAnswers {
  template <class T>
  using Of = RequestRows::Of<T>;

  Of<std::uint8_t> status;  // Errc
  Of<std::uint8_t> months, supported_months, flags;
  Of<std::int32_t> contribution, central_support, local_top_up, province_top_up, locality_top_up, participant_share;

  // Their texts, as put_answers writes them, where they are usual.
  alignas(64) std::array<char, RegularRows::most_rows * answer_room> texts;
  Of<std::uint8_t> text_sizes;

  // Reads the rows but those that are `odd` already, and prices those that are not; `tally` counts these, whatever
  // their status.
  void price(const RequestColumns& columns, const RegularRows& rows, RequestRows& requests, const ListKernels& kernels,
             Workspace& workspace, char delimiter, Tally& tally);

  // Writes the texts of the first answers; part of price().
  void write(const ListKernels& kernels, std::size_t count, char delimiter);

  // The text of the k-th answer, which is one: without what ends the row; returns where it ends.
  [[nodiscard, gnu::always_inline]] char* put(char* at, const AnswerTexts& forms, std::size_t k) const {
    const bool usual = province_top_up[k] == local_top_up[k] && locality_top_up[k] == 0 && text_sizes[k] != 0;
    if (!usual) [[unlikely]] {
      return forms.put(at, {contribution[k], central_support[k], local_top_up[k], province_top_up[k],
                            locality_top_up[k], 0, participant_share[k], months[k], supported_months[k], flags[k]});
    }
    std::memcpy(at, texts.data() + k * answer_room, answer_room);
    return forms.put_flags(at + text_sizes[k], flags[k]);
  }
};

}  // namespace ansinh::lists
