#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>
#include <utility>

namespace ansinh::cli {
namespace {

constexpr unsigned most_jobs = 256;

// A name out of a few, else a usage error that lists them.
template <class T>
void add_name(CLI::App& command, const char* option, T& value, std::vector<T> allowed, const char* help) {
  std::string names;
  for (const T choice : allowed) {
    if (!names.empty()) names += '|';
    names += name(choice);
  }
  command
      .add_option_function<std::string>(
          option,
          [&value, allowed = std::move(allowed), option, names](const std::string& text) {
            for (const T choice : allowed) {
              if (name(choice) == text) {
                value = choice;
                return;
              }
            }
            throw CLI::ValidationError(option, text + " is none of " + names);
          },
          help)
      ->type_name(names);
}

void add_common(CLI::App& command, Common& common, std::vector<Format> formats) {
  add_name(command, "--format", common.format, std::move(formats), "form of the answer, default text");
  add_name(command, "--lang", common.language, {Language::vi, Language::en}, "language of texts, default vi");
  command.add_flag("--strict", common.strict, "refuse what is not settled or rests on unknown local law");
  command.add_option("--law", common.law, "law laid over the built-in one (JSON); repeatable, in this order")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

CLI::Option* add_field(CLI::App& command, FieldTexts& fields, const char* option, Field field, const char* help) {
  return command.add_option(option, fields[field], help)->type_name("TEXT");
}

void add_place(CLI::App& command, FieldTexts& fields) {
  add_field(command, fields, "--province", Field::province,
            "code in the list of 34 in force since 2025-07-01, such as 01");
  add_field(command, fields, "--former-province", Field::former_province, "code in the list of 63 before 2025-07-01");
  add_field(command, fields, "--locality", Field::locality, "code of a former district (004) or a commune (00004)");
}

void add_groups(CLI::App& command, FieldTexts& fields) {
  command
      .add_option("--group", fields.groups,
                  "poor, island, near_poor, ethnic_minority or a local group; once for each group")
      ->type_name("NAME")
      ->allow_extra_args(false);
}

// Every field of a payment.
void add_payment(CLI::App& command, FieldTexts& fields) {
  add_field(command, fields, "--paid-on", Field::paid_on, "day of payment, 2026-11-22 or 22/11/2026")->required();
  add_field(command, fields, "--from", Field::first_month, "first month covered, default the month of payment");
  add_field(command, fields, "--income", Field::income, "chosen income, VND a month")->required();
  add_field(command, fields, "--term", Field::term, "1, 3, 6, 12, VS2...VS5, TH<n>, DB<n>; default 1");
  add_groups(command, fields);
  add_place(command, fields);
  add_field(command, fields, "--months-supported", Field::months_supported, "months supported before, 0...120");
  add_field(command, fields, "--local-months-used", Field::local_months_used,
            "months received under a local programme's own limit");
  add_field(command, fields, "--rate", Field::fund_return_rate, "monthly return of the fund, such as 0.0031");
  add_field(command, fields, "--other", Field::other_support, "VND given by others for this payment");
  add_field(command, fields, "--th-support", Field::th_support, "compounded or nominal, for TH");
}

void add_text(CLI::App& command, const char* option, std::string& value, const char* help, bool required = false) {
  command.add_option(option, value, help)->type_name("TEXT")->required(required);
}

constexpr const char* sex_help = "F or M";
constexpr const char* birth_help = "month of birth, 1975-05; or the year alone";

CLI::App* add_benefit(CLI::App& app, BenefitCommand& benefit) {
  CLI::App* command = app.add_subcommand(
      "benefit",
      "Chế độ từ quá trình đóng · what a contribution record brings: pension, one-time, death, maternity, bridge");
  command
      ->add_option_function<std::string>(
          "KIND",
          [&benefit](const std::string& text) {
            const auto kind = benefit_kind_from_name(text);
            if (!kind) throw CLI::ValidationError("KIND", text + " is none of pension|one-time|death|maternity|bridge");
            benefit.kind = *kind;
          },
          "pension, one-time, death, maternity or bridge")
      ->required()
      ->type_name("KIND");
  command
      ->add_option("--record", benefit.record,
                   "CSV: from,months,income,scheme,kind,paid_on,groups,central_support; - is standard input")
      ->type_name("FILE");
  add_text(*command, "--on", benefit.on, "month of the event, 2031-06", true);
  add_text(*command, "--sex", benefit.sex, sex_help);
  add_text(*command, "--birth", benefit.birth, birth_help);
  add_text(*command, "--case", benefit.one_time_case,
           "of one-time: no_pension_rights, emigration, terminal_illness, disability_81 or stopped_before_2025");
  add_text(*command, "--children", benefit.children, "of maternity, default 1");
  add_text(*command, "--pension", benefit.pension, "of a pensioner: the pension drawn, VND a month");
  add_text(*command, "--months-drawn", benefit.months_drawn, "of a pensioner: months of pension drawn");
  add_groups(*command, benefit.fields);
  command->add_flag("--estimate-indexation", benefit.estimate_indexation,
                    "where no table of indexation is published: the last one, labelled as an estimate");
  command->add_flag("--explain", benefit.explain, "every step with its article");
  add_common(*command, benefit.common, {Format::text, Format::json});
  return command;
}

CLI::App* add_plan(CLI::App& app, PlanCommand& plan) {
  CLI::App* command =
      app.add_subcommand("plan", "Kế hoạch đóng đến khi nghỉ hưu · from now to the pension, an illustration");
  add_text(*command, "--sex", plan.sex, sex_help, true);
  add_text(*command, "--birth", plan.birth, birth_help, true);
  add_text(*command, "--from", plan.from, "first month to pay for, 2026-12", true);
  add_field(*command, plan.fields, "--income", Field::income, "chosen income, VND a month");
  add_text(*command, "--target-pension", plan.target_pension, "instead: the lowest income that brings this pension");
  add_text(*command, "--budget", plan.budget, "instead: the highest income that this sum a month pays for");
  add_field(*command, plan.fields, "--term", Field::term, "1, 3, 6 or 12; default 1");
  add_groups(*command, plan.fields);
  add_place(*command, plan.fields);
  add_field(*command, plan.fields, "--months-supported", Field::months_supported, "months supported before, 0...120");
  add_text(*command, "--months-so-far", plan.months_so_far, "months contributed before --from");
  add_text(*command, "--average-so-far", plan.average_so_far, "their indexed average income, VND a month");
  add_text(*command, "--fixed-factor", plan.fixed_factor,
           "a fixed price factor such as 1.35, as printed tables use; it has no basis in law");
  command->add_flag("--explain", plan.explain, "every step with its article");
  add_common(*command, plan.common, {Format::text, Format::json});
  return command;
}

}  // namespace

RequestCells FieldTexts::cells() {
  std::string& joined = (*this)[Field::groups];
  joined.clear();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i > 0) joined += '|';
    joined += groups[i];
  }
  RequestCells cells;
  for (std::size_t i = 0; i < text.size(); ++i) cells.text[i] = text[i];
  return cells;
}

Command parse_command_line(int argc, const char* const* argv) {
  CLI::App app{
      "ansinh: tính đóng bảo hiểm xã hội tự nguyện · voluntary social insurance, exact to the dong\n"
      "Exit: 0 done, 2 usage or unreadable input, 3 something was refused, 4 stopped midway",
      "ansinh"};
  app.require_subcommand(1);

  AssessCommand assess;
  CLI::App* assess_app = app.add_subcommand("assess", "Tính một lần đóng · one payment");
  add_payment(*assess_app, assess.fields);
  assess_app->add_flag("--explain", assess.explain, "every step with its article");
  assess_app->add_flag("--schedule", assess.schedule, "month by month; then also as csv");
  add_common(*assess_app, assess.common, {Format::text, Format::csv, Format::json});

  RefundCommand refund;
  CLI::App* refund_app =
      app.add_subcommand("refund", "Hoàn trả phần đã đóng · what is given back of the last months of a payment");
  add_payment(*refund_app, refund.fields);
  refund_app->add_option("--remaining", refund.remaining, "the last months of the period, which are given back")
      ->required()
      ->type_name("TEXT");
  refund_app->add_option("--on", refund.on, "day of the event, 2026-11-22 or 22/11/2026")
      ->required()
      ->type_name("TEXT");
  refund_app->add_option("--reason", refund.reason, "compulsory, withdrawal, death or pension")
      ->required()
      ->type_name("TEXT");
  refund_app
      ->add_option("--support-refunded", refund.support_refunded, "State support to be given back, VND, where stated")
      ->type_name("TEXT");
  refund_app->add_flag("--explain", refund.explain, "every step with its article");
  add_common(*refund_app, refund.common, {Format::text, Format::json});

  TableCommand table;
  CLI::App* table_app = app.add_subcommand("table", "Bảng mức đóng · contribution table: incomes x groups x terms");
  add_field(*table_app, table.fields, "--paid-on", Field::paid_on, "day of payment")->required();
  add_place(*table_app, table.fields);
  add_field(*table_app, table.fields, "--months-supported", Field::months_supported,
            "months supported before, 0...120");
  add_field(*table_app, table.fields, "--rate", Field::fund_return_rate,
            "monthly return of the fund for years ahead, such as 0.0031; default the published one");
  table_app->add_flag(
      "--leaflet", table.leaflet,
      "one page for one group: incomes, who pays what, pensions, a chart; html or svg; --group implies it");
  add_groups(*table_app, table.fields);
  add_name(*table_app, "--paper", table.paper, {Paper::a4, Paper::a5}, "of a leaflet, default A4");
  add_text(*table_app, "--fixed-factor", table.fixed_factor,
           "of a leaflet: a fixed price factor such as 1.35, as printed tables use; it has no basis in law");
  add_common(*table_app, table.common, {Format::text, Format::csv, Format::html, Format::json, Format::svg});

  LawCommand law;
  CLI::App* law_app = app.add_subcommand("law", "Giá trị pháp luật có ngày và nguồn · dated values of law, cited");
  CLI::Option* parameter =
      law_app->add_option("--parameter", law.parameter, "only this one, such as rural_poverty_line")->type_name("NAME");
  CLI::Option* on = law_app->add_option("--on", law.on, "only what is in force on this day")->type_name("DATE");
  CLI::Option* province =
      law_app->add_option("--province", law.province, "only programmes and records of this province")
          ->type_name("CODE");
  law_app->add_flag("--open", law.open, "every assumed, draft or unknown value and every place without a record")
      ->excludes(parameter)
      ->excludes(on)
      ->excludes(province);
  add_common(*law_app, law.common, {Format::text, Format::csv, Format::html, Format::json});

  LawCheckCommand check;
  CLI::App* check_app =
      law_app->add_subcommand("check", "Kiểm tra tệp luật địa phương · faults and warnings of a file for --law");
  check_app->add_option("FILE", check.file, "the file, or - for standard input")->required()->type_name("FILE");
  add_common(*check_app, check.common, {Format::text, Format::json});

  BatchCommand batch;
  CLI::App* batch_app = app.add_subcommand("batch", "Tính cả danh sách CSV · a list (CSV), streamed, in order");
  batch_app->add_option("IN", batch.input, "input CSV, or - for standard input")->required()->type_name("FILE");
  batch_app->add_option("-o,--output", batch.output, "output CSV, written as FILE.part until complete; default stdout")
      ->type_name("FILE");
  batch_app->add_option("--totals", batch.totals, "write totals as JSON")->type_name("FILE");
  batch_app->add_option("--by", batch.by, "break the totals down by this column; repeatable")
      ->type_name("COLUMN")
      ->allow_extra_args(false);
  batch_app->add_option("--refusals", batch.refusals, "write every refused row as a line of JSON")->type_name("FILE");
  CLI::Option* to = batch_app
                        ->add_option_function<std::string>(
                            "--to",
                            [&batch](const std::string& form) {
                              if (form != "d05") throw CLI::ValidationError("--to", form + " is none of d05");
                              batch.to_d05 = true;
                            },
                            "write the list D05-TS, refused rows left out; an Excel workbook where FILE ends in .xlsx")
                        ->type_name("d05");
  batch_app->add_flag("--form-only", batch.form_only, "with --to d05: without the columns that the form has not")
      ->needs(to);
  CLI::Option* settlement = batch_app
                                ->add_option("--settlement", batch.settlement,
                                             "write totals as the forms B09a-TS and D11-TS need them, as JSON")
                                ->type_name("FILE");
  const auto add_text = [&](const char* option, std::string& text, const char* help) {
    batch_app->add_option(option, text, help)->needs(settlement)->type_name("TEXT");
  };
  batch_app
      ->add_option("--commission-first", batch.commission_first,
                   "percent of what the participant pays, for first-time payments")
      ->needs(settlement)
      ->type_name("PERCENT");
  batch_app->add_option("--commission-continued", batch.commission_continued, "the same for continued payments")
      ->needs(settlement)
      ->type_name("PERCENT");
  add_text("--organisation", batch.organisation, "for rows without a column `organisation`");
  add_text("--collector", batch.collector, "for rows without a collector");
  add_text("--collection-point", batch.collection_point, "for rows without a column `collection_point`");
  add_text("--commune", batch.commune, "for rows without a column `commune`");
  batch_app->add_option("--jobs", batch.jobs, "threads that price, default one a core; the output is the same")
      ->check(CLI::Range(1U, most_jobs))
      ->type_name("N");
  add_field(*batch_app, batch.defaults, "--paid-on", Field::paid_on, "for rows without a day of payment");
  add_place(*batch_app, batch.defaults);
  add_common(*batch_app, batch.common, {Format::text, Format::json});

  DiffCommand diff;
  CLI::App* diff_app =
      app.add_subcommand("diff", "So hai luật trên một danh sách · who pays more or less under another law");
  diff_app->add_option("--against", diff.against, "the law to compare with (JSON, as --law); default the built-in one")
      ->type_name("FILE")
      ->allow_extra_args(false);
  diff_app->add_option("--population", diff.population, "the participants (CSV as of batch), or - for standard input")
      ->required()
      ->type_name("FILE");
  diff_app->add_option("-o,--output", diff.output, "write every row that changes (CSV), with both answers")
      ->type_name("FILE");
  diff_app->add_option("--refusals", diff.refusals, "write every refused row as a line of JSON")->type_name("FILE");
  add_field(*diff_app, diff.defaults, "--paid-on", Field::paid_on, "for rows without a day of payment");
  add_place(*diff_app, diff.defaults);
  add_common(*diff_app, diff.common, {Format::text, Format::csv, Format::json});

  CostCommand cost;
  CLI::App* cost_app =
      app.add_subcommand("cost", "Chi phí của một dự thảo trong các tháng tới · what a law costs over months to come");
  cost_app->add_option("--population", cost.population, "the participants (CSV as of batch), or - for standard input")
      ->required()
      ->type_name("FILE");
  cost_app->add_option("--from", cost.from, "first month, such as 2027-01")->required()->type_name("MONTH");
  cost_app->add_option("--to", cost.to, "last month, such as 2030-12")->required()->type_name("MONTH");
  CLI::Option* goals =
      cost_app
          ->add_option("--goals", cost.goals, "goals of coverage (CSV: year,workforce,rate): whom they take and cost")
          ->type_name("FILE");
  CLI::Option* grow =
      cost_app
          ->add_option("--grow-to-rate", cost.grow_to_rate, "a goal for the first year, such as 3.41%, of --workforce")
          ->excludes(goals)
          ->type_name("RATE");
  CLI::Option* workforce = cost_app->add_option("--workforce", cost.workforce, "persons of whom the goal is a share")
                               ->needs(grow)
                               ->type_name("N");
  grow->needs(workforce);
  CLI::Option* chart = cost_app->add_option("--chart", cost.chart, "write a chart by year (SVG)")->type_name("FILE");
  cost_app->add_option("--title", cost.title, "title of the chart")->needs(chart)->type_name("TEXT");
  cost_app->add_option("--refusals", cost.refusals, "write every refused row as a line of JSON")->type_name("FILE");
  add_place(*cost_app, cost.defaults);
  add_common(*cost_app, cost.common, {Format::text, Format::csv, Format::json});

  BenefitCommand benefit;
  CLI::App* benefit_app = add_benefit(app, benefit);
  PlanCommand plan;
  CLI::App* plan_app = add_plan(app, plan);

  VersionCommand version;
  CLI::App* version_app = app.add_subcommand("version", "Phiên bản, ABI, dấu của luật · version, ABI, law digest");
  add_common(*version_app, version.common, {Format::text, Format::json});

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream help, complaint;
    app.exit(error, help, complaint);
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return NothingToDo{help.str(), true};
    return NothingToDo{"ansinh: " + complaint.str(), false};
  }
  if (assess_app->parsed()) {
    if (assess.common.format == Format::csv && !assess.schedule) {
      return NothingToDo{"ansinh: --format csv of assess needs --schedule\n", false};
    }
    return assess;
  }
  if (refund_app->parsed()) return refund;
  if (table_app->parsed()) {
    // What only a leaflet has asks for one.
    table.svg = table.common.format == Format::svg;
    table.leaflet = table.leaflet || table.svg || !table.fields.groups.empty() || !table.fixed_factor.empty();
    if (table.leaflet && (table.common.format == Format::csv || table.common.format == Format::json)) {
      return NothingToDo{"ansinh: a leaflet (--leaflet, --group, --fixed-factor) is html or svg\n", false};
    }
    return table;
  }
  if (check_app->parsed()) {
    for (const CLI::Option* option : law_app->get_options()) {
      if (option->count() > 0) return NothingToDo{"ansinh: options of law check stand after check\n", false};
    }
    return check;
  }
  if (law_app->parsed()) return law;
  if (batch_app->parsed()) return batch;
  if (diff_app->parsed()) return diff;
  if (cost_app->parsed()) return cost;
  if (benefit_app->parsed()) {
    const bool of_pensioner = benefit.kind == BenefitKind::death && !benefit.pension.empty();
    if (!benefit.record && !of_pensioner) return NothingToDo{"ansinh: --record is required\n", false};
    return benefit;
  }
  if (plan_app->parsed()) return plan;
  return version;
}

}  // namespace ansinh::cli
