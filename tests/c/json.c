#include "json.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- Reading */

static const char *spaces(const char *at) {
  while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r') ++at;
  return at;
}

static json *node_of(json_kind kind) {
  json *node = calloc(1, sizeof *node);
  if (node == NULL) abort();
  node->kind = kind;
  return node;
}

static char *copy(const char *start, size_t length) {
  char *text = malloc(length + 1);
  if (text == NULL) abort();
  memcpy(text, start, length);
  text[length] = '\0';
  return text;
}

static char unescaped(const char **at) {
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *found = strchr(letters, **at);
  if (**at == 'u') {
    char digits[5] = {0};
    memcpy(digits, *at + 1, 4);
    const char code = (char)strtol(digits, NULL, 16);
    *at += 5;
    return code;
  }
  ++*at;
  return found == NULL ? '?' : meanings[found - letters];
}

static char *text_at(const char **at) {
  size_t length = 0;
  char *text = copy(*at, strlen(*at));
  for (++*at; **at != '"' && **at != '\0';) {
    if (**at == '\\') {
      ++*at;
      text[length++] = unescaped(at);
    } else {
      text[length++] = *(*at)++;
    }
  }
  if (**at == '"') ++*at;
  text[length] = '\0';
  return text;
}

static json *value_at(const char **at);

static json *children_at(const char **at, json *parent, char close) {
  json **last = &parent->first;
  *at = spaces(*at + 1);
  while (**at != close) {
    char *key = NULL;
    if (parent->kind == JSON_OBJECT) {
      key = text_at(at);
      *at = spaces(*at);
      if (*(*at)++ != ':') abort();
    }
    *last = value_at(at);
    if (*last == NULL) abort();
    (*last)->key = key;
    last = &(*last)->next;
    *at = spaces(*at);
    if (**at == ',') *at = spaces(*at + 1);
  }
  ++*at;
  return parent;
}

static json *word_at(const char **at) {
  const char *start = *at;
  json *node = node_of(*start == 'n' ? JSON_NULL : *start == 't' || *start == 'f' ? JSON_BOOL : JSON_NUMBER);
  while (isalnum((unsigned char)**at) || **at == '-' || **at == '+' || **at == '.') ++*at;
  node->text = copy(start, (size_t)(*at - start));
  return node;
}

static json *value_at(const char **at) {
  *at = spaces(*at);
  switch (**at) {
    case '\0': return NULL;
    case '{': return children_at(at, node_of(JSON_OBJECT), '}');
    case '[': return children_at(at, node_of(JSON_LIST), ']');
    case '"': {
      json *node = node_of(JSON_TEXT);
      node->text = text_at(at);
      return node;
    }
    default: return word_at(at);
  }
}

json *json_parse(const char *text) { return text == NULL ? NULL : value_at(&text); }

void json_free(json *node) {
  while (node != NULL) {
    json *next = node->next;
    json_free(node->first);
    free(node->key);
    free(node->text);
    free(node);
    node = next;
  }
}

/* ---- Looking */

json *json_get(const json *node, const char *key) {
  json *child = node == NULL || node->kind != JSON_OBJECT ? NULL : node->first;
  while (child != NULL && strcmp(child->key, key) != 0) child = child->next;
  return child;
}

json *json_at(const json *node, size_t place) {
  json *child = node == NULL ? NULL : node->first;
  while (child != NULL && place-- > 0) child = child->next;
  return child;
}

json *json_pointer(json *node, const char *pointer) {
  while (node != NULL && *pointer == '/') {
    const size_t length = strcspn(++pointer, "/");
    char *step = copy(pointer, length);
    node = node->kind == JSON_LIST ? json_at(node, (size_t)atoi(step)) : json_get(node, step);
    free(step);
    pointer += length;
  }
  return node;
}

size_t json_count(const json *node) {
  size_t count = 0;
  for (const json *child = node == NULL ? NULL : node->first; child != NULL; child = child->next) ++count;
  return count;
}

const char *json_text(const json *node, const char *key) {
  const json *child = json_get(node, key);
  return child == NULL ? NULL : child->text;
}

bool json_contains(const json *whole, const json *part) {
  if (whole == NULL || whole->kind != part->kind) return false;
  if (part->kind != JSON_LIST && part->kind != JSON_OBJECT) return strcmp(whole->text, part->text) == 0;
  if (part->first == NULL && part->kind == JSON_LIST) return whole->first == NULL;
  size_t place = 0;
  for (const json *child = part->first; child != NULL; child = child->next, ++place) {
    const json *found = part->kind == JSON_OBJECT ? json_get(whole, child->key) : json_at(whole, place);
    if (!json_contains(found, child)) return false;
  }
  return true;
}

/* ---- Writing */

typedef struct writer {
  char *text;
  size_t length, room;
} writer;

static void put(writer *out, const char *text, size_t length) {
  while (out->length + length + 1 > out->room) {
    out->room = out->room * 2 + 64;
    out->text = realloc(out->text, out->room);
    if (out->text == NULL) abort();
  }
  memcpy(out->text + out->length, text, length);
  out->length += length;
  out->text[out->length] = '\0';
}

static void put_text(writer *out, const char *text) {
  put(out, "\"", 1);
  for (; *text != '\0'; ++text) {
    if (*text == '\n') {
      put(out, "\\n", 2);
      continue;
    }
    if (*text == '"' || *text == '\\') put(out, "\\", 1);
    put(out, text, 1);
  }
  put(out, "\"", 1);
}

static void put_node(writer *out, const json *node, const char *(*bound)(void *, const char *), void *context) {
  if (node->kind == JSON_TEXT) {
    const char *other = bound != NULL && node->text[0] == '$' ? bound(context, node->text + 1) : NULL;
    put_text(out, other == NULL ? node->text : other);
  } else if (node->kind == JSON_LIST || node->kind == JSON_OBJECT) {
    put(out, node->kind == JSON_LIST ? "[" : "{", 1);
    for (const json *child = node->first; child != NULL; child = child->next) {
      if (child != node->first) put(out, ",", 1);
      if (child->key != NULL) {
        put_text(out, child->key);
        put(out, ":", 1);
      }
      put_node(out, child, bound, context);
    }
    put(out, node->kind == JSON_LIST ? "]" : "}", 1);
  } else {
    put(out, node->text, strlen(node->text));
  }
}

char *json_print(const json *node, const char *(*bound)(void *, const char *), void *context) {
  writer out = {NULL, 0, 0};
  put_node(&out, node, bound, context);
  return out.text;
}
