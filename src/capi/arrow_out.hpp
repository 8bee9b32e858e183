// Answers in columns as a struct array of Arrow.
//
// All buffers of one batch lie in one block, which lives until the last of its arrays is released: who takes a child
// out of the struct, as the Arrow C Data Interface allows, may keep it for longer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "ansinh/ansinh.h"
#include "ansinh/columns.hpp"
#include "ansinh/tally.hpp"
#include "capi/spare_memory.hpp"

namespace ansinh::capi {

class ArrowOut {
 public:
  // Room for `rows` answers, amounts in 32 or 64 bit; `amounts_only` leaves out what ANSINH_ARROW_AMOUNTS_ONLY does.
  // From `spare`, which may be null, and back to it once all arrays are released.
  ArrowOut(std::size_t rows, bool wide, bool amounts_only, std::shared_ptr<SpareMemory> spare);
  ~ArrowOut();
  ArrowOut(const ArrowOut&) = delete;
  ArrowOut& operator=(const ArrowOut&) = delete;

  // Rows first ... first + rows, to be written; Amount as wide as was said.
  template <class Amount>
  [[nodiscard]] ColumnsOut<Amount> piece(std::size_t first, std::size_t rows);

  // Once all rows are written. The caller releases both.
  void give(ArrowSchema& schema, ArrowArray& array);

 private:
  struct Block;
  Block* block_;
};

// A struct array of one row: `rows`, the statuses, the sums.
void give_tally(const Tally& tally, ArrowSchema& schema, ArrowArray& array);

}  // namespace ansinh::capi
