// Answers of the library as those of the C interface.
#pragma once

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/refund.hpp"
#include "ansinh/result.hpp"
#include "capi/sized.hpp"

namespace ansinh::capi {

template <class Answer, class Outcome>
void put_layers(const Outcome& outcome, Answer& answer) {
  static_assert(max_layers == ANSINH_MAX_LAYERS);
  for (const LayerAmount& layer : outcome.layers()) {
    const int at = answer.layer_count++;
    answer.layer_amount[at] = layer.amount.dong();
    answer.layer_programme[at] = layer.programme;
    answer.layer[at] = layer.layer;
    answer.layer_source[at] = static_cast<std::uint8_t>(layer.source);
  }
}

template <class Answer>
Answer refused(const Fault& fault) {
  Answer answer{};
  answer.status = static_cast<std::int32_t>(fault.code);
  answer.field = fault.code == Errc::invalid_argument ? static_cast<std::int32_t>(fault.field) : ANSINH_NOT_GIVEN;
  return answer;
}

inline ansinh_answer answer_of(const Assessment& assessment) {
  ansinh_answer answer{};
  answer.field = ANSINH_NOT_GIVEN;
  answer.flags = assessment.flags.bits();
  answer.contribution = assessment.contribution.dong();
  answer.central_support = assessment.central_support.dong();
  answer.local_top_up = assessment.local_top_up.dong();
  answer.province_top_up = assessment.province_top_up.dong();
  answer.locality_top_up = assessment.locality_top_up.dong();
  answer.other_support = assessment.other_support.dong();
  answer.participant_share = assessment.participant_share.dong();
  answer.months = assessment.months;
  answer.supported_months = assessment.supported_months;
  put_layers(assessment, answer);
  return answer;
}

inline ansinh_refund_answer answer_of(const Refund& refund) {
  ansinh_refund_answer answer{};
  answer.field = ANSINH_NOT_GIVEN;
  answer.flags = refund.flags.bits();
  answer.gross = refund.gross.dong();
  answer.central_support = refund.central_support.dong();
  answer.local_top_up = refund.local_top_up.dong();
  answer.province_top_up = refund.province_top_up.dong();
  answer.locality_top_up = refund.locality_top_up.dong();
  answer.other_support = refund.other_support.dong();
  answer.refund = refund.refund.dong();
  answer.months = refund.months;
  put_layers(refund, answer);
  return answer;
}

// Writes the answer or its refusal, and gives the status.
template <class Answer, class Outcome>
std::int32_t put_outcome(const Result<Outcome>& outcome, Answer* into) {
  const Answer whole = outcome ? answer_of(*outcome) : refused<Answer>(outcome.fault());
  write_struct(into, whole);
  return whole.status;
}

}  // namespace ansinh::capi
