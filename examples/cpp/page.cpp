#include "page.hpp"

#include <fstream>

#include <patio/orientation/needs_book.hpp>

#include "teller.hpp"

using namespace patio;

namespace {

constexpr const char* style = R"css(
:root { color-scheme: light dark; --ink: #1d2429; --paper: #fdfcf8; --line: #c9c4b8; --yes: #1f6f43; --no: #a4262c; --soft: #f1eee5; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8de; --paper: #1b1e20; --line: #4a4d4f; --yes: #7fd3a3; --no: #ff9a94; --soft: #26292b; } }
body { font: 1.05rem/1.55 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper); max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; } h3 { margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; } caption { text-align: left; font-style: italic; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--line); } thead th { background: var(--soft); }
.yes { color: var(--yes); font-weight: bold; white-space: nowrap; } .no { color: var(--no); font-weight: bold; white-space: nowrap; }
code { font-size: .9em; overflow-wrap: anywhere; } .law, .way { display: block; font-size: .92em; } .scroll { overflow-x: auto; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
)css";

class Html {
 public:
  Html(std::ostream& out, Language language) : out_(out), language_(language) {}

  static std::string safe(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
      if (c == '&') escaped += "&amp;";
      else if (c == '<') escaped += "&lt;";
      else if (c == '>') escaped += "&gt;";
      else if (c == '"') escaped += "&quot;";
      else escaped += c;
    }
    return escaped;
  }
  [[nodiscard]] std::string say(const char* fr, const char* en) const { return language_ == Language::fr ? fr : en; }
  [[nodiscard]] std::string say(const Text& text) const { return safe(in(text, language_)); }
  [[nodiscard]] Language language() const { return language_; }

  Html& operator<<(const std::string& markup) {
    out_ << markup;
    return *this;
  }

  void head(const std::string& title) {
    *this << "<!doctype html>\n<html lang=\"" << std::string(name_of(language_)) << "\">\n<head><meta charset=\"utf-8\">"
          << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" << title << "</title><style>"
          << style << "</style></head>\n<body>\n<a class=\"skip\" href=\"#content\">" << say("Aller au contenu", "Skip to content")
          << "</a>\n<main id=\"content\">\n<h1>" << title << "</h1>\n";
  }
  void table(const std::string& caption, const std::vector<std::string>& columns) {
    *this << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" << caption << "\"><table><caption>" << caption
          << "</caption><thead><tr>";
    for (const auto& column : columns) *this << "<th scope=\"col\">" << column << "</th>";
    *this << "</tr></thead><tbody>\n";
  }
  void row(const std::vector<std::string>& cells) {
    *this << "<tr><th scope=\"row\">" << cells.front() << "</th>";
    for (std::size_t i = 1; i < cells.size(); ++i) *this << "<td>" << cells[i] << "</td>";
    *this << "</tr>\n";
  }
  void end_table() { *this << "</tbody></table></div>\n"; }

 private:
  std::ostream& out_;
  Language language_;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + Html::safe(word);
  return text;
}

std::string categories(const Html& html, const std::vector<CategoryCode>& codes) {
  std::string text;
  for (const auto& code : codes) text += (text.empty() ? "" : ", ") + html.say(category_label(code));
  return text;
}

Text word(NeedOrigin origin) {
  switch (origin) {
    case NeedOrigin::stated: return {"dit par la personne", "said by the person"};
    case NeedOrigin::observed: return {"remarqué", "noticed"};
    case NeedOrigin::signal: break;
  }
  return {"veille sociale, avec son accord", "suggested, with their agreement"};
}

Text word(NeedStatus status) {
  switch (status) {
    case NeedStatus::open: return {"à suivre", "open"};
    case NeedStatus::covered: return {"pris en charge", "met or handed over"};
    case NeedStatus::declined: return {"décliné", "declined"};
    case NeedStatus::unmet: break;
  }
  return {"sans réponse", "unmet"};
}

std::string at(Instant instant) {
  const LocalTime here = local(instant, *find_zone("Europe/Paris"));
  return to_text(here.day) + ' ' + to_text(here.clock);
}

std::string space_name(const CentrePlan& centre, const SpaceCode& code) {
  for (const auto& space : centre.spaces)
    if (space.code == code) return space.name;
  return code.text();
}

void write_plan(Html& html, const PersonPlan& plan, const CentrePlan& centre) {
  html << "<h2>" << html.say("Le plan de la personne", "The person's plan") << "</h2>\n";
  html.table(html.say("Besoins", "Needs"), {html.say("Besoin", "Need"), html.say("Origine", "Origin"), html.say("Suite", "Outcome"),
                                            html.say("Date limite", "Deadline")});
  for (const auto& need : plan.needs) {
    const Need* entry = find_need(default_needs_book(), need.need, 2026_y / 3 / 10);
    html.row({entry ? html.say(entry->title) : Html::safe(need.need.text()), html.say(word(need.origin)), html.say(word(need.status)),
              need.deadline ? to_text(*need.deadline) : "–"});
  }
  html.end_table();
  html.table(html.say("Rendez-vous", "Appointments"), {html.say("Intitulé neutre", "Neutral label"), html.say("Quand", "When"),
                                                       html.say("Où", "Where")});
  for (const auto& each : plan.appointments)
    html.row({html.say(each.label), at(each.starts_at), Html::safe(space_name(centre, each.space))});
  html.end_table();
}

std::string reasons(const Html& html, const Decision& decision) {
  std::string text;
  for (const auto& rule : telling_rules(decision))
    text += "<span><code>" + Html::safe(rule.id) + "</code> " + html.say(rule.title) + "</span><span class=\"law\">" + joined(rule.texts) + "</span>";
  if (decision.lawful_way)
    for (const auto& change : decision.lawful_way->changes)
      text += "<span class=\"way\">" + html.say("Voie licite : ", "Lawful way: ") + html.say(change.how) + "</span>";
  for (const auto& obligation : decision.obligations)
    if (obligation.mandatory) text += "<span class=\"law\">" + html.say("À faire : ", "To do: ") + html.say(obligation.label) + "</span>";
  return text;
}

void write_questions(Html& html, const std::vector<PageQuestion>& questions) {
  html << "<h2>" << html.say("Qui peut savoir quoi, et pourquoi", "Who may know what, and why") << "</h2>\n";
  for (const auto& question : questions) {
    html.table(html.say(question.who), {html.say("Catégorie", "Category"), html.say("Réponse", "Answer"), html.say("Transmis", "Passed on"),
                                        html.say("Raisons", "Reasons")});
    for (const auto& known : question.answer.categories) {
      const bool flows = rules::flows(known.decision.effect);
      std::vector<std::string> values;
      for (const auto& item : known.items) values.push_back(in(item_text(item), html.language()));
      html.row({html.say(category_label(known.category)),
                std::string("<span class=\"") + (flows ? "yes" : "no") + "\">" + (flows ? html.say("oui", "yes") : html.say("non", "no")) + "</span>",
                values.empty() ? "–" : joined(values), reasons(html, known.decision)});
    }
    html.end_table();
  }
}

void write_register(Html& html, const Page& page) {
  html << "<h2>" << html.say("Registre des transmissions", "Register of disclosures") << "</h2>\n";
  html.table(html.say("Transmissions", "Disclosures"), {html.say("Quand", "When"), html.say("De", "From"), html.say("À", "To"),
                                                        html.say("Catégories", "Categories"), html.say("Finalité", "Purpose"), html.say("Règles", "Rules")});
  for (const auto& each : page.disclosures)
    html.row({at(each.made_at), Html::safe(each.given_by.text()), Html::safe(each.receiver.text()), categories(html, each.categories),
              Html::safe(each.purpose.text()), joined(each.rules)});
  html.end_table();
  html << "<h2>" << html.say("Journal", "Log") << "</h2>\n<p>" << std::to_string(page.root.size)
       << html.say(" lignes ; racine : ", " lines; root: ") << "<code>" << Html::safe(page.root.hash) << "</code></p>\n";
}

}  // namespace

void write_page(const std::filesystem::path& path, const Page& page, Language language) {
  std::ofstream out(path, std::ios::binary);
  Html html(out, language);
  html.head(html.say(page.centre.name) + html.say(" : une matinée", ": a morning"));
  write_plan(html, page.plan, page.centre);
  write_questions(html, page.questions);
  write_register(html, page);
  html << "</main>\n</body>\n</html>\n";
}
