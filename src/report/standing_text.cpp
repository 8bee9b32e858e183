// Citations with their standing, which is said wherever it is below an official example.
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh::report {
namespace {

bool weak(Standing standing) { return standing != Standing::text && standing != Standing::official_example; }

std::string with(std::string citation, const std::string& standing) {
  if (!citation.empty() && !standing.empty()) citation += "; ";
  return citation + standing;
}

}  // namespace

std::string weak_standing(const LawRow& row, Language language) {
  if (!weak(row.standing)) return {};
  std::string text{words(row.standing, language)};
  // An assumed value has no source by its nature.
  if (row.standing != Standing::assumed) text += ", " + std::string{words(row.sources, language)};
  return text;
}

std::string weak_standing(const Programme& programme, Language language) {
  if (!weak(programme.standing) && programme.confidence == Confidence::high) return {};
  std::string text{words(programme.standing, language)};
  if (programme.confidence != Confidence::high) text += ", " + std::string{words(programme.confidence, language)};
  return text;
}

std::string citation_and_standing(const LawRow& row, Language language) {
  return with(printed(row.citation, language), weak_standing(row, language));
}

std::string citation_and_standing(const Formula& formula, Language language) {
  return with(printed(formula.citation, language),
              weak(formula.standing) ? std::string{words(formula.standing, language)} : std::string{});
}

std::string citation_and_standing(const Programme& programme, Language language) {
  const std::string text = with(printed(programme.citation, language), weak_standing(programme, language));
  return text.empty() ? say(language, "không ghi văn bản căn cứ", "no instrument is cited") : text;
}

}  // namespace ansinh::report
