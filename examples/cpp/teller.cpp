#include "teller.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

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
  std::string text = known.category.text();
  for (const auto& item : known.items) text += " | " + item.value;
  for (const auto& rule : known.decision.determining) text += "\n         " + rule.id + " " + in(rule.title, language_);
  if (known.decision.lawful_way)
    for (const auto& change : known.decision.lawful_way->changes)
      text += std::string("\n         ") + (language_ == Language::fr ? "voie licite : " : "lawful way: ") + in(change.how, language_);
  if (rules::flows(known.decision.effect)) yes({text, text});
  else no({text, text});
}

void Teller::disclosure(const Disclosure& disclosure) {
  std::string text = disclosure.given_by.text() + " -> " + disclosure.receiver.text() + " :";
  for (const auto& category : disclosure.categories) text += ' ' + category.text();
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
