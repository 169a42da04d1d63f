#include <patio/secrecy/disclose.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <patio/base/json.hpp>

namespace patio {
namespace {

using rules::Effect;
using rules::flows;

bool is_pointer(const std::string& path) { return path.starts_with('/') && is_clean_utf8(path); }

template <class T>
bool contains_value(const std::vector<T>& all, const T& value) {
  return std::find(all.begin(), all.end(), value) != all.end();
}

/// The least favourable of two answers.
Effect worse(Effect first, Effect second) { return rules::combine(first, second, second); }

/// False if the values are already so, as the circumstances say.
bool can_be_anonymised(std::optional<DataForm> form) {
  return !form || *form == DataForm::identified || *form == DataForm::pseudonymous;
}

/// Asks the rules once for each category, compartment and form.
class Answers {
 public:
  Answers(const rules::RuleSet& set, const AccessRequest& circumstances, WayWanted way)
      : set_(set), circumstances_(circumstances), way_(way) {}

  CategoryAnswer& ask(DataCategory category, std::optional<Compartment> compartment, std::optional<DataForm> form) {
    const auto key = std::tuple(category, compartment, form);
    const auto known = places_.find(key);
    if (known != places_.end()) return answers_[known->second];
    AccessRequest request = circumstances_;
    request.category = category;
    request.compartment = compartment;
    request.form = form;
    places_.emplace(key, answers_.size());
    return answers_.emplace_back(CategoryAnswer{category, compartment, form, decide(set_, request, way_), false});
  }

  [[nodiscard]] std::vector<CategoryAnswer> take() { return std::move(answers_); }

 private:
  const rules::RuleSet& set_;
  const AccessRequest& circumstances_;
  const WayWanted way_;
  std::vector<CategoryAnswer> answers_;
  std::map<std::tuple<DataCategory, std::optional<Compartment>, std::optional<DataForm>>, std::size_t> places_;
};

class Redaction {
 public:
  Redaction(const rules::RuleSet& set, const AccessRequest& circumstances, const DiscloseOptions& options)
      : set_(set), circumstances_(circumstances), options_(options), answers_(set, circumstances, options.way) {}

  DisclosedDocument run(const Document& document) {
    for (const auto& field : document.fields()) treat(field);
    given_.circumstances = circumstances_;
    given_.circumstances.category.reset();
    given_.answers = answers_.take();
    if (approval_used_) given_.approval = options_.approval;
    gather_obligations();
    return std::move(given_);
  }

 private:
  void treat(const DocumentField& field) {
    const std::optional<DataForm> form = circumstances_.form;
    if (const auto effect = effect_of(field, form); lets_pass(field, form, effect)) {
      const bool as_it_is = effect != Effect::transform || !can_be_anonymised(form);
      return as_it_is ? keep(field, form, effect) : mask_field(field, form, effect);
    }
    if (can_be_anonymised(form)) {
      const auto effect = effect_of(field, DataForm::anonymised);
      if (lets_pass(field, DataForm::anonymised, effect)) return mask_field(field, DataForm::anonymised, effect);
    }
    drop(field, form, effect_of(field, form));
  }

  std::vector<DataCategory> categories_of(const DocumentField& field) const {
    if (field.subject == FieldSubject::person || field.category == DataCategory::third_party) return {field.category};
    return {field.category, DataCategory::third_party};
  }

  CategoryAnswer& answer(const DocumentField& field, DataCategory category, std::optional<DataForm> form) {
    return answers_.ask(category, field.compartment ? field.compartment : circumstances_.compartment, form);
  }

  Effect effect_of(const DocumentField& field, std::optional<DataForm> form) {
    std::optional<Effect> effect;
    for (const auto category : categories_of(field)) {
      const Effect one = answer(field, category, form).decision.effect;
      effect = effect ? worse(*effect, one) : one;
    }
    return *effect;
  }

  bool approved(DataCategory category) const {
    return options_.approval && contains_value(options_.approval->categories, category);
  }

  bool lets_pass(const DocumentField& field, std::optional<DataForm> form, Effect effect) {
    if (effect != Effect::human) return flows(effect);
    for (const auto category : categories_of(field)) {
      const Effect one = answer(field, category, form).decision.effect;
      if (!flows(one) && !(one == Effect::human && approved(category))) return false;
    }
    return true;
  }

  void rely_on(const DocumentField& field, std::optional<DataForm> form) {
    for (const auto category : categories_of(field)) {
      CategoryAnswer& used = answer(field, category, form);
      used.relied_on = true;
      approval_used_ = approval_used_ || used.decision.effect == Effect::human;
    }
  }

  FieldOutcome& tell(const DocumentField& field, FieldFate fate, std::optional<DataForm> form, Effect effect) {
    FieldOutcome outcome{field.path, field.category, fate, effect, {}, {}, {}};
    for (const auto category : categories_of(field)) {
      const Decision& decision = answer(field, category, form).decision;
      for (const auto& rule : decision.determining) {
        if (!contains_value(outcome.rules, rule.id)) outcome.rules.push_back(rule.id);
        if (outcome.reason.fr.empty() && (decision.effect == effect)) outcome.reason = rule.title;
      }
    }
    if (outcome.reason.fr.empty())
      outcome.reason = {"aucune règle ne le permet avec ce qui est connu", "no rule permits it with what is known"};
    return given_.outcomes.emplace_back(std::move(outcome));
  }

  void keep(const DocumentField& field, std::optional<DataForm> form, Effect effect) {
    if (field.category == DataCategory::note) return keep_note(field, form, effect);
    rely_on(field, form);
    tell(field, FieldFate::kept, form, effect);
    given_.fields.push_back(field);
  }

  void keep_note(const DocumentField& field, std::optional<DataForm> form, Effect effect) {
    auto findings = check_note(field.value);
    const bool refused = refuses(findings);
    if (refused && options_.free_text == FreeText::withhold) {
      FieldOutcome& outcome = tell(field, FieldFate::dropped, form, effect);
      outcome.reason = {"ce texte libre contient ce qu'une note ne doit pas contenir : le relire et le corriger d'abord",
                        "this free text holds what a note should not hold: read and correct it first"};
      outcome.findings = std::move(findings);
      return;
    }
    rely_on(field, form);
    DocumentField copy = field;
    if (refused) {
      auto cut = findings;
      std::erase_if(cut, [](const NoteFinding& each) { return each.severity != NoteSeverity::refuse; });
      copy.value = without_findings(field.value, cut);
    }
    tell(field, refused ? FieldFate::masked : FieldFate::kept, form, effect).findings = std::move(findings);
    given_.fields.push_back(std::move(copy));
  }

  void mask_field(const DocumentField& field, std::optional<DataForm> form, Effect effect) {
    const auto value = options_.anonymise ? options_.anonymise(field) : std::optional<std::string>(anonymous_mask);
    if (!value || (field.category == DataCategory::note && refuses(check_note(*value)))) return drop(field, form, effect);
    rely_on(field, form);
    tell(field, FieldFate::masked, form, effect);
    given_.fields.push_back(field);
    given_.fields.back().value = *value;
  }

  void drop(const DocumentField& field, std::optional<DataForm> form, Effect effect) {
    tell(field, FieldFate::dropped, form, effect);
  }

  /// In the order of the catalogue; what one answer makes mandatory is mandatory.
  void gather_obligations() {
    for (const auto& kind : set_.catalogue->obligations) {
      std::optional<AskedObligation> asked;
      for (const auto& each : given_.answers) {
        if (!each.relied_on) continue;
        for (const auto& one : each.decision.obligations) {
          if (one.code != kind.code) continue;
          if (!asked) asked = AskedObligation{one.code, one.label, false, one.discharge, {}};
          asked->mandatory = asked->mandatory || one.mandatory;
          for (const auto& rule : one.rules)
            if (!contains_value(asked->rules, rule)) asked->rules.push_back(rule);
        }
      }
      if (asked) given_.obligations.push_back(std::move(*asked));
    }
  }

  const rules::RuleSet& set_;
  const AccessRequest& circumstances_;
  const DiscloseOptions& options_;
  Answers answers_;
  DisclosedDocument given_;
  bool approval_used_ = false;
};

}  // namespace

Checked<Document> Document::of(std::vector<DocumentField> fields) {
  Issues issues;
  std::set<std::string> paths;
  const auto fault = [&](std::size_t place, std::string_view field, std::string_view code, Text message) {
    issues.list.push_back({pointer(pointer("", place), field), std::string(code), std::move(message)});
  };
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const DocumentField& field = fields[i];
    if (field.category == DataCategory::credentials)
      fault(i, "category", "credentials_refused",
            {"retirer ce champ : un mot de passe ne se garde pas et ne se transmet pas",
             "take this field out: a password is neither kept nor passed on"});
    if (name_of(field.category).empty())
      fault(i, "category", "unknown_value", {"choisir une catégorie de la liste", "choose a category of the list"});
    if (!is_pointer(field.path))
      fault(i, "path", "not_a_pointer", {"écrire un chemin qui commence par « / »", "write a path that begins with /"});
    else if (!paths.insert(field.path).second)
      fault(i, "path", "repeated_path", {"ne donner chaque champ qu'une fois", "give each field once"});
    if (!is_clean_utf8(field.value))
      fault(i, "value", "not_clean_text", {"donner un texte UTF-8 sans caractère nul", "give UTF-8 text without a null character"});
  }
  if (!issues.list.empty()) return issues;
  return Document(std::move(fields));
}

DisclosedDocument disclose(const rules::RuleSet& set, const Document& document, const AccessRequest& circumstances,
                           const DiscloseOptions& options) {
  return Redaction(set, circumstances, options).run(document);
}

}  // namespace patio
