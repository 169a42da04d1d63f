#include <patio/secrecy/comparison_page.hpp>

#include <algorithm>

#include <patio/base/diff.hpp>
#include <patio/base/html.hpp>

#include "labels.hpp"

namespace patio {
namespace {

const rules::Rule* entry(const rules::RuleSet& set, const std::string& id) {
  for (const auto& rule : set.rules)
    if (rule.id == id) return &rule;
  return nullptr;
}

/// What the entry says, whatever its days.
std::vector<std::string> changed_fields(const rules::Rule& before, const rules::Rule& after) {
  auto fields = diff(before, after);
  std::erase_if(fields, [](const std::string& field) { return field == "since" || field == "until"; });
  return fields;
}

bool gains(const rules::ComparedRegion& region) {
  return !rules::flows(region.example_before) && rules::flows(region.example_after);
}
bool loses(const rules::ComparedRegion& region) {
  return rules::flows(region.example_before) && !rules::flows(region.example_after);
}

Text what_happens(const rules::ComparedRegion& region) {
  if (gains(region)) return {"accès ouvert", "access gained"};
  if (loses(region)) return {"accès fermé", "access lost"};
  return {"autre réponse", "another answer"};
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const auto& word : words) (text += text.empty() ? "" : between) += word;
  return text;
}

std::string example_markup(const HtmlPage& page, const rules::RuleSet& rules, const rules::ComparedRegion& region) {
  std::string markup;
  for (const auto& fact : region.example)
    markup += "<span class=\"minor\">" + page.text(fact_label(rules, fact.attribute)) + page.text(Text{" : ", ": "}) +
              page.text(value_label(rules, fact.attribute, fact.value)) + "</span>";
  return markup;
}

std::string answer_markup(const HtmlPage& page, rules::Effect effect, const std::vector<std::string>& ids) {
  return html_answer(rules::flows(effect), in(effect_word(effect), page.language())) + "<span class=\"minor\">" +
         html_text(joined(ids, " ")) + "</span>";
}

std::string number(int count, bool complete) { return std::string(complete ? "" : "≥ ").append(std::to_string(count)); }

Text change_word(EntryChange change) {
  switch (change) {
    case EntryChange::added: return {"nouvelle", "new"};
    case EntryChange::removed: return {"disparue", "gone"};
    case EntryChange::changed: break;
  }
  return {"modifiée : ", "changed: "};
}

void entries_table(HtmlPage& page, const rules::RulebookComparison& comparison, const rules::RuleSet& before,
                   const rules::RuleSet& after) {
  page.heading({"Entrées qui changent", "Entries that change"}, "entries");
  const auto changes = changed_entries(before, after);
  if (changes.empty()) return page.paragraph(page.text(Text{"Aucune entrée ne change.", "No entry changes."}));
  page.begin_table({"Entrées, et les cas où chacune change la réponse", "Entries, and the cases where each changes the answer"},
                   {{"Règle", "Rule"}, {"Changement", "Change"}, {"Titre", "Title"}, {"Textes", "Texts"},
                    {"Accès ouverts", "Access gained"}, {"Accès fermés", "Access lost"}, {"Autres réponses", "Other answers"}});
  for (const auto& each : changes) {
    const rules::Rule& rule = each.change == EntryChange::removed ? *entry(before, each.rule) : *entry(after, each.rule);
    const auto known = std::find_if(comparison.by_rule.begin(), comparison.by_rule.end(),
                                    [&](const auto& impact) { return impact.rule == each.rule; });
    const rules::RuleImpact impact = known == comparison.by_rule.end() ? rules::RuleImpact{} : *known;
    page.row({html_text(each.rule), page.text(change_word(each.change)) + html_text(joined(each.fields, ", ")),
              page.text(rule.title), html_text(joined(rule.texts, ", ")), number(impact.gains, impact.complete),
              number(impact.loses, impact.complete), number(impact.regions - impact.gains - impact.loses, impact.complete)},
             "entry-" + each.rule);
  }
  page.end_table();
}

void cases_table(HtmlPage& page, const rules::RulebookComparison& comparison, const rules::RuleSet& after) {
  page.heading({"Cas où la réponse change", "Cases where the answer changes"}, "cases");
  if (comparison.regions.empty())
    return page.paragraph(page.text(Text{"La réponse ne change dans aucun cas.", "The answer changes in no case."}));
  page.begin_table({std::to_string(comparison.gains) + " ouvertures, " + std::to_string(comparison.loses) + " fermetures",
                    std::to_string(comparison.gains) + " gains, " + std::to_string(comparison.loses) + " losses"},
                   {{"Effet", "Effect"}, {"Règle qui change", "Rule that changes"}, {"Exemple", "Example"}, {"Avant", "Before"},
                    {"Après", "After"}});
  auto regions = comparison.regions;
  std::stable_sort(regions.begin(), regions.end(), [](const auto& a, const auto& b) { return a.changed < b.changed; });
  for (const auto& region : regions)
    page.row({page.text(what_happens(region)), html_text(region.changed), example_markup(page, after, region),
              answer_markup(page, region.example_before, region.rules_before),
              answer_markup(page, region.example_after, region.rules_after)});
  page.end_table();
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace

std::vector<ChangedEntry> changed_entries(const rules::RuleSet& before, const rules::RuleSet& after) {
  std::vector<ChangedEntry> changes;
  for (const auto& rule : after.rules) {
    const rules::Rule* old = entry(before, rule.id);
    if (!old) changes.push_back({rule.id, EntryChange::added, {}});
    else if (auto fields = changed_fields(*old, rule); !fields.empty())
      changes.push_back({rule.id, EntryChange::changed, std::move(fields)});
  }
  for (const auto& rule : before.rules)
    if (!entry(after, rule.id)) changes.push_back({rule.id, EntryChange::removed, {}});
  return changes;
}

std::string comparison_page(const rules::RulebookComparison& comparison, const rules::RuleSet& before,
                            const rules::RuleSet& after, Language language) {
  HtmlPage page({"Ce qui change, pour qui", "What changes, for whom"}, language);
  page.paragraph(page.text(Text{"Avant : ", "Before: "}) + "<code>" + html_text(comparison.version_before) + "</code>" +
                 page.text(Text{" ; après : ", "; after: "}) + "<code>" + html_text(comparison.version_after) + "</code>");
  if (!comparison.complete)
    page.paragraph(page.text(Text{
        "La liste des cas est coupée : " + std::to_string(comparison.regions.size()) +
            " sont montrés, chaque règle qui change y a sa part. Le signe ≥ marque les règles qui en ont d'autres.",
        "The list of cases is cut: " + std::to_string(comparison.regions.size()) +
            " are shown, and each rule that changes has its share. The sign ≥ marks the rules that have more."}));
  page.contents({{{"Entrées qui changent", "Entries that change"}, "entries"},
                 {{"Cas où la réponse change", "Cases where the answer changes"}, "cases"}});
  entries_table(page, comparison, before, after);
  cases_table(page, comparison, after);
  return page.finish();
}

std::string comparison_csv(const rules::RulebookComparison& comparison) {
  std::string csv = "what,gate,before,after,example,rules_before,rules_after,changed\r\n";
  for (const auto& region : comparison.regions) {
    std::vector<std::string> facts;
    for (const auto& fact : region.example) facts.push_back(fact.attribute + '=' + fact.value);
    csv += what_happens(region).en + ',' + std::string(name_of(region.gate)) + ',' +
           std::string(name_of(region.example_before)) + ',' + std::string(name_of(region.example_after)) + ',' +
           csv_cell(joined(facts, " ")) + ',' + joined(region.rules_before, " ") + ',' + joined(region.rules_after, " ") + ',' + region.changed + "\r\n";
  }
  return csv;
}

}  // namespace patio
