#include "page.hpp"

#include <fstream>

#include <patio/base/html.hpp>
#include <patio/orientation/needs_book.hpp>

#include "teller.hpp"

using namespace patio;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + html_text(word);
  return text;
}

std::string categories(const HtmlPage& page, const std::vector<CategoryCode>& codes) {
  std::string text;
  for (const auto& code : codes) text += (text.empty() ? "" : ", ") + page.text(category_label(code));
  return text;
}

std::string minor(const std::string& markup) { return "<span class=\"minor\">" + markup + "</span>"; }

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

void write_plan(HtmlPage& page, const PersonPlan& plan, const CentrePlan& centre) {
  page.heading({"Le plan de la personne", "The person's plan"});
  page.begin_table({"Besoins", "Needs"}, {{"Besoin", "Need"}, {"Origine", "Origin"}, {"Suite", "Outcome"}, {"Date limite", "Deadline"}});
  for (const auto& need : plan.needs) {
    const Need* entry = find_need(default_needs_book(), need.need, 2026_y / 3 / 10);
    page.row({entry ? page.text(entry->title) : html_text(need.need.text()), page.text(word(need.origin)),
              page.text(word(need.status)), need.deadline ? to_text(*need.deadline) : "–"});
  }
  page.end_table();
  page.begin_table({"Rendez-vous", "Appointments"}, {{"Intitulé neutre", "Neutral label"}, {"Quand", "When"}, {"Où", "Where"}});
  for (const auto& each : plan.appointments)
    page.row({page.text(each.label), at(each.starts_at), html_text(space_name(centre, each.space))});
  page.end_table();
}

std::string reasons(const HtmlPage& page, const Decision& decision) {
  std::string text;
  for (const auto& rule : telling_rules(decision))
    text += "<code>" + html_text(rule.id) + "</code> " + page.text(rule.title) + minor(joined(rule.texts));
  if (decision.lawful_way)
    for (const auto& change : decision.lawful_way->changes)
      text += minor(page.text(Text{"Voie licite : ", "Lawful way: "}) + page.text(change.how));
  for (const auto& obligation : decision.obligations)
    if (obligation.mandatory) text += minor(page.text(Text{"À faire : ", "To do: "}) + page.text(obligation.label));
  return text;
}

void write_questions(HtmlPage& page, const std::vector<PageQuestion>& questions) {
  page.heading({"Qui peut savoir quoi, et pourquoi", "Who may know what, and why"});
  for (const auto& question : questions) {
    page.begin_table(question.who, {{"Catégorie", "Category"}, {"Réponse", "Answer"}, {"Transmis", "Passed on"}, {"Raisons", "Reasons"}});
    for (const auto& known : question.answer.categories) {
      const bool yes = rules::flows(known.decision.effect);
      std::vector<std::string> values;
      for (const auto& item : known.items) values.push_back(in(item_text(item), page.language()));
      page.row({page.text(category_label(known.category)),
                html_answer(yes, in(yes ? Text{"oui", "yes"} : Text{"non", "no"}, page.language())),
                values.empty() ? "–" : joined(values), reasons(page, known.decision)});
    }
    page.end_table();
  }
}

void write_register(HtmlPage& page, const Page& morning) {
  page.heading({"Registre des transmissions", "Register of disclosures"});
  page.begin_table({"Transmissions", "Disclosures"}, {{"Quand", "When"}, {"De", "From"}, {"À", "To"}, {"Catégories", "Categories"},
                                                      {"Finalité", "Purpose"}, {"Règles", "Rules"}});
  for (const auto& each : morning.disclosures)
    page.row({at(each.made_at), html_text(each.given_by.text()), html_text(each.receiver.text()), categories(page, each.categories),
              html_text(each.purpose.text()), joined(each.rules)});
  page.end_table();
  page.heading({"Journal", "Log"});
  page.paragraph(std::to_string(morning.root.size) + page.text(Text{" lignes ; racine : ", " lines; root: "}) + "<code>" +
                 html_text(morning.root.hash) + "</code>");
}

}  // namespace

void write_page(const std::filesystem::path& path, const Page& morning, Language language) {
  HtmlPage page({morning.centre.name.fr + " : une matinée", morning.centre.name.en + ": a morning"}, language);
  write_plan(page, morning.plan, morning.centre);
  write_questions(page, morning.questions);
  write_register(page, morning);
  std::ofstream(path, std::ios::binary) << page.finish();
}
