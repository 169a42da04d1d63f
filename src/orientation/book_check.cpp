#include "book_check.hpp"

#include <patio/base/json.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <patio/directory/directory.hpp>

#include "condition.hpp"
#include "local_rule_check.hpp"

namespace patio {
namespace {

struct IssueText {
  std::string_view code;
  std::string_view fr;
  std::string_view en;
};

constexpr IssueText issue_texts[] = {
    {"unknown_schema", "ce fichier n'annonce aucun schéma d'un livre des besoins",
     "this file announces no schema of a needs book"},
    {"not_an_object", "attendu : un objet qui nomme des faits", "expected an object that names facts"},
    {"not_a_value", "attendu : une valeur, une liste de valeurs ou {\"not\": [...]}",
     "expected a value, a list of values or {\"not\": [...]}"},
    {"unknown_fact", "cette condition nomme un fait que l'orientation ne connaît pas",
     "this condition names a fact unknown to orientation"},
    {"unknown_value", "ce fait n'a pas cette valeur", "this fact has no such value"},
    {"impossible_condition", "aucune valeur ne peut remplir cette condition", "no value can meet this condition"},
    {"idle_condition", "cette condition est toujours remplie : la retirer", "this condition always holds: remove it"},
    {"sensitive_condition", "une suggestion ne peut pas reposer sur un fait sensible",
     "a suggestion must not rest on a sensitive fact"},
    {"unknown_need", "aucun besoin ne porte ce code", "no need bears this code"},
    {"unknown_destination", "aucune destination ne porte ce code", "no destination bears this code"},
    {"unknown_theme", "la liste officielle n'a pas cette thématique", "the official list has no such theme"},
    {"unknown_word", "la liste officielle n'a pas ce code", "the official list has no such code"},
    {"second_words", "le livre a déjà un fichier de mots des annuaires", "the book already has a file of directory words"},
    {"out_of_range", "attendu : un nombre de 0 à 3650", "expected a number from 0 to 3650"},
    {"suggests_itself", "un besoin ne peut pas se suggérer lui-même", "a need must not suggest itself"},
    {"cyclic_precedence", "ces besoins passent chacun avant l'autre", "these needs each come before the other"},
    {"duplicate_code", "ce code est déjà pris à cette date", "this code is already taken on that day"},
    {"duplicate_id", "cet identifiant figure deux fois dans ce besoin", "this id stands twice in this need"},
    {"missing_fact", "il manque la fiche d'un fait ou le libellé d'une de ses valeurs",
     "the sheet of a fact or the label of one of its values is missing"},
    {"missing_phone", "un numéro doit dire ce qu'il faut composer", "a number must say what to dial"},
    {"emergency_with_exception", "une urgence n'a pas d'exception", "an emergency has no exception"},
    {"emergency_not_a_number", "une urgence est un numéro à appeler", "an emergency is a number to call"},
    {"no_way_out", "toutes les destinations de ce besoin ont une condition, et rien ne les supplée",
     "every destination of this need has a condition, and nothing stands in for them"},
    {"idle_deadline", "ce délai n'a pas de durée", "this deadline has no length"},
    {"empty_text", "ce texte est vide", "this text is empty"},
    {"empty_period", "cette période est vide", "this period is empty"},
    {"missing_key", "cette clé manque", "this key is missing"},
    {"idle_key", "une règle retirée ne dit rien d'autre", "a rule that withdraws says nothing else"},
    {"national_owner", "une règle nationale a sa place dans le livre des besoins", "a national rule belongs in the book of needs"},
    {"missing_area", "dire où cette règle s'applique", "say where this rule holds"},
    {"unknown_area", "ce territoire est d'un genre inconnu, ou ce secteur n'est pas décrit",
     "this area is of no known kind, or this sector is not described"},
    {"foreign_area", "ce territoire n'est pas du ressort de qui pose la règle", "this area is not for the owner of the rule to decide on"},
    {"replaces_nothing", "aucune règle plus générale ne porte cet identifiant", "no more general rule bears this id"},
    {"already_there", "une règle plus générale porte déjà cet identifiant : la remplacer",
     "a more general rule already bears this id: replace it"},
    {"emergency_overridden", "personne ne peut remplacer ni retirer une urgence", "nobody may replace or withdraw an emergency"},
    {"not_a_sector", "le code d'un secteur commence par sector:", "the code of a sector begins with sector:"},
    {"empty_sector", "ce secteur n'a ni commune ni rue", "this sector has neither commune nor street"},
    {"empty_stretch", "cette portion de rue n'a aucun numéro", "this stretch of street has no number"},
};

class Checker {
 public:
  explicit Checker(const BookParts& parts) : parts_(parts) {}

  Issues run() {
    for (const auto& need : parts_.needs) codes_.insert(need.value.code);
    check_destinations();
    check_facts();
    check_words();
    check_veille();
    check_safety();
    for (const auto& need : parts_.needs) check_need(need.value, need.path);
    for (const auto& local : parts_.local_rules) check_local(local.value, local.path);
    check_local_rules(parts_, issues_);
    check_overlaps();
    check_precedence();
    return std::move(issues_);
  }

 private:
  void fault(const std::string& path, std::string_view code) { issues_.list.push_back(book_issue(path, code)); }

  void check_text(const Text& text, const std::string& path) {
    if (text.fr.empty() || text.en.empty()) fault(path, "empty_text");
  }

  void check_provenance(const Provenance& provenance, const std::string& path) {
    if (provenance.source.empty()) fault(pointer(path, "source"), "empty_text");
    if (is_empty(provenance.in_force)) fault(pointer(path, "until"), "empty_period");
  }

  void check_destinations() {
    for (const auto& [destination, path] : parts_.destinations) {
      check_text(destination.name, pointer(path, "name"));
      check_text(destination.purpose, pointer(path, "purpose"));
      if (destination.kind == DestinationKind::number && !destination.phone) fault(pointer(path, "phone"), "missing_phone");
      if (!destinations_.try_emplace(destination.code, &destination).second) fault(pointer(path, "code"), "duplicate_code");
    }
  }

  void check_facts() {
    std::set<std::string> sheets;
    for (const auto& [sheet, path] : parts_.facts) {
      if (!sheets.insert(sheet.name).second) fault(pointer(path, "name"), "duplicate_code");
      check_text(sheet.label, pointer(path, "label"));
      check_text(sheet.question, pointer(path, "question"));
      const auto place = orientation_vocabulary().find(sheet.name);
      if (!place) fault(pointer(path, "name"), "unknown_fact");
      else check_values(sheet, orientation_vocabulary().attributes[*place], path);
      if (sheet.sensitive) sensitive_.insert(sheet.name);
    }
    for (const auto& attribute : orientation_vocabulary().attributes)
      if (!sheets.contains(attribute.name)) fault("", "missing_fact");
  }

  void check_values(const FactSheet& sheet, const rules::Attribute& attribute, const std::string& path) {
    std::set<std::string> labelled;
    for (const auto& value : sheet.values) labelled.insert(value.name);
    const bool complete = labelled == std::set<std::string>(attribute.values.begin(), attribute.values.end()) &&
                          labelled.size() == sheet.values.size();
    if (!complete) fault(pointer(path, "values"), "missing_fact");
    for (std::size_t i = 0; i < sheet.splits.size(); ++i) {
      const std::string at = pointer(pointer(path, "splits"), i);
      check_text(sheet.splits[i].question, pointer(at, "question"));
      for (const auto& value : sheet.splits[i].among)
        if (!attribute.find(value)) fault(pointer(at, "among"), "unknown_value");
    }
  }

  void check_words() {
    for (std::size_t i = 1; i < parts_.words.size(); ++i) fault(parts_.words[i].path, "second_words");
    for (const auto& [words, path] : parts_.words) {
      for (std::size_t i = 0; i < words.audiences.size(); ++i)
        if (!is_listed("audiences", words.audiences[i].code))
          fault(pointer(pointer(pointer(path, "audiences"), i), "code"), "unknown_word");
      for (std::size_t i = 0; i < words.networks.size(); ++i) {
        const std::string at = pointer(pointer(path, "networks"), i);
        if (!is_listed("networks", words.networks[i].code)) fault(pointer(at, "code"), "unknown_word");
        if (!destinations_.contains(words.networks[i].destination)) fault(pointer(at, "destination"), "unknown_destination");
      }
    }
  }

  void check_veille() {
    for (const auto& [brakes, path] : parts_.veille) {
      check_provenance(brakes.provenance, path);
      check_range(brakes.most_per_visit, pointer(path, "most_per_visit"));
      check_range(brakes.refusal_days, pointer(path, "refusal_days"));
      check_range(brakes.signal_days, pointer(path, "signal_days"));
    }
  }

  void check_range(int value, const std::string& path) {
    if (value < 0 || value > 3650) fault(path, "out_of_range");
  }

  void check_safety() {
    for (const auto& [safety, path] : parts_.safety) {
      check_provenance(safety.provenance, path);
      check_rule(safety.rule, path);
    }
  }

  void check_local(const LocalRule& local, const std::string& path) {
    check_provenance(local.provenance, path);
    if (local.effect != LocalEffect::withdraws) check_rule(local.rule, path);
  }

  void check_rule(const DestinationRule& rule, const std::string& path) {
    check_text(rule.explanation, pointer(path, "explanation"));
    if (rule.why_not) check_text(*rule.why_not, pointer(path, "why_not"));
    for (std::size_t i = 0; i < rule.cautions.size(); ++i)
      check_caution(rule.cautions[i], pointer(pointer(path, "cautions"), i));
    for (std::size_t i = 0; i < rule.documents.size(); ++i) check_text(rule.documents[i], pointer(pointer(path, "documents"), i));
    const auto found = destinations_.find(rule.destination);
    if (found == destinations_.end()) return fault(pointer(path, "destination"), "unknown_destination");
    if (rule.role != DestinationRole::emergency) return;
    if (!rule.unless.empty()) fault(pointer(path, "unless"), "emergency_with_exception");
    if (!rule.areas.empty()) fault(pointer(path, "areas"), "emergency_with_exception");
    if (found->second->kind != DestinationKind::number) fault(pointer(path, "destination"), "emergency_not_a_number");
  }

  void check_caution(const CautionRule& caution, const std::string& path) {
    check_text(caution.explanation, pointer(path, "explanation"));
    if (caution.when.empty()) fault(pointer(path, "when"), "idle_condition");
  }

  void check_need(const Need& need, const std::string& path) {
    check_text(need.title, pointer(path, "title"));
    check_provenance(need.provenance, path);
    for (std::size_t i = 0; i < need.themes.size(); ++i)
      if (!is_listed("themes", need.themes[i])) fault(pointer(pointer(path, "themes"), i), "unknown_theme");
    for (std::size_t i = 0; i < need.documents.size(); ++i)
      check_text(need.documents[i], pointer(pointer(path, "documents"), i));
    if (need.deadline) check_deadline(*need.deadline, pointer(path, "deadline"));
    for (std::size_t i = 0; i < need.urgent_when.size(); ++i)
      check_urgency(need.urgent_when[i], pointer(pointer(path, "urgent_when"), i));
    std::set<std::string> ids;
    for (std::size_t i = 0; i < need.destinations.size(); ++i) {
      const std::string at = pointer(pointer(path, "destinations"), i);
      if (!ids.insert(need.destinations[i].id).second) fault(pointer(at, "id"), "duplicate_id");
      check_rule(need.destinations[i], at);
      check_areas(parts_, need.destinations[i].areas, pointer(at, "areas"), issues_);
    }
    if (!has_way_out(need) && !falls_back()) fault(pointer(path, "destinations"), "no_way_out");
    check_suggestions(need, pointer(path, "suggests"));
  }

  void check_urgency(const UrgencyRule& rule, const std::string& path) {
    check_text(rule.explanation, pointer(path, "explanation"));
    if (rule.when.empty()) fault(pointer(path, "when"), "idle_condition");
  }

  void check_precedence_rule(const PrecedenceRule& rule, const std::string& path) {
    check_text(rule.explanation, pointer(path, "explanation"));
    if (rule.when.empty()) fault(pointer(path, "when"), "idle_condition");
    if (!codes_.contains(rule.need)) fault(pointer(path, "need"), "unknown_need");
  }

  void check_deadline(const DeadlineRule& deadline, const std::string& path) {
    check_text(deadline.explanation, pointer(path, "explanation"));
    check_text(deadline.question, pointer(path, "question"));
    if (deadline.months == 0 && deadline.days == 0) fault(path, "idle_deadline");
  }

  void check_suggestions(const Need& need, const std::string& path) {
    for (std::size_t i = 0; i < need.suggests.size(); ++i) {
      const auto& suggestion = need.suggests[i];
      const std::string at = pointer(path, i);
      if (suggestion.need == need.code) fault(pointer(at, "need"), "suggests_itself");
      if (!codes_.contains(suggestion.need)) fault(pointer(at, "need"), "unknown_need");
      for (const auto& cube : suggestion.when)
        for (const auto& literal : cube.literals)
          if (sensitive_.contains(orientation_vocabulary().attributes[literal.attribute].name))
            fault(pointer(at, "when"), "sensitive_condition");
    }
  }

  static bool has_way_out(const Need& need) {
    return std::any_of(need.destinations.begin(), need.destinations.end(), [](const DestinationRule& rule) {
      const bool somebody = rule.role == DestinationRole::primary || rule.role == DestinationRole::secondary;
      return somebody && rule.when.empty() && rule.unless.empty() && rule.areas.empty();
    });
  }

  bool falls_back() const {
    return std::any_of(parts_.needs.begin(), parts_.needs.end(), [](const Placed<Need>& need) {
      return need.value.code == fallback_need() && has_way_out(need.value);
    });
  }

  void check_overlaps() {
    std::multimap<std::string, const Provenance*> taken;
    const auto take = [&](const std::string& code, const Provenance& one, const std::string& path) {
      const auto [first, last] = taken.equal_range(code);
      const bool clash = std::any_of(first, last, [&](const auto& other) {
        const Provenance& two = *other.second;
        // What puts another version right stands in its place.
        const bool corrected = one.corrects == two.recorded || two.corrects == one.recorded;
        return !corrected && overlaps(two.in_force, one.in_force);
      });
      if (clash) fault(path, "duplicate_code");
      taken.emplace(code, &one);
    };
    for (const auto& [need, path] : parts_.needs) take("need " + need.code.text(), need.provenance, pointer(path, "code"));
    for (const auto& [brakes, path] : parts_.veille) take("veille", brakes.provenance, path);
    for (const auto& [safety, path] : parts_.safety) take("safety " + safety.rule.id, safety.provenance, pointer(path, "id"));
  }

  /// Each need once, so a cycle is told at each need that stands in it.
  void check_precedence() {
    std::map<NeedCode, std::set<NeedCode>> before;
    for (const auto& [need, path] : parts_.needs)
      for (const auto& precedence : need.comes_after) before[need.code].insert(precedence.need);
    for (const auto& [need, path] : parts_.needs) {
      const std::string at = pointer(path, "comes_after");
      for (std::size_t i = 0; i < need.comes_after.size(); ++i) check_precedence_rule(need.comes_after[i], pointer(at, i));
      if (reaches(before, need.code, need.code)) fault(at, "cyclic_precedence");
    }
  }

  static bool reaches(const std::map<NeedCode, std::set<NeedCode>>& before, const NeedCode& start, const NeedCode& goal) {
    std::set<NeedCode> seen;
    std::vector<NeedCode> open{start};
    while (!open.empty()) {
      const NeedCode code = open.back();
      open.pop_back();
      const auto found = before.find(code);
      if (found == before.end()) continue;
      for (const auto& next : found->second) {
        if (next == goal) return true;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  const BookParts& parts_;
  std::set<NeedCode> codes_;
  std::map<DestinationCode, const Destination*> destinations_;
  std::set<std::string> sensitive_;
  Issues issues_;
};

}  // namespace

Issue book_issue(std::string path, std::string_view code) {
  for (const auto& each : issue_texts)
    if (each.code == code) return {std::move(path), std::string(code), {std::string(each.fr), std::string(each.en)}};
  return {std::move(path), std::string(code), {std::string(code), std::string(code)}};
}

Issues check_book(const BookParts& parts) { return Checker(parts).run(); }

}  // namespace patio
