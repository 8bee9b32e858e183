// A book of law is never changed, only laid over; what it shows cannot be written to.
#include "ansinh/law.hpp"

#include <utility>

using namespace ansinh;

#pragma GCC diagnostic error "-Wunused-result"

#ifdef forbid_change_of_the_built_in_book
LawBook& book() { return LawBook::built_in(); }
#else
const LawBook& book() { return LawBook::built_in(); }
#endif

#ifdef forbid_change_of_a_row
void move(const LawBook& law) { law.rows()[0].from = first_law_day; }
#else
Day move(const LawBook& law) { return law.rows()[0].from; }
#endif

#ifdef forbid_change_of_a_row_found_by_day
LawRow* found(const LawBook& law) { return law.on(Parameter::contribution_rate, first_law_day); }
#else
const LawRow* found(const LawBook& law) { return law.on(Parameter::contribution_rate, first_law_day); }
#endif

#ifdef forbid_change_of_a_programme
void rename(const LawBook& law) { law.programmes()[0].id = "other"; }
#else
Programme renamed(const LawBook& law) {
  Programme copy = law.programmes()[0];
  copy.id = "other";
  return copy;
}
#endif

#ifdef forbid_overlay_into_nothing
void lay(const LawBook& law, Programme programme) { law.with(std::move(programme)); }
#else
Result<LawBook> lay(const LawBook& law, Programme programme) { return law.with(std::move(programme)); }
#endif

#ifdef forbid_empty_book
LawBook empty;
#else
LawBook copy = LawBook::built_in();
#endif

#ifdef forbid_change_of_the_digest
void forge(const LawBook& law) { law.digest() = ""; }
#else
std::string read(const LawBook& law) { return law.digest(); }
#endif
