// Every name and every word is a text of its own that ends with NUL; codes beyond the last have none.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/columns.hpp"
#include "ansinh/law.hpp"
#include "ansinh/place.hpp"
#include "ansinh/report.hpp"
#include "ansinh/version.hpp"
#include "capi/texts.hpp"

namespace {

using namespace ansinh;

TEST(CapiNames, OfStatusesAreTheLibrarys) {
  std::set<std::string> names;
  std::set<std::string> texts;
  for (int32_t status = 0; status <= 200; ++status) {
    const char* given = ansinh_status_name(status);
    if (given == nullptr) {
      EXPECT_EQ(ansinh_status_text(status, ANSINH_VI), nullptr) << status;
      continue;
    }
    EXPECT_TRUE(names.insert(given).second) << given;
    for (const int32_t language : {ANSINH_VI, ANSINH_EN}) {
      ASSERT_NE(ansinh_status_text(status, language), nullptr) << status;
      EXPECT_TRUE(texts.insert(ansinh_status_text(status, language)).second) << status;
    }
    if (status > ANSINH_DOES_NOT_FIT) continue;
    const auto code = static_cast<Errc>(status);
    EXPECT_EQ(given, name(code));
    EXPECT_EQ(ansinh_status_text(status, ANSINH_VI), words(code, Language::vi));
    EXPECT_EQ(ansinh_status_text(status, ANSINH_EN), words(code, Language::en));
  }
  EXPECT_EQ(names.size(), 21U);
  EXPECT_EQ(ansinh_status_name(-1), nullptr);
  EXPECT_EQ(ansinh_status_text(0, 2), nullptr);
}

TEST(CapiNames, OfFieldsAndFlagsAreTheLibrarys) {
  for (int32_t field = 0; field <= ANSINH_FIELD_FIXED_FACTOR; ++field) {
    EXPECT_EQ(ansinh_field_name(field), name(static_cast<Field>(field)));
    EXPECT_EQ(ansinh_field_text(field, ANSINH_EN), words(static_cast<Field>(field), Language::en));
  }
  EXPECT_EQ(ansinh_field_name(ANSINH_FIELD_FIXED_FACTOR + 1), nullptr);
  EXPECT_EQ(ansinh_field_name(-1), nullptr);
  for (const Flag flag : all_flags) {
    EXPECT_EQ(ansinh_flag_name(static_cast<uint32_t>(flag)), name(flag));
    EXPECT_EQ(ansinh_flag_text(static_cast<uint32_t>(flag), ANSINH_VI), words(flag, Language::vi));
  }
  for (const uint32_t none : {0U, 3U, 64U}) EXPECT_EQ(ansinh_flag_name(none), nullptr) << none;
}

TEST(CapiNames, OfProvincesGroupsLayersAndProgrammes) {
  const LawBook& book = LawBook::built_in();
  uint32_t index = 0;
  for (const ProvinceCode code : provinces()) {
    EXPECT_EQ(ansinh_province_at(index++), code.number());
    EXPECT_EQ(ansinh_province_name(code.number()), code.name());
  }
  EXPECT_EQ(ansinh_province_at(index), 0);
  index = 0;
  for (const FormerProvinceCode code : former_provinces()) {
    EXPECT_EQ(ansinh_former_province_at(index++), code.number());
    EXPECT_EQ(ansinh_former_province_name(code.number()), code.name());
    EXPECT_EQ(ansinh_present_province(code.number()), code.present().number());
  }
  EXPECT_EQ(ansinh_former_province_at(index), 0);
  EXPECT_EQ(ansinh_present_province(97), 0);
  EXPECT_EQ(ansinh_province_name(0), nullptr);

  for (uint32_t i = 0; i < book.groups().size(); ++i) {
    const GroupName& group = book.groups()[i];
    EXPECT_EQ(ansinh_group_name(capi::law(), i), group.name);
    EXPECT_EQ(ansinh_group_text(capi::law(), i, ANSINH_VI), group.vi);
    EXPECT_EQ(ansinh_group(capi::law(), group.name.data(), group.name.size()), 1U << i);
    EXPECT_EQ(ansinh_group(capi::law(), group.name.c_str(), SIZE_MAX), 1U << i);
  }
  EXPECT_EQ(ansinh_group_name(capi::law(), 16), nullptr);
  EXPECT_EQ(ansinh_group(capi::law(), "other", SIZE_MAX), 0U);
  EXPECT_EQ(ansinh_group(capi::law(), nullptr, SIZE_MAX), 0U);
  for (uint32_t i = 0; i < book.programmes().size(); ++i) {
    EXPECT_EQ(ansinh_programme_id(capi::law(), i), book.programmes()[i].id);
  }
  EXPECT_STREQ(ansinh_layer_name(capi::law(), 0), "province");
  EXPECT_STREQ(ansinh_layer_name(capi::law(), 1), "locality");
  EXPECT_EQ(ansinh_layer_name(capi::law(), 2), nullptr);
}

TEST(CapiNames, OfTermsGoBothWays) {
  int terms = 0;
  for (int32_t code = -1; code <= 300; ++code) {
    std::string text;
    const int32_t status = capi::text_from(
        [&](char* buffer, size_t capacity, size_t* length) { return ansinh_term_text(code, buffer, capacity, length); },
        text);
    if (status == ANSINH_CALL_BAD_CODE) continue;
    ASSERT_EQ(status, ANSINH_OK);
    EXPECT_EQ(ansinh_term(text.data(), text.size()), code);
    EXPECT_EQ(term_code(*Term::from_text(text)), code);
    ++terms;
  }
  EXPECT_EQ(terms, 4 + 4 + 4 + 120);
  for (const char* none : {"", "2", "VS02", "vs2", "TH121", "DB2"}) EXPECT_EQ(ansinh_term(none, SIZE_MAX), 0) << none;
}

TEST(CapiNames, OfDaysAndMonths) {
  EXPECT_EQ(ansinh_day(1970, 1, 1), 0);
  EXPECT_EQ(ansinh_day(2026, 11, 22), 20'779);
  EXPECT_EQ(ansinh_day(2026, 2, 29), ANSINH_NOT_GIVEN);
  EXPECT_EQ(ansinh_day(2026, 13, 1), ANSINH_NOT_GIVEN);
  EXPECT_EQ(ansinh_day(0, 1, 1), ANSINH_NOT_GIVEN);
  EXPECT_EQ(ansinh_day(2026, -1, 1), ANSINH_NOT_GIVEN);
  EXPECT_EQ(ansinh_month(1970, 1), 0);
  EXPECT_EQ(ansinh_month(2026, 11), (2026 - 1970) * 12 + 10);
  EXPECT_EQ(ansinh_month(2026, 0), ANSINH_NOT_GIVEN);
  EXPECT_EQ(ansinh_month(10'000, 1), ANSINH_NOT_GIVEN);
}

TEST(CapiNames, OfTheLibrary) {
  EXPECT_STREQ(ansinh_version(), ANSINH_VERSION);
  EXPECT_EQ(ansinh_abi_version(), static_cast<uint32_t>(ANSINH_ABI));
  EXPECT_EQ(ansinh_verified_on(), LawBook::verified_on().number());
  EXPECT_EQ(ansinh_book_digest(capi::law()), LawBook::built_in().digest());
}

}  // namespace
