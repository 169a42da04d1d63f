// usage: secrecy_pages <folder>
// Writes the pages that people read, for tests/secrecy/pages_test.py to open in a browser.

#include <fstream>
#include <iostream>

#include <patio/secrecy/comparison_page.hpp>
#include <patio/secrecy/french_rulebook.hpp>
#include <patio/secrecy/matrix.hpp>

using namespace patio;

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::string folder = words[1];
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder + '/' + name, std::ios::binary) << text;
    std::cout << name << '\n';
  };
  const auto early = french_rulebook()->as_of(2016_y / 1 / 1), late = french_rulebook()->as_of(2026_y / 3 / 10);
  write("matrix.html", matrix_page(secrecy_matrix(*late, usual_matrix()), *late, Language::fr));
  write("comparison.html", comparison_page(rules::compare_rules(*early, *late), *early, *late, Language::en));
  write("no_change.html", comparison_page(rules::compare_rules(*late, *late), *late, *late, Language::fr));
}
