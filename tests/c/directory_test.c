/* A directory and a territory are read once, asked often, and by several threads at once. */
#include <patio.h>

#include <pthread.h>
#include <string.h>

#include "check.h"
#include "json.h"

enum { THREADS = 4, CALLS = 50 };

#define VECTORS PATIO_SOURCE "/tests/vectors/"

static const char find_recycler[] =
    "{\"request\": {\"need\": \"low_price_computer\", \"facts\": {}, \"day\": \"2026-03-10\","
    " \"circumstances\": {\"home\": {\"areas\": [\"insee:91312\"], \"position\": {\"latitude\": 48.742, \"longitude\": 2.226}}}}}";
static const char follow_pierrefitte[] =
    "{\"codes\": [\"insee:93059\", \"insee:91312\"], \"day\": \"2026-03-10\", \"zones\": [\"dep:93\"]}";

typedef struct shared {
  patio_services *services;
  patio_territory *territory;
} shared;

static json *found(const patio_services *services) {
  char *answer = NULL;
  CHECK(patio_services_find(services, find_recycler, sizeof find_recycler - 1, &answer, NULL) == PATIO_OK);
  json *tree = json_parse(answer);
  patio_string_free(answer);
  return tree;
}

/* Returns how many calls did not succeed. */
static void *work(void *context) {
  const shared *all = context;
  uintptr_t failed = 0;
  for (int i = 0; i < CALLS; ++i) {
    char *answer = NULL;
    failed += patio_services_find(all->services, find_recycler, sizeof find_recycler - 1, &answer, NULL) != PATIO_OK;
    patio_string_free(answer);
    failed += patio_territory_follow(all->territory, follow_pierrefitte, sizeof follow_pierrefitte - 1, &answer, NULL) != PATIO_OK;
    patio_string_free(answer);
  }
  return (void *)failed;
}

int main(void) {
  patio_books *books = NULL;
  patio_error *error = NULL;
  shared all = {NULL, NULL};
  char *text = NULL;
  CHECK(patio_books_default(&books, NULL) == PATIO_OK);

  TEST("a directory to be read is named by a path or by a text, and by one alone");
  static const char neither[] = "{}", both[] = "{\"path\": \"a.csv\", \"text\": \"a\"}";
  CHECK(patio_services_read(books, neither, sizeof neither - 1, &all.services, &error) == PATIO_INVALID_INPUT);
  CHECK(strstr(patio_error_issues(error), "path_or_text") != NULL);
  patio_error_free(error);
  CHECK(patio_services_read(books, both, sizeof both - 1, &all.services, NULL) == PATIO_INVALID_INPUT);
  error = NULL;

  TEST("a directory is read once, with its losses");
  static const char ugly[] = "{\"path\": \"" VECTORS "data-inclusion/ugly-services.jsonl\", \"today\": \"2026-11-24\"}";
  CHECK(patio_services_read(books, ugly, sizeof ugly - 1, &all.services, &error) == PATIO_OK);
  CHECK(patio_services_count(all.services) == 16);
  CHECK(patio_services_report(all.services, &text, NULL) == PATIO_OK);
  json *report = json_parse(text);
  CHECK(strcmp(json_text(json_get(report, "reading"), "rows_refused"), "5") == 0);
  json_free(report);
  patio_string_free(text);
  patio_services_free(all.services);

  TEST("rows of the host's own are found by theme, the nearest first, and outlive their books");
  static const char rows[] =
      "[{\"id\": \"far\", \"name\": \"far\", \"themes\": [\"numerique--acquerir-un-equipement\"], \"status\": \"open\","
      "  \"position\": {\"latitude\": 48.9, \"longitude\": 2.226}},"
      " {\"id\": \"near\", \"name\": \"near\", \"themes\": [\"numerique--acquerir-un-equipement\"], \"status\": \"open\","
      "  \"position\": {\"latitude\": 48.743, \"longitude\": 2.226}}]";
  CHECK(patio_services_new(books, rows, sizeof rows - 1, &all.services, &error) == PATIO_OK);
  patio_books_free(books);
  json *near = found(all.services);
  CHECK(strcmp(json_text(json_at(json_get(near, "primaries"), 0), "id"), "near") == 0);
  CHECK(json_count(json_get(near, "primaries")) == 2);
  json_free(near);

  TEST("a folder without communes is not found");
  CHECK(patio_territory_read(VECTORS "secrecy", &all.territory, &error) == PATIO_NOT_FOUND);
  patio_error_free(error);

  TEST("a territory is read once, and follows a commune into the one that took it in");
  CHECK(patio_territory_read(VECTORS "cog", &all.territory, &error) == PATIO_OK);
  CHECK(patio_territory_count(all.territory) == 37590);
  CHECK(patio_territory_follow(all.territory, follow_pierrefitte, sizeof follow_pierrefitte - 1, &text, NULL) == PATIO_OK);
  json *followed = json_parse(text);
  const json *first = json_at(json_get(followed, "communes"), 0);
  CHECK(strcmp(json_text(first, "commune"), "insee:93066") == 0);
  CHECK(strcmp(json_text(first, "standing"), "merged") == 0);
  CHECK(strcmp(json_text(first, "served"), "yes") == 0);
  CHECK(strcmp(json_text(json_at(json_get(followed, "communes"), 1), "served"), "no") == 0);
  json_free(followed);
  patio_string_free(text);

  TEST("four threads ask both at once");
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; ++i) CHECK(pthread_create(&threads[i], NULL, work, &all) == 0);
  for (int i = 0; i < THREADS; ++i) {
    void *failed = NULL;
    CHECK(pthread_join(threads[i], &failed) == 0 && failed == NULL);
  }

  patio_services_free(all.services);
  patio_territory_free(all.territory);
  return check_failures == 0 ? 0 : 1;
}
