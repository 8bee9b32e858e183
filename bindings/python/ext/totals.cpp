#include "totals.hpp"

#include <nanobind/stl/string.h>

#include <cstring>
#include <string>

#include "arrays.hpp"
#include "law.hpp"
#include "text.hpp"

namespace ansinh_python {
namespace {

using namespace nb::literals;

using Sum = uint64_t (ansinh_tally::*)[2];

// Of any size: Python's own integers hold what two words do.
nb::object whole(const uint64_t (&sum)[2]) {
  const std::string digits = text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_sum_text(sum, buffer, capacity, length);
  });
  return nb::steal(PyLong_FromString(digits.c_str(), nullptr, 10));
}

nb::dict by_status(const Totals& totals) {
  nb::dict counts;
  for (int32_t status = 0; status <= ANSINH_DOES_NOT_FIT; ++status) {
    if (status != ANSINH_OK && totals.tally.by_status[status] == 0) continue;
    counts[ansinh_status_name(status)] = totals.tally.by_status[status];
  }
  return counts;
}

nb::dict sums(const Totals& totals) {
  const ansinh_tally& t = totals.tally;
  nb::dict all;
  all["contribution"] = whole(t.contribution);
  all["central_support"] = whole(t.central_support);
  all["local_top_up"] = whole(t.local_top_up);
  all["province_top_up"] = whole(t.province_top_up);
  all["locality_top_up"] = whole(t.locality_top_up);
  all["other_support"] = whole(t.other_support);
  all["participant_share"] = whole(t.participant_share);
  return all;
}

nb::dict by_source(const Totals& totals) {
  nb::dict all;
  all["budget"] = whole(totals.tally.from_budget);
  all["fund"] = whole(totals.tally.from_fund);
  return all;
}

nb::bytes bytes_of(const Totals& totals) {
  return nb::bytes{reinterpret_cast<const char*>(&totals.tally), sizeof totals.tally};
}

Totals from_bytes(nb::bytes bytes) {
  Totals totals;
  if (bytes.size() != sizeof totals.tally) throw nb::value_error("no totals of this version");
  std::memcpy(&totals.tally, bytes.c_str(), sizeof totals.tally);
  return totals;
}

Totals sum_of(const Totals& a, const Totals& b) {
  Totals both = a;
  if (const int32_t status = ansinh_tally_merge(&both.tally, &b.tally); status != ANSINH_OK) raise_call(status);
  return both;
}

nb::object arrow_array(const Totals& totals, nb::handle) {
  ArrowSchema schema{};
  ArrowArray array{};
  if (const int32_t status = ansinh_tally_arrow(&totals.tally, &schema, &array); status != ANSINH_OK) raise_call(status);
  return nb::make_tuple(capsule_of(schema), capsule_of(array));
}

}  // namespace

void define_totals(nb::module_& module) {
  nb::class_<Totals>(module, "Totals",
                     "Exact sums of many answers, VND: Python's whole numbers, of any size. The totals of parts add up to "
                     "those of the whole, in any order.")
      .def(nb::init<>())
      .def_prop_ro("rows", [](const Totals& t) { return t.tally.rows; }, "Rows counted.")
      .def_prop_ro("by_status", by_status, nb::sig("def by_status(self) -> dict[str, int]"),
                   "Rows by status: \"ok\", and every refusal that occurred.")
      .def_prop_ro("sums", sums, nb::sig("def sums(self) -> dict[str, int]"), "VND by amount, of the rows that are ok.")
      .def_prop_ro("by_source", by_source, nb::sig("def by_source(self) -> dict[str, int]"),
                   "VND of the local layers by source of money: budget, fund.")
      .def("__add__", sum_of, nb::is_operator())
      .def("__radd__", [](const Totals& t, nb::handle zero) -> nb::object {
        // So that sum() of several begins with nothing.
        if (PyLong_CheckExact(zero.ptr()) && PyLong_AsLong(zero.ptr()) == 0) return nb::cast(t);
        return nb::borrow(Py_NotImplemented);
      })
      .def("__eq__", [](const Totals& a, nb::handle other) -> nb::object {
        if (!nb::isinstance<Totals>(other)) return nb::borrow(Py_NotImplemented);
        return nb::bool_(std::memcmp(&a.tally, &nb::cast<const Totals&>(other).tally, sizeof a.tally) == 0);
      }, nb::sig("def __eq__(self, other: object) -> bool"))
      .def("__hash__", [](const Totals& t) { return nb::hash(bytes_of(t)); })
      .def("json", [](const Totals& t, nb::handle law) {
        return text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
          return ansinh_tally_json(book_of(law), &t.tally, buffer, capacity, length);
        });
      }, "law"_a = nb::none(), "As `ansinh batch --totals` writes it.")
      .def("__arrow_c_array__", arrow_array, "requested_schema"_a = nb::none(),
           "One row: counts as uint64, sums as decimal128(38, 0).")
      .def("__repr__", [](const Totals& t) {
        return "Totals(rows=" + std::to_string(t.tally.rows) + ", participant_share=" +
               nb::cast<std::string>(nb::str(whole(t.tally.participant_share))) + ")";
      })
      .def("__reduce__", [](const Totals& t) {
        return nb::make_tuple(nb::module_::import_("ansinh._replay").attr("totals"), nb::make_tuple(bytes_of(t)));
      });
  module.def("_totals", from_bytes, "bytes"_a);
}

}  // namespace ansinh_python
