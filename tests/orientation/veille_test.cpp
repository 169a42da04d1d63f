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
  CHECK(suggested(request).size() == 2);
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

namespace {

const NeedsBook& book() { return default_needs_book(); }

Signal said(NeedCode need, Date day, SignalAnswer answer) {
  return {std::move(need), day, answer, PoleCode{"pole:france_services"}, NeedCode{"carte_grise"}, "visit:1"};
}

}  // namespace

TEST_CASE("a refusal counts for ninety days and not a day longer") {
  auto request = coming_for(NeedCode{"carte_grise"});
  request.history = {said(NeedCode{"digital_basics"}, add_days(request.day, -89), SignalAnswer::refused)};
  CHECK(suggested(request).empty());
  request.history[0].day = add_days(request.day, -90);
  CHECK(suggested(request) == Codes{"digital_basics"});
}

TEST_CASE("what was offered is not offered again while its signal is kept, unless the person speaks of it") {
  auto request = coming_for(NeedCode{"carte_grise"});
  request.history = {said(NeedCode{"digital_basics"}, add_days(request.day, -29), SignalAnswer::offered)};
  CHECK(suggested(request).empty());
  request.mentioned = {NeedCode{"digital_basics"}};
  CHECK(suggested(request) == Codes{"digital_basics"});
  request.mentioned.clear();
  request.history[0].day = add_days(request.day, -30);
  CHECK(suggested(request) == Codes{"digital_basics"});
}

TEST_CASE("a refusal stands even when the person speaks of it: they will ask if they want to") {
  auto request = coming_for(NeedCode{"carte_grise"});
  request.mentioned = {NeedCode{"digital_basics"}};
  request.history = {said(NeedCode{"digital_basics"}, request.day, SignalAnswer::refused)};
  CHECK(suggested(request).empty());
}

TEST_CASE("two a visit, over all the desks of the visit") {
  auto request = coming_for(NeedCode{"housing_benefit"});
  request.visit = "visit:2";
  request.history = {said(NeedCode{"c2s"}, request.day, SignalAnswer::offered)};
  request.history[0].visit = "visit:2";
  CHECK(suggested(request) == Codes{"energy_arrears"});
  request.history.push_back(request.history[0]);
  request.history.back().need = NeedCode{"job_search"};
  CHECK(suggested(request).empty());
  SECTION("and another visit begins anew") {
    request.visit = "visit:3";
    CHECK(suggested(request).size() == 2);
  }
}

TEST_CASE("signals erase themselves: thirty days, and of a refusal its need and day for ninety") {
  const std::vector<Signal> signals{said(NeedCode{"digital_basics"}, a_tuesday, SignalAnswer::offered),
                                    said(NeedCode{"c2s"}, a_tuesday, SignalAnswer::refused)};
  CHECK(keep_signals(book(), signals, add_days(a_tuesday, 29)) == signals);
  const auto later = keep_signals(book(), signals, add_days(a_tuesday, 30));
  REQUIRE(later.size() == 1);
  CHECK(later[0] == Signal{NeedCode{"c2s"}, a_tuesday, SignalAnswer::refused, {}, {}, {}});
  CHECK(keep_signals(book(), later, add_days(a_tuesday, 89)) == later);
  CHECK(keep_signals(book(), later, add_days(a_tuesday, 90)).empty());
}

TEST_CASE("another pole sees no signal that touches a sensitive need, nor which need led to one") {
  std::vector<Signal> signals{said(NeedCode{"digital_basics"}, a_tuesday, SignalAnswer::offered),
                              said(NeedCode{"c2s"}, a_tuesday, SignalAnswer::offered),
                              said(NeedCode{"addiction"}, a_tuesday, SignalAnswer::refused)};
  signals[1].because_of = NeedCode{"over_indebtedness"};
  CHECK(visible_signals(book(), signals, PoleCode{"pole:france_services"}, a_tuesday) == signals);
  const auto elsewhere = visible_signals(book(), signals, PoleCode{"pole:housing"}, a_tuesday);
  REQUIRE(elsewhere.size() == 1);
  CHECK(elsewhere[0].need == NeedCode{"digital_basics"});
  CHECK_FALSE(elsewhere[0].because_of);
}

TEST_CASE("a town that wants one suggestion a visit says so in its book") {
  NeedsBook own = book();
  own.veille[0].most_per_visit = 1;
  CHECK(suggest(own, coming_for(NeedCode{"housing_benefit"})).size() == 1);
}

TEST_CASE("whatever was said, the brakes hold") {
  const auto any_signals = [] {
    std::vector<Signal> signals;
    const auto& needs = book().needs;
    for (auto left = *rc::gen::inRange(0, 8); left > 0; --left) {
      const auto need = needs[*rc::gen::inRange<std::size_t>(0, needs.size())].code;
      signals.push_back(said(need, add_days(a_tuesday, -*rc::gen::inRange(-2, 120)),
                             static_cast<SignalAnswer>(*rc::gen::inRange(0, 3))));
      if (*rc::gen::inRange(0, 2) == 0) signals.back().pole = PoleCode{"pole:housing"};
    }
    return signals;
  };
  prop("keeping twice keeps the same", [&] {
    const auto kept = keep_signals(book(), any_signals(), a_tuesday);
    RC_ASSERT(keep_signals(book(), kept, a_tuesday) == kept);
  });
  prop("what is erased never changes a suggestion", [&] {
    auto request = coming_for(NeedCode{"housing_benefit"});
    request.history = any_signals();
    const auto before = suggested(request);
    request.history = keep_signals(book(), request.history, request.day);
    RC_ASSERT(suggested(request) == before);
  });
  prop("no other pole learns of a sensitive need", [&] {
    for (const auto& each : visible_signals(book(), any_signals(), PoleCode{"pole:digital"}, a_tuesday))
      RC_ASSERT(!find_need(book(), each.need, a_tuesday)->sensitive && !each.because_of);
  });
}
