#include "batch.hpp"

#include <nanobind/ndarray.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unique_ptr.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "arrays.hpp"
#include "law.hpp"
#include "text.hpp"
#include "totals.hpp"

namespace ansinh_python {
namespace {

using namespace nb::literals;

// The answers of a batch, chunk by chunk as the rows came.
struct Answers {
  Owned<ArrowSchema> schema;
  std::vector<std::shared_ptr<const Owned<ArrowArray>>> chunks;
  Totals totals;

  [[nodiscard]] std::int64_t rows() const {
    std::int64_t all = 0;
    for (const auto& chunk : chunks) all += chunk->value.length;
    return all;
  }
};

class Pricer {
 public:
  Pricer(const nb::object& law, const ansinh_request& otherwise, std::uint32_t options)
      : book_{nb::cast<const Law&>(law).kept()}, otherwise_{otherwise}, options_{options} {}

  void price(const ArrowSchema& schema, const ArrowArray& array) {
    Owned<ArrowSchema> out_schema;
    auto out = std::make_shared<Owned<ArrowArray>>();
    std::array<char, 4096> sentence{};
    ansinh_workspace* room = workspace();
    int32_t status = ANSINH_OK;
    {
      const nb::gil_scoped_release other_threads_may_run;
      status = ansinh_assess_arrow(book_.get(), room, &schema, &array, &otherwise_, options_, &out_schema.value, &out->value,
                                   &answers_->totals.tally, sentence.data(), sentence.size(), nullptr);
    }
    if (status == ANSINH_CALL_ARROW) {
      const nb::object error = nb::module_::import_("ansinh._errors").attr("BatchError");
      PyErr_SetString(error.ptr(), sentence.data());
      throw nb::python_error();
    }
    if (status != ANSINH_OK) raise_call(status);
    // All chunks come with one schema, so what comes out has one too.
    if (answers_->chunks.empty()) answers_->schema = std::move(out_schema);
    answers_->chunks.push_back(std::move(out));
  }

  std::unique_ptr<Answers> finish() { return std::move(answers_); }

 private:
  std::shared_ptr<const ansinh_book> book_;
  ansinh_request otherwise_;
  std::uint32_t options_;
  std::unique_ptr<Answers> answers_ = std::make_unique<Answers>();
};

ansinh_request otherwise_of(const ansinh_book* book, nb::dict otherwise) {
  Values values;
  values.fill(nb::handle(Py_None));
  std::vector<nb::object> kept;
  for (const auto& [key, value] : otherwise) {
    const std::string name = nb::cast<std::string>(key);
    for (std::size_t field = 0; field < field_names.size(); ++field) {
      if (name == field_names[field]) values[field] = value;
    }
    kept.push_back(nb::borrow(value));
  }
  return request_of(book, values, false, false);
}

// `kind`: "array" (schema and array capsules), "stream" (a capsule), "numpy" (a dict of arrays).
std::unique_ptr<Answers> assess(const std::string& kind, nb::handle first, nb::handle second, nb::dict otherwise,
                                std::uint32_t options, nb::handle law) {
  const nb::object held = law_of(law);
  Pricer pricer{held, otherwise_of(book_of(held), otherwise), options};
  if (kind == "array") {
    pricer.price(*static_cast<const ArrowSchema*>(opened(first, "arrow_schema")),
                 *static_cast<const ArrowArray*>(opened(second, "arrow_array")));
    return pricer.finish();
  }
  if (kind == "numpy") {
    const StructArray columns = struct_of(nb::cast<nb::dict>(first));
    pricer.price(columns.schema.value, columns.array.value);
    return pricer.finish();
  }
  auto* stream = static_cast<ArrowArrayStream*>(opened(first, "arrow_array_stream"));
  const auto check = [&](int code) {
    if (code == 0) return;
    const char* why = stream->get_last_error(stream);
    throw std::runtime_error(why == nullptr ? "the stream of rows failed" : why);
  };
  Owned<ArrowSchema> schema;
  check(stream->get_schema(stream, &schema.value));
  std::size_t chunks = 0;
  for (;; ++chunks) {
    Owned<ArrowArray> array;
    check(stream->get_next(stream, &array.value));
    if (array.value.release == nullptr) break;
    pricer.price(schema.value, array.value);
  }
  // A stream without rows still says which columns they would have.
  if (chunks == 0) {
    const Owned<ArrowArray> none{empty_of(schema.value)};
    pricer.price(schema.value, none.value);
  }
  return pricer.finish();
}

// ---------------------------------------------------------------------------------------------- what comes out

struct StreamParts {
  ArrowSchema schema;
  std::vector<std::shared_ptr<const Owned<ArrowArray>>> chunks;
  std::size_t next = 0;
};

ArrowArrayStream stream_of(const Answers& answers) {
  ArrowArrayStream stream{};
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
    *out = copied(static_cast<StreamParts*>(self->private_data)->schema);
    return 0;
  };
  stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
    auto* parts = static_cast<StreamParts*>(self->private_data);
    *out = ArrowArray{};
    if (parts->next < parts->chunks.size()) {
      const auto& chunk = parts->chunks[parts->next++];
      *out = shared(chunk->value, chunk);
    }
    return 0;
  };
  stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  stream.release = [](ArrowArrayStream* self) {
    auto* parts = static_cast<StreamParts*>(self->private_data);
    parts->schema.release(&parts->schema);
    delete parts;
    self->release = nullptr;
  };
  stream.private_data = new StreamParts{copied(answers.schema.value), answers.chunks};
  return stream;
}

// A column of one chunk over its memory, for NumPy; a refused row holds 0.
nb::object numpy_column(nb::handle self, std::size_t chunk, std::int64_t column) {
  const auto& answers = nb::cast<const Answers&>(self);
  const ArrowArray& array = *answers.chunks.at(chunk)->value.children[column];
  const std::string format = answers.schema.value.children[column]->format;
  const auto rows = static_cast<std::size_t>(array.length);
  const auto view = [&](auto zero) {
    using T = decltype(zero);
    return nb::cast(nb::ndarray<nb::numpy, const T, nb::ndim<1>>(static_cast<const T*>(array.buffers[1]), {rows}, self));
  };
  if (format == "l") return view(std::int64_t{});
  if (format == "i") return view(std::int32_t{});
  return view(std::uint8_t{});
}

}  // namespace

void define_batch(nb::module_& module) {
  nb::class_<Answers>(module, "Answers")
      .def_prop_ro("rows", &Answers::rows)
      .def_prop_ro("chunks", [](const Answers& a) { return a.chunks.size(); })
      .def_prop_ro("columns", [](const Answers& a) {
        nb::list names;
        for (std::int64_t i = 0; i < a.schema.value.n_children; ++i) {
          names.append(nb::str(a.schema.value.children[i]->name));
        }
        return names;
      })
      .def_prop_ro("totals", [](const Answers& a) { return a.totals; })
      .def("array", [](const Answers& a) {
        if (a.chunks.size() != 1) throw nb::value_error("more than one chunk");
        return nb::make_tuple(capsule_of(copied(a.schema.value)), capsule_of(shared(a.chunks[0]->value, a.chunks[0])));
      })
      .def("stream", [](const Answers& a) { return capsule_of(stream_of(a)); });
  module.def("_numpy_column", numpy_column, "answers"_a, "chunk"_a, "column"_a);
  module.def("_assess_batch", assess, "kind"_a, "first"_a, "second"_a.none(), "otherwise"_a, "options"_a, "law"_a.none());
}

}  // namespace ansinh_python
