// A law that Python holds.
#pragma once

#include <nanobind/nanobind.h>

#include <memory>

#include "ansinh/ansinh.h"

namespace ansinh_python {

class Law {
 public:
  explicit Law(ansinh_book* book) : book_{book, [book](const ansinh_book*) { ansinh_book_free(book); }} {}

  // Raises ValueError once the law was closed.
  [[nodiscard]] const ansinh_book* book() const { return kept().get(); }
  // The same, for who goes on while other threads of Python run and may close it.
  [[nodiscard]] const std::shared_ptr<const ansinh_book>& kept() const {
    if (!book_) throw nanobind::value_error("this law was closed");
    return book_;
  }
  [[nodiscard]] bool closed() const { return book_ == nullptr; }
  void close() { book_.reset(); }

 private:
  std::shared_ptr<const ansinh_book> book_;
};

// The law of an argument `law`: the built-in one for None.
nanobind::object law_of(nanobind::handle law);
const ansinh_book* book_of(nanobind::handle law);

// Memory for terms over years: one for each thread of Python.
ansinh_workspace* workspace();

void define_law(nanobind::module_& module);

}  // namespace ansinh_python
