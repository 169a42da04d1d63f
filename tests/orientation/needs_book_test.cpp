#include <patio/base/json_tree.hpp>
#include <patio/orientation/needs_book.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

#include "embedded.hpp"
#include "le_patio.hpp"

using namespace patio;

namespace {

/// The files of the French book, one of which may be changed before it is read.
class Files {
 public:
  Files() {
    for (const auto& file : embedded::needs()) trees_.emplace_back(file.path, Json::parse(file.text));
  }

  /// The need of that code, to be spoilt.
  Json& need(const std::string& code) {
    for (auto& [name, tree] : trees_)
      if (tree.contains("needs"))
        for (auto& need : tree["needs"])
          if (need["code"] == code) return need;
    throw std::out_of_range(code);
  }

  Json& file(const std::string& name) {
    for (auto& [each, tree] : trees_)
      if (each == name) return tree;
    throw std::out_of_range(name);
  }

  [[nodiscard]] std::vector<std::string> faults() const {
    std::vector<std::string> texts;
    for (const auto& each : trees_) texts.push_back(each.second.dump());
    std::vector<BookFile> files;
    for (std::size_t i = 0; i < texts.size(); ++i) files.push_back({trees_[i].first, texts[i]});
    const auto book = load_needs_book(files);
    const Issues issues = book ? Issues{} : book.error();
    std::vector<std::string> found;
    for (const auto& issue : issues.list) {
      CHECK_FALSE(issue.message.fr == issue.code);
      found.push_back(issue.path + ' ' + issue.code);
    }
    return found;
  }

 private:
  std::vector<std::pair<std::string, Json>> trees_;
};

using Faults = std::vector<std::string>;

const std::string at = "france/needs/papers.json#/needs/2";

}  // namespace

TEST_CASE("the French book holds 95 needs, each with a way out") {
  const NeedsBook& book = default_needs_book();
  CHECK(book.needs.size() == 95);
  for (const auto& need : book.needs) {
    INFO(need.code.text());
    CHECK_FALSE(need.destinations.empty());
    const bool way_out = std::any_of(need.destinations.begin(), need.destinations.end(), [](const DestinationRule& rule) {
      return rule.role != DestinationRole::recipient && rule.when.empty() && rule.unless.empty();
    });
    CHECK((way_out || find_need(book, fallback_need(), a_tuesday) != nullptr));
  }
}

TEST_CASE("every destination that a plan may hold is one of Le Patio's") {
  // Workshops are run by the conseillère numérique, without a service of their own.
  std::set<std::string> offered{"digital_workshop"};
  for (const auto& service : le_patio().services) offered.insert(service.destination);
  for (const auto& destination : default_needs_book().destinations) {
    INFO(destination.code.text());
    if (destination.kind == DestinationKind::service) CHECK(offered.contains(destination.code.text()));
  }
}

TEST_CASE("each version is dated, sourced and due for another reading") {
  for (const auto& need : default_needs_book().needs) {
    INFO(need.code.text());
    CHECK_FALSE(need.provenance.source.empty());
    CHECK(need.provenance.review_by > need.provenance.recorded);
  }
  CHECK(due_for_review(default_needs_book(), a_tuesday, 60).empty());
  CHECK(due_for_review(default_needs_book(), 2027_y / 10 / 1, 60).size() == 95);
}

TEST_CASE("the files are those of the repository") {
  CHECK(embedded::needs().size() == 21);
  for (const auto& file : embedded::needs()) CHECK(read_file("src/rulebook/" + std::string(file.path)) == file.text);
  CHECK(Files().faults().empty());
}

TEST_CASE("a need of a day before it entered into force is not found") {
  const NeedCode rsa{"rsa"};
  CHECK(find_need(default_needs_book(), rsa, 2024_y / 12 / 31) == nullptr);
  CHECK(find_need(default_needs_book(), rsa, 2025_y / 1 / 1) != nullptr);
  CHECK(as_of(default_needs_book(), 2024_y / 12 / 31).needs.size() < 95);
  CHECK(as_of(default_needs_book(), 2019_y / 1 / 1).needs.empty());
}

TEST_CASE("two versions of a need may follow each other but not overlap") {
  Files files;
  Json older = files.need("carte_grise");
  older["since"] = "2019-06-01";
  older["until"] = "2024-01-01";
  auto& papers = files.file("france/needs/papers.json")["needs"];
  papers.push_back(older);
  CHECK(files.faults().empty());
  papers.back()["until"] = "2024-01-02";
  CHECK(files.faults() == Faults{"france/needs/papers.json#/needs/9/code duplicate_code"});
}

TEST_CASE("a condition names facts and values that orientation knows") {
  Files files;
  auto& when = files.need("carte_grise")["destinations"][1]["when"];
  when = Json::array({{{"shoe_size", "42"}}});
  CHECK(files.faults() == Faults{at + "/destinations/1/when/0 unknown_fact"});
  when = Json::array({{{"scheme", "martian"}}});
  CHECK(files.faults() == Faults{at + "/destinations/1/when/0/scheme unknown_value"});
  when = Json::array({{{"scheme", {{"not", {"general", "martian"}}}}}});
  CHECK(files.faults() == Faults{at + "/destinations/1/when/0/scheme/not/1 unknown_value"});
  when = Json::array({{{"scheme", 3}}});
  CHECK(files.faults() == Faults{at + "/destinations/1/when/0/scheme not_a_value"});
  when = Json::array({{{"scheme", Json::array()}}});
  CHECK(files.faults() == Faults{at + "/destinations/1/when/0/scheme impossible_condition"});
  when = Json::array({Json::object()});
  CHECK(files.faults() == Faults{at + "/destinations/1/when/0 idle_condition"});
}

TEST_CASE("a rule leads to a destination that exists, in a role that exists") {
  Files files;
  auto& rule = files.need("carte_grise")["destinations"][1];
  rule["destination"] = "the_moon";
  CHECK(files.faults() == Faults{at + "/destinations/1/destination unknown_destination"});
  rule["destination"] = "digital_adviser";
  rule["role"] = "sometimes";
  CHECK(files.faults() == Faults{at + "/destinations/1/role unknown_value"});
  rule["role"] = "secondary";
  rule["id"] = "france_services";
  CHECK(files.faults() == Faults{at + "/destinations/1/id duplicate_id"});
}

TEST_CASE("a suggestion leads to another need, and rests on nothing sensitive") {
  Files files;
  auto& suggestion = files.need("carte_grise")["suggests"][0];
  suggestion["need"] = "happiness";
  CHECK(files.faults() == Faults{at + "/suggests/0/need unknown_need"});
  suggestion["need"] = "carte_grise";
  CHECK(files.faults() == Faults{at + "/suggests/0/need suggests_itself"});
  suggestion["need"] = "neighbour_dispute";
  suggestion["when"] = Json::array({{{"violence_context", "no"}}});
  CHECK(files.faults() == Faults{at + "/suggests/0/when sensitive_condition"});
}

TEST_CASE("needs that each come before the other are told at each of them") {
  Files files;
  files.need("domestic_violence")["comes_after"] = Json::array(
      {{{"need", "child_support"}, {"when", {{{"scheme", "general"}}}}, {"explanation", {{"fr", "non"}, {"en", "no"}}}}});
  CHECK(files.faults().size() == 2);
}

TEST_CASE("an emergency is a number to call, without exception") {
  Files files;
  auto& need = files.need("domestic_violence");
  need["destinations"][0]["unless"] = Json::array({{{"safe_contact", "no"}}});
  need["destinations"][1]["destination"] = "police";
  const auto faults = files.faults();
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].ends_with("/destinations/0/unless emergency_with_exception"));
  CHECK(faults[1].ends_with("/destinations/1/destination emergency_not_a_number"));
}

TEST_CASE("without anybody for unknown needs, every need must have a way out of its own") {
  Files files;
  files.need("unknown")["code"] = "vague";
  const auto faults = files.faults();
  CHECK_FALSE(faults.empty());
  for (const auto& fault : faults) CHECK(fault.ends_with(" no_way_out"));
}

TEST_CASE("all faults of all files are told at once, each at its place") {
  Files files;
  files.need("carte_grise")["urgency"] = "u9";
  files.need("rsa").erase("source");
  files.file("france/safety.json")["safety"][0]["colour"] = "red";
  files.file("france/destinations.json")["schema"] = "patio/places/7";
  CHECK(files.faults().size() == 4);
  CHECK(std::ranges::count(files.faults(), at + "/urgency unknown_value") == 1);
  CHECK(std::ranges::count(files.faults(), "france/destinations.json#/schema unknown_schema") == 1);
}

TEST_CASE("a fact without its sheet, or a value without its label, is missed") {
  Files files;
  auto& facts = files.file("france/orientation_facts.json")["facts"];
  facts[0]["values"].erase(0);
  CHECK(files.faults() == Faults{"france/orientation_facts.json#/facts/0/values missing_fact"});
  facts.erase(0);
  CHECK(files.faults() == Faults{" missing_fact"});
}

TEST_CASE("a text in one language only, a deadline of no length and an empty period are faults") {
  Files files;
  auto& need = files.need("carte_grise");
  need["title"]["en"] = "";
  need["deadline"]["months"] = 0;
  need["until"] = need["since"];
  CHECK(files.faults() == Faults{at + "/title empty_text", at + "/until empty_period", at + "/deadline idle_deadline"});
}
