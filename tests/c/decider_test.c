/* The typed door of decisions says the same as the JSON door, for requests drawn at random. */
#include <patio.h>

#include <string.h>

#include "check.h"
#include "json.h"

enum { ROWS = 300, MOST_ATTRIBUTES = 64 };

static const char *const effects[] = {"deny", "human", "defer", "oblige", "permit", "transform"};

static uint64_t state = 42;
static uint64_t drawn(uint64_t below) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (state >> 33) % below;
}

/* The same request as JSON: what is unknown has no key. */
static void request_json(const patio_decider *decider, const uint8_t *values, char *out, size_t room) {
  int length = snprintf(out, room, "{\"day\": \"2026-03-10\", \"request\": {");
  const char *comma = "";
  for (size_t i = 0; i < patio_decider_attribute_count(decider); ++i) {
    if (values[i] == PATIO_UNKNOWN) continue;
    length += snprintf(out + length, room - (size_t)length, "%s\"%s\": \"%s\"", comma, patio_decider_attribute_name(decider, i),
                       patio_decider_value_name(decider, i, values[i]));
    comma = ", ";
  }
  snprintf(out + length, room - (size_t)length, "}}");
}

static size_t rules_of_gates(const json *decision) {
  size_t count = 0;
  for (const json *gate = json_get(decision, "gates")->first; gate != NULL; gate = gate->next) count += json_count(json_get(gate, "rules"));
  return count;
}

static void compare(const patio_decider *decider, const patio_books *books, const uint8_t *values) {
  char question[8192];
  char *answer = NULL;
  patio_verdict verdict;
  request_json(decider, values, question, sizeof question);
  CHECK(patio_decider_decide(decider, values, patio_decider_attribute_count(decider), &verdict) == PATIO_OK);
  CHECK(patio_ask(books, "decide", question, strlen(question), &answer, NULL) == PATIO_OK);
  json *decision = json_parse(answer);
  CHECK(strcmp(effects[verdict.effect], json_text(decision, "effect")) == 0);
  CHECK(verdict.determining_count == rules_of_gates(decision));
  CHECK(strcmp(patio_decider_version(decider), json_text(decision, "version")) == 0);
  for (const json *asked = json_get(decision, "obligations")->first; asked != NULL; asked = asked->next) {
    unsigned bit = 0;
    while (patio_decider_obligation_code(decider, bit) != NULL &&
           strcmp(patio_decider_obligation_code(decider, bit), json_text(asked, "code")) != 0)
      ++bit;
    CHECK((verdict.obligations >> bit & 1U) == 1U);
  }
  json_free(decision);
  patio_string_free(answer);
}

int main(void) {
  patio_books *books = NULL;
  patio_decider *decider = NULL;
  CHECK(patio_books_default(&books, NULL) == PATIO_OK);
  CHECK(patio_decider_new(books, "2026-03-10", NULL, &decider, NULL) == PATIO_OK);
  const size_t count = patio_decider_attribute_count(decider);
  CHECK(count > 20 && count <= MOST_ATTRIBUTES);

  TEST("every attribute and every value is found again by its name");
  for (size_t i = 0; i < count; ++i) {
    CHECK(patio_decider_find_attribute(decider, patio_decider_attribute_name(decider, i)) == i);
    for (uint8_t value = 1; value <= patio_decider_value_count(decider, i); ++value)
      CHECK(patio_decider_find_value(decider, i, patio_decider_value_name(decider, i, value)) == value);
  }

  TEST("what the books had not learned by then is not decided on, and the version says so");
  patio_decider *before = NULL;
  CHECK(patio_decider_new(books, "2026-03-10", "2026-11-23", &before, NULL) == PATIO_OK);
  CHECK(patio_decider_rule_id(before, 0) == NULL && patio_decider_rule_id(decider, 0) != NULL);
  CHECK(strstr(patio_decider_version(before), "@2026-03-10/2026-11-23") != NULL);
  patio_decider_free(before);
  CHECK(patio_decider_new(books, "2026-03-10", "hier", &before, NULL) == PATIO_MISUSE && before == NULL);

  TEST("nothing known is nothing permitted");
  static uint8_t rows[MOST_ATTRIBUTES][ROWS];
  uint8_t nothing[MOST_ATTRIBUTES] = {PATIO_UNKNOWN};
  patio_verdict verdict;
  CHECK(patio_decider_decide(decider, nothing, count, &verdict) == PATIO_OK && verdict.effect < PATIO_OBLIGE);

  TEST("a number that an attribute does not have is unknown");
  patio_verdict same;
  memset(nothing, 255, sizeof nothing);
  CHECK(patio_decider_decide(decider, nothing, count, &same) == PATIO_OK);
  CHECK(memcmp(&same, &verdict, sizeof same) == 0);

  TEST("one by one, by columns and in JSON it is the same answer");
  const uint8_t *columns[MOST_ATTRIBUTES];
  for (size_t i = 0; i < count; ++i) {
    columns[i] = rows[i];
    for (size_t row = 0; row < ROWS; ++row)
      rows[i][row] = (uint8_t)(drawn(10) < row % 10 ? 1 + drawn(patio_decider_value_count(decider, i)) : PATIO_UNKNOWN);
  }
  uint8_t answers[ROWS];
  static patio_verdict verdicts[ROWS];
  CHECK(patio_decider_decide_columns(decider, columns, count, ROWS, answers, verdicts) == PATIO_OK);
  for (size_t row = 0; row < ROWS; ++row) {
    uint8_t values[MOST_ATTRIBUTES];
    for (size_t i = 0; i < count; ++i) values[i] = rows[i][row];
    CHECK(patio_decider_decide(decider, values, count, &verdict) == PATIO_OK);
    CHECK(memcmp(&verdict, &verdicts[row], sizeof verdict) == 0 && verdict.effect == answers[row]);
    if (row < 60) compare(decider, books, values);
  }

  TEST("a column that is not given is unknown throughout");
  for (size_t i = 1; i < count; ++i) columns[i] = NULL;
  CHECK(patio_decider_decide_columns(decider, columns, count, ROWS, answers, NULL) == PATIO_OK);
  CHECK(patio_decider_decide_columns(decider, columns, 1, ROWS, answers, verdicts) == PATIO_OK);
  for (size_t row = 0; row < ROWS; ++row) CHECK(answers[row] == verdicts[row].effect);

  TEST("the rules of a verdict have ids, and a decider outlives its books");
  patio_books_free(books);
  for (uint32_t i = 0; i < verdicts[0].determining_count && i < PATIO_VERDICT_RULES; ++i)
    CHECK(patio_decider_rule_id(decider, verdicts[0].determining[i]) != NULL);

  patio_decider_free(decider);
  return check_failures == 0 ? 0 : 1;
}
