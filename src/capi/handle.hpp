// What the handles of the C interface hold, and how a dead one is told.
//
// A handle carries a mark while it lives. A build for debugging keeps the few bytes of a freed handle, so that its use
// is told for certain; a build for release gives them back, and there a freed handle is the caller's fault.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/benefit.hpp"
#include "ansinh/columns.hpp"
#include "capi/spare_memory.hpp"

namespace ansinh::capi {

inline constexpr std::uint64_t live_book = 0x6b6f6f622d6e7361;       // "asn-book"
inline constexpr std::uint64_t live_workspace = 0x6b726f772d6e7361;  // "asn-work"

// Something compiled of a book's rules by whoever asks first; where two ask at once, both compile and the first one's
// stays.
template <class Compiled>
class CompiledOnce {
 public:
  CompiledOnce() = default;
  ~CompiledOnce() { delete compiled_.load(); }
  CompiledOnce(const CompiledOnce&) = delete;
  CompiledOnce& operator=(const CompiledOnce&) = delete;

  [[nodiscard]] const Compiled& of(const Rules& rules) const {
    if (const Compiled* ready = compiled_.load()) return *ready;
    auto* compiled = new Compiled{rules};
    const Compiled* before = nullptr;
    if (compiled_.compare_exchange_strong(before, compiled)) return *compiled;
    delete compiled;
    return *before;
  }

 private:
  mutable std::atomic<const Compiled*> compiled_{nullptr};
};

// A book's rules, and its tables for columns and for benefits once somebody has asked for them.
class BookContents {
 public:
  explicit BookContents(Rules rules) : rules_{std::move(rules)} {}

  [[nodiscard]] const Rules& rules() const { return rules_; }
  [[nodiscard]] const ColumnRules& columns() const { return columns_.of(rules_); }
  [[nodiscard]] const BenefitRules& benefits() const { return benefits_.of(rules_); }

 private:
  Rules rules_;
  CompiledOnce<ColumnRules> columns_;
  CompiledOnce<BenefitRules> benefits_;
};

// Shared with the batches that were priced with it, which may live for longer.
struct WorkspaceContents {
  Workspace workspace;
  std::shared_ptr<SpareMemory> spare = std::make_shared<SpareMemory>();
};

// What a pointer to a handle points to. The types of the C header stay incomplete, so that nothing of the library's own
// is in the ABI.
template <class Contents, std::uint64_t Live>
struct Handle {
  static constexpr std::uint64_t live = Live;
  std::uint64_t mark = Live;
  std::optional<Contents> contents;
  Handle* buried_before = nullptr;
};
using BookHandle = Handle<BookContents, live_book>;
using WorkspaceHandle = Handle<WorkspaceContents, live_workspace>;

inline const BookHandle* opened(const ansinh_book* book) { return reinterpret_cast<const BookHandle*>(book); }
inline WorkspaceHandle* opened(ansinh_workspace* workspace) { return reinterpret_cast<WorkspaceHandle*>(workspace); }

// ANSINH_OK, or why nothing can be done with it.
inline std::int32_t check(const ansinh_book* book) {
  if (book == nullptr) return ANSINH_CALL_NULL;
  return opened(book)->mark == live_book ? ANSINH_OK : ANSINH_CALL_HANDLE;
}
inline std::int32_t check(ansinh_workspace* workspace) {
  return workspace == nullptr || opened(workspace)->mark == live_workspace ? ANSINH_OK : ANSINH_CALL_HANDLE;
}

// Only of a handle that passed the check.
inline const Rules& rules_of(const ansinh_book* book) { return opened(book)->contents->rules(); }
inline const LawBook& law_of(const ansinh_book* book) { return rules_of(book).book(); }
inline const BenefitRules& benefits_of(const ansinh_book* book) { return opened(book)->contents->benefits(); }
inline const ColumnRules& columns_of(const ansinh_book* book) { return opened(book)->contents->columns(); }
// The workspace, or `own` where the caller has none.
inline Workspace& room_of(ansinh_workspace* workspace, std::optional<Workspace>& own) {
  return workspace == nullptr ? own.emplace() : opened(workspace)->contents->workspace;
}

// Ends a handle's life.
template <class AnyHandle>
void bury(AnyHandle* handle) {
  handle->mark = 0;
  handle->contents.reset();
#ifdef NDEBUG
  delete handle;
#else
  static std::atomic<AnyHandle*> buried{nullptr};
  handle->buried_before = buried.load();
  while (!buried.compare_exchange_weak(handle->buried_before, handle)) {
  }
#endif
}

}  // namespace ansinh::capi
