// The names of parameters and other words of law, as JSON and program options write them. Append-only.
#include <array>

#include "ansinh/law.hpp"

namespace ansinh {
namespace {

constexpr std::array<std::string_view, parameter_count> parameter_names{
    "contribution_rate",
    "base_salary",
    "rural_poverty_line",
    "income_floor_basis",
    "income_ceiling_multiple",
    "income_step",
    "income_step_rule",
    "payment_terms",
    "missing_months_max",
    "due_window.1",
    "due_window.3",
    "due_window.6",
    "due_window.12",
    "support_from",
    "support_cap_months",
    "support_rate.poor",
    "support_rate.island",
    "support_rate.near_poor",
    "support_rate.ethnic_minority",
    "support_rate.other",
    "fund_return_rate",
    "th_support",
    "refund_reasons",
};

struct ValueText {
  std::string operator()(Money v) const { return std::to_string(v.dong()); }
  std::string operator()(Rate v) const { return v.text(); }
  std::string operator()(int v) const { return std::to_string(v); }
  std::string operator()(Month v) const { return v.text(); }
  std::string operator()(FloorBasis v) const {
    return v == FloorBasis::base_salary ? "base_salary" : "rural_poverty_line";
  }
  std::string operator()(StepRule v) const { return v == StepRule::required ? "required" : "noted"; }
  std::string operator()(TermSet v) const {
    struct Named {
      TermSet::Bit bit;
      const char* name;
    };
    std::string out;
    for (const auto& [bit, term] :
         {Named{TermSet::one, "1"}, Named{TermSet::three, "3"}, Named{TermSet::six, "6"}, Named{TermSet::twelve, "12"},
          Named{TermSet::years_ahead, "VS"}, Named{TermSet::missing, "TH"}, Named{TermSet::late, "DB"}}) {
      if (!v.has(bit)) continue;
      if (!out.empty()) out += ',';
      out += term;
    }
    return out;
  }
  std::string operator()(ThSupport v) const { return std::string{name(v)}; }
  std::string operator()(RefundReasons v) const {
    std::string out;
    for (const RefundReason reason : all_refund_reasons) {
      if (!v.has(reason)) continue;
      if (!out.empty()) out += ',';
      out += name(reason);
    }
    return out;
  }
};

}  // namespace

std::string_view name(Parameter parameter) { return parameter_names[static_cast<std::size_t>(parameter)]; }

std::optional<Parameter> parameter_from_name(std::string_view name) {
  for (std::size_t i = 0; i < parameter_names.size(); ++i) {
    if (parameter_names[i] == name) return static_cast<Parameter>(i);
  }
  return std::nullopt;
}

std::string_view name(RecordKind kind) {
  switch (kind) {
    case RecordKind::none: return "none";
    case RecordKind::none_found: return "none_found";
    case RecordKind::unknown: return "unknown";
    case RecordKind::draft: return "draft";
  }
  return "";
}

std::string_view name(Displaces displaces) {
  switch (displaces) {
    case Displaces::fitting: return "fitting";
    case Displaces::all: return "all";
    case Displaces::none: return "none";
  }
  return "";
}

std::string_view name(SourceOfMoney source) { return source == SourceOfMoney::budget ? "budget" : "fund"; }

std::string_view name(ThSupport edition) { return edition == ThSupport::compounded ? "compounded" : "nominal"; }

std::string_view name(RefundReason reason) {
  switch (reason) {
    case RefundReason::compulsory: return "compulsory";
    case RefundReason::withdrawal: return "withdrawal";
    case RefundReason::death: return "death";
    case RefundReason::pension: return "pension";
  }
  return "";
}

std::string text(const LawValue& value) { return std::visit(ValueText{}, value); }

bool TermSet::allows(Term term) const {
  switch (term.kind()) {
    case Term::Kind::months:
      switch (term.n()) {
        case 1: return has(one);
        case 3: return has(three);
        case 6: return has(six);
        default: return has(twelve);
      }
    case Term::Kind::years_ahead: return has(years_ahead);
    case Term::Kind::missing_months: return has(missing);
    case Term::Kind::late: return has(late);
  }
  return false;
}

}  // namespace ansinh
