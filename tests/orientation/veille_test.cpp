#include <patio/orientation/veille.hpp>

#include "le_patio.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

std::vector<std::string> suggested(const SuggestionRequest& request) {
  std::vector<std::string> codes;
  for (const auto& each : suggest(default_needs_book(), request)) codes.push_back(each.need.text());
  return codes;
}

using Codes = std::vector<std::string>;

SuggestionRequest coming_for(NeedCode need) {
  SuggestionRequest request;
  request.present = {std::move(need)};
  request.day = a_tuesday;
  return request;
}

}  // namespace

TEST_CASE("what the person spoke of is suggested first") {
  auto request = coming_for(NeedCode{"carte_grise"});
  CHECK(suggested(request) == Codes{"digital_basics"});
  request.mentioned = {NeedCode{"neighbour_dispute"}};
  CHECK(suggested(request) == Codes{"neighbour_dispute", "digital_basics"});
}

TEST_CASE("what is present already or was declined is not suggested") {
  auto request = coming_for(NeedCode{"carte_grise"});
  request.present.push_back(NeedCode{"digital_basics"});
  CHECK(suggested(request).empty());
  request = coming_for(NeedCode{"carte_grise"});
  request.refused = {NeedCode{"digital_basics"}};
  CHECK(suggested(request).empty());
}

TEST_CASE("a fact that is not known doesn't hold a suggestion back, a contrary one does") {
  auto request = coming_for(NeedCode{"housing_benefit"});
  CHECK(suggested(request) == Codes{"energy_arrears", "social_housing"});
  request.facts.housing = Housing::owner;
  CHECK(suggested(request) == Codes{"energy_arrears"});
}

TEST_CASE("no more than two are suggested, whatever brings the person") {
  SuggestionRequest request;
  for (const auto& need : default_needs_book().needs) request.present.push_back(need.code);
  request.present.erase(request.present.begin(), request.present.begin() + 40);
  request.day = a_tuesday;
  CHECK(suggested(request).size() <= most_suggestions);
}

TEST_CASE("a sensitive need is never suggested to whoever did not speak of it") {
  prop("whatever is present and known", [] {
    const auto& needs = default_needs_book().needs;
    SuggestionRequest request;
    request.day = a_tuesday;
    for (int i = 0; i < 3; ++i) request.present.push_back(needs[*rc::gen::inRange<std::size_t>(0, needs.size())].code);
    for (const auto& each : suggest(default_needs_book(), request))
      RC_ASSERT(!find_need(default_needs_book(), each.need, a_tuesday)->sensitive);
  });
}
