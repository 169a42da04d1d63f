#include "failure.hpp"

namespace patio::detail {
namespace {

struct Sentence {
  ErrorCode code;
  Text text;
};

Sentence sentence_of(Fault fault) {
  switch (fault) {
    case Fault::unstorable:
      return {ErrorCode::misuse,
              {"{}.{} ne peut pas être enregistré : identifiant absent, date impossible, texte trop long ou mal formé",
               "{}.{} can't be stored: an id not given, an impossible date, a text too long or malformed"}};
    case Fault::unreadable:
      return {ErrorCode::corrupt_file,
              {"{}.{} contient une valeur que la bibliothèque n'écrit jamais : vérifier le journal et la sauvegarde",
               "{}.{} holds a value that the library never writes: verify the log and look for a backup"}};
    case Fault::duplicate:
      return {ErrorCode::conflict,
              {"{} : une ligne a déjà cette clé", "{}: another row has this key already"}};
    case Fault::missing_row:
      return {ErrorCode::not_found, {"{} : aucune ligne n'a cette clé", "{}: no row has this key"}};
    case Fault::undeclared_table:
      return {ErrorCode::misuse,
              {"la table {} n'a pas été déclarée à l'ouverture : l'ajouter à OpenOptions.tables",
               "table {} was not declared on opening: add it to OpenOptions.tables"}};
    case Fault::other_shape:
      return {ErrorCode::foreign_file,
              {"la table {} de cette base a d'autres colonnes que celles attendues : migrer la base",
               "table {} of this database has other columns than expected: migrate the database"}};
    case Fault::too_many_values:
      return {ErrorCode::misuse,
              {"une condition porte au plus 1 000 valeurs : découper la question",
               "a condition takes at most 1,000 values: split the question"}};
    case Fault::poisoned:
      return {ErrorCode::misuse,
              {"une étape de cette transaction a échoué : elle ne peut plus qu'être abandonnée",
               "a step of this transaction failed: it can only be given up"}};
    case Fault::finished:
      return {ErrorCode::misuse,
              {"cette transaction est terminée : en commencer une autre", "this transaction has ended: begin another"}};
    case Fault::bad_entry:
      return {ErrorCode::misuse,
              {"la ligne de journal est incomplète ou mal formée : {}", "the line of the log is incomplete or malformed: {}"}};
    case Fault::beyond_log:
      return {ErrorCode::misuse,
              {"le journal est plus court que la taille demandée", "the log is shorter than the size asked for"}};
    case Fault::bad_uri:
      return {ErrorCode::misuse,
              {"adresse de base inconnue : écrire sqlite:chemin ou postgresql://…",
               "unknown address of a database: write sqlite:path or postgresql://…"}};
    case Fault::no_backend:
      return {ErrorCode::unavailable,
              {"le module SOCI de cette base n'est pas installé", "SOCI's module for this database is not installed"}};
    case Fault::foreign_file:
      return {ErrorCode::foreign_file,
              {"ce n'est pas une base de libpatio : elle n'a pas été modifiée",
               "this is no database of libpatio: it was left untouched"}};
    case Fault::empty_file:
      return {ErrorCode::foreign_file,
              {"le fichier est vide : si aucune donnée n'y est attendue, le supprimer et recommencer",
               "the file is empty: if no data is expected in it, remove it and start again"}};
    case Fault::not_there:
      return {ErrorCode::not_found,
              {"la base n'existe pas : vérifier le chemin ou demander à la créer",
               "the database does not exist: check the path or ask to create it"}};
    case Fault::newer_version:
      return {ErrorCode::foreign_file,
              {"la base a le format {}, plus récent que cette version : mettre la bibliothèque à jour",
               "the database has format {}, newer than this version: update the library"}};
    case Fault::corrupt:
      return {ErrorCode::corrupt_file,
              {"le fichier de la base est abîmé ou tronqué : reprendre une sauvegarde",
               "the file of the database is damaged or cut short: restore a backup"}};
    case Fault::busy:
      return {ErrorCode::busy,
              {"la base est restée occupée trop longtemps : recommencer", "the database stayed busy for too long: try again"}};
    case Fault::unavailable:
      return {ErrorCode::unavailable,
              {"la base ne peut être ni lue ni écrite : vérifier le serveur, les droits et la place",
               "the database can't be read or written: check the server, the permissions and the space left"}};
    case Fault::unknown_outcome:
      return {ErrorCode::unavailable,
              {"on ignore si l'écriture a été gardée : relire avant de recommencer",
               "it is not known whether the writing was kept: read again before repeating it"}};
    case Fault::refused_by_database: break;
  }
  return {ErrorCode::storage, {"la base a refusé l'opération", "the database refused the operation"}};
}

}  // namespace

Error failure(Fault fault, std::string_view first, std::string_view second) {
  auto [code, text] = sentence_of(fault);
  return Error(code, fill(std::move(text), {first, second}));
}

}  // namespace patio::detail
