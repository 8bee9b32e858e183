#include "law.hpp"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "text.hpp"

namespace ansinh_python {

namespace {

using namespace nb::literals;

PyObject* built_in = nullptr;  // set when the package is imported; for as long as the interpreter lives

ansinh_book* made_of(const std::vector<nb::bytes>& overlays) {
  std::vector<const char*> texts;
  std::vector<std::size_t> lengths;
  for (const nb::bytes& overlay : overlays) {
    texts.push_back(overlay.c_str());
    lengths.push_back(overlay.size());
  }
  ansinh_book* book = nullptr;
  int32_t status = ANSINH_OK;
  const std::string fault = text_of(
      [&](char* buffer, std::size_t capacity, std::size_t* length) {
        return ansinh_book_create(texts.data(), lengths.data(), texts.size(), ANSINH_EN, &book, buffer, capacity, length);
      },
      &status);
  if (status == ANSINH_CALL_OVERLAY) {
    const nb::object error = nb::module_::import_("ansinh._errors").attr("overlay_error")(json_loads(fault));
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error.ptr())), error.ptr());
    throw nb::python_error();
  }
  if (status != ANSINH_OK) raise_call(status);
  return book;
}

std::string json_of(const Law& law) {
  return text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_law(law.book(), nullptr, ANSINH_NOT_GIVEN, 0, ANSINH_JSON, ANSINH_EN, buffer, capacity, length);
  });
}

template <class Name>
nb::tuple names(const Law& law, Name name) {
  nb::list list;
  for (std::uint32_t i = 0;; ++i) {
    const char* text = name(law.book(), i);
    if (text == nullptr) break;
    list.append(nb::str(text));
  }
  return nb::tuple(list);
}

std::string listing(const Law& law, std::optional<std::string> parameter, nb::handle on,
                    std::optional<std::string> province, nb::handle format, nb::handle language) {
  int32_t code = 0;
  if (province) {
    const bool digits = province->size() == 2 && province->find_first_not_of("0123456789") == std::string::npos;
    code = digits ? std::stoi(*province) : 0;
    if (code == 0 || ansinh_province_name(code) == nullptr) {
      throw nb::value_error("province: a code of two digits in the list in force since 2025-07-01");
    }
  }
  int32_t status = ANSINH_OK;
  std::string text = text_of(
      [&](char* buffer, std::size_t capacity, std::size_t* length) {
        return ansinh_law(law.book(), parameter ? parameter->c_str() : nullptr,
                          on.is_none() ? ANSINH_NOT_GIVEN : day_of(on, "on"), code, format_of(format, true, true),
                          language_of(language), buffer, capacity, length);
      },
      &status);
  if (status != ANSINH_OK) throw nb::value_error("parameter: no such parameter of law");
  return text;
}

std::string open_items(const Law& law, nb::handle format, nb::handle language) {
  return text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_open_items(law.book(), format_of(format, true, true), language_of(language), buffer, capacity, length);
  });
}

nb::object check(const Law& law, const nb::bytes& overlay, const std::string& file, nb::handle language) {
  return json_loads(text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_overlay_check(law.book(), file.c_str(), overlay.c_str(), overlay.size(), ANSINH_JSON,
                                language_of(language), buffer, capacity, length);
  }));
}

nb::object income_brackets(const Law& law, nb::handle paid_on) {
  ansinh_brackets brackets{};
  brackets.size = sizeof brackets;
  const int32_t status = ansinh_income_brackets(law.book(), day_of(paid_on, "paid_on"), &brackets);
  if (status > ANSINH_DOES_NOT_FIT) raise_call(status);
  const nb::object values = nb::module_::import_("ansinh._values").attr("brackets");
  return values(nb::str(ansinh_status_name(status)), paid_on, brackets.floor, brackets.ceiling, brackets.step,
                brackets.count, brackets.step_required != 0);
}

std::string table(nb::handle paid_on, nb::handle province, nb::handle former_province, nb::handle locality,
                  nb::handle months_supported, nb::handle fund_return_rate, bool strict, nb::handle format,
                  nb::handle language, nb::handle law) {
  const ansinh_book* book = book_of(law);
  Values values;
  values.fill(nb::handle(Py_None));
  values[ANSINH_FIELD_PAID_ON] = paid_on;
  values[ANSINH_FIELD_PROVINCE] = province;
  values[ANSINH_FIELD_FORMER_PROVINCE] = former_province;
  values[ANSINH_FIELD_LOCALITY] = locality;
  values[ANSINH_FIELD_MONTHS_SUPPORTED] = months_supported;
  values[ANSINH_FIELD_FUND_RETURN_RATE] = fund_return_rate;
  const ansinh_request request = request_of(book, values, strict, false);
  int32_t status = ANSINH_OK;
  const auto made = [&](int32_t as, int32_t in) {
    return text_of(
        [&](char* buffer, std::size_t capacity, std::size_t* length) {
          return ansinh_table(book, &request, as, in, buffer, capacity, length);
        },
        &status);
  };
  std::string text = made(format_of(format, true, true), language_of(language));
  if (status == ANSINH_OK) return text;
  if (status > ANSINH_DOES_NOT_FIT) raise_call(status);
  raise_refused(made(ANSINH_JSON, ANSINH_VI), made(ANSINH_JSON, ANSINH_EN));
}

nb::object refund(const Values& values, bool strict, nb::handle remaining, nb::handle on, nb::handle reason,
                  nb::handle support_refunded, nb::handle law) {
  const ansinh_book* book = book_of(law);
  const ansinh_request payment = request_of(book, values, strict);
  ansinh_refund_request request = ANSINH_REFUND_REQUEST_INIT;
  const std::int64_t months = whole_number(remaining, "remaining", "months");
  request.remaining = months > INT32_MAX || months <= INT32_MIN ? -1 : static_cast<std::int32_t>(months);
  request.on = day_of(on, "on");
  const std::string name = nb::cast<std::string>(nb::str(reason));
  constexpr std::array<const char*, 4> reasons{"compulsory", "withdrawal", "death", "pension"};
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (name == reasons[i]) request.reason = static_cast<std::int32_t>(i);
  }
  if (request.reason == ANSINH_NOT_GIVEN) {
    throw nb::value_error(R"(reason: "compulsory", "withdrawal", "death" or "pension")");
  }
  if (!support_refunded.is_none()) {
    request.support_refunded = whole_number(support_refunded, "support_refunded", "đồng");
  }
  int32_t status = ANSINH_OK;
  const auto text = [&](int32_t format, int32_t language) {
    return text_of(
        [&](char* buffer, std::size_t capacity, std::size_t* length) {
          return ansinh_explain_refund(book, &payment, &request, format, language, buffer, capacity, length);
        },
        &status);
  };
  const std::string en = text(ANSINH_JSON, ANSINH_EN);
  if (status > ANSINH_DOES_NOT_FIT) raise_call(status);
  if (status != ANSINH_OK) raise_refused(text(ANSINH_JSON, ANSINH_VI), en);
  return nb::module_::import_("ansinh._values")
      .attr("refund_of")(json_loads(en), text(ANSINH_TEXT, ANSINH_VI), text(ANSINH_TEXT, ANSINH_EN));
}

// Texts as in a form: what a typed call would be.
nb::object read(nb::dict texts, nb::handle law) {
  const ansinh_book* book = book_of(law);
  std::array<std::string, field_names.size()> values;
  std::array<const char*, field_names.size()> pointers{};
  std::array<std::size_t, field_names.size()> lengths{};
  for (const auto& [key, value] : texts) {
    const std::string name = nb::cast<std::string>(key);
    std::size_t field = 0;
    while (field < field_names.size() && name != field_names[field]) ++field;
    if (field == field_names.size()) throw nb::type_error(("read() got an unexpected field " + name).c_str());
    if (!nb::isinstance<nb::str>(value)) throw nb::type_error((name + ": a text (str)").c_str());
    values[field] = nb::cast<std::string>(value);
    pointers[field] = values[field].data();
    lengths[field] = values[field].size();
  }
  ansinh_request request = ANSINH_REQUEST_INIT;
  const auto read_as = [&](int32_t language, int32_t* status) {
    return text_of(
        [&](char* buffer, std::size_t capacity, std::size_t* length) {
          return ansinh_read_request(book, pointers.data(), lengths.data(), pointers.size(), &request, language, buffer,
                                     capacity, length);
        },
        status);
  };
  int32_t status = ANSINH_OK;
  const std::string en = read_as(ANSINH_EN, &status);
  if (status == ANSINH_INVALID_ARGUMENT) raise_refused(read_as(ANSINH_VI, nullptr), en);
  if (status != ANSINH_OK) raise_call(status);
  const nb::bytes bytes{reinterpret_cast<const char*>(&request), sizeof request};
  return nb::module_::import_("ansinh._core").attr("_replay")(law_of(law), bytes);
}

}  // namespace

nb::object law_of(nb::handle law) {
  if (!law.is_none()) {
    if (!nb::isinstance<Law>(law)) throw nb::type_error("law: an ansinh.Law, or None for the built-in law");
    return nb::borrow(law);
  }
  if (built_in == nullptr) throw std::runtime_error("the package ansinh is not imported, or Python is about to end");
  return nb::borrow(built_in);
}

const ansinh_book* book_of(nb::handle law) { return nb::cast<const Law&>(law_of(law)).book(); }

ansinh_workspace* workspace() {
  struct Room {
    ansinh_workspace* handle = nullptr;
    Room() { ansinh_workspace_create(&handle); }
    ~Room() { ansinh_workspace_free(handle); }
  };
  static thread_local const Room room;
  return room.handle;
}

void define_law(nb::module_& module) {
  nb::class_<Law>(module, "Book", "A law made ready for computing; ansinh.Law is what Python programs use.")
      .def("__init__", [](Law* self, const std::vector<nb::bytes>& overlays) { new (self) Law(made_of(overlays)); },
           "overlays"_a)
      .def("close", &Law::close, "Gives the memory back. Any later use raises ValueError. The built-in law stays.")
      .def_prop_ro("closed", &Law::closed, "Whether it was closed.")
      .def_prop_ro("digest", [](const Law& law) { return nb::str(ansinh_book_digest(law.book())); },
                   nb::sig("def digest(self) -> str"), "\"sha256:...\" over the canonical JSON of the whole law.")
      .def_prop_ro("groups", [](const Law& law) { return names(law, ansinh_group_name); },
                   nb::sig("def groups(self) -> tuple[str, ...]"), "Names of groups.")
      .def_prop_ro("layers", [](const Law& law) { return names(law, ansinh_layer_name); },
                   nb::sig("def layers(self) -> tuple[str, ...]"), "Names of layers, in the order in which they stack.")
      .def_prop_ro("programmes", [](const Law& law) { return names(law, ansinh_programme_id); },
                   nb::sig("def programmes(self) -> tuple[str, ...]"), "Ids of local programmes.")
      .def_prop_ro("place_book", [](const Law& law) { return ansinh_place_book(law.book()); },
                   "The number by which place handles of this law are told from another's.")
      .def("place", [](const Law& law, nb::handle province, nb::handle former_province, nb::handle locality) {
        Values values;
        values.fill(nb::handle(Py_None));
        values[ANSINH_FIELD_PROVINCE] = province;
        values[ANSINH_FIELD_FORMER_PROVINCE] = former_province;
        values[ANSINH_FIELD_LOCALITY] = locality;
        const ansinh_request request = request_of(law.book(), values, false, false);
        uint16_t handle = 0;
        const int32_t status =
            ansinh_place(law.book(), request.province, request.former_province, request.locality, &handle);
        if (status != ANSINH_OK) throw nb::value_error("the two provinces do not lie on one ground");
        return handle;
      }, "province"_a = nb::none(), "former_province"_a = nb::none(), "locality"_a = nb::none(),
           "The handle of a place, for a column `place` of a batch.")
      .def("json", json_of, "The whole law in its canonical JSON; read back, it gives the same digest.")
      .def("listing", listing, "parameter"_a = nb::none(), "on"_a = nb::none(), "province"_a = nb::none(), nb::kw_only(),
           "format"_a = "text", "language"_a = "vi",
           "The dated values, programmes and records with citation and standing.")
      .def("open_items", open_items, nb::kw_only(), "format"_a = "text", "language"_a = "vi",
           "Every assumed, draft or unknown value, and every place without a record.")
      .def("_check", check, "overlay"_a, "file"_a, "language"_a)
      .def("income_brackets", income_brackets, "paid_on"_a,
           "The legal contributory incomes of a day, VND per month. Source: Law 41/2024/QH15 art. 31(2).");

  module.def("_set_built_in", [](nb::object law) {
    Py_XDECREF(built_in);
    built_in = law.is_none() ? nullptr : law.release().ptr();
  }, "law"_a.none());
  module.def("table", table, "paid_on"_a, nb::kw_only(), "province"_a = nb::none(), "former_province"_a = nb::none(),
             "locality"_a = nb::none(), "months_supported"_a = nb::none(), "fund_return_rate"_a = nb::none(),
             "strict"_a = false, "format"_a = "text", "language"_a = "vi", "law"_a = nb::none(),
             "The contribution table that agents print: income brackets x groups x terms of a day and a place.\n\n"
             "format \"text\", \"csv\", \"html\" or \"json\"; VND. Raises ansinh.Refused as `assess` does.");
  module.def("_refund",
             [](nb::handle paid_on, nb::handle income, nb::handle term, nb::handle groups, nb::handle province,
                nb::handle former_province, nb::handle locality, nb::handle first_month, nb::handle months_supported,
                nb::handle local_months_used, nb::handle fund_return_rate, nb::handle other_support,
                nb::handle th_support, bool strict, nb::handle law, nb::handle remaining, nb::handle on,
                nb::handle reason, nb::handle support_refunded) {
               return refund({paid_on, first_month, income, term, groups, province, former_province, locality,
                              months_supported, local_months_used, fund_return_rate, other_support, th_support},
                             strict, remaining, on, reason, support_refunded, law);
             },
             "paid_on"_a, "income"_a, nb::kw_only(), "term"_a = 1, "groups"_a = nb::none(), "province"_a = nb::none(),
             "former_province"_a = nb::none(), "locality"_a = nb::none(), "first_month"_a = nb::none(),
             "months_supported"_a = nb::none(), "local_months_used"_a = nb::none(), "fund_return_rate"_a = nb::none(),
             "other_support"_a = nb::none(), "th_support"_a = nb::none(), "strict"_a = false, "law"_a = nb::none(),
             "remaining"_a, "on"_a, "reason"_a, "support_refunded"_a = nb::none());
  module.def("_read", read, "texts"_a, "law"_a.none());
}

}  // namespace ansinh_python
