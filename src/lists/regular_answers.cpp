#include "lists/regular_answers.hpp"

namespace ansinh::lists {

void RegularAnswers::price(const RequestColumns& columns, const RegularRows& rows, RequestRows& requests,
                           const ListKernels& kernels, Workspace& workspace, char delimiter, Tally& tally) {
  columns.read(rows, requests, kernels);
  const ColumnsIn<std::int32_t> in = columns.columns(requests, rows.size());
  const std::size_t count = in.income.size();
  const auto column = [count](auto& values) { return std::span{values.data(), count}; };
  ColumnsOut<std::int32_t> out;
  out.contribution = column(contribution);
  out.central_support = column(central_support);
  out.local_top_up = column(local_top_up);
  out.province_top_up = column(province_top_up);
  out.locality_top_up = column(locality_top_up);
  out.participant_share = column(participant_share);
  out.months = column(months);
  out.supported_months = column(supported_months);
  out.flags = column(flags);
  out.status = column(status);
  // The columns are this library's own: nothing can be wrong with the call.
  static_cast<void>(assess(columns.rules(), in, out, {{&tally, 1}, {}}, workspace));
  write(kernels, count, delimiter);
  for (std::size_t k = 0; k < count; ++k) {
    if (is_for_64_bit(status[k])) take_out(tally);
  }
}

void RegularAnswers::write(const ListKernels& kernels, std::size_t count, char delimiter) {
  const auto amounts = [](const Of<std::int32_t>& values) {
    return reinterpret_cast<const std::uint32_t*>(values.data());
  };
  kernels.put_answers({amounts(contribution), amounts(central_support), amounts(local_top_up),
                       amounts(participant_share), months.data(), supported_months.data()},
                      count, delimiter, texts.data(), text_sizes.data());
}

}  // namespace ansinh::lists
