#include <patio/casework/identifying_content.hpp>

#include <fstream>

#include <patio/base/json.hpp>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

/// "name:Mme M." and so on, in order.
std::vector<std::string> found(std::string_view text, const std::vector<std::string>& known = {}) {
  std::vector<std::string> all;
  for (const auto& each : find_identifying(text, known))
    all.push_back(std::string(name_of(each.kind)) + ':' +
                  std::string(text.substr(each.begin_byte, each.end_byte - each.begin_byte)));
  return all;
}

using Found = std::vector<std::string>;

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file(std::string(PATIO_TEST_DATA) + "/vectors/casework/" + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  REQUIRE(lines.size() > 20);
  return lines;
}

}  // namespace

TEST_CASE("a name, a birth date and an address are three passages, and the same situation without them is none") {
  CHECK(found("Mme M., née le 22/03/1985, 12 rue…") ==
        Found{"name:Mme M.", "birth_date:née le 22/03/1985", "address:12 rue"});
  CHECK(found("femme, 40 ans, bail commun, séparation").empty());
}

TEST_CASE("names are found after a title, by a first name and by two capitals, and ordinary words are not names") {
  CHECK(found("Monsieur Diarra ne paie plus.") == Found{"name:Monsieur Diarra"});
  CHECK(found("M. et Mme Petit se séparent") == Found{"name:Mme Petit"});
  CHECK(found("la famille Ben Ali attend") == Found{"name:famille Ben Ali"});
  CHECK(found("son fils Lucas est majeur") == Found{"name:Lucas"});
  CHECK(found("elle vit avec Jean-Pierre DUPONT") == Found{"name:Jean-Pierre DUPONT"});
  CHECK(found("Sofia Lopes demande une aide") == Found{"name:Sofia Lopes"});
  CHECK(found("M. D. et Mme d'Orves") == Found{"name:M. D.", "name:Mme d'Orves"});
  CHECK(found("M. Ben ne vient plus") == Found{"name:M. Ben"});
  CHECK(found("voir Mme de La Tour") == Found{"name:Mme de La Tour"});
  CHECK(found("Madame a deux enfants. Monsieur travaille.").empty());
  CHECK(found("La CAF et le Conseil départemental ont répondu en mars.").empty());
  CHECK(found("Elle me dit que la maîtresse appelle.").empty());
}

TEST_CASE("a capital inside a sentence is read again") {
  CHECK(found("il vient de Palaiseau") == Found{"possible_name:Palaiseau"});
  CHECK_FALSE(refuses(find_identifying("il vient de Palaiseau")));
}

TEST_CASE("birth dates are found in figures and in letters, other dates are read again") {
  CHECK(found("né le 2 mai 1968") == Found{"birth_date:né le 2 mai 1968"});
  CHECK(found("date de naissance : 1985-03-22") == Found{"birth_date:date de naissance : 1985-03-22"});
  CHECK(found("née en 1985") == Found{"birth_date:née en 1985"});
  CHECK(found("l'audience du 17/03/2026") == Found{"date:17/03/2026"});
  CHECK(found("depuis mars 2026").empty());
  CHECK(found("loyer de 650 euros, 3 enfants").empty());
}

TEST_CASE("addresses are found with a number, with a name and by postal code") {
  CHECK(found("au 12 bis, avenue des Lilas") == Found{"address:12 bis, avenue des Lilas"});
  CHECK(found("elle loge rue Jules Ferry") == Found{"address:rue Jules Ferry"});
  CHECK(found("91430 Igny") == Found{"address:91430 Igny"});
  CHECK(found("il dort dans la rue").empty());
  CHECK(found("cette place lui a été refusée").empty());
}

TEST_CASE("numbers, phones and mail addresses are found in every spelling that a note checker knows") {
  CHECK(found("allocataire 1234567") == Found{"number:1234567"});
  CHECK(found("tél. 06 12 34 56 78") == Found{"phone:06 12 34 56 78"});
  CHECK(found("a.b@example.org") == Found{"email:a.b@example.org"});
  CHECK(found("NIR 295109912611193") == Found{"number:295109912611193"});
  CHECK(found("une dette de 150000 euros").empty());
}

TEST_CASE("what stands in the person's own file is found whatever its spelling") {
  CHECK(found("la situation de petit est difficile", {"Petit"}) == Found{"known:petit"});
  CHECK(found("LE NOIR habite là", {"Le Noir"}) == Found{"known:LE NOIR"});
  CHECK(found("elle va là", {"va"}).empty());  // two letters are no word to look for
}

TEST_CASE("somebody very old is known by their age") { CHECK(found("une dame de 101 ans") == Found{"rare:101 ans"}); }

TEST_CASE("passages are left out, refused ones or doubtful ones too") {
  const std::string text = "M. Petit vient de Palaiseau";
  const auto findings = find_identifying(text);
  CHECK(without_identifying(text, findings) == "[…] vient de Palaiseau");
  CHECK(without_identifying(text, findings, NoteSeverity::warn) == "[…] vient de […]");
}

TEST_CASE("a book must name every kind once, and words with letters") {
  IdentifyingBook book = french_identifying_book();
  CHECK(load_identifying_book(to_json(book)).value() == book);
  book.kinds.pop_back();
  book.lists[0].words.push_back("--");
  const auto read = load_identifying_book(to_json(book));
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().list.size() == 2);
}

TEST_CASE("any bytes have findings in order, without overlap, inside the text") {
  prop("for any bytes", [](const std::string& text, const std::vector<std::string>& known) {
    std::size_t at = 0;
    for (const auto& finding : find_identifying(text, known)) {
      RC_ASSERT(finding.begin_byte >= at);
      RC_ASSERT(finding.begin_byte < finding.end_byte);
      RC_ASSERT(finding.end_byte <= text.size());
      at = finding.end_byte;
    }
  });
}

TEST_CASE("the situations of the vectors may be asked, and the people of the vectors are known") {
  for (const auto& line : lines_of("ordinary.txt")) {
    INFO(line);
    CHECK_FALSE(refuses(find_identifying(line)));
  }
  for (const auto& line : lines_of("identifying.txt")) {
    INFO(line);
    CHECK(refuses(find_identifying(line)));
  }
}

TEST_CASE("an identity hidden anywhere in an ordinary text is found") {
  const std::vector<std::string> identities{"Mme Petit",  "Monsieur N'Diaye",   "née le 22/03/1985", "12 rue des Lilas",
                                            "0612345678", "marc@example.org",   "91430 Igny",        "Claire Martin",
                                            "M. D.",      "allocataire 7654321"};
  const std::vector<std::string> texts{"bail commun, séparation, deux enfants", "Elle demande si le congé est valable.",
                                       "La dette est née après la perte d'un emploi.", ""};
  for (const auto& identity : identities)
    for (const auto& text : texts)
      for (const auto& whole : {text + ' ' + identity, identity + ", " + text, text + " (" + identity + ") " + text}) {
        INFO(whole);
        CHECK(refuses(find_identifying(whole)));
      }
}
