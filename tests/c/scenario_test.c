/* Plays a scenario of tests/vectors/scenarios, the same that C++ and Python play, through the C interface alone:
   `scenario_test <name> <database>`. */
#include <patio.h>

#include <string.h>

#include "check.h"
#include "json.h"

enum { MOST_BOUND = 256, LONGEST_BOUND = 128 };

/* What earlier answers gave a name to. */
typedef struct bindings {
  char names[MOST_BOUND][64];
  char values[MOST_BOUND][LONGEST_BOUND];
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
    CHECK(value != NULL && all->count < MOST_BOUND && strlen(value->text) < LONGEST_BOUND);
    if (value == NULL) continue;
    snprintf(all->names[all->count], 64, "%s", each->key);
    snprintf(all->values[all->count++], LONGEST_BOUND, "%s", value->text);
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

/* What a scenario is played with. */
typedef struct player {
  patio_centre *centre;
  patio_books *books;
  const json *actors;
  int64_t now;
  int number;
  bindings bound;
} player;

/* A command that says no id gets that of its step. */
static char *input_of(player *it, const json *step) {
  const json *with = json_get(step, "with");
  char *text = with == NULL ? NULL : json_print(with, bound, &it->bound);
  const bool names_it = json_get(step, "do") == NULL || json_get(with, "command_id") != NULL;
  if (names_it && text != NULL) return text;
  const size_t room = 80 + (text == NULL ? 0 : strlen(text));
  char *input = calloc(1, room);
  if (input == NULL) abort();
  if (names_it) strcpy(input, "{}");
  else snprintf(input, room, "{\"command_id\":\"00000000-0000-4000-8000-%012d\"%s%s", it->number,
                with == NULL || with->first == NULL ? "" : ",", text == NULL ? "}" : text + 1);
  free(text);
  return input;
}

/* What is asked of the centre itself, by whoever runs it. */
static patio_status run_centre(player *it, const json *step, char **output, patio_error **error) {
  const char *what = json_text(step, "centre");
  if (strcmp(what, "tick") == 0) return patio_centre_tick(it->centre, output, error);
  if (strcmp(what, "pending_effects") == 0) return patio_centre_pending_effects(it->centre, 1000, output, error);
  char *list = json_print(json_get(json_get(step, "with"), "effects"), bound, &it->bound);
  const patio_status status = patio_centre_acknowledge(it->centre, list, strlen(list), error);
  free(list);
  return status;
}

static patio_status say(player *it, const json *step, char **output, patio_error **error) {
  if (json_get(step, "centre") != NULL) return run_centre(it, step, output, error);
  const char *door = json_text(step, json_get(step, "do") == NULL ? "ask" : "do");
  char *input = input_of(it, step);
  patio_desk *desk = NULL;
  patio_status status;
  if (json_get(step, "by") == NULL) {
    status = patio_ask(it->books, door, input, strlen(input), output, error);
  } else {
    const json *actor = json_get(it->actors, json_text(step, "by"));
    status = patio_centre_desk(it->centre, json_text(actor, "professional"), json_text(actor, "hat"), &desk, error);
    const json *seen = json_get(step, "if_revision");
    if (status == PATIO_OK && seen != NULL)
      status = patio_desk_run_if(desk, (uint64_t)atoll(seen->text), door, input, strlen(input), output, error);
    else if (status == PATIO_OK)
      status = patio_desk_run(desk, door, input, strlen(input), output, error);
  }
  patio_desk_free(desk);
  free(input);
  return status;
}

static bool goes_as_said(player *it, const json *step, patio_status status, const patio_error *error, const json *answer) {
  const json *refused = json_get(step, "refused");
  const json *invalid = json_get(step, "invalid");
  if (refused != NULL) {
    char *text = json_print(refused, bound, &it->bound);
    json *expected = json_parse(text);
    const bool right = status == PATIO_REFUSED && json_contains(answer, expected);
    json_free(expected);
    free(text);
    return right;
  }
  if (invalid != NULL) return status == PATIO_INVALID_INPUT && json_contains(answer, invalid);
  if (json_get(step, "error") != NULL) return status != PATIO_OK && strcmp(patio_error_code(error), json_text(step, "error")) == 0;
  return status == PATIO_OK;
}

/* One step: the answer as a tree; or what was refused or malformed, or null, if the step says so. */
static json *play(player *it, const json *step) {
  char *output = NULL;
  patio_error *error = NULL;
  const patio_status status = say(it, step, &output, &error);
  json *answer = json_parse(status == PATIO_OK              ? output
                            : status == PATIO_REFUSED       ? patio_error_refusal(error)
                            : status == PATIO_INVALID_INPUT ? patio_error_issues(error)
                                                            : NULL);
  if (!goes_as_said(it, step, status, error, answer)) {
    if (status != PATIO_OK)
      printf("  %s: %s %s\n", patio_error_code(error), patio_error_message(error, PATIO_EN),
             patio_error_issues(error) == NULL ? "" : patio_error_issues(error));
    CHECK(!"the step went as the scenario says");
  }
  patio_string_free(output);
  patio_error_free(error);
  return answer;
}

static void look(player *it, const json *step, json *answer) {
  if (json_get(step, "expect") != NULL) {
    char *text = json_print(json_get(step, "expect"), bound, &it->bound);
    json *expected = json_parse(text);
    CHECK(json_contains(answer, expected));
    json_free(expected);
    free(text);
  }
  const json *absent = json_get(step, "absent");
  for (const json *each = absent == NULL ? NULL : absent->first; each != NULL; each = each->next)
    CHECK(json_pointer(answer, each->text) == NULL);
  const json *counts = json_get(step, "count");
  for (const json *each = counts == NULL ? NULL : counts->first; each != NULL; each = each->next) {
    const json *list = json_pointer(answer, each->key);
    CHECK(list != NULL && json_count(list) == (size_t)atoi(each->text));
  }
}

/* The French books with the rules of a place over them. */
static void use_local_rules(player *it, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", PATIO_SOURCE, name);
  char *text = file_text(path);
  const patio_file file = {name, text, strlen(text)};
  patio_books *books = NULL;
  CHECK(patio_books_with_local_rules(it->books, &file, 1, &books, NULL) == PATIO_OK);
  patio_books_free(it->books);
  it->books = books;
  free(text);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  char path[4096];
  snprintf(path, sizeof path, "%s/tests/vectors/scenarios/%s.json", PATIO_SOURCE, arguments[1]);
  char *text = file_text(path);
  json *vector = json_parse(text);
  snprintf(path, sizeof path, "%s/%s", PATIO_SOURCE, json_text(vector, "plan"));
  char *plan = file_text(path);
  player it = {.actors = json_get(vector, "actors"), .now = instant(json_text(vector, "now"))};

  patio_error *error = NULL;
  CHECK(patio_books_default(&it.books, &error) == PATIO_OK);
  if (json_get(vector, "local_rules") != NULL) use_local_rules(&it, json_text(vector, "local_rules"));
  patio_centre_options options = PATIO_CENTRE_OPTIONS;
  options.plan = plan;
  options.plan_length = strlen(plan);
  options.books = it.books;
  options.clock = ticking_clock;
  options.clock_context = &it.now;
  options.seeded = 1;
  options.seed = (uint64_t)atoll(json_text(vector, "ids_seed"));
  if (patio_centre_open(arguments[2], &options, &it.centre, &error) != PATIO_OK) {
    printf("%s %s\n", patio_error_message(error, PATIO_EN), patio_error_issues(error) == NULL ? "" : patio_error_issues(error));
    return 1;
  }

  for (const json *step = json_get(vector, "steps")->first; step != NULL; step = step->next) {
    TEST(json_text(step, "title"));
    ++it.number;
    if (json_get(step, "now") != NULL) it.now = instant(json_text(step, "now"));
    json *answer = play(&it, step);
    look(&it, step, answer);
    bind(&it.bound, json_get(step, "bind"), answer);
    json_free(answer);
  }

  TEST("the audit log is as the scenario says");
  char *report = NULL, *root = NULL;
  CHECK(patio_centre_verify_audit(it.centre, &report, &error) == PATIO_OK);
  CHECK(patio_centre_audit_root(it.centre, &root, &error) == PATIO_OK);
  json *found = json_parse(report);
  json *rooted = json_parse(root);
  const bool sound = json_count(json_get(found, "findings")) == 0;
  CHECK(sound == (strcmp(json_text(json_get(vector, "audit"), "sound"), "true") == 0));
  CHECK(strcmp(json_text(found, "size"), json_text(rooted, "size")) == 0);

  json_free(found);
  json_free(rooted);
  patio_string_free(report);
  patio_string_free(root);
  patio_centre_free(it.centre);
  patio_books_free(it.books);
  json_free(vector);
  free(plan);
  free(text);
  return check_failures == 0 ? 0 : 1;
}
