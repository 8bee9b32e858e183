// Where each member of the C interface's structs lies in a module's memory, and the numbers of its codes, read from the
// header itself: write_layout.mjs turns this into layout.json, from which the doors make their own tables.
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "ansinh/ansinh.h"

namespace {

struct Entry {
  const char* of;    // the struct; null for a code
  const char* name;
  std::int32_t value;  // offset, or the code's number
  std::int32_t bytes;  // of one value; the size of the whole where the name is empty
  std::int32_t count;  // values; more than 1 in an array
};

template <class Member>
constexpr std::int32_t bytes_of = static_cast<std::int32_t>(sizeof(std::remove_all_extents_t<Member>));
template <class Member>
constexpr std::int32_t count_of = static_cast<std::int32_t>(sizeof(Member)) / bytes_of<Member>;

#define WHOLE(type) Entry{#type, "", 0, static_cast<std::int32_t>(sizeof(type)), 1},
#define MEMBER(type, member)                                                                        \
  Entry{#type, #member, static_cast<std::int32_t>(offsetof(type, member)), bytes_of<decltype(type::member)>, \
        count_of<decltype(type::member)>},
#define CODE(name) Entry{nullptr, #name, static_cast<std::int32_t>(name), 4, 1},

constexpr Entry entries[] = {
#include "layout_entries.inc"
    Entry{nullptr, nullptr, 0, 0, 0}};

}  // namespace

extern "C" const Entry* ansinh_layout() { return entries; }
