// Files of law made at random: every shape of rule, own groups, further layers, former provinces and localities,
// several programmes on one ground. The library's answer is the reference's.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "laid.hpp"

namespace overlays {
namespace {

using namespace ansinh;

class Maker {
 public:
  explicit Maker(unsigned seed) : random_{seed} {}

  std::string file() {
    std::string json = R"({"groups":[{"name":"own_a"},{"name":"own_b"}],"layers":["commune","donor"],"programmes":[)";
    const int count = 1 + below(5);
    for (int i = 0; i < count; ++i) json += (i == 0 ? "" : ",") + programme(i);
    json += R"(],"records":[)";
    if (below(2) == 0) json += record();
    json += R"(],"overrides":[)";
    if (below(3) == 0) {
      json += R"({"parameter":"rural_poverty_line","value":)" + std::to_string(1'500'000 + below(3) * 1'234) +
              R"(,"from":"2025-08-15","standing":"text"})";
    }
    return json + "]}";
  }

  Request request(const LawBook& book) {
    Request q;
    q.paid_on = *Day::from_number(Day{2025, 6, 1}.number() + below(700));
    q.income = Money{book_floor(book, q.paid_on) + below(20) * (below(3) == 0 ? 7'777 : 50'000)};
    q.term = *Term::from_text(one_of({"1", "1", "3", "6", "12", "VS2", "TH7"}));
    q.groups = GroupSet::from_bits(static_cast<std::uint16_t>(random_() & random_() & book.known_groups().bits()));
    if (below(8) != 0) q.place.province = ProvinceCode::from_text("79");
    if (below(2) == 0) q.place.former_province = FormerProvinceCode::from_text(one_of({"74", "77", "79"}));
    if (below(2) == 0) q.place.locality = LocalityCode::from_text(one_of({"004", "00004"}));
    q.months_supported = below(3) == 0 ? 108 + below(13) : 0;
    if (below(2) == 0) q.local_months_used = below(30);
    if (below(2) == 0 || q.term.kind() != Term::Kind::months) q.fund_return_rate = Rate::from_text("0.0031");
    if (below(4) == 0) q.other_support = Money{below(300'000)};
    return q;
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  std::string one_of(const std::vector<const char*>& choices) {
    return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
  }
  static std::int64_t book_floor(const LawBook& book, Day day) { return income_brackets(book, day)->floor.dong(); }

  std::string territory() {
    return one_of({R"({"province":["79"]})", R"({"province":["79","38"]})", R"({"former_province":["74"]})",
                   R"({"former_province":["74","77"]})", R"({"locality":["004"]})",
                   R"({"former_province":["79"],"locality":["00004"]})"});
  }
  std::string groups() {
    return one_of({"[]", R"(["poor"])", R"(["poor","near_poor"])", R"(["ethnic_minority"])", R"(["own_a"])",
                   R"(["own_b","island"])", R"(["security_force"])"});
  }
  std::string per_month() {
    return one_of({R"({"floor_share":"0.1"})", R"({"floor_share":"0.333333333"})", R"({"floor_share":"0.55"})",
                   R"({"own_share":"0.12"})", R"({"own_share":"0.0777"})", R"({"fixed":50000})", R"({"fixed":1})",
                   R"({"stated_income":1234567,"share":"0.9"})"});
  }
  std::string rules() {
    std::string json;
    std::vector<std::string> had;
    for (int i = below(4); i >= 0; --i) {
      const std::string who = groups();
      if (std::find(had.begin(), had.end(), who) != had.end()) continue;
      had.push_back(who);
      json += (json.empty() ? "" : ",") + (R"({"groups":)" + who + R"(,"per_month":)" + per_month() + R"(,"months":)" +
                                           one_of({"\"central\"", "\"central\"", "\"all\"", "12", "5"}) + '}');
    }
    return '[' + json + ']';
  }
  std::string period() {
    return one_of({R"("from":"2025-01-01")", R"("from":"2025-07-01","to":"2026-06-30")", R"("from":"2026-01-01")",
                   R"("from":"2026-02-15","to":"2026-02-15")"});
  }
  std::string programme(int i) {
    return R"({"id":"p)" + std::to_string(i) + R"(","layer":")" +
           one_of({"province", "province", "province", "locality", "commune", "donor"}) + R"(","territory":)" +
           territory() + ',' + period() + R"(,"displaces":")" + one_of({"fitting", "all", "none"}) +
           R"(","standing":")" + one_of({"text", "text", "reported", "draft"}) + R"(","confidence":")" +
           one_of({"high", "high", "low"}) + R"(","source_of_money":")" + one_of({"budget", "fund"}) + R"(","rules":)" +
           rules() + '}';
  }
  // A confirmed none is one for everyone: whether one for a few groups speaks of others is not said anywhere.
  std::string record() {
    const std::string kind = one_of({"none", "none_found", "unknown", "draft"});
    return R"({"territory":)" + territory() + ',' + period() + R"(,"kind":")" + kind + R"(","groups":)" +
           (kind == "none" ? "[]" : groups()) + '}';
  }

  std::mt19937_64 random_;
};

TEST(Random, TheLibraryIsTheReference) {
  std::size_t priced_ones = 0, with_top_up = 0;
  for (unsigned seed = 1; seed <= 120 && !testing::Test::HasFailure(); ++seed) {
    Maker maker{seed};
    const std::string json = maker.file();
    const Laid law = laid(json);
    for (int i = 0; i < 250 && !testing::Test::HasFailure(); ++i) {
      const auto due = priced(law, maker.request(law.rules.book()));
      if (!due.ok()) continue;
      ++priced_ones;
      if (due->local_top_up > Money{}) ++with_top_up;
    }
    if (testing::Test::HasFailure()) ADD_FAILURE() << json;
  }
  EXPECT_GE(priced_ones, 20'000U);
  EXPECT_GE(with_top_up, 5'000U);
}

}  // namespace
}  // namespace overlays
