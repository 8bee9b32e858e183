// The memory of a released batch, kept for the next one: fresh pages cost more than the answers that are written to
// them.
//
// A batch may be released by another thread than the one that prices, and after its workspace was freed; so the keeper
// is shared, and takes and gives by one atomic exchange.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace ansinh::capi {

// Aligned for any column, not cleared.
class Memory {
 public:
  static constexpr std::size_t alignment = 64;

  Memory() = default;
  explicit Memory(std::size_t size)
      : bytes_{static_cast<std::byte*>(::operator new (header + size, std::align_val_t{alignment}))} {
    *reinterpret_cast<std::size_t*>(bytes_) = size;
  }
  Memory(Memory&& other) noexcept : bytes_{std::exchange(other.bytes_, nullptr)} {}
  Memory& operator=(Memory&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~Memory() {
    if (bytes_ != nullptr) ::operator delete (bytes_, std::align_val_t{alignment});
  }

  [[nodiscard]] std::byte* start() const { return bytes_ + header; }
  [[nodiscard]] std::size_t size() const {
    return bytes_ == nullptr ? 0 : *reinterpret_cast<const std::size_t*>(bytes_);
  }
  // For a keeper that can hold no more than a pointer.
  [[nodiscard]] std::byte* leave() { return std::exchange(bytes_, nullptr); }
  static Memory found(std::byte* left) {
    Memory memory;
    memory.bytes_ = left;
    return memory;
  }

 private:
  static constexpr std::size_t header = alignment;  // holds the size
  std::byte* bytes_ = nullptr;
};

class SpareMemory {
 public:
  SpareMemory() = default;
  ~SpareMemory() { Memory::found(kept_.load()); }
  SpareMemory(const SpareMemory&) = delete;
  SpareMemory& operator=(const SpareMemory&) = delete;

  // At least `size` bytes: those that are kept, unless they are too few, or so many that they would be wasted.
  [[nodiscard]] Memory take(std::size_t size) {
    Memory kept = Memory::found(kept_.exchange(nullptr));
    const bool fits = kept.size() >= size && kept.size() / 4 <= size;
    return fits ? std::move(kept) : Memory{size};
  }
  // Keeps it instead of what was kept before.
  void give(Memory memory) { Memory::found(kept_.exchange(memory.leave())); }

 private:
  std::atomic<std::byte*> kept_{nullptr};
};

}  // namespace ansinh::capi
