// The contribution table as CSV: one row for each term, income and group, with every part and the flags.
#include <string>
#include <vector>

#include "report/phrase.hpp"
#include "report/table_cells.hpp"

namespace ansinh::report {

std::string table_as_csv(const Rules&, const Table& table) {
  std::string text =
      "paid_on,term,level,income,group,contribution,central_support,local_top_up,province_top_up,locality_top_up,"
      "other_support,participant_share,months,supported_months,flags\n";
  const std::string day = table.request.paid_on.text();
  for (std::size_t term = 0; term < table.terms.size(); ++term) {
    for (std::size_t level = 0; level < table.levels(); ++level) {
      for (std::size_t group = 0; group < table_groups.size(); ++group) {
        const Assessment& cell = table.cell(term, level, group);
        std::vector<std::string_view> flags;
        for (const Flag flag : all_flags) {
          if (cell.flags.has(flag)) flags.push_back(name(flag));
        }
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", day,
                       table.terms[term].text(), level, table.income(level).dong(), table_groups[group].name,
                       cell.contribution.dong(), cell.central_support.dong(), cell.local_top_up.dong(),
                       cell.province_top_up.dong(), cell.locality_top_up.dong(), cell.other_support.dong(),
                       cell.participant_share.dong(), cell.months, cell.supported_months, joined(flags, "|"));
      }
    }
  }
  return text;
}

}  // namespace ansinh::report
