// What the handles of the C interface hold, and how a dead one is told.
//
// A handle carries a mark while it lives. A build for debugging keeps the few bytes of a freed handle, so that its use
// is told for certain; a build for release gives them back, and there a freed handle is the caller's fault.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/columns.hpp"

namespace ansinh::capi {

inline constexpr std::uint64_t live_book = 0x6b6f6f622d6e7361;       // "asn-book"
inline constexpr std::uint64_t live_workspace = 0x6b726f772d6e7361;  // "asn-work"

// A book's rules, and its tables for columns once somebody has asked for them.
class BookContents {
 public:
  explicit BookContents(Rules rules) : rules_{std::move(rules)} {}
  ~BookContents() { delete columns_.load(); }
  BookContents(const BookContents&) = delete;
  BookContents& operator=(const BookContents&) = delete;

  [[nodiscard]] const Rules& rules() const { return rules_; }
  // Compiled by whoever asks first; where two ask at once, both compile and the first one's stay.
  [[nodiscard]] const ColumnRules& columns() const {
    if (const ColumnRules* ready = columns_.load()) return *ready;
    auto* compiled = new ColumnRules{rules_};
    const ColumnRules* before = nullptr;
    if (columns_.compare_exchange_strong(before, compiled)) return *compiled;
    delete compiled;
    return *before;
  }

 private:
  Rules rules_;
  mutable std::atomic<const ColumnRules*> columns_{nullptr};
};

// Ends a handle's life.
template <class Handle>
void bury(Handle* handle) {
  handle->mark = 0;
  handle->contents.reset();
#ifdef NDEBUG
  delete handle;
#else
  static std::atomic<Handle*> buried{nullptr};
  handle->buried_before = buried.load();
  while (!buried.compare_exchange_weak(handle->buried_before, handle)) {
  }
#endif
}

}  // namespace ansinh::capi

struct ansinh_book {
  std::uint64_t mark = ansinh::capi::live_book;
  std::optional<ansinh::capi::BookContents> contents;
  ansinh_book* buried_before = nullptr;
};

struct ansinh_workspace {
  std::uint64_t mark = ansinh::capi::live_workspace;
  std::optional<ansinh::Workspace> contents;
  ansinh_workspace* buried_before = nullptr;
};

namespace ansinh::capi {

// ANSINH_OK, or why nothing can be done with it.
inline std::int32_t check(const ansinh_book* book) {
  if (book == nullptr) return ANSINH_CALL_NULL;
  return book->mark == live_book ? ANSINH_OK : ANSINH_CALL_HANDLE;
}
inline std::int32_t check(const ansinh_workspace* workspace) {
  return workspace == nullptr || workspace->mark == live_workspace ? ANSINH_OK : ANSINH_CALL_HANDLE;
}

// Only of a handle that passed the check.
inline const Rules& rules_of(const ansinh_book* book) { return book->contents->rules(); }
inline const LawBook& law_of(const ansinh_book* book) { return rules_of(book).book(); }
inline const ColumnRules& columns_of(const ansinh_book* book) { return book->contents->columns(); }

}  // namespace ansinh::capi
