#include "capi/arrow_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <vector>

namespace ansinh::capi {
namespace {

void leave_out_nulls(const Validity& valid, std::size_t first, std::size_t rows, std::int64_t* codes) {
  if (valid.bits == nullptr) return;
  for (std::size_t i = 0; i < rows; ++i) {
    if (!valid(first + i)) codes[i] = null_code;
  }
}

// An integer of any type; what 64 bit cannot hold, and what would be taken for one of the two codes, is held at the
// nearest one that is no value of any field.
template <class Integer>
constexpr std::int64_t code_of(Integer value) {
  if constexpr (std::is_same_v<Integer, std::uint64_t>) {
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(value > most ? most : value);
  } else if constexpr (std::is_same_v<Integer, std::int64_t>) {
    return value < least_code ? least_code : value;
  } else {
    return value;
  }
}

template <class Integer>
class Integers final : public ArrowValues {
 public:
  explicit Integers(const ArrowColumn& column) : values_{column.values<Integer>()}, valid_{column.validity()} {}
  void read(std::size_t first, std::size_t rows, std::int64_t* codes) override {
    for (std::size_t i = 0; i < rows; ++i) codes[i] = code_of(values_[first + i]);
    leave_out_nulls(valid_, first, rows, codes);
  }

 private:
  const Integer* values_;
  Validity valid_;
};

// Calls `use` with a value of the C type of an integer format.
template <class Use>
bool with_integer(std::string_view format, Use use) {
  if (format == "c") return use(std::int8_t{}), true;
  if (format == "C") return use(std::uint8_t{}), true;
  if (format == "s") return use(std::int16_t{}), true;
  if (format == "S") return use(std::uint16_t{}), true;
  if (format == "i" || format == "tdD") return use(std::int32_t{}), true;
  if (format == "I") return use(std::uint32_t{}), true;
  if (format == "l") return use(std::int64_t{}), true;
  if (format == "L") return use(std::uint64_t{}), true;
  return false;
}

// ---------------------------------------------------------------------------------------------- texts

// The text of each row, of any of Arrow's three layouts.
class Texts {
 public:
  static bool are(std::string_view format) { return format == "u" || format == "U" || format == "vu"; }

  explicit Texts(const ArrowColumn& column)
      : kind_{column.format()[0]},
        first_{column.first},
        buffers_{column.array->buffers},
        buffer_count_{column.array->n_buffers} {}

  // Nothing where the buffers hold no such text.
  [[nodiscard]] std::optional<std::string_view> at(std::size_t row) const {
    switch (kind_) {
      case 'u': return between<std::int32_t>(row);
      case 'U': return between<std::int64_t>(row);
      default: return view(row);
    }
  }

 private:
  template <class Offset>
  [[nodiscard]] std::optional<std::string_view> between(std::size_t row) const {
    const auto* offsets = static_cast<const Offset*>(buffers_[1]) + first_ + row;
    if (offsets[0] < 0 || offsets[1] < offsets[0]) return std::nullopt;
    if (offsets[1] == offsets[0]) return std::string_view{};
    if (buffers_[2] == nullptr) return std::nullopt;
    return std::string_view{static_cast<const char*>(buffers_[2]) + offsets[0],
                            static_cast<std::size_t>(offsets[1] - offsets[0])};
  }
  // 16 bytes: the length, then up to 12 bytes of text, or 4 of them, the number of a buffer and where it begins there.
  [[nodiscard]] std::optional<std::string_view> view(std::size_t row) const {
    const auto* bytes = static_cast<const char*>(buffers_[1]) + 16 * (first_ + row);
    std::array<std::int32_t, 4> words;
    std::memcpy(words.data(), bytes, sizeof words);
    const std::int32_t length = words[0];
    if (length < 0) return std::nullopt;
    if (length <= 12) return std::string_view{bytes + 4, static_cast<std::size_t>(length)};
    // The last buffer holds the sizes of those of the texts.
    if (words[2] < 0 || words[3] < 0 || words[2] >= buffer_count_ - 3) return std::nullopt;
    const std::int64_t size = static_cast<const std::int64_t*>(buffers_[buffer_count_ - 1])[words[2]];
    if (std::int64_t{words[3]} + length > size) return std::nullopt;
    return std::string_view{static_cast<const char*>(buffers_[2 + words[2]]) + words[3],
                            static_cast<std::size_t>(length)};
  }

  char kind_;
  std::size_t first_;
  const void* const* buffers_;
  std::int64_t buffer_count_;
};

// Remembers the codes of short texts, since lists repeat a few of them.
class Memo {
 public:
  explicit Memo(Decode decode) : decode_{std::move(decode)} {}

  std::int64_t operator()(std::string_view text) {
    if (text.empty()) return null_code;
    if (text.size() > longest) return decode_(text);
    Seen& seen = seen_[place_of(text)];
    if (seen.length != text.size() || std::memcmp(seen.text.data(), text.data(), text.size()) != 0) {
      seen.code = decode_(text);
      seen.length = text.size();
      std::memcpy(seen.text.data(), text.data(), text.size());
    }
    return seen.code;
  }

 private:
  static constexpr std::size_t longest = 40;
  static constexpr std::size_t places = 512;
  struct Seen {
    std::array<char, longest> text;
    std::size_t length = 0;  // no text that is remembered is empty
    std::int64_t code = null_code;
  };

  static std::size_t place_of(std::string_view text) {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    const std::size_t bytes = std::min<std::size_t>(text.size(), 8);
    std::memcpy(&head, text.data(), bytes);
    std::memcpy(&tail, text.data() + text.size() - bytes, bytes);
    const std::uint64_t mixed = (head ^ (tail << 7U) ^ text.size()) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed >> 55U);
  }
  static_assert(places == std::size_t{1} << (64 - 55));

  Decode decode_;
  std::vector<Seen> seen_ = std::vector<Seen>(places);
};

class TextCodes final : public ArrowValues {
 public:
  TextCodes(const ArrowColumn& column, const Decode& decode)
      : texts_{column}, valid_{column.validity()}, code_{decode} {}
  void read(std::size_t first, std::size_t rows, std::int64_t* codes) override {
    for (std::size_t i = 0; i < rows; ++i) {
      if (!valid_(first + i)) {
        codes[i] = null_code;
        continue;
      }
      const auto text = texts_.at(first + i);
      codes[i] = text ? code_(*text) : bad_code;
    }
  }

 private:
  Texts texts_;
  Validity valid_;
  Memo code_;
};

// Indices into a list of texts, each decoded once.
template <class Index>
class DictionaryCodes final : public ArrowValues {
 public:
  DictionaryCodes(const ArrowColumn& column, std::vector<std::int64_t> codes)
      : indices_{column}, codes_{std::move(codes)} {}
  void read(std::size_t first, std::size_t rows, std::int64_t* codes) override {
    indices_.read(first, rows, codes);
    for (std::size_t i = 0; i < rows; ++i) {
      if (codes[i] == null_code) continue;
      const bool inside = codes[i] >= 0 && static_cast<std::uint64_t>(codes[i]) < codes_.size();
      codes[i] = inside ? codes_[static_cast<std::size_t>(codes[i])] : bad_code;
    }
  }

 private:
  Integers<Index> indices_;
  std::vector<std::int64_t> codes_;
};

ArrowColumn dictionary_of(const ArrowColumn& column) {
  const ArrowArray* array = column.array->dictionary;
  return {column.name, column.schema->dictionary, array, static_cast<std::size_t>(array->offset),
          static_cast<std::size_t>(array->length)};
}

class ListCodes final : public ArrowValues {
 public:
  ListCodes(const ArrowColumn& column, const ArrowColumn& items, const Decode& decode)
      : large_{column.format() == "+L"},
        first_{column.first},
        offsets_{column.array->buffers[1]},
        valid_{column.validity()},
        items_{items.rows},
        texts_{items},
        items_valid_{items.validity()},
        code_{decode} {}
  void read(std::size_t first, std::size_t rows, std::int64_t* codes) override {
    for (std::size_t i = 0; i < rows; ++i) codes[i] = valid_(first + i) ? joined(first + i) : null_code;
  }

 private:
  [[nodiscard]] std::int64_t offset(std::size_t at) const {
    return large_ ? static_cast<const std::int64_t*>(offsets_)[at] : static_cast<const std::int32_t*>(offsets_)[at];
  }
  // Bits of all items: an empty list is the empty set, an empty or missing item is no name.
  std::int64_t joined(std::size_t row) {
    const std::int64_t begin = offset(first_ + row);
    const std::int64_t end = offset(first_ + row + 1);
    if (begin < 0 || end < begin || static_cast<std::uint64_t>(end) > items_) return bad_code;
    std::int64_t bits = 0;
    for (auto item = static_cast<std::size_t>(begin); item < static_cast<std::size_t>(end); ++item) {
      const auto text = items_valid_(item) ? texts_.at(item) : std::nullopt;
      const std::int64_t code = text && !text->empty() ? code_(*text) : bad_code;
      if (code < 0) return bad_code;
      bits |= code;
    }
    return bits;
  }

  bool large_;
  std::size_t first_;
  const void* offsets_;
  Validity valid_;
  std::size_t items_;
  Texts texts_;
  Validity items_valid_;
  Memo code_;
};

// ---------------------------------------------------------------------------------------------- decimals

std::optional<int> decimals_of(std::string_view format) {
  // "d:38,4", "d:38,4,128"
  if (!format.starts_with("d:")) return std::nullopt;
  const auto comma = format.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view rest = format.substr(comma + 1);
  const auto next = rest.find(',');
  if (next != std::string_view::npos && rest.substr(next + 1) != "128") return std::nullopt;
  const std::string_view digits = rest.substr(0, next);
  int scale = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), scale);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return scale;
}

class Decimals final : public ArrowValues {
 public:
  Decimals(const ArrowColumn& column, int decimals)
      : words_{static_cast<const std::uint64_t*>(column.array->buffers[1]) + 2 * column.first},
        valid_{column.validity()} {
    for (int i = decimals; i < 9; ++i) unit_ *= 10;
  }
  void read(std::size_t first, std::size_t rows, std::int64_t* codes) override {
    for (std::size_t i = 0; i < rows; ++i) {
      const std::uint64_t* words = words_ + 2 * (first + i);
      const bool small = words[1] == 0 && words[0] <= static_cast<std::uint64_t>(most / unit_);
      codes[i] = small ? static_cast<std::int64_t>(words[0]) * unit_ : bad_code;
    }
    leave_out_nulls(valid_, first, rows, codes);
  }

 private:
  static constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

  const std::uint64_t* words_;
  Validity valid_;
  std::int64_t unit_ = 1;
};

class Nulls final : public ArrowValues {
 public:
  void read(std::size_t, std::size_t rows, std::int64_t* codes) override { std::fill_n(codes, rows, null_code); }
};

}  // namespace

std::unique_ptr<ArrowValues> integer_values(const ArrowColumn& column) {
  std::unique_ptr<ArrowValues> values;
  if (column.schema->dictionary != nullptr) return values;
  with_integer(column.format(), [&](auto zero) { values = std::make_unique<Integers<decltype(zero)>>(column); });
  return values;
}

std::unique_ptr<ArrowValues> text_values(const ArrowColumn& column, const Decode& decode) {
  if (column.schema->dictionary == nullptr) {
    return Texts::are(column.format()) ? std::make_unique<TextCodes>(column, decode) : nullptr;
  }
  const ArrowColumn dictionary = dictionary_of(column);
  if (!Texts::are(dictionary.format()) || dictionary.schema->dictionary != nullptr) return nullptr;
  std::vector<std::int64_t> codes(dictionary.rows);
  TextCodes{dictionary, decode}.read(0, codes.size(), codes.data());
  std::unique_ptr<ArrowValues> values;
  with_integer(column.format(), [&](auto zero) {
    values = std::make_unique<DictionaryCodes<decltype(zero)>>(column, std::move(codes));
  });
  return values;
}

std::unique_ptr<ArrowValues> list_values(const ArrowColumn& column, const Decode& decode) {
  if (column.schema->dictionary != nullptr) return nullptr;
  if (column.format() != "+l" && column.format() != "+L") return nullptr;
  const ArrowArray* array = column.array->children[0];
  const ArrowColumn items{column.name, column.schema->children[0], array, static_cast<std::size_t>(array->offset),
                          static_cast<std::size_t>(array->length)};
  if (!Texts::are(items.format()) || items.schema->dictionary != nullptr) return nullptr;
  return std::make_unique<ListCodes>(column, items, decode);
}

std::unique_ptr<ArrowValues> decimal_values(const ArrowColumn& column) {
  const auto decimals = column.schema->dictionary == nullptr ? decimals_of(column.format()) : std::nullopt;
  if (!decimals || *decimals < 0 || *decimals > 9) return nullptr;
  return std::make_unique<Decimals>(column, *decimals);
}

std::unique_ptr<ArrowValues> null_values(const ArrowColumn& column) {
  return column.format() == "n" && column.schema->dictionary == nullptr ? std::make_unique<Nulls>() : nullptr;
}

std::optional<std::string> broken(const ArrowColumn& column) {
  const ArrowArray& array = *column.array;
  if (array.length < 0 || array.offset < 0 || array.null_count < -1) return "has a negative length or offset";
  if (column.first + column.rows > static_cast<std::size_t>(array.offset) + static_cast<std::size_t>(array.length)) {
    return "is shorter than the batch";
  }
  if (column.schema->dictionary != nullptr) {
    const ArrowArray* dictionary = array.dictionary;
    if (dictionary == nullptr || column.schema->dictionary->format == nullptr) return "lacks its dictionary";
    const ArrowColumn inner{column.name, column.schema->dictionary, dictionary,
                            static_cast<std::size_t>(dictionary->offset < 0 ? 0 : dictionary->offset),
                            static_cast<std::size_t>(dictionary->length < 0 ? 0 : dictionary->length)};
    if (auto fault = broken(inner)) return fault;
  }
  const std::string_view format = column.format();
  if (format == "n") return std::nullopt;
  const bool list = format == "+l" || format == "+L";
  const std::int64_t buffers = format == "u" || format == "U" || format == "vu" ? 3 : 2;
  if (format.starts_with("+") && !list) return std::nullopt;  // of no field; refused by its type
  if (array.n_buffers < buffers || array.buffers == nullptr) return "lacks a buffer";
  if (list) {
    if (column.schema->n_children != 1 || array.n_children != 1 || array.children == nullptr ||
        column.schema->children == nullptr || array.children[0] == nullptr || column.schema->children[0] == nullptr ||
        column.schema->children[0]->format == nullptr) {
      return "is a list without items";
    }
    const ArrowArray* items = array.children[0];
    const ArrowColumn inner{column.name, column.schema->children[0], items,
                            static_cast<std::size_t>(items->offset < 0 ? 0 : items->offset),
                            static_cast<std::size_t>(items->length < 0 ? 0 : items->length)};
    if (auto fault = broken(inner)) return fault;
  }
  if (column.rows > 0) {
    if (array.buffers[1] == nullptr) return "lacks its values";
    if (array.null_count > 0 && array.buffers[0] == nullptr) return "has nulls and no validity";
  }
  return std::nullopt;
}

std::string type_name(const ArrowSchema& schema) {
  if (schema.dictionary != nullptr) return "dictionary of " + type_name(*schema.dictionary);
  static constexpr std::array<std::array<std::string_view, 2>, 24> names{{
      {"n", "null"},    {"b", "bool"},        {"c", "int8"},       {"C", "uint8"},        {"s", "int16"},
      {"S", "uint16"},  {"i", "int32"},       {"I", "uint32"},     {"l", "int64"},        {"L", "uint64"},
      {"e", "float16"}, {"f", "float32"},     {"g", "float64"},    {"z", "binary"},       {"Z", "large_binary"},
      {"u", "utf8"},    {"U", "large_utf8"},  {"vu", "utf8_view"}, {"tdD", "date32"},     {"tdm", "date64"},
      {"+l", "list"},   {"+L", "large_list"}, {"+s", "struct"},    {"vz", "binary_view"},
  }};
  const std::string_view format = schema.format;
  for (const auto& [code, name] : names) {
    if (format == code) return std::string{name};
  }
  if (format.starts_with("ts")) return "timestamp";
  if (format.starts_with("d:")) return "decimal (" + std::string{format.substr(2)} + ")";
  return "of the format " + std::string{format};
}

}  // namespace ansinh::capi
