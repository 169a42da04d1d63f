#include <patio/orientation/directory_words.hpp>

#include <patio/directory/directory.hpp>
#include <patio/orientation/needs_book.hpp>

#include <set>

#include "catch.hpp"

using namespace patio;

TEST_CASE("the book says of every audience of the official list whom it means, or that no fact tells") {
  std::set<std::string> ours;
  for (const auto& each : default_needs_book().words.audiences) ours.insert(each.code);
  std::set<std::string> official;
  for (const auto& each : directory_list("audiences")) official.insert(each.code);
  CHECK(ours == official);
}

TEST_CASE("nearly every need has a theme; those without are the ones that no directory may answer") {
  std::set<std::string> without;
  for (const auto& need : default_needs_book().needs)
    if (need.themes.empty()) without.insert(need.code.text());
  CHECK(without == std::set<std::string>{"child_at_risk", "elder_abuse", "immediate_danger"});
}

TEST_CASE("the category of a theme stands before its two hyphens") {
  CHECK(category_of("numerique") == "numerique");
  CHECK(category_of("numerique--acquerir-un-equipement") == "numerique");
}
