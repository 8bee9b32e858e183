#include "arrays.hpp"

#include <nanobind/ndarray.h>
#include <nanobind/stl/string.h>

#include <array>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace ansinh_python {
namespace {

template <class T>
nb::capsule capsule(const T& value, const char* name) {
  auto* held = new T{value};
  PyObject* made = PyCapsule_New(held, name, [](PyObject* self) {
    auto* kept = static_cast<T*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
    // Its consumer takes what it holds, and marks it as taken.
    if (kept->release != nullptr) kept->release(kept);
    delete kept;
  });
  if (made == nullptr) throw nb::python_error();
  return nb::steal<nb::capsule>(made);
}

// ---------------------------------------------------------------------------------------------- sharing

struct SharedParts {
  std::shared_ptr<const void> owner;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> list;
  std::unique_ptr<ArrowArray> dictionary;
};

void release_shared(ArrowArray* array) {
  auto* parts = static_cast<SharedParts*>(array->private_data);
  for (ArrowArray& child : parts->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (parts->dictionary && parts->dictionary->release != nullptr) parts->dictionary->release(parts->dictionary.get());
  delete parts;
  array->release = nullptr;
}

struct SchemaParts {
  std::string format, name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> list;
  std::unique_ptr<ArrowSchema> dictionary;
};

void release_copied(ArrowSchema* schema) {
  auto* parts = static_cast<SchemaParts*>(schema->private_data);
  for (ArrowSchema& child : parts->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (parts->dictionary && parts->dictionary->release != nullptr) parts->dictionary->release(parts->dictionary.get());
  delete parts;
  schema->release = nullptr;
}

// ---------------------------------------------------------------------------------------------- NumPy

// Gives back what it holds of Python, from whichever thread.
std::shared_ptr<const void> held(nb::object object) {
  auto* kept = new nb::object{std::move(object)};
  return {kept, [](const void* pointer) {
            const nb::gil_scoped_acquire gil;
            delete static_cast<const nb::object*>(pointer);
          }};
}

const char* format_of(const std::string& name, const nb::dlpack::dtype& type) {
  using nb::dlpack::dtype_code;
  const auto code = static_cast<dtype_code>(type.code);
  if (type.lanes == 1 && (code == dtype_code::Int || code == dtype_code::UInt)) {
    const bool sign = code == dtype_code::Int;
    switch (type.bits) {
      case 8: return sign ? "c" : "C";
      case 16: return sign ? "s" : "S";
      case 32: return sign ? "i" : "I";
      case 64: return sign ? "l" : "L";
      default: break;
    }
  }
  // Refused with the library's own sentence.
  if (code == dtype_code::Float) return type.bits == 64 ? "g" : (type.bits == 32 ? "f" : "e");
  if (code == dtype_code::Bool) return "b";
  throw nb::type_error(("column " + name + ": no integer type of NumPy").c_str());
}

}  // namespace

nb::capsule capsule_of(const ArrowSchema& schema) { return capsule(schema, "arrow_schema"); }
nb::capsule capsule_of(const ArrowArray& array) { return capsule(array, "arrow_array"); }
nb::capsule capsule_of(const ArrowArrayStream& stream) { return capsule(stream, "arrow_array_stream"); }

void* opened(nb::handle capsule, const char* name) {
  void* pointer = PyCapsule_GetPointer(capsule.ptr(), name);
  if (pointer == nullptr) {
    PyErr_Clear();
    throw nb::type_error((std::string{"no capsule of "} + name).c_str());
  }
  return pointer;
}

ArrowArray shared(const ArrowArray& array, const std::shared_ptr<const void>& owner) {
  auto parts = std::make_unique<SharedParts>();
  parts->owner = owner;
  parts->buffers.assign(array.buffers, array.buffers + array.n_buffers);
  for (std::int64_t i = 0; i < array.n_children; ++i) parts->children.push_back(shared(*array.children[i], owner));
  for (ArrowArray& child : parts->children) parts->list.push_back(&child);
  if (array.dictionary != nullptr) parts->dictionary = std::make_unique<ArrowArray>(shared(*array.dictionary, owner));
  ArrowArray view = array;
  view.buffers = parts->buffers.data();
  view.children = parts->list.empty() ? nullptr : parts->list.data();
  view.dictionary = parts->dictionary.get();
  view.release = release_shared;
  view.private_data = parts.release();
  return view;
}

ArrowSchema copied(const ArrowSchema& schema) {
  auto parts = std::make_unique<SchemaParts>();
  parts->format = schema.format;
  parts->name = schema.name == nullptr ? "" : schema.name;
  for (std::int64_t i = 0; i < schema.n_children; ++i) parts->children.push_back(copied(*schema.children[i]));
  for (ArrowSchema& child : parts->children) parts->list.push_back(&child);
  if (schema.dictionary != nullptr) parts->dictionary = std::make_unique<ArrowSchema>(copied(*schema.dictionary));
  ArrowSchema copy = schema;
  copy.format = parts->format.c_str();
  copy.name = parts->name.c_str();
  copy.metadata = nullptr;
  copy.children = parts->list.empty() ? nullptr : parts->list.data();
  copy.dictionary = parts->dictionary.get();
  copy.release = release_copied;
  copy.private_data = parts.release();
  return copy;
}

ArrowArray empty_of(const ArrowSchema& schema) {
  auto parts = std::make_unique<SharedParts>();
  const std::string_view format = schema.format;
  const bool texts = format == "u" || format == "U" || format == "vu";
  parts->buffers.assign(format == "n" ? 0 : (format == "+s" ? 1 : (texts ? 3 : 2)), nullptr);
  for (std::int64_t i = 0; i < schema.n_children; ++i) parts->children.push_back(empty_of(*schema.children[i]));
  for (ArrowArray& child : parts->children) parts->list.push_back(&child);
  if (schema.dictionary != nullptr) parts->dictionary = std::make_unique<ArrowArray>(empty_of(*schema.dictionary));
  ArrowArray array{};
  array.n_buffers = static_cast<std::int64_t>(parts->buffers.size());
  array.buffers = parts->buffers.data();
  array.n_children = schema.n_children;
  array.children = parts->list.empty() ? nullptr : parts->list.data();
  array.dictionary = parts->dictionary.get();
  array.release = release_shared;
  array.private_data = parts.release();
  return array;
}

StructArray struct_of(nb::dict columns) {
  auto array = std::make_unique<SharedParts>();
  auto schema = std::make_unique<SchemaParts>();
  schema->format = "+s";
  array->buffers = {nullptr};
  std::int64_t rows = -1;
  // The children are released with their struct also where a later column raises.
  StructArray made;
  const auto close = [&] {
    for (ArrowArray& child : array->children) array->list.push_back(&child);
    for (ArrowSchema& child : schema->children) schema->list.push_back(&child);
    ArrowArray& a = made.array.value;
    a.length = rows < 0 ? 0 : rows;
    a.n_buffers = 1;
    a.buffers = array->buffers.data();
    a.n_children = static_cast<std::int64_t>(array->list.size());
    a.children = array->list.data();
    a.release = release_shared;
    a.private_data = array.release();
    ArrowSchema& s = made.schema.value;
    s.format = schema->format.c_str();
    s.name = schema->name.c_str();
    s.n_children = a.n_children;
    s.children = schema->list.data();
    s.release = release_copied;
    s.private_data = schema.release();
  };
  try {
    for (const auto& [key, value] : columns) {
      const std::string name = nb::cast<std::string>(nb::str(key));
      nb::ndarray<nb::ro, nb::device::cpu> values;
      if (!nb::try_cast(value, values)) throw nb::type_error(("column " + name + ": a NumPy array of integers").c_str());
      if (values.ndim() != 1) throw nb::value_error(("column " + name + ": one-dimensional").c_str());
      if (values.shape(0) > 1 && values.stride(0) != 1) {
        throw nb::value_error(("column " + name +
                               ": its values do not lie one after the other in memory; numpy.ascontiguousarray() makes "
                               "a copy that does")
                                  .c_str());
      }
      const auto length = static_cast<std::int64_t>(values.shape(0));
      if (rows >= 0 && length != rows) {
        throw nb::value_error(("column " + name + ": " + std::to_string(length) + " values, the others have " +
                               std::to_string(rows))
                                  .c_str());
      }
      rows = length;
      // datetime64[D] comes as int32 days with this suffix (ansinh._batch).
      constexpr std::string_view date = "\tdate32";
      const bool is_date = name.ends_with(date);
      const char* format = is_date ? "tdD" : format_of(name, values.dtype());

      auto child = std::make_unique<SharedParts>();
      child->owner = held(nb::borrow(value));
      child->buffers = {nullptr, values.data()};
      ArrowArray a{};
      a.length = length;
      a.n_buffers = 2;
      a.buffers = child->buffers.data();
      a.release = release_shared;
      a.private_data = child.release();
      array->children.push_back(a);
      auto parts = std::make_unique<SchemaParts>();
      parts->format = format;
      parts->name = is_date ? name.substr(0, name.size() - date.size()) : name;
      ArrowSchema s{};
      s.format = parts->format.c_str();
      s.name = parts->name.c_str();
      s.release = release_copied;
      s.private_data = parts.release();
      schema->children.push_back(s);
    }
  } catch (...) {
    close();
    throw;
  }
  close();
  return made;
}

}  // namespace ansinh_python
