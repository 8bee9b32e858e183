#include "capi/tally.hpp"

#include <algorithm>
#include <string>

#include "ansinh/lists.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text_out.hpp"

namespace ansinh::capi {
namespace {

__extension__ using UInt128 = unsigned __int128;
constexpr std::size_t counted_statuses = std::tuple_size_v<decltype(Tally::by_status)>;
static_assert(counted_statuses <= std::size(ansinh_tally{}.by_status));

Int128 sum_of(const std::uint64_t (&words)[2]) {
  return static_cast<Int128>(static_cast<UInt128>(words[1]) << 64 | words[0]);
}
void put(Int128 sum, std::uint64_t (&words)[2]) {
  words[0] = static_cast<std::uint64_t>(static_cast<UInt128>(sum));
  words[1] = static_cast<std::uint64_t>(static_cast<UInt128>(sum) >> 64);
}

}  // namespace

ansinh_tally no_tally() {
  ansinh_tally tally{};
  tally.size = sizeof tally;
  return tally;
}

Tally tally_of(const ansinh_tally& given) {
  Tally tally;
  tally.rows = given.rows;
  std::copy_n(given.by_status, counted_statuses, tally.by_status.begin());
  tally.contribution = sum_of(given.contribution);
  tally.central_support = sum_of(given.central_support);
  tally.local_top_up = sum_of(given.local_top_up);
  tally.province_top_up = sum_of(given.province_top_up);
  tally.locality_top_up = sum_of(given.locality_top_up);
  tally.other_support = sum_of(given.other_support);
  tally.participant_share = sum_of(given.participant_share);
  tally.by_source = {sum_of(given.from_budget), sum_of(given.from_fund)};
  return tally;
}

ansinh_tally tally_of(const Tally& tally) {
  ansinh_tally whole = no_tally();
  whole.rows = tally.rows;
  std::copy(tally.by_status.begin(), tally.by_status.end(), whole.by_status);
  put(tally.contribution, whole.contribution);
  put(tally.central_support, whole.central_support);
  put(tally.local_top_up, whole.local_top_up);
  put(tally.province_top_up, whole.province_top_up);
  put(tally.locality_top_up, whole.locality_top_up);
  put(tally.other_support, whole.other_support);
  put(tally.participant_share, whole.participant_share);
  put(tally.by_source[static_cast<std::size_t>(SourceOfMoney::budget)], whole.from_budget);
  put(tally.by_source[static_cast<std::size_t>(SourceOfMoney::fund)], whole.from_fund);
  return whole;
}

void add_to(ansinh_tally* into, const Tally& more) {
  Tally sum = tally_of(read_struct(into, no_tally()));
  sum.add(more);
  write_struct(into, tally_of(sum));
}

}  // namespace ansinh::capi

extern "C" {

int32_t ansinh_tally_init(ansinh_tally* tally, uint32_t size) {
  using namespace ansinh::capi;
  if (tally == nullptr) return ANSINH_CALL_NULL;
  if (!known_size<ansinh_tally>(size)) return ANSINH_CALL_STRUCT_SIZE;
  tally->size = size;
  write_struct(tally, no_tally());
  return ANSINH_OK;
}

int32_t ansinh_tally_merge(ansinh_tally* tally, const ansinh_tally* other) {
  using namespace ansinh::capi;
  if (const auto wrong = check_struct(tally); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_struct(other); wrong != ANSINH_OK) return wrong;
  add_to(tally, tally_of(read_struct(other, no_tally())));
  return ANSINH_OK;
}

int32_t ansinh_sum_text(const uint64_t* sum, char* buffer, size_t capacity, size_t* length) {
  using namespace ansinh::capi;
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (sum == nullptr) return ANSINH_CALL_NULL;
    if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
    const std::uint64_t words[2] = {sum[0], sum[1]};
    return out.put(ansinh::sum_text(sum_of(words)), ANSINH_OK);
  });
}

int32_t ansinh_tally_json(const ansinh_book* book, const ansinh_tally* tally, char* buffer, size_t capacity,
                          size_t* length) {
  using namespace ansinh::capi;
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check_struct(tally); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
    ansinh::Totals totals;
    totals.add(tally_of(read_struct(tally, no_tally())));
    return out.put(totals.json(law_of(book).digest()), ANSINH_OK);
  });
}

}  // extern "C"
