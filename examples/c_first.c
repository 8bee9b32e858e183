/* One payment from C: priced, explained, and refused in words. Prints c_first.out. */
#include <inttypes.h>
#include <stdio.h>

#include "ansinh/ansinh.h"

int main(void) {
  // [README begin]
  ansinh_book* law = NULL;
  if (ansinh_book_create(NULL, NULL, 0, ANSINH_EN, &law, NULL, 0, NULL) != ANSINH_OK) return 1;

  ansinh_request request = ANSINH_REQUEST_INIT;
  request.paid_on = ansinh_day(2026, 11, 22);
  request.income = 1500000; /* VND per month */
  request.groups = ANSINH_NEAR_POOR;
  request.province = 1; /* Hà Nội */

  ansinh_answer due = {.size = sizeof due};
  if (ansinh_assess(law, NULL, &request, &due) == ANSINH_OK) {
    // [README end]
    printf("%" PRId64 " = State %" PRId64 " + province %" PRId64 " + participant %" PRId64 "\n", due.contribution,
           due.central_support, due.province_top_up, due.participant_share);
  }

  request.income = 1400000;
  const int32_t status = ansinh_assess(law, NULL, &request, &due);
  char json[2048];
  ansinh_assess_json(law, &request, ANSINH_EN, json, sizeof json, NULL);
  printf("%s\n%s\n", ansinh_status_name(status), json);

  ansinh_book_free(law);
  return 0;
}
