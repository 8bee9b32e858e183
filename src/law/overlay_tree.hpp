// The JSON of an overlay as a flat tree that remembers where each value stood. Private to the reader.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/overlay.hpp"

namespace ansinh {

struct OverlayNode {
  enum class Kind : std::uint8_t { object, list, key, text, number, literal };
  Kind kind;
  std::uint32_t offset;       // of its first byte in the file
  std::uint32_t begin, size;  // of its text in OverlayTree::texts; of an object or a list: none
  std::uint32_t next;         // the node after it and all it holds
};

class OverlayTree {
 public:
  // Nodes in the order of the file; node 0 is the root. In an object a key stands before each value.
  static std::variant<OverlayTree, OverlayFault> read(std::string_view json);

  [[nodiscard]] const OverlayNode& operator[](std::uint32_t node) const { return nodes_[node]; }
  // The text of a key, text, number or literal.
  [[nodiscard]] std::string_view text(std::uint32_t node) const {
    return std::string_view{texts_}.substr(nodes_[node].begin, nodes_[node].size);
  }
  [[nodiscard]] std::string_view json() const { return json_; }

 private:
  friend class OverlayTreeMaker;
  std::string_view json_;
  std::vector<OverlayNode> nodes_;
  std::string texts_;
};

// The way to a value, lengthened by a key or by a place in a list: programmes[0].rules[1].months.
void add_key(std::string& way, std::string_view key);
void add_place(std::string& way, std::size_t place);
// The first bytes of a text that may be of any length, by whole characters.
[[nodiscard]] std::string beginning(std::string_view text, std::size_t most);

// Line and column of a byte, both from 1; a column is a character. Asked in the order of the file it reads the file
// once, though it be one line.
class OverlayPositions {
 public:
  explicit OverlayPositions(std::string_view json) : json_{json} {}
  OverlayPosition of(std::size_t offset);

 private:
  std::string_view json_;
  std::size_t offset_ = 0;
  OverlayPosition last_;
};

}  // namespace ansinh
