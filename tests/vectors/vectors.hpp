// The vectors: requests as text, with the answer or the refusal that every door must give. Answers come from the
// reference; refusals of text that is no value are written down by hand.
#pragma once

#include <string>
#include <vector>

namespace vectors {

// What a file's requests ask for.
enum class Kind { payments, refunds };

struct File {
  std::string name;  // "programmes.jsonl"
  std::string text;
  Kind kind = Kind::payments;
};

// Every file, as it must stand in tests/vectors.
std::vector<File> generated();

}  // namespace vectors
