/* What every C test uses: a sentence, what must hold, and how many times it did not. */
#ifndef PATIO_TESTS_C_CHECK_H
#define PATIO_TESTS_C_CHECK_H

#include <stdio.h>
#include <stdlib.h>

static int check_failures = 0;

#define TEST(sentence) puts(sentence)
#define CHECK(holds)                                                        \
  do {                                                                      \
    if (!(holds)) {                                                         \
      printf("  %s:%d: this does not hold: %s\n", __FILE__, __LINE__, #holds); \
      ++check_failures;                                                     \
    }                                                                       \
  } while (0)

/* The whole of a file, ended by a NUL; the test stops without it. */
static inline char *file_text(const char *path) {
  FILE *file = fopen(path, "rb");
  char *text = NULL;
  long length = 0;
  if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0) {
    printf("cannot read %s\n", path);
    exit(1);
  }
  rewind(file);
  text = calloc(1, (size_t)length + 1);
  if (text == NULL || fread(text, 1, (size_t)length, file) != (size_t)length) exit(1);
  fclose(file);
  return text;
}

#endif
