#include <patio/secrecy/note_check.hpp>

#include <fstream>

#include <patio/base/json_tree.hpp>

#include "catch.hpp"
#include "embedded.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

/// "nir: 2 95 10 ...", for each finding in its place.
std::vector<std::string> told(const std::string& text) {
  std::vector<std::string> all;
  for (const auto& finding : check_note(text))
    all.push_back(std::string(name_of(finding.kind)) + ": " +
                  text.substr(finding.begin_byte, finding.end_byte - finding.begin_byte));
  return all;
}

using Told = std::vector<std::string>;

bool has(const std::vector<NoteFinding>& findings, NoteKind kind) {
  for (const auto& finding : findings)
    if (finding.kind == kind) return true;
  return false;
}

/// In order, without overlap, inside the text, none of them empty.
bool lie_in(const std::string& text, const std::vector<NoteFinding>& findings) {
  std::size_t at = 0;
  for (const auto& finding : findings) {
    if (finding.begin_byte < at || finding.begin_byte >= finding.end_byte || finding.end_byte > text.size()) return false;
    at = finding.end_byte;
  }
  return true;
}

}  // namespace

TEST_CASE("each known number of social security is found, and no other bears that name") {
  std::ifstream lines(PATIO_TEST_DATA "/vectors/identity/identifiers.jsonl");
  std::size_t read = 0;
  for (std::string line; std::getline(lines, line);) {
    const Json vector = Json::parse(line);
    if (vector["type"] != "nir") continue;
    ++read;
    const auto input = vector["input"].get<std::string>();
    // What is malformed in a field is still read in a note: a full-width digit, a hyphen.
    const bool right = vector["valid"] || input.starts_with("２") || input.find('-') != std::string::npos;
    INFO(line);
    CHECK(has(check_note(input), NoteKind::nir) == right);
    CHECK(has(check_note("Son numéro est le " + input + ", dit-elle."), NoteKind::nir) == right);
  }
  CHECK(read == 191);
}

TEST_CASE("a number of social security without a right key is a warning") {
  CHECK(told("n° 295109912611199") == Told{"nir_unproven: 295109912611199"});
  CHECK(told("1 85 05 78 006 084") == Told{"nir_unproven: 1 85 05 78 006 084"});
  CHECK(told("1850578006084") == Told{"nir_unproven: 1850578006084"});
  CHECK(check_note("1850578006084").front().severity == NoteSeverity::warn);
}

TEST_CASE("bank accounts are found by their keys") {
  CHECK(told("IBAN FR76 3000 6000 0112 3456 7890 189 Mme D.") == Told{"bank_account: FR76 3000 6000 0112 3456 7890 189"});
  CHECK(told("fr7630006000011234567890189") == Told{"bank_account: fr7630006000011234567890189"});
  CHECK(told("BE68-5390-0754-7034") == Told{"bank_account: BE68-5390-0754-7034"});
  CHECK(told("RIB 30006 00001 12345678901 89") == Told{"bank_account: 30006 00001 12345678901 89"});
  CHECK(told("FR76 3000 6000 0112 3456 7890 188").empty());
  CHECK(told("30006 00001 12345678901 88").empty());
}

TEST_CASE("bank cards are found by their key, and a SIRET is none") {
  CHECK(told("CB 4111 1111 1111 1111") == Told{"bank_card: 4111 1111 1111 1111"});
  CHECK(told("5555555555554444") == Told{"bank_card: 5555555555554444"});
  CHECK(told("3782 822463 10005") == Told{"bank_card: 3782 822463 10005"});
  CHECK(told("4111 1111 1111 1112").empty());
  CHECK(told("SIRET 732 829 320 00074").empty());
}

TEST_CASE("phone numbers are found in the spellings of real notes") {
  const std::string spelled =
      GENERATE("06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78", "06 . 12 . 34 . 56 . 78",
               "06 1234 5678", "0612 34 56 78", "06 12 345 678", "+33 6 12 34 56 78", "+33612345678", "+33 (0)6 12 34 56 78",
               "+33(0)612345678", "0033 6 12 34 56 78", "+212 6 12 34 56 78", "01 60 12 34 56", "0262 12 34 56",
               "06\u00a012\u00a034\u00a056\u00a078", "06\u202f12\u202f34\u202f56\u202f78", "０６１２３４５６７８");
  CHECK(told("Tél. : " + spelled + ", le soir") == Told{"phone: " + spelled});
  CHECK(told(spelled + " / 07 98 76 54 32") == Told{"phone: " + spelled, "phone: 07 98 76 54 32"});
}

TEST_CASE("e-mail addresses are found, also those that hide") {
  CHECK(told("écrire à prenom.nom+caf@exemple.fr.") == Told{"email: prenom.nom+caf@exemple.fr"});
  CHECK(told("prenom.nom (at) exemple.fr") == Told{"email: prenom.nom (at) exemple.fr"});
  CHECK(told("prenom arobase exemple.com") == Told{"email: prenom arobase exemple.com"});
  CHECK(told("@ demain, a@b").empty());
}

TEST_CASE("a password with its value is refused however it is introduced") {
  const std::string note = GENERATE("mdp CAF : Soleil75", "mot de passe : soleil", "Mot de passe = azerty", "MDP:1234",
                                    "password -> chat!2020", "le mot de passe de son compte Ameli est Chat!2020",
                                    "mots de passe : « Soleil75 »", "code secret 4821", "code : 4821", "son code est 4821",
                                    "clé wifi : A9F3C2", "mdp le-Chat12");
  INFO(note);
  const auto found = check_note(note);
  REQUIRE(found.size() == 1);
  CHECK(found.front().kind == NoteKind::credential);
  CHECK(found.front().severity == NoteSeverity::refuse);
  CHECK(refuses(found));
}

TEST_CASE("an identifier or what may be a code is a warning") {
  CHECK(told("Identifiant : dupont75") == Told{"credential_hint: Identifiant : dupont75"});
  CHECK(told("digicode 45A6") == Told{"credential_hint: digicode 45A6"});
  CHECK(told("code reçu par sms 482193") == Told{"credential_hint: code reçu par sms 482193"});
  CHECK(told("mot de passe : soleil pour la CAF") == Told{"credential_hint: mot de passe : soleil"});
  CHECK_FALSE(refuses(check_note("Identifiant : dupont75")));
}

TEST_CASE("words about what the law forbids to file are warnings") {
  CHECK(told("D'origine algérienne") == Told{"origin: D'origine"});
  CHECK(told("elle est musulmane") == Told{"religion: musulmane"});
  CHECK(told("Témoins-de-Jéhovah") == Told{"religion: Témoins-de-Jéhovah"});
  CHECK(told("syndiquée à la CGT") == Told{"opinion: syndiquée", "opinion: CGT"});
  CHECK(told("il serait HOMOSEXUEL") == Told{"orientation: HOMOSEXUEL"});
  CHECK(told("sorti de prison en mars") == Told{"offence: sorti de prison"});
  CHECK(told("une assistée") == Told{"stigma: une assistée"});
  CHECK_FALSE(refuses(check_note("D'origine algérienne, sorti de prison, une assistée")));
}

TEST_CASE("insults are refused") {
  CHECK(told("quel connard") == Told{"insult: connard"});
  CHECK(refuses(check_note("quel connard")));
}

TEST_CASE("accents, capitals and invisible characters hide nothing") {
  const std::string decomposed = "te\u0301moin de Je\u0301hovah";
  CHECK(told("chez un " + decomposed + ".") == Told{"religion: " + decomposed});
  CHECK(told("con\u00adnard") == Told{"insult: con\u00adnard"});
  CHECK(told("c\u200bon").size() == 1);
  CHECK(told("m\u200bdp : Soleil75").size() == 1);
}

TEST_CASE("ordinary notes of a social centre have no finding") {
  const std::string note = GENERATE(
      "Rendez-vous à 14 h 30 le 12/03/2026 au 2e étage.", "rdv 12/03/2026 14:30, puis 19/03/2026 10:00",
      "Dossier 2024-000123456, facture 20240102 de 1 500 000 euros", "Code postal 91300 Massy, code APE 8899B",
      "Numéro vert 0 800 12 34 56, le 3919, le 115", "Numéro fiscal 30 12 345 678 901, PDL 12345678901234",
      "Mot de passe oublié : réinitialisé le 12/03/2024", "mot de passe : la personne l'a perdu",
      "mot de passe réinitialisé, RDV à 14h30", "Article 226-13 du code pénal, code de la construction 2024",
      "code dossier : AB1234", "Reçue avec le Secours catholique ; retour au pays d'origine", "Interprète en arabe demandé",
      "Connexion assistée, puis accompagnée d'un avocat qui l'a assistée", "condamnée à payer les loyers",
      "type de logement : T2, cône de chantier, console, confort", "M. Gay, rue de la Prison, mise en demeure",
      "Un chat noir. Les noirs", "");
  INFO(note);
  if (note.starts_with("Un chat")) CHECK(told(note) == Told{"origin: Les noirs"});
  else CHECK(told(note).empty());
}

TEST_CASE("what this library writes in French would pass as a note") {
  std::size_t read = 0;
  const auto visit = [&](const auto& self, const Json& tree) -> void {
    if (tree.is_object() && tree.contains("fr") && tree["fr"].is_string()) {
      ++read;
      INFO(tree["fr"]);
      CHECK_FALSE(refuses(check_note(tree["fr"].get<std::string>())));
    }
    for (const auto& child : tree)
      if (child.is_structured()) self(self, child);
  };
  for (const auto files : {embedded::rulebook(), embedded::needs(), embedded::refusals()})
    for (const auto& file : files) visit(visit, Json::parse(file.text));
  CHECK(read > 1000);
}

TEST_CASE("of two findings on one place the more severe stands") {
  CHECK(told("mdp : 06 12 34 56 78").size() == 1);
  CHECK(told("identifiant : prenom@exemple.fr mdp: Soleil75") ==
        Told{"credential_hint: identifiant : prenom@exemple.fr", "credential: mdp: Soleil75"});
}

TEST_CASE("a finding says what to do in both languages and never repeats the text") {
  for (const auto& finding : check_note("mdp Soleil75, 295109912611193, d'origine kabyle, 0612345678")) {
    CHECK_FALSE(finding.advice.fr.empty());
    CHECK_FALSE(finding.advice.en.empty());
    for (const std::string secret : {"Soleil75", "295109912611193", "kabyle", "0612345678"})
      CHECK(to_json(finding).find(secret) == std::string::npos);
    CHECK(from_json<NoteFinding>(to_json(finding)).value() == finding);
  }
}

TEST_CASE("findings can be cut out") {
  const std::string note = "Son mdp Soleil75 et son numéro 0612345678.";
  CHECK(without_findings(note, check_note(note)) == "Son […] et son numéro […].");
  CHECK(without_findings("rien", {}) == "rien");
}

TEST_CASE("a host checks with its own words on its own day") {
  NoteBook book = french_note_book();
  book.lists = {{"house", NoteKind::stigma, {"râleur"}, {"chevalier râleur"}, {2025_y / 1 / 1, 2026_y / 1 / 1}, "H", "unreviewed"}};
  const std::string json = to_json(book);
  REQUIRE(load_note_book(json).value() == book);
  CHECK(NoteChecker(as_of(book, 2025_y / 12 / 31)).check("un raleur").size() == 1);
  CHECK(NoteChecker(as_of(book, 2025_y / 12 / 31)).check("le chevalier râleur").empty());
  CHECK(NoteChecker(as_of(book, 2026_y / 1 / 1)).check("un raleur").empty());
}

TEST_CASE("a book of words tells all its faults") {
  NoteBook book = french_note_book();
  book.schema = "patio/other/1";
  book.kinds.push_back(book.kinds.front());
  std::erase_if(book.kinds, [](const auto& sheet) { return sheet.kind == NoteKind::stigma; });
  book.lists.front().words.push_back("!?");
  book.lists.push_back(book.lists.front());
  std::vector<std::string> codes;
  for (const auto& issue : load_note_book(to_json(book)).error().list) codes.push_back(issue.code);
  CHECK(codes == Told{"unknown_schema", "repeated_kind", "missing_kind", "no_word", "no_word", "overlapping_lists"});
  CHECK(load_note_book("{").has_error());
}

TEST_CASE("any bytes are checked, and spans stay inside them") {
  prop("for random bytes", [](const std::string& bytes) { RC_ASSERT(lie_in(bytes, check_note(bytes))); });
  prop("for pieces of notes in any order", [] {
    const auto piece = rc::gen::element<std::string>("mdp", " : ", "code", "0612", "34 56", " 78", "@", ".fr", "(at)", "\xc3", "é",
                                                     "con", "nard", "FR76", "3000", " ", "\n", "+33", "(0)", "295", "10", "99126111",
                                                     "93", "2B", "est", "identifiant", "d'", "origine", "\xff", "\u0301");
    const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
    std::string text;
    for (const auto& each : pieces) text += each;
    const auto found = check_note(text);
    RC_ASSERT(lie_in(text, found));
    RC_ASSERT(without_findings(text, found).size() <= text.size() + 5 * found.size());
  });
}

TEST_CASE("a long note takes time in proportion to its length") {
  for (const std::string piece : {"1 ", "mdp:", "a@a.", "con ", "0", "code est ", "+", "(0)", "FR76 ", "( "}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    INFO(piece);
    CHECK(lie_in(text, check_note(text)));
  }
}
