// The C interface: whatever stands in a struct, a text, a column or an Arrow array, the call ends with a status, writes
// no further than it was allowed, and what it answers adds up and is the same by every way in.
//
// The first byte chooses the way; the rest is what goes in.
#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/ansinh.h"
#include "require.hpp"

namespace {

const ansinh_book* law() {
  static ansinh_book* const book = [] {
    ansinh_book* made = nullptr;
    ansinh_book_create(nullptr, nullptr, 0, ANSINH_EN, &made, nullptr, 0, nullptr);
    return made;
  }();
  return book;
}

ansinh_workspace* workspace() {
  static ansinh_workspace* const room = [] {
    ansinh_workspace* made = nullptr;
    ansinh_workspace_create(&made);
    return made;
  }();
  return room;
}

// The input, taken from the front; zeros once it is used up.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_{bytes} {}
  template <class T>
  T take() {
    T value{};
    const std::size_t size = std::min(bytes_.size(), sizeof value);
    if (size > 0) std::memcpy(&value, bytes_.data(), size);
    bytes_.remove_prefix(size);
    return value;
  }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
};

// A text of a call, with the rule about its buffer.
template <class Call>
std::string text_of(const fuzz::Requirements& require, Call call, int32_t& status) {
  size_t length = 12345;
  status = call(static_cast<char*>(nullptr), size_t{0}, &length);
  if (status != ANSINH_CALL_BUFFER_TOO_SMALL) return {};
  std::string room(length + 1, '\x7f');
  size_t again = 0;
  status = call(room.data(), length, &again);
  require(status == ANSINH_CALL_BUFFER_TOO_SMALL && again == length && room == std::string(length + 1, '\x7f'),
          "a buffer one byte short is left alone");
  status = call(room.data(), length + 1, &again);
  require(status != ANSINH_CALL_BUFFER_TOO_SMALL && again == length && room[length] == '\0',
          "the text fits its length");
  room.pop_back();
  require(room.find('\0') == std::string::npos, "a text holds no NUL");
  return room;
}

void check_answer(const fuzz::Requirements& require, const ansinh_answer& answer) {
  if (answer.status != ANSINH_OK) {
    require(answer.contribution == 0 && answer.participant_share == 0 && answer.layer_count == 0,
            "a refused request has no amounts");
    require((answer.status == ANSINH_INVALID_ARGUMENT) == (answer.field != ANSINH_NOT_GIVEN),
            "what is malformed names its field");
    return;
  }
  require(answer.contribution ==
              answer.central_support + answer.local_top_up + answer.other_support + answer.participant_share,
          "the parts add up");
  require(answer.central_support >= 0 && answer.local_top_up >= 0 && answer.participant_share >= 0,
          "no part is below zero");
  require(answer.layer_count >= 0 && answer.layer_count <= ANSINH_MAX_LAYERS, "layers are counted");
}

// A request out of any bytes.
void one_request(const fuzz::Requirements& require, Bytes bytes) {
  auto request = bytes.take<ansinh_request>();
  ansinh_answer answer = {};
  answer.size = sizeof answer;
  if (bytes.take<std::uint8_t>() % 8 != 0) request.size = sizeof request, request.options &= 1;
  const int32_t status = ansinh_assess(law(), nullptr, &request, &answer);
  if (status > ANSINH_DOES_NOT_FIT) {
    require(status == ANSINH_CALL_STRUCT_SIZE || status == ANSINH_CALL_BAD_CODE, "a call is refused for what is wrong");
    return;
  }
  check_answer(require, answer);
  ansinh_answer again = {};
  again.size = sizeof again;
  require(ansinh_assess(law(), workspace(), &request, &again) == status &&
              again.participant_share == answer.participant_share,
          "a workspace changes no answer");
  int32_t told = 0;
  const std::string json = text_of(
      require, [&](char* b, size_t c, size_t* l) { return ansinh_assess_json(law(), &request, ANSINH_VI, b, c, l); },
      told);
  require(told == status && json.starts_with("{\"status\":\"" + std::string{ansinh_status_name(status)} + '"'),
          "the JSON has the same status");
  for (const int32_t format : {ANSINH_TEXT, ANSINH_JSON}) {
    text_of(
        require,
        [&](char* b, size_t c, size_t* l) { return ansinh_explain(law(), &request, format, ANSINH_EN, b, c, l); },
        told);
    require(told == status, "an explanation has the same status");
  }
  std::array<ansinh_schedule_month, 120> months{};
  months[0].size = sizeof months[0];
  size_t count = 0;
  require(ansinh_schedule(law(), &request, months.data(), months.size(), &count, &again) == status,
          "the account has the same status");
  std::int64_t sum = 0;
  for (size_t i = 0; i < count; ++i) sum += months[i].contribution;
  require(sum == answer.contribution, "the months add up to the contribution");

  auto refund = bytes.take<ansinh_refund_request>();
  refund.size = sizeof refund;
  ansinh_refund_answer back = {};
  back.size = sizeof back;
  if (ansinh_refund(law(), &request, &refund, &back) == ANSINH_OK) {
    require(back.refund >= 0 && back.refund <= answer.participant_share, "no more goes back than was paid");
  }
}

// Texts of fields, one a line.
void texts(const fuzz::Requirements& require, std::string_view bytes) {
  std::array<const char*, 20> text{};
  std::array<size_t, 20> length{};
  size_t count = 0;
  for (; count < text.size() && !bytes.empty(); ++count) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    text[count] = bytes.data();
    length[count] = end;
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  ansinh_request request = ANSINH_REQUEST_INIT;
  int32_t status = 0;
  const std::string refusal = text_of(
      require,
      [&](char* b, size_t c, size_t* l) {
        return ansinh_read_request(law(), text.data(), length.data(), count, &request, ANSINH_VI, b, c, l);
      },
      status);
  require(status == ANSINH_OK || status == ANSINH_INVALID_ARGUMENT || status == ANSINH_CALL_BAD_CODE,
          "texts are read, malformed, or too many");
  require(refusal.empty() == (status != ANSINH_INVALID_ARGUMENT), "what is malformed is told");
  if (status != ANSINH_OK) return;
  ansinh_answer answer = {};
  answer.size = sizeof answer;
  ansinh_assess(law(), workspace(), &request, &answer);
  check_answer(require, answer);
}

void overlay(const fuzz::Requirements& require, std::string_view bytes) {
  // Laid over nothing, so that a book is made in no time.
  const std::string json = "{\"base\":\"none\"," + std::string{bytes};
  const char* text = json.c_str();
  const size_t length = json.size();
  ansinh_book* book = nullptr;
  int32_t status = 0;
  const std::string fault = text_of(
      require,
      [&](char* b, size_t c, size_t* l) { return ansinh_book_create(&text, &length, 1, ANSINH_EN, &book, b, c, l); },
      status);
  require((book != nullptr) == (status == ANSINH_OK), "a book is made or refused");
  require(fault.empty() == (status == ANSINH_OK), "what is refused is told");
  if (book != nullptr) require(std::strlen(ansinh_book_digest(book)) > 10, "a book has a digest");
  ansinh_book_free(book);
}

// Columns of any values, each row against the same request by itself.
void columns(const fuzz::Requirements& require, Bytes bytes) {
  constexpr std::size_t most = 40;
  std::vector<std::int64_t> income, other;
  std::vector<std::uint16_t> days, groups, first, used;
  std::vector<std::uint8_t> term, supported, th;
  std::vector<std::int32_t> rate;
  while (!bytes.empty() && income.size() < most) {
    income.push_back(bytes.take<std::uint8_t>() % 4 == 0 ? bytes.take<std::int64_t>()
                                                         : 700'000 + 50'000 * bytes.take<std::uint8_t>());
    days.push_back(bytes.take<std::uint16_t>());
    groups.push_back(static_cast<std::uint16_t>(bytes.take<std::uint8_t>()));
    term.push_back(bytes.take<std::uint8_t>());
    supported.push_back(bytes.take<std::uint8_t>());
    const auto which = bytes.take<std::uint8_t>();
    first.push_back((which & 1) != 0 ? bytes.take<std::uint16_t>() : std::uint16_t{ANSINH_COLUMN_NO_FIRST_MONTH});
    used.push_back((which & 2) != 0 ? bytes.take<std::uint16_t>() : std::uint16_t{ANSINH_COLUMN_NO_LOCAL_MONTHS_USED});
    rate.push_back((which & 4) != 0 ? bytes.take<std::int32_t>() : ANSINH_COLUMN_NO_FUND_RETURN_RATE);
    other.push_back((which & 8) != 0 ? bytes.take<std::int64_t>() : 0);
    th.push_back((which & 16) != 0 ? bytes.take<std::uint8_t>() : std::uint8_t{ANSINH_COLUMN_NO_TH_SUPPORT});
  }
  std::vector<std::int64_t> share(income.size()), contribution(income.size());
  std::vector<std::uint8_t> status(income.size());
  ansinh_tally tally;
  ansinh_tally_init(&tally, sizeof tally);
  ansinh_columns given = {};
  given.size = sizeof given;
  given.money_bits = 64;
  given.rows = income.size();
  given.income = income.data();
  given.paid_on = days.data();
  given.groups = groups.data();
  given.term = term.data();
  given.months_supported = supported.data();
  given.first_month = first.data();
  given.local_months_used = used.data();
  given.fund_return_rate = rate.data();
  given.other_support = other.data();
  given.th_support = th.data();
  given.contribution = contribution.data();
  given.participant_share = share.data();
  given.status = status.data();
  given.tallies = &tally;
  given.tally_count = 1;
  require(ansinh_assess_columns(law(), workspace(), &given, nullptr) == ANSINH_OK, "columns are taken");
  require(tally.rows == income.size(), "every row is counted");
  for (std::size_t i = 0; i < income.size(); ++i) {
    ansinh_request request = ANSINH_REQUEST_INIT;
    request.paid_on = ansinh_day(2008, 1, 1) + days[i];
    request.income = income[i];
    request.groups = groups[i];
    request.term = term[i];
    request.months_supported = supported[i];
    if (first[i] != ANSINH_COLUMN_NO_FIRST_MONTH) request.first_month = ansinh_month(2008, 1) + first[i];
    if (used[i] != ANSINH_COLUMN_NO_LOCAL_MONTHS_USED) request.local_months_used = used[i];
    if (rate[i] != ANSINH_COLUMN_NO_FUND_RETURN_RATE) request.fund_return_rate = rate[i];
    request.other_support = other[i];
    if (th[i] != ANSINH_COLUMN_NO_TH_SUPPORT) request.th_support = th[i];
    // The numbers that mean "not given" in a struct are refused in a column.
    if (income[i] == ANSINH_NO_AMOUNT || other[i] == ANSINH_NO_AMOUNT || request.fund_return_rate == ANSINH_NOT_GIVEN) {
      continue;
    }
    ansinh_answer answer = {};
    answer.size = sizeof answer;
    require(ansinh_assess(law(), workspace(), &request, &answer) == status[i], "a row's status is that of its request");
    require(answer.participant_share == share[i] && answer.contribution == contribution[i],
            "a row's amounts are those of its request");
  }
}

// A column of any type over any bytes, and enough of them.
void arrow(const fuzz::Requirements& require, Bytes bytes) {
  static constexpr std::array<const char*, 24> formats{"c", "C",  "s",   "S",  "i", "I",     "l",      "L",
                                                       "u", "U",  "vu",  "n",  "g", "tdD",   "d:38,4", "d:9,0",
                                                       "b", "+s", "tsn", "+l", "z", "d:3,x", "",       "tdm"};
  static constexpr std::array<const char*, 15> names{
      "income",      "paid_on",           "groups",           "term",          "months_supported",
      "first_month", "local_months_used", "fund_return_rate", "other_support", "th_support",
      "province",    "former_province",   "locality",         "place",         "none"};
  constexpr std::size_t rows = 16;
  const std::size_t columns = 1 + bytes.take<std::uint8_t>() % 4;
  struct Child {
    ArrowSchema schema{}, dictionary_schema{};
    ArrowArray array{}, dictionary{};
    std::vector<std::byte> validity, values, text;
    std::array<std::int64_t, 1> sizes{};
    std::array<const void*, 4> buffers{}, dictionary_buffers{};
    std::array<std::int32_t, 9> dictionary_offsets{};
  };
  std::vector<std::unique_ptr<Child>> children;
  for (std::size_t c = 0; c < columns; ++c) {
    auto child = std::make_unique<Child>();
    child->schema.name = names[bytes.take<std::uint8_t>() % names.size()];
    child->schema.format = formats[bytes.take<std::uint8_t>() % formats.size()];
    // Without an income nothing is looked at.
    if (c == 0 && bytes.take<std::uint8_t>() % 8 != 0) child->schema.name = "income", child->schema.format = "l";
    child->schema.release = [](ArrowSchema*) {};
    const std::size_t offset = bytes.take<std::uint8_t>() % 4;
    child->array.offset = static_cast<std::int64_t>(offset);
    child->array.length = static_cast<std::int64_t>(rows) - (bytes.take<std::uint8_t>() % 16 == 0 ? 1 : 0);
    child->array.null_count = static_cast<std::int8_t>(bytes.take<std::uint8_t>() % 3) - 1;
    child->array.n_buffers = 2 + bytes.take<std::uint8_t>() % 3;
    child->validity.resize(8, std::byte{0x5a});
    child->values.resize(16 * (rows + 8));
    child->text.resize(64, std::byte{'p'});
    const std::string_view rest = bytes.rest();
    if (!rest.empty()) std::memcpy(child->values.data(), rest.data(), std::min(rest.size(), child->values.size()));
    for (int i = 0; i < 40; ++i) bytes.take<std::uint8_t>();
    // Offsets are the producer's promise; all else is not.
    const std::string_view format = child->schema.format;
    for (std::size_t i = 0; i < rows + 8 && format == "u"; ++i) {
      const auto at = static_cast<std::int32_t>(std::to_integer<unsigned>(child->values[4 * i]) % 60);
      std::memcpy(child->values.data() + 4 * i, &at, 4);
    }
    for (std::size_t i = 0; i < rows + 8 && format == "U"; ++i) {
      const auto at = static_cast<std::int64_t>(std::to_integer<unsigned>(child->values[8 * i]) % 60);
      std::memcpy(child->values.data() + 8 * i, &at, 8);
    }
    child->sizes[0] = 60;
    child->buffers = {child->validity.data(), child->values.data(), child->text.data(), child->sizes.data()};
    child->array.buffers = child->buffers.data();
    child->array.release = [](ArrowArray*) {};
    if (bytes.take<std::uint8_t>() % 4 == 0) {
      for (std::size_t i = 0; i < child->dictionary_offsets.size(); ++i) {
        child->dictionary_offsets[i] = static_cast<std::int32_t>(i);
      }
      child->dictionary_schema.format = "u";
      child->dictionary.length = 8;
      child->dictionary.n_buffers = 3;
      child->dictionary_buffers = {nullptr, child->dictionary_offsets.data(), child->text.data(), nullptr};
      child->dictionary.buffers = child->dictionary_buffers.data();
      child->schema.dictionary = &child->dictionary_schema;
      if (bytes.take<std::uint8_t>() % 8 != 0) child->array.dictionary = &child->dictionary;
    }
    children.push_back(std::move(child));
  }
  std::vector<ArrowSchema*> schemas;
  std::vector<ArrowArray*> arrays;
  for (const auto& child : children) {
    schemas.push_back(&child->schema);
    arrays.push_back(&child->array);
  }
  ArrowSchema schema{};
  schema.format = "+s";
  schema.n_children = static_cast<std::int64_t>(columns);
  schema.children = schemas.data();
  schema.release = [](ArrowSchema*) {};
  std::array<const void*, 1> no_validity{};
  ArrowArray array{};
  array.length = rows - 4;
  array.offset = bytes.take<std::uint8_t>() % 4;
  array.n_buffers = 1;
  array.buffers = no_validity.data();
  array.n_children = schema.n_children;
  array.children = arrays.data();
  array.release = [](ArrowArray*) {};

  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  otherwise.paid_on = ansinh_day(2026, 11, 22);
  ArrowSchema out_schema{};
  ArrowArray out{};
  std::array<char, 2048> sentence{};
  const int32_t status =
      ansinh_assess_arrow(law(), workspace(), &schema, &array, &otherwise, bytes.take<std::uint8_t>() & 3, &out_schema,
                          &out, nullptr, sentence.data(), sentence.size(), nullptr);
  require(status == ANSINH_OK || status == ANSINH_CALL_ARROW, "a batch is priced or refused");
  require((status == ANSINH_OK) == (sentence[0] == '\0'), "what is refused is told");
  require((status == ANSINH_OK) == (out.release != nullptr), "and only what is priced is given");
  if (status != ANSINH_OK) return;
  require(out.length == array.length, "a row for every row");
  out.release(&out);
  out_schema.release(&out_schema);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const fuzz::Requirements require{data, size};
  const std::string_view rest = fuzz::text_of(data + 1, size - 1);
  switch (data[0] % 5) {
    case 0: one_request(require, Bytes{rest}); break;
    case 1: texts(require, rest); break;
    case 2: overlay(require, rest); break;
    case 3: columns(require, Bytes{rest}); break;
    default: arrow(require, Bytes{rest}); break;
  }
  return 0;
}
