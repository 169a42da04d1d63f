#include <patio/casework/technical_advice.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

TechnicalAdvice question(std::string text) {
  TechnicalAdvice draft;
  draft.asked_by = ProfessionalCode{"pro:ts1"};
  draft.adviser = ServiceCode{"svc:cidff"};
  draft.question = std::move(text);
  return draft;
}

}  // namespace

TEST_CASE("a question that names somebody is refused with the place of each passage, and repeats none") {
  const auto no = ask_advice(question("Mme M., née le 22/03/1985, 12 rue…")).error();
  CHECK(no.code == "identifying_content");
  CHECK(no.message.en == "the text lets the person be identified : name 0-6, birth_date 8-26, address 28-34");
}

TEST_CASE("a question about a situation is asked, answered once, and held to the same") {
  const auto asked = ask_advice(question("femme, 40 ans, bail commun, séparation"));
  REQUIRE(asked.has_value());
  CHECK(asked->state == AdviceState::asked);
  const ProfessionalCode jurist{"pro:cid1"};
  CHECK(answer_advice(*asked, "Voir M. Petit", jurist, 10, {}).error().code == "identifying_content");
  const auto answered = answer_advice(*asked, "Le congé de l'un ne vaut pas pour l'autre.", jurist, 10, {});
  CHECK(answered->state == AdviceState::answered);
  CHECK(answer_advice(*answered, "encore", jurist, 1, {}).error().code == "already_done");
  CHECK(answer_advice(question("brouillon"), "non", jurist, 1, {}).error().code == "illegal_transition");
}

TEST_CASE("what stands in the person's file is found even where nothing else would tell") {
  Person person;
  person.usual_name = "Rivière";
  person.birth_date = 1985_y / 3 / 22;
  person.contacts = {{ContactChannel::post, "Les Ormes", {}}};
  const auto known = identity_words(person);
  CHECK(ask_advice(question("la dame riviere veut partir"), known).error().code == "identifying_content");
  CHECK(ask_advice(question("le jugement du 22/03/1985"), known).error().code == "identifying_content");
  CHECK(ask_advice(question("elle loge aux Ormes, dit les ormes"), known).error().code == "identifying_content");
  CHECK(ask_advice(question("elle veut partir"), known).has_value());
}

TEST_CASE("an advice counts as one service to professionals, and nobody received") {
  const auto asked = ask_advice(question("bail commun")).value();
  const auto answered = answer_advice(asked, "Oui.", ProfessionalCode{"pro:cid1"}, 15, {}).value();
  CHECK(count({asked, answered, question("brouillon")}) == AdviceCount{2, 1, 0, 15});
}
