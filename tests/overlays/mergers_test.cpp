// Mergers of 2025-07-01: an act of a former province goes on, on its own ground, until the present province's own act
// fits the participant or displaces all. Source: Law on Promulgation of Legal Documents art. 54(2)(b).
#include <gtest/gtest.h>

#include <array>

#include "laid.hpp"

namespace overlays {
namespace {

using namespace ansinh;

// A former province's programme of 30 % for everyone, and the present province's for the groups and in the way given.
std::string merged(const char* former, const char* present, const char* groups, const char* displaces) {
  return R"({"programmes":[{"id":"old","territory":{"former_province":[")" + std::string{former} +
         R"("]},"from":"2024-01-01","rules":[{"per_month":{"floor_share":"0.30"}}]},
    {"id":"new","territory":{"province":[")" +
         present + R"("]},"from":"2026-01-01","displaces":")" + displaces + R"(","rules":[{"groups":[)" + groups +
         R"(],"per_month":{"floor_share":"0.05"}}]}]})";
}

std::int64_t top_up(const Laid& law, const char* present, const char* former, GroupSet groups, Day day) {
  Request request;
  request.paid_on = day;
  request.income = 1'500'000_dong;
  request.groups = groups;
  if (present != nullptr) request.place.province = ProvinceCode::from_text(present);
  if (former != nullptr) request.place.former_province = FormerProvinceCode::from_text(former);
  const auto due = priced(law, request);
  EXPECT_TRUE(due.ok());
  return due.ok() ? due->province_top_up.dong() : -1;
}

constexpr Day before{2025, 12, 31}, after{2026, 1, 1};

struct Merger {
  const char* former;
  const char* other;  // another former province on the same ground
  const char* present;
};
// Hai Duong and Hai Phong; Quang Nam and Da Nang; Binh Duong, Ba Ria - Vung Tau and Ho Chi Minh City.
constexpr std::array<Merger, 4> mergers{
    Merger{"30", "31", "31"}, {"49", "48", "48"}, {"74", "79", "79"}, {"77", "74", "79"}};

TEST(Mergers, TheNewActEndsTheOldOneForThoseWhomItFits) {
  for (const auto& [former, other, present] : mergers) {
    const Laid law = laid(merged(former, present, "\"poor\"", "fitting"));
    for (const GroupSet groups : {GroupSet{}, GroupSet{Group::poor}, GroupSet{Group::near_poor}}) {
      EXPECT_EQ(top_up(law, present, former, groups, before), 99'000);
      EXPECT_EQ(top_up(law, nullptr, former, groups, before), 99'000);
      EXPECT_EQ(top_up(law, present, other, groups, before), 0);
      EXPECT_EQ(top_up(law, present, nullptr, groups, before), 0);
    }
    EXPECT_EQ(top_up(law, present, former, Group::poor, after), 16'500);
    EXPECT_EQ(top_up(law, present, former, Group::near_poor, after), 99'000);
    EXPECT_EQ(top_up(law, present, former, {}, after), 99'000);
    EXPECT_EQ(top_up(law, present, other, Group::poor, after), 16'500);
    EXPECT_EQ(top_up(law, present, other, {}, after), 0);
  }
}

TEST(Mergers, OrForEveryoneIfItSaysSo) {
  for (const auto& [former, other, present] : mergers) {
    const Laid law = laid(merged(former, present, "\"poor\"", "all"));
    EXPECT_EQ(top_up(law, present, former, {}, before), 99'000);
    EXPECT_EQ(top_up(law, present, former, Group::poor, after), 16'500);
    EXPECT_EQ(top_up(law, present, former, {}, after), 0);
  }
}

TEST(Mergers, OrForNobodyAndThenTheBetterCounts) {
  for (const auto& [former, other, present] : mergers) {
    const Laid law = laid(merged(former, present, "\"poor\"", "none"));
    EXPECT_EQ(top_up(law, present, former, Group::poor, after), 99'000);
    EXPECT_EQ(top_up(law, present, other, Group::poor, after), 16'500);
    EXPECT_EQ(top_up(law, present, former, {}, after), 99'000);
  }
}

// An act for the security force alone leaves the other acts to everyone else.
TEST(Mergers, AnActForTheSecurityForceAlone) {
  for (const auto& [former, other, present] : mergers) {
    const Laid law = laid(merged(former, present, "\"security_force\"", "fitting"));
    EXPECT_EQ(top_up(law, present, former, {}, after), 99'000);
    EXPECT_EQ(top_up(law, present, former, Group::poor, after), 99'000);
    EXPECT_EQ(top_up(law, present, former, Group::security_force, after), 16'500);
    EXPECT_EQ(top_up(law, present, former, {Group::poor, Group::security_force}, after), 16'500);
  }
}

// A former act of one layer is not ended by a present one of another.
TEST(Mergers, LayerByLayer) {
  const Laid law = laid(R"({"layers":["donor"],"programmes":[
    {"id":"old","layer":"donor","territory":{"former_province":["30"]},"from":"2024-01-01",
     "rules":[{"per_month":{"floor_share":"0.30"}}]},
    {"id":"new","territory":{"province":["31"]},"from":"2026-01-01","displaces":"all",
     "rules":[{"per_month":{"floor_share":"0.05"}}]}]})");
  Request request;
  request.paid_on = after;
  request.income = 1'500'000_dong;
  request.place.former_province = FormerProvinceCode::from_text("30");
  const auto due = priced(law, request);
  ASSERT_TRUE(due.ok());
  EXPECT_EQ(due->province_top_up, 16'500_dong);
  EXPECT_EQ(due->local_top_up, 115'500_dong);
}

// The same act, extended to the whole new province from a day on: one programme for each period.
TEST(Mergers, ExtendedToTheWholeProvince) {
  const Laid law = laid(R"({"programmes":[
    {"id":"old","territory":{"former_province":["49"]},"from":"2024-01-01","to":"2026-06-30",
     "rules":[{"per_month":{"floor_share":"0.30"}}]},
    {"id":"extended","territory":{"province":["48"]},"from":"2026-07-01","rules":[{"per_month":{"floor_share":"0.30"}}]}]})");
  EXPECT_EQ(top_up(law, "48", "49", {}, Day{2026, 6, 30}), 99'000);
  EXPECT_EQ(top_up(law, "48", "48", {}, Day{2026, 6, 30}), 0);
  EXPECT_EQ(top_up(law, "48", "49", {}, Day{2026, 7, 1}), 99'000);
  EXPECT_EQ(top_up(law, "48", "48", {}, Day{2026, 7, 1}), 99'000);
  EXPECT_EQ(top_up(law, "48", nullptr, {}, Day{2026, 7, 1}), 99'000);
}

}  // namespace
}  // namespace overlays
