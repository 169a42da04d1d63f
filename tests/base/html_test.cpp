#include <patio/base/html.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("what people wrote can never become markup") {
  CHECK(html_text("<b title=\"x\">L'été & co</b>") == "&lt;b title=&quot;x&quot;&gt;L&#39;été &amp; co&lt;/b&gt;");
  HtmlPage page({"<titre>", "<title>"}, Language::fr);
  page.begin_table({"\"légende\"", "\"caption\""}, {{"a<b", "a<b"}});
  page.row({HtmlPage::text("<script>")});
  page.end_table();
  const std::string markup = page.finish();
  CHECK(markup.find("<script>") == std::string::npos);
  CHECK(markup.find("&lt;titre&gt;") != std::string::npos);
  CHECK(markup.find("&quot;légende&quot;") != std::string::npos);
}

TEST_CASE("a page says its language, names its rows and columns, and lets a keyboard in") {
  HtmlPage page({"Matrice", "Matrix"}, Language::en);
  page.contents({{{"Règles", "Rules"}, "rules"}});
  page.heading({"Règles", "Rules"}, "rules");
  page.begin_table({"Règles", "Rules"}, {{"Règle", "Rule"}, {"Effet", "Effect"}});
  page.row({"SEC-001", html_answer(false, "no")}, "SEC-001");
  page.end_table();
  const std::string markup = page.finish();
  for (const auto* part : {"<html lang=\"en\">", "<a class=\"skip\" href=\"#content\">", "<a href=\"#rules\">", "<h2 id=\"rules\">",
                           "<th scope=\"col\">Effect</th>", "<tr id=\"SEC-001\"><th scope=\"row\">", "tabindex=\"0\"",
                           "<span class=\"no\">no</span>"})
    CHECK(markup.find(part) != std::string::npos);
}
