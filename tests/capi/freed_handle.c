/* For a library built without NDEBUG only, which keeps the bytes of freed handles: their use is told for certain, and
 * freeing them again does nothing. bindings/c/ci runs it. */
#include <stdio.h>

#include "ansinh/ansinh.h"

#define REQUIRE(condition)                                            \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      return 1;                                                       \
    }                                                                 \
  } while (0)

int main(void) {
  for (int round = 0; round < 100; ++round) {
    ansinh_book* book = NULL;
    ansinh_workspace* workspace = NULL;
    ansinh_request request = ANSINH_REQUEST_INIT;
    ansinh_answer answer = {.size = sizeof(ansinh_answer)};
    request.paid_on = ansinh_day(2026, 11, 22);
    request.income = 1500000;
    REQUIRE(ansinh_book_create(NULL, NULL, 0, ANSINH_EN, &book, NULL, 0, NULL) == ANSINH_OK);
    REQUIRE(ansinh_workspace_create(&workspace) == ANSINH_OK);
    REQUIRE(ansinh_assess(book, workspace, &request, &answer) == ANSINH_OK);
    ansinh_workspace_free(workspace);
    REQUIRE(ansinh_assess(book, workspace, &request, &answer) == ANSINH_CALL_HANDLE);
    ansinh_workspace_free(workspace);
    ansinh_book_free(book);
    REQUIRE(ansinh_assess(book, NULL, &request, &answer) == ANSINH_CALL_HANDLE);
    REQUIRE(ansinh_book_digest(book) == NULL);
    ansinh_book_free(book);
  }
  return 0;
}
