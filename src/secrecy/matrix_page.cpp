#include <map>
#include <set>

#include <patio/base/html.hpp>
#include <patio/secrecy/matrix.hpp>

#include "labels.hpp"

namespace patio {
namespace {

// Appended, not added: GCC 12 takes a literal plus a string for an overlap (its bug 105651).
std::string link_to(const std::string& id) {
  const std::string text = html_text(id);
  return std::string("<a href=\"#").append(text).append("\">").append(text).append("</a>");
}

std::string anchor_of(Actor actor) { return std::string("actor-").append(name_of(actor)); }

std::string cell_markup(const HtmlPage& page, const MatrixCell& cell) {
  std::string markup = html_answer(rules::flows(cell.effect), in(effect_word(cell.effect), page.language()));
  markup += "<span class=\"minor\">";
  for (const auto& id : cell.rules) markup.append(&id == &cell.rules.front() ? "" : " ").append(html_text(id));
  return markup + "</span>";
}

/// Once for a table, not in each cell: a page of thousands of links is none for a keyboard.
std::string links_to(const std::set<std::string>& rules) {
  std::string markup;
  for (const auto& id : rules) markup.append(markup.empty() ? "" : " ").append(link_to(id));
  return markup;
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
    links.push_back({value_label(rules, "actor", name_of(actor.actor)), anchor_of(actor.actor)});
  links.push_back({{"Les règles citées", "The rules cited"}, "rules"});
  page.contents(links);
  circumstances_table(page, rules, matrix.request.circumstances);

  std::vector<Text> columns{{"Destinataire", "Recipient"}};
  for (const DataCategory category : matrix.request.categories)
    columns.push_back(value_label(rules, "category", name_of(category)));
  std::set<std::string> cited;
  auto cell = matrix.cells.begin();
  for (const auto& actor : matrix.request.actors) {
    std::set<std::string> of_table;
    const Text who = value_label(rules, "actor", name_of(actor.actor));
    page.heading(who, anchor_of(actor.actor));
    page.begin_table({"Donne : " + who.fr, "Gives: " + who.en}, columns);
    for (const Recipient recipient : matrix.request.recipients) {
      std::vector<std::string> row{page.text(value_label(rules, "recipient", name_of(recipient)))};
      for (std::size_t i = 0; i < matrix.request.categories.size(); ++i, ++cell) {
        row.push_back(cell_markup(page, *cell));
        of_table.insert(cell->rules.begin(), cell->rules.end());
      }
      page.row(row);
    }
    page.end_table();
    page.paragraph(page.text(Text{"Règles de ce tableau : ", "Rules of this table: "}) + links_to(of_table));
    cited.merge(of_table);
  }
  rules_table(page, rules, cited);
  return page.finish();
}

}  // namespace patio
