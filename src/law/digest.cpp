// SHA-256 by libmd. The only file that includes it.
#include <sha2.h>

#include <array>
#include <cstdint>

#include "law/book_data.hpp"

namespace ansinh {

std::string short_sha256(const std::string& bytes) {
  SHA2_CTX context;
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> hash{};
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  SHA256Final(hash.data(), &context);
  std::string text = "sha256:";
  for (std::size_t i = 0; i < 8; ++i) {
    text.push_back("0123456789abcdef"[hash[i] >> 4]);
    text.push_back("0123456789abcdef"[hash[i] & 15]);
  }
  return text;
}

}  // namespace ansinh
