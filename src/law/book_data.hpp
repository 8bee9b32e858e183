// What a LawBook shares: filled once, then constant.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "ansinh/law.hpp"

namespace ansinh {

// Names that are fixed for good: the groups of groups.hpp and the two layers of a province.
inline constexpr int fixed_group_count = 7;
inline constexpr int fixed_layer_count = 2;

struct LawBook::Data {
  std::vector<LawRow> rows;           // by parameter, then first day; rows of one parameter never overlap
  std::vector<Programme> programmes;  // by id
  std::vector<Record> records;
  std::vector<GroupName> groups;  // index = bit
  std::vector<std::string> layers;

  // Derived, by seal(): where each parameter's rows begin in `rows` (one more than the parameters), and the print.
  std::array<std::size_t, parameter_count + 1> series_begin{};
  std::string json;
  std::string digest;

  // Sorts and derives; nothing may change afterwards.
  void seal();
};

namespace detail {
struct BookAccess {
  static LawBook sealed(std::shared_ptr<LawBook::Data> data) {
    data->seal();
    return LawBook{std::move(data)};
  }
  static const LawBook::Data& data(const LawBook& book) { return *book.data_; }
};
}  // namespace detail

// Lays values of one parameter over the rows of a book: of the rows only the days remain that no value claims. The
// values claim no day twice.
void lay_values(std::vector<LawRow>& rows, std::vector<LawRow> values);

// A book that holds no law, only the fixed names: what an overlay with base "none" starts from.
LawBook::Data bare_book();

std::string canonical_json(const LawBook::Data& book);
// "sha256:" and the first 16 hex digits of SHA-256.
std::string short_sha256(const std::string& bytes);

}  // namespace ansinh
