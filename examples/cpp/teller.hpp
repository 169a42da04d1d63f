#pragma once
// Tells a story on a terminal, in one language; with colours only where they show.

#include <iosfwd>
#include <string>

#include <patio/desk.hpp>

/// The rules to show for an answer: those of the gates that made it, not of the gates that would have let it pass.
[[nodiscard]] std::vector<patio::DeterminingRule> telling_rules(const patio::Decision& decision);

/// What an item says, for people: the title of a need instead of its code.
[[nodiscard]] patio::Text item_text(const patio::KnownItem& item);

/// The rulebook's word for a category.
[[nodiscard]] patio::Text category_label(const patio::CategoryCode& code);

class Teller {
 public:
  Teller(std::ostream& out, patio::Language language);

  void chapter(const patio::Text& title);
  void say(const patio::Text& sentence);
  void item(const patio::Text& line);
  void yes(const patio::Text& line);
  void no(const patio::Text& line);
  void knowledge(const patio::Knowledge& known);
  void disclosure(const patio::Disclosure& disclosure);

  [[nodiscard]] std::string day(patio::Date day) const;
  [[nodiscard]] std::string space(const patio::CentrePlan& plan, const patio::SpaceCode& code) const;
  [[nodiscard]] std::string category(const patio::CategoryCode& code) const;

 private:
  void line(const char* colour, const std::string& mark, const std::string& text);

  std::ostream& out_;
  patio::Language language_;
  bool colours_;
};
