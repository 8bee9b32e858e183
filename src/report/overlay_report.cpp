// An overlay as its author should read it back: what it says in words, and what is to be looked at again.
#include "ansinh/overlay_check.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/law_json.hpp"
#include "report/law_text.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::plain;
using report::say;
using Kind = OverlayWarning::Kind;

std::string entry_name(const OverlayWarning& warning, Language language) {
  return warning.subject.empty() ? say(language, "bản ghi", "record") : plain(warning.subject);
}

std::string sentence_of(const LawBook& book, const OverlayWarning& warning, Language language) {
  const std::string entry = entry_name(warning, language);
  const std::string other = plain(warning.other);
  const std::string groups = printed(book, warning.groups, language);
  const std::string days = report::period_text(warning.from, warning.to, language);
  switch (warning.kind) {
    case Kind::above_floor:
      return say(language,
                 "{0}: {1}, đóng ngày {2}: Nhà nước và địa phương cộng lại vượt 100% mức đóng theo chuẩn hộ nghèo; "
                 "phần vượt sẽ bị cắt",
                 "{0}: {1}, paid on {2}: State and local support together are above 100% of the floor contribution; "
                 "what is above is cut",
                 entry, groups, printed(warning.from, language));
    case Kind::gap:
      return warning.other.empty()
                 ? say(language, "{0}: {1} không có giá trị nào trong tệp, giữa hai thời kỳ",
                       "{0}: {1} has no value in the file, between two periods", entry, days)
                 : say(language, "{0}: {2}, giữa chương trình này và {1}, không chương trình nào có hiệu lực",
                       "{0}: {2}, between this programme and {1}, none is in force", entry, other, days);
    case Kind::meeting:
      return say(language, "{0}: cùng tầng, cùng địa bàn với {1}, {2}; quy định nào cho nhiều hơn thì được tính",
                 "{0}: on the same layer and ground as {1}, {2}; the rule that gives more counts", entry, other, days);
    case Kind::uncited: return say(language, "{}: không ghi văn bản căn cứ", "{}: no instrument is cited", entry);
    case Kind::impossible_group:
      return say(language, "{0}: {2}, chưa có ai thuộc đối tượng “{1}”", "{0}: {2}, nobody was in the group “{1}”",
                 entry, groups, days);
    case Kind::unused_group:
      return say(language, "{}: không quy định nào dùng đối tượng này", "{}: no rule names this group", entry);
    case Kind::idle_rule:
      return say(language, "{0}: quy định cho “{1}” không bao giờ được tính, vì ai cũng được ít nhất bằng mức đó",
                 "{0}: the rule for “{1}” never counts, since everyone gets at least as much", entry, groups);
    case Kind::outside_law:
      return say(language, "{0}: {1} nằm ngoài thời gian có dữ liệu luật ({2} – {3})",
                 "{0}: {1} lies outside the law covered ({2} – {3})", entry, days, printed(first_law_day, language),
                 printed(last_law_day, language));
  }
  return {};
}

std::string warning_line(std::string_view file, const LawBook& book, const OverlayWarning& warning, Language language) {
  return fmt::format("{}:{}:{}: {}.", plain(file), warning.at.line, warning.at.column,
                     sentence_of(book, warning, language));
}

std::string rendering(const Overlay& overlay, Language language) {
  std::string text;
  const auto heading = [&](std::size_t count, std::string_view vi, std::string_view en) {
    if (count > 0) text += '\n' + std::string{language == Language::vi ? vi : en} + '\n';
  };
  heading(overlay.groups.size(), "Đối tượng thêm vào", "Groups added");
  for (const GroupName& group : overlay.groups) {
    text += fmt::format("  {}: {}\n", plain(group.name), plain(language == Language::vi ? group.vi : group.en));
  }
  heading(overlay.layers.size(), "Tầng hỗ trợ", "Layers");
  for (const std::string& layer : overlay.layers) text += "  " + layer_words(layer, language) + '\n';
  heading(overlay.values.size(), "Giá trị pháp luật thay thế", "Values of law replaced");
  for (const LawRow& row : overlay.values) {
    text += "  " + report::sentence(std::string{words(row.parameter, language)}) + ", " +
            report::row_text(row, language) + '\n';
  }
  heading(overlay.programmes.size(), "Chương trình hỗ trợ", "Programmes");
  for (const Programme& programme : overlay.programmes) {
    text += "  " + report::programme_block(overlay.book, programme, language);
  }
  heading(overlay.records.size(), "Ghi nhận khác", "Records");
  for (const Record& record : overlay.records) {
    text += "  " + report::record_line(overlay.book, record, language) + '\n';
  }
  return text;
}

void write_warning(report::Json& json, std::string_view file, const LawBook& book, const OverlayWarning& warning,
                   Language language) {
  const bool dated = warning.kind != Kind::unused_group;
  json.begin_object();
  json.member("warning", name(warning.kind));
  json.member("line", static_cast<std::int64_t>(warning.at.line));
  json.member("column", static_cast<std::int64_t>(warning.at.column));
  json.member("subject", warning.subject);
  json.member("other", warning.other);
  json.member("groups", report::group_names(book, warning.groups));
  json.member("from", dated ? warning.from.text() : std::string{});
  json.member("to", dated && warning.to != open_end ? warning.to.text() : std::string{});
  json.member("message", warning_line(file, book, warning, language));
  json.end_object();
}

}  // namespace

std::string overlay_check_text(std::string_view file, const OverlayResult& overlay, Language language) {
  std::string text;
  if (!overlay) {
    for (const OverlayFault& fault : overlay.faults()) text += overlay_fault_text(file, fault, language) + '\n';
    return text + say(language, "Tệp không dùng được; số lỗi: {}.\n", "The file cannot be used; faults: {}.\n",
                      overlay.faults().size());
  }
  const auto warnings = check_overlay(*overlay);
  text = say(language, "{0}: đọc được{1}; số cảnh báo: {2}.\n", "{0}: can be read{1}; warnings: {2}.\n", plain(file),
             overlay->name.empty() ? "" : " (" + plain(overlay->name) + ")", warnings.size());
  for (const OverlayWarning& warning : warnings) {
    text += warning_line(file, overlay->book, warning, language) + '\n';
  }
  return text + rendering(*overlay, language);
}

std::string overlay_check_json(std::string_view file, const OverlayResult& overlay, Language language) {
  report::Json json;
  json.begin_object();
  json.member("file", file);
  json.key("valid");
  json.value(overlay.ok());
  json.key("errors");
  json.begin_array();
  if (!overlay) {
    for (const OverlayFault& fault : overlay.faults()) report::write_overlay_fault(json, file, fault, language);
  }
  json.end_array();
  json.key("warnings");
  json.begin_array();
  if (overlay) {
    for (const OverlayWarning& warning : check_overlay(*overlay)) {
      write_warning(json, file, overlay->book, warning, language);
    }
  }
  json.end_array();
  if (overlay) {
    json.member("name", overlay->name);
    json.key("overrides");
    json.begin_array();
    for (const LawRow& row : overlay->values) report::write_row(json, row);
    json.end_array();
    json.key("programmes");
    json.begin_array();
    for (const Programme& programme : overlay->programmes) report::write_programme(json, overlay->book, programme);
    json.end_array();
    json.key("records");
    json.begin_array();
    for (const Record& record : overlay->records) report::write_record(json, overlay->book, record);
    json.end_array();
    json.member("law_digest", overlay->book.digest());
  }
  json.end_object();
  return json.text();
}

}  // namespace ansinh
