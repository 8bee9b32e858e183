// report: answers, refusals, tables and the law as text, in Vietnamese and English.
//
// Promise: rendering only. No amount is computed here: what is printed comes from an Assessment, an Explanation, a
// Fault, a LawBook, or, for the cells of a table, from `assess` itself. Nothing is read from clock, locale or files;
// the same arguments give the same bytes. Every text is UTF-8; every text of several lines ends with a line feed, a
// message and every JSON do not.
// Form: amounts in the Vietnamese convention in both languages, `1.500.000 đ`; days `22/11/2026` in Vietnamese and
// `2026-11-22` in English, months `11/2026` and `2026-11`; rates `0,31%` and `0.31%`. JSON and CSV carry bare values
// (1500000, 2026-11-22, 0.0031) and the fixed names in either language; only their `message`, `text` and
// `standing_text` members are in the language asked for. Texts of an overlay (names, citations, conditions) are text:
// escaped in JSON, HTML and CSV; in plain text their control characters are replaced by U+FFFD, so that a name cannot
// break a line or steer a terminal. Errors: functions that can refuse return a Result with the Fault of `assess` or
// `income_brackets`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ansinh/assess.hpp"
#include "ansinh/calendar.hpp"
#include "ansinh/citation.hpp"
#include "ansinh/explain.hpp"
#include "ansinh/export.hpp"
#include "ansinh/law.hpp"
#include "ansinh/money.hpp"
#include "ansinh/overlay.hpp"
#include "ansinh/place.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/refund.hpp"
#include "ansinh/result.hpp"
#include "ansinh/schedule.hpp"
#include "ansinh/term.hpp"

namespace ansinh {

enum class Language : std::uint8_t { vi, en };
enum class Format : std::uint8_t { text, csv, html, json, svg };  // svg: a leaflet only (leaflet_report.hpp)

// "vi", "en"; "text", "csv", "html", "json", "svg". Empty for anything else.
[[nodiscard]] ANSINH_API std::string_view name(Language);
[[nodiscard]] ANSINH_API std::string_view name(Format);
[[nodiscard]] ANSINH_API std::optional<Language> language_from_name(std::string_view name);
[[nodiscard]] ANSINH_API std::optional<Format> format_from_name(std::string_view name);

// ---------------------------------------------------------------------------------------------- values

[[nodiscard]] ANSINH_API std::string printed(Money amount);                    // 1.500.000 đ
[[nodiscard]] ANSINH_API std::string printed(Day day, Language language);      // 22/11/2026, 2026-11-22
[[nodiscard]] ANSINH_API std::string printed(Month month, Language language);  // 11/2026, 2026-11
[[nodiscard]] ANSINH_API std::string printed(Rate rate, Language language);    // 0,31%, 0.31%
[[nodiscard]] ANSINH_API std::string printed(Term term, Language language);    // 12 tháng, 12 months
// The groups by their names in the book: "hộ cận nghèo, người dân tộc thiểu số"; the empty set: "đối tượng khác".
[[nodiscard]] ANSINH_API std::string printed(const LawBook& book, GroupSet groups, Language language);
// "Nghị định 159/2025/NĐ-CP, Điều 5 khoản 1", "Decree 159/2025/NĐ-CP, art. 5(1)". What is not recognised is kept as it
// was written.
[[nodiscard]] ANSINH_API std::string printed(const Citation& citation, Language language);

// ---------------------------------------------------------------------------------------------- names in words

// A short phrase for each name: "thu nhập thấp hơn mức tối thiểu", "income below the floor".
[[nodiscard]] ANSINH_API std::string_view words(Errc, Language);
[[nodiscard]] ANSINH_API std::string_view words(Field, Language);
[[nodiscard]] ANSINH_API std::string_view words(Flag, Language);
[[nodiscard]] ANSINH_API std::string_view words(Standing, Language);
[[nodiscard]] ANSINH_API std::string_view words(Sources, Language);
[[nodiscard]] ANSINH_API std::string_view words(Confidence, Language);
[[nodiscard]] ANSINH_API std::string_view words(Parameter, Language);
[[nodiscard]] ANSINH_API std::string_view words(RecordKind, Language);
[[nodiscard]] ANSINH_API std::string_view words(SourceOfMoney, Language);
[[nodiscard]] ANSINH_API std::string_view words(ThSupport, Language);
[[nodiscard]] ANSINH_API std::string_view words(RefundReason, Language);
[[nodiscard]] ANSINH_API std::string_view words(Quantity, Language);
// The names of the built-in layers, "province" and "locality"; a layer that an overlay adds is its own name.
[[nodiscard]] ANSINH_API std::string layer_words(std::string_view layer, Language language);

// ---------------------------------------------------------------------------------------------- refusals

// One or two plain sentences that can be read aloud: which field, what was given, the limit (both ends where there are
// two), the day, the provision. For an income off the step also the nearest legal levels below and above.
[[nodiscard]] ANSINH_API std::string fault_message(const Rules& rules, const Fault& fault, Language language);

// {"status","parameter","given","limit","day","provision","message"}, in this order. `given` is a string; `limit` a
// number for amounts and counts, a string otherwise, null where there is none; `day` and `provision` null where there
// is none.
[[nodiscard]] ANSINH_API std::string fault_json(const Rules& rules, const Fault& fault, Language language);

// One line: "khanh_hoa.json:12:27: programmes[0].rules[1].months: ...". The file's name is as the caller gives it.
[[nodiscard]] ANSINH_API std::string overlay_fault_text(std::string_view file, const OverlayFault& fault,
                                                        Language language);
// {"error","file","line","column","key","given","limit","message"}; `limit` null where there is none.
[[nodiscard]] ANSINH_API std::string overlay_fault_json(std::string_view file, const OverlayFault& fault,
                                                        Language language);
// The answer of `law check`: the faults of the file; or its warnings (overlay_check.hpp) and what it says in words.
[[nodiscard]] ANSINH_API std::string overlay_check_text(std::string_view file, const OverlayResult& overlay,
                                                        Language language);
// {"file","valid","errors","warnings"}; where it is valid also "name","overrides","programmes","records","law_digest".
[[nodiscard]] ANSINH_API std::string overlay_check_json(std::string_view file, const OverlayResult& overlay,
                                                        Language language);

// ---------------------------------------------------------------------------------------------- one assessment

// The object of `assess --format json`.
[[nodiscard]] ANSINH_API std::string assessment_json(const Rules& rules, const Assessment& assessment);
// The same, or the refusal's object, with a last member "explanation": steps, doubts, unknown, conditions, notes and
// the day last verified.
[[nodiscard]] ANSINH_API std::string explanation_json(const Rules& rules, const Explanation& explanation,
                                                      Language language);

// One plain line: settled; or what is not settled, its standing and, where it can be bounded, its effect in dong.
// A refused request: the refusal's message. No line feed.
[[nodiscard]] ANSINH_API std::string opening_line(const Rules& rules, const Explanation& explanation,
                                                  Language language);
// The default answer: the opening line, who pays what, months, flags in words, conditions that the caller must have
// checked.
[[nodiscard]] ANSINH_API std::string assessment_text(const Rules& rules, const Explanation& explanation,
                                                     Language language);
// The opening line, then every step as a sentence, with amounts, article and, below official_example, standing; it
// ends with the participant's share, then conditions, doubts, notes, digest and day last verified.
[[nodiscard]] ANSINH_API std::string explanation_text(const Rules& rules, const Explanation& explanation,
                                                      Language language);

// ---------------------------------------------------------------------------------------------- month by month

// The account of a payment: a line a month with its contribution, support and both cumulated, and the sums, which are
// those of the answer. In missing months the first column is the number of the month, the earliest first.
[[nodiscard]] ANSINH_API std::string schedule_text(const Schedule& schedule, Language language);
// number,month,exponent,contribution,central_support,local_top_up and the same cumulated; `month` is empty in missing
// months.
[[nodiscard]] ANSINH_API std::string schedule_csv(const Schedule& schedule);
// The object of assessment_json, or of explanation_json where there is an explanation, with a last member "schedule":
// an array of objects with the columns of the CSV.
[[nodiscard]] ANSINH_API std::string schedule_json(const Rules& rules, const Schedule& schedule,
                                                   const Explanation* explanation, Language language);

// ---------------------------------------------------------------------------------------------- refund

// {"status","gross","central_support","province_top_up","locality_top_up","other_support","refund","months","flags",
// "steps"}, then "opening", "layers", "doubts", "notes" and "law_digest"; or the refusal's object.
[[nodiscard]] ANSINH_API std::string refund_json(const Rules& rules, const RefundExplanation& explanation,
                                                 Language language);
// The default answer: the opening line, what was paid for the months given back, to whom it goes.
[[nodiscard]] ANSINH_API std::string refund_text(const Rules& rules, const RefundExplanation& explanation,
                                                 Language language);
// The opening line, then every step of payment and refund as a sentence.
[[nodiscard]] ANSINH_API std::string refund_explanation_text(const Rules& rules, const RefundExplanation& explanation,
                                                             Language language);

// ---------------------------------------------------------------------------------------------- contribution table

struct TableRequest {
  Day paid_on;
  Place place;
  int months_supported = 0;
  std::optional<Rate> fund_return_rate{};  // r per month, for years ahead; default: the published one
  bool settled_only = false;               // leave years ahead out where any of their cells is not settled
};

// The table that agents print: income brackets of the day x groups (poor, island, near_poor, ethnic_minority, other) x
// terms (1, 3, 6, 12 months and two to five years ahead, as far as the law of the day has them). Years ahead need r:
// where none is published or given they are left out, and the table says so (as where
// only what is settled is wanted and they are not). Every cell is an `assess`.
[[nodiscard]] ANSINH_API Result<std::string> contribution_table(const Rules& rules, const TableRequest& request,
                                                                Format format, Language language);

// ---------------------------------------------------------------------------------------------- the law

// Everything the filter leaves: absent members do not filter. A parameter leaves only its values; a province leaves
// only programmes and records on its ground (those of its former provinces too).
struct LawFilter {
  std::optional<Parameter> parameter;
  std::optional<Day> on;
  std::optional<ProvinceCode> province;

  [[nodiscard]] bool empty() const { return !parameter && !on && !province; }
};

// The dated values, programmes and records with citation and standing. JSON with an empty filter is
// book.canonical_json().
[[nodiscard]] ANSINH_API std::string law_listing(const LawBook& book, const LawFilter& filter, Format format,
                                                 Language language);

// Every assumed, draft or unknown value, of benefits too, every place without a record, and every reading that this
// library assumes where the law is silent; opens with their number.
[[nodiscard]] ANSINH_API std::string open_listing(const LawBook& book, Format format, Language language);
// How many items open_listing lists.
[[nodiscard]] ANSINH_API std::size_t open_count(const LawBook& book);

}  // namespace ansinh
