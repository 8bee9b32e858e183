// Prices blocks on several threads and gives them back in the order in which they came.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "ansinh/lists.hpp"

namespace ansinh::cli {

// Owned and called by one thread, which also runs `consume`. Holds a fixed number of blocks, so memory does not grow
// with the input. With one job, and for an input of a single block, no thread is started.
class BlockPipeline {
 public:
  // False from `consume` ends the run: nothing more is consumed.
  using Consume = std::function<bool(const PricedBlock&)>;

  BlockPipeline(const Batch& batch, unsigned jobs, Consume consume);
  BlockPipeline(const BlockPipeline&) = delete;
  BlockPipeline& operator=(const BlockPipeline&) = delete;
  ~BlockPipeline();

  // The block to fill next; the same one until submit().
  Block& next_block();
  // Prices next_block(). False when the run has ended: consume() said so, a column has too many values, or memory ran
  // out.
  bool submit();
  // Prices and gives back all that is under way. False as above.
  bool drain();
  // The totals of what was consumed and what was priced; complete after drain().
  [[nodiscard]] Totals totals() const;
  [[nodiscard]] bool out_of_memory() const { return out_of_memory_; }
  [[nodiscard]] bool too_many_values() const { return too_many_values_; }

 private:
  struct Slot {
    Block block;
    PricedBlock priced;
    bool done = false;
  };

  void start_threads();
  void make_ready();
  void work(Totals& totals);
  bool consume_one(std::unique_lock<std::mutex>& lock);
  void price_here(Slot& slot);

  const Batch batch_;           // a copy: threads may still price when the input is gone
  std::optional<Batch> ready_;  // the same for many rows; guarded by mutex_ once threads run
  unsigned jobs_;
  Consume consume_;
  std::vector<Slot> ring_;
  std::deque<Totals> totals_;  // one a thread, the first for the caller's own
  std::vector<std::thread> threads_;

  std::mutex mutex_;
  std::condition_variable work_there_, block_done_;
  std::size_t blocks_ = 0;  // with one job
  // Counts of blocks: submitted, taken by a thread, consumed. Guarded by mutex_ once threads run.
  std::size_t submitted_ = 0, taken_ = 0, consumed_ = 0;
  bool stop_ = false;
  bool ended_ = false;
  bool out_of_memory_ = false;
  bool too_many_values_ = false;
};

}  // namespace ansinh::cli
