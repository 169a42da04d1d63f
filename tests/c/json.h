/* A small JSON reader for the C tests: what a host would take from its own JSON library. Trees are freed whole. */
#ifndef PATIO_TESTS_C_JSON_H
#define PATIO_TESTS_C_JSON_H

#include <stdbool.h>
#include <stddef.h>

typedef enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_OBJECT } json_kind;

typedef struct json json;
struct json {
  json_kind kind;
  char *key;   /* of a member of an object */
  char *text;  /* of a text, unescaped; of a number or a boolean as it was written */
  json *first; /* child */
  json *next;  /* sibling */
};

/* Null if the text is not JSON. Only texts that the library and our vectors hold: \u escapes below 0x80. */
json *json_parse(const char *text);
void json_free(json *node);

/* Null if there is no such member or item; a null node has none. */
json *json_get(const json *node, const char *key);
json *json_at(const json *node, size_t place);
/* "/need_ids/0" */
json *json_pointer(json *node, const char *pointer);
size_t json_count(const json *node);
/* The text of a member; null if there is none. */
const char *json_text(const json *node, const char *key);

/* True if `part` is contained in `whole`: objects by key, lists item by item from the start. */
bool json_contains(const json *whole, const json *part);

/* JSON again. Texts "$name" become what `bound` gives for the name, if it gives something. Free it with free(). */
char *json_print(const json *node, const char *(*bound)(void *context, const char *name), void *context);

#endif
