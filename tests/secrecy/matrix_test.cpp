#include <patio/secrecy/matrix.hpp>

#include <algorithm>

#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

std::shared_ptr<const rules::RuleSet> rules_today() { return french_rulebook()->as_of(2026_y / 3 / 10); }

}  // namespace

TEST_CASE("each cell of the matrix is the decision itself") {
  const auto rules = rules_today();
  MatrixRequest request = usual_matrix();
  request.actors.resize(2);
  const Matrix matrix = secrecy_matrix(*rules, request);
  REQUIRE(matrix.cells.size() == 2 * request.recipients.size() * request.categories.size());
  for (std::size_t i = 0; i < matrix.cells.size(); i += 97) {
    const auto& cell = matrix.cells[i];
    AccessRequest facts = request.circumstances;
    const auto& actor = request.actors[i / (request.recipients.size() * request.categories.size())];
    facts.actor = actor.actor;
    facts.actor_status = actor.status;
    facts.actor_profession = actor.profession;
    facts.recipient = cell.recipient;
    facts.category = cell.category;
    CHECK(decide(*rules, facts, WayWanted::no).effect == cell.effect);
  }
}

TEST_CASE("by default nobody gives a family's secrets to the mayor, the police or a neighbour") {
  const Matrix matrix = secrecy_matrix(*rules_today(), usual_matrix());
  for (const auto& cell : matrix.cells)
    if ((cell.recipient == Recipient::mayor || cell.recipient == Recipient::police || cell.recipient == Recipient::relative) &&
        cell.category == DataCategory::family)
      CHECK_FALSE(rules::flows(cell.effect));
}

TEST_CASE("passwords go to nobody at all") {
  for (const auto& cell : secrecy_matrix(*rules_today(), usual_matrix()).cells)
    if (cell.category == DataCategory::credentials) CHECK_FALSE(rules::flows(cell.effect));
}

TEST_CASE("the matrix as CSV has one row a cell, and as a page each rule it cites") {
  const auto rules = rules_today();
  MatrixRequest request = usual_matrix();
  request.actors.resize(1);
  const Matrix matrix = secrecy_matrix(*rules, request);
  const std::string csv = matrix_csv(matrix);
  CHECK(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) == matrix.cells.size() + 1);
  const std::string page = matrix_page(matrix, *rules, Language::fr);
  for (const auto& cell : matrix.cells)
    for (const auto& id : cell.rules) REQUIRE(page.find("<tr id=\"" + id + "\">") != std::string::npos);
}
