#include <patio/rules/current_rules.hpp>

#include <thread>

#include "catch.hpp"
#include "fixture_book.hpp"

using namespace patio;
using namespace patio::rules;
namespace fx = patio::rules::fixture;

TEST_CASE("rules are replaced while others decide, and each answer is of one version") {
  const auto book = fx::book();
  const auto early = book.as_of(2024_y / 6 / 1), late = book.as_of(2026_y / 6 / 1);
  const Facts health = facts_of(fx::Ask{fx::Who::clerk, fx::What::health, fx::Agreement::given});
  CurrentRules current(early);
  std::atomic<int> wrong = 0;
  const auto decide_often = [&] {
    for (int i = 0; i < 2000; ++i) {
      const auto rules = current.get();
      const Effect expected = rules->day == early->day ? Effect::permit : Effect::deny;
      if (decide(*rules, health).effect != expected) ++wrong;
    }
  };
  std::thread first(decide_often), second(decide_often);
  for (int i = 0; i < 500; ++i) current.replace(i % 2 == 0 ? late : early);
  first.join();
  second.join();
  CHECK(wrong == 0);
}
