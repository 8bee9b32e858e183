// Names and words of codes. The library's are literals, so that each ends with a NUL; a test holds every one to that.
#include <array>
#include <bit>
#include <string_view>

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/report.hpp"
#include "ansinh/result.hpp"
#include "capi/text_out.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

struct CallStatus {
  const char* name;
  const char* vi;
  const char* en;
};
constexpr std::array<CallStatus, 10> call_statuses{{
    {"call_null", "thiếu con trỏ bắt buộc", "a required pointer is null"},
    {"call_struct_size", "kích thước cấu trúc không hợp lệ", "the size of a struct is not known"},
    {"call_buffer_too_small", "bộ đệm quá nhỏ", "the buffer is too small"},
    {"call_no_memory", "không đủ bộ nhớ", "out of memory"},
    {"call_overlay", "tệp luật bổ sung bị từ chối", "the overlay is refused"},
    {"call_columns", "các cột không hợp lệ", "the columns cannot be taken"},
    {"call_handle", "đối tượng không hợp lệ hoặc đã được giải phóng", "no handle, or one that was freed"},
    {"call_bad_code", "mã không tồn tại", "no such code"},
    {"call_arrow", "mảng Arrow không hợp lệ", "the Arrow array cannot be taken"},
    {"call_internal", "lỗi bên trong thư viện", "a fault of the library itself"},
}};

const CallStatus* call_status(std::int32_t status) {
  if (status < ANSINH_CALL_NULL || status > ANSINH_CALL_INTERNAL) return nullptr;
  return &call_statuses[static_cast<std::size_t>(status - ANSINH_CALL_NULL)];
}

bool is_request_status(std::int32_t status) { return status >= ANSINH_OK && status <= ANSINH_DOES_NOT_FIT; }
Errc errc(std::int32_t status) { return static_cast<Errc>(status); }

bool is_field(std::int32_t field) { return field >= ANSINH_FIELD_PAID_ON && field <= ANSINH_FIELD_FIXED_FACTOR; }
Field field_of(std::int32_t field) { return static_cast<Field>(field); }

bool is_flag(std::uint32_t flag) { return std::has_single_bit(flag) && flag <= ANSINH_UNSETTLED; }
Flag flag_of(std::uint32_t flag) { return static_cast<Flag>(flag); }

}  // namespace

extern "C" {

const char* ansinh_status_name(int32_t status) {
  if (const CallStatus* call = call_status(status)) return call->name;
  return is_request_status(status) ? name(errc(status)).data() : nullptr;
}

const char* ansinh_status_text(int32_t status, int32_t language) {
  if (!is_language(language)) return nullptr;
  if (const CallStatus* call = call_status(status)) return language == ANSINH_EN ? call->en : call->vi;
  return is_request_status(status) ? words(errc(status), language_of(language)).data() : nullptr;
}

const char* ansinh_field_name(int32_t field) { return is_field(field) ? name(field_of(field)).data() : nullptr; }

const char* ansinh_field_text(int32_t field, int32_t language) {
  if (!is_field(field) || !is_language(language)) return nullptr;
  return words(field_of(field), language_of(language)).data();
}

const char* ansinh_flag_name(uint32_t flag) { return is_flag(flag) ? name(flag_of(flag)).data() : nullptr; }

const char* ansinh_flag_text(uint32_t flag, int32_t language) {
  if (!is_flag(flag) || !is_language(language)) return nullptr;
  return words(flag_of(flag), language_of(language)).data();
}

}  // extern "C"
