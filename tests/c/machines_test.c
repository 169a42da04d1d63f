/* Every state machine, met by every event in every state, through C. */
#include <patio.h>

#include <stdbool.h>
#include <string.h>

#include "check.h"
#include "json.h"

static patio_books *books;

static json *asked(const char *door, const char *input, patio_status *status) {
  char *output = NULL;
  patio_error *error = NULL;
  *status = patio_ask(books, door, input, strlen(input), &output, &error);
  json *answer = json_parse(*status == PATIO_OK ? output : *status == PATIO_REFUSED ? patio_error_refusal(error) : NULL);
  patio_string_free(output);
  patio_error_free(error);
  return answer;
}

static bool is_of(const json *line, const char *state, const char *event) {
  return strcmp(json_text(line, "state"), state) == 0 && strcmp(json_text(line, "event"), event) == 0;
}

static bool some_line_leads_there(const json *table, const char *state, const char *event, const json *step) {
  for (const json *line = json_get(table, "lines")->first; line != NULL; line = line->next)
    if (is_of(line, state, event) && strcmp(json_text(line, "kind"), "refuses") != 0 &&
        strcmp(json_text(line, "target"), json_text(step, "state")) == 0)
      return true;
  return false;
}

static bool some_line_refuses_so(const json *table, const char *state, const char *event, const char *code) {
  if (strcmp(code, "illegal_transition") == 0) return true;
  for (const json *line = json_get(table, "lines")->first; line != NULL; line = line->next) {
    if (!is_of(line, state, event)) continue;
    if (strcmp(json_text(line, "target"), code) == 0) return true;
    for (const json *guard = json_get(line, "guards")->first; guard != NULL; guard = guard->next)
      if (strcmp(guard->text, code) == 0) return true;
  }
  return false;
}

static void meet(const json *table, const char *state, const char *event, const char *facts) {
  char input[2048];
  snprintf(input, sizeof input, "{\"name\": \"%s\", \"state\": \"%s\", \"event\": \"%s\", \"facts\": {%s}}",
           json_text(table, "name"), state, event, facts);
  patio_status status;
  json *answer = asked("step_machine", input, &status);
  if (status == PATIO_OK) CHECK(some_line_leads_there(table, state, event, answer));
  else CHECK(status == PATIO_REFUSED && some_line_refuses_so(table, state, event, json_text(answer, "code")));
  json_free(answer);
}

/* The facts of a machine, all at their first or all at their last value. */
static void facts_as(const char *name, bool last, char *text, size_t room) {
  char input[256];
  patio_status status;
  snprintf(input, sizeof input, "{\"name\": \"%s\"}", name);
  json *sheet = asked("facts_of_machine", input, &status);
  size_t used = 0;
  text[0] = '\0';
  for (const json *fact = json_get(sheet, "facts")->first; fact != NULL; fact = fact->next)
    used += (size_t)snprintf(text + used, room - used, "%s\"%s\": \"%s\"", used == 0 ? "" : ", ", fact->key,
                             json_at(fact, last ? json_count(fact) - 1 : 0)->text);
  json_free(sheet);
}

int main(void) {
  CHECK(patio_books_default(&books, NULL) == PATIO_OK);
  patio_status status;
  json *names = asked("list_machines", "{}", &status);
  CHECK(json_count(json_get(names, "names")) >= 7);
  for (const json *name = json_get(names, "names")->first; name != NULL; name = name->next) {
    TEST(name->text);
    char input[256], none[1024], all[1024];
    snprintf(input, sizeof input, "{\"name\": \"%s\"}", name->text);
    json *table = asked("machine_of", input, &status);
    facts_as(name->text, false, none, sizeof none);
    facts_as(name->text, true, all, sizeof all);
    for (const json *state = json_get(table, "states")->first; state != NULL; state = state->next)
      for (const json *event = json_get(table, "events")->first; event != NULL; event = event->next) {
        meet(table, state->text, event->text, none);
        meet(table, state->text, event->text, all);
      }
    json_free(table);
  }
  json_free(names);
  patio_books_free(books);
  return check_failures == 0 ? 0 : 1;
}
