#include "assessment.hpp"

#include <nanobind/stl/string.h>

#include <cstring>
#include <string>

#include "ansinh/ansinh.h"
#include "arguments.hpp"
#include "law.hpp"
#include "text.hpp"

namespace ansinh_python {
namespace {

using namespace nb::literals;

struct Assessment {
  ansinh_answer answer{};
  ansinh_request request{};
  nb::object law;

  [[nodiscard]] const ansinh_book* book() const { return book_of(law); }
};

// An answer of a request; ansinh.Refused where it is refused.
Assessment assessed(nb::object law, const ansinh_request& request) {
  Assessment result;
  result.request = request;
  // Said or not, these are the same request.
  if (request.months_supported == ANSINH_NOT_GIVEN) result.request.months_supported = 0;
  if (request.other_support == ANSINH_NO_AMOUNT) result.request.other_support = 0;
  result.answer.size = sizeof(ansinh_answer);
  const ansinh_book* book = book_of(law);
  const int32_t status = ansinh_assess(book, workspace(), &request, &result.answer);
  if (status != ANSINH_OK) {
    if (status > ANSINH_DOES_NOT_FIT) raise_call(status);
    const auto json = [&](int32_t language) {
      return text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
        return ansinh_assess_json(book, &request, language, buffer, capacity, length);
      });
    };
    raise_refused(json(ANSINH_VI), json(ANSINH_EN));
  }
  result.law = std::move(law);
  return result;
}

Assessment assess(nb::handle paid_on, nb::handle income, nb::handle term, nb::handle groups, nb::handle province,
                  nb::handle former_province, nb::handle locality, nb::handle first_month, nb::handle months_supported,
                  nb::handle local_months_used, nb::handle fund_return_rate, nb::handle other_support,
                  nb::handle th_support, bool strict, nb::handle law) {
  nb::object held = law_of(law);
  const Values values{paid_on,         first_month, income,           term,          groups,       province, former_province,
                      locality,        months_supported, local_months_used, fund_return_rate, other_support, th_support};
  const ansinh_request request = request_of(book_of(held), values, strict);
  return assessed(std::move(held), request);
}

nb::object flags_of(const ansinh_answer& answer) {
  nb::list names;
  for (std::uint32_t flag = 1; flag <= ANSINH_UNSETTLED; flag *= 2) {
    if ((answer.flags & flag) != 0) names.append(nb::str(ansinh_flag_name(flag)));
  }
  return nb::steal(PyFrozenSet_New(names.ptr()));
}

nb::tuple layers_of(const Assessment& self) {
  const nb::object layer = nb::module_::import_("ansinh._values").attr("Layer");
  nb::list layers;
  for (int32_t i = 0; i < self.answer.layer_count; ++i) {
    layers.append(layer(nb::str(ansinh_layer_name(self.book(), self.answer.layer[i])),
                        nb::str(ansinh_programme_id(self.book(), self.answer.layer_programme[i])),
                        self.answer.layer_amount[i],
                        nb::str(self.answer.layer_source[i] == ANSINH_FUND ? "fund" : "budget")));
  }
  return nb::tuple(layers);
}

std::string json_of(const Assessment& self) {
  return text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_assess_json(self.book(), &self.request, ANSINH_EN, buffer, capacity, length);
  });
}

std::string explain(const Assessment& self, nb::handle language) {
  return text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_explain(self.book(), &self.request, ANSINH_TEXT, language_of(language), buffer, capacity, length);
  });
}

nb::object explanation(const Assessment& self, nb::handle language) {
  return json_loads(text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_explain(self.book(), &self.request, ANSINH_JSON, language_of(language), buffer, capacity, length);
  }));
}

std::string summary(const Assessment& self, nb::handle language) {
  return text_of([&](char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_summary(self.book(), &self.request, language_of(language), buffer, capacity, length);
  });
}

nb::object schedule(const Assessment& self) {
  const nb::object month = nb::module_::import_("ansinh._values").attr("ScheduleMonth");
  std::array<ansinh_schedule_month, 120> months{};
  months[0].size = sizeof months[0];
  std::size_t count = 0;
  const int32_t status = ansinh_schedule(self.book(), &self.request, months.data(), months.size(), &count, nullptr);
  if (status != ANSINH_OK) raise_call(status);
  nb::list list;
  for (std::size_t i = 0; i < count; ++i) {
    const ansinh_schedule_month& m = months[i];
    nb::object name = nb::none();
    if (m.month != ANSINH_NOT_GIVEN) {
      const int year = 1970 + m.month / 12;
      const int number = m.month % 12 + 1;
      name = nb::str((std::to_string(year) + (number < 10 ? "-0" : "-") + std::to_string(number)).c_str());
    }
    list.append(month(i + 1, name, m.exponent, m.contribution, m.central_support, m.local_top_up,
                      m.contribution_so_far, m.central_support_so_far, m.local_top_up_so_far));
  }
  return nb::tuple(list);
}

bool same(const Assessment& a, const Assessment& b) {
  return std::memcmp(&a.answer, &b.answer, sizeof a.answer) == 0 &&
         std::memcmp(&a.request, &b.request, sizeof a.request) == 0 &&
         std::strcmp(ansinh_book_digest(a.book()), ansinh_book_digest(b.book())) == 0;
}

nb::bytes request_bytes(const Assessment& self) {
  return nb::bytes{reinterpret_cast<const char*>(&self.request), sizeof self.request};
}

// The same request under the same law gives the same answer, so that a request is all that has to be kept.
Assessment replay(nb::object law, nb::bytes request) {
  ansinh_request kept = ANSINH_REQUEST_INIT;
  if (request.size() != sizeof kept) throw nb::value_error("no request of this version");
  std::memcpy(&kept, request.c_str(), sizeof kept);
  return assessed(law_of(law), kept);
}

constexpr const char* assess_doc = R"(One payment of voluntary social insurance (BHXH tự nguyện): what is due, who pays what of it.

Exact to the đồng. Every amount is in VND for the whole payment, income in VND per month.

paid_on            day of payment; selects every dated value of law
income             contributory income, VND per month (int)
term               1, 3, 6, 12 months; "VS2"..."VS5" years ahead; "TH1"..."TH120" missing months; "DB1", "DB3", "DB6",
                   "DB12" late make-up
groups             names out of "poor", "island", "near_poor", "ethnic_minority" and those of local programmes
province           code of two digits in the list in force since 2025-07-01, such as "01"
former_province    code of two digits in the list before
locality           code of a former district (3 digits) or commune (5 digits)
first_month        first month covered, "2026-11" or a date in it; default: that of paid_on
months_supported   months of central support already received, 0...120
local_months_used  months received under a local programme's own limit, 0...600
fund_return_rate   r per month, Decimal or text, at most 9 decimals; default: the published one
other_support      VND given by others for this payment
th_support         "compounded" or "nominal": support for missing months; default: by the day
strict             refuse what is not settled or locally unknown
law                an ansinh.Law; default: the built-in one

Raises ansinh.Refused where the law refuses the payment or a value is out of its range, TypeError for a value of a wrong
type (a float among them: it cannot hold every amount exactly).

Source: Law 41/2024/QH15 art. 31, 36; Decree 159/2025/NĐ-CP art. 5-7; before 2025-07-01 Law 58/2014/QH13 art. 87,
Decree 134/2015/NĐ-CP; every step of an answer names its own (`explain`).)";

}  // namespace

void define_assessment(nb::module_& module) {
  nb::class_<Assessment>(module, "Assessment",
                         "What is due for one payment: immutable, VND for the whole payment. "
                         "contribution = central_support + local_top_up + other_support + participant_share.")
      .def_prop_ro("contribution", [](const Assessment& a) { return a.answer.contribution; }, "VND due in all.")
      .def_prop_ro("central_support", [](const Assessment& a) { return a.answer.central_support; },
                   "VND paid by the State.")
      .def_prop_ro("local_top_up", [](const Assessment& a) { return a.answer.local_top_up; },
                   "VND paid by province, locality and further layers.")
      .def_prop_ro("province_top_up", [](const Assessment& a) { return a.answer.province_top_up; },
                   "VND paid by the province.")
      .def_prop_ro("locality_top_up", [](const Assessment& a) { return a.answer.locality_top_up; },
                   "VND paid by the locality.")
      .def_prop_ro("other_support", [](const Assessment& a) { return a.answer.other_support; },
                   "VND paid by organisations or individuals.")
      .def_prop_ro("participant_share", [](const Assessment& a) { return a.answer.participant_share; },
                   "VND left for the participant.")
      .def_prop_ro("months", [](const Assessment& a) { return a.answer.months; }, "Months covered.")
      .def_prop_ro("supported_months", [](const Assessment& a) { return a.answer.supported_months; },
                   "Of these, months supported by the State.")
      .def_prop_ro("flags", [](const Assessment& a) { return flags_of(a.answer); },
                   nb::sig("def flags(self) -> frozenset[str]"),
                   "What the answer rests on: projected, off_step, support_cut, support_exhausted, local_unknown, "
                   "unsettled.")
      .def_prop_ro("settled", [](const Assessment& a) {
        return (a.answer.flags & (ANSINH_UNSETTLED | ANSINH_LOCAL_UNKNOWN)) == 0;
      }, "Whether nothing of the answer is unsettled or locally unknown.")
      .def_prop_ro("layers", layers_of, nb::sig("def layers(self) -> tuple[Layer, ...]"),
                   "What each local layer gives, VND after the cut.")
      .def_prop_ro("law", [](const Assessment& a) { return a.law; }, nb::sig("def law(self) -> Law"),
                   "The law by which it was computed.")
      .def("explain", explain, "language"_a = "vi", nb::sig("def explain(self, language: Language = \"vi\") -> str"),
           "Every step with its article and standing, as text; \"vi\" or \"en\".")
      .def("explanation", explanation, "language"_a = "en",
           nb::sig("def explanation(self, language: Language = \"en\") -> dict[str, Any]"),
           "The same as a dict: steps, doubts, conditions, notes, law digest.")
      .def("summary", summary, "language"_a = "vi", nb::sig("def summary(self, language: Language = \"vi\") -> str"),
           "Who pays what, in a few lines to be read aloud; \"vi\" or \"en\".")
      .def("schedule", schedule, nb::sig("def schedule(self) -> tuple[ScheduleMonth, ...]"),
           "The payment month by month; its columns add up to the answer.")
      .def("as_dict", [](const Assessment& a) { return json_loads(json_of(a)); },
           nb::sig("def as_dict(self) -> dict[str, Any]"), "The object of `ansinh assess --format json`.")
      .def("__repr__", [](const Assessment& a) {
        return "Assessment(contribution=" + std::to_string(a.answer.contribution) +
               ", central_support=" + std::to_string(a.answer.central_support) +
               ", local_top_up=" + std::to_string(a.answer.local_top_up) +
               ", other_support=" + std::to_string(a.answer.other_support) +
               ", participant_share=" + std::to_string(a.answer.participant_share) +
               ", months=" + std::to_string(a.answer.months) + ", flags={" +
               nb::cast<std::string>(nb::str(", ").attr("join")(
                   nb::module_::import_("builtins").attr("sorted")(flags_of(a.answer)))) +
               "})";
      })
      .def("_repr_html_", [](const Assessment& a) {
        return nb::module_::import_("ansinh._notebook").attr("assessment_html")(nb::cast(a, nb::rv_policy::reference));
      }, nb::sig("def _repr_html_(self) -> str"))
      .def("__eq__", [](const Assessment& a, nb::handle other) -> nb::object {
        if (!nb::isinstance<Assessment>(other)) return nb::borrow(Py_NotImplemented);
        return nb::bool_(same(a, nb::cast<const Assessment&>(other)));
      }, nb::sig("def __eq__(self, other: object) -> bool"))
      .def("__hash__", [](const Assessment& a) { return nb::hash(request_bytes(a)); })
      .def("__copy__", [](nb::object self) { return self; }, nb::sig("def __copy__(self) -> Assessment"))
      .def("__deepcopy__", [](nb::object self, nb::handle) { return self; },
           nb::sig("def __deepcopy__(self, memo: object) -> Assessment"))
      .def("__reduce__", [](const Assessment& a) {
        return nb::make_tuple(nb::module_::import_("ansinh._replay").attr("answer"),
                              nb::make_tuple(a.law, request_bytes(a)));
      }, nb::sig("def __reduce__(self) -> tuple[Any, ...]"));

  module.def("_replay", replay, "law"_a, "request"_a);
  module.def("assess", assess, "paid_on"_a, "income"_a, nb::kw_only(), "term"_a = 1, "groups"_a = nb::none(),
             "province"_a = nb::none(), "former_province"_a = nb::none(), "locality"_a = nb::none(),
             "first_month"_a = nb::none(), "months_supported"_a = nb::none(), "local_months_used"_a = nb::none(),
             "fund_return_rate"_a = nb::none(), "other_support"_a = nb::none(), "th_support"_a = nb::none(),
             "strict"_a = false, "law"_a = nb::none(), assess_doc);
}

}  // namespace ansinh_python
