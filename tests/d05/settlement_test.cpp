// Totals for the forms B09a-TS and D11-TS.
#include <gtest/gtest.h>

#include "ansinh/d05.hpp"

namespace ansinh {
namespace {

ListedRow paid(ParticipantKey participant, PaymentKind kind, SupportGroup group, std::int64_t share) {
  ListedRow row;
  row.participant = participant;
  row.kind = kind;
  row.group = group;
  row.contribution = Money{330'000};
  row.central_support = Money{330'000 - share};
  row.participant_share = Money{share};
  row.collector = "NV01";
  row.collection_point = "3456789000TH0100070003";
  return row;
}

TEST(Settlement, SumsByEveryKeyAndOfTheForms) {
  Settlement settlement{{.first_time = read_percent("4,5"), .continued = read_percent("2.25%")}};
  settlement.add(paid(1, PaymentKind::first_time, SupportGroup::near_poor, 198'000));
  settlement.add(paid(1, PaymentKind::continued, SupportGroup::near_poor, 198'000));
  settlement.add(paid(2, PaymentKind::continued, SupportGroup::near_poor, 198'000));
  settlement.add(paid(0, PaymentKind::unknown, SupportGroup::other, 264'000));
  settlement.add(paid(0, PaymentKind::unknown, SupportGroup::other, 264'000));
  ASSERT_EQ(settlement.lines().size(), 3U);
  // 198,000 x 4.5 % = 8,910; 198,000 x 2.25 % = 4,455.
  EXPECT_EQ(settlement.json("sha256:0"),
            R"({"law_digest":"sha256:0","commission_rates":{"first_time":"4.5","continued":"2.25"},)"
            R"("b09a":[{"commune":"00070","group":"near_poor","participants":2,"payments":3,"contribution":"990000",)"
            R"("contribution_less_central_support":"594000","central_support":"396000"},)"
            R"({"commune":"00070","group":"other","participants":2,"payments":2,"contribution":"660000",)"
            R"("contribution_less_central_support":"528000","central_support":"132000"}],)"
            R"("d11":[{"organisation":"3456789000","collector":"NV01","collection_point":"3456789000TH0100070003",)"
            R"("first_time":{"payments":1,"participant_share":"198000","commission":"8910"},)"
            R"("continued":{"payments":2,"participant_share":"396000","commission":"8910"},)"
            R"("unknown":{"payments":2,"participant_share":"528000","commission":"0"},)"
            R"("participant_share":"1122000","commission":"17820"}],)"
            R"("lines":[{"organisation":"3456789000","collector":"NV01","collection_point":"3456789000TH0100070003",)"
            R"("commune":"00070","group":"near_poor","kind":"first_time","payments":1,"contribution":"330000",)"
            R"("central_support":"132000","local_top_up":"0","other_support":"0","participant_share":"198000",)"
            R"("commission":"8910"},)"
            R"({"organisation":"3456789000","collector":"NV01","collection_point":"3456789000TH0100070003",)"
            R"("commune":"00070","group":"near_poor","kind":"continued","payments":2,"contribution":"660000",)"
            R"("central_support":"264000","local_top_up":"0","other_support":"0","participant_share":"396000",)"
            R"("commission":"8910"},)"
            R"({"organisation":"3456789000","collector":"NV01","collection_point":"3456789000TH0100070003",)"
            R"("commune":"00070","group":"other","kind":"unknown","payments":2,"contribution":"660000",)"
            R"("central_support":"132000","local_top_up":"0","other_support":"0","participant_share":"528000",)"
            R"("commission":"0"}]})");
}

TEST(Settlement, CommissionIsRoundedARowTiesUp) {
  Settlement settlement{{.first_time = read_percent("0,5"), .continued = std::nullopt}};
  // 0.5 % of 100 is half a dong; twice rounded up, not once over both.
  for (int i = 0; i < 2; ++i) settlement.add(paid(1, PaymentKind::first_time, SupportGroup::other, 100));
  settlement.add(paid(1, PaymentKind::continued, SupportGroup::other, 100));
  Int128 commission = 0;
  for (const auto& [key, sums] : settlement.lines()) commission += sums.commission;
  EXPECT_EQ(commission, 2);
  EXPECT_NE(settlement.json("").find(R"("continued":null)"), std::string::npos);
}

TEST(Settlement, WhatTheRowSaysWinsOverThePoint) {
  Settlement settlement;
  ListedRow row = paid(1, PaymentKind::continued, SupportGroup::other, 1);
  row.organisation = "other";
  row.commune = "00001";
  settlement.add(row);
  for (const char* point : {"3456789000th0100070003", "3456789000TH010007000", "345678900xTH0100070003"}) {
    row = paid(1, PaymentKind::continued, SupportGroup::other, 1);
    row.collection_point = point;
    settlement.add(row);
  }
  std::size_t without = 0;
  for (const auto& [key, sums] : settlement.lines()) {
    const auto& [organisation, collector, point, commune, group, kind] = key;
    EXPECT_EQ(organisation == "other", commune == "00001");
    if (organisation.empty() && commune.empty()) ++without;
  }
  EXPECT_EQ(settlement.lines().size(), 4U);
  EXPECT_EQ(without, 3U);
}

TEST(Settlement, KindsAsFormsAndSoftwareWriteThem) {
  for (const char* cell : {"TM", "tham gia lần đầu", "Tham gia lần đầu", " Đóng mới "}) {
    EXPECT_EQ(payment_kind(cell), PaymentKind::first_time) << cell;
  }
  for (const char* cell : {"DT", "DL", "DB", "đóng tiếp", "Đóng tiếp", "đăng ký lại", "Đóng bù"}) {
    EXPECT_EQ(payment_kind(cell), PaymentKind::continued) << cell;
  }
  for (const char* cell : {"", "GH", "dừng đóng", "tm", "?"})
    EXPECT_EQ(payment_kind(cell), PaymentKind::unknown) << cell;
}

TEST(Settlement, Percentages) {
  EXPECT_EQ(read_percent("4,5"), Rate::from_text("0.045"));
  EXPECT_EQ(read_percent("100"), Rate::from_text("1"));
  EXPECT_EQ(read_percent("0"), Rate{});
  EXPECT_EQ(read_percent("0.0000001"), Rate::from_text("0.000000001"));
  for (const char* text : {"", "%", "-1", "100.1", "4,5,5", "0.00000001", "x"}) {
    EXPECT_EQ(read_percent(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace ansinh
