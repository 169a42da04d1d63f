#include <patio/people/name.hpp>

#include <fstream>

#include <patio/base/json_tree.hpp>
#include <patio/people/matching.hpp>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

const NameHabits& habits() { return french_matching().editions.front().names; }

FoldedName folded(const std::string& name) { return fold_name(name, habits()); }

NameLikeness likeness(const std::string& one, const std::string& other) { return compare_names(folded(one), folded(other)); }

}  // namespace

TEST_CASE("accents, capitals, hyphens, apostrophes and spaces make no other name") {
  for (const auto& [one, other] : {std::pair("Élodie", "ELODIE"), std::pair("Jean-Pierre", "JEAN PIERRE"),
                                   std::pair("N'Diaye", "NDIAYE"), std::pair("Le Gall", "LEGALL"),
                                   std::pair("Œuvrard", "Oeuvrard"), std::pair("Françoise", "Franc\xcc\xa7oise"),
                                   std::pair("Jean‑Luc", " jean  luc "), std::pair("Saint-Martin", "ST MARTIN")}) {
    INFO(one << " / " << other);
    CHECK(likeness(one, other) == NameLikeness::same);
  }
}

TEST_CASE("a particle that a form left out is a small difference") {
  CHECK(likeness("de la Tour", "Tour") == NameLikeness::similar);
  CHECK(likeness("DA SILVA", "Silva") == NameLikeness::similar);
  CHECK(folded("De").letters == "de");
  CHECK(folded("De").core == "de");
}

TEST_CASE("a double name and one of its halves belong together") {
  CHECK(likeness("Martin-Dubois", "Martin") == NameLikeness::partial);
  CHECK(likeness("Marie", "Marie-Thérèse") == NameLikeness::partial);
}

TEST_CASE("a slip is seen, and a short name has no room for one") {
  CHECK(likeness("Lefebvre", "Lefevre") == NameLikeness::similar);
  CHECK(likeness("Nguyen", "Ngyuen") == NameLikeness::similar);
  CHECK(likeness("Ly", "Li") == NameLikeness::different);
  CHECK(likeness("Léa", "Lucas") == NameLikeness::different);
}

TEST_CASE("names of another alphabet are compared by their own letters") {
  CHECK(likeness("محمد", "محمد") == NameLikeness::same);
  CHECK(likeness("محمد", "فاطمة") == NameLikeness::different);
  CHECK(likeness("Иванов", "Петрова") == NameLikeness::different);
}

TEST_CASE("what has no letter is no name") {
  for (const char* nothing : {"", " - ", "\xff\xfe"}) {
    CHECK(folded(nothing).letters.empty());
    CHECK(likeness(nothing, nothing) == NameLikeness::different);
  }
}

TEST_CASE("Soundex2 is that of the published tables") {
  std::ifstream lines(PATIO_TEST_DATA "/vectors/identity/phonetic_fr.jsonl");
  std::size_t read = 0;
  for (std::string line; std::getline(lines, line); ++read) {
    const Json vector = Json::parse(line);
    INFO(line);
    CHECK(soundex2(vector["name"].get<std::string>()) == vector["soundex2"].get<std::string>());
  }
  CHECK(read == 396);
}

TEST_CASE("likeness does not depend on who comes first") {
  prop("for any names", [] {
    const auto one = folded(*arbitrary::clean_text()), other = folded(*arbitrary::clean_text());
    RC_ASSERT(compare_names(one, other) == compare_names(other, one));
    RC_ASSERT(one.letters.empty() || compare_names(one, one) == NameLikeness::same);
  });
  prop("nor on bytes that are no text", [](const std::string& one, const std::string& other) {
    RC_ASSERT(compare_names(folded(one), folded(other)) == compare_names(folded(other), folded(one)));
  });
}
