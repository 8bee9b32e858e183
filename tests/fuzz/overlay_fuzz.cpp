// The reader of overlays, its check and its texts.
#include <algorithm>
#include <string>

#include "ansinh/overlay.hpp"
#include "ansinh/report.hpp"
#include "require.hpp"

namespace {

// A book without law: printing it takes no time.
const ansinh::LawBook& bare() {
  static const ansinh::LawBook book = ansinh::read_overlay(R"({"base":"none"})", ansinh::LawBook::built_in())->book;
  return book;
}

bool one_line(const std::string& text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Requirements require{data, size};
  const std::string_view json = fuzz::text_of(data, size);
  const ansinh::OverlayResult overlay = ansinh::read_overlay(json, bare());
  if (!overlay.ok()) {
    require(!overlay.faults().empty(), "what is refused has a fault");
    const auto line_breaks = static_cast<std::size_t>(std::ranges::count(json, '\n'));
    for (const ansinh::OverlayFault& fault : overlay.faults()) {
      require(fault.line >= 1 && fault.line <= line_breaks + 1, "a fault lies on a line of the file");
      require(fault.column >= 1 && fault.column <= size + 1, "a fault lies in a column of the file");
      for (const auto language : {ansinh::Language::vi, ansinh::Language::en}) {
        const std::string text = ansinh::overlay_fault_text("f", fault, language);
        require(one_line(text) && text.size() > 10, "a fault is told on one line");
        require(one_line(ansinh::overlay_fault_json("f", fault, language)), "a fault is an object of JSON");
      }
    }
    return 0;
  }
  const ansinh::LawBook& book = overlay->book;
  const ansinh::OverlayResult again = ansinh::read_overlay(book.canonical_json(), ansinh::LawBook::built_in());
  require(again.ok() && again->book.digest() == book.digest(), "a printed book reads back to itself");
  const ansinh::OverlayResult twice = ansinh::read_overlay(json, book);
  require(twice.ok() || twice.faults().front().error == ansinh::OverlayError::duplicate ||
              twice.faults().front().error == ansinh::OverlayError::unordered,
          "a file may be laid over itself, but for groups in other words");
  for (const auto language : {ansinh::Language::vi, ansinh::Language::en}) {
    require(!ansinh::overlay_check_text("f", overlay, language).empty(), "what is read can be told");
    require(one_line(ansinh::overlay_check_json("f", overlay, language)), "and as JSON");
  }
  return 0;
}
