// What the check of an overlay warns of, and what it leaves alone.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ansinh/overlay_check.hpp"
#include "ansinh/report.hpp"
#include "laid.hpp"

namespace overlays {
namespace {

using namespace ansinh;

// Each warning as "line kind subject/other groups from to".
std::vector<std::string> warnings(std::string_view json) {
  const Overlay overlay = laid(json).overlay;
  std::vector<std::string> all;
  for (const OverlayWarning& warning : check_overlay(overlay)) {
    std::string text = std::to_string(warning.at.line) + ' ' + std::string{name(warning.kind)} + ' ' + warning.subject;
    if (!warning.other.empty()) text += '/' + warning.other;
    if (!warning.groups.empty()) text += ' ' + std::to_string(warning.groups.bits());
    if (warning.kind == OverlayWarning::Kind::gap || warning.kind == OverlayWarning::Kind::meeting ||
        warning.kind == OverlayWarning::Kind::above_floor) {
      text += ' ' + warning.from.text() + ' ' + warning.to.text();
    }
    all.push_back(text);
  }
  return all;
}

// A cited programme of one line in Thanh Hoa, where nothing is built in.
std::string programme(const std::string& id, const std::string& more, const std::string& rules) {
  return R"({"id":")" + id + R"(","territory":{"province":["38"]},"citation":{"instrument":"x"},)" + more +
         R"(,"rules":[)" + rules + "]}";
}
std::string file(const std::string& first, const std::string& second = {}) {
  return "{\"programmes\":[\n" + first + (second.empty() ? "" : ",\n" + second) + "]}";
}
const std::string tenth = R"({"per_month":{"floor_share":"0.10"}})";

using Lines = std::vector<std::string>;

TEST(Check, AnOrdinaryProgramme) {
  EXPECT_EQ(warnings("{}"), Lines{});
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2026-01-01")", tenth))), Lines{});
  EXPECT_EQ(warnings(example("s01_percent_by_group")), Lines{});
  EXPECT_EQ(warnings(example("s18_restored")), Lines{});
  EXPECT_EQ(warnings(example("khanh_hoa")), Lines{});
}

TEST(Check, AboveTheFloor) {
  // 50 % by the State and 51 % by the province for the poor from 2025-07-01; the 30 % before it leave room.
  EXPECT_EQ(warnings(file(
                programme("a", R"("from":"2024-01-01")", R"({"groups":["poor"],"per_month":{"floor_share":"0.51"}})"))),
            (Lines{"2 above_floor a 1 2025-07-01 2025-07-01"}));
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2024-01-01","to":"2025-06-30")",
                                    R"({"groups":["poor"],"per_month":{"floor_share":"0.70"}})"))),
            Lines{});
  // To exactly 100 % nothing is cut.
  EXPECT_EQ(warnings(file(
                programme("a", R"("from":"2025-07-01")", R"({"groups":["poor"],"per_month":{"floor_share":"0.50"}})"))),
            Lines{});
  // 264,000 dong beside the State's 66,000 are all of 330,000, until the line rises in 2027; one dong more is above.
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2026-01-01")",
                                    R"({"groups":["informal_worker"],"per_month":{"fixed":264000}})"))),
            Lines{});
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2026-01-01")",
                                    R"({"groups":["informal_worker"],"per_month":{"fixed":264001}})"))),
            (Lines{"2 above_floor a 32 2026-01-01 2026-01-01"}));
}

TEST(Check, AboveTheFloorOnceWhatDisplacedItHasEnded) {
  EXPECT_EQ(warnings(R"({"programmes":[
{"id":"a","territory":{"former_province":["74"]},"citation":{"instrument":"x"},"from":"2025-07-01",
  "rules":[{"groups":["poor"],"per_month":{"floor_share":"0.51"}}]},
{"id":"b","territory":{"province":["79"]},"citation":{"instrument":"x"},"from":"2025-07-01","to":"2026-06-15",
  "displaces":"all","rules":[]}]})"),
            (Lines{"2 above_floor a 1 2026-06-16 2026-06-16"}));
}

// The layers of a district and of the province that the file speaks of are added to the State's.
TEST(Check, AboveTheFloorByThreeLayers) {
  EXPECT_EQ(warnings(example("s06_three_layers")), (Lines{"4 above_floor s06_province 1 2025-07-01 2025-07-01",
                                                          "4 above_floor s06_province 4 2025-07-01 2025-07-01",
                                                          "16 above_floor s06_district 1 2025-07-01 2025-07-01",
                                                          "16 above_floor s06_district 4 2025-07-01 2025-07-01"}));
}

TEST(Check, AGapBetweenProgrammes) {
  const std::string first = programme("a", R"("from":"2024-01-01","to":"2024-12-31")", tenth);
  EXPECT_EQ(warnings(file(first, programme("b", R"("from":"2025-02-01")", tenth))),
            (Lines{"3 gap b/a 2025-01-01 2025-01-31"}));
  EXPECT_EQ(warnings(file(first, programme("b", R"("from":"2025-01-01")", tenth))), Lines{});
  // Elsewhere, or of another layer, it is no gap.
  EXPECT_EQ(warnings(file(first, programme("b", R"("layer":"locality","from":"2025-02-01")", tenth))), Lines{});
  // Against a built-in programme too: Ha Noi's began on 2022-08-01.
  EXPECT_EQ(warnings(R"({"programmes":[{"id":"a","territory":{"province":["01"]},"citation":{"instrument":"x"},
    "from":"2020-01-01","to":"2022-07-30","rules":[]}]})"),
            (Lines{"1 gap a/ha_noi_2022 2022-07-31 2022-07-31"}));
}

TEST(Check, AGapBetweenValues) {
  const auto row = [](const char* period) {
    return R"({"parameter":"income_step","value":50000,"citation":{"instrument":"x"},)" + std::string{period} + '}';
  };
  EXPECT_EQ(warnings("{\"overrides\":[\n" + row(R"("from":"2027-01-01")") + ",\n" +
                     row(R"("from":"2026-01-01","to":"2026-11-30")") + "]}"),
            (Lines{"2 gap income_step 2026-12-01 2026-12-31"}));
  EXPECT_EQ(warnings("{\"overrides\":[\n" + row(R"("from":"2027-01-01")") + ",\n" +
                     row(R"("from":"2026-01-01","to":"2026-12-31")") + "]}"),
            Lines{});
}

TEST(Check, ProgrammesThatMeet) {
  const std::string first = programme("a", R"("from":"2024-01-01","to":"2024-12-31")", tenth);
  EXPECT_EQ(warnings(file(first, programme("b", R"("from":"2024-12-31")", tenth))),
            (Lines{"3 meeting b/a 2024-12-31 2024-12-31"}));
  EXPECT_EQ(warnings(R"({"programmes":[{"id":"a","territory":{"province":["01"]},"citation":{"instrument":"x"},
    "from":"2026-03-01","to":"2026-03-31","rules":[]}]})"),
            (Lines{"1 meeting a/ha_noi_2026 2026-03-01 2026-03-31"}));
  // A former province's programme meets the present one's, unless that displaces all; never another former one's.
  const auto merged = [](const char* second) {
    return R"({"programmes":[{"id":"a","territory":{"former_province":["74"]},"citation":{"instrument":"x"},
      "from":"2025-01-01","rules":[]},)" +
           std::string{R"({"id":"b","citation":{"instrument":"x"},"from":"2025-07-01","rules":[],)"} + second + "}]}";
  };
  EXPECT_EQ(warnings(merged(R"("territory":{"province":["79"]})")), (Lines{"2 meeting b/a 2025-07-01 9999-12-31"}));
  EXPECT_EQ(warnings(merged(R"("territory":{"province":["79"]},"displaces":"all")")), Lines{});
  EXPECT_EQ(warnings(merged(R"("territory":{"former_province":["77"]})")), Lines{});
}

TEST(Check, NoCitation) {
  EXPECT_EQ(warnings(R"({"overrides":[
{"parameter":"income_step","value":1,"from":"2026-01-01"}],"programmes":[
{"id":"a","territory":{"province":["38"]},"from":"2026-01-01","citation":{"instrument":""},"rules":[]}],"records":[
{"territory":{"province":["38"]},"from":"2026-01-01","kind":"none"}]})"),
            (Lines{"2 uncited income_step", "3 uncited a", "4 uncited "}));
}

TEST(Check, AProgrammeReadBackWithoutCitation) {
  const auto read =
      laid(R"({"programmes":[{"id":"a","territory":{"province":["38"]},"from":"2026-01-01","rules":[]}]})");
  const std::string text = overlay_check_text("f", read.overlay, Language::en);
  EXPECT_NE(text.find("Source: no instrument is cited (assumed, high confidence); paid from: local budget"),
            std::string::npos)
      << text;
}

// An answer says so as well.
TEST(Check, AnAnswerWithoutCitation) {
  const Laid law = laid(R"({"programmes":[{"id":"a","territory":{"province":["38"]},"from":"2026-01-01",
    "standing":"text","rules":[{"per_month":{"fixed":1}}]}]})");
  Request request;
  request.paid_on = Day{2026, 11, 22};
  request.income = 1'500'000_dong;
  request.place.province = ProvinceCode::from_text("38");
  const std::string text = assessment_text(law.rules, explain(law.rules, request), Language::en);
  EXPECT_NE(text.find("(no instrument is cited; paid from: local budget)"), std::string::npos) << text;
}

TEST(Check, GroupsAndRulesInVain) {
  const std::string security = R"({"groups":["security_force"],"per_month":{"fixed":1}})";
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2023-01-01","to":"2024-06-30")", security))),
            (Lines{"2 impossible_group a 64"}));
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2023-01-01","to":"2024-07-01")", security))), Lines{});
  EXPECT_EQ(warnings("{\"groups\":[\n{\"name\":\"g\"}]}"), (Lines{"2 unused_group g 128"}));
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2026-01-01")",
                                    tenth + R"(,{"groups":["poor"],"per_month":{"floor_share":"0.10"}})"))),
            (Lines{"2 idle_rule a 1"}));
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2026-01-01")",
                                    tenth + R"(,{"groups":["poor"],"per_month":{"floor_share":"0.11"}})"))),
            Lines{});
  EXPECT_EQ(warnings(file(programme("a", R"("from":"2031-01-01")", tenth))), (Lines{"2 outside_law a"}));
}

TEST(Check, IsToldInBothLanguages) {
  const auto result = read_overlay(example("merger_ho_chi_minh"), LawBook::built_in());
  const std::string vi = overlay_check_text("f.json", result, Language::vi);
  const std::string en = overlay_check_text("f.json", result, Language::en);
  EXPECT_NE(vi.find("f.json:4:5: hcmc_security_force: lực lượng"), std::string::npos) << vi;
  EXPECT_NE(en.find("State and local support together are above 100%"), std::string::npos) << en;
  EXPECT_NE(vi.find("100% mức đóng trên mức thu nhập 6.000.000 đ/tháng"), std::string::npos) << vi;
  EXPECT_NE(en.find("Poor household: 30% of the contribution on the poverty line"), std::string::npos) << en;
  const auto refused = read_overlay("{\"x\":1}", LawBook::built_in());
  EXPECT_NE(overlay_check_text("f.json", refused, Language::en).find("f.json:1:2: x: there is no key"),
            std::string::npos);
  EXPECT_EQ(overlay_check_json("f.json", refused, Language::en).substr(0, 31), R"({"file":"f.json","valid":false,)");
}

}  // namespace
}  // namespace overlays
