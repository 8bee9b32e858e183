// What would a local programme cost its province, and what would it leave to the participant? A programme is data:
// laid over the book it gives a new book; the built-in one stays as it is.
//
// The programme below is invented for this example. It is not law anywhere, and its standing says so.
#include <ansinh/ansinh.hpp>
#include <iostream>
#include <utility>

using namespace ansinh;

namespace {

// 30 % of the floor contribution for poor and near-poor participants of Phu Tho (25), as long as the State supports
// them, and 20,000 dong a month for everyone else, for the first 24 months.
Programme invented_programme() {
  Programme programme;
  programme.id = "example-phu-tho";
  if (const auto province = ProvinceCode::from_text("25")) programme.territory.province = {*province};
  programme.from = Day{2026, 7, 1};
  programme.standing = Standing::draft;
  programme.confidence = Confidence::draft;
  programme.citation = {.instrument = "an example, not law", .provision = ""};
  programme.rules = {
      {.groups = {Group::poor, Group::near_poor}, .per_month = FloorShare{"0.30"_rate}, .months = {}},
      {.groups = {}, .per_month = FixedSum{20'000_dong}, .months = {RuleMonths::Kind::limit, 24}},
  };
  return programme;
}

void show(const char* who, const Rules& rules, const Request& request) {
  const Result<Assessment> due = assess(rules, request);
  if (!due) {
    std::cout << who << ": " << fault_message(rules, due.fault(), Language::en) << '\n';
    return;
  }
  std::cout << who << ": State " << printed(due->central_support) << ", province " << printed(due->province_top_up)
            << ", participant " << printed(due->participant_share)
            << (due->flags.has(Flag::unsettled) ? " (not settled)" : "") << '\n';
}

}  // namespace

int main() {
  const Result<LawBook> book = LawBook::built_in().with(invented_programme());
  if (!book) {
    std::cout << "The book refuses the programme.\n";
    return 1;
  }
  const Rules with_programme{*book};

  Request request;
  request.paid_on = Day{2026, 11, 22};
  request.income = 1'500'000_dong;
  request.place.province = ProvinceCode::from_text("25");
  request.groups = Group::near_poor;
  show("near-poor, law as it is ", built_in_rules(), request);
  show("near-poor, with programme", with_programme, request);

  request.groups = {};
  request.term = 12_months;
  request.local_months_used = 18;  // six of the 24 months are left
  show("other, 12 months, law as it is ", built_in_rules(), request);
  show("other, 12 months, with programme", with_programme, request);

  request.income = 1'400'000_dong;
  show("below the floor", with_programme, request);
}
