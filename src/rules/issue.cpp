#include "cube_reader.hpp"

namespace patio::rules {
namespace {

struct IssueText {
  std::string_view code;
  std::string_view fr;
  std::string_view en;
};

constexpr IssueText texts[] = {
    {"unknown_schema", "schéma inconnu : attendu patio/rules/1, facts, parameters, texts ou obligations",
     "unknown schema: expected patio/rules/1, facts, parameters, texts or obligations"},
    {"unknown_subject", "ce fichier de faits ne décrit rien de connu", "this file of facts describes nothing known"},
    {"unknown_fact", "ce fait n'est pas dans le vocabulaire", "this fact is not in the vocabulary"},
    {"unknown_fact_value", "ce fait n'a pas cette valeur", "this fact has no such value"},
    {"admits_nothing", "aucune valeur n'est admise : la règle ne s'appliquerait jamais",
     "no value is admitted: the rule would never hold"},
    {"not_a_set", "attendu : une valeur, une liste de valeurs ou {\"not\": [...]}",
     "expected a value, a list of values or {\"not\": [...]}"},
    {"not_conditions", "attendu : des paramètres et leurs valeurs", "expected parameters and their values"},
    {"unknown_parameter", "ce paramètre n'est pas au catalogue", "this parameter is not in the catalogue"},
    {"other_kind_of_value", "ce paramètre a des valeurs d'une autre sorte", "this parameter has values of another kind"},
    {"not_a_plain_value", "attendu : vrai ou faux, un nombre ou un texte", "expected true or false, a number or a text"},
    {"empty_cube", "ce cas ne nomme aucun fait : il s'appliquerait à tout", "this case names no fact: it would hold for all"},
    {"permits_all", "une permission ne peut pas admettre toute demande, même vide",
     "a permission cannot admit every request, even an empty one"},
    {"never_holds", "au moins un cas est nécessaire", "at least one case is needed"},
    {"unknown_effect", "effet inconnu pour cette porte", "unknown effect for this gate"},
    {"missing_tier", "cette porte demande un rang", "this gate needs a tier"},
    {"unknown_obligation", "cette obligation n'est pas au catalogue", "this obligation is not in the catalogue"},
    {"unknown_text", "ce texte n'est pas au catalogue", "this text is not in the catalogue"},
    {"missing_text", "citez au moins un texte", "cite at least one text"},
    {"missing_source", "indiquez la source", "give the source"},
    {"empty_text", "ce texte est vide dans une des deux langues", "this text is empty in one of the two languages"},
    {"ends_before_it_begins", "la fin doit suivre le début", "the end must come after the beginning"},
    {"review_before_recorded", "la relecture doit suivre l'enregistrement", "the review must come after the recording"},
    {"overlapping_periods", "une autre entrée du même nom est en vigueur au même moment",
     "another entry of the same name is in force at the same time"},
    {"corrects_nothing", "aucune entrée antérieure de ce nom n'a été enregistrée ce jour-là",
     "no earlier entry of that name was recorded on that day"},
    {"repeated_name", "ce nom figure déjà", "this name stands already"},
    {"missing_label", "il manque à ce vocabulaire des faits ou des valeurs", "some facts or values of this vocabulary have no label"},
    {"cost_below_one", "le coût est au moins 1", "the cost is at least 1"},
    {"too_many", "au plus 64 obligations", "at most 64 obligations"},
    {"no_rules", "aucune règle n'a été lue", "no rule was read"},
};

}  // namespace

Issue issue(std::string path, std::string_view code) {
  for (const auto& each : texts)
    if (each.code == code) return {std::move(path), std::string(code), {std::string(each.fr), std::string(each.en)}};
  return {std::move(path), std::string(code), patio::detail::issue_text(code)};
}

}  // namespace patio::rules
