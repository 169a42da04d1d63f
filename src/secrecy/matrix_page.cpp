#include <map>
#include <set>

#include <patio/base/html.hpp>
#include <patio/secrecy/matrix.hpp>

#include "labels.hpp"

namespace patio {
namespace {

std::string link_to(const std::string& id) { return "<a href=\"#" + html_text(id) + "\">" + html_text(id) + "</a>"; }

std::string cell_markup(const HtmlPage& page, const MatrixCell& cell) {
  std::string markup = html_answer(rules::flows(cell.effect), in(effect_word(cell.effect), page.language()));
  markup += "<span class=\"minor\">";
  for (const auto& id : cell.rules) markup += (&id == &cell.rules.front() ? "" : " ") + link_to(id);
  return markup + "</span>";
}

void circumstances_table(HtmlPage& page, const rules::RuleSet& rules, const AccessRequest& circumstances) {
  page.begin_table({"Circonstances communes à toutes les cases", "Circumstances of every cell"},
                   {{"Fait", "Fact"}, {"Valeur", "Value"}});
  each_field(circumstances, [&](std::string_view name, const auto& value) {
    const auto* fact = fact_named(rules, name);
    if (value && fact)
      page.row({page.text(fact->label), page.text(value_label(rules, name, name_of(*value)))});
  });
  page.end_table();
}

void rules_table(HtmlPage& page, const rules::RuleSet& rules, const std::set<std::string>& cited) {
  page.heading({"Les règles citées", "The rules cited"}, "rules");
  page.begin_table({"Règles", "Rules"}, {{"Règle", "Rule"}, {"Titre", "Title"}, {"Textes", "Texts"}, {"Fiabilité", "Confidence"},
                                         {"Relecture", "Review"}});
  for (const auto& rule : rules.rules) {
    if (!cited.contains(rule.id)) continue;
    std::string texts;
    for (const auto& text : rule.texts) texts += (texts.empty() ? "" : ", ") + html_text(text);
    std::string title = page.text(rule.title);
    if (rule.disputed) title += "<span class=\"minor\">" + page.text(*rule.disputed) + "</span>";
    page.row({html_text(rule.id), title, texts, html_text(name_of(rule.confidence)), html_text(rule.review)}, rule.id);
  }
  page.end_table();
}

}  // namespace

std::string matrix_page(const Matrix& matrix, const rules::RuleSet& rules, Language language) {
  HtmlPage page({"Qui peut donner quoi à qui", "Who may give what to whom"}, language);
  page.paragraph(page.text(Text{"Recueil ", "Rulebook "}) + "<code>" + html_text(matrix.version) + "</code>. " +
                 page.text(Text{"Ceci n'est pas un avis juridique : les règles attendent la relecture d'un juriste.",
                                "This is not legal advice: the rules await the review of a jurist."}));
  std::vector<std::pair<Text, std::string>> links;
  for (const auto& actor : matrix.request.actors)
    links.push_back({value_label(rules, "actor", name_of(actor.actor)), "actor-" + std::string(name_of(actor.actor))});
  links.push_back({{"Les règles citées", "The rules cited"}, "rules"});
  page.contents(links);
  circumstances_table(page, rules, matrix.request.circumstances);

  std::vector<Text> columns{{"Destinataire", "Recipient"}};
  for (const DataCategory category : matrix.request.categories)
    columns.push_back(value_label(rules, "category", name_of(category)));
  std::set<std::string> cited;
  auto cell = matrix.cells.begin();
  for (const auto& actor : matrix.request.actors) {
    const Text who = value_label(rules, "actor", name_of(actor.actor));
    page.heading(who, "actor-" + std::string(name_of(actor.actor)));
    page.begin_table({"Donne : " + who.fr, "Gives: " + who.en}, columns);
    for (const Recipient recipient : matrix.request.recipients) {
      std::vector<std::string> row{page.text(value_label(rules, "recipient", name_of(recipient)))};
      for (std::size_t i = 0; i < matrix.request.categories.size(); ++i, ++cell) {
        row.push_back(cell_markup(page, *cell));
        cited.insert(cell->rules.begin(), cell->rules.end());
      }
      page.row(row);
    }
    page.end_table();
  }
  rules_table(page, rules, cited);
  return page.finish();
}

}  // namespace patio
