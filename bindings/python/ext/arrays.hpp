// Arrays of the Arrow C Data Interface as Python passes them: in capsules, and out of NumPy.
#pragma once

#include <nanobind/nanobind.h>

#include <memory>

#include "ansinh/ansinh.h"

namespace ansinh_python {

namespace nb = nanobind;

// The C Stream Interface, which the C interface of the library does not need.
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema*);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray*);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

// Released at the end of its life.
template <class T>
class Owned {
 public:
  Owned() = default;
  explicit Owned(const T& taken) : value{taken} {}
  Owned(Owned&& other) noexcept : value{other.value} { other.value.release = nullptr; }
  Owned& operator=(Owned&& other) noexcept {
    std::swap(value, other.value);
    return *this;
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (value.release != nullptr) value.release(&value);
  }
  T value{};
};

// A capsule that owns it.
nb::capsule capsule_of(const ArrowSchema& schema);
nb::capsule capsule_of(const ArrowArray& array);
nb::capsule capsule_of(const ArrowArrayStream& stream);
// What a capsule of the given name holds; TypeError for another.
void* opened(nb::handle capsule, const char* name);

// A view of an array that its owner shares with it; and a copy of a schema.
ArrowArray shared(const ArrowArray& array, const std::shared_ptr<const void>& owner);
ArrowSchema copied(const ArrowSchema& schema);

// An array of no rows.
ArrowArray empty_of(const ArrowSchema& schema);

// One-dimensional NumPy arrays, by name, as a struct array over their memory. It holds them until it is released.
struct StructArray {
  Owned<ArrowSchema> schema;
  Owned<ArrowArray> array;
};
StructArray struct_of(nb::dict columns);

}  // namespace ansinh_python
