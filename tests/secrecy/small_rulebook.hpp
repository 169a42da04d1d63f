#pragma once
/// \file
/// Rulebooks of a few rules over the real vocabulary, whose labels are its own names.

#include <patio/base/json_tree.hpp>
#include <patio/secrecy/french_rulebook.hpp>
#include <patio/secrecy/request.hpp>

namespace patio::small {

struct Way {
  std::string attribute;
  std::string value;
  int cost = 1;
};

inline Json both(const std::string& text) { return {{"fr", text}, {"en", text}}; }

inline Json facts(const rules::Vocabulary& vocabulary, const std::vector<Way>& ways = {}) {
  Json attributes = Json::array();
  for (const auto& attribute : vocabulary.attributes) {
    Json values = Json::array(), obtainable = Json::array();
    for (const auto& value : attribute.values) values.push_back({{"name", value}, {"label", both(value)}});
    for (const auto& way : ways)
      if (way.attribute == attribute.name)
        obtainable.push_back({{"value", way.value}, {"how", both("obtain " + way.value)}, {"cost", way.cost}});
    attributes.push_back({{"name", attribute.name},
                          {"label", both(attribute.name)},
                          {"question", both(attribute.name + "?")},
                          {"values", values},
                          {"obtainable", obtainable}});
  }
  return {{"schema", "patio/facts/1"}, {"of", vocabulary.name}, {"attributes", attributes}};
}

inline Json rule(const std::string& id, const std::string& gate, const std::string& tier, const std::string& effect, Json when,
                 Json obligations = Json::array()) {
  Json rule = {{"id", id},
               {"title", both("Rule " + id)},
               {"gate", gate},
               {"effect", effect},
               {"when", std::move(when)},
               {"obligations", std::move(obligations)},
               {"texts", {"T " + id.substr(0, 1)}},
               {"since", "2020-01-01"},
               {"recorded", "2020-01-01"},
               {"review_by", "2027-01-01"},
               {"confidence", "high"},
               {"source", "H"},
               {"review", "unreviewed"}};
  if (!tier.empty()) rule["tier"] = tier;
  return rule;
}

inline Json must(const std::string& code) { return {{"code", code}, {"mandatory", true}}; }
inline Json may(const std::string& code) { return {{"code", code}, {"mandatory", false}}; }

/// Data protection and mandate let pass whoever acts in their own name; texts "T A" to "T Z"; obligations INF, CONS, LOG.
inline rules::Rulebook book(std::vector<Json> all, const std::vector<Way>& ways = {}) {
  all.push_back(rule("D", "data_protection", "sharing", "permit", {{{"acting_as", "own_name"}}}, {may("LOG")}));
  all.push_back(rule("M", "mandate", "sharing", "permit", {{{"acting_as", "own_name"}}}));
  Json texts = Json::array(), obligations = Json::array();
  for (char letter = 'A'; letter <= 'Z'; ++letter)
    texts.push_back({{"ref", std::string("T ") + letter}, {"title", both(std::string("Text ") + letter)}});
  int rank = 0;
  for (const std::string code : {"INF", "CONS", "LOG"})
    obligations.push_back({{"code", code}, {"label", both(code)}, {"rank", ++rank}, {"discharge", both("do " + code)}});
  const auto& subject = secrecy_subject();
  return load_secrecy_rulebook({{"facts.json", facts(subject.request, ways).dump()},
                                {"hat.json", facts(subject.hat).dump()},
                                {"rules.json", Json{{"schema", "patio/rules/1"}, {"rules", all}}.dump()},
                                {"texts.json", Json{{"schema", "patio/texts/1"}, {"texts", texts}}.dump()},
                                {"obligations.json", Json{{"schema", "patio/obligations/1"}, {"obligations", obligations}}.dump()}})
      .value();
}

}  // namespace patio::small
