// A sink that records every step of the kernel as a value that can be evaluated again (explain.hpp).
#pragma once

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "ansinh/explain.hpp"
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

 private:
  using Index = std::uint16_t;
  static constexpr Index none = 0xffff;

  struct RecordedLayer {
    std::uint8_t layer;
    Index step;       // what the layer gives before the cut
    Index after_cut;  // and after it
    const LayerWork work;
  };

  Index add(Quantity quantity, Operation operation, Datum value, std::initializer_list<Index> inputs = {});
  Index look_up(Quantity quantity, const LawRow* row);
  Index term_of(const LayerWork& layer, Quantity quantity, Datum value);
  Step& last() { return out_.steps.back(); }
  Index poverty_line(const Working& work);
  void value_doubt(const LawRow* row);
  void doubts(const Request& request, const Working& work, const Assessment& answer);

  const Rules::Data& data_;
  Explanation& out_;
  Index paid_on_ = none, first_month_ = none, income_ = none, months_ = none, months_supported_ = none;
  Index local_months_used_ = none, other_given_ = none, line_ = none, contribution_rate_ = none;
  Index contribution_ = none, supported_ = none, central_ = none;
  Index central_after_ = none, other_after_ = none;
  std::vector<RecordedLayer> layers_;
};

}  // namespace ansinh
