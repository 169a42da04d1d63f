/* Many threads at one desk, one decider and one set of books. */
#include <patio.h>

#include <pthread.h>
#include <string.h>

#include "check.h"

enum { THREADS = 4, CALLS = 25 };

typedef struct shared {
  patio_books *books;
  patio_decider *decider;
  patio_desk *desk;
} shared;

static int64_t clock_of_test(void *context) { return *(const int64_t *)context; }

/* Returns how many calls did not succeed. */
static void *work(void *context) {
  static const char find[] = "{\"service\": \"svc:conciliateur\", \"days\": 28}";
  static const char refusal[] = "{\"code\": \"secrecy\"}";
  const shared *all = context;
  uintptr_t failed = 0;
  for (int i = 0; i < CALLS; ++i) {
    const uint8_t values[] = {1, 2, 3};
    char *answer = NULL;
    patio_verdict verdict;
    failed += patio_desk_run(all->desk, "find_slots", find, sizeof find - 1, &answer, NULL) != PATIO_OK;
    patio_string_free(answer);
    failed += patio_ask(all->books, "refusal_of", refusal, sizeof refusal - 1, &answer, NULL) != PATIO_OK;
    patio_string_free(answer);
    failed += patio_decider_decide(all->decider, values, 3, &verdict) != PATIO_OK;
  }
  return (void *)failed;
}

int main(void) {
  char *plan = file_text(PATIO_SOURCE "/examples/data/le-patio.json");
  int64_t now = INT64_C(1773129600000000);
  shared all = {NULL, NULL, NULL};
  patio_centre *centre = NULL;
  patio_centre_options options = PATIO_CENTRE_OPTIONS;
  options.plan = plan;
  options.plan_length = strlen(plan);
  options.clock = clock_of_test;
  options.clock_context = &now;
  CHECK(patio_books_default(&all.books, NULL) == PATIO_OK);
  CHECK(patio_decider_new(all.books, "2026-03-10", NULL, &all.decider, NULL) == PATIO_OK);
  CHECK(patio_centre_open("sqlite::memory:", &options, &centre, NULL) == PATIO_OK);
  CHECK(patio_centre_desk(centre, "pro:fs1", "hat:fs1", &all.desk, NULL) == PATIO_OK);

  TEST("four threads at one desk wait for each other, and all get their answers");
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; ++i) CHECK(pthread_create(&threads[i], NULL, work, &all) == 0);
  for (int i = 0; i < THREADS; ++i) {
    void *failed = NULL;
    CHECK(pthread_join(threads[i], &failed) == 0 && failed == NULL);
  }

  patio_desk_free(all.desk);
  patio_centre_free(centre);
  patio_decider_free(all.decider);
  patio_books_free(all.books);
  free(plan);
  return check_failures == 0 ? 0 : 1;
}
