// A sink that records every step of the kernel as a value that can be evaluated again (explain.hpp).
#pragma once

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "ansinh/explain.hpp"
#include "assess/refund_work.hpp"
#include "assess/term_checks.hpp"
#include "assess/working.hpp"

namespace ansinh {

class Recorder {
 public:
  Recorder(const Rules::Data& data, Explanation& out) : data_{data}, out_{out} { out_.steps.reserve(32); }

  void given(const Request& request);
  void bounds(const Request& request, const Working& work);
  void contribution(const Request& request, const Working& work);
  void central(const Request& request, const Working& work);
  void layer(const Request& request, const Working& work, const LayerWork& layer);
  void cut(const Request& request, const Working& work);
  void answered(const Request& request, const Working& work, const Assessment& answer);
  // A refund goes on from the payment's steps (recorder_refund.cpp).
  void refunded(const RefundRequest& request, const Working& paid, const RefundWork& work);

 private:
  using Index = std::uint16_t;
  static constexpr Index none = 0xffff;

  struct RecordedLayer {
    std::uint8_t layer;
    Index months;     // for which it gives
    Index step;       // what the layer gives before the cut
    Index after_cut;  // and after it
    const LayerWork work;
  };

  Index add(Quantity quantity, Operation operation, Datum value, std::initializer_list<Index> inputs = {});
  Index look_up(Quantity quantity, const LawRow* row);
  Index term_of(const LayerWork& layer, Quantity quantity, Datum value);
  Step& last() { return out_.steps.back(); }
  Index poverty_line(const Working& work);
  void fund_return(const Request& request, const Working& work);
  void edition(const Request& request, const Working& work);
  Index supported(const Working& work, Quantity quantity, RoundedMoney amount, Index months,
                  std::initializer_list<Index> factors);
  [[nodiscard]] Money effect(const Working& work, const Alternative& other, const Assessment& answer) const;
  void value_doubt(const LawRow* row);
  void refund_doubts(const RefundWork& work);
  void doubts(const Request& request, const Working& work, const Assessment& answer);

  const Rules::Data& data_;
  Explanation& out_;
  Index paid_on_ = none, first_month_ = none, income_ = none, months_ = none, months_supported_ = none;
  Index local_months_used_ = none, other_given_ = none, line_ = none, contribution_rate_ = none;
  Index contribution_ = none, supported_ = none, central_ = none;
  Index central_after_ = none, other_after_ = none, r_ = none, last_day_ = none;
  Index supportable_ = none, share_ = none;
  Money other_given_amount_;
  std::vector<RecordedLayer> layers_;
};

}  // namespace ansinh
