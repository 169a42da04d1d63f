#include "described_shapes.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "catch.hpp"

using namespace patio;

namespace {

using Words = std::set<std::string>;

Words words(const char* list) {
  std::istringstream all(list);
  return {std::istream_iterator<std::string>(all), {}};
}

const Words cpp_words = words(
    "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class co_await "
    "co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype default delete do "
    "double "
    "dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable namespace new "
    "noexcept "
    "not not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires return short signed "
    "sizeof "
    "static static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename union "
    "unsigned using virtual void volatile wchar_t while xor xor_eq");

const Words c_words = words(
    "alignas alignof auto bool break case char const constexpr continue default do double else enum extern false float for "
    "goto if "
    "inline int long nullptr register restrict return short signed sizeof static static_assert struct switch thread_local "
    "true "
    "typedef typeof typeof_unqual union unsigned void volatile while");

const Words python_words = words(
    "False None True and as assert async await break class continue def del elif else except finally for from global if "
    "import in "
    "is lambda nonlocal not or pass raise return try while with yield");

/// What SQLite does not take as the bare name of a column.
const Words sqlite_words = words(
    "add all alter and as autoincrement between case cast check collate commit constraint create default deferrable delete "
    "distinct drop else escape except exists foreign from group having if in index insert intersect into is isnull join "
    "limit not "
    "nothing notnull null on or order primary raise references returning select set table then to transaction union unique "
    "update using values when where");

/// What PostgreSQL calls reserved, also where a function may bear it.
const Words postgresql_words = words(
    "all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column "
    "concurrently constraint create cross current_catalog current_date current_role current_schema current_time "
    "current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from "
    "full "
    "grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime "
    "localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning "
    "right "
    "select session_user similar some symmetric table tablesample then to trailing true union unique user using variadic "
    "verbose "
    "when where window with");

/// Fields that are read from files or made for one answer, and are never a column: rulebooks and what describes tables.
const Words never_columns = words(
    "Attribute.values DatedTerm.values FactLabel.values FactSheet.values Parameter.values Rule.when CautionRule.when DestinationRule.when "
    "PrecedenceRule.when SuggestionRule.when UrgencyRule.when AudienceRule.when AuditFinding.table Key.unique Table.primary");

std::string reserved_by_languages(const std::string& name) {
  if (cpp_words.contains(name)) return "C++";
  if (c_words.contains(name)) return "C";
  if (python_words.contains(name)) return "Python";
  return "";
}

std::string reserved_by(const std::string& name) {
  if (auto language = reserved_by_languages(name); !language.empty()) return language;
  if (sqlite_words.contains(name)) return "SQLite";
  if (postgresql_words.contains(name)) return "PostgreSQL";
  return "";
}


/// What the public headers hold after `macro(`: {type, the rest up to the closing parenthesis}.
std::vector<std::pair<std::string, std::string>> described_in_headers(const std::string& macro) {
  const std::regex call("^" + macro + R"(\((\w+),?([^;{}]*?)\)\s*$)", std::regex::multiline);
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(PATIO_TEST_DATA "/../include")) {
    if (entry.path().extension() != ".hpp") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::sregex_iterator hit(text.begin(), text.end(), call), end; hit != end; ++hit)
      found.emplace_back((*hit)[1], (*hit)[2]);
  }
  return found;
}

}  // namespace

TEST_CASE("the reserved words are known") {
  CHECK(reserved_by("class") == "C++");
  CHECK(reserved_by("restrict") == "C");
  CHECK(reserved_by("from") == "Python");
  CHECK(reserved_by("group") == "SQLite");
  CHECK(reserved_by("user") == "PostgreSQL");
  CHECK(reserved_by("since").empty());
}

TEST_CASE("no field bears a word that C++, C, Python, SQLite or PostgreSQL keeps for itself") {
  for (const Shape* type : described::shapes())
    for (const auto& field : type->fields) {
      const std::string name(field.name);
      const auto whole = std::string(type->name) + '.' + name;
      const auto keeper = never_columns.contains(whole) ? reserved_by_languages(name) : reserved_by(name);
      INFO(whole << " is reserved by " << keeper);
      CHECK(keeper.empty());
    }
}

TEST_CASE("a field is called in lower case, so that SQL does not fold it") {
  const std::regex snake("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  for (const Shape* type : described::shapes())
    for (const auto& field : type->fields) {
      INFO(type->name << '.' << field.name);
      CHECK(std::regex_match(std::string(field.name), snake));
    }
}

TEST_CASE("no value of an enumeration bears a word that Python keeps for itself") {
  const auto enums = described_in_headers("BOOST_DESCRIBE_ENUM");
  CHECK(enums.size() > 10);
  const std::regex word("[A-Za-z_0-9]+");
  for (const auto& [type, list] : enums)
    for (std::sregex_iterator value(list.begin(), list.end(), word), end; value != end; ++value) {
      const std::string name(
          detail::without_underscore(std::string_view(&*(*value)[0].first, static_cast<std::size_t>(value->length()))));
      INFO(type << "::" << name);
      CHECK_FALSE(python_words.contains(name));
    }
}

TEST_CASE("no two described types bear the same name, in C++ or in snake case") {
  Words names, tables;
  for (const Shape* type : described::shapes()) {
    INFO(type->name);
    CHECK(names.insert(std::string(type->name)).second);
    CHECK(tables.insert(snake_name(type->name)).second);
  }
}

TEST_CASE("every described struct of the public headers stands in the list of tests/described_types.hpp") {
  Words listed;
  for (const Shape* type : described::shapes()) listed.insert(std::string(type->name));
  const auto structs = described_in_headers("BOOST_DESCRIBE_STRUCT");
  CHECK(structs.size() > 20);
  for (const auto& [type, fields] : structs) {
    INFO(type);
    CHECK(listed.contains(type));
  }
}
