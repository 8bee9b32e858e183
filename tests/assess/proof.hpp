// What every test of this folder asks of one request: the fast path, the exact path, the explanation and the reference
// give the same answer.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "ansinh/assess.hpp"
#include "ansinh/explain.hpp"
#include "ansinh/refund.hpp"
#include "reference/law.hpp"
#include "reference/reference.hpp"

namespace proof {

// ANSINH_SWEEP=full asks for the long sweeps; anything else is the short ones.
bool full_sweep();

// A book and the reference's copy of it, which take the same changes.
struct Twin {
  ansinh::LawBook book;
  reference::Law law;

  Twin();
  template <class Piece>
  void lay(const Piece& piece) {
    auto next = book.with(piece);
    ASSERT_TRUE(next.ok()) << "the book refused a piece of law, hint " << static_cast<int>(next.fault().hint)
                           << ", given " << next.fault().given.text() << ", limit " << next.fault().limit.text() << ", "
                           << next.fault().parameter;
    book = *next;
    law.lay(piece);
  }
  void add_layer(const std::string& layer);
};

// The twin of the built-in law, made once.
const reference::Law& built_in_law();

[[nodiscard]] bool same_fault(const ansinh::Fault& a, const ansinh::Fault& b);
[[nodiscard]] bool same_result(const ansinh::Result<ansinh::Assessment>& a,
                               const ansinh::Result<ansinh::Assessment>& b);

// Success, or what differs.
testing::AssertionResult agrees(const ansinh::Rules& rules, const reference::Law& law, const ansinh::Request& request);

// The same of a refund: the fast path, the exact path and the explanation, whose steps replay, give the reference's.
testing::AssertionResult agrees(const ansinh::Rules& rules, const reference::Law& law,
                                const ansinh::RefundRequest& request);

// The account month by month is the reference's, and its columns add up to the answer.
testing::AssertionResult schedule_agrees(const ansinh::Rules& rules, const reference::Law& law,
                                         const ansinh::Request& request);

}  // namespace proof
