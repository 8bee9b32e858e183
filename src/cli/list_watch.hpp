// What shows only over a whole list of persons: its settlement, and participants that are listed twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "batch_report.hpp"
#include "command_line.hpp"

namespace ansinh::cli {

class ListWatch {
 public:
  ListWatch(Language language, bool json) : language_{language}, json_{json} {}

  // Prepares the settlement that the command asks for. An option whose value is no percentage, as the user should read
  // it; nothing if all is well.
  [[nodiscard]] std::optional<std::string> settle(const BatchCommand& command, BatchOptions& options);
  // The next row. What is to be said of it; empty if nothing.
  [[nodiscard]] std::string look_at(const ListedRow& row, RowPosition at);
  // How many of the next rows state local money without a place.
  void without_place(std::uint64_t rows) { without_place_ += rows; }
  // What is to be said at the end: that local money without a place was compared with none, where the look for
  // participants listed twice stopped, and how often it was not said.
  [[nodiscard]] std::string ending() const;
  // Null where none was asked for.
  [[nodiscard]] const Settlement* settlement() const { return settlement_ ? &*settlement_ : nullptr; }

 private:
  static constexpr std::uint64_t warnings_told = 20;

  Language language_;
  bool json_;
  std::optional<Settlement> settlement_;
  ListedTwice twice_;
  std::uint64_t warned_ = 0;
  std::uint64_t without_place_ = 0;
};

}  // namespace ansinh::cli
