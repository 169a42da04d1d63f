/* A morning at the centre, in C99: Marc comes to register a used car and leaves with three needs met or under way.
 *
 *     cc -std=c99 morning.c $(pkg-config --cflags --libs libpatio) -o morning
 *     ./morning le-patio.json
 *
 * A host has its own JSON library; here answers are short enough to look into with pick().
 */
#include <patio.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef char id[40];

/* The last answer of a desk, and why there is none. */
static char *answer = NULL;
static patio_error *error = NULL;

static void forget_answer(void) {
  patio_string_free(answer);
  patio_error_free(error);
  answer = NULL;
  error = NULL;
}

static void must(patio_status status) {
  if (status == PATIO_OK) return;
  fprintf(stderr, "%s: %s\n", patio_error_code(error), patio_error_message(error, PATIO_EN));
  if (patio_error_issues(error) != NULL) fprintf(stderr, "%s\n", patio_error_issues(error));
  exit(1);
}

/* Runs a door of the desk; what goes in is written as with printf. */
static patio_status run(patio_desk *desk, const char *door, const char *format, ...) {
  char input[2048];
  va_list values;
  va_start(values, format);
  const int length = vsnprintf(input, sizeof input, format, values);
  va_end(values);
  forget_answer();
  return patio_desk_run(desk, door, input, (size_t)length, &answer, &error);
}

/* The first text of the answer that stands under that key. */
static void pick(const char *key, id out) {
  char pattern[64];
  snprintf(pattern, sizeof pattern, "\"%s\":", key);
  const char *at = strstr(answer, pattern);
  at = at == NULL ? NULL : strchr(at + strlen(pattern), '"');
  if (at == NULL) {
    fprintf(stderr, "no %s in %s\n", key, answer);
    exit(1);
  }
  snprintf(out, sizeof(id), "%.*s", (int)strcspn(at + 1, "\""), at + 1);
}

static char *file_text(const char *path) {
  const size_t most = 1 << 20;
  FILE *file = fopen(path, "rb");
  char *text = calloc(1, most);
  if (file == NULL || text == NULL || fread(text, 1, most - 1, file) == 0) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  fclose(file);
  return text;
}

/* Tuesday 10 March 2026, 9 o'clock in Paris. */
static int64_t that_morning(void *context) {
  (void)context;
  return INT64_C(1773129600000000);
}

static patio_desk *desk_of(const patio_centre *centre, const char *professional, const char *hat) {
  patio_desk *desk = NULL;
  must(patio_centre_desk(centre, professional, hat, &desk, &error));
  return desk;
}

/* Hands a need over with its appointment, under the consent. */
static void refer(patio_desk *desk, int command, const char *marc, const char *need, const char *service, const char *consent,
                  const char *permanence, const char *starts_at) {
  id appointment, space;
  must(run(desk, "book_appointment",
           "{\"command_id\": \"00000000-0000-4000-8000-0000000000%02d\", \"person_id\": \"%s\", \"need_id\": \"%s\","
           " \"permanence\": \"%s\", \"starts_at\": \"%s\"}",
           command, marc, need, permanence, starts_at));
  pick("appointment_id", appointment);
  pick("space", space);
  must(run(desk, "send_referral",
           "{\"command_id\": \"00000000-0000-4000-8000-0000000000%02d\", \"person_id\": \"%s\", \"need_id\": \"%s\","
           " \"service\": \"%s\", \"kind\": \"accompanied\", \"consent_id\": \"%s\", \"appointment_id\": \"%s\","
           " \"share\": [\"identity\", \"appointment\"]}",
           command + 1, marc, need, service, consent, appointment));
  printf("He is expected by %s at %s in %s.\n", service, starts_at, space);
}

/* What one professional may know of him, category by category. */
static void ask_about(patio_desk *desk, const char *who, const char *marc, const char *purpose) {
  must(run(desk, "ask_about",
           "{\"person_id\": \"%s\", \"purpose\": \"%s\", \"categories\": [\"identity\", \"rights\"]}", marc, purpose));
  printf("%s may know his name: %s.\n", who, strstr(answer, "Lenoir") != NULL ? "yes" : "no");
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: %s <plan of the centre>\n", arguments[0]);
    return 2;
  }
  char *plan = file_text(arguments[1]);
  patio_centre_options options = PATIO_CENTRE_OPTIONS;
  options.plan = plan;
  options.plan_length = strlen(plan);
  options.clock = that_morning;
  options.seeded = 1;
  options.seed = 1;
  patio_centre *centre = NULL;
  must(patio_centre_open("sqlite::memory:", &options, &centre, &error));
  free(plan);
  patio_desk *bruno = desk_of(centre, "pro:fs1", "hat:fs1");

  id marc, visit, card, dispute, lesson, consent, deadline;
  must(run(bruno, "register_person",
           "{\"command_id\": \"00000000-0000-4000-8000-000000000001\", \"kind\": \"named\", \"usual_name\": \"Lenoir\","
           " \"first_names\": [\"Marc\"], \"birth_date\": \"1968-05-02\", \"commune\": \"insee:91312\"}"));
  pick("person_id", marc);
  must(run(bruno, "record_encounter",
           "{\"command_id\": \"00000000-0000-4000-8000-000000000002\", \"person_id\": \"%s\", \"site\": \"site:patio\","
           " \"channel\": \"desk\", \"result\": \"guided\", \"stated\": [\"carte_grise\"], \"event_day\": \"2026-02-27\"}",
           marc));
  pick("encounter_id", visit);
  pick("need_ids", card);
  must(run(bruno, "cover_need",
           "{\"command_id\": \"00000000-0000-4000-8000-000000000003\", \"person_id\": \"%s\", \"need_id\": \"%s\","
           " \"mission\": \"online_procedure\", \"handled_for\": \"org:interieur\"}",
           marc, card));
  pick("deadline", deadline);
  printf("Marc registers his car, which he had to do before %s.\n", deadline);

  must(run(bruno, "accept_suggestion",
           "{\"command_id\": \"00000000-0000-4000-8000-000000000004\", \"person_id\": \"%s\", \"encounter_id\": \"%s\","
           " \"need\": \"neighbour_dispute\"}",
           marc, visit));
  pick("need_id", dispute);
  must(run(bruno, "accept_suggestion",
           "{\"command_id\": \"00000000-0000-4000-8000-000000000005\", \"person_id\": \"%s\", \"encounter_id\": \"%s\","
           " \"need\": \"digital_basics\"}",
           marc, visit));
  pick("need_id", lesson);

  if (run(bruno, "send_referral",
          "{\"command_id\": \"00000000-0000-4000-8000-000000000006\", \"person_id\": \"%s\", \"need_id\": \"%s\","
          " \"service\": \"svc:conciliateur\", \"kind\": \"accompanied\", \"share\": [\"identity\", \"appointment\"]}",
          marc, dispute) != PATIO_REFUSED)
    return 1;
  printf("Without his agreement nothing leaves: %s.\n", patio_error_message(error, PATIO_EN));

  must(run(bruno, "give_consent",
           "{\"command_id\": \"00000000-0000-4000-8000-000000000007\", \"person_id\": \"%s\", \"given_by\": \"person\","
           " \"means\": \"oral_traced\", \"for_purpose\": \"orientation\", \"recipients\": [\"org:conciliateurs\","
           " \"org:igny\"], \"categories\": [\"identity\", \"appointment\"], \"text_version\": \"orientation-1\","
           " \"until\": \"2026-03-20\"}",
           marc));
  pick("consent_id", consent);
  refer(bruno, 8, marc, dispute, "svc:conciliateur", consent, "perm:conciliateur", "2026-03-19T13:00:00Z");
  refer(bruno, 10, marc, lesson, "svc:conseillere_numerique", consent, "perm:numerique_tuesday_am", "2026-03-10T09:00:00Z");

  must(run(bruno, "count_activity", "{\"since\": \"2026-03-10\", \"until\": \"2026-03-11\"}"));
  printf("One visit, three requests, one person: %s\n", answer);

  patio_desk *conciliator = desk_of(centre, "pro:con1", "hat:con1");
  patio_desk *caf = desk_of(centre, "pro:caf1", "hat:caf1");
  ask_about(conciliator, "The conciliator", marc, "orientation");
  ask_about(caf, "The CAF counsellor", marc, "side_exchange");

  forget_answer();
  must(patio_centre_verify_audit(centre, &answer, &error));
  printf("The audit log: %s\n", answer);

  forget_answer();
  patio_desk_free(caf);
  patio_desk_free(conciliator);
  patio_desk_free(bruno);
  patio_centre_free(centre);
  return 0;
}
