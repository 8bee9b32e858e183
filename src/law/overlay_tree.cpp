// Reads the JSON by RapidJSON's SAX reader, on a stream of its own that tells the offset of every token and takes the
// decoded texts.
#include "law/overlay_tree.hpp"

#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace ansinh {
namespace {

constexpr std::size_t most_given = 20;  // of a file that is no JSON, where no value ends

// Ends at its last byte; RapidJSON takes '\0' for the end. Told that it reads in place (kParseInsituFlag), RapidJSON
// puts what it decodes back into the stream, here into `texts`, and has no use for its own stack, whose first push adds
// to a null pointer. A text is never longer than what stands for it in the file, its last zero instead of quotes: where
// `texts` has room for as many bytes as the file has, none of its addresses change.
struct Bytes {
  using Ch = char;
  const char* begin;
  const char* at;
  const char* end;
  std::string* texts;

  [[nodiscard]] Ch Peek() const { return at == end ? '\0' : *at; }
  Ch Take() { return at == end ? '\0' : *at++; }
  [[nodiscard]] std::size_t Tell() const { return static_cast<std::size_t>(at - begin); }
  Ch* PutBegin() { return texts->data() + texts->size(); }
  void Put(Ch c) { *texts += c; }
  void Flush() {}
  std::size_t PutEnd(const Ch* from) { return static_cast<std::size_t>(texts->data() + texts->size() - from); }
};

}  // namespace

class OverlayTreeMaker {
 public:
  explicit OverlayTreeMaker(std::string_view json)
      : in_{json.data(), json.data(), json.data() + json.size(), &tree_.texts_} {
    tree_.json_ = json;
    tree_.texts_.reserve(json.size());
  }
  OverlayTreeMaker(const OverlayTreeMaker&) = delete;
  OverlayTreeMaker& operator=(const OverlayTreeMaker&) = delete;

  std::variant<OverlayTree, OverlayFault> make() {
    using namespace rapidjson;
    Reader reader;
    // It calls itself for each object and list within another, which the handler stops at the limit of depth.
    constexpr unsigned flags = kParseInsituFlag | kParseNumbersAsStringsFlag | kParseValidateEncodingFlag;
    const ParseResult result = reader.Parse<flags>(in_, *this);
    if (!result.IsError()) return std::move(tree_);
    OverlayFault fault;
    std::size_t offset = result.Offset();
    const std::string_view from_here = tree_.json_.substr(offset);
    if (result.Code() == kParseErrorTermination) {
      fault.error = OverlayError::too_large;
      fault.limit = std::to_string(most_overlay_depth);
      --offset;  // to the bracket that was just read
    } else if (result.Code() == kParseErrorNumberTooBig) {
      const std::string_view number = from_here.substr(0, from_here.find_first_not_of("+-.0123456789eE"));
      const bool whole = number.find_first_of(".eE") == std::string_view::npos;
      fault.error = whole ? OverlayError::out_of_range : OverlayError::not_whole;
      fault.given = beginning(number, most_given);
    } else if (result.Code() == kParseErrorDocumentEmpty || in_.at == in_.end) {
      fault.error = OverlayError::truncated;
      offset = tree_.json_.size();
    } else {
      fault.error = OverlayError::malformed;
      fault.given = beginning(from_here, most_given);
    }
    const auto [line, column] = OverlayPositions{tree_.json_}.of(offset);
    fault.line = line;
    fault.column = column;
    fault.key = way();
    return fault;
  }

  // The handler of RapidJSON: false stops the reader.
  bool Null() { return literal(OverlayNode::Kind::literal, "null"); }
  bool Bool(bool truth) { return literal(OverlayNode::Kind::literal, truth ? "true" : "false"); }
  // The digits of a number are not put anywhere: they are what was just read.
  bool RawNumber(const char*, rapidjson::SizeType size, bool) {
    return literal(OverlayNode::Kind::number, tree_.json_.substr(in_.Tell() - size, size));
  }
  bool String(const char* text, rapidjson::SizeType size, bool) { return leaf(OverlayNode::Kind::text, text, size); }
  bool Key(const char* text, rapidjson::SizeType size, bool) { return leaf(OverlayNode::Kind::key, text, size); }
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

  // To where the reader stopped, through all that is open.
  [[nodiscard]] std::string way() const {
    std::string text;
    const auto end = static_cast<std::uint32_t>(tree_.nodes_.size());
    for (std::size_t level = 0; level < open_.size(); ++level) {
      const bool innermost = level + 1 == open_.size();
      const std::uint32_t within = innermost ? end : open_[level + 1];
      std::uint32_t last = end;  // before `within`, in the same brackets
      std::size_t place = 0;
      for (std::uint32_t node = open_[level] + 1; node != within; node = tree_.nodes_[node].next) {
        last = node;
        ++place;
      }
      if (tree_.nodes_[open_[level]].kind == OverlayNode::Kind::list) {
        add_place(text, place);
      } else if (last != end && tree_.nodes_[last].kind == OverlayNode::Kind::key) {
        add_key(text, tree_.text(last));
      }
    }
    return text;
  }

  void add(OverlayNode::Kind kind, std::size_t begin, std::size_t size) {
    const auto next = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
    tree_.nodes_.push_back({kind, token(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size), next});
  }
  // `text` stands in texts_.
  bool leaf(OverlayNode::Kind kind, const char* text, std::size_t size) {
    add(kind, static_cast<std::size_t>(text - tree_.texts_.data()), size);
    return true;
  }
  bool literal(OverlayNode::Kind kind, std::string_view text) {
    add(kind, tree_.texts_.size(), text.size());
    tree_.texts_ += text;
    return true;
  }

  bool open(OverlayNode::Kind kind) {
    if (static_cast<int>(open_.size()) == most_overlay_depth) return false;
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes_.size()));
    add(kind, 0, 0);
    return true;
  }
  bool close() {
    token();
    tree_.nodes_[open_.back()].next = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
    return true;
  }

  OverlayTree tree_;
  Bytes in_;
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

void add_key(std::string& way, std::string_view key) {
  constexpr std::size_t most = 120;
  if (!way.empty()) way += '.';
  way += beginning(key, most);
}

void add_place(std::string& way, std::size_t place) { way += '[' + std::to_string(place) + ']'; }

std::string beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string{text};
  std::size_t cut = most;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return std::string{text.substr(0, cut)} + "…";
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
