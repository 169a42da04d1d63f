#include <patio.h>

#include <stdio.h>

int main(void) {
  puts(patio_version());
  return 0;
}
