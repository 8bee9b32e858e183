// Citations in the language of the reader.
//
// The book keeps them in one form ("Decree 159/2025/NĐ-CP", "art. 5(1)"). For Vietnamese the known kinds of instrument
// and the known forms of a provision are put into the words of a Vietnamese lawyer; everything else stays as it was
// written, so that an overlay's author may write Vietnamese at once.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/report.hpp"
#include "report/citation_wordings.hpp"
#include "report/escape.hpp"

namespace ansinh {
namespace {

using report::Wording;

constexpr std::size_t day_size = std::string_view{"2026-11-22"}.size();

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter_or_digit(char c) { return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The day that the text begins with, written year first.
std::optional<Day> day_in(std::string_view text) {
  if (text.size() < day_size || text[4] != '-') return std::nullopt;
  if (text.size() > day_size && letter_or_digit(text[day_size])) return std::nullopt;
  return read_day(text.substr(0, day_size));
}

constexpr std::array<std::string_view, 12> english_months{"January ",   "February ", "March ",    "April ",
                                                          "May ",       "June ",     "July ",     "August ",
                                                          "September ", "October ",  "November ", "December "};

// The month that the text begins with, such as "January 2026", and how many bytes it takes.
std::optional<Month> month_in(std::string_view text, std::size_t& size) {
  for (std::size_t i = 0; i < english_months.size(); ++i) {
    if (!text.starts_with(english_months[i])) continue;
    const std::string_view year = text.substr(english_months[i].size(), 4);
    size = english_months[i].size() + 4;
    if (year.size() < 4 || (size < text.size() && letter_or_digit(text[size]))) return std::nullopt;
    return read_month(std::string{year} + (i < 9 ? "-0" : "-") + std::to_string(i + 1));
  }
  return std::nullopt;
}

// Numbered instruments, days and months, wherever they stand.
std::string words_in_vietnamese(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool word_begins = at == 0 || !letter_or_digit(text[at - 1]);
    const Wording* found = nullptr;
    for (const Wording& kind : report::instrument_kinds) {
      if (!word_begins || found != nullptr || !rest.starts_with(kind.en)) continue;
      if (rest.size() > kind.en.size() && digit(rest[kind.en.size()])) found = &kind;
    }
    for (const Wording& name : report::names) {
      if (word_begins && found == nullptr && rest.starts_with(name.en)) found = &name;
    }
    std::size_t size = 0;
    if (found != nullptr) {
      out += found->vi;
      at += found->en.size();
    } else if (const auto day = word_begins ? day_in(rest) : std::nullopt) {
      out += printed(*day, Language::vi);
      at += day_size;
    } else if (const auto month = word_begins ? month_in(rest, size) : std::nullopt) {
      out += "tháng " + printed(*month, Language::vi);
      at += size;
    } else {
      out += text[at++];
    }
  }
  return out;
}

// A part of a description: a year and a day by themselves say that they are.
std::string part_in_vietnamese(std::string_view part) {
  const std::string text = words_in_vietnamese(part);
  if (part.size() == 4 && part.find_first_not_of("0123456789") == std::string_view::npos) return "năm " + text;
  return day_in(part) && part.size() == day_size ? "ngày " + text : text;
}

constexpr std::string_view blank = "{}";

// The parts for which the pattern's blanks stand, if the whole text has the pattern.
std::optional<std::vector<std::string_view>> matched(std::string_view pattern, std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t at = pattern.find(blank);
  if (!text.starts_with(pattern.substr(0, at))) return std::nullopt;
  text.remove_prefix(pattern.substr(0, at).size());
  while (at != std::string_view::npos) {
    pattern.remove_prefix(at + blank.size());
    at = pattern.find(blank);
    const std::string_view next = pattern.substr(0, at);
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + next.size());
  }
  if (!text.empty()) return std::nullopt;
  return parts;
}

std::string filled(std::string_view pattern, const std::vector<std::string_view>& parts) {
  std::string out;
  for (const std::string_view part : parts) {
    const std::size_t at = pattern.find(blank);
    out += pattern.substr(0, at);
    out += part_in_vietnamese(part);
    pattern.remove_prefix(at + blank.size());
  }
  return out + std::string{pattern};
}

std::string instrument_in_vietnamese(std::string_view text) {
  for (const Wording& closing : report::closings) {
    if (!text.ends_with(closing.en)) continue;
    text.remove_suffix(closing.en.size());
    return (text.empty() ? std::string{} : instrument_in_vietnamese(text)) + std::string{closing.vi};
  }
  for (const Wording& description : report::descriptions) {
    if (const auto parts = matched(description.en, text)) return filled(description.vi, *parts);
  }
  return words_in_vietnamese(text);
}

// "5(1)(b)" -> "Điều 5 khoản 1 điểm b"; empty, and `size` untouched, when the text does not begin with an article.
std::string article_in_vietnamese(std::string_view text, std::size_t& size) {
  std::size_t at = 0;
  while (at < text.size() && (digit(text[at]) || (at > 0 && text[at] >= 'a' && text[at] <= 'z'))) ++at;
  if (at == 0) return {};
  std::string out = "Điều " + std::string{text.substr(0, at)};
  while (at < text.size() && text[at] == '(') {
    const std::size_t close = text.find(')', at);
    if (close == std::string_view::npos || close == at + 1) break;
    const std::string_view inner = text.substr(at + 1, close - at - 1);
    if (inner.find_first_of(" ;(") != std::string_view::npos) break;
    out += digit(inner.front()) ? " khoản " : " điểm ";
    out += inner;
    at = close + 1;
  }
  size = at;
  return out;
}

// A list of articles after "art. ", such as "31(2), 36(1) and 98".
std::string articles_in_vietnamese(std::string_view text, std::size_t& size) {
  std::string out = article_in_vietnamese(text, size);
  while (!out.empty()) {
    const std::string_view rest = text.substr(size);
    std::string_view separator;
    for (const std::string_view s : {std::string_view{", "}, std::string_view{"; "}, std::string_view{" and "}}) {
      if (rest.starts_with(s)) separator = s;
    }
    std::size_t next = 0;
    const std::string article =
        separator.empty() ? std::string{} : article_in_vietnamese(rest.substr(separator.size()), next);
    if (article.empty()) break;
    out += separator == " and " ? " và " : std::string{separator};
    out += article;
    size += separator.size() + next;
  }
  return out;
}

std::string provision_in_vietnamese(std::string_view text) {
  for (const Wording& closing : report::closings) {
    if (text == closing.en) return std::string{closing.vi};
  }
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool word_begins = at == 0 || !letter_or_digit(text[at - 1]);
    std::size_t used = 0;
    for (const std::string_view mark : {std::string_view{"art. "}, std::string_view{"art."}}) {
      if (used > 0 || !word_begins || !rest.starts_with(mark)) continue;
      std::size_t size = 0;
      const std::string articles = articles_in_vietnamese(rest.substr(mark.size()), size);
      if (articles.empty()) continue;
      out += articles;
      used = mark.size() + size;
    }
    for (const Wording& word : report::provision_words) {
      if (used > 0 || !word_begins || !rest.starts_with(word.en)) continue;
      out += word.vi;
      used = word.en.size();
    }
    if (used == 0) out += rest[used++];
    at += used;
  }
  return out;
}

}  // namespace

std::string printed(const Citation& citation, Language language) {
  const bool vi = language == Language::vi;
  const std::string instrument = report::plain(citation.instrument);
  const std::string provision = report::plain(citation.provision);
  std::string text = vi ? instrument_in_vietnamese(instrument) : instrument;
  if (!provision.empty()) {
    if (!text.empty()) text += ", ";
    text += vi ? provision_in_vietnamese(provision) : provision;
  }
  return text;
}

}  // namespace ansinh
