/* A C99 program of somebody else: one payment, a refund, columns, an overlay, and what goes wrong. It ends with 0 where
 * everything is as the header says, and names the first line that is not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ansinh/ansinh.h"

#define REQUIRE(condition)                                            \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      exit(1);                                                        \
    }                                                                 \
  } while (0)

static const char* const overlay =
    "{\"name\":\"draft\",\"programmes\":[{\"id\":\"draft_2027\",\"territory\":{\"province\":[\"56\"]},"
    "\"from\":\"2027-01-01\",\"standing\":\"draft\",\"citation\":{\"instrument\":\"draft\",\"provision\":\"\"},"
    "\"rules\":[{\"per_month\":{\"fixed\":50000}}]}]}";

static void one_payment(const ansinh_book* law) {
  ansinh_request request = ANSINH_REQUEST_INIT;
  ansinh_answer answer = {.size = sizeof(ansinh_answer)};
  char text[4096];
  size_t length = 0;

  request.paid_on = ansinh_day(2026, 11, 22);
  request.income = 1500000;
  request.groups = ANSINH_NEAR_POOR;
  request.province = 1;
  REQUIRE(ansinh_assess(law, NULL, &request, &answer) == ANSINH_OK);
  REQUIRE(answer.contribution == 330000 && answer.central_support == 132000 && answer.province_top_up == 198000);
  REQUIRE(answer.participant_share == 0 && answer.months == 1 && answer.layer_count == 1);
  REQUIRE(strcmp(ansinh_programme_id(law, answer.layer_programme[0]), "ha_noi_2026") == 0);
  REQUIRE(ansinh_explain(law, &request, ANSINH_TEXT, ANSINH_VI, text, sizeof text, &length) == ANSINH_OK);
  REQUIRE(length == strlen(text) && strstr(text, "159/2025") != NULL);

  request.income = 1400000;
  REQUIRE(ansinh_assess(law, NULL, &request, &answer) == ANSINH_INCOME_BELOW_FLOOR);
  REQUIRE(answer.status == ANSINH_INCOME_BELOW_FLOOR && answer.contribution == 0);
  REQUIRE(ansinh_assess_json(law, &request, ANSINH_EN, text, sizeof text, &length) == ANSINH_INCOME_BELOW_FLOOR);
  REQUIRE(strstr(text, "\"limit\":1500000") != NULL);
}

static void a_refund(const ansinh_book* law) {
  ansinh_request payment = ANSINH_REQUEST_INIT;
  ansinh_refund_request refund = ANSINH_REFUND_REQUEST_INIT;
  ansinh_refund_answer answer = {.size = sizeof(ansinh_refund_answer)};

  /* Decision 595/QD-BHXH (2017), example 8. */
  payment.paid_on = ansinh_day(2016, 9, 1);
  payment.first_month = ansinh_month(2016, 9);
  payment.income = 3000000;
  payment.term = ansinh_term("VS2", 3);
  payment.fund_return_rate = 6280000;
  refund.remaining = 8;
  refund.on = ansinh_day(2018, 1, 1);
  refund.reason = ANSINH_COMPULSORY;
  refund.support_refunded = 123200;
  REQUIRE(ansinh_refund(law, &payment, &refund, &answer) == ANSINH_OK);
  REQUIRE(answer.refund == 4550504 && answer.central_support == 123200 && answer.months == 8);
}

static void in_columns(const ansinh_book* law) {
  static const int64_t income[4] = {1500000, 1400000, 46800000, 1550000};
  static const uint16_t groups[4] = {ANSINH_POOR, 0, ANSINH_NEAR_POOR, 0};
  int64_t share[4];
  uint8_t status[4];
  char digits[41];
  size_t length = 0;
  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  ansinh_tally tally;
  ansinh_columns columns = {.size = sizeof(ansinh_columns)};
  ansinh_columns_fault fault = {.size = sizeof(ansinh_columns_fault)};

  REQUIRE(ansinh_tally_init(&tally, sizeof tally) == ANSINH_OK);
  otherwise.paid_on = ansinh_day(2026, 11, 22);
  columns.money_bits = 64;
  columns.rows = 4;
  columns.income = income;
  columns.groups = groups;
  columns.otherwise = &otherwise;
  columns.participant_share = share;
  columns.status = status;
  columns.tallies = &tally;
  columns.tally_count = 1;
  REQUIRE(ansinh_assess_columns(law, NULL, &columns, &fault) == ANSINH_OK);
  REQUIRE(status[0] == ANSINH_OK && share[0] == 165000);
  REQUIRE(status[1] == ANSINH_INCOME_BELOW_FLOOR && share[1] == 0);
  REQUIRE(tally.rows == 4 && tally.by_status[ANSINH_OK] + tally.by_status[ANSINH_INCOME_BELOW_FLOOR] +
                                     tally.by_status[ANSINH_INCOME_ABOVE_CEILING] ==
                                 4);
  REQUIRE(ansinh_sum_text(tally.participant_share, digits, sizeof digits, &length) == ANSINH_OK);
  REQUIRE(strtoll(digits, NULL, 10) == share[0] + share[1] + share[2] + share[3]);

  columns.participant_share = (void*)income; /* an input as an output */
  REQUIRE(ansinh_assess_columns(law, NULL, &columns, &fault) == ANSINH_CALL_COLUMNS);
  REQUIRE(fault.problem == ANSINH_COLUMN_OVERLAP && strcmp(fault.column, "participant_share") == 0);
}

static void two_books(const ansinh_book* law) {
  ansinh_book* draft = NULL;
  ansinh_request request = ANSINH_REQUEST_INIT;
  ansinh_answer now = {.size = sizeof(ansinh_answer)};
  ansinh_answer then = {.size = sizeof(ansinh_answer)};
  char text[2048];
  size_t length = 0;

  REQUIRE(ansinh_book_create(&overlay, NULL, 1, ANSINH_EN, &draft, text, sizeof text, &length) == ANSINH_OK);
  REQUIRE(strcmp(ansinh_book_digest(law), ansinh_book_digest(draft)) != 0);
  request.paid_on = ansinh_day(2027, 1, 2);
  request.income = 2200000;
  request.province = 56;
  REQUIRE(ansinh_assess(law, NULL, &request, &now) == ANSINH_OK);
  REQUIRE(ansinh_assess(draft, NULL, &request, &then) == ANSINH_OK);
  REQUIRE(now.contribution == then.contribution && then.province_top_up == 50000);
  ansinh_book_free(draft);

  REQUIRE(ansinh_book_create((const char* const[]){"{\"nam\":1}"}, NULL, 1, ANSINH_EN, &draft, text, sizeof text,
                             &length) == ANSINH_CALL_OVERLAY);
  REQUIRE(draft == NULL && strstr(text, "unknown_key") != NULL);
}

int main(void) {
  ansinh_book* law = NULL;
  REQUIRE(ansinh_abi_version() == ANSINH_ABI_VERSION);
  REQUIRE(ansinh_book_create(NULL, NULL, 0, ANSINH_EN, &law, NULL, 0, NULL) == ANSINH_OK);
  one_payment(law);
  a_refund(law);
  in_columns(law);
  two_books(law);
  ansinh_book_free(law);
  printf("ansinh %s, ABI %u\n", ansinh_version(), (unsigned)ansinh_abi_version());
  return 0;
}
