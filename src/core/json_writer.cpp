#include "core/json_writer.hpp"

#include <rapidjson/writer.h>

#include <charconv>

namespace ansinh {
namespace {

// What RapidJSON writes to.
struct Text {
  using Ch = char;
  std::string& bytes;
  void Put(Ch c) { bytes += c; }
  void Flush() {}
};

// RapidJSON's escapes without its stack of levels, whose first use adds to a null pointer.
class Escaper : private rapidjson::Writer<Text> {
 public:
  explicit Escaper(Text& text) : Writer{text} {}
  void write(std::string_view text) { WriteString(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
};

template <class Number>
void append(std::string& bytes, Number number) {
  constexpr std::size_t room = 20;  // digits of 2^64, or 19 and a sign
  char digits[room];
  bytes.append(digits, std::to_chars(digits, digits + room, number).ptr);
}

void append_escaped(std::string& bytes, std::string_view text) {
  if (text.empty()) {  // perhaps without a pointer
    bytes += "\"\"";
    return;
  }
  Text to{bytes};
  Escaper{to}.write(text);
}

}  // namespace

void JsonWriter::before_value() {
  if (!first_ && !after_key_) text_ += ',';
  first_ = false;
  after_key_ = false;
}

void JsonWriter::open(char bracket) {
  before_value();
  text_ += bracket;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  text_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  value(name);
  text_ += ':';
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  before_value();
  append_escaped(text_, text);
}

void JsonWriter::value(std::int64_t number) {
  before_value();
  append(text_, number);
}

void JsonWriter::value(std::uint64_t number) {
  before_value();
  append(text_, number);
}

void JsonWriter::value(bool truth) {
  before_value();
  text_ += truth ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  text_ += "null";
}

}  // namespace ansinh
