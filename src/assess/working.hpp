// What is known so far while one payment is being worked out. The kernel fills it from top to bottom; a sink may look.
#pragma once

#include <array>
#include <memory>

#include "ansinh/assess.hpp"
#include "ansinh/rounding.hpp"
#include "assess/rules_data.hpp"

namespace ansinh {

// What one layer gives.
struct LayerWork {
  const Candidate* candidate;
  const CompiledRule* rule;
  int months;
  RoundedMoney top_up;  // before the cut
  Money if_all_months;  // what the layer would give if support with the State's months meant the whole payment
  Money after_cut;
  std::uint8_t layer;
};

struct Working {
  const Regime* regime = nullptr;
  const Cell* ground = nullptr;    // of the province; the empty ground where none is given
  const Cell* locality = nullptr;  // null where no locality is given or nothing names it
  int months = 0;                  // covered
  RoundedMoney contribution;
  const CentralRate* central_rate = nullptr;
  int supportable = 0;
  int remaining = 0;  // of the lifetime months
  int supported = 0;
  RoundedMoney central;
  Money central_after_cut;
  Money other_after_cut;
  bool cut = false;
  bool off_step = false;
  int layer_count = 0;
  // Only the first layer_count are alive: making all of them would cost more than the assessment itself.
  union {
    std::array<LayerWork, max_layers> layers;
  };
  Working() {}

  void add(const LayerWork& layer) { std::construct_at(&layers[static_cast<std::size_t>(layer_count++)], layer); }
};

// Records nothing and costs nothing.
struct SilentSink {
  void bounds(const Request&, const Working&) {}
  void contribution(const Request&, const Working&) {}
  void central(const Request&, const Working&) {}
  void layer(const Request&, const Working&, const LayerWork&) {}
  void cut(const Request&, const Working&) {}
  void answered(const Request&, const Working&, const Assessment&) {}
};

}  // namespace ansinh
