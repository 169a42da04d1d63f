#pragma once
/// \file
/// Self-contained HTML pages for people to read: one file, no script, legible in light and dark, by keyboard and by
/// screen reader.
///
///     HtmlPage page({"Une matinée", "A morning"}, Language::fr);
///     page.heading({"Besoins", "Needs"});
///     page.begin_table({"Besoins de la personne", "The person's needs"}, {{"Besoin", "Need"}, {"Suite", "Outcome"}});
///     page.row({page.text(title), page.text(outcome)});
///     page.end_table();
///     write(path, page.finish());
///
/// Cells are markup: pass anything that people wrote through text().

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <patio/base/text.hpp>

namespace patio {

/// The text with every character that markup would read escaped, quotes included.
[[nodiscard]] std::string html_text(std::string_view text);

class HtmlPage {
 public:
  HtmlPage(const Text& title, Language language);

  [[nodiscard]] Language language() const noexcept { return language_; }
  /// Escaped, in the language of the page.
  [[nodiscard]] std::string text(const Text& text) const { return html_text(in(text, language_)); }
  [[nodiscard]] static std::string text(std::string_view text) { return html_text(text); }

  /// A section that headings list at the top of the page may lead to; `anchor` is made of letters, digits and `-`.
  void heading(const Text& title, std::string_view anchor = {});
  void paragraph(const std::string& markup);
  /// A list of links to anchors of this page.
  void contents(const std::vector<std::pair<Text, std::string>>& links);

  /// A table that scrolls by keyboard if it is wide. The first cell of each row names the row.
  void begin_table(const Text& caption, const std::vector<Text>& columns);
  void row(const std::vector<std::string>& cells, std::string_view anchor = {});
  void end_table();

  /// The whole page. Nothing may be added after it.
  [[nodiscard]] std::string finish();

 private:
  Language language_;
  std::string markup_;
};

/// A yes or a no with its word and its colour, which never stands alone.
[[nodiscard]] std::string html_answer(bool yes, std::string_view word);

}  // namespace patio
