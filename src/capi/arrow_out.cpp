#include "capi/arrow_out.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/result.hpp"

namespace ansinh::capi {
namespace {

static_assert(static_cast<int>(Errc::ok) == 0);
// Bit i is set where byte i is zero: those bytes get their high bit, which one product then moves side by side.
constexpr std::uint8_t zero_bytes(std::uint64_t eight) {
  constexpr std::uint64_t low = 0x7f7f7f7f7f7f7f7f;
  const std::uint64_t high = ~(((eight & low) + low) | eight | low);
  return static_cast<std::uint8_t>((high >> 7) * 0x0102040810204080 >> 56);
}
static_assert(zero_bytes(0) == 0xff && zero_bytes(0x0100000000008001) == 0b01111100 &&
              zero_bytes(~std::uint64_t{0}) == 0);
static_assert(std::endian::native == std::endian::little);

constexpr std::size_t padded(std::size_t bytes) {
  return (bytes + Memory::alignment - 1) / Memory::alignment * Memory::alignment;
}

// ---------------------------------------------------------------------------------------------- arrays

// What an array's private_data holds: a share of the block in which its buffers lie, and the lists it points to.
struct ArrayParts {
  std::shared_ptr<const void> block;
  std::array<const void*, 3> buffers{};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> child_list;
  std::unique_ptr<ArrowArray> dictionary;
};

void release_array(ArrowArray* array) {
  for (std::int64_t i = 0; i < array->n_children; ++i) {
    if (array->children[i]->release != nullptr) array->children[i]->release(array->children[i]);
  }
  if (array->dictionary != nullptr && array->dictionary->release != nullptr) {
    array->dictionary->release(array->dictionary);
  }
  delete static_cast<ArrayParts*>(array->private_data);
  array->release = nullptr;
}

ArrowArray array_of(std::unique_ptr<ArrayParts> parts, std::size_t rows, std::size_t nulls, std::int64_t buffers) {
  ArrowArray array{};
  array.length = static_cast<std::int64_t>(rows);
  array.null_count = static_cast<std::int64_t>(nulls);
  array.n_buffers = buffers;
  array.buffers = parts->buffers.data();
  for (ArrowArray& child : parts->children) parts->child_list.push_back(&child);
  array.n_children = static_cast<std::int64_t>(parts->child_list.size());
  array.children = parts->child_list.empty() ? nullptr : parts->child_list.data();
  array.dictionary = parts->dictionary.get();
  array.release = release_array;
  array.private_data = parts.release();
  return array;
}

ArrowArray plain_array(const std::shared_ptr<const void>& block, const void* validity, const void* values,
                       std::size_t rows, std::size_t nulls) {
  auto parts = std::make_unique<ArrayParts>();
  parts->block = block;
  parts->buffers = {validity, values, nullptr};
  return array_of(std::move(parts), rows, nulls, 2);
}

ArrowArray struct_array(std::vector<ArrowArray> children, std::size_t rows) {
  auto parts = std::make_unique<ArrayParts>();
  parts->children = std::move(children);
  return array_of(std::move(parts), rows, 0, 1);
}

// ---------------------------------------------------------------------------------------------- schemas

struct SchemaParts {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> child_list;
  std::unique_ptr<ArrowSchema> dictionary;
};

void release_schema(ArrowSchema* schema) {
  for (std::int64_t i = 0; i < schema->n_children; ++i) {
    if (schema->children[i]->release != nullptr) schema->children[i]->release(schema->children[i]);
  }
  if (schema->dictionary != nullptr && schema->dictionary->release != nullptr) {
    schema->dictionary->release(schema->dictionary);
  }
  delete static_cast<SchemaParts*>(schema->private_data);
  schema->release = nullptr;
}

// `format` is a literal.
ArrowSchema schema_of(const char* format, std::string_view name, std::int64_t flags,
                      std::vector<ArrowSchema> children = {}, std::unique_ptr<ArrowSchema> dictionary = nullptr) {
  auto parts = std::make_unique<SchemaParts>();
  parts->name = name;
  parts->children = std::move(children);
  for (ArrowSchema& child : parts->children) parts->child_list.push_back(&child);
  parts->dictionary = std::move(dictionary);
  ArrowSchema schema{};
  schema.format = format;
  schema.name = parts->name.c_str();
  schema.flags = flags;
  schema.n_children = static_cast<std::int64_t>(parts->child_list.size());
  schema.children = parts->child_list.empty() ? nullptr : parts->child_list.data();
  schema.dictionary = parts->dictionary.get();
  schema.release = release_schema;
  schema.private_data = parts.release();
  return schema;
}

// ---------------------------------------------------------------------------------------------- names of statuses

constexpr std::size_t statuses = std::tuple_size_v<decltype(Tally::by_status)>;

struct StatusNames {
  std::array<std::int32_t, statuses + 1> offsets{};
  std::string text;

  StatusNames() {
    for (std::size_t i = 0; i < statuses; ++i) {
      text += name(static_cast<Errc>(i));
      offsets[i + 1] = static_cast<std::int32_t>(text.size());
    }
  }
};

ArrowArray status_names() {
  auto parts = std::make_unique<ArrayParts>();
  const auto names = std::make_shared<const StatusNames>();
  parts->block = names;
  parts->buffers = {nullptr, names->offsets.data(), names->text.data()};
  return array_of(std::move(parts), statuses, 0, 3);
}

}  // namespace

// ---------------------------------------------------------------------------------------------- a batch

struct ArrowOut::Block {
  enum Column : std::size_t {
    contribution,
    central_support,
    local_top_up,
    province_top_up,
    locality_top_up,
    other_support,
    participant_share,
    months,
    supported_months,
    flags,
    status,
    validity,
    columns
  };
  static constexpr std::array<std::string_view, columns> names{
      "contribution",      "central_support", "local_top_up",     "province_top_up", "locality_top_up", "other_support",
      "participant_share", "months",          "supported_months", "flags",           "status"};

  std::size_t rows;
  bool wide;
  std::array<std::size_t, columns> at{};
  std::array<bool, columns> wanted{};
  std::shared_ptr<SpareMemory> spare;
  Memory memory;

  Block(std::size_t count, bool in_64_bit, bool amounts_only, std::shared_ptr<SpareMemory> from)
      : rows{count}, wide{in_64_bit}, spare{std::move(from)} {
    std::size_t size = 0;
    for (std::size_t column = 0; column < columns; ++column) {
      const bool few = column == contribution || column == central_support || column == local_top_up ||
                       column == participant_share || column >= status;
      wanted[column] = few || !amounts_only;
      if (!wanted[column]) continue;
      at[column] = size;
      const std::size_t width = column > participant_share ? 1 : (wide ? 8 : 4);
      size += padded(column == validity ? rows / 8 + 1 : rows * width);
    }
    memory = spare ? spare->take(size) : Memory{size};
  }
  ~Block() {
    if (spare) spare->give(std::move(memory));
  }
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;
  [[nodiscard]] std::byte* start(std::size_t column) const { return memory.start() + at[column]; }
  template <class T>
  [[nodiscard]] std::span<T> values(std::size_t column, std::size_t first, std::size_t count) const {
    if (!wanted[column]) return {};
    return {reinterpret_cast<T*>(start(column)) + first, count};
  }
  // Marks the rows that were answered; how many were not.
  [[nodiscard]] std::size_t mark_valid() const {
    const auto* status_bytes = reinterpret_cast<const std::uint8_t*>(start(status));
    auto* bits = reinterpret_cast<std::uint8_t*>(start(validity));
    std::size_t answered = 0;
    for (std::size_t first = 0; first < rows; first += 8) {
      std::uint64_t eight = ~std::uint64_t{0};  // a row beyond the last is none that was answered
      std::memcpy(&eight, status_bytes + first, std::min<std::size_t>(8, rows - first));
      const std::uint8_t marks = zero_bytes(eight);
      bits[first / 8] = marks;
      answered += static_cast<std::size_t>(std::popcount(marks));
    }
    return rows - answered;
  }
};

ArrowOut::ArrowOut(std::size_t rows, bool wide, bool amounts_only, std::shared_ptr<SpareMemory> spare)
    : block_{new Block{rows, wide, amounts_only, std::move(spare)}} {}
ArrowOut::~ArrowOut() { delete block_; }

template <class Amount>
ColumnsOut<Amount> ArrowOut::piece(std::size_t first, std::size_t rows) {
  const auto amounts = [&](std::size_t column) { return block_->values<Amount>(column, first, rows); };
  const auto bytes = [&](std::size_t column) { return block_->values<std::uint8_t>(column, first, rows); };
  return {.contribution = amounts(Block::contribution),
          .central_support = amounts(Block::central_support),
          .local_top_up = amounts(Block::local_top_up),
          .province_top_up = amounts(Block::province_top_up),
          .locality_top_up = amounts(Block::locality_top_up),
          .other_support = amounts(Block::other_support),
          .participant_share = amounts(Block::participant_share),
          .months = bytes(Block::months),
          .supported_months = bytes(Block::supported_months),
          .flags = bytes(Block::flags),
          .status = bytes(Block::status)};
}
template ColumnsOut<std::int32_t> ArrowOut::piece(std::size_t, std::size_t);
template ColumnsOut<std::int64_t> ArrowOut::piece(std::size_t, std::size_t);

void ArrowOut::give(ArrowSchema& schema, ArrowArray& array) {
  const std::size_t nulls = block_->mark_valid();
  const std::shared_ptr<const Block> block{std::exchange(block_, nullptr)};
  const void* validity = nulls == 0 ? nullptr : block->start(Block::validity);
  std::vector<ArrowSchema> schemas;
  std::vector<ArrowArray> arrays;

  auto names = std::make_unique<ArrowSchema>(schema_of("u", "", 0));
  schemas.push_back(schema_of("C", Block::names[Block::status], 0, {}, std::move(names)));
  auto parts = std::make_unique<ArrayParts>();
  parts->block = block;
  parts->buffers = {nullptr, block->start(Block::status), nullptr};
  parts->dictionary = std::make_unique<ArrowArray>(status_names());
  arrays.push_back(array_of(std::move(parts), block->rows, 0, 2));

  for (std::size_t column = Block::contribution; column < Block::status; ++column) {
    if (!block->wanted[column]) continue;
    const char* format = column > Block::participant_share ? "C" : (block->wide ? "l" : "i");
    schemas.push_back(schema_of(format, Block::names[column], ARROW_FLAG_NULLABLE));
    arrays.push_back(plain_array(block, validity, block->start(column), block->rows, nulls));
  }
  schema = schema_of("+s", "", 0, std::move(schemas));
  array = struct_array(std::move(arrays), block->rows);
}

// ---------------------------------------------------------------------------------------------- totals

void give_tally(const Tally& tally, ArrowSchema& schema, ArrowArray& array) {
  struct Values {
    std::uint64_t rows;
    std::array<std::uint64_t, statuses> by_status;
    std::array<Int128, 9> sums;
  };
  const auto values = std::make_shared<const Values>(Values{
      tally.rows,
      tally.by_status,
      {tally.contribution, tally.central_support, tally.local_top_up, tally.province_top_up, tally.locality_top_up,
       tally.other_support, tally.participant_share, tally.by_source[0], tally.by_source[1]}});
  static constexpr std::array<std::string_view, 9> sum_names{"contribution",      "central_support", "local_top_up",
                                                             "province_top_up",   "locality_top_up", "other_support",
                                                             "participant_share", "from_budget",     "from_fund"};
  std::vector<ArrowSchema> schemas;
  std::vector<ArrowArray> arrays;
  const auto add = [&](const char* format, std::string_view name, const void* value) {
    schemas.push_back(schema_of(format, name, 0));
    arrays.push_back(plain_array(values, nullptr, value, 1, 0));
  };
  add("L", "rows", &values->rows);
  for (std::size_t i = 0; i < statuses; ++i) add("L", name(static_cast<Errc>(i)), &values->by_status[i]);
  for (std::size_t i = 0; i < sum_names.size(); ++i) add("d:38,0", sum_names[i], &values->sums[i]);
  schema = schema_of("+s", "", 0, std::move(schemas));
  array = struct_array(std::move(arrays), 1);
}

}  // namespace ansinh::capi
