#include <patio.h>

#include <stdio.h>

/* The library that runs is the one this program was compiled for, and it answers a question. */
int main(void) {
  patio_books *books = NULL;
  patio_error *error = NULL;
  if (patio_abi_version() != PATIO_ABI_VERSION) return 1;
  if (patio_books_default(&books, &error) != PATIO_OK) {
    fputs(patio_error_message(error, PATIO_EN), stderr);
    patio_error_free(error);
    return 1;
  }
  puts(patio_version());
  patio_books_free(books);
  return 0;
}
