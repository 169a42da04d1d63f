#include "teller.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include <patio/orientation/needs_book.hpp>
#include <patio/secrecy/french_rulebook.hpp>

using namespace patio;

namespace {

constexpr const char* plain = "\033[0m";
constexpr const char* bold = "\033[1m";
constexpr const char* green = "\033[32m";
constexpr const char* red = "\033[31m";

bool shows_colours(const std::ostream& out) {
  return &out == &std::cout && isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
}

constexpr const char* french_months[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                         "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr const char* english_months[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

}  // namespace

std::vector<DeterminingRule> telling_rules(const Decision& decision) {
  std::vector<DeterminingRule> telling;
  for (const auto& gate : decision.gates) {
    if (rules::flows(gate.effect) && !rules::flows(decision.effect)) continue;
    for (const auto& rule : decision.determining)
      if (std::find(gate.rules.begin(), gate.rules.end(), rule.id) != gate.rules.end()) telling.push_back(rule);
  }
  return telling;
}

Text item_text(const KnownItem& item) {
  const auto code = NeedCode::parse(item.value);
  if (item.label == "theme" && code)
    for (const auto& need : default_needs_book().needs)
      if (need.code == *code) return need.title;
  return {item.value, item.value};
}

Text category_label(const CategoryCode& code) {
  for (const auto& fact : french_rulebook()->catalogue().request_facts)
    for (const auto& value : fact.values)
      if (fact.name == "category" && value.name == code.text()) return value.label;
  return {code.text(), code.text()};
}

Teller::Teller(std::ostream& out, Language language) : out_(out), language_(language), colours_(shows_colours(out)) {}

void Teller::line(const char* colour, const std::string& mark, const std::string& text) {
  if (colours_) out_ << colour;
  out_ << mark;
  if (colours_) out_ << plain;
  out_ << text << '\n';
}

void Teller::chapter(const Text& title) {
  out_ << '\n';
  line(bold, in(title, language_), "");
}
void Teller::say(const Text& sentence) { out_ << in(sentence, language_) << '\n'; }
void Teller::item(const Text& text) { line(plain, "  - ", in(text, language_)); }
void Teller::yes(const Text& text) { line(green, language_ == Language::fr ? "  oui  " : "  yes  ", in(text, language_)); }
void Teller::no(const Text& text) { line(red, language_ == Language::fr ? "  non  " : "  no   ", in(text, language_)); }

void Teller::knowledge(const Knowledge& known) {
  std::string text = category(known.category);
  for (const auto& item : known.items) text += " | " + in(item_text(item), language_);
  for (const auto& rule : telling_rules(known.decision)) text += "\n         " + rule.id + " " + in(rule.title, language_);
  if (known.decision.lawful_way)
    for (const auto& change : known.decision.lawful_way->changes)
      text += std::string("\n         ") + (language_ == Language::fr ? "voie licite : " : "lawful way: ") + in(change.how, language_);
  if (rules::flows(known.decision.effect)) yes({text, text});
  else no({text, text});
}

void Teller::disclosure(const Disclosure& disclosure) {
  std::string text = disclosure.given_by.text() + " -> " + disclosure.receiver.text() + " :";
  for (const auto& each : disclosure.categories) text += (text.back() == ':' ? " " : ", ") + category(each);
  text += " (";
  for (const auto& rule : disclosure.rules) text += (text.back() == '(' ? "" : ", ") + rule;
  item({text + ')', text + ')'});
}

std::string Teller::day(Date day) const {
  const auto month = static_cast<unsigned>(day.month()) - 1;
  const std::string number = std::to_string(static_cast<unsigned>(day.day()));
  const std::string year = std::to_string(static_cast<int>(day.year()));
  return number + ' ' + (language_ == Language::fr ? french_months[month] : english_months[month]) + ' ' + year;
}

std::string Teller::space(const CentrePlan& plan, const SpaceCode& code) const {
  for (const auto& each : plan.spaces)
    if (each.code == code) return each.name;
  return code.text();
}

std::string Teller::category(const CategoryCode& code) const { return in(category_label(code), language_); }
