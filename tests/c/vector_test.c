/* Plays a vector of tests/vectors, the same that C++ and Python play, through the C interface alone:
   `vector_test <vector> <database>`. */
#include <patio.h>

#include <string.h>

#include "check.h"
#include "json.h"

enum { MOST_BOUND = 64 };

/* What earlier answers gave a name to. */
typedef struct bindings {
  char names[MOST_BOUND][64];
  char values[MOST_BOUND][64];
  size_t count;
} bindings;

static const char *bound(void *context, const char *name) {
  const bindings *all = context;
  for (size_t i = 0; i < all->count; ++i)
    if (strcmp(all->names[i], name) == 0) return all->values[i];
  return NULL;
}

static void bind(bindings *all, const json *names, json *answer) {
  for (const json *each = names == NULL ? NULL : names->first; each != NULL; each = each->next) {
    const json *value = json_pointer(answer, each->text);
    CHECK(value != NULL && all->count < MOST_BOUND && strlen(value->text) < 64);
    if (value == NULL) continue;
    snprintf(all->names[all->count], 64, "%s", each->key);
    snprintf(all->values[all->count++], 64, "%s", value->text);
  }
}

/* 2026-03-10T08:00:00Z in microseconds since 1970. Years run from March, so that the leap day is their last. */
static int64_t instant(const char *text) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  CHECK(sscanf(text, "%d-%d-%dT%d:%d:%dZ", &year, &month, &day, &hour, &minute, &second) == 6);
  const int years = month > 2 ? year : year - 1;
  const int months = month > 2 ? month - 3 : month + 9;
  const int64_t days = (int64_t)years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1 - 719468;
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000000;
}

/* Each reading is one second later. */
static int64_t ticking_clock(void *context) {
  int64_t *next = context;
  int64_t now = *next;
  *next += 1000000;
  return now;
}

/* One step: the answer as a tree, or null if it was refused as it had to be. */
static json *play(patio_centre *centre, const patio_books *books, const json *step, bindings *all) {
  const json *where = json_get(step, "desk");
  const json *refused = json_get(step, "refused");
  char *input = json_print(json_get(step, "input"), bound, all);
  char *output = NULL;
  patio_error *error = NULL;
  patio_desk *desk = NULL;
  patio_status status;
  if (where->kind == JSON_NULL) {
    status = patio_ask(books, json_text(step, "door"), input, strlen(input), &output, &error);
  } else {
    status = patio_centre_desk(centre, json_text(where, "professional"), json_text(where, "hat"), &desk, &error);
    CHECK(status == PATIO_OK);
    status = patio_desk_run(desk, json_text(step, "door"), input, strlen(input), &output, &error);
  }
  if (status != (refused == NULL ? PATIO_OK : PATIO_REFUSED)) {
    printf("  %s: %s %s\n", patio_error_code(error), patio_error_message(error, PATIO_EN),
           patio_error_issues(error) == NULL ? "" : patio_error_issues(error));
    CHECK(!"the step went as the vector says");
  }
  json *answer = json_parse(refused == NULL ? output : patio_error_refusal(error));
  if (refused != NULL) CHECK(json_contains(answer, refused));
  patio_string_free(output);
  patio_error_free(error);
  patio_desk_free(desk);
  free(input);
  return answer;
}

static void expect(const json *step, const json *answer, bindings *all) {
  if (json_get(step, "expect") == NULL) return;
  char *text = json_print(json_get(step, "expect"), bound, all);
  json *expected = json_parse(text);
  CHECK(json_contains(answer, expected));
  json_free(expected);
  free(text);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  char path[4096];
  snprintf(path, sizeof path, "%s/tests/vectors/%s.json", PATIO_SOURCE, arguments[1]);
  char *text = file_text(path);
  json *vector = json_parse(text);
  snprintf(path, sizeof path, "%s/%s", PATIO_SOURCE, json_text(vector, "plan"));
  char *plan = file_text(path);
  int64_t now = instant(json_text(vector, "now"));

  patio_error *error = NULL;
  patio_books *books = NULL;
  CHECK(patio_books_default(&books, &error) == PATIO_OK);
  patio_centre_options options = PATIO_CENTRE_OPTIONS;
  options.plan = plan;
  options.plan_length = strlen(plan);
  options.clock = ticking_clock;
  options.clock_context = &now;
  options.seeded = 1;
  options.seed = (uint64_t)atoll(json_text(vector, "ids_seed"));
  patio_centre *centre = NULL;
  if (patio_centre_open(arguments[2], &options, &centre, &error) != PATIO_OK) {
    printf("%s %s\n", patio_error_message(error, PATIO_EN), patio_error_issues(error) == NULL ? "" : patio_error_issues(error));
    return 1;
  }

  bindings all = {.count = 0};
  for (const json *step = json_get(vector, "steps")->first; step != NULL; step = step->next) {
    TEST(json_text(step, "title"));
    json *answer = play(centre, books, step, &all);
    expect(step, answer, &all);
    bind(&all, json_get(step, "bind"), answer);
    json_free(answer);
  }

  TEST("the audit log is as the vector says");
  char *report = NULL, *root = NULL;
  CHECK(patio_centre_verify_audit(centre, &report, &error) == PATIO_OK);
  CHECK(patio_centre_audit_root(centre, &root, &error) == PATIO_OK);
  json *found = json_parse(report);
  json *rooted = json_parse(root);
  const bool sound = json_count(json_get(found, "findings")) == 0;
  CHECK(sound == (strcmp(json_text(json_get(vector, "audit"), "sound"), "true") == 0));
  CHECK(strcmp(json_text(found, "size"), json_text(rooted, "size")) == 0);

  json_free(found);
  json_free(rooted);
  patio_string_free(report);
  patio_string_free(root);
  patio_centre_free(centre);
  patio_books_free(books);
  json_free(vector);
  free(plan);
  free(text);
  return check_failures == 0 ? 0 : 1;
}
