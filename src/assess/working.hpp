// What is known so far while one payment is being worked out. The kernel fills it from top to bottom; a sink may look.
#pragma once

#include <array>
#include <memory>
#include <span>

#include "ansinh/assess.hpp"
#include "ansinh/explain.hpp"
#include "ansinh/rounding.hpp"
#include "assess/rules_data.hpp"
#include "assess/weights.hpp"

namespace ansinh {

// Another admissible reading of the months supported, and what it would give before the cut.
struct Alternative {
  Reading reading{};
  SupportReading how;
  Money central;
  Money local;           // all layers
  bool differs = false;  // in some amount
};
// No payment has more: one of local months, and two of missing months or one of late make-up.
inline constexpr int max_alternatives = 3;

// What one layer gives.
struct LayerWork {
  const Candidate* candidate;
  const CompiledRule* rule;
  int months;
  RoundedMoney top_up;                            // before the cut
  std::array<Money, max_alternatives> otherwise;  // what the layer would give under each alternative
  Money after_cut;
  std::uint8_t layer;
};

struct Working {
  const Regime* regime = nullptr;
  const Cell* ground = nullptr;    // of the province; the empty ground where none is given
  const Cell* locality = nullptr;  // null where no locality is given or nothing names it
  Month paid_month;
  int months = 0;  // covered
  int late = 0;    // months after the due window, of a late make-up
  Rate r;          // the fund's return, where the term uses it
  RoundedMoney contribution;
  const CentralRate* central_rate = nullptr;
  int supportable = 0;
  int remaining = 0;  // of the lifetime months
  int supported = 0;
  SupportReading reading;  // the one that is taken
  int alternative_count = 0;
  RoundedMoney central;
  Money central_after_cut;
  Money other_after_cut;
  bool cut = false;
  bool off_step = false;
  int layer_count = 0;
  // Only the first layer_count and alternative_count are alive: making all of them would cost more than the assessment
  // itself.
  union {
    std::array<LayerWork, max_layers> layers;
  };
  union {
    std::array<Alternative, max_alternatives> alternatives;
  };
  Working() {}

  void add(const LayerWork& layer) { std::construct_at(&layers[static_cast<std::size_t>(layer_count++)], layer); }
  void add(Reading other, const SupportReading& how) {
    std::construct_at(&alternatives[static_cast<std::size_t>(alternative_count++)],
                      Alternative{other, how, Money{}, Money{}, false});
  }
  [[nodiscard]] std::span<Alternative> others() {
    return {alternatives.data(), static_cast<std::size_t>(alternative_count)};
  }
  [[nodiscard]] std::span<const Alternative> others() const {
    return {alternatives.data(), static_cast<std::size_t>(alternative_count)};
  }
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
