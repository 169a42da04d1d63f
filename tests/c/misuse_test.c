/* Nothing that a program does wrong crashes the library, and no error repeats what it was given. */
#include <patio.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "json.h"

#define REFUSAL_OF "{\"code\": \"secrecy\"}"
#define FIND_SLOTS "{\"service\": \"svc:conciliateur\", \"days\": 28}"
#define READ_DIRECTORY "{\"path\": \"" PATIO_SOURCE "/tests/vectors/data-inclusion/ugly-services.jsonl\"}"
#define FIND_SERVICES "{\"request\": {\"need\": \"low_price_computer\", \"facts\": {}, \"day\": \"2026-03-10\"}}"
#define COMMUNES_FOLDER PATIO_SOURCE "/tests/vectors/cog"
#define FOLLOW_COMMUNES "{\"codes\": [\"insee:91312\"], \"day\": \"2026-03-10\"}"
#define PERSONAL "Zerbib"

static char long_name[5001];
static char long_json[(16 << 20) + 2];
static char deep_json[100001];

static patio_books *books;
static patio_centre *centre;
static patio_desk *desk;
static patio_decider *decider;
static patio_services *services;
static patio_territory *territory;
static patio_file local_rules;
static patio_file house_book;
static char *check_held;
static patio_error *some_error;
static patio_centre_options options = PATIO_CENTRE_OPTIONS;
static int64_t now = INT64_C(1773129600000000); /* 2026-03-10 08:00 UTC */

/* Where results go. */
static patio_error *error;
static char *out_char;
static patio_books *out_books;
static patio_centre *out_centre;
static patio_desk *out_desk;
static patio_decider *out_decider;
static patio_services *out_services;
static patio_territory *out_territory;
static uint8_t values[64], effects[2];
static const uint8_t column[2] = {1, 2};
static const uint8_t *columns[64] = {column};
static patio_verdict verdict, verdicts[2];

static void forget_results(void) {
  patio_error_free(error);
  patio_string_free(out_char);
  patio_books_free(out_books);
  patio_centre_free(out_centre);
  patio_desk_free(out_desk);
  patio_decider_free(out_decider);
  patio_services_free(out_services);
  patio_territory_free(out_territory);
  error = NULL;
  out_char = NULL;
  out_books = NULL;
  out_centre = NULL;
  out_desk = NULL;
  out_decider = NULL;
  out_services = NULL;
  out_territory = NULL;
}

static void right(patio_status status) {
  CHECK(status == PATIO_OK);
  CHECK(error == NULL);
  forget_results();
}

static bool personal(const char *text) { return text != NULL && strstr(text, PERSONAL) != NULL; }

static void wrong(patio_status status, bool says_why) {
  CHECK(status != PATIO_OK && status != PATIO_INTERNAL);
  CHECK(out_char == NULL && out_books == NULL && out_centre == NULL && out_desk == NULL && out_decider == NULL);
  CHECK(out_services == NULL && out_territory == NULL);
  if (says_why) {
    CHECK(patio_error_status(error) == status);
    CHECK(patio_error_code(error)[0] != '\0');
    CHECK(patio_error_message(error, PATIO_FR)[0] != '\0' && patio_error_message(error, PATIO_EN)[0] != '\0');
    CHECK((patio_error_issues(error) != NULL) == (status == PATIO_INVALID_INPUT));
    CHECK((patio_error_refusal(error) != NULL) == (status == PATIO_REFUSED));
    CHECK(!personal(patio_error_message(error, PATIO_EN)) && !personal(patio_error_issues(error)));
  }
  forget_results();
}

#include "misuse_calls.inc"

/* Asks or runs, whichever the door is for. */
static patio_status through(const json *door, const char *input, size_t length) {
  if (strcmp(json_text(door, "kind"), "question") == 0)
    return patio_ask(books, json_text(door, "name"), input, length, &out_char, &error);
  return patio_desk_run(desk, json_text(door, "name"), input, length, &out_char, &error);
}

static void refuses(const json *door, const char *input) {
  const patio_status status = through(door, input, strlen(input));
  if (status != PATIO_INVALID_INPUT) printf("  %s took %s\n", json_text(door, "name"), input);
  CHECK(status == PATIO_INVALID_INPUT);
  wrong(status, true);
}

static void meet_every_door(void) {
  static const char *const misfits[] = {"null", "{}", "[]", "\"" PERSONAL "\"", "-1", "1.5", "1e999", "true", "[[[]]]"};
  char *listed = NULL;
  CHECK(patio_doors(&listed, NULL) == PATIO_OK);
  json *doors = json_parse(listed);
  CHECK(json_count(doors) > 10);
  for (const json *door = doors->first; door != NULL; door = door->next) {
    printf("%s: whatever is not its input is refused\n", json_text(door, "name"));
    refuses(door, "");
    refuses(door, "null");
    refuses(door, "[]");
    refuses(door, "{\"" PERSONAL "\": 1}");
    refuses(door, "{\"a\": 1, \"a\": 2}");
    const char *name = json_text(json_get(door, "input_schema"), "title");
    const json *fields = json_get(json_get(json_get(json_get(door, "input_schema"), "$defs"), name), "properties");
    CHECK(fields != NULL);  /* a question may need nothing */
    for (const json *field = fields == NULL ? NULL : fields->first; field != NULL; field = field->next)
      for (size_t i = 0; i < sizeof misfits / sizeof *misfits; ++i) {
        char input[512];
        snprintf(input, sizeof input, "{\"%s\": %s, \"" PERSONAL "\": 1}", field->key, misfits[i]);
        refuses(door, input);
      }
  }
  json_free(doors);
  patio_string_free(listed);
}

static void misuse_options(const char *plan) {
  patio_centre_options bad = options;
  TEST("options without a plan, with a plan that is none, of another version, for a tenant that is none");
  bad.plan = NULL;
  wrong(patio_centre_open("sqlite::memory:", &bad, &out_centre, &error), true);
  bad.plan = "{\"" PERSONAL "\": 1}";
  bad.plan_length = strlen(bad.plan);
  wrong(patio_centre_open("sqlite::memory:", &bad, &out_centre, &error), true);
  bad = options;
  bad.size = 0;
  wrong(patio_centre_open("sqlite::memory:", &bad, &out_centre, &error), true);
  bad.size = sizeof bad + 8;
  wrong(patio_centre_open("sqlite::memory:", &bad, &out_centre, &error), true);
  bad = options;
  bad.tenant = PERSONAL;
  wrong(patio_centre_open("sqlite::memory:", &bad, &out_centre, &error), true);

  TEST("options of an older version, which knew only the plan, open a centre on the clock of the system");
  bad.size = offsetof(patio_centre_options, tenant);
  bad.plan = plan;
  right(patio_centre_open("sqlite::memory:", &bad, &out_centre, &error));

  TEST("a file of a rulebook without a name, without a text, that is none");
  patio_file file = {NULL, "{}", 2};
  wrong(patio_books_load(&file, 1, NULL, 0, &out_books, &error), true);
  wrong(patio_books_load(NULL, 0, &file, 1, &out_books, &error), true);
  file.name = PERSONAL;
  file.text = NULL;
  wrong(patio_books_load(&file, 1, NULL, 0, &out_books, &error), true);
  wrong(patio_books_load(NULL, 1, NULL, 0, &out_books, &error), true);
  wrong(patio_books_load(NULL, 0, NULL, 1, &out_books, &error), true);

  TEST("a file that is no book of a house, and none where one is announced");
  file.text = "{\"schema\": \"patio/rules/1\"}";
  file.length = strlen(file.text);
  CHECK(patio_books_with_house(books, &file, 1, &out_books, &error) == PATIO_INVALID_INPUT);
  forget_results();
  wrong(patio_books_with_house(books, NULL, 1, &out_books, &error), true);

  TEST("the books of a house make a centre");
  char *texts = file_text(PATIO_SOURCE "/src/rulebook/france/neutral_texts.json");
  file.name = "neutral_texts.json";
  file.text = texts;
  file.length = strlen(texts);
  CHECK(patio_books_with_house(books, &file, 1, &out_books, &error) == PATIO_OK);
  bad = options;
  bad.books = out_books;
  CHECK(patio_centre_open("sqlite::memory:", &bad, &out_centre, &error) == PATIO_OK);
  forget_results();
  free(texts);

  TEST("a secret that is too short to be one");
  bad = options;
  bad.match_secret = (const unsigned char *)"short";
  bad.match_secret_length = 5;
  wrong(patio_centre_open("sqlite::memory:", &bad, &out_centre, &error), true);
}

/* What is read once, and the question for which rules nobody holds. */
static void read_once(const char *plan) {
  static const char none[] = "{\"schema\": \"patio/local_rules/1\"}";
  local_rules = (patio_file){"none.json", none, sizeof none - 1};
  char *texts = file_text(PATIO_SOURCE "/src/rulebook/france/neutral_texts.json");
  house_book = (patio_file){"neutral_texts.json", texts, strlen(texts)};
  check_held = malloc(strlen(plan) + 64);
  sprintf(check_held, "{\"plan\": %s, \"day\": \"2026-03-10\"}", plan);
  CHECK(patio_services_new(books, "[]", 2, &services, NULL) == PATIO_OK);
  CHECK(patio_territory_read(COMMUNES_FOLDER, &territory, NULL) == PATIO_OK);
}

static int64_t at_now(void *context) { return *(const int64_t *)context; }

/* A clock that asks the desk for the time. */
static int64_t asks_back(void *context) {
  char *out = NULL;
  (void)context;
  CHECK(desk == NULL || patio_desk_run(desk, "find_slots", FIND_SLOTS, strlen(FIND_SLOTS), &out, NULL) == PATIO_MISUSE);
  CHECK(out == NULL);
  return now;
}

int main(void) {
  char *plan = file_text(PATIO_SOURCE "/examples/data/le-patio.json");
  memset(long_name, 'a', sizeof long_name - 1);
  memset(long_json, ' ', sizeof long_json - 1);
  memset(deep_json, '[', sizeof deep_json - 1);
  options.plan = plan;
  options.plan_length = strlen(plan);
  options.clock = asks_back;
  options.clock_context = &now;
  options.seeded = 1;

  TEST("a clock that calls its own desk is told so");
  CHECK(patio_books_default(&books, NULL) == PATIO_OK);
  CHECK(patio_decider_new(books, "2026-03-10", NULL, &decider, NULL) == PATIO_OK);
  CHECK(patio_centre_open("sqlite::memory:", &options, &centre, NULL) == PATIO_OK);
  CHECK(patio_centre_desk(centre, "pro:fs1", "hat:fs1", &desk, NULL) == PATIO_OK);
  right(patio_desk_run(desk, "find_slots", FIND_SLOTS, strlen(FIND_SLOTS), &out_char, &error));

  TEST("a desk outlives its centre");
  patio_centre_free(centre);
  options.clock = at_now;
  right(patio_desk_run(desk, "find_slots", FIND_SLOTS, strlen(FIND_SLOTS), &out_char, &error));
  patio_desk_free(desk);
  CHECK(patio_centre_open("sqlite::memory:", &options, &centre, NULL) == PATIO_OK);
  CHECK(patio_centre_desk(centre, "pro:fs1", "hat:fs1", &desk, NULL) == PATIO_OK);

  TEST("a clock that has gone mad is told so");
  now = INT64_MAX;
  wrong(patio_desk_run(desk, "find_slots", FIND_SLOTS, strlen(FIND_SLOTS), &out_char, &error), true);
  now = INT64_C(1773129600000000);

  CHECK(patio_ask(NULL, "decide", "", 0, &out_char, &some_error) == PATIO_MISUSE);
  read_once(plan);
  misuse_everything();
  meet_every_door();
  misuse_options(plan);

  patio_error_free(some_error);
  patio_desk_free(desk);
  patio_centre_free(centre);
  patio_decider_free(decider);
  patio_books_free(books);
  patio_services_free(services);
  patio_territory_free(territory);
  free(check_held);
  free((char *)house_book.text);
  free(plan);
  return check_failures == 0 ? 0 : 1;
}
