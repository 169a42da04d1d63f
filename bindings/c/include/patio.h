#ifndef PATIO_H
#define PATIO_H
/**
 * \file
 * libpatio for C: the shared logic of a one-stop social centre. This header is plain C99 and also C++.
 *
 *     patio_error *error = NULL;
 *     char *answer = NULL;
 *     const char *question = "{\"day\": \"2026-03-10\", \"request\": {\"action\": \"view\"}}";
 *     patio_books *books = NULL;
 *     if (patio_books_default(&books, &error) == PATIO_OK &&
 *         patio_ask(books, "decide", question, strlen(question), &answer, &error) == PATIO_OK)
 *       puts(answer);
 *     else
 *       puts(patio_error_message(error, PATIO_EN));
 *     patio_string_free(answer);
 *     patio_error_free(error);
 *     patio_books_free(books);
 *
 * Calls. Each returns a status and gives its result through an out pointer, which is NULL (or untouched, for a plain struct)
 * unless the status is PATIO_OK. The last argument receives an error object, or NULL when all went well; pass NULL if you
 * only want the status. A function that cannot fail returns its result.
 *
 * Ownership. What you receive through a `**` is yours: give it to the function named `..._free`. What is returned as `const`
 * belongs to the object it was asked of. Freeing NULL does nothing; freeing twice is a bug. Handles may be freed in any
 * order: a desk keeps what it needs of its centre.
 *
 * Texts are UTF-8. Names (of doors, codes, addresses) end at their NUL and have at most 4096 bytes. JSON comes with its
 * length and may have 16 MiB; it comes back ended by a NUL. A text that is not UTF-8, holds a NUL or is too long is an error,
 * never a crash; so is a NULL where something is needed.
 *
 * Threads. Books, deciders, services and territories never change: any number of threads may use one at once. A centre and its desks let one thread
 * in at a time and make the others wait. An error, and a handle while it is being freed, belong to one thread.
 *
 * Nothing is thrown through this interface, and no error holds a personal value, SQL or the text of a driver.
 *
 * Every function here is there since 0.1. Until 1.0 the interface may still change, with patio_abi_version().
 */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- The library --------------------------------------------------------------------------------------------------- */

/** The version of the interface that this header was written for; see patio_abi_version(). Since 0.1. */
#define PATIO_ABI_VERSION 0

/** "0.1.0". Never freed. Any thread. Since 0.1. */
const char *patio_version(void);

/** Equals PATIO_ABI_VERSION if the library at hand fits the header that a program was compiled with. Since 0.1. */
uint32_t patio_abi_version(void);

/** Frees a text received through a `char **`. NULL is fine. Since 0.1. */
void patio_string_free(char *text);

/* ---- What went wrong ----------------------------------------------------------------------------------------------- */

/** Whose fault it is. Since 0.1. */
typedef enum patio_status {
  PATIO_OK = 0,
  /** The input is malformed: patio_error_issues() has every fault. */
  PATIO_INVALID_INPUT = 1,
  /** A rule does not allow the step now: patio_error_refusal() says which, and what would allow it. */
  PATIO_REFUSED = 2,
  /** There is no such door, professional, record... */
  PATIO_NOT_FOUND = 3,
  PATIO_CONFLICT = 4,
  /** The call itself is wrong: a NULL, a text too long, a desk called from inside its own clock. */
  PATIO_MISUSE = 5,
  /** The database is not ours, or not readable as ours. */
  PATIO_FOREIGN_FILE = 6,
  PATIO_CORRUPT_FILE = 7,
  /** Worth trying again. */
  PATIO_BUSY = 8,
  PATIO_UNAVAILABLE = 9,
  PATIO_STORAGE = 10,
  /** A bug of the library, or no memory left. */
  PATIO_INTERNAL = 11
} patio_status;

/** What people read is in French and in English. Since 0.1. */
typedef enum patio_language { PATIO_FR = 0, PATIO_EN = 1 } patio_language;

/** Why a call failed. One thread at a time. Since 0.1. */
typedef struct patio_error patio_error;

/** The status that the call returned; PATIO_OK for NULL. Since 0.1. */
patio_status patio_error_status(const patio_error *error);

/** "invalid_input", the code of the refusal, or "not_found", "misuse"...; "" for NULL. Lives as long as the error.
    Since 0.1. */
const char *patio_error_code(const patio_error *error);

/** One sentence for people; "" for NULL. Lives as long as the error. Since 0.1. */
const char *patio_error_message(const patio_error *error, patio_language language);

/** JSON list of {path, code, message: {fr, en}}, the path a JSON Pointer; NULL unless PATIO_INVALID_INPUT. Lives as long as
    the error. Since 0.1. */
const char *patio_error_issues(const patio_error *error);

/** JSON object {code, law, message, what_would_unblock, allowed_events}; NULL unless PATIO_REFUSED. Lives as long as the
    error. Since 0.1. */
const char *patio_error_refusal(const patio_error *error);

/** NULL is fine. Since 0.1. */
void patio_error_free(patio_error *error);

/* ---- Engines alone: no store, no clock ------------------------------------------------------------------------------ */

/** Rules and needs from which the engines answer. Immutable, any number of threads. Since 0.1. */
typedef struct patio_books patio_books;

/** A file of a rulebook in memory: its name leads the path of each issue. Nothing is kept of it after the call. Since 0.1. */
typedef struct patio_file {
  const char *name;
  const char *text;
  size_t length;
} patio_file;

/** The French books of this version. Yours: patio_books_free(). Any thread. Since 0.1. */
patio_status patio_books_default(patio_books **out, patio_error **error);

/** The host's own books: all files of the secrecy rulebook together, and all files of the needs book together. With none of
    one kind (NULL, 0) the French one is taken. PATIO_INVALID_INPUT has every fault of every file. Yours:
    patio_books_free(). Any thread. Since 0.1. */
patio_status patio_books_load(const patio_file *rules, size_t rule_count, const patio_file *needs, size_t need_count,
                              patio_books **out, patio_error **error);

/** The same books with the host's own casework book, neutral texts or matching weights, told apart by the `schema` that each
    file says; what no file says stays as in `books`. PATIO_INVALID_INPUT has every fault of every file. Yours:
    patio_books_free(); `books` stays yours too. Any thread. Since 0.1. */
patio_status patio_books_with_house(const patio_books *books, const patio_file *files, size_t count, patio_books **out,
                                    patio_error **error);

/** The same books with the rules of a place over their needs (schema "patio/local_rules/1"): a centre's before a commune's before
    a département's before the nation's. PATIO_INVALID_INPUT has every fault of every file. The books given stay as they are.
    Yours: patio_books_free(). Any number of threads. Since 0.1. */
patio_status patio_books_with_local_rules(const patio_books *books, const patio_file *files, size_t file_count,
                                          patio_books **out, patio_error **error);

/** NULL is fine. What was made from the books lives on. Since 0.1. */
void patio_books_free(patio_books *books);

/** Asks an engine by the name of its door ("decide", "orient"...): JSON in, JSON out, as patio_doors() describes. An answer
    that says no is an answer: PATIO_OK. Yours: patio_string_free(). Any number of threads. Since 0.1. */
patio_status patio_ask(const patio_books *books, const char *door, const char *json, size_t length, char **out,
                       patio_error **error);

/** JSON list of every door: {name, kind ("command", "query", "question"), input_schema, output_schema}, both JSON Schemas.
    Yours: patio_string_free(). Any thread. Since 0.1. */
patio_status patio_doors(char **out, patio_error **error);

/* ---- Public directories and territory: read once, asked often ------------------------------------------------------- */

/** The services of a public directory, made ready to be searched: a need against 100,000 of them takes microseconds. It keeps
    what it needs of its books. Immutable, any number of threads. Since 0.1. */
typedef struct patio_services patio_services;

/** Reads a directory of any size: JSON as the door "read_directory" takes it ({"path": ...}). Yours: patio_services_free(). Any
    thread. Since 0.1. */
patio_status patio_services_read(const patio_books *books, const char *json, size_t length, patio_services **out,
                                 patio_error **error);

/** The same from rows of the host's own: a JSON list as `rows` of the door "find_services". Yours: patio_services_free(). Any
    thread. Since 0.1. */
patio_status patio_services_new(const patio_books *books, const char *json, size_t length, patio_services **out,
                                patio_error **error);

/** NULL is fine. Since 0.1. */
void patio_services_free(patio_services *services);

/** How many there are; 0 for NULL. Since 0.1. */
size_t patio_services_count(const patio_services *services);

/** JSON {reading, faults}: what was lost or doubted while the directory was read (absent for rows of the host), and what the rows
    say and could not be used. Yours: patio_string_free(). Any number of threads. Since 0.1. */
patio_status patio_services_report(const patio_services *services, char **out, patio_error **error);

/** Who of them near somebody meets a need: JSON {request, search} as the door "find_services" takes them, `search` if wanted; JSON
    as its `nearby`. Yours: patio_string_free(). Any number of threads. Since 0.1. */
patio_status patio_services_find(const patio_services *services, const char *json, size_t length, char **out,
                                 patio_error **error);

/** Which rules name a destination that neither the centre nor the directory holds: JSON {plan, day}; a JSON list of {path, code,
    message}. Yours: patio_string_free(). Any number of threads. Since 0.1. */
patio_status patio_services_check_held(const patio_services *services, const char *json, size_t length, char **out,
                                       patio_error **error);

/** The communes of a country with their dates. Immutable, any number of threads. Since 0.1. */
typedef struct patio_territory patio_territory;

/** Reads a folder of the official geographic code: CSV files whose names begin with "communes" (needed), "departements",
    "regions", "epci", "mouvements". PATIO_NOT_FOUND without a file of communes. Yours: patio_territory_free(). Any thread.
    Since 0.1. */
patio_status patio_territory_read(const char *folder, patio_territory **out, patio_error **error);

/** NULL is fine. Since 0.1. */
void patio_territory_free(patio_territory *territory);

/** How many entries there are, of communes and of what once was one; 0 for NULL. Since 0.1. */
size_t patio_territory_count(const patio_territory *territory);

/** JSON object: for each kind of file that was there, what was lost or doubted. Yours: patio_string_free(). Any number of threads.
    Since 0.1. */
patio_status patio_territory_report(const patio_territory *territory, char **out, patio_error **error);

/** Which communes codes stand for on a day, and whether zones have them: JSON {codes, day, zones} and JSON as the door
    "follow_communes" takes and gives them. Yours: patio_string_free(). Any number of threads. Since 0.1. */
patio_status patio_territory_follow(const patio_territory *territory, const char *json, size_t length, char **out,
                                    patio_error **error);

/* ---- The centre and its desks --------------------------------------------------------------------------------------- */

/** An open centre: its plan, its database, its audit log. One thread inside at a time, others wait. Since 0.1. */
typedef struct patio_centre patio_centre;

/** One professional at work under one hat. Since 0.1. */
typedef struct patio_desk patio_desk;

/** "Now", in microseconds since 1970 in UTC. Called while a desk works, on the thread that called the desk; it must not call
    the centre or its desks (PATIO_MISUSE). Since 0.1. */
typedef int64_t (*patio_clock)(void *context);

/** Begin with PATIO_CENTRE_OPTIONS, then set what you need. Nothing is kept of the texts after the call. Since 0.1. */
typedef struct patio_centre_options {
  /** sizeof(patio_centre_options), so that a later version may add to it. */
  size_t size;
  /** The plan of the centre, as JSON. Needed. */
  const char *plan;
  size_t plan_length;
  /** A lower-case UUID that separates centres sharing one database; NULL for the only one. */
  const char *tenant;
  /** NULL is the clock of the system. The context must live as long as the centre and its desks. */
  patio_clock clock;
  void *clock_context;
  /** If not 0, ids follow from `seed`: reproducible, for tests and demonstrations only. Else they are random. */
  int seeded;
  uint64_t seed;
  /** NULL is patio_books_default(). */
  const patio_books *books;
  /** 16 to 64 bytes of the host's keeping, the same for ever, with which the keys that find records of one person are hashed;
      NULL for none. Copied. */
  const unsigned char *match_secret;
  size_t match_secret_length;
} patio_centre_options;

/** Options where everything is as by default; the plan is still to be set. Since 0.1. */
#define PATIO_CENTRE_OPTIONS {sizeof(patio_centre_options), NULL, 0, NULL, NULL, NULL, 0, 0, NULL, NULL, 0}

/** Opens or makes the database at `uri`: "sqlite:centre.db", "postgresql://...". Yours: patio_centre_free(). Since 0.1. */
patio_status patio_centre_open(const char *uri, const patio_centre_options *options, patio_centre **out, patio_error **error);

/** NULL is fine. The database closes when the last desk of the centre is freed too. Since 0.1. */
void patio_centre_free(patio_centre *centre);

/** A desk for a professional ("pro:fs1") under a hat ("hat:fs1") of the plan; PATIO_NOT_FOUND if it is not worn today.
    Yours: patio_desk_free(). Since 0.1. */
patio_status patio_centre_desk(const patio_centre *centre, const char *professional, const char *hat, patio_desk **out,
                               patio_error **error);

/** NULL is fine. Since 0.1. */
void patio_desk_free(patio_desk *desk);

/** Runs a command or asks a query by the name of its door ("send_referral"): JSON in, JSON out, as patio_doors() describes.
    Every call passes the secrecy rules and leaves its leaf in the audit log, in one transaction with what it writes.
    Yours: patio_string_free(). Since 0.1. */
patio_status patio_desk_run(patio_desk *desk, const char *door, const char *json, size_t length, char **out,
                            patio_error **error);

/** The same, if the person's file is still as the caller has seen it: `revision` is that of "read_plan". If it has changed,
    PATIO_REFUSED with `changed_meanwhile`, and nothing is done. For commands; a query does not look at it. Since 0.1. */
patio_status patio_desk_run_if(patio_desk *desk, uint64_t revision, const char *door, const char *json, size_t length,
                               char **out, patio_error **error);

/** Lets time do its work up to now: what has lapsed, expired or come due moves, each record in a transaction of its own with
    its leaf in the log. As often as you like; twice is once. JSON {moved, next_due}. Yours: patio_string_free(). Since 0.1. */
patio_status patio_centre_tick(patio_centre *centre, char **out, patio_error **error);

/** What the desk wants done outside and nobody has acknowledged, the oldest first: JSON {effects: [{id, kind, person_id, about,
    command_id, due_at}]}, at most `limit`. It holds no text and no contact. Yours: patio_string_free(). Since 0.1. */
patio_status patio_centre_pending_effects(const patio_centre *centre, size_t limit, char **out, patio_error **error);

/** The host has carried these effects out: a JSON list of their ids. Ids that are not there (any more) are passed over.
    Since 0.1. */
patio_status patio_centre_acknowledge(patio_centre *centre, const char *json, size_t length, patio_error **error);

/** JSON {size, hash}: how many leaves the audit log has, and the hash over them all. Keep it elsewhere, and compare. Yours:
    patio_string_free(). Since 0.1. */
patio_status patio_centre_audit_root(const patio_centre *centre, char **out, patio_error **error);

/** Reads the whole log again, and the rows that it vouches for: JSON {size, rows, findings}, at most 1,000 findings
    {fault, seq, table, key}. PATIO_OK even if there are some: read the answer. Yours: patio_string_free(). Since 0.1. */
patio_status patio_centre_verify_audit(const patio_centre *centre, char **out, patio_error **error);

/* ---- Decisions in a loop -------------------------------------------------------------------------------------------- */

/**
 * The secrecy rules of one day, compiled, for loops over many requests. Immutable, any number of threads.
 *
 *     uint8_t facts[64] = {0};                                               0 is PATIO_UNKNOWN
 *     size_t action = patio_decider_find_attribute(decider, "action");
 *     facts[action] = patio_decider_find_value(decider, action, "view");
 *     patio_decider_decide(decider, facts, patio_decider_attribute_count(decider), &verdict);
 *
 * Values are numbered from 1, in the order of patio_decider_value_name(). What is not known is never taken for "none of
 * these": it permits nothing. Since 0.1.
 */
typedef struct patio_decider patio_decider;

/** A fact that is not known. Since 0.1. */
#define PATIO_UNKNOWN 0

/** No such attribute. Since 0.1. */
#define PATIO_NO_ATTRIBUTE SIZE_MAX

/** How many rules a verdict can name. Since 0.1. */
#define PATIO_VERDICT_RULES 16

/** May it be handed over? Yes from PATIO_OBLIGE on. Since 0.1. */
typedef enum patio_effect {
  PATIO_DENY = 0,
  /** Stop: a named person decides. */
  PATIO_HUMAN = 1,
  /** Later, or after a further event. */
  PATIO_DEFER = 2,
  /** The law compels it. */
  PATIO_OBLIGE = 3,
  PATIO_PERMIT = 4,
  /** Allowed once redacted or aggregated. */
  PATIO_TRANSFORM = 5
} patio_effect;

/** The answer in numbers. Since 0.1. */
typedef struct patio_verdict {
  /** Bit i is the obligation number i; without the mandatory ones a permission falls. */
  uint64_t obligations;
  uint64_t mandatory;
  /** How many rules made the answer, and how many could change it if more were known; the first ones are listed. */
  uint32_t determining_count;
  uint32_t unsettled_count;
  uint32_t determining[PATIO_VERDICT_RULES];
  uint32_t unsettled[PATIO_VERDICT_RULES];
  /** A patio_effect. */
  uint8_t effect;
  /** The same for each gate: the lift of secrecy, the data-protection basis, the mandate. */
  uint8_t gates[3];
  /** Always 0. */
  uint8_t reserved[4];
} patio_verdict;

/** The rules in force on `day` ("2026-03-10"), as the books knew them on `known_as_of`, so that an old answer can be given
    again; as they know them now, if it is NULL. Takes milliseconds: keep it. Yours: patio_decider_free(). Any thread.
    Since 0.1. */
patio_status patio_decider_new(const patio_books *books, const char *day, const char *known_as_of, patio_decider **out,
                               patio_error **error);

/** NULL is fine. Since 0.1. */
void patio_decider_free(patio_decider *decider);

/** How many attributes a request has, at most 64. 0 for NULL. Since 0.1. */
size_t patio_decider_attribute_count(const patio_decider *decider);

/** "recipient"; NULL if there is no such attribute. Lives as long as the decider. Since 0.1. */
const char *patio_decider_attribute_name(const patio_decider *decider, size_t attribute);

/** The attribute of that name, or PATIO_NO_ATTRIBUTE. Since 0.1. */
size_t patio_decider_find_attribute(const patio_decider *decider, const char *name);

/** How many values the attribute has, at most 64, without PATIO_UNKNOWN. Since 0.1. */
size_t patio_decider_value_count(const patio_decider *decider, size_t attribute);

/** The name of the value, numbered from 1; NULL if there is no such value. Lives as long as the decider. Since 0.1. */
const char *patio_decider_value_name(const patio_decider *decider, size_t attribute, uint8_t value);

/** The value of that name, or PATIO_UNKNOWN if there is none. Since 0.1. */
uint8_t patio_decider_find_value(const patio_decider *decider, size_t attribute, const char *name);

/** The id of a rule in a verdict; NULL if there is no such rule. Lives as long as the decider. Since 0.1. */
const char *patio_decider_rule_id(const patio_decider *decider, uint32_t rule);

/** The code of an obligation, by its bit; NULL if there is none. Lives as long as the decider. Since 0.1. */
const char *patio_decider_obligation_code(const patio_decider *decider, unsigned bit);

/** Rulebook contents and day: the same version always gives the same verdicts. NULL for NULL. Lives as long as the decider.
    Since 0.1. */
const char *patio_decider_version(const patio_decider *decider);

/** Decides one request: `values[i]` is that of attribute i; attributes from `count` on are unknown, and so is a number that
    the attribute does not have. No allocation, no lock. PATIO_MISUSE if a pointer is NULL, or `count` beyond the attributes.
    Since 0.1. */
patio_status patio_decider_decide(const patio_decider *decider, const uint8_t *values, size_t count, patio_verdict *out);

/** Decides many requests: `columns[i]` has the values of attribute i, one for each row, or is NULL if it is unknown
    throughout. `effects` receives a patio_effect for each row; `verdicts`, unless NULL, receives the whole answers.
    PATIO_MISUSE as above. Since 0.1. */
patio_status patio_decider_decide_columns(const patio_decider *decider, const uint8_t *const *columns, size_t column_count,
                                          size_t rows, uint8_t *effects, patio_verdict *verdicts);

#ifdef __cplusplus
}
#endif

#endif
