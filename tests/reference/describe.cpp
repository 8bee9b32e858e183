#include "reference/reference.hpp"

namespace reference {

using ansinh::Errc;
using ansinh::Request;

std::vector<std::string> flag_names(unsigned bits) {
  static const char* const names[] = {"projected",         "off_step",      "support_cut",
                                      "support_exhausted", "local_unknown", "unsettled"};
  std::vector<std::string> found;
  for (unsigned i = 0; i < 6; ++i) {
    if ((bits >> i & 1U) != 0) found.emplace_back(names[i]);
  }
  return found;
}

Outcome outcome_of(const ansinh::LawBook& book, const ansinh::Result<ansinh::Assessment>& result) {
  Outcome out;
  if (!result.ok()) {
    out.status = result.fault().code;
    out.field = result.fault().field;
    out.parameter = result.fault().parameter;
    return out;
  }
  const ansinh::Assessment& a = *result;
  out.contribution = a.contribution.dong();
  out.central_support = a.central_support.dong();
  out.local_top_up = a.local_top_up.dong();
  out.province_top_up = a.province_top_up.dong();
  out.locality_top_up = a.locality_top_up.dong();
  out.other_support = a.other_support.dong();
  out.participant_share = a.participant_share.dong();
  out.months = a.months;
  out.supported_months = a.supported_months;
  out.flags = a.flags.bits();
  for (const ansinh::LayerAmount& layer : a.layers()) {
    out.layers.push_back({book.layers()[layer.layer], book.programmes()[layer.programme].id, layer.amount.dong(),
                          layer.source == ansinh::SourceOfMoney::fund ? "fund" : "budget"});
  }
  return out;
}

bool same(const Outcome& a, const Outcome& b) {
  if (a.status != b.status) return false;
  if (a.status != Errc::ok) return a.field == b.field;
  return a.contribution == b.contribution && a.central_support == b.central_support &&
         a.local_top_up == b.local_top_up && a.province_top_up == b.province_top_up &&
         a.locality_top_up == b.locality_top_up && a.other_support == b.other_support &&
         a.participant_share == b.participant_share && a.months == b.months &&
         a.supported_months == b.supported_months && a.flags == b.flags && a.layers == b.layers;
}

std::string describe(const Request& q) {
  std::string text = "paid_on " + q.paid_on.text();
  if (q.first_month) text += ", first_month " + q.first_month->text();
  text += ", income " + std::to_string(q.income.dong()) + ", term " + q.term.text() + ", groups bits " +
          std::to_string(q.groups.bits());
  if (q.place.province) text += ", province " + q.place.province->text();
  if (q.place.former_province) text += ", former_province " + q.place.former_province->text();
  if (q.place.locality) text += ", locality " + q.place.locality->text();
  text += ", months_supported " + std::to_string(q.months_supported);
  if (q.local_months_used) text += ", local_months_used " + std::to_string(*q.local_months_used);
  if (q.fund_return_rate) text += ", fund_return_rate " + q.fund_return_rate->text();
  text += ", other_support " + std::to_string(q.other_support.dong());
  if (q.th_support) text += *q.th_support == ansinh::ThSupport::compounded ? ", compounded" : ", nominal";
  return text;
}

std::string describe(const Outcome& o) {
  if (o.status != Errc::ok) {
    return "refused with code " + std::to_string(static_cast<int>(o.status)) + " in field " +
           std::to_string(static_cast<int>(o.field)) + " (" + o.parameter + ")";
  }
  std::string text = "contribution " + std::to_string(o.contribution) + ", central " +
                     std::to_string(o.central_support) + ", local " + std::to_string(o.local_top_up) + " (province " +
                     std::to_string(o.province_top_up) + ", locality " + std::to_string(o.locality_top_up) +
                     "), other " + std::to_string(o.other_support) + ", share " + std::to_string(o.participant_share) +
                     ", months " + std::to_string(o.months) + "/" + std::to_string(o.supported_months) + ", flags";
  for (const std::string& flag : flag_names(o.flags)) text += ' ' + flag;
  for (const Layer& layer : o.layers) {
    text += ", " + layer.layer + '=' + layer.programme + ':' + std::to_string(layer.amount) + '/' + layer.source;
  }
  return text;
}

}  // namespace reference
