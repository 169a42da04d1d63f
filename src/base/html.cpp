#include <patio/base/html.hpp>

namespace patio {
namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --ink: #1d2429; --paper: #fdfcf8; --line: #c9c4b8; --yes: #1f6f43; --no: #a4262c; --soft: #f1eee5; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8de; --paper: #1b1e20; --line: #4a4d4f; --yes: #7fd3a3; --no: #ff9a94; --soft: #26292b; } }
body { font: 1.05rem/1.55 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper); max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; } caption { text-align: left; font-style: italic; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--line); } thead th { background: var(--soft); }
:target, :focus-visible { outline: .2rem solid var(--yes); outline-offset: .1rem; } a { color: inherit; }
.yes { color: var(--yes); font-weight: bold; white-space: nowrap; } .no { color: var(--no); font-weight: bold; white-space: nowrap; }
code { font-size: .9em; overflow-wrap: anywhere; } .minor { display: block; font-size: .92em; } .scroll { overflow-x: auto; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
@media print { .skip { display: none; } body { max-width: none; } }
)css";

std::string id_attribute(std::string_view anchor) {
  return anchor.empty() ? "" : " id=\"" + html_text(anchor) + '"';
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string html_answer(bool yes, std::string_view word) {
  return std::string("<span class=\"") + (yes ? "yes" : "no") + "\">" + html_text(word) + "</span>";
}

HtmlPage::HtmlPage(const Text& title, Language language) : language_(language) {
  markup_ = "<!doctype html>\n<html lang=\"" + std::string(name_of(language)) +
            "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            "<title>" + text(title) + "</title><style>" + std::string(style) + "</style></head>\n<body>\n"
            "<a class=\"skip\" href=\"#content\">" + text(Text{"Aller au contenu", "Skip to content"}) +
            "</a>\n<main id=\"content\">\n<h1>" + text(title) + "</h1>\n";
}

void HtmlPage::heading(const Text& title, std::string_view anchor) {
  markup_ += "<h2" + id_attribute(anchor) + '>' + text(title) + "</h2>\n";
}

void HtmlPage::paragraph(const std::string& markup) { markup_ += "<p>" + markup + "</p>\n"; }

void HtmlPage::contents(const std::vector<std::pair<Text, std::string>>& links) {
  const std::string label = text(Text{"Sommaire", "Contents"});
  markup_ += "<nav aria-label=\"" + label + "\"><ul>\n";
  for (const auto& [title, anchor] : links)
    markup_ += "<li><a href=\"#" + html_text(anchor) + "\">" + text(title) + "</a></li>\n";
  markup_ += "</ul></nav>\n";
}

void HtmlPage::begin_table(const Text& caption, const std::vector<Text>& columns) {
  markup_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + text(caption) + "\"><table><caption>" +
             text(caption) + "</caption><thead><tr>";
  for (const auto& column : columns) markup_ += "<th scope=\"col\">" + text(column) + "</th>";
  markup_ += "</tr></thead><tbody>\n";
}

void HtmlPage::row(const std::vector<std::string>& cells, std::string_view anchor) {
  markup_ += "<tr" + id_attribute(anchor) + '>';
  for (std::size_t i = 0; i < cells.size(); ++i)
    markup_ += i == 0 ? "<th scope=\"row\">" + cells[i] + "</th>" : "<td>" + cells[i] + "</td>";
  markup_ += "</tr>\n";
}

void HtmlPage::end_table() { markup_ += "</tbody></table></div>\n"; }

std::string HtmlPage::finish() {
  markup_ += "</main>\n</body>\n</html>\n";
  return std::move(markup_);
}

}  // namespace patio
