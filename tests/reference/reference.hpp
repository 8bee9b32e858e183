// The slow path: what an assessment is, step by step as the specification says it, with fractions that never lose a
// digit. Written apart from the library and for no speed at all; the tests hold the library to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ansinh/assess.hpp"
#include "reference/law.hpp"

namespace reference {

struct Layer {
  std::string layer;
  std::string programme;
  std::int64_t amount = 0;  // after the cut
  std::string source;       // "budget" or "fund"

  friend bool operator==(const Layer&, const Layer&) = default;
};

struct Outcome {
  // A refusal: what the refusal is, the field at fault, the name of the value of law that set the limit (or of the
  // field, for a fault of form) and what was given, as a cell would hold it.
  ansinh::Errc status = ansinh::Errc::ok;
  ansinh::Field field = ansinh::Field::paid_on;
  std::string parameter;
  std::string given;

  // An answer.
  std::int64_t contribution = 0;
  std::int64_t central_support = 0;
  std::int64_t local_top_up = 0;
  std::int64_t province_top_up = 0;
  std::int64_t locality_top_up = 0;
  std::int64_t other_support = 0;
  std::int64_t participant_share = 0;
  int months = 0;
  int supported_months = 0;
  unsigned flags = 0;  // bits as in ansinh::Flag
  std::vector<Layer> layers;
};

Outcome assess(const Law& law, const ansinh::Request& request);

// Names of the flags in `bits`, in the order of the specification.
std::vector<std::string> flag_names(unsigned bits);

// The library's answer in the words of the reference, to compare and to print.
Outcome outcome_of(const ansinh::LawBook& book, const ansinh::Result<ansinh::Assessment>& result);

// The reference's answer equals the library's: status and field of a refusal, or every amount, flag and layer.
bool same(const Outcome& a, const Outcome& b);

// For messages of tests.
std::string describe(const ansinh::Request& request);
std::string describe(const Outcome& outcome);

}  // namespace reference
