#include "law/checks.hpp"

#include <rapidjson/encodings.h>

#include <algorithm>
#include <set>

#include "ansinh/overlay.hpp"

namespace ansinh {
namespace {

Fault book_fault(std::string_view key, Hint hint, Datum given, Datum limit = {}, Datum other_limit = {}) {
  Fault fault;
  fault.code = Errc::invalid_argument;
  fault.field = Field::book;
  fault.hint = hint;
  fault.parameter = key;
  fault.given = given;
  fault.limit = limit;
  fault.other_limit = other_limit;
  return fault;
}

std::optional<Fault> check_length(std::string_view key, std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::nullopt;
  return book_fault(key, Hint::out_of_range, Datum::count(static_cast<std::int64_t>(text.size())),
                    Datum::count(static_cast<std::int64_t>(most)));
}

// Characters that steer a terminal, end a line or turn the direction of a text: C0, DEL, C1, marks and overrides of
// direction, separators of lines and paragraphs, U+FEFF.
bool steers(unsigned c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// Zeros beyond the end, which no sequence of UTF-8 may hold.
struct Source {
  using Ch = char;
  const char* at;
  const char* end;
  Ch Take() { return at == end ? '\0' : *at++; }
};

// So that a book, printed, can be read back.
std::optional<Fault> check_text(std::string_view key, std::string_view text) {
  if (!may_be_printed(text)) return book_fault(key, Hint::malformed, Datum{text});
  return check_length(key, text, most_overlay_text);
}

std::optional<Fault> check_days(Day from, Day to) {
  if (to < from) return book_fault("to", Hint::unordered, Datum{to}, Datum{from});
  return std::nullopt;
}

std::optional<Fault> check_amount(std::string_view key, Money amount, Money least) {
  if (amount < least || amount > largest_law_amount) {
    return book_fault(key, Hint::out_of_range, Datum{amount}, Datum{least}, Datum{largest_law_amount});
  }
  return std::nullopt;
}

template <class Code>
bool names_twice(const std::vector<Code>& codes) {
  return std::set<Code>{codes.begin(), codes.end()}.size() < codes.size();
}

std::optional<Fault> check_territory(const Territory& territory) {
  if (territory.province.empty() && territory.former_province.empty() && territory.locality.empty()) {
    return book_fault("territory", Hint::missing, {});
  }
  if (names_twice(territory.province) || names_twice(territory.former_province) || names_twice(territory.locality)) {
    return book_fault("territory", Hint::duplicate, {});
  }
  return std::nullopt;
}

GroupSet known_groups(const LawBook::Data& book) {
  return GroupSet::from_bits(static_cast<std::uint16_t>((1U << book.groups.size()) - 1U));
}

std::optional<Fault> check_groups(const LawBook::Data& book, GroupSet groups) {
  if (!known_groups(book).contains(groups)) return book_fault("groups", Hint::unknown_name, Datum{groups});
  return std::nullopt;
}

// Which alternative of LawValue a parameter holds, and its range.
struct KindCheck {
  Parameter parameter;

  std::optional<Fault> operator()(Money amount) const {
    switch (parameter) {
      case Parameter::base_salary:
      case Parameter::rural_poverty_line:
      case Parameter::income_step: return check_amount("value", amount, Money{1});
      default: return wrong(Datum{amount});
    }
  }
  std::optional<Fault> operator()(Rate rate) const {
    switch (parameter) {
      case Parameter::contribution_rate:
      case Parameter::support_rate_poor:
      case Parameter::support_rate_island:
      case Parameter::support_rate_near_poor:
      case Parameter::support_rate_ethnic_minority:
      case Parameter::support_rate_other: return std::nullopt;
      case Parameter::fund_return_rate:
        if (rate > "0.05"_rate) {
          return book_fault("value", Hint::out_of_range, Datum{rate}, Datum{Rate{}}, Datum{"0.05"_rate});
        }
        return std::nullopt;
      default: return wrong(Datum{rate});
    }
  }
  std::optional<Fault> operator()(int count) const {
    int most = largest_law_count;
    switch (parameter) {
      case Parameter::income_ceiling_multiple: break;
      case Parameter::missing_months_max:
      case Parameter::support_cap_months: most = 120; break;
      case Parameter::due_window_1:
      case Parameter::due_window_3:
      case Parameter::due_window_6:
      case Parameter::due_window_12: most = 12; break;
      default: return wrong(Datum::count(count));
    }
    if (count < 1 || count > most) {
      return book_fault("value", Hint::out_of_range, Datum::count(count), Datum::count(1), Datum::count(most));
    }
    return std::nullopt;
  }
  std::optional<Fault> operator()(Month month) const {
    return parameter == Parameter::support_from ? std::nullopt : wrong(Datum{month});
  }
  std::optional<Fault> operator()(FloorBasis) const {
    return parameter == Parameter::income_floor_basis ? std::nullopt : wrong({});
  }
  std::optional<Fault> operator()(StepRule) const {
    return parameter == Parameter::income_step_rule ? std::nullopt : wrong({});
  }
  std::optional<Fault> operator()(TermSet) const {
    return parameter == Parameter::payment_terms ? std::nullopt : wrong({});
  }
  std::optional<Fault> operator()(ThSupport) const {
    return parameter == Parameter::th_support ? std::nullopt : wrong({});
  }
  std::optional<Fault> operator()(RefundReasons) const {
    return parameter == Parameter::refund_reasons ? std::nullopt : wrong({});
  }

  std::optional<Fault> wrong(Datum given) const { return book_fault("value", Hint::malformed, given); }
};

std::optional<Fault> check(const PerMonth& per_month) {
  if (const auto* fixed = std::get_if<FixedSum>(&per_month)) return check_amount("fixed", fixed->amount, Money{0});
  if (const auto* stated = std::get_if<StatedIncomeShare>(&per_month)) {
    return check_amount("stated_income", stated->income, Money{0});
  }
  return std::nullopt;
}

std::optional<Fault> check_rules(const LawBook::Data& book, const Programme& programme) {
  std::vector<bool> had(std::size_t{1} << GroupSet::capacity);
  for (const Rule& rule : programme.rules) {
    if (auto fault = check_groups(book, rule.groups)) return fault;
    if (auto fault = check(rule.per_month)) return fault;
    if (rule.months.kind == RuleMonths::Kind::limit && (rule.months.limit < 1 || rule.months.limit > largest_limit)) {
      return book_fault("months", Hint::out_of_range, Datum::months(rule.months.limit), Datum::months(1),
                        Datum::months(largest_limit));
    }
    if (had[rule.groups.bits()]) return book_fault("rules", Hint::duplicate, Datum{rule.groups});
    had[rule.groups.bits()] = true;
  }
  return std::nullopt;
}

}  // namespace

bool may_be_printed(std::string_view text) {
  Source source{text.data(), text.data() + text.size()};
  while (source.at != source.end) {
    unsigned c = 0;
    if (!rapidjson::UTF8<>::Decode(source, &c) || steers(c)) return false;
  }
  return true;
}

bool too_many_programmes(const std::vector<Programme>& programmes) {
  if (programmes.size() <= most_programmes) return false;
  const auto built_in = LawBook::built_in().programmes();
  const auto own = std::ranges::count_if(programmes, [&](const Programme& programme) {
    return !std::ranges::binary_search(built_in, programme.id, {}, &Programme::id);
  });
  return static_cast<std::size_t>(own) > most_programmes;
}

std::optional<Fault> check_name(std::string_view name) {
  if (name.empty()) return book_fault("name", Hint::missing, {});
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (!plain) return book_fault("name", Hint::malformed, Datum{name});
  }
  return check_length("name", name, most_name);
}

std::optional<Fault> check(const GroupName& group) {
  if (auto fault = check_name(group.name)) return fault;
  if (auto fault = check_text("vi", group.vi)) return fault;
  return check_text("en", group.en);
}

std::optional<Fault> check(const LawRow& row) {
  if (auto fault = check_days(row.from, row.to)) return fault;
  if (auto fault = check_text("instrument", row.citation.instrument)) return fault;
  if (auto fault = check_text("provision", row.citation.provision)) return fault;
  return std::visit(KindCheck{row.parameter}, row.value);
}

std::optional<Fault> check(const LawBook::Data& book, const Programme& programme) {
  if (programme.id.empty()) return book_fault("id", Hint::missing, {});
  if (auto fault = check_text("id", programme.id)) return fault;
  bool layer_known = false;
  for (const auto& layer : book.layers) layer_known = layer_known || layer == programme.layer;
  if (!layer_known) return book_fault("layer", Hint::unknown_name, Datum{std::string_view{programme.layer}});
  if (auto fault = check_territory(programme.territory)) return fault;
  if (auto fault = check_days(programme.from, programme.to)) return fault;
  if (auto fault = check_text("instrument", programme.citation.instrument)) return fault;
  if (auto fault = check_text("provision", programme.citation.provision)) return fault;
  for (const auto& condition : programme.conditions) {
    if (auto fault = check_text("conditions", condition)) return fault;
  }
  return check_rules(book, programme);
}

std::optional<Fault> check(const LawBook::Data& book, const Record& record) {
  if (auto fault = check_territory(record.territory)) return fault;
  if (auto fault = check_days(record.from, record.to)) return fault;
  if (auto fault = check_text("instrument", record.citation.instrument)) return fault;
  if (auto fault = check_text("provision", record.citation.provision)) return fault;
  return check_groups(book, record.groups);
}

}  // namespace ansinh
