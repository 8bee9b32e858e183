// Validation by RapidJSON's table-driven UTF8<>. The only file of this room that includes its encodings.
#include "lists/utf8.hpp"

#include <rapidjson/encodings.h>

#include <cstdint>
#include <cstring>

namespace ansinh::lists {
namespace {

// Beyond the end it gives zeros, which no sequence may contain: a sequence cut short is invalid.
struct Source {
  using Ch = char;
  const char* at;
  const char* end;
  Ch Take() { return at == end ? '\0' : *at++; }
};

struct Nowhere {
  using Ch = char;
  void Put(Ch) {}
};

}  // namespace

bool valid_utf8(std::string_view bytes) {
  Source source{bytes.data(), bytes.data() + bytes.size()};
  Nowhere nowhere;
  while (source.at != source.end) {
    if (source.end - source.at >= 8) {
      std::uint64_t eight;
      std::memcpy(&eight, source.at, 8);
      if ((eight & 0x8080808080808080U) == 0) {
        source.at += 8;
        continue;
      }
    }
    if (!rapidjson::UTF8<>::Validate(source, nowhere)) return false;
  }
  return true;
}

}  // namespace ansinh::lists
