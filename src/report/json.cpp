#include "report/json.hpp"

#include <vector>

#include "report/escape.hpp"
#include "report/phrase.hpp"

namespace ansinh::report {

void Json::key(std::string_view name) { out_.key(utf8(name)); }
void Json::value(std::string_view text) { out_.value(utf8(text)); }

std::string group_names(const LawBook& book, GroupSet groups) {
  std::vector<std::string> held;
  const auto names = book.groups();
  for (std::size_t bit = 0; bit < names.size(); ++bit) {
    if (groups.intersects(GroupSet::from_bits(static_cast<std::uint16_t>(1U << bit)))) held.push_back(names[bit].name);
  }
  return joined(held, "|");
}

std::string given_text(const LawBook& book, const Datum& datum) {
  switch (datum.kind()) {
    case Datum::Kind::none: return {};
    case Datum::Kind::text: return std::string{datum.raw_text()};
    case Datum::Kind::groups:
      if (const auto groups = GroupSet::from_bits(static_cast<std::uint16_t>(datum.number()));
          book.known_groups().contains(groups)) {
        return group_names(book, groups);
      }
      break;
    default: break;
  }
  return datum.text();
}

void write_datum(Json& json, const LawBook& book, const Datum& datum) {
  switch (datum.kind()) {
    case Datum::Kind::none: json.null(); break;
    case Datum::Kind::money:
    case Datum::Kind::count:
    case Datum::Kind::months: json.value(datum.number()); break;
    default: json.value(given_text(book, datum));
  }
}

void write_flags(Json& json, Flags flags) {
  json.begin_array();
  for (const Flag flag : all_flags) {
    if (flags.has(flag)) json.value(name(flag));
  }
  json.end_array();
}

void write_citation(Json& json, const Citation& citation) {
  json.key("citation");
  json.begin_object();
  json.member("instrument", citation.instrument);
  json.member("provision", citation.provision);
  json.end_object();
}

}  // namespace ansinh::report
