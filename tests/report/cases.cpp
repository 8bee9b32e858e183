#include "cases.hpp"

namespace ansinh::test {

Request near_poor_on(Day day) {
  Request request;
  request.paid_on = day;
  request.income = 1'500'000_dong;
  request.groups = Group::near_poor;
  return request;
}

Request hanoi_for_a_year() {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.income = 3'000'000_dong;
  request.term = 12_months;
  request.place.province = ProvinceCode::from_number(1);
  return request;
}

Request khanh_hoa() {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.place.province = ProvinceCode::from_number(56);
  return request;
}

Request with_a_cut() {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.other_support = 300'000_dong;
  return request;
}

Request months_run_out() {
  Request request = hanoi_for_a_year();
  request.months_supported = 115;
  request.fund_return_rate = "0.0031"_rate;
  request.th_support = ThSupport::nominal;
  return request;
}

Request in_lang_son() {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.place.province = ProvinceCode::from_number(20);
  return request;
}

Request before_2016() {
  Request request = near_poor_on(Day{2015, 3, 1});
  request.income = 1'150'000_dong;
  return request;
}

std::vector<Request> answered_requests() {
  return {near_poor_on(Day{2024, 11, 22}),
          near_poor_on(Day{2026, 11, 22}),
          near_poor_on(Day{2026, 12, 1}),
          hanoi_for_a_year(),
          khanh_hoa(),
          with_a_cut(),
          months_run_out(),
          in_lang_son(),
          before_2016()};
}

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  return document;
}

std::string string_at(const rapidjson::Value& object, const char* key) {
  if (!object.IsObject() || !object.HasMember(key) || !object[key].IsString()) return "(no text)";
  return {object[key].GetString(), object[key].GetStringLength()};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
        cells.back() += '"';
        ++i;
      } else {
        quoted = !quoted;
      }
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

std::size_t characters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

}  // namespace ansinh::test
