// One file of vectors in the making: requests as cells, answered by the reference.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reference/reference.hpp"
#include "reference/refund.hpp"
#include "vectors/vectors.hpp"

namespace vectors {

// Name of a field and the text of its cell, in the order of the specification.
using Cells = std::vector<std::pair<std::string, std::string>>;

// The law that the vectors are computed by.
const reference::Law& law();

Cells cells_of(const ansinh::Request& request);
Cells cells_of(const reference::RefundRequest& request);

class Lines {
 public:
  explicit Lines(std::string name) : name_{std::move(name)} {}

  void add(const std::string& what, const std::string& source, const ansinh::Request& request);
  // Other texts for the same request.
  void add(const std::string& what, const std::string& source, const Cells& cells, const ansinh::Request& request);
  // A refund; a file holds either payments or refunds.
  void add(const std::string& what, const std::string& source, const reference::RefundRequest& request);
  // Texts that are no request, refused as invalid_argument.
  void refuse(const std::string& what, const std::string& source, const Cells& cells, const std::string& parameter,
              const std::string& given);
  File file() const { return {name_ + ".jsonl", text_, kind_}; }

 private:
  std::string next_id(const std::string& what);

  std::string name_;
  std::string text_;
  Kind kind_ = Kind::payments;
  int count_ = 0;
};

}  // namespace vectors
