#include "lists/d05_check.hpp"

#include "lists/cell.hpp"
#include "lists/fields.hpp"
#include "lists/numbers.hpp"
#include "lists/support_rates.hpp"

namespace ansinh {

std::string_view name(Checked what) {
  switch (what) {
    case Checked::months: return "months";
    case Checked::contribution: return "contribution";
    case Checked::support_rate: return "support_rate";
    case Checked::central_support: return "central_support";
    case Checked::local_rate: return "local_rate";
    case Checked::local_top_up: return "local_top_up";
    case Checked::other_rate: return "other_rate";
    case Checked::other_support: return "other_support";
    case Checked::participant_share: return "participant_share";
  }
  return "";
}

namespace lists {
namespace {

class Comparison {
 public:
  explicit Comparison(Findings& findings) : findings_{findings} {
    findings_.text.clear();
    findings_.disagrees = false;
    findings_.differences = {};
  }
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;
  ~Comparison() {
    if (findings_.text.empty()) findings_.text = "ok";
  }

  void amount(Checked what, const std::optional<Money>& stated, Money right) {
    if (!stated || *stated == right) return;
    disagree(what, std::to_string(stated->dong()), std::to_string(right.dong()), *stated - right);
  }
  void count(Checked what, const std::optional<std::int64_t>& stated, std::int64_t right) {
    if (stated && *stated != right) disagree(what, std::to_string(*stated), std::to_string(right), Money{});
  }
  // `right`: nothing where the law gives no rate but something else.
  void rate(Checked what, Rate stated, const std::optional<Rate>& right) {
    if (right && *right == stated) return;
    disagree(what, percent(stated), right ? percent(*right) : "-", Money{});
  }
  void unknown_local_law() { add("local_top_up: unknown"); }

 private:
  void disagree(Checked what, const std::string& stated, const std::string& right, Money difference) {
    add(std::string{name(what)} + ": " + stated + " ≠ " + right);
    findings_.disagrees = true;
    findings_.differences[static_cast<std::size_t>(what)] = difference;
  }
  void add(std::string_view finding) {
    if (!findings_.text.empty()) findings_.text += "; ";
    findings_.text += finding;
  }

  Findings& findings_;
};

// A stated rate that is not the law's own way to put it, but gives the law's amount, is no error.
bool gives(const LawBook& book, Rate rate, const Request& request, const Assessment& answer, Money amount) {
  return share_of_floor(book, rate, request.paid_on, answer.months) == amount;
}

}  // namespace

bool read_stated(const D05Form& form, std::span<const std::string_view> cells, Stated& stated, Fault& fault,
                 std::size_t& column) {
  const auto cell_of = [&](std::size_t at) { return at < cells.size() ? trimmed(cells[at]) : std::string_view{}; };
  const auto refuse = [&](std::size_t at, Field field) {
    fault = fault_of(field, Hint::malformed, cell_of(at));
    column = at + 1;
    return false;
  };
  const auto amount = [&](std::size_t at, std::optional<Money>& into) {
    const std::string_view text = cell_of(at);
    if (text.empty()) return true;
    const Number number = read_amount(text);
    if (number.form != Number::Form::whole) return refuse(at, Field::stated_amount);
    into = Money{number.value};
    return true;
  };
  const auto rate = [&](std::size_t at, std::optional<Rate>& into) {
    const std::string_view text = cell_of(at);
    if (text.empty()) return true;
    into = rate_of_percent(text);
    return into.has_value() || refuse(at, Field::stated_rate);
  };
  stated = {};
  const std::string_view months_text = cell_of(form.months);
  if (!months_text.empty()) {
    const Number months = read_digits(months_text);
    if (months.form != Number::Form::whole) return refuse(form.months, Field::term);
    stated.months = months.value;
  }
  return amount(form.contribution, stated.contribution) && amount(form.participant_share, stated.participant_share) &&
         rate(form.support_rate, stated.support_rate) && amount(form.central_support, stated.central_support) &&
         rate(form.local_rate, stated.local_rate) && amount(form.local_top_up, stated.local_top_up) &&
         rate(form.other_rate, stated.other_rate) && amount(form.other_support, stated.other_support);
}

void compare(const LawBook& book, const Stated& stated, const Request& request, const Assessment& answer,
             Findings& findings) {
  Comparison comparison{findings};
  comparison.count(Checked::months, stated.months, answer.months);
  comparison.amount(Checked::contribution, stated.contribution, answer.contribution);
  if (stated.support_rate) {
    const Rate right = answer.supported_months > 0 ? state_rate(book, request.groups, request.paid_on).rate : Rate{};
    comparison.rate(Checked::support_rate, *stated.support_rate, right);
  }
  comparison.amount(Checked::central_support, stated.central_support, answer.central_support);

  Money local = answer.local_top_up;
  if (answer.flags.has(Flag::local_unknown)) {
    comparison.unknown_local_law();
    if (stated.local_top_up) {
      local = *stated.local_top_up;
    } else if (stated.local_rate) {
      local = share_of_floor(book, *stated.local_rate, request.paid_on, answer.months).value_or(local);
    }
  } else {
    if (stated.local_rate && !gives(book, *stated.local_rate, request, answer, answer.local_top_up)) {
      comparison.rate(Checked::local_rate, *stated.local_rate, local_rate(book, request, answer));
    }
    comparison.amount(Checked::local_top_up, stated.local_top_up, answer.local_top_up);
  }

  if (stated.other_rate && !gives(book, *stated.other_rate, request, answer, answer.other_support)) {
    comparison.rate(Checked::other_rate, *stated.other_rate,
                    answer.other_support == Money{} ? std::optional<Rate>{Rate{}} : std::nullopt);
  }
  comparison.amount(Checked::other_support, stated.other_support, answer.other_support);
  // Where the local law is not known, the parts are taken as stated, and the share is what they leave.
  const Money share = answer.contribution - answer.central_support - local - answer.other_support;
  comparison.amount(Checked::participant_share, stated.participant_share, share < Money{} ? Money{} : share);
}

bool local_fits(const LawBook& book, const Stated& stated, const Request& request, const Assessment& answer) {
  if (stated.local_top_up && *stated.local_top_up != answer.local_top_up) return false;
  if (!stated.local_rate || gives(book, *stated.local_rate, request, answer, answer.local_top_up)) return true;
  return local_rate(book, request, answer) == *stated.local_rate;
}

}  // namespace lists
}  // namespace ansinh
