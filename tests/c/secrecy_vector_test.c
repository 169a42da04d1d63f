/* The vectors of secrecy that C++, Python and the model run too, through the C interface alone:
   `secrecy_vector_test <file of the rulebook>...`, all files of the French one. */
#include <patio.h>

#include <string.h>

#include "check.h"
#include "json.h"

enum { MOST_FILES = 64 };

/* The files of a rulebook in memory, to be loaded as they are or with a change. */
typedef struct rulebook {
  patio_file files[MOST_FILES];
  char *texts[MOST_FILES];
  size_t count;
} rulebook;

static void set_text(rulebook *book, size_t place, char *text) {
  free(book->texts[place]);
  book->texts[place] = text;
  book->files[place].text = text;
  book->files[place].length = strlen(text);
}

static size_t place_of(const rulebook *book, const char *name) {
  size_t place = 0;
  while (place < book->count && strcmp(book->files[place].name, name) != 0) ++place;
  CHECK(place < book->count);
  return place;
}

static void read_files(rulebook *book, char **paths, size_t count) {
  book->count = count;
  for (size_t i = 0; i < count; ++i) {
    const char *slash = strrchr(paths[i], '/');
    book->files[i].name = slash == NULL ? paths[i] : slash + 1;
    set_text(book, i, file_text(paths[i]));
  }
}

static void free_files(rulebook *book) {
  for (size_t i = 0; i < book->count; ++i) free(book->texts[i]);
}

static char *copy(const char *text) {
  char *same = calloc(strlen(text) + 1, 1);
  if (same == NULL) abort();
  return strcpy(same, text);
}

static patio_books *load(const rulebook *book) {
  patio_books *books = NULL;
  patio_error *error = NULL;
  if (patio_books_load(book->files, book->count, NULL, 0, &books, &error) != PATIO_OK)
    printf("  %s\n", patio_error_issues(error) == NULL ? patio_error_message(error, PATIO_EN) : patio_error_issues(error));
  CHECK(books != NULL);
  patio_error_free(error);
  return books;
}

/* The same books with other values for some parameters. */
static patio_books *books_with(rulebook *book, const json *parameters) {
  const size_t place = place_of(book, "parameters.json");
  char *before = copy(book->texts[place]);
  json *tree = json_parse(before);
  for (json *each = json_get(tree, "parameters")->first; each != NULL; each = each->next) {
    const json *wanted = json_get(parameters, json_text(each, "name"));
    for (json *dated = json_get(each, "values")->first; wanted != NULL && dated != NULL; dated = dated->next) {
      json *value = json_get(dated, "value");
      free(value->text);
      value->text = copy(wanted->text);
      value->kind = wanted->kind;
    }
  }
  set_text(book, place, json_print(tree, NULL, NULL));
  json_free(tree);
  patio_books *books = load(book);
  set_text(book, place, before);
  return books;
}

/* The door's answer to {"day", "known_as_of", what: asked}; known_as_of may be null. */
static json *ask(const patio_books *books, const char *door, const char *day, const char *known_as_of, const json *asked) {
  char *what = json_print(asked, NULL, NULL);
  const size_t room = strlen(what) + 128;
  char *question = calloc(room, 1);
  char *text = NULL;
  if (question == NULL) abort();
  snprintf(question, room, "{\"day\":\"%s\"%s%s%s,\"%s\":%s}", day, known_as_of == NULL ? "" : ",\"known_as_of\":\"",
           known_as_of == NULL ? "" : known_as_of, known_as_of == NULL ? "" : "\"",
           strcmp(door, "decide") == 0 ? "request" : "hat", what);
  CHECK(patio_ask(books, door, question, strlen(question), &text, NULL) == PATIO_OK);
  json *answer = json_parse(text);
  patio_string_free(text);
  free(question);
  free(what);
  return answer;
}

/* True if an item of the list has this under the key. */
static bool lists(const json *list, const char *key, const char *text) {
  for (const json *each = list == NULL ? NULL : list->first; each != NULL; each = each->next)
    if (strcmp(json_text(each, key), text) == 0) return true;
  return false;
}

static bool misses(const json *unsettled, const char *attribute) {
  for (const json *rule = unsettled->first; rule != NULL; rule = rule->next)
    if (lists(json_get(rule, "missing"), "attribute", attribute)) return true;
  return false;
}

static void check_lists(const json *expect, const json *answer) {
  static const struct {
    const char *word, *list, *key;
    bool is_in;
  } words[] = {{"rules", "determining", "id", true},
               {"absent", "determining", "id", false},
               {"unsettled", "unsettled", "id", true},
               {"obligations", "obligations", "code", true}};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; ++i) {
    const json *named = json_get(expect, words[i].word);
    for (const json *each = named == NULL ? NULL : named->first; each != NULL; each = each->next)
      CHECK(lists(json_get(answer, words[i].list), words[i].key, each->text) == words[i].is_in);
  }
  const json *missing = json_get(expect, "missing");
  for (const json *each = missing == NULL ? NULL : missing->first; each != NULL; each = each->next)
    CHECK(misses(json_get(answer, "unsettled"), each->text));
}

static void check_way(const json *expected, const json *answer) {
  if (expected == NULL) return;
  const json *way = json_get(answer, "lawful_way");
  const json *changes = way == NULL ? NULL : json_get(way, "changes");
  CHECK(json_count(changes) == json_count(expected));
  if (changes != NULL) CHECK(json_contains(changes, expected));
}

static void play(const json *vector, const patio_books *books) {
  const bool of_hat = json_get(vector, "hat") != NULL;
  const json *expect = json_get(vector, "expect");
  const int before = check_failures;
  json *answer = ask(books, of_hat ? "status_of_hat" : "decide", json_text(vector, "day"), NULL,
                     json_get(vector, of_hat ? "hat" : "request"));
  const char *word = of_hat ? "status" : "effect";
  CHECK(strcmp(json_text(answer, word), json_text(expect, word)) == 0);
  check_lists(expect, answer);
  check_way(json_get(expect, "lawful_way"), answer);
  if (check_failures != before) printf("  in %s\n", json_text(vector, "id"));
  json_free(answer);
}

static json *vectors(const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/tests/vectors/secrecy/%s", PATIO_SOURCE, name);
  char *text = file_text(path);
  json *tree = json_parse(text);
  free(text);
  return tree;
}

static void play_all(rulebook *book, const patio_books *french, const char *name) {
  json *all = vectors(name);
  CHECK(json_count(all) > 10);
  for (const json *vector = all->first; vector != NULL; vector = vector->next) {
    const json *parameters = json_get(vector, "parameters");
    patio_books *other = parameters == NULL ? NULL : books_with(book, parameters);
    play(vector, other == NULL ? french : other);
    patio_books_free(other);
  }
  json_free(all);
}

/* The whole decision but for its version, which names the book it comes from. */
static char *without_version(json *decision) {
  json *version = json_get(decision, "version");
  free(version->text);
  version->text = copy("");
  return json_print(decision, NULL, NULL);
}

static bool same_decision(json *one, json *other) {
  char *first = without_version(one), *second = without_version(other);
  const bool same = strcmp(first, second) == 0;
  free(first);
  free(second);
  return same;
}

static void set_member(json *object, const char *key, const char *text) {
  json *member = json_get(object, key);
  free(member->text);
  member->text = copy(text);
}

/* A file with one entry, which puts that rule right a month after it was recorded. */
static char *putting_right(const rulebook *book, const char *file, const char *id) {
  json *tree = json_parse(book->texts[place_of(book, file)]);
  json *rule = json_get(tree, "rules")->first;
  while (strcmp(json_text(rule, "id"), id) != 0) rule = rule->next;
  json *corrects = json_parse("{\"corrects\":\"\"}");
  set_member(corrects, "corrects", json_text(rule, "recorded"));
  set_member(rule, "recorded", "2026-12-24");
  set_member(json_get(rule, "title"), "en", "Another reading");
  json *last = rule->first;
  while (last->next != NULL) last = last->next;
  last->next = corrects->first;
  corrects->first = NULL;
  char *entry = json_print(rule, NULL, NULL);
  char *text = calloc(strlen(entry) + 64, 1);
  if (text == NULL) abort();
  sprintf(text, "{\"schema\":\"patio/rules/1\",\"rules\":[%s]}", entry);
  free(entry);
  json_free(corrects);
  json_free(tree);
  return text;
}

static void replay(rulebook *book, const patio_books *french) {
  json *request = json_parse("{\"actor\":\"digital_adviser\",\"category\":\"credentials\",\"action\":\"disclose\"}");
  json *before = ask(french, "decide", "2026-12-01", NULL, request);
  CHECK(lists(json_get(before, "determining"), "id", "DP-010"));
  char *text = putting_right(book, "data_protection_rules.json", "DP-010");
  book->files[book->count] = (patio_file){"put_right.json", text, strlen(text)};
  ++book->count;
  patio_books *later = load(book);
  --book->count;
  json *now = ask(later, "decide", "2026-12-01", NULL, request);
  json *then = ask(later, "decide", "2026-12-01", "2026-12-23", request);
  CHECK(!same_decision(now, before));
  CHECK(same_decision(then, before));
  json_free(now);
  json_free(then);
  json_free(before);
  json_free(request);
  patio_books_free(later);
  free(text);
}

static void warn(const patio_books *french) {
  json *request = json_parse("{\"category\":\"credentials\",\"action\":\"disclose\"}");
  json *before = ask(french, "decide", "2027-11-23", NULL, request);
  json *after = ask(french, "decide", "2027-11-24", NULL, request);
  CHECK(json_count(json_get(before, "warnings")) == 0);
  CHECK(json_count(json_get(after, "warnings")) > 0);
  json_free(before);
  json_free(after);
  json_free(request);
}

static void refuse_faulty(rulebook *book) {
  static char faulty[] = "{\"schema\":\"patio/rules/1\",\"rules\":[{\"id\":\"X\"}]}";
  patio_books *books = NULL;
  patio_error *error = NULL;
  book->files[book->count] = (patio_file){"faulty.json", faulty, strlen(faulty)};
  CHECK(patio_books_load(book->files, book->count + 1, NULL, 0, &books, &error) == PATIO_INVALID_INPUT);
  CHECK(books == NULL);
  json *issues = json_parse(patio_error_issues(error));
  CHECK(lists(issues, "path", "faulty.json#/rules/0/effect") && lists(issues, "path", "faulty.json#/rules/0/since"));
  json_free(issues);
  patio_decider *decider = NULL;
  CHECK(patio_decider_new(books, "2026-03-10", NULL, &decider, NULL) == PATIO_MISUSE && decider == NULL);
  patio_error_free(error);
}

int main(int count, char **arguments) {
  rulebook book = {.count = 0};
  if (count < 2 || count > MOST_FILES) return 2;
  read_files(&book, arguments + 1, (size_t)count - 1);
  patio_books *french = NULL;
  CHECK(patio_books_default(&french, NULL) == PATIO_OK);

  TEST("the hard cases, each with its variants");
  play_all(&book, french, "hard_cases.json");
  TEST("every rule speaks and keeps silent as it should, from its first day on");
  play_all(&book, french, "rules.json");
  TEST("every row of statuses gives its status, from its first day on");
  play_all(&book, french, "statuses.json");
  TEST("a disputed reading that a jurist turns the other way turns the answer");
  play_all(&book, french, "readings.json");

  TEST("an old decision is given again as the rulebook knew it");
  replay(&book, french);
  TEST("a decision that rests on a rule past its review warns");
  warn(french);
  TEST("a rulebook with a fault leaves no engine");
  refuse_faulty(&book);

  patio_books_free(french);
  free_files(&book);
  return check_failures == 0 ? 0 : 1;
}
