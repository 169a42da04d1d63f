#include <patio/base/json.hpp>
#include <patio/exchange/lamednum.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "listings.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using Texts = std::vector<std::string>;

MediationReading read_file(const std::string& name) {
  std::ifstream file(PATIO_TEST_DATA "/vectors/mediation-numerique/" + name, std::ios::binary);
  return read_lamednum(file);
}

MediationReading read_text(const std::string& text) {
  std::istringstream file(text);
  return read_lamednum(file);
}

MediationReading written_and_read(const std::vector<MediationPlace>& places) {
  std::stringstream file;
  const auto report = write_lamednum(places, file);
  CHECK(report.rows_refused == 0);
  return read_lamednum(file);
}

Texts faults(const LossReport& report) {
  Texts found;
  for (const auto& issue : report.issues) found.push_back(issue.path + " " + issue.code);
  return found;
}

MediationPlace plain() {
  MediationPlace place;
  place.id = "1";
  place.pivot = "21910312400013";
  place.name = "Le Patio";
  place.location.address = "1 rue Inventée";
  place.location.postcode = "91430";
  place.location.town = "Igny";
  place.updated_on = 2026_y / 1 / 1;
  return place;
}

rc::Gen<MediationPlace> any_place(std::string id) {
  return rc::gen::exec([id] {
    MediationPlace place = plain();
    place.id = id;
    place.name = *listings::text(1, 60);
    place.location = *listings::location();
    place.location.address = *listings::text(1, 60);
    place.location.postcode = *listings::digits(5);
    place.location.town = *listings::text(1, 30);
    place.phone = *rc::gen::element(std::optional<std::string>{}, std::optional<std::string>("+33180059880"), std::optional<std::string>("+262692000000"));
    if (*rc::gen::arbitrary<bool>()) place.emails = {"a@example.org", "b@example.org"};
    if (*rc::gen::arbitrary<bool>()) place.websites = {*listings::url()};
    place.opening_hours = *listings::hours();
    place.summary = *listings::maybe(listings::text(1, 60));
    place.description = *listings::maybe(listings::text(1, 60));
    if (*rc::gen::arbitrary<bool>()) place.kinds = {"ASSO", "TIERS_LIEUX"};
    place.roaming = *listings::codes("lamednum_itinerance");
    place.services = *listings::codes("lamednum_services");
    place.audiences = *listings::codes("lamednum_publics_specifiquement_adresses");
    place.special_care = *listings::codes("lamednum_prise_en_charge_specifique");
    place.fees = *listings::codes("lamednum_frais_a_charge");
    place.programmes = *listings::codes("lamednum_dispositif_programmes_nationaux");
    place.training_labels = *listings::codes("lamednum_formations_labels");
    place.access_modes = *listings::codes("lamednum_modalites_acces");
    place.support_modes = *listings::codes("lamednum_modalites_accompagnement");
    place.booking_link = *listings::maybe(listings::url());
    return place;
  });
}

}  // namespace

TEST_CASE("the example of the standard is read whole and written again as it was") {
  const auto reading = read_file("standard-1.0-exemple.csv");
  CHECK(faults(reading.report).empty());
  CHECK(reading.report.unknown_columns.empty());
  REQUIRE(reading.places.size() == 1);
  const auto& place = reading.places.front();
  CHECK(place.kinds == Texts{"TIERS_LIEUX", "ASSO"});
  CHECK(place.services.size() == 3);
  CHECK(place.special_care.back() == "Langues étrangères (anglais)");
  CHECK(place.training_labels == Texts{"Formé à « Mon Espace Santé »", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)"});
  CHECK(place.location.commune == CommuneCode("insee:51454"));
  CHECK(written_and_read(reading.places).places == reading.places);
}

TEST_CASE("the places of the conseillers numériques are read whole, in the words of today's standard") {
  const auto reading = read_file("conseillers-numeriques-2022.csv");
  CHECK(reading.report.rows_read == 669);
  CHECK(reading.report.rows_kept == 669);
  CHECK(reading.report.unknown_columns.empty());
  CHECK(reading.report.columns_not_kept == Texts{"nb_aidants"});
  CHECK(reading.report.not_understood.empty());
  for (const auto& place : reading.places) {
    CHECK(place.services == Texts{"Maîtrise des outils numériques du quotidien", "Compréhension du monde numérique"});
    CHECK(place.fees == Texts{"Gratuit"});
    CHECK(place.programmes.front() == "Conseillers numériques");
  }
  CHECK(written_and_read(reading.places).places == reading.places);
}

TEST_CASE("any place is read back as it was written") {
  prop("for any places", [] {
    std::vector<MediationPlace> places;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) places.push_back(*any_place("id " + std::to_string(i)));
    std::stringstream file;
    const auto report = write_lamednum(places, file);
    RC_ASSERT(report.issues.empty());
    RC_ASSERT(read_lamednum(file).places == places);
  });
}

TEST_CASE("the items of a list are parted by | or by ;, as files do") {
  const std::string header = "id,pivot,nom,commune,code_postal,adresse,date_maj,services,courriels\n";
  const std::string row = "1,21910312400013,Le Patio,Igny,91430,1 rue Inventée,2026-01-01,";
  for (const char* separator : {"|", ";", " | ", "; "}) {
    const auto reading = read_text(header + row + "Aide aux démarches administratives" + separator + "Loisirs et créations numériques,a@b.fr" + separator + "c@d.fr\n");
    REQUIRE(reading.places.size() == 1);
    CHECK(reading.places.front().services == Texts{"Aide aux démarches administratives", "Loisirs et créations numériques"});
    CHECK(reading.places.front().emails == Texts{"a@b.fr", "c@d.fr"});
    CHECK(reading.report.issues.empty());
  }
}

TEST_CASE("each ugly place is told with its place and reason, and no other is lost for it") {
  const auto reading = read_file("ugly.csv");
  CHECK(faults(reading.report) == Texts{"2:1 no_id", "3:3 no_name", "5:1 repeated_id", "6:2 not_a_pivot", "7:5 zero_restored", "8:7 not_a_date",
                                        "9:9 not_a_coordinate", "10:8 unknown_value", "11:11 not_a_phone", "12:12 hours_not_plain", "13:1 wrong_cell_count"});
  CHECK(reading.report.rows_read == 12);
  CHECK(reading.report.rows_refused == 4);
  CHECK(reading.report.unknown_columns == Texts{"colonne"});
  CHECK(reading.places.back().opening_hours == "08:30-13:30-17:00");
  for (const auto& issue : reading.report.issues)
    for (const char* value : {"deux", "8000", "31/02", "Jardinage", "0180", "08:30"}) CHECK(issue.message.en.find(value) == std::string::npos);
}

TEST_CASE("a place is a structure and a service of the directory") {
  const auto place = read_file("standard-1.0-exemple.csv").places.front();
  const auto [structure, service] = to_listing(place);
  CHECK(structure.id == "mediation-numerique--structure-1");
  CHECK(structure.siret == "43493312300029");
  CHECK(structure.networks == Texts{"aidants-connect", "conseillers-numeriques", "croix-rouge"});
  CHECK(service.structure_id == structure.id);
  CHECK(service.type == "aide-materielle");
  CHECK(service.themes == Texts{"numerique--maitriser-les-fondamentaux-du-numerique", "numerique--acceder-a-des-services-en-ligne",
                                "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi", "remobilisation--activites-sportives-et-culturelles"});
  CHECK(service.fees == "payant");
  CHECK(service.audiences == Texts{"jeunes", "femmes", "personnes-en-situation-de-handicap", "personnes-exilees"});
  CHECK(service.mobilisation_modes == Texts{"se-presenter", "telephoner"});
  CHECK(check(to_directory({place})).list.empty());
}

TEST_CASE("seniors and families stay what they are on the way to the directory") {
  auto place = plain();
  place.audiences = {"Seniors", "Familles et/ou enfants", "Étudiants"};
  CHECK(to_listing(place).service.audiences == Texts{"seniors", "familles", "etudiants"});
}

TEST_CASE("fourteen zeros are no SIRET") {
  auto place = plain();
  place.pivot = "00000000000000";
  CHECK_FALSE(to_listing(place).structure.siret);
}

TEST_CASE("a list of places is drawn from a directory, and holds to the standard") {
  const auto places = read_file("conseillers-numeriques-2022.csv").places;
  const auto drawn = to_mediation_places(to_directory(places));
  REQUIRE(drawn.size() == places.size());
  std::stringstream file;
  const auto report = write_lamednum(drawn, file);
  CHECK(report.rows_refused == 0);
  CHECK(drawn.front().id == places.front().id);
  CHECK(drawn.front().services == Texts{"Maîtrise des outils numériques du quotidien", "Utilisation sécurisée du numérique", "Compréhension du monde numérique"});
  Directory other;
  other.structures.resize(1);
  CHECK(to_mediation_places(other).empty());
}

TEST_CASE("a telephone of the directory gets its prefix, or is left out") {
  auto directory = to_directory({plain()});
  directory.services.front().themes = {"numerique--acquerir-un-equipement"};
  directory.structures.front().phone = "01 80 05 98 80";
  CHECK(to_mediation_places(directory).front().phone == "+33180059880");
  directory.structures.front().phone = "3646";
  CHECK_FALSE(to_mediation_places(directory).front().phone);
}

TEST_CASE("a file that is no such list gives one issue and no place") {
  for (const char* text : {"", "nom,prenom\nA,B\n", "\xff", "[]"}) CHECK(read_text(text).report.issue_counts.at("not_this_list") == 1);
}

TEST_CASE("a reading of places passes through JSON unchanged") {
  const auto reading = read_file("ugly.csv");
  CHECK(from_json<MediationReading>(to_json(reading)).value() == reading);
}
