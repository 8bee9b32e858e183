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

#include "ansinh/report.hpp"
#include "report/escape.hpp"

namespace ansinh {
namespace {

struct Replacement {
  std::string_view en, vi;
};

// Kinds of instrument; recognised where a number follows. The longer of two that begin alike comes first.
constexpr std::array<Replacement, 15> instrument_kinds{{
    {"Law on Social Insurance ", "Luật Bảo hiểm xã hội "},
    {"Law ", "Luật "},
    {"Ordinance ", "Pháp lệnh "},
    {"Decree ", "Nghị định "},
    {"Decision ", "Quyết định "},
    {"Circular ", "Thông tư "},
    {"Resolution ", "Nghị quyết "},
    {"VSS letters ", "Công văn của BHXH Việt Nam "},
    {"VSS letter ", "Công văn của BHXH Việt Nam "},
    {"Letters ", "Công văn "},
    {"Letter ", "Công văn "},
    {"letters ", "công văn "},
    {"letter ", "công văn "},
    {"and ", "và "},
    {"Directive ", "Chỉ thị "},
}};

// Other wordings that the book uses; recognised anywhere.
constexpr std::array<Replacement, 11> remarks{{
    {"Decree on the general minimum wage from ", "Nghị định về mức lương tối thiểu chung từ "},
    {"Decree on the base salary from ", "Nghị định về mức lương cơ sở từ "},
    {"Decision on the poverty line ", "Quyết định về chuẩn hộ nghèo "},
    {"Collection software since ", "Phần mềm thu, từ khi có "},
    {"text not read", "chưa đọc văn bản"},
    {"(number unconfirmed)", "(số hiệu chưa xác nhận)"},
    {"(number not confirmed)", "(số hiệu chưa xác nhận)"},
    {"number not confirmed", "số hiệu chưa xác nhận"},
    {"(text not read)", "(chưa đọc văn bản)"},
    {"(not read)", "(chưa đọc văn bản)"},
    {"(consolidated text ", "(văn bản hợp nhất "},
}};

constexpr std::size_t day_size = std::string_view{"2026-11-22"}.size();

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter_or_digit(char c) { return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The day that the text begins with, written year first.
std::optional<Day> day_in(std::string_view text) {
  if (text.size() < day_size || text[4] != '-') return std::nullopt;
  if (text.size() > day_size && letter_or_digit(text[day_size])) return std::nullopt;
  return read_day(text.substr(0, day_size));
}

std::string instrument_in_vietnamese(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool word_begins = at == 0 || !letter_or_digit(text[at - 1]);
    const Replacement* found = nullptr;
    for (const Replacement& kind : instrument_kinds) {
      if (!word_begins || found != nullptr || !rest.starts_with(kind.en)) continue;
      if (rest.size() > kind.en.size() && digit(rest[kind.en.size()])) found = &kind;
    }
    for (const Replacement& remark : remarks) {
      if (found == nullptr && rest.starts_with(remark.en)) found = &remark;
    }
    if (found != nullptr) {
      out += found->vi;
      at += found->en.size();
    } else if (const auto day = word_begins ? day_in(rest) : std::nullopt) {
      out += printed(*day, Language::vi);
      at += day_size;
    } else {
      out += text[at++];
    }
  }
  return out;
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

constexpr std::array<Replacement, 8> provision_words{{
    {"examples ", "ví dụ "},
    {"example ", "ví dụ "},
    {"ex. ", "ví dụ "},
    {"chapter ", "chương "},
    {"ch. ", "chương "},
    {"appendix ", "phụ lục "},
    {"guide to form ", "hướng dẫn lập mẫu "},
    {"form ", "mẫu "},
}};

std::string provision_in_vietnamese(std::string_view text) {
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
    for (const Replacement& word : provision_words) {
      if (used > 0 || !word_begins || !rest.starts_with(word.en)) continue;
      out += word.vi;
      used = word.en.size();
    }
    for (const Replacement& remark : remarks) {
      if (used > 0 || !rest.starts_with(remark.en)) continue;
      out += remark.vi;
      used = remark.en.size();
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
