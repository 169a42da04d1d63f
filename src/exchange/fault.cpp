#include "exchange/fault.hpp"

#include <algorithm>
#include <iterator>

namespace patio {
namespace {

struct Fault {
  std::string_view code;
  std::string_view fr;
  std::string_view en;
};

constexpr Fault faults[] = {
    {"wrong_cell_count", "cette ligne n'a pas autant de cellules que l'en-tête", "this row has not as many cells as the header"},
    {"broken_record", "cet objet JSON ne peut pas être lu", "this JSON object cannot be read"},
    {"not_clean_text", "ce texte n'est pas en UTF-8 valide ou contient un caractère nul",
     "this text is not valid UTF-8 or holds a null character"},
    {"record_too_long", "cet objet JSON est trop long", "this JSON object is too long"},
    {"not_a_record", "attendu : un objet JSON", "expected a JSON object"},
    {"no_id", "{} : donner un identifiant", "{}: give an identifier"},
    {"not_an_id", "{} : attendu : 1 à 40 lettres, chiffres ou _ : . -", "{}: expected 1 to 40 letters, digits or _ : . -"},
    {"id_too_long", "{} : un identifiant a au plus 200 octets", "{}: an identifier has 200 bytes at most"},
    {"repeated_id", "{} : cet identifiant figure plus haut", "{}: this identifier stands above"},
    {"id_without_source", "{} : attendu : le producteur, deux tirets, l'identifiant local",
     "{}: expected the producer, two hyphens, the local identifier"},
    {"no_name", "{} : donner un nom", "{}: give a name"},
    {"missing_column", "{} : cette colonne manque", "{}: this column is missing"},
    {"missing_value", "{} : cette valeur est exigée par le format", "{}: the format requires this value"},
    {"not_a_commune", "{} : attendu : un code INSEE de commune", "{}: expected the INSEE code of a commune"},
    {"not_a_postcode", "{} : attendu : cinq chiffres", "{}: expected five digits"},
    {"zero_restored", "{} : quatre chiffres, lus avec un zéro devant", "{}: four digits, read with a leading zero"},
    {"number_restored", "{} : nombre de tableur, lu comme les chiffres qu'il portait",
     "{}: a spreadsheet's number, read as the digits that it stood for"},
    {"digits_lost", "{} : un tableur a arrondi ces chiffres", "{}: a spreadsheet has rounded these digits"},
    {"not_a_coordinate", "{} : ces degrés ne peuvent pas être", "{}: these degrees cannot be"},
    {"half_a_position", "{} : donner la latitude et la longitude, ou aucune", "{}: give latitude and longitude, or neither"},
    {"hours_inverted", "{} : la fermeture doit suivre l'ouverture", "{}: closing must follow opening"},
    {"hours_overlap", "{} : ces horaires se chevauchent", "{}: these hours overlap"},
    {"hours_not_plain", "{} : gardé comme texte : pas une semaine simple d'horaires OSM",
     "{}: kept as text: not a plain week of OSM hours"},
    {"not_a_date", "{} : ce jour n'existe pas", "{}: there is no such day"},
    {"day_out_of_range", "{} : ce jour est avant 2000 ou dans le futur", "{}: this day is before 2000 or in the future"},
    {"repeated_column", "{} : cette colonne figure déjà", "{}: this column stands already"},
    {"not_a_text", "{} : attendu : un texte", "{}: expected a text"},
    {"not_a_list", "{} : attendu : une liste de textes", "{}: expected a list of texts"},
    {"not_a_number", "{} : attendu : un nombre", "{}: expected a number"},
    {"not_an_integer", "{} : attendu : un nombre entier", "{}: expected a whole number"},
    {"out_of_range", "{} : ce nombre est hors des bornes", "{}: this number is out of range"},
    {"not_a_siret", "{} : attendu : quatorze chiffres", "{}: expected fourteen digits"},
    {"not_a_pivot", "{} : attendu : 9 à 14 lettres ou chiffres", "{}: expected 9 to 14 letters or digits"},
    {"not_a_phone", "{} : attendu : un numéro avec son indicatif (+33...)", "{}: expected a number with its prefix (+33...)"},
    {"not_a_url", "{} : attendu : une adresse web (https://...)", "{}: expected a web address (https://...)"},
    {"not_an_email", "{} : attendu : une adresse électronique", "{}: expected an e-mail address"},
    {"not_a_zone", "{} : attendu : un code de commune, département, EPCI ou pays, ou france",
     "{}: expected the code of a commune, département, EPCI or country, or france"},
    {"unknown_value", "{} : cette valeur n'est pas dans la liste du format", "{}: this value is not in the list of the format"},
    {"no_equivalent", "{} : sans équivalent sûr dans les listes actuelles", "{}: without a sure equivalent in today's lists"},
    {"several_kept_one", "{} : plusieurs valeurs, une seule gardée", "{}: several values, one kept"},
    {"repeated_value", "{} : cette valeur figure déjà", "{}: this value stands already"},
    {"category_only", "{} : une catégorie seule : le thème n'est pas dit", "{}: a category alone: the theme is not said"},
    {"all_audiences_and_more", "{} : tous-publics ne va avec aucun autre", "{}: tous-publics goes with no other"},
    {"too_short", "{} : ce texte est trop court", "{}: this text is too short"},
    {"too_long", "{} : ce texte est trop long", "{}: this text is too long"},
    {"final_stop", "{} : un nom ne finit pas par un point", "{}: a name has no final stop"},
    {"old_wording", "{} : valeur d'une ancienne version, lue comme l'actuelle", "{}: a value of an older version, read as today's"},
    {"cannot_be_written", "{} : ce format ne peut pas le porter", "{}: this format cannot carry it"},
    {"unknown_structure", "{} : aucune structure de ce fichier n'a cet identifiant", "{}: no structure of this file has this identifier"},
    {"not_this_list", "cet en-tête n'est celui d'aucun format lu", "the header is that of no format read"},
    {"not_a_movement", "{} : attendu : disparition, apparition ou changement-nom",
     "{}: expected disparition, apparition or changement-nom"},
    {"not_a_year", "{} : attendu : une année", "{}: expected a year"},
};

}  // namespace

Text fault_text(std::string_view code, std::string_view column) {
  const auto found = std::find_if(std::begin(faults), std::end(faults), [&](const Fault& each) { return each.code == code; });
  if (found == std::end(faults)) return {};
  return fill({std::string(found->fr), std::string(found->en)}, {column});
}

void tell(LossReport& report, std::string path, std::string_view code, std::string_view column) {
  note(report, {std::move(path), std::string(code), fault_text(code, column)});
}

}  // namespace patio
