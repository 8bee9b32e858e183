// A population under two laws, held to `assess` row by row.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <ansinh/diff.hpp>
#include <ansinh/overlay.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "assess/mixed_rows.hpp"
#include "assess/random_law.hpp"

namespace {

using namespace ansinh;

// The groups of a request of `reading` by their names in another book; those without a name there are left out.
GroupSet groups_in(const LawBook& book, const LawBook& reading, GroupSet held, bool& left_out) {
  GroupSet groups;
  for (std::size_t bit = 0; bit < reading.groups().size(); ++bit) {
    if ((held.bits() >> bit & 1) == 0) continue;
    const auto own = book.group(reading.groups()[bit].name);
    if (own) groups |= *own;
    left_out = left_out || !own;
  }
  return groups;
}

struct Slow {
  std::map<int, DiffTally> provinces;
  std::map<unsigned, DiffTally> groups;
  std::map<std::string, std::pair<Int128, Int128>> layers;
  std::vector<DiffClass> kinds;
  std::array<std::uint64_t, 2> left_out{};
  DiffTally all;
};

Slow slow_diff(const Diff& diff, std::span<const Request> rows, bool strict) {
  Slow slow;
  const std::array books{&diff.law(), &diff.against()};
  for (const Rules* rules : books) {
    for (const std::string& layer : rules->book().layers()) slow.layers[layer];
  }
  for (const Request& row : rows) {
    std::array<std::optional<Assessment>, 2> answers;
    for (std::size_t side = 0; side < 2; ++side) {
      bool left_out = false;
      Request request = row;
      request.groups = groups_in(books[side]->book(), diff.reading().book(), row.groups, left_out);
      slow.left_out[side] += left_out ? 1 : 0;
      const Result<Assessment> answer = assess(*books[side], request);
      if (answer && !(strict && not_settled(request, *answer))) answers[side] = *answer;
    }
    DiffTally one;
    DiffClass kind = DiffClass::refused;
    const auto& [a, b] = answers;
    if (a && b) {
      one.law.add(Errc::ok, *a);
      one.against.add(Errc::ok, *b);
      const Money change = a->participant_share - b->participant_share;
      const bool same = a->contribution == b->contribution && a->central_support == b->central_support &&
                        a->local_top_up == b->local_top_up && a->province_top_up == b->province_top_up &&
                        a->locality_top_up == b->locality_top_up && a->other_support == b->other_support &&
                        a->months == b->months && a->supported_months == b->supported_months;
      kind = change < Money{}
                 ? DiffClass::gains
                 : (change > Money{} ? DiffClass::loses : (same ? DiffClass::unchanged : DiffClass::shifted));
      if (change < Money{}) one.gained = -change.dong();
      if (change > Money{}) one.lost = change.dong();
      for (std::size_t side = 0; side < 2; ++side) {
        for (const LayerAmount& layer : answers[side]->layers()) {
          auto& sum = slow.layers[books[side]->book().layers()[layer.layer]];
          (side == 0 ? sum.first : sum.second) += layer.amount.dong();
        }
      }
    } else if (a) {
      one.only_law.add(Errc::ok, *a);
      kind = DiffClass::only_law;
    } else if (b) {
      one.only_against.add(Errc::ok, *b);
      kind = DiffClass::only_against;
    }
    one.rows[static_cast<std::size_t>(kind)] = 1;
    slow.kinds.push_back(kind);
    slow.all.add(one);
    int province = row.place.province ? row.place.province->number() : 0;
    if (province == 0 && row.place.former_province) province = row.place.former_province->present().number();
    slow.provinces[province].add(one);
    slow.groups[row.groups.bits()].add(one);
  }
  return slow;
}

// What differs from the slow way; empty where nothing does.
std::string differs(Diff& diff, std::span<const Request> rows, bool strict) {
  std::vector<DiffRow> changes;
  diff.add(rows, &changes);
  const Slow slow = slow_diff(diff, rows, strict);
  std::vector<DiffClass> kinds(rows.size(), DiffClass::unchanged);
  for (const DiffRow& change : changes) {
    kinds[change.index] = change.kind;
    if ((change.law.status == Errc::ok && change.against.status == Errc::ok) !=
        (change.kind == DiffClass::gains || change.kind == DiffClass::loses || change.kind == DiffClass::shifted)) {
      return "the class of a change";
    }
    const auto add_up = [](const DiffSide& side) {
      return side.contribution ==
             side.central_support + side.local_top_up + side.other_support + side.participant_share;
    };
    if (!add_up(change.law) || !add_up(change.against)) return "parts that do not add up";
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (kinds[i] != slow.kinds[i]) {
      return "row " + std::to_string(i) + ": " + std::string{name(kinds[i])} + " instead of " +
             std::string{name(slow.kinds[i])};
    }
  }
  if (!(diff.all() == slow.all)) return "all";
  if (diff.provinces().size() != slow.provinces.size()) return "number of provinces";
  for (const auto& of : diff.provinces()) {
    if (!(of.tally == slow.provinces.at(of.province ? of.province->number() : 0))) return "a province";
  }
  if (diff.groups().size() != slow.groups.size()) return "number of group sets";
  for (const auto& of : diff.groups()) {
    if (!(of.tally == slow.groups.at(of.groups.bits()))) return "a group set";
  }
  if (diff.layers().size() != slow.layers.size()) return "number of layers";
  for (const DiffLayer& layer : diff.layers()) {
    if (std::pair{layer.law, layer.against} != slow.layers.at(layer.layer)) return "layer " + layer.layer;
  }
  if (diff.groups_left_out(true) != slow.left_out[0] || diff.groups_left_out(false) != slow.left_out[1]) {
    return "groups left out";
  }
  return {};
}

Diff between(const Rules& law, const Rules& against, bool strict = false) {
  auto made = Diff::between(law, against, strict);
  EXPECT_TRUE(made.ok());
  return std::move(made).value();
}

Rules law_of(const std::string& path) {
  std::ifstream file{std::string{EXAMPLES_DIR} + "/" + path};
  std::ostringstream text;
  text << file.rdbuf();
  const OverlayResult overlay = read_overlay(text.str(), LawBook::built_in());
  EXPECT_TRUE(overlay.ok()) << path;
  return Rules{overlay->book};
}

TEST(Diff, IsThatOfTheAnswers) {
  for (const char* path : {"overlays/national_what_if.json", "overlays/khanh_hoa.json", "overlays/s17_donors.json",
                           "overlays/s27_no_top_up.json", "overlays/s06_three_layers.json",
                           "overlays/s03_local_groups.json", "population/draft.json"}) {
    const Rules law = law_of(path);
    std::vector<Request> rows = proof::mixed_rows(20'000, 5);
    // On the grounds of the overlay too, and amounts that columns cannot say.
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto programmes = law.book().programmes();
      const Territory& ground = programmes[i % programmes.size()].territory;
      if (i % 3 == 0) {
        rows[i].place = {};
        if (!ground.province.empty()) rows[i].place.province = ground.province.front();
        if (!ground.locality.empty()) rows[i].place.locality = ground.locality.front();
      }
      if (i % 1'001 == 0) rows[i].other_support = 5'000'000'000_dong;
      if (i % 1'003 == 0) rows[i].paid_on = Day{2007, 5, 5};
      if (i % 1'005 == 0) rows[i].place.former_province = FormerProvinceCode::from_number(1);
      if (i % 1'007 == 0) rows[i].income = 3'000'000'000'000_dong;
    }
    Diff diff = between(law, built_in_rules());
    EXPECT_EQ(differs(diff, rows, false), "") << path;
    // One says of a programme what the built-in law says, the other only records that there is none.
    const bool same =
        std::string{path} == "overlays/khanh_hoa.json" || std::string{path} == "overlays/s27_no_top_up.json";
    EXPECT_EQ(diff.changes_nothing(), same) << path;
    Diff back = between(built_in_rules(), law);
    EXPECT_EQ(differs(back, rows, false), "") << path;
    Diff strict = between(law, built_in_rules(), true);
    EXPECT_EQ(differs(strict, rows, true), "") << path;
  }
}

RC_GTEST_PROP(DiffProperty, OfBooksThatNoLawHas, ()) {
  const int books = proof::full_sweep() ? 50 : 1;
  for (int i = 0; i < books; ++i) {
    const proof::Twin a = random_law::book(), b = random_law::book();
    const bool strict = random_law::chance(3);
    Diff diff = std::move(Diff::between(Rules{a.book}, Rules{b.book}, strict).value());
    std::vector<Request> rows;
    for (int k = 0; k < 150; ++k) rows.push_back(random_law::request(k % 2 == 0 ? a.law : b.law));
    // Names are those of both books: a bit of either is not meant.
    for (Request& row : rows) row.groups = GroupSet::from_bits(row.groups.bits() & 0x7f);
    const std::string difference = differs(diff, rows, strict);
    if (!difference.empty()) RC_FAIL(difference);
  }
}

TEST(Diff, SaysThatNothingChanges) {
  const std::vector<Request> rows = proof::mixed_rows(5'000, 9);
  Diff same = between(built_in_rules(), built_in_rules());
  std::vector<DiffRow> changes;
  same.add(rows, &changes);
  EXPECT_TRUE(same.changes_nothing());
  // Refused by both is no change, but it is listed.
  EXPECT_EQ(changes.size(), same.all().count(DiffClass::refused));
  EXPECT_EQ(same.all().all(), rows.size());
}

TEST(Diff, PartsMergeIntoTheWhole) {
  const std::vector<Request> rows = proof::mixed_rows(30'000, 11);
  const Rules law = law_of("overlays/national_what_if.json");
  Diff whole = between(law, built_in_rules());
  whole.add(rows, nullptr);
  Diff merged = whole.fresh();
  for (std::size_t at = rows.size(); at > 0;) {
    const std::size_t size = std::min<std::size_t>(at, 1 + at % 5'003);
    at -= size;
    Diff part = whole.fresh();
    part.add(std::span{rows}.subspan(at, size), nullptr);
    part.count_unread(Errc::invalid_argument);
    ASSERT_TRUE(merged.merge(part));
    whole.count_unread(Errc::invalid_argument);
  }
  EXPECT_EQ(merged.all(), whole.all());
  EXPECT_EQ(merged.refused(Errc::invalid_argument), whole.refused(Errc::invalid_argument));
  ASSERT_EQ(merged.provinces().size(), whole.provinces().size());
  for (std::size_t i = 0; i < whole.provinces().size(); ++i) {
    EXPECT_EQ(merged.provinces()[i].tally, whole.provinces()[i].tally);
  }
  ASSERT_EQ(merged.groups().size(), whole.groups().size());
  for (std::size_t i = 0; i < whole.groups().size(); ++i) {
    EXPECT_EQ(merged.groups()[i].tally, whole.groups()[i].tally);
  }
  Diff other = between(law, built_in_rules());
  EXPECT_FALSE(merged.merge(other));
}

// Two laws that each add a group under the same bit, and two further layers each, one of the same name.
TEST(Diff, TellsGroupsAndLayersByTheirNames) {
  const auto book = [](const char* group, const char* layer, const char* amount) {
    const std::string json = std::string{R"({"name":"t","groups":[{"name":")"} + group +
                             R"(","vi":"v","en":"e"}],"layers":["charity",")" + layer +
                             R"("],"programmes":[{"id":"p1","layer":"charity","territory":{"province":["56"]},)"
                             R"("from":"2026-01-01","standing":"draft","citation":{"instrument":"example"},)"
                             R"("source_of_money":"fund","rules":[{"groups":[")" +
                             group + R"("],"per_month":{"fixed":)" + amount +
                             R"(},"months":"all"}]},{"id":"p2","layer":")" + layer +
                             R"(","territory":{"province":["56"]},"from":"2026-01-01","standing":"draft",)"
                             R"("citation":{"instrument":"example"},"rules":[{"per_month":{"fixed":1000},)"
                             R"("months":"all"}]}]})";
    const OverlayResult overlay = read_overlay(json, LawBook::built_in());
    EXPECT_TRUE(overlay.ok()) << (overlay.ok() ? std::string{} : overlay.faults().front().key);
    return Rules{overlay->book};
  };
  const Rules law = book("village_helper", "union", "20000"), against = book("fisher", "parish", "30000");
  Diff diff = between(law, against);
  std::vector<Request> rows(3);
  for (Request& row : rows) {
    row.paid_on = Day{2026, 11, 22};
    row.income = 1'500'000_dong;
    row.place.province = ProvinceCode::from_number(56);
  }
  rows[0].groups = *diff.reading().book().group("village_helper");
  rows[1].groups = *diff.reading().book().group("fisher");
  EXPECT_EQ(differs(diff, rows, false), "");
  EXPECT_EQ(diff.groups_left_out(true), 1U);
  EXPECT_EQ(diff.groups_left_out(false), 1U);
  EXPECT_EQ(diff.all().count(DiffClass::gains), 1U);
  EXPECT_EQ(diff.all().count(DiffClass::loses), 1U);
  EXPECT_EQ(diff.all().count(DiffClass::unchanged), 1U);
  EXPECT_EQ(sum_text(diff.all().gained), "20000");
  EXPECT_EQ(sum_text(diff.all().lost), "30000");
  std::map<std::string, std::string> layers;
  for (const DiffLayer& layer : diff.layers())
    layers[layer.layer] = sum_text(layer.law) + ' ' + sum_text(layer.against);
  EXPECT_EQ(layers["charity"], "20000 30000");
  EXPECT_EQ(layers["union"], "3000 0");
  EXPECT_EQ(layers["parish"], "0 3000");
}

TEST(Diff, GivesTheFaultOfARow) {
  Request row;
  row.paid_on = Day{2026, 11, 22};
  row.income = 1'000_dong;
  const Diff diff = between(law_of("population/draft.json"), built_in_rules());
  EXPECT_EQ(diff.fault(row, true)->code, Errc::income_below_floor);
  row.income = 1'500'000_dong;
  EXPECT_FALSE(diff.fault(row, true));
  EXPECT_FALSE(diff.fault(row, false));
}

}  // namespace
