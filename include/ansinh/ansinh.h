/* ansinh: the C interface. Vietnamese voluntary social insurance (BHXH tu nguyen), exact to the dong.
 *
 * Promise: the answers of the C++ library, to the dong, for every language that can call C. Every function may be
 * called from several threads at once, as long as no two of them write to the same memory. Nothing is kept between
 * calls but what the caller holds as a handle; the clock, the environment, the locale and files are never looked at.
 * No exception and no abort crosses, whatever the data.
 *
 * Memory: the caller owns what it passes in and what it has written to. Handles (`ansinh_book`, `ansinh_workspace`)
 * are made and freed by the library. A text comes into a buffer of the caller as described at "Texts".
 *
 * Structs: each begins with `size`, which the caller sets to `sizeof` of it. A later library only adds members at the
 * end: it reads no further than `size`, takes the default for what lies beyond, and writes no further. A size smaller
 * than that of this header's first edition, or larger than the library knows, is ANSINH_CALL_STRUCT_SIZE.
 *
 * Numbers: amounts are whole dong (VND); rates are billionths (0.0031 per month is 3100000); days are days since
 * 1970-01-01; months are months since 1970-01. Codes are append-only: a number, once given, keeps its meaning.
 *
 * Source in law: as stated for each calculation in the C++ headers; every explanation names article and standing.
 */
#ifndef ANSINH_ANSINH_H
#define ANSINH_ANSINH_H

#include <stddef.h>
#include <stdint.h>

#if defined(ANSINH_STATIC) || !(defined(__GNUC__) || defined(__clang__))
#define ANSINH_C_API
#else
#define ANSINH_C_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Counts every change by which a program linked earlier would break; part of the shared libraries' names. */
#define ANSINH_ABI_VERSION 1

/* ------------------------------------------------------------------------------------------------ codes */

enum {
  /* Of a request: the numbers of the C++ `Errc`. */
  ANSINH_OK = 0,
  ANSINH_INVALID_ARGUMENT = 1, /* malformed, unknown or out of its range */
  ANSINH_DAY_OUTSIDE_LAW = 2,  /* paid before 2008-01-01 or after 2030-12-31 */
  ANSINH_TERM_NOT_ALLOWED = 3, /* no such payment term on that day */
  ANSINH_INCOME_BELOW_FLOOR = 4,
  ANSINH_INCOME_ABOVE_CEILING = 5,
  ANSINH_INCOME_OFF_STEP = 6,
  ANSINH_PAYMENT_LATE = 7,
  ANSINH_VALUE_NOT_PUBLISHED = 8,
  ANSINH_NOT_SETTLED = 9,   /* refused because of ANSINH_STRICT */
  ANSINH_DOES_NOT_FIT = 10, /* an amount is larger than the 32 bit column that should hold it */

  /* Of a call: it could not be made at all, and nothing was computed. */
  ANSINH_CALL_NULL = 101,             /* a pointer that is required is null */
  ANSINH_CALL_STRUCT_SIZE = 102,      /* `size` of a struct is none that the library knows */
  ANSINH_CALL_BUFFER_TOO_SMALL = 103, /* *length says how long the text is; nothing was written */
  ANSINH_CALL_NO_MEMORY = 104,
  ANSINH_CALL_OVERLAY = 105,  /* an overlay is refused; the text says where and why */
  ANSINH_CALL_COLUMNS = 106,  /* ansinh_columns_fault says which column and why */
  ANSINH_CALL_HANDLE = 107,   /* no handle, or one that was freed (told for certain in a debug build only) */
  ANSINH_CALL_BAD_CODE = 108, /* an argument that is a code has no such value */
  ANSINH_CALL_ARROW = 109,    /* an Arrow array cannot be taken; the text says which column and why */
  ANSINH_CALL_INTERNAL = 110  /* a fault of the library itself */
};

/* Fields, in the order in which they are read and checked. */
enum {
  ANSINH_FIELD_PAID_ON = 0,
  ANSINH_FIELD_FIRST_MONTH = 1,
  ANSINH_FIELD_INCOME = 2,
  ANSINH_FIELD_TERM = 3,
  ANSINH_FIELD_GROUPS = 4,
  ANSINH_FIELD_PROVINCE = 5,
  ANSINH_FIELD_FORMER_PROVINCE = 6,
  ANSINH_FIELD_LOCALITY = 7,
  ANSINH_FIELD_MONTHS_SUPPORTED = 8,
  ANSINH_FIELD_LOCAL_MONTHS_USED = 9,
  ANSINH_FIELD_FUND_RETURN_RATE = 10,
  ANSINH_FIELD_OTHER_SUPPORT = 11,
  ANSINH_FIELD_TH_SUPPORT = 12,
  /* of a refund */
  ANSINH_FIELD_REMAINING = 15,
  ANSINH_FIELD_ON = 16,
  ANSINH_FIELD_REASON = 17,
  ANSINH_FIELD_SUPPORT_REFUNDED = 18,
  /* of benefits and plans */
  ANSINH_FIELD_RECORD = 22,
  ANSINH_FIELD_EVENT = 23,
  ANSINH_FIELD_FROM = 24,
  ANSINH_FIELD_MONTHS = 25,
  ANSINH_FIELD_SCHEME = 26,
  ANSINH_FIELD_KIND = 27,
  ANSINH_FIELD_CENTRAL_SUPPORT = 28,
  ANSINH_FIELD_SEX = 29,
  ANSINH_FIELD_BIRTH = 30,
  ANSINH_FIELD_CASE = 31,
  ANSINH_FIELD_CHILDREN = 32,
  ANSINH_FIELD_PENSION = 33,
  ANSINH_FIELD_MONTHS_DRAWN = 34,
  ANSINH_FIELD_TARGET_PENSION = 35,
  ANSINH_FIELD_BUDGET = 36,
  ANSINH_FIELD_MONTHS_SO_FAR = 37,
  ANSINH_FIELD_AVERAGE_SO_FAR = 38,
  ANSINH_FIELD_FIXED_FACTOR = 39
};

/* Bits of `groups`. The names that an overlay adds take the bits from 7 on, in the order of the file. */
enum {
  ANSINH_POOR = 1,
  ANSINH_ISLAND = 2,
  ANSINH_NEAR_POOR = 4,
  ANSINH_ETHNIC_MINORITY = 8,
  ANSINH_ESCAPED_NEAR_POOR = 16,
  ANSINH_INFORMAL_WORKER = 32,
  ANSINH_SECURITY_FORCE = 64
};

/* Bits of `flags`. */
enum {
  ANSINH_PROJECTED = 1,         /* paid after the day on which the built-in law was last verified */
  ANSINH_OFF_STEP = 2,          /* income between two brackets, where the step is no longer law */
  ANSINH_SUPPORT_CUT = 4,       /* the parts exceeded the contribution and were reduced */
  ANSINH_SUPPORT_EXHAUSTED = 8, /* the lifetime months of support made the supported months fewer */
  ANSINH_LOCAL_UNKNOWN = 16,    /* the law of the place, or of a group held there, is not known */
  ANSINH_UNSETTLED = 32         /* another admissible reading gives another amount, or a value is not established */
};

enum { ANSINH_VI = 0, ANSINH_EN = 1 };                                                       /* languages */
enum { ANSINH_TEXT = 0, ANSINH_CSV = 1, ANSINH_HTML = 2, ANSINH_JSON = 3 };                  /* formats */
enum { ANSINH_COMPOUNDED = 0, ANSINH_NOMINAL = 1 };                                          /* th_support */
enum { ANSINH_COMPULSORY = 0, ANSINH_WITHDRAWAL = 1, ANSINH_DEATH = 2, ANSINH_PENSION = 3 }; /* reason */
enum { ANSINH_BUDGET = 0, ANSINH_FUND = 1 };                                                 /* source of money */
/* Bits of `options`; the last two are of benefits and plans. */
enum { ANSINH_STRICT = 1, ANSINH_ESTIMATE_INDEXATION = 2, ANSINH_EXPLAIN = 4 };

/* Where a member is not given. No value in range means "not given", so that a slip is refused and never defaulted. */
#define ANSINH_NOT_GIVEN INT32_MIN
#define ANSINH_NO_AMOUNT INT64_MIN

#define ANSINH_MAX_LAYERS 8

/* ------------------------------------------------------------------------------------------------ texts */

/* A function that gives a text takes `buffer`, `capacity` and `length`. *length becomes the number of bytes of the
 * text without its closing NUL, always. Where capacity > *length the text and a NUL are written; else nothing, and the
 * function returns ANSINH_CALL_BUFFER_TOO_SMALL. `buffer` may be null where capacity is 0, to ask for the length.
 * Texts are UTF-8. A `const char *` that is returned is never freed by the caller; it is static unless said otherwise.
 */

/* ------------------------------------------------------------------------------------------------ library */

/* ANSINH_ABI_VERSION of the library that is running. */
ANSINH_C_API uint32_t ansinh_abi_version(void);
/* "0.1.0" */
ANSINH_C_API const char* ansinh_version(void);
/* Day on which the built-in law was last verified. */
ANSINH_C_API int32_t ansinh_verified_on(void);

/* The name used in CSV and JSON, and a phrase in a language; of a status of a request or of a call. Null for no status,
 * field, flag (one bit) or language. */
ANSINH_C_API const char* ansinh_status_name(int32_t status);
ANSINH_C_API const char* ansinh_status_text(int32_t status, int32_t language);
ANSINH_C_API const char* ansinh_field_name(int32_t field);
ANSINH_C_API const char* ansinh_field_text(int32_t field, int32_t language);
ANSINH_C_API const char* ansinh_flag_name(uint32_t flag);
ANSINH_C_API const char* ansinh_flag_text(uint32_t flag, int32_t language);

/* ------------------------------------------------------------------------------------------------ small values */

/* A day, or ANSINH_NOT_GIVEN where there is no such date in the years 1 ... 9999. */
ANSINH_C_API int32_t ansinh_day(int32_t year, int32_t month, int32_t day);
/* A month, or ANSINH_NOT_GIVEN. */
ANSINH_C_API int32_t ansinh_month(int32_t year, int32_t month);
/* A term as a number: 1, 3, 6, 12 as they are; VS2 ... VS5 22 ... 25; DB1, 3, 6, 12 31, 33, 36, 42; TH1 ... TH120
 * 101 ... 220. Of its text ("12", "VS2"); 0 where it is none. `length` may be SIZE_MAX for a text that ends with NUL.
 */
ANSINH_C_API int32_t ansinh_term(const char* text, size_t length);
/* The text of a term, such as "VS2"; at most 5 bytes. */
ANSINH_C_API int32_t ansinh_term_text(int32_t term, char* buffer, size_t capacity, size_t* length);
/* The provinces in force since 2025-07-01 by index 0, 1 ... in the order of their codes: the code as a number (1 for
 * "01"); 0 past the last one. The same of the list before. */
ANSINH_C_API int32_t ansinh_province_at(uint32_t index);
ANSINH_C_API int32_t ansinh_former_province_at(uint32_t index);
/* Name by code; null for none. */
ANSINH_C_API const char* ansinh_province_name(int32_t code);
ANSINH_C_API const char* ansinh_former_province_name(int32_t code);
/* The present province on whose ground a former one lies; 0 for no such code. */
ANSINH_C_API int32_t ansinh_present_province(int32_t former_code);

/* ------------------------------------------------------------------------------------------------ law */

/* A law made ready for computing. Immutable: any number of threads may use one at once. */
typedef struct ansinh_book ansinh_book;

/* The built-in law with `count` overlays laid over it in their order (JSON texts; 0: the built-in law alone). `lengths`
 * may be null where every text ends with NUL. On ANSINH_CALL_OVERLAY *book is null and the text is
 * {"file":"overlay 1","valid":false,"errors":[{"error","file","line","column","key","given","limit","message"}],
 * "warnings":[]} in `language`; otherwise the text is empty. `buffer` and `length` may both be null. */
ANSINH_C_API int32_t ansinh_book_create(const char* const* overlays, const size_t* lengths, size_t count,
                                        int32_t language, ansinh_book** book, char* buffer, size_t capacity,
                                        size_t* length);
/* The built-in law alone, as ansinh_book_create gives it without overlays. A program that is linked statically and
 * calls only this one holds no reader of overlays. */
ANSINH_C_API int32_t ansinh_built_in_book(ansinh_book** book);
/* Null is allowed. */
ANSINH_C_API void ansinh_book_free(ansinh_book* book);

/* "sha256:..." over the canonical JSON of the whole book. Lives as long as the book; null for no book. */
ANSINH_C_API const char* ansinh_book_digest(const ansinh_book* book);
/* Names of groups, layers and programmes of the book by index; null past the last one. They live as long as the book.
 * The index of a group is its bit. */
ANSINH_C_API const char* ansinh_group_name(const ansinh_book* book, uint32_t index);
ANSINH_C_API const char* ansinh_group_text(const ansinh_book* book, uint32_t index, int32_t language);
ANSINH_C_API const char* ansinh_layer_name(const ansinh_book* book, uint32_t index);
ANSINH_C_API const char* ansinh_programme_id(const ansinh_book* book, uint32_t index);
/* The bit of a group's name; 0 where the book has none. `length` may be SIZE_MAX for a text that ends with NUL. */
ANSINH_C_API uint32_t ansinh_group(const ansinh_book* book, const char* name, size_t length);

/* The dated values, programmes and records with citation and standing: those of a parameter (null: all), in force on a
 * day (ANSINH_NOT_GIVEN: any), on the ground of a province (0: any). ANSINH_JSON with none of the three is the whole
 * book in its canonical form, which ansinh_book_create reads back. ANSINH_CALL_BAD_CODE for an unknown parameter. */
ANSINH_C_API int32_t ansinh_law(const ansinh_book* book, const char* parameter, int32_t on, int32_t province,
                                int32_t format, int32_t language, char* buffer, size_t capacity, size_t* length);
/* Every assumed, draft or unknown value, and every place without a record. */
ANSINH_C_API int32_t ansinh_open_items(const ansinh_book* book, int32_t format, int32_t language, char* buffer,
                                       size_t capacity, size_t* length);
/* What a check of an overlay over the book says: ANSINH_TEXT or ANSINH_JSON. ANSINH_CALL_OVERLAY where it is refused;
 * the text is given then too. `file` is the name that the messages use. */
ANSINH_C_API int32_t ansinh_overlay_check(const ansinh_book* book, const char* file, const char* overlay,
                                          size_t overlay_length, int32_t format, int32_t language, char* buffer,
                                          size_t capacity, size_t* length);

/* The legal contributory incomes of a day: floor + m x step for m = 0 ... count - 1, VND per month. */
typedef struct ansinh_brackets {
  uint32_t size;
  int32_t step_required; /* 1: an income between two levels is refused; 0: only noted */
  int64_t floor;
  int64_t ceiling;
  int64_t step;
  int32_t count;
  int32_t reserved;
} ansinh_brackets;
/* ANSINH_OK, ANSINH_DAY_OUTSIDE_LAW or ANSINH_VALUE_NOT_PUBLISHED. */
ANSINH_C_API int32_t ansinh_income_brackets(const ansinh_book* book, int32_t paid_on, ansinh_brackets* brackets);

/* ------------------------------------------------------------------------------------------------ one payment */

typedef struct ansinh_request {
  uint32_t size;
  uint32_t options;          /* bits: ANSINH_STRICT refuses what is not settled or locally unknown */
  int32_t paid_on;           /* required: day of payment */
  int32_t first_month;       /* first month covered; not given: that of paid_on */
  int64_t income;            /* required: contributory income, VND per month, 0 ... 10^15 */
  int64_t other_support;     /* VND given by others for this payment, 0 ... 10^15; not given: 0 */
  int32_t term;              /* ansinh_term */
  uint32_t groups;           /* bits */
  int32_t province;          /* code of the list in force since 2025-07-01; 0: not given */
  int32_t former_province;   /* code of the list before; 0: not given */
  char locality[8];          /* "004" or "00004", ends with NUL; empty: not given */
  int32_t months_supported;  /* months of central support already received, 0 ... 120; not given: 0 */
  int32_t local_months_used; /* months received under a programme's own limit, 0 ... 600, or not given */
  int32_t fund_return_rate;  /* r per month in billionths, 0 ... 50000000, or not given */
  int32_t th_support;        /* ANSINH_COMPOUNDED, ANSINH_NOMINAL, or not given */
} ansinh_request;

/* Nothing given; one month. */
#define ANSINH_REQUEST_INIT                                                                                            \
  {                                                                                                                    \
    sizeof(ansinh_request), 0, ANSINH_NOT_GIVEN, ANSINH_NOT_GIVEN, ANSINH_NO_AMOUNT, ANSINH_NO_AMOUNT, 1, 0, 0, 0, "", \
        ANSINH_NOT_GIVEN, ANSINH_NOT_GIVEN, ANSINH_NOT_GIVEN, ANSINH_NOT_GIVEN                                         \
  }
/* The same for who cannot use a macro; `size` as in the struct. */
ANSINH_C_API int32_t ansinh_request_init(ansinh_request* request, uint32_t size);

typedef struct ansinh_answer {
  uint32_t size;
  int32_t status; /* ANSINH_OK, or why the request is refused: then all that follows is 0 but `field` */
  int32_t field;  /* the field at fault, where the status is ANSINH_INVALID_ARGUMENT; else ANSINH_NOT_GIVEN */
  uint32_t flags; /* bits */
  /* contribution = central_support + local_top_up + other_support + participant_share; VND, after the cut. */
  int64_t contribution;
  int64_t central_support;
  int64_t local_top_up; /* province_top_up + locality_top_up + further layers */
  int64_t province_top_up;
  int64_t locality_top_up;
  int64_t other_support;
  int64_t participant_share;
  int32_t months;           /* covered */
  int32_t supported_months; /* of these, supported by the State */
  /* The layers that gave something before the cut, in order; the first `layer_count` places count. */
  int64_t layer_amount[ANSINH_MAX_LAYERS];     /* VND after the cut */
  uint16_t layer_programme[ANSINH_MAX_LAYERS]; /* ansinh_programme_id */
  uint8_t layer[ANSINH_MAX_LAYERS];            /* ansinh_layer_name */
  uint8_t layer_source[ANSINH_MAX_LAYERS];     /* ANSINH_BUDGET, ANSINH_FUND */
  int32_t layer_count;
  int32_t reserved;
} ansinh_answer;

/* Memory that makes the next answer fast and changes no answer: what terms over years (VS, TH, DB) weigh, some 100 KiB,
 * and the memory of the last Arrow batch that was released. For one thread at a time; a batch may outlive it. Wherever
 * a workspace is taken, null is allowed. */
typedef struct ansinh_workspace ansinh_workspace;
ANSINH_C_API int32_t ansinh_workspace_create(ansinh_workspace** workspace);
ANSINH_C_API void ansinh_workspace_free(ansinh_workspace* workspace);

/* The status of the request, which stands in the answer too; or that of a call, and then the answer is as it was. */
ANSINH_C_API int32_t ansinh_assess(const ansinh_book* book, ansinh_workspace* workspace, const ansinh_request* request,
                                   ansinh_answer* answer);

/* The object of `ansinh assess --format json`: the answer; or the refusal with status, parameter, given, limit, day,
 * provision and a message that can be read aloud. The status of the request, or that of a call. */
ANSINH_C_API int32_t ansinh_assess_json(const ansinh_book* book, const ansinh_request* request, int32_t language,
                                        char* buffer, size_t capacity, size_t* length);

/* Every step that leads to the answer, with its row of law and standing: ANSINH_JSON (the object of
 * `assess --format json --explain`) or ANSINH_TEXT. The status of the request, or that of a call. */
ANSINH_C_API int32_t ansinh_explain(const ansinh_book* book, const ansinh_request* request, int32_t format,
                                    int32_t language, char* buffer, size_t capacity, size_t* length);
/* Who pays what, in a few lines to be read by a person: the default answer of the program. */
ANSINH_C_API int32_t ansinh_summary(const ansinh_book* book, const ansinh_request* request, int32_t language,
                                    char* buffer, size_t capacity, size_t* length);

/* Reads texts as they stand in a cell or a form ("22/11/2026", "1.500.000", "near_poor|island", "0,31%"). texts[f] is
 * the text of field f, null or empty where it is not given; `count` texts, `lengths` may be null where they end with
 * NUL. On ANSINH_INVALID_ARGUMENT the request is as it was, and the text is the refusal's object as in
 * ansinh_assess_json. */
ANSINH_C_API int32_t ansinh_read_request(const ansinh_book* book, const char* const* texts, const size_t* lengths,
                                         size_t count, ansinh_request* request, int32_t language, char* buffer,
                                         size_t capacity, size_t* length);

/* ------------------------------------------------------------------------------------------------ month by month */

typedef struct ansinh_schedule_month {
  uint32_t size;
  int32_t month;    /* ANSINH_NOT_GIVEN in missing months, of which only the number is known, the earliest first */
  int32_t exponent; /* to which power of 1 + r the month's contribution is multiplied */
  int32_t reserved;
  int64_t contribution; /* of this month, VND */
  int64_t central_support;
  int64_t local_top_up;
  int64_t contribution_so_far; /* up to and including this month */
  int64_t central_support_so_far;
  int64_t local_top_up_so_far;
} ansinh_schedule_month;

/* The account of a payment. *count becomes the number of months, at most 120; ANSINH_CALL_BUFFER_TOO_SMALL, and no
 * month written, where it is larger than `capacity`. The caller sets `size` of the first month; the others follow at
 * that distance. `answer` may be null. */
ANSINH_C_API int32_t ansinh_schedule(const ansinh_book* book, const ansinh_request* request,
                                     ansinh_schedule_month* months, size_t capacity, size_t* count,
                                     ansinh_answer* answer);
/* As a table: ANSINH_TEXT, ANSINH_CSV or ANSINH_JSON. A refused request gives the refusal's object in JSON and its
 * message otherwise. */
ANSINH_C_API int32_t ansinh_schedule_text(const ansinh_book* book, const ansinh_request* request, int32_t format,
                                          int32_t language, char* buffer, size_t capacity, size_t* length);

/* ------------------------------------------------------------------------------------------------ refund */

typedef struct ansinh_refund_request {
  uint32_t size;
  int32_t remaining;        /* required: the last months of the period, that of the event included */
  int32_t on;               /* required: day of the event */
  int32_t reason;           /* required */
  int64_t support_refunded; /* the State's part, VND 0 ... 10^15, where the authority has stated it, or not given */
} ansinh_refund_request;

#define ANSINH_REFUND_REQUEST_INIT \
  { sizeof(ansinh_refund_request), ANSINH_NOT_GIVEN, ANSINH_NOT_GIVEN, ANSINH_NOT_GIVEN, ANSINH_NO_AMOUNT }
ANSINH_C_API int32_t ansinh_refund_request_init(ansinh_refund_request* request, uint32_t size);

typedef struct ansinh_refund_answer {
  uint32_t size;
  int32_t status; /* as in ansinh_answer */
  int32_t field;
  uint32_t flags;
  int64_t gross; /* what was paid for the months given back, VND */
  /* What goes back to those who supported the payment. */
  int64_t central_support;
  int64_t local_top_up; /* province_top_up + locality_top_up + further layers */
  int64_t province_top_up;
  int64_t locality_top_up;
  int64_t other_support;
  int64_t refund; /* what goes back to the participant */
  int32_t months; /* given back */
  int32_t layer_count;
  int64_t layer_amount[ANSINH_MAX_LAYERS];
  uint16_t layer_programme[ANSINH_MAX_LAYERS];
  uint8_t layer[ANSINH_MAX_LAYERS];
  uint8_t layer_source[ANSINH_MAX_LAYERS];
} ansinh_refund_answer;

ANSINH_C_API int32_t ansinh_refund(const ansinh_book* book, const ansinh_request* payment,
                                   const ansinh_refund_request* refund, ansinh_refund_answer* answer);
/* ANSINH_JSON: the object of `ansinh refund --format json`, with its steps; ANSINH_TEXT: every step as a sentence. */
ANSINH_C_API int32_t ansinh_explain_refund(const ansinh_book* book, const ansinh_request* payment,
                                           const ansinh_refund_request* refund, int32_t format, int32_t language,
                                           char* buffer, size_t capacity, size_t* length);
/* The texts of the payment and, at their own numbers, of the refund. */
ANSINH_C_API int32_t ansinh_read_refund(const ansinh_book* book, const char* const* texts, const size_t* lengths,
                                        size_t count, ansinh_request* payment, ansinh_refund_request* refund,
                                        int32_t language, char* buffer, size_t capacity, size_t* length);

/* ------------------------------------------------------------------------------------------------ benefits */

enum { ANSINH_FEMALE = 0, ANSINH_MALE = 1 };                                      /* sex */
enum { ANSINH_VOLUNTARY_SCHEME = 0, ANSINH_COMPULSORY_SCHEME = 1 };               /* scheme */
enum { ANSINH_PAID_MONTHLY = 0, ANSINH_PAID_AHEAD = 1, ANSINH_PAID_MISSING = 2 }; /* kind of a span */
enum {                                                                            /* kind of a benefit */
       ANSINH_BENEFIT_PENSION = 0,
       ANSINH_BENEFIT_ONE_TIME = 1,
       ANSINH_BENEFIT_DEATH = 2,
       ANSINH_BENEFIT_MATERNITY = 3,
       ANSINH_BENEFIT_BRIDGE = 4
};
enum { /* case of a one-time payment */
       ANSINH_NO_PENSION_RIGHTS = 0,
       ANSINH_EMIGRATION = 1,
       ANSINH_TERMINAL_ILLNESS = 2,
       ANSINH_DISABILITY_81 = 3,
       ANSINH_STOPPED_BEFORE_2025 = 4
};

/* Months of a contribution record that were paid alike; spans stand in the order of time. */
typedef struct ansinh_span {
  uint32_t size;
  int32_t from;            /* required: first month; of missing months that of the payment */
  int32_t months;          /* required */
  int32_t scheme;          /* ANSINH_VOLUNTARY_SCHEME, ANSINH_COMPULSORY_SCHEME */
  int32_t kind;            /* ANSINH_PAID_... */
  int32_t paid_on;         /* day of payment, or not given: the first day of each month */
  uint32_t groups;         /* bits */
  uint32_t reserved;       /* 0 */
  int64_t income;          /* required: VND per month */
  int64_t central_support; /* what the State gave for the whole span, VND, or ANSINH_NO_AMOUNT: by groups and day */
} ansinh_span;
/* Nothing given; voluntary, paid monthly. */
ANSINH_C_API int32_t ansinh_span_init(ansinh_span* span, uint32_t size);

typedef struct ansinh_benefit_request {
  uint32_t size;
  uint32_t options;      /* bits: ANSINH_STRICT, ANSINH_ESTIMATE_INDEXATION, ANSINH_EXPLAIN (of a text: every step) */
  int32_t kind;          /* required: ANSINH_BENEFIT_... */
  int32_t on;            /* required: month of the event */
  int32_t sex;           /* of pension, one-time and bridge: required */
  int32_t birth;         /* of these: month of birth, required; where only the year is known its January */
  int32_t one_time_case; /* of one-time: required */
  int32_t children;      /* of maternity; not given: 1 */
  int64_t pension;       /* of a pensioner (death, one-time): VND per month, or ANSINH_NO_AMOUNT */
  int32_t months_drawn;  /* with it: months of pension drawn */
  uint32_t groups;       /* of bridge: bits */
} ansinh_benefit_request;
ANSINH_C_API int32_t ansinh_benefit_request_init(ansinh_benefit_request* request, uint32_t size);

/* What a record brings: ANSINH_JSON (the object of `ansinh benefit --format json`) or ANSINH_TEXT. Not eligible is an
 * answer. A refused request gives the refusal's object, or its message; "span" says which span, from 1. `spans` follow
 * each other at the distance of the first one's size; they may be null where `count` is 0. The status of the request,
 * or that of a call. Source: Law 41/2024/QH15 art. 23, 94-115; Decree 159/2025/ND-CP art. 9-15. */
ANSINH_C_API int32_t ansinh_benefit(const ansinh_book* book, const ansinh_benefit_request* request,
                                    const ansinh_span* spans, size_t count, int32_t format, int32_t language,
                                    char* buffer, size_t capacity, size_t* length);

/* Reads a record as CSV (from,months,income,scheme,kind,paid_on,groups,central_support). *count becomes the number of
 * spans; ANSINH_CALL_BUFFER_TOO_SMALL, and none written, where it is larger than `spans_capacity`. The caller sets
 * `size` of the first span; the others follow at that distance. On a refusal the text is the refusal's object. */
ANSINH_C_API int32_t ansinh_read_record(const ansinh_book* book, const char* csv, size_t csv_length, ansinh_span* spans,
                                        size_t spans_capacity, size_t* count, int32_t language, char* buffer,
                                        size_t capacity, size_t* length);

/* Pensions of many records: record i is spans[offsets[i]] ... spans[offsets[i + 1] - 1]. Arrays of `rows` values, and
 * of `offsets` one more; outputs may be null. status[i] is ANSINH_OK, or why the row is refused, and then its other
 * outputs are 0. A row that is not eligible has the status ANSINH_OK and eligible 0. */
typedef struct ansinh_pension_columns {
  uint32_t size;
  uint32_t options; /* bits: ANSINH_ESTIMATE_INDEXATION */
  size_t rows;
  const uint8_t* sex;
  const int32_t* birth; /* months */
  const int32_t* on;    /* months */
  const uint32_t* offsets;
  const ansinh_span* spans;
  size_t span_count;
  uint8_t* status;
  uint8_t* eligible;
  int32_t* months;        /* of contributions */
  int32_t* eligible_from; /* months */
  int32_t* rate;          /* billionths */
  int64_t* average_income;
  int64_t* pension;
  int64_t* lump_sum_above_cap;
} ansinh_pension_columns;
/* ANSINH_OK; ANSINH_CALL_NULL; ANSINH_CALL_COLUMNS where offsets do not ascend or leave the spans. */
ANSINH_C_API int32_t ansinh_pensions(const ansinh_book* book, const ansinh_pension_columns* columns);

/* A plan: exactly one of income, target_pension and budget is given, the others are ANSINH_NO_AMOUNT. */
typedef struct ansinh_plan_request {
  uint32_t size;
  uint32_t options;       /* bits: ANSINH_STRICT, ANSINH_EXPLAIN */
  int32_t sex;            /* required */
  int32_t birth;          /* required: month of birth */
  int32_t from;           /* required: first month to pay for */
  int32_t term;           /* ansinh_term: 1, 3, 6 or 12 months */
  int64_t income;         /* chosen income, VND per month */
  int64_t target_pension; /* instead: the lowest income that brings this pension, VND per month */
  int64_t budget;         /* instead: the highest income that this sum a month pays for, VND */
  uint32_t groups;        /* bits */
  int32_t province;       /* as in ansinh_request */
  int32_t former_province;
  char locality[8];
  int32_t months_supported; /* 0 ... 120; not given: 0 */
  int32_t months_so_far;    /* contributions before `from`; not given: 0 */
  int32_t factor_decimals;  /* of fixed_factor, 0 ... 6 */
  int64_t average_so_far;   /* their indexed average income, VND per month */
  int64_t fixed_factor;     /* digits: 1.35 is 135 with 2 decimals; ANSINH_NO_AMOUNT: 1. It has no basis in law. */
} ansinh_plan_request;
ANSINH_C_API int32_t ansinh_plan_request_init(ansinh_plan_request* request, uint32_t size);

/* From now to the pension, an illustration: ANSINH_JSON (the object of `ansinh plan --format json`) or ANSINH_TEXT. The
 * status of the request, or that of a call. */
ANSINH_C_API int32_t ansinh_plan(const ansinh_book* book, const ansinh_plan_request* request, int32_t format,
                                 int32_t language, char* buffer, size_t capacity, size_t* length);

/* Reads the texts of a form, by number of their field as in ansinh_read_request, to a question of this kind: ON is
 * ANSINH_FIELD_EVENT. What the kind asks for is required; `options` of the request stays as it is. On a refusal the
 * request is as it was, and the text is the refusal's object. */
ANSINH_C_API int32_t ansinh_read_benefit(const ansinh_book* book, int32_t kind, const char* const* texts,
                                         const size_t* lengths, size_t count, ansinh_benefit_request* request,
                                         int32_t language, char* buffer, size_t capacity, size_t* length);
/* The same of a plan; exactly one of ANSINH_FIELD_INCOME, _TARGET_PENSION and _BUDGET. */
ANSINH_C_API int32_t ansinh_read_plan(const ansinh_book* book, const char* const* texts, const size_t* lengths,
                                      size_t count, ansinh_plan_request* request, int32_t language, char* buffer,
                                      size_t capacity, size_t* length);

/* "sha256:..." of the law of benefits; lives as long as the book. */
ANSINH_C_API const char* ansinh_benefit_law_digest(const ansinh_book* book);

/* ------------------------------------------------------------------------------------------------ contribution table
 */

/* The table that agents print: income brackets x groups x terms of the request's day and place, with its
 * months_supported and fund_return_rate; its other members do not count, but for ANSINH_STRICT, which leaves out years
 * ahead that are not settled. Any format. */
ANSINH_C_API int32_t ansinh_table(const ansinh_book* book, const ansinh_request* request, int32_t format,
                                  int32_t language, char* buffer, size_t capacity, size_t* length);

/* ------------------------------------------------------------------------------------------------ totals */

/* Exact sums of many answers. A sum is a whole number of dong in two words of 64 bit, the low one first, two's
 * complement: as Arrow's decimal128(38, 0) on a little-endian machine. */
typedef struct ansinh_tally {
  uint32_t size;
  uint32_t reserved;
  uint64_t rows;
  uint64_t by_status[16]; /* index: status of a request */
  uint64_t contribution[2];
  uint64_t central_support[2];
  uint64_t local_top_up[2];
  uint64_t province_top_up[2];
  uint64_t locality_top_up[2];
  uint64_t other_support[2];
  uint64_t participant_share[2];
  uint64_t from_budget[2]; /* local layers by source of money */
  uint64_t from_fund[2];
} ansinh_tally;

/* Nothing counted. */
ANSINH_C_API int32_t ansinh_tally_init(ansinh_tally* tally, uint32_t size);
/* Adds what `other` counted: parts of a list give the whole, in any order. */
ANSINH_C_API int32_t ansinh_tally_merge(ansinh_tally* tally, const ansinh_tally* other);
/* A sum as decimal digits; at most 40 bytes. */
ANSINH_C_API int32_t ansinh_sum_text(const uint64_t* sum, char* buffer, size_t capacity, size_t* length);
/* {"law_digest","rows","status","sums","by_source","by":{}} as `ansinh batch --totals` writes it. */
ANSINH_C_API int32_t ansinh_tally_json(const ansinh_book* book, const ansinh_tally* tally, char* buffer,
                                       size_t capacity, size_t* length);

/* ------------------------------------------------------------------------------------------------ columns */

/* Where a row says nothing in a column. */
#define ANSINH_COLUMN_NO_FIRST_MONTH 0xffff
#define ANSINH_COLUMN_NO_LOCAL_MONTHS_USED 0xffff
#define ANSINH_COLUMN_NO_FUND_RETURN_RATE (-1)
#define ANSINH_COLUMN_NO_TH_SUPPORT 0xff

/* Many payments, each field in a column of its own. Every column has `rows` values; one that is null takes the member
 * of `otherwise` in every row (an output: it is not wanted). Only `income` is required, and `paid_on` in one of the two
 * ways. Amounts are int32_t or int64_t as `money_bits` says. */
typedef struct ansinh_columns {
  uint32_t size;
  uint32_t money_bits; /* 32 or 64 */
  uint64_t rows;
  const void* income;                /* VND per month */
  const uint16_t* paid_on;           /* days since 2008-01-01 */
  const uint16_t* groups;            /* bits */
  const uint16_t* place;             /* ansinh_place of this book */
  const uint8_t* term;               /* ansinh_term */
  const uint8_t* months_supported;   /* 0 ... 120 */
  const uint16_t* first_month;       /* months since 2008-01 */
  const uint16_t* local_months_used; /* 0 ... 600 */
  const int32_t* fund_return_rate;   /* billionths */
  const void* other_support;         /* VND */
  const uint8_t* th_support;         /* ANSINH_COMPOUNDED, ANSINH_NOMINAL */
  const ansinh_request* otherwise;   /* its income does not count; may be null where `paid_on` is not */
  uint64_t place_book;               /* ansinh_place_book of the book whose handles `place` holds */
  void* contribution;
  void* central_support;
  void* local_top_up;
  void* province_top_up;
  void* locality_top_up;
  void* other_support_out;
  void* participant_share;
  uint8_t* months;
  uint8_t* supported_months;
  uint8_t* flags;  /* bits */
  uint8_t* status; /* of the row; a refused row has 0 in all other columns */
  /* Totals in the same pass, added to what the tallies hold: by `keys`, each below tally_count; null: all to the first
   * tally. The caller sets `size` of the first tally; the others follow at that distance. */
  const uint16_t* keys;
  ansinh_tally* tallies;
  uint64_t tally_count;
} ansinh_columns;

enum {
  ANSINH_COLUMN_MISALIGNED = 1,  /* a column does not start where a value of its kind may */
  ANSINH_COLUMN_OVERLAP = 2,     /* an output shares bytes with another column */
  ANSINH_COLUMN_OTHER_BOOK = 3,  /* handles of another book */
  ANSINH_COLUMN_UNKNOWN_KEY = 4, /* a key that is no tally's */
  ANSINH_COLUMN_NO_TALLY = 5,    /* keys without tallies, or a count without them */
  ANSINH_COLUMN_MISSING = 6,     /* a column that is required */
  ANSINH_COLUMN_BITS = 7,        /* money_bits is neither 32 nor 64 */
  ANSINH_COLUMN_ROWS = 8,        /* more rows than memory can hold */
  ANSINH_COLUMN_OTHERWISE = 9    /* `otherwise` holds what no request may; `column` is the member */
};
typedef struct ansinh_columns_fault {
  uint32_t size;
  int32_t problem;
  char column[32]; /* the member at fault */
  uint64_t given;
  uint64_t limit;
} ansinh_columns_fault;

/* ANSINH_OK: every row has its status. ANSINH_CALL_COLUMNS: nothing was written, and `fault` (may be null) says why. */
ANSINH_C_API int32_t ansinh_assess_columns(const ansinh_book* book, ansinh_workspace* workspace,
                                           const ansinh_columns* columns, ansinh_columns_fault* fault);
/* The handle of a place in a book. `locality` may be null or empty. ANSINH_INVALID_ARGUMENT where a code is in no list
 * or the two provinces do not lie on one ground. */
ANSINH_C_API int32_t ansinh_place(const ansinh_book* book, int32_t province, int32_t former_province,
                                  const char* locality, uint16_t* place);
/* The number by which handles of this book are told from those of another. 0 for no book. */
ANSINH_C_API uint64_t ansinh_place_book(const ansinh_book* book);

/* ------------------------------------------------------------------------------------------------ Arrow */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

/* Options of ansinh_assess_arrow, as bits. */
enum {
  ANSINH_ARROW_IGNORE_OTHER_COLUMNS = 1, /* else a column that is no field of a request is refused */
  ANSINH_ARROW_AMOUNTS_ONLY = 2 /* only status, contribution, central_support, local_top_up, participant_share */
};

/* A batch over the Arrow C Data Interface: a struct array in, a struct array out, as many rows, in their order.
 *
 * In: children named like the fields of a request; `income` is required, and `paid_on` here or in `otherwise`. The
 * array is only read, in place, with its offsets and validity. It is not released: it stays the caller's. A null, and
 * an empty text, takes the member of `otherwise`; where the field is required it refuses its row, as a value that no
 * field can hold does (ANSINH_INVALID_ARGUMENT). A null row is refused.
 *   income, other_support         int32 or int64
 *   paid_on                       date32; text "2026-11-22"; uint16 as in ansinh_columns
 *   first_month                   date32, any day of the month; text "2026-11"; uint16 as in ansinh_columns
 *   term                          text "VS2"; uint8 as in ansinh_columns; int16, int32, int64: 1, 3, 6, 12 months
 *   groups                        text "near_poor|island"; a list of names; uint16 bits
 *   province, former_province     text "01"
 *   locality                      text "004", "00004"
 *   place                         instead of the three: uint16 handles; the field's metadata holds for which book, the
 *                                 key "ansinh.place_book" with the decimal digits of ansinh_place_book
 *   months_supported              any integer type
 *   local_months_used             any integer type
 *   fund_return_rate              decimal128 with at most 9 decimals; text "0.0031"; int32 billionths
 *   th_support                    text "compounded", "nominal"
 * A text is utf8, large_utf8 or utf8_view, or a dictionary of these. Floating point is refused for every column.
 *
 * Out: status (dictionary of the names, its index the number), contribution, central_support, local_top_up,
 * province_top_up, locality_top_up, other_support, participant_share (int64 where an amount that came in is, else
 * int32), months, supported_months (uint8), flags (uint8, bits). All but the status are null where a row is refused.
 * The caller releases both.
 *
 * `otherwise` may be null. `tally` may be null; what is counted is added to it. On ANSINH_CALL_ARROW nothing is
 * produced, and the text is one sentence in English (it may go unasked for: `buffer` and `length` null). */
ANSINH_C_API int32_t ansinh_assess_arrow(const ansinh_book* book, ansinh_workspace* workspace,
                                         const struct ArrowSchema* schema, const struct ArrowArray* array,
                                         const ansinh_request* otherwise, uint32_t options,
                                         struct ArrowSchema* out_schema, struct ArrowArray* out, ansinh_tally* tally,
                                         char* buffer, size_t capacity, size_t* length);
/* The totals as Arrow: a struct array of one row, `rows` and the statuses as uint64, sums as decimal128(38, 0). */
ANSINH_C_API int32_t ansinh_tally_arrow(const ansinh_tally* tally, struct ArrowSchema* out_schema,
                                        struct ArrowArray* out);

#ifdef __cplusplus
}
#endif

#endif /* ANSINH_ANSINH_H */
