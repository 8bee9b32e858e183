#include "block_pipeline.hpp"

#include <new>
#include <system_error>
#include <utility>

namespace ansinh::cli {

BlockPipeline::BlockPipeline(const Batch& batch, unsigned jobs, Consume consume)
    : batch_{batch}, jobs_{jobs}, consume_{std::move(consume)}, ring_(jobs == 1 ? 1 : std::size_t{2} * jobs + 1) {
  totals_.push_back(batch_.totals());
}

BlockPipeline::~BlockPipeline() {
  {
    const std::lock_guard lock{mutex_};
    stop_ = true;
  }
  work_there_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

// A longer list is worth what it takes to be made ready for many rows.
constexpr std::size_t blocks_of_few_rows = 24;

Block& BlockPipeline::next_block() { return ring_[submitted_ % ring_.size()].block; }

void BlockPipeline::price_here(Slot& slot) {
  (ready_ ? *ready_ : batch_).price(slot.block, slot.priced, totals_.front());
  if (totals_.front().column_with_too_many_values() != nullptr) too_many_values_ = true;
}

bool BlockPipeline::submit() {
  if (ended_) return false;
  if (jobs_ == 1) {
    Slot& slot = ring_.front();
    if (++blocks_ == blocks_of_few_rows) ready_ = batch_.for_many_rows();
    price_here(slot);
    ended_ = too_many_values_ || !consume_(slot.priced);
    return !ended_;
  }
  std::unique_lock lock{mutex_};
  ++submitted_;
  if (submitted_ == blocks_of_few_rows) make_ready();
  // A lone block waits for drain(), which prices it without a thread.
  if (submitted_ == 1) return true;
  if (threads_.empty()) start_threads();
  work_there_.notify_one();
  while (submitted_ - consumed_ == ring_.size() || (consumed_ < submitted_ && ring_[consumed_ % ring_.size()].done)) {
    if (!consume_one(lock)) return false;
  }
  return true;
}

bool BlockPipeline::drain() {
  if (ended_) return false;
  std::unique_lock lock{mutex_};
  if (threads_.empty() && submitted_ > consumed_) {
    Slot& slot = ring_[consumed_ % ring_.size()];
    price_here(slot);
    slot.done = true;
    ++taken_;
    if (too_many_values_) {
      ended_ = true;
      return false;
    }
  }
  while (consumed_ < submitted_) {
    if (!consume_one(lock)) return false;
  }
  return true;
}

// Waits for the oldest block and gives it back.
bool BlockPipeline::consume_one(std::unique_lock<std::mutex>& lock) {
  Slot& slot = ring_[consumed_ % ring_.size()];
  block_done_.wait(lock, [&] { return slot.done || out_of_memory_ || too_many_values_; });
  if (out_of_memory_ || too_many_values_) {
    ended_ = true;
    return false;
  }
  lock.unlock();
  const bool go_on = consume_(slot.priced);
  lock.lock();
  slot.done = false;
  ++consumed_;
  if (!go_on) ended_ = true;
  return go_on;
}

// On a thread of its own: meanwhile blocks go on to be priced as before, which gives the same bytes.
void BlockPipeline::make_ready() {
  try {
    threads_.emplace_back([this, few = batch_] {
      try {
        Batch ready = few.for_many_rows();
        const std::lock_guard lock{mutex_};
        ready_ = std::move(ready);
      } catch (const std::bad_alloc&) {
        // Then the list is priced as a short one.
      }
    });
  } catch (const std::system_error&) {
  }
}

void BlockPipeline::start_threads() {
  for (unsigned i = 0; i < jobs_; ++i) {
    Totals& totals = totals_.emplace_back(batch_.totals());
    try {
      threads_.emplace_back([this, &totals] { work(totals); });
    } catch (const std::system_error&) {
      // Fewer threads than wished do as well; none at all would leave the blocks where they are.
      if (threads_.empty()) throw;
      return;
    }
  }
}

void BlockPipeline::work(Totals& totals) {
  std::unique_lock lock{mutex_};
  while (true) {
    work_there_.wait(lock, [&] { return stop_ || taken_ < submitted_; });
    if (stop_) return;
    Slot& slot = ring_[taken_++ % ring_.size()];
    const Batch batch = ready_ ? *ready_ : batch_;
    lock.unlock();
    bool failed = false;
    try {
      batch.price(slot.block, slot.priced, totals);
    } catch (const std::bad_alloc&) {
      failed = true;
    }
    lock.lock();
    if (failed) out_of_memory_ = true;
    if (totals.column_with_too_many_values() != nullptr) too_many_values_ = true;
    slot.done = true;
    block_done_.notify_one();
  }
}

Totals BlockPipeline::totals() const {
  Totals whole = batch_.totals();
  for (const Totals& part : totals_) {
    // Made by the same batch: the columns are equal.
    const bool merged = whole.merge(part);
    static_cast<void>(merged);
  }
  return whole;
}

}  // namespace ansinh::cli
