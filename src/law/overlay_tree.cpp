// Reads the JSON by RapidJSON's SAX reader, on a stream of its own that tells the offset of every token.
#include "law/overlay_tree.hpp"

#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace ansinh {
namespace {

// Ends at its last byte; RapidJSON takes '\0' for the end.
struct Bytes {
  using Ch = char;
  const char* begin;
  const char* at;
  const char* end;

  [[nodiscard]] Ch Peek() const { return at == end ? '\0' : *at; }
  Ch Take() { return at == end ? '\0' : *at++; }
  [[nodiscard]] std::size_t Tell() const { return static_cast<std::size_t>(at - begin); }
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }
};

}  // namespace

class OverlayTreeMaker {
 public:
  explicit OverlayTreeMaker(std::string_view json) : in_{json.data(), json.data(), json.data() + json.size()} {
    tree_.json_ = json;
  }

  std::variant<OverlayTree, OverlayFault> make() {
    using namespace rapidjson;
    Reader reader;
    // It calls itself for each object and list within another, which the handler stops at the limit of depth.
    constexpr unsigned flags = kParseNumbersAsStringsFlag | kParseValidateEncodingFlag;
    const ParseResult result = reader.Parse<flags>(in_, *this);
    if (!result.IsError()) return std::move(tree_);
    OverlayFault fault;
    if (result.Code() == kParseErrorTermination) {
      fault.error = OverlayError::too_large;
      fault.limit = std::to_string(most_overlay_depth);
    } else if (result.Code() == kParseErrorNumberTooBig) {
      const std::string_view from_here = tree_.json_.substr(result.Offset());
      const std::string_view digits = from_here.substr(0, from_here.find_first_not_of("-0123456789"));
      const char after = digits.size() < from_here.size() ? from_here[digits.size()] : ' ';
      const bool whole = std::string_view{".eE"}.find(after) == std::string_view::npos;
      fault.error = whole ? OverlayError::out_of_range : OverlayError::not_whole;
    } else if (result.Code() == kParseErrorDocumentEmpty || in_.at == in_.end) {
      fault.error = OverlayError::truncated;
    } else {
      fault.error = OverlayError::malformed;
    }
    const std::size_t offset = fault.error == OverlayError::truncated ? tree_.json_.size() : result.Offset();
    const auto [line, column] = OverlayPositions{tree_.json_}.of(offset);
    fault.line = line;
    fault.column = column;
    if (fault.error != OverlayError::too_large) fault.given = std::string{tree_.json_.substr(offset, 20)};
    return fault;
  }

  // The handler of RapidJSON: false stops the reader.
  bool Null() { return literal("null"); }
  bool Bool(bool truth) { return literal(truth ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return leaf(OverlayNode::Kind::number, {text, size});
  }
  bool String(const char* text, rapidjson::SizeType size, bool) { return leaf(OverlayNode::Kind::text, {text, size}); }
  bool Key(const char* text, rapidjson::SizeType size, bool) { return leaf(OverlayNode::Kind::key, {text, size}); }
  bool StartObject() { return open(OverlayNode::Kind::object); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(OverlayNode::Kind::list); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  // Not called where numbers are kept as they are written.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  template <class Binary>
  bool Double(Binary) {
    return false;
  }

 private:
  // The first byte of the token that ends here: between two tokens stand only spaces, commas and colons.
  std::uint32_t token() {
    std::size_t at = last_end_;
    while (std::string_view{" \t\r\n,:"}.find(tree_.json_[at]) != std::string_view::npos) ++at;
    last_end_ = in_.Tell();
    return static_cast<std::uint32_t>(at);
  }

  void add(OverlayNode::Kind kind, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(tree_.texts_.size());
    tree_.texts_ += text;
    const auto next = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
    tree_.nodes_.push_back({kind, token(), begin, static_cast<std::uint32_t>(text.size()), next});
  }
  bool leaf(OverlayNode::Kind kind, std::string_view text) {
    add(kind, text);
    return true;
  }
  bool literal(std::string_view text) { return leaf(OverlayNode::Kind::literal, text); }

  bool open(OverlayNode::Kind kind) {
    if (static_cast<int>(open_.size()) == most_overlay_depth) return false;
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes_.size()));
    add(kind, {});
    return true;
  }
  bool close() {
    token();
    tree_.nodes_[open_.back()].next = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
    return true;
  }

  Bytes in_;
  OverlayTree tree_;
  std::vector<std::uint32_t> open_;
  std::size_t last_end_ = 0;
};

std::variant<OverlayTree, OverlayFault> OverlayTree::read(std::string_view json) {
  OverlayFault fault;
  if (json.size() > most_overlay_bytes) {
    fault.error = OverlayError::too_large;
    fault.given = std::to_string(json.size());
    fault.limit = std::to_string(most_overlay_bytes);
    return fault;
  }
  if (json.starts_with("\xEF\xBB\xBF")) {
    fault.error = OverlayError::byte_order_mark;
    return fault;
  }
  // RapidJSON would take the text before it for the whole.
  if (const std::size_t nul = json.find('\0'); nul != std::string_view::npos) {
    const auto [line, column] = OverlayPositions{json}.of(nul);
    fault.line = line;
    fault.column = column;
    return fault;
  }
  return OverlayTreeMaker{json}.make();
}

OverlayPosition OverlayPositions::of(std::size_t offset) {
  if (offset < offset_) {
    offset_ = 0;
    last_ = {};
  }
  for (const char c : json_.substr(offset_, offset - offset_)) {
    const bool continues_a_character = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (c == '\n') {
      ++last_.line;
      last_.column = 1;
    } else if (!continues_a_character) {
      ++last_.column;
    }
  }
  offset_ = offset;
  return last_;
}

}  // namespace ansinh
