#include <sodium.h>

#include <patio/base/json_tree.hpp>

#include <algorithm>
#include <set>

#include "catalogue_check.hpp"
#include "rule_check.hpp"

namespace patio::rules {
namespace {

constexpr std::string_view rules_schema = "patio/rules/1";
constexpr std::string_view facts_schema = "patio/facts/1";
constexpr std::string_view parameters_schema = "patio/parameters/1";
constexpr std::string_view texts_schema = "patio/texts/1";
constexpr std::string_view obligations_schema = "patio/obligations/1";

class Reading {
 public:
  explicit Reading(const Subject& subject) { contents_.subject = subject; }

  void read(const RulebookFile& file) {
    const std::string top = file.path + '#';
    const auto json = parse_json(file.text);
    if (!json) return adopt(json.error(), file.path);
    canonical_.push_back(json->dump());
    const std::string schema = json->is_object() ? json->value("schema", Json()).dump() : "";
    const auto is = [&](std::string_view name) { return schema == Json(name).dump(); };
    if (is(rules_schema)) read_list(*json, top, "rules", rules_);
    else if (is(parameters_schema)) read_list(*json, top, "parameters", parameters_);
    else if (is(texts_schema)) read_list(*json, top, "texts", texts_);
    else if (is(obligations_schema)) read_list(*json, top, "obligations", obligations_);
    else if (is(facts_schema)) read_facts(*json, top);
    else issues_.push_back(issue(top + "/schema", "unknown_schema"));
  }

  Checked<Rulebook> finish() {
    const bool whole = issues_.empty();
    check_catalogue(contents_.subject, request_facts_, hat_facts_, parameters_, texts_, obligations_, issues_);
    contents_.catalogue = {values(request_facts_), values(hat_facts_), values(parameters_), values(texts_), values(obligations_)};
    auto& obligations = contents_.catalogue.obligations;
    std::stable_sort(obligations.begin(), obligations.end(), [](const auto& a, const auto& b) { return a.rank < b.rank; });
    add_faults_of_rules(whole);
    if (rules_.empty() && issues_.empty()) issues_.push_back(issue("", "no_rules"));
    if (!issues_.empty()) return Issues{std::move(issues_)};
    contents_.rules = values(rules_);
    contents_.hash = hash();
    return Rulebook(std::move(contents_));
  }

 private:
  /// What is not JSON has a line and a column instead of a pointer: "secrecy.json:12:5".
  void adopt(const Issues& found, const std::string& file) {
    for (const auto& each : found.list)
      issues_.push_back({file + (each.path.starts_with('/') || each.path.empty() ? "#" : ":") + each.path, each.code, each.message});
  }

  /// A reference to an entry that could not be read is not a second fault.
  void add_faults_of_rules(bool whole) {
    std::vector<Issue> found;
    check_rules(contents_.subject, contents_.catalogue, rules_, found);
    if (!whole)
      std::erase_if(found, [](const Issue& each) {
        return each.code == "unknown_text" || each.code == "unknown_obligation" || each.code == "unknown_parameter" ||
               each.code == "corrects_nothing";
      });
    issues_.insert(issues_.end(), found.begin(), found.end());
  }

  /// One entry after the other, so that a fault in one hides none of the others.
  template <class T>
  void read_list(const Json& json, const std::string& top, std::string_view name, std::vector<Placed<T>>& list) {
    for (const auto& [key, each] : json.items())
      if (key != "schema" && key != "$schema" && key != name && !(key == "of" && name == "attributes"))
        issues_.push_back(issue(top, "unknown_key"));
    const auto entries = json.find(name);
    const std::string path = pointer(top, name);
    if (entries == json.end()) return issues_.push_back(issue(path, "missing_key"));
    if (!entries->is_array()) return issues_.push_back(issue(path, "not_a_list"));
    for (std::size_t i = 0; i < entries->size(); ++i) {
      const std::string where = pointer(path, i);
      const auto entry = from_json_value<T>((*entries)[i], where);
      if (entry) list.push_back({where, *entry});
      else for (auto& each : entry.error().list) issues_.push_back(std::move(each));
    }
  }

  void read_facts(const Json& json, const std::string& top) {
    const std::string of = json.value("of", Json()).dump();
    if (of == Json(contents_.subject.request.name).dump()) return read_list(json, top, "attributes", request_facts_);
    if (of == Json(contents_.subject.hat.name).dump()) return read_list(json, top, "attributes", hat_facts_);
    issues_.push_back(issue(top + "/of", "unknown_subject"));
  }

  std::string hash() {
    std::sort(canonical_.begin(), canonical_.end());
    unsigned char digest[16];
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, sizeof digest);
    for (const auto& text : canonical_) {
      // With its end: texts of two files must not run into each other.
      crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.c_str()), text.size() + 1);
    }
    crypto_generichash_final(&state, digest, sizeof digest);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hexadecimal;
    for (const auto byte : digest) {
      hexadecimal += digits[byte >> 4];
      hexadecimal += digits[byte & 15];
    }
    return hexadecimal;
  }

  Rulebook::Contents contents_;
  std::vector<Issue> issues_;
  std::vector<std::string> canonical_;
  std::vector<Placed<Rule>> rules_;
  std::vector<Placed<FactLabel>> request_facts_, hat_facts_;
  std::vector<Placed<Parameter>> parameters_;
  std::vector<Placed<LawText>> texts_;
  std::vector<Placed<ObligationKind>> obligations_;
};

}  // namespace

Checked<Rulebook> load_rulebook(const std::vector<RulebookFile>& files, const Subject& subject) {
  Reading reading(subject);
  for (const auto& file : files) reading.read(file);
  return reading.finish();
}

}  // namespace patio::rules
