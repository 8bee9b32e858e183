// JSON, written from front to back: commas and colons come by themselves, texts are escaped.
//
// Whoever writes opens and closes in pairs and gives a key before each value of an object; texts are UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace ansinh {

class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);
  void value(std::string_view text);
  void value(std::int64_t number);
  void value(std::uint64_t number);
  void value(bool truth);
  void value(const char*) = delete;  // would be taken for a bool
  void null();

  void member(std::string_view name, std::string_view text) { key(name), value(text); }

  [[nodiscard]] const std::string& text() const& { return text_; }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void before_value();

  std::string text_;
  bool first_ = true;       // the next value, or key, is the first within its brackets
  bool after_key_ = false;  // the next value is that of the key just written
};

}  // namespace ansinh
