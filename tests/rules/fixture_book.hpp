#pragma once
/// \file
/// A rulebook of a few rules that no law knows, with every kind of entry.

#include <patio/rules/rulebook.hpp>

namespace patio::rules::fixture {

enum class Who { clerk, nurse, neighbour };
BOOST_DESCRIBE_ENUM(Who, clerk, nurse, neighbour)
enum class What { name, health };
BOOST_DESCRIBE_ENUM(What, name, health)
enum class Agreement { none, given, refused };
BOOST_DESCRIBE_ENUM(Agreement, none, given, refused)

struct Ask {
  std::optional<Who> who;
  std::optional<What> what;
  std::optional<Agreement> agreement;
};
BOOST_DESCRIBE_STRUCT(Ask, (), (who, what, agreement))

struct Badge {
  std::optional<Who> trade;
  std::optional<Agreement> oath;
};
BOOST_DESCRIBE_STRUCT(Badge, (), (trade, oath))

inline Subject subject() { return {vocabulary_of<Ask>(), vocabulary_of<Badge>(), {"bound", "free"}}; }

inline const std::string facts = R"({"schema": "patio/facts/1", "of": "Ask", "attributes": [
  {"name": "who", "label": {"fr": "Qui", "en": "Who"}, "question": {"fr": "Qui demande ?", "en": "Who asks?"},
   "values": [{"name": "clerk", "label": {"fr": "agent", "en": "clerk"}},
              {"name": "nurse", "label": {"fr": "infirmière", "en": "nurse"}},
              {"name": "neighbour", "label": {"fr": "voisin", "en": "neighbour"}}]},
  {"name": "what", "label": {"fr": "Quoi", "en": "What"}, "question": {"fr": "Quelle donnée ?", "en": "Which data?"},
   "values": [{"name": "name", "label": {"fr": "nom", "en": "name"}},
              {"name": "health", "label": {"fr": "santé", "en": "health"}}]},
  {"name": "agreement", "label": {"fr": "Accord", "en": "Agreement"},
   "question": {"fr": "La personne est-elle d'accord ?", "en": "Does the person agree?"},
   "values": [{"name": "none", "label": {"fr": "aucun", "en": "none"}},
              {"name": "given", "label": {"fr": "donné", "en": "given"}},
              {"name": "refused", "label": {"fr": "refusé", "en": "refused"}}],
   "obtainable": [{"value": "given", "how": {"fr": "le demander", "en": "ask for it"}, "cost": 2}]}]})";

inline const std::string hat_facts = R"({"schema": "patio/facts/1", "of": "Badge", "attributes": [
  {"name": "oath", "label": {"fr": "Serment", "en": "Oath"}, "question": {"fr": "A-t-il juré ?", "en": "Was it sworn?"},
   "values": [{"name": "none", "label": {"fr": "aucun", "en": "none"}},
              {"name": "given", "label": {"fr": "donné", "en": "given"}},
              {"name": "refused", "label": {"fr": "refusé", "en": "refused"}}]},
  {"name": "trade", "label": {"fr": "Métier", "en": "Trade"}, "question": {"fr": "Quel métier ?", "en": "Which trade?"},
   "values": [{"name": "clerk", "label": {"fr": "agent", "en": "clerk"}},
              {"name": "nurse", "label": {"fr": "infirmière", "en": "nurse"}},
              {"name": "neighbour", "label": {"fr": "voisin", "en": "neighbour"}}]}]})";

inline const std::string parameters = R"({"schema": "patio/parameters/1", "parameters": [
  {"name": "strict", "why": {"fr": "lecture discutée", "en": "disputed reading"}, "disputed": true,
   "values": [{"value": false, "since": "2020-01-01", "until": "2025-01-01", "source": "house", "recorded": "2020-01-01"},
              {"value": true, "since": "2025-01-01", "source": "house", "recorded": "2020-01-01"}]}]})";

inline const std::string texts = R"({"schema": "patio/texts/1", "texts": [
  {"ref": "T 1", "title": {"fr": "Texte 1", "en": "Text 1"}}, {"ref": "T 2", "title": {"fr": "Texte 2", "en": "Text 2"}}]})";

inline const std::string obligations = R"({"schema": "patio/obligations/1", "obligations": [
  {"code": "LOG", "label": {"fr": "tracer", "en": "log"}, "rank": 9, "discharge": {"fr": "écrire", "en": "write"}},
  {"code": "INF", "label": {"fr": "informer", "en": "inform"}, "rank": 1, "discharge": {"fr": "dire", "en": "tell"}}]})";

/// A whole rule around what differs.
inline std::string rule(const std::string& id, const std::string& gate, const std::string& tier, const std::string& effect,
                        const std::string& when, const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "title": {"fr": "Règle )" + id + R"(", "en": "Rule )" + id + R"("}, "gate": ")" + gate +
         "\", " + (tier.empty() ? "" : "\"tier\": \"" + tier + "\", ") + R"("effect": ")" + effect + R"(", "when": [)" + when +
         R"(], "confidence": "high", "source": "H", "review": "unreviewed", "review_by": "2027-01-01")" +
         (more.find("\"texts\"") == std::string::npos ? R"(, "texts": ["T 1"])" : "") +
         (more.find("\"since\"") == std::string::npos ? R"(, "since": "2020-01-01")" : "") +
         (more.find("\"recorded\"") == std::string::npos ? R"(, "recorded": "2020-01-01")" : "") +
         (more.empty() ? "" : ", " + more) + "}";
}

inline std::string rules_file(const std::vector<std::string>& rules) {
  std::string text = R"({"schema": "patio/rules/1", "rules": [)";
  for (std::size_t i = 0; i < rules.size(); ++i) text += (i > 0 ? ", " : "") + rules[i];
  return text + "]}";
}

inline std::vector<std::string> rules() {
  return {
      rule("A", "secrecy", "consent", "permit", R"({"agreement": "given", "who": {"not": ["neighbour"]}})",
           R"("obligations": [{"code": "LOG", "mandatory": true}, {"code": "INF", "mandatory": false}])"),
      rule("B", "secrecy", "absolute", "deny", R"({"what": "health", "who": ["clerk", "neighbour"], "if": {"strict": true}})"),
      rule("C", "secrecy", "fallback", "deny", R"({"who": ["clerk", "nurse", "neighbour"]})"),
      rule("D", "data_protection", "sharing", "permit", R"({"who": ["clerk", "nurse"]})"),
      rule("M", "mandate", "sharing", "permit", R"({"who": {"not": "neighbour"}})"),
      rule("S1", "status", "", "bound", R"({"trade": "nurse"}, {"oath": "given"})"),
      rule("S2", "status", "", "free", R"({"trade": ["clerk", "neighbour"]})"),
  };
}

inline std::vector<RulebookFile> files(const std::vector<std::string>& rules) {
  return {{"rules.json", rules_file(rules)}, {"facts.json", facts},           {"hat.json", hat_facts},
          {"parameters.json", parameters},   {"texts.json", texts},           {"obligations.json", obligations}};
}

inline Rulebook book(const std::vector<std::string>& with_rules = rules()) {
  return load_rulebook(files(with_rules), subject()).value();
}

}  // namespace patio::rules::fixture
