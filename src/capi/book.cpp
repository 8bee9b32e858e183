// Handles of books: made of overlays, freed, and what names they hold.
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "ansinh/ansinh.h"
#include "ansinh/law.hpp"
#include "ansinh/overlay.hpp"
#include "ansinh/report.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text_out.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

// The element's text; null past the last one, or where there is no such book.
template <class List, class Text>
const char* element_of(const ansinh_book* book, std::uint32_t index, List list, Text text) {
  if (check(book) != ANSINH_OK) return nullptr;
  const auto elements = list(law_of(book));
  return index < elements.size() ? text(elements[index]).c_str() : nullptr;
}

ansinh_book* handle_of(Rules rules) {
  auto made = std::make_unique<BookHandle>();
  made->contents.emplace(std::move(rules));
  return reinterpret_cast<ansinh_book*>(made.release());
}

}  // namespace

extern "C" {

int32_t ansinh_built_in_book(ansinh_book** book) {
  return guarded([&]() -> std::int32_t {
    if (book == nullptr) return ANSINH_CALL_NULL;
    *book = nullptr;
    *book = handle_of(built_in_rules());
    return ANSINH_OK;
  });
}

int32_t ansinh_book_create(const char* const* overlays, const size_t* lengths, size_t count, int32_t language,
                           ansinh_book** book, char* buffer, size_t capacity, size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (book == nullptr) return ANSINH_CALL_NULL;
    *book = nullptr;
    if (count > 0 && overlays == nullptr) return ANSINH_CALL_NULL;
    if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
    if (!is_language(language)) return ANSINH_CALL_BAD_CODE;

    LawBook law = LawBook::built_in();
    for (std::size_t i = 0; i < count; ++i) {
      if (overlays[i] == nullptr) return ANSINH_CALL_NULL;
      const std::string_view text = text_of(overlays[i], lengths == nullptr ? SIZE_MAX : lengths[i]);
      const OverlayResult overlay = read_overlay(text, law);
      if (!overlay) {
        const std::string file = "overlay " + std::to_string(i + 1);
        return out.put_if_wanted(overlay_check_json(file, overlay, language_of(language)), ANSINH_CALL_OVERLAY);
      }
      law = overlay->book;
    }
    *book = handle_of(count == 0 ? built_in_rules() : Rules{law});
    return out.nothing();
  });
}

void ansinh_book_free(ansinh_book* book) {
  if (check(book) == ANSINH_OK) bury(reinterpret_cast<BookHandle*>(book));
}

const char* ansinh_book_digest(const ansinh_book* book) {
  return check(book) == ANSINH_OK ? law_of(book).digest().c_str() : nullptr;
}

const char* ansinh_group_name(const ansinh_book* book, uint32_t index) {
  return element_of(
      book, index, [](const LawBook& law) { return law.groups(); },
      [](const GroupName& group) -> const std::string& { return group.name; });
}

const char* ansinh_group_text(const ansinh_book* book, uint32_t index, int32_t language) {
  if (!is_language(language)) return nullptr;
  return element_of(
      book, index, [](const LawBook& law) { return law.groups(); },
      [&](const GroupName& group) -> const std::string& { return language == ANSINH_EN ? group.en : group.vi; });
}

const char* ansinh_layer_name(const ansinh_book* book, uint32_t index) {
  return element_of(
      book, index, [](const LawBook& law) { return law.layers(); },
      [](const std::string& layer) -> const std::string& { return layer; });
}

const char* ansinh_programme_id(const ansinh_book* book, uint32_t index) {
  return element_of(
      book, index, [](const LawBook& law) { return law.programmes(); },
      [](const Programme& programme) -> const std::string& { return programme.id; });
}

uint32_t ansinh_group(const ansinh_book* book, const char* name, size_t length) {
  if (check(book) != ANSINH_OK) return 0;
  const auto group = law_of(book).group(text_of(name, length));
  return group ? group->bits() : 0;
}

}  // extern "C"
