// Arrow arrays made by hand, as a producer that knows nothing of this library makes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/ansinh.h"

namespace arrow_arrays {

// One column. Its buffers hold `offset` values before those of row 0 that no reader may look at.
class Column {
 public:
  template <class T>
  static Column of(std::string name, const char* format, const std::vector<std::optional<T>>& values,
                   std::size_t offset = 0) {
    Column column{std::move(name), format, values.size(), offset};
    std::vector<T> all(offset + values.size(), T(77));
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i]) {
        all[offset + i] = *values[i];
      } else {
        column.set_null(i);
      }
    }
    column.add_buffer(all);
    return column;
  }
  // As utf8 ("u"), large_utf8 ("U") or utf8_view ("vu").
  static Column texts(std::string name, const char* format, const std::vector<std::optional<std::string>>& values,
                      std::size_t offset = 0) {
    Column column{std::move(name), format, values.size(), offset};
    std::string data = "before";
    std::vector<std::int64_t> offsets(offset + 1, 6);
    std::vector<char> views(16 * offset, 'x');
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values[i]) column.set_null(i);
      const std::string text = values[i].value_or("null");
      char view[16] = {};
      const auto length = static_cast<std::int32_t>(text.size());
      const auto begin = static_cast<std::int32_t>(data.size());
      const std::int32_t buffer = 0;
      std::memcpy(view, &length, 4);
      std::memcpy(view + 4, text.data(), std::min<std::size_t>(text.size(), text.size() <= 12 ? 12 : 4));
      if (text.size() > 12) {
        std::memcpy(view + 8, &buffer, 4);
        std::memcpy(view + 12, &begin, 4);
      }
      views.insert(views.end(), view, view + 16);
      data += text;
      offsets.push_back(static_cast<std::int64_t>(data.size()));
    }
    const std::vector<char> bytes{data.begin(), data.end()};
    if (std::string_view{format} == "vu") {
      column.add_buffer(views);
      column.add_buffer(bytes);
      column.add_buffer(std::vector<std::int64_t>{static_cast<std::int64_t>(bytes.size())});
    } else if (std::string_view{format} == "U") {
      column.add_buffer(offsets);
      column.add_buffer(bytes);
    } else {
      column.add_buffer(std::vector<std::int32_t>{offsets.begin(), offsets.end()});
      column.add_buffer(bytes);
    }
    return column;
  }
  // The same values by their numbers in a dictionary.
  Column& with_dictionary(Column dictionary) {
    dictionary_ = std::make_unique<Column>(std::move(dictionary));
    return *this;
  }
  Column& with_child(Column child) {
    children_.push_back(std::move(child));
    return *this;
  }
  Column& with_metadata(std::string_view key, std::string_view value) {
    const auto number = [&](std::size_t n) {
      const auto n32 = static_cast<std::int32_t>(n);
      metadata_.append(reinterpret_cast<const char*>(&n32), 4);
    };
    number(1);
    number(key.size());
    metadata_ += key;
    number(value.size());
    metadata_ += value;
    return *this;
  }

  ArrowSchema schema() {
    schema_children_.clear();
    schema_list_.clear();
    for (Column& child : children_) schema_children_.push_back(child.schema());
    for (ArrowSchema& child : schema_children_) schema_list_.push_back(&child);
    ArrowSchema schema{};
    schema.format = format_.c_str();
    schema.name = name_.c_str();
    schema.flags = ARROW_FLAG_NULLABLE;
    schema.metadata = metadata_.empty() ? nullptr : metadata_.data();
    schema.n_children = static_cast<std::int64_t>(children_.size());
    schema.children = schema_list_.empty() ? nullptr : schema_list_.data();
    if (dictionary_) {
      dictionary_schema_ = dictionary_->schema();
      schema.dictionary = &dictionary_schema_;
    }
    schema.release = [](ArrowSchema*) {};
    return schema;
  }
  ArrowArray array() {
    array_children_.clear();
    array_list_.clear();
    pointers_.clear();
    for (Column& child : children_) array_children_.push_back(child.array());
    for (ArrowArray& child : array_children_) array_list_.push_back(&child);
    pointers_.push_back(nulls_ > 0 ? validity_.data() : nullptr);
    for (const auto& buffer : buffers_) pointers_.push_back(buffer.get());
    ArrowArray array{};
    array.length = static_cast<std::int64_t>(rows_);
    array.null_count = nulls_known_ ? static_cast<std::int64_t>(nulls_) : -1;
    array.offset = static_cast<std::int64_t>(offset_);
    array.n_buffers = static_cast<std::int64_t>(pointers_.size());
    array.buffers = pointers_.data();
    array.n_children = static_cast<std::int64_t>(children_.size());
    array.children = array_list_.empty() ? nullptr : array_list_.data();
    if (dictionary_) {
      dictionary_array_ = dictionary_->array();
      array.dictionary = &dictionary_array_;
    }
    array.release = [](ArrowArray*) {};
    return array;
  }
  void forget_null_count() { nulls_known_ = false; }
  void set_null(std::size_t row) {
    const std::size_t bit = offset_ + row;
    validity_[bit / 8] = static_cast<std::uint8_t>(validity_[bit / 8] & ~(1U << bit % 8));
    ++nulls_;
  }

  Column(std::string name, const char* format, std::size_t rows, std::size_t offset)
      : name_{std::move(name)},
        format_{format},
        rows_{rows},
        offset_{offset},
        validity_((offset + rows) / 8 + 1, std::uint8_t{0xff}) {}

  template <class T>
  void add_buffer(const std::vector<T>& values) {
    auto bytes = std::make_unique<std::byte[]>(values.size() * sizeof(T) + 1);
    if (!values.empty()) std::memcpy(bytes.get(), values.data(), values.size() * sizeof(T));
    buffers_.push_back(std::move(bytes));
  }

 private:
  std::string name_;
  std::string format_;
  std::string metadata_;
  std::size_t rows_;
  std::size_t offset_;
  std::size_t nulls_ = 0;
  bool nulls_known_ = true;
  std::vector<std::uint8_t> validity_;
  std::vector<std::unique_ptr<std::byte[]>> buffers_;
  std::vector<const void*> pointers_;
  std::unique_ptr<Column> dictionary_;
  ArrowSchema dictionary_schema_{};
  ArrowArray dictionary_array_{};
  std::deque<Column> children_;
  std::deque<ArrowSchema> schema_children_;
  std::deque<ArrowArray> array_children_;
  std::vector<ArrowSchema*> schema_list_;
  std::vector<ArrowArray*> array_list_;
};

// A struct array of columns, `rows` from `offset` on.
inline Column batch(std::size_t rows, std::size_t offset = 0) { return Column{"", "+s", rows, offset}; }

}  // namespace arrow_arrays
