#include <patio.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  const char *question =
      "{\"day\":\"2026-03-10\",\"request\":{\"action\":\"disclose\",\"actor\":\"ccas_agent\",\"actor_status\":\"miss\","
      "\"recipient\":\"mayor\",\"category\":\"rights\",\"purpose\":\"recruiting_or_mailing\"}}";
  patio_books *books = NULL;
  patio_error *error = NULL;
  char *answer = NULL;
  if (patio_books_default(&books, &error) == PATIO_OK &&
      patio_ask(books, "decide", question, strlen(question), &answer, &error) == PATIO_OK)
    puts(answer);
  patio_string_free(answer);
  patio_error_free(error);
  patio_books_free(books);
  return answer == NULL;
}
