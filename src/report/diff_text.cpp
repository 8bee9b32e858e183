// A population under two laws, as text.
#include <array>

#include "ansinh/population_report.hpp"
#include "report/escape.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"
#include "report/sums.hpp"

namespace ansinh {
namespace {

using report::bare_sum;
using report::Phrase;
using report::printed_count;
using report::printed_sum;
using report::say;
using report::wrapped_lines;

constexpr std::array classes{DiffClass::gains,    DiffClass::loses,        DiffClass::shifted, DiffClass::unchanged,
                             DiffClass::only_law, DiffClass::only_against, DiffClass::refused};

std::string signed_sum(Int128 sum) { return (sum > 0 ? "+" : "") + bare_sum(sum); }

// What is compared, by whom it is paid.
struct Amount {
  Phrase title;
  Int128 (*of)(const Tally&);
};
constexpr Amount contribution{{"tổng tiền đóng", "contributions"}, [](const Tally& t) { return t.contribution; }};
constexpr Amount central{{"Nhà nước", "State"}, [](const Tally& t) { return t.central_support; }};
constexpr Amount local{{"địa phương", "local"}, [](const Tally& t) { return t.local_top_up; }};
constexpr Amount other{{"hỗ trợ khác", "others"}, [](const Tally& t) { return t.other_support; }};
constexpr Amount share{{"người tham gia", "participants"}, [](const Tally& t) { return t.participant_share; }};

class Text {
 public:
  Text(const Diff& diff, Language language) : diff_{diff}, language_{language}, all_{diff.all()} {}

  std::string of(const std::vector<DiffExample>& first) {
    opening();
    counts();
    payers();
    breakdown();
    examples(first);
    return out_;
  }

 private:
  [[nodiscard]] std::string count(std::uint64_t rows) const { return printed_count(Int128{rows}, language_); }

  void opening() {
    const std::string law = diff_.law().book().digest(), against = diff_.against().book().digest();
    out_ += wrapped_lines(say(language_, "So luật {0} với luật {1}: {2} dòng.",
                              "The law {0} compared with {1}: {2} rows.", law, against, count(all_.all())),
                          "");
    if (law == against) {
      out_ += wrapped_lines(say(language_, "Hai luật là một.", "The two laws are the same."), "");
    } else if (diff_.changes_nothing()) {
      out_ += wrapped_lines(say(language_, "Luật này không làm thay đổi gì đối với danh sách.",
                                "The law changes nothing for this population."),
                            "");
    }
    for (const bool under_law : {true, false}) {
      const std::uint64_t rows = diff_.groups_left_out(under_law);
      if (rows == 0) continue;
      out_ += wrapped_lines(
          say(language_, "{0} dòng có đối tượng mà luật {1} không biết; ở đó đối tượng ấy không tính (giả định).",
              "Rows with a group that the law {1} does not know, where it does not count (assumed): {0}.", count(rows),
              under_law ? law : against),
          "");
    }
  }

  void counts() {
    out_ += '\n';
    report::TextTable table;
    for (const DiffClass c : classes) {
      if (all_.count(c) == 0 && c != DiffClass::gains && c != DiffClass::loses) continue;
      std::string money;
      if (c == DiffClass::gains) money = printed_sum(-all_.gained);
      if (c == DiffClass::loses) money = (all_.lost > 0 ? "+" : "") + printed_sum(all_.lost);
      table.row({std::string{words(c, language_)}, count(all_.count(c)), money});
    }
    out_ += table.text();
  }

  static void payer(report::TextTable& table, std::string what, Int128 law, Int128 against) {
    table.row({std::move(what), bare_sum(law), bare_sum(against), signed_sum(law - against)});
  }

  void payers() {
    out_ += '\n' + say(language_, "Ai trả, ở các dòng tính được theo cả hai luật (đồng)\n",
                       "Who pays, of the rows that both laws price (đồng)\n");
    report::TextTable table;
    table.row({"", say(language_, "luật này", "this law"), say(language_, "luật so sánh", "compared with"),
               say(language_, "chênh lệch", "difference")});
    const auto line = [&](const Amount& amount) {
      payer(table, std::string{amount.title.in(language_)}, amount.of(all_.law), amount.of(all_.against));
    };
    line(contribution);
    line(central);
    for (const DiffLayer& layer : diff_.layers()) {
      if (layer.law == 0 && layer.against == 0) continue;
      payer(table, layer_words(layer.layer, language_), layer.law, layer.against);
    }
    if (all_.law.other_support != 0 || all_.against.other_support != 0) line(other);
    line(share);
    bool ruled = false;
    for (const auto source : {SourceOfMoney::budget, SourceOfMoney::fund}) {
      const auto i = static_cast<std::size_t>(source);
      if (all_.law.by_source[i] == 0 && all_.against.by_source[i] == 0) continue;
      if (!ruled) table.rule();
      ruled = true;
      payer(table, say(language_, "địa phương, {}", "local, {}", words(source, language_)), all_.law.by_source[i],
            all_.against.by_source[i]);
    }
    out_ += table.text();
  }

  void breakdown() {
    const auto begin = [&](report::TextTable& table, std::string what) {
      table.row({std::move(what), say(language_, "dòng", "rows"), say(language_, "đóng ít hơn", "pay less"),
                 say(language_, "đóng nhiều hơn", "pay more"), std::string{central.title.in(language_)},
                 std::string{local.title.in(language_)}, std::string{share.title.in(language_)}});
    };
    const auto line = [&](report::TextTable& table, std::string what, const DiffTally& tally) {
      const auto difference = [&](const Amount& amount) {
        return signed_sum(amount.of(tally.law) - amount.of(tally.against));
      };
      table.row({std::move(what), count(tally.all()), count(tally.count(DiffClass::gains)),
                 count(tally.count(DiffClass::loses)), difference(central), difference(local), difference(share)});
    };
    out_ += '\n' + say(language_, "Chênh lệch (đồng)\n", "Differences (đồng)\n");
    report::TextTable provinces;
    begin(provinces, say(language_, "tỉnh", "province"));
    for (const Diff::OfProvince& of : diff_.provinces()) {
      line(provinces,
           of.province ? report::province_text(*of.province, language_) : say(language_, "không khai", "none given"),
           of.tally);
    }
    out_ += provinces.text() + '\n';
    report::TextTable groups;
    begin(groups, say(language_, "đối tượng", "groups"));
    for (const Diff::OfGroups& of : diff_.groups()) {
      line(groups, printed(diff_.reading().book(), of.groups, language_), of.tally);
    }
    out_ += groups.text();
  }

  void examples(const std::vector<DiffExample>& first) {
    if (first.empty()) return;
    out_ += '\n' + say(language_, "Những dòng thay đổi đầu tiên: người tham gia đóng (đồng)\n",
                       "The first rows that change: what the participant pays (đồng)\n");
    report::TextTable table;
    table.row({say(language_, "dòng", "row"), "id", "", say(language_, "luật này", "this law"),
               say(language_, "luật so sánh", "compared with")});
    const auto side = [](const DiffSide& of) {
      return of.status == Errc::ok ? bare_sum(of.participant_share) : std::string{name(of.status)};
    };
    for (const DiffExample& example : first) {
      table.row({count(example.row), report::plain_at_most(example.id, 40),
                 std::string{words(example.change.kind, language_)}, side(example.change.law),
                 side(example.change.against)});
    }
    out_ += table.text();
  }

  const Diff& diff_;
  Language language_;
  DiffTally all_;
  std::string out_;
};

}  // namespace

std::string_view words(DiffClass c, Language language) {
  switch (c) {
    case DiffClass::unchanged: return Phrase{"không đổi", "the same"}.in(language);
    case DiffClass::gains: return Phrase{"đóng ít hơn", "pays less"}.in(language);
    case DiffClass::loses: return Phrase{"đóng nhiều hơn", "pays more"}.in(language);
    case DiffClass::shifted:
      return Phrase{"đóng như cũ, nguồn hỗ trợ khác", "pays the same, others pay otherwise"}.in(language);
    case DiffClass::only_law: return Phrase{"chỉ tính được theo luật này", "priced under this law only"}.in(language);
    case DiffClass::only_against:
      return Phrase{"chỉ tính được theo luật so sánh", "priced under the one compared with only"}.in(language);
    case DiffClass::refused: return Phrase{"bị cả hai từ chối", "refused by both"}.in(language);
  }
  return {};
}

std::string diff_text(const Diff& diff, const std::vector<DiffExample>& first, Language language) {
  return Text{diff, language}.of(first);
}

}  // namespace ansinh
