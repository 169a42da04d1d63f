#include <patio/exchange/cedar.hpp>

#include <patio/base/json_tree.hpp>

#include <algorithm>
#include <bit>

namespace patio {
namespace {

using rules::Attribute;
using rules::Clause;
using rules::Cube;
using rules::Gate;
using rules::Literal;
using rules::Tier;
using rules::Values;
using rules::Vocabulary;

constexpr std::string_view schema_head = R"(// Who asks and about what are in the facts: one hat and one record stand for all.
entity Hat;
entity Record;

// What is known of one request: for each attribute the values that may be true. One: known. All: nothing is known.
)";

constexpr std::string_view policies_head =
    R"(// An action is a question: "secrecy.sharing" asks whether it may flow by the tier `sharing` of the gate `secrecy`,
// "secrecy.sharing.lifts" which of its permissions hold, "secrecy.sharing.blocks" which of its prohibitions do: for the
// latter, `permit` only says that the prohibition holds. A prohibition forbids its tier and all those after it.
// A permission needs what is known, `containsAll`; a prohibition stops what may be true, `containsAny`.
)";

constexpr std::string_view guard_head = R"(
// Nothing is answered unless every fact is given, by values that exist.
@id("facts.known")
forbid (principal, action, resource)
unless {
)";

constexpr std::string_view hat_and_record = R"([
  {"uid": {"type": "Hat", "id": "hat"}, "attrs": {}, "parents": []},
  {"uid": {"type": "Record", "id": "record"}, "attrs": {}, "parents": []}
]
)";

/// A string of Cedar.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// A comment must not end before its text does.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  return text;
}

template <class List, class Say>
std::string joined(const List& list, std::string_view between, Say say) {
  std::string out;
  for (const auto& each : list) {
    if (!out.empty()) out += between;
    out += say(each);
  }
  return out;
}

std::vector<std::string> names(const Attribute& attribute, Values values) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < attribute.values.size(); ++i)
    if (values >> i & 1) found.push_back(attribute.values[i]);
  return found;
}

std::string set_of(const Attribute& attribute, Values values) {
  return '[' + joined(names(attribute, values), ", ", in_quotes) + ']';
}

enum class Form { settled, possible };

/// A long list is said by what it leaves out: all that may be true is outside of it.
std::string literal_text(const Attribute& attribute, const Literal& literal, Form form) {
  const Values admits = literal.admits & attribute.all(), bars = attribute.all() & ~admits;
  const bool by_what_is_barred = std::popcount(bars) < std::popcount(admits);
  const bool wants_all = (form == Form::settled) != by_what_is_barred;
  // A string from the start: -O3 makes g++ 12 warn of an overlap that is none where a literal comes first.
  return std::string(by_what_is_barred ? "!" : "") + set_of(attribute, by_what_is_barred ? bars : admits) +
         (wants_all ? ".containsAll" : ".containsAny") + "(context." + attribute.name + ')';
}

std::string condition(const Vocabulary& vocabulary, const std::vector<Cube>& cubes, Form form) {
  return joined(cubes, "\n  ||\n", [&](const Cube& cube) {
    if (cube.literals.empty()) return std::string("  true");
    const auto say = [&](const Literal& literal) {
      return literal_text(vocabulary.attributes[literal.attribute], literal, form);
    };
    return "  (" + joined(cube.literals, " &&\n   ", say) + ')';
  });
}

template <class E>
std::string name(E value) {
  return std::string(name_of(value));
}

std::string question(Gate gate, Tier tier) { return name(gate) + '.' + name(tier); }
std::string action(const std::string& name) { return "Action::" + in_quotes(name); }

/// One by one: a group of actions would stand in the schema, and Cedar without the schema would pass over the prohibition.
std::string this_tier_and_after(const Clause& clause) {
  std::string list;
  for (const auto& [tier, tier_name] : enumerators<Tier>())
    if (tier >= clause.tier) list += (list.empty() ? "" : ", ") + action(question(clause.gate, tier));
  return '[' + list + ']';
}

std::string policy(const std::string& id, const rules::Rule& rule, std::string_view head, const std::string& scope,
                   const std::string& when) {
  std::string out = "@id(" + in_quotes(id) + ")\n@effect(" + in_quotes(rule.effect) + ")\n";
  if (!rule.texts.empty())
    out += "@texts(" + in_quotes(one_line(joined(rule.texts, "; ", [](const auto& text) { return text; }))) + ")\n";
  return out + std::string(head) + " (principal, action " + scope + ", resource)\nwhen {\n" + when + "\n};\n";
}

std::string comment(const rules::Rule& rule, const rules::Catalogue& catalogue) {
  std::string out = "\n// " + one_line(rule.title.fr) + "\n// " + one_line(rule.title.en) + '\n';
  for (const auto& ref : rule.texts) {
    const auto text =
        std::find_if(catalogue.texts.begin(), catalogue.texts.end(), [&](const auto& each) { return each.ref == ref; });
    out += "//   " + one_line(ref);
    if (text != catalogue.texts.end()) out += ": " + one_line(text->title.fr);
    out += '\n';
  }
  if (rule.disputed)
    out += "//   discuté / disputed: " + one_line(rule.disputed->fr) + " / " + one_line(rule.disputed->en) + '\n';
  return out;
}

/// The cubes that the engine keeps: a permission that names nothing would open every door.
std::vector<Cube> kept(const Clause& clause) {
  std::vector<Cube> cubes = clause.when;
  if (flows(clause.effect)) std::erase_if(cubes, [](const Cube& cube) { return cube.literals.empty(); });
  return cubes;
}

std::string policies_of(const rules::Rule& rule, const Clause& clause, const rules::RuleSet& set) {
  const auto cubes = kept(clause);
  if (cubes.empty()) return "";
  const auto& vocabulary = set.engine.vocabulary();
  const std::string here = question(clause.gate, clause.tier), settled = condition(vocabulary, cubes, Form::settled);
  const std::string head = comment(rule, *set.catalogue);
  if (flows(clause.effect))
    return head + policy(rule.id, rule, "permit", "in [" + action(here) + ", " + action(here + ".lifts") + ']', settled);
  return head + policy(rule.id, rule, "permit", "== " + action(here + ".blocks"), settled) +
         policy(rule.id + ".possible", rule, "forbid", "in " + this_tier_and_after(clause),
                condition(vocabulary, cubes, Form::possible));
}

std::string policies(const rules::RuleSet& set) {
  std::string out = "// Rules " + set.version + '\n' + std::string(policies_head) + std::string(guard_head);
  out += joined(set.engine.vocabulary().attributes, " &&\n", [](const Attribute& attribute) {
    const std::string fact = "context." + attribute.name;
    return "  context has " + attribute.name + " && !" + fact + ".isEmpty() && " + set_of(attribute, attribute.all()) +
           ".containsAll(" + fact + ')';
  });
  out += "\n};\n";
  for (const Gate gate : rules::deciding_gates)
    for (const auto& [tier, tier_name] : enumerators<Tier>()) {
      std::string found;
      for (std::size_t i = 0; i < set.rules.size(); ++i) {
        const Clause& clause = set.engine.clauses()[i];
        if (clause.gate == gate && clause.tier == tier) found += policies_of(set.rules[i], clause, set);
      }
      if (!found.empty()) out += "\n\n// ----- " + question(gate, tier) + '\n' + found;
    }
  return out;
}

std::string schema(const rules::RuleSet& set) {
  std::string out(schema_head);
  out += "type Facts = {\n";
  const auto& labels = set.catalogue->request_facts;
  for (const auto& attribute : set.engine.vocabulary().attributes) {
    const auto label =
        std::find_if(labels.begin(), labels.end(), [&](const auto& each) { return each.name == attribute.name; });
    if (label != labels.end()) out += "  // " + one_line(label->label.fr) + " / " + one_line(label->label.en) + '\n';
    out += "  //   " + joined(attribute.values, ", ", [](const auto& value) { return value; }) + '\n';
    out += "  " + attribute.name + ": Set<String>,\n";
  }
  out += "};\n";
  for (const Gate gate : rules::deciding_gates)
    for (const auto& [tier, tier_name] : enumerators<Tier>()) {
      const std::string here = question(gate, tier);
      out += "action " + in_quotes(here) + ", " + in_quotes(here + ".lifts") + ", " + in_quotes(here + ".blocks") + '\n';
      out += "  appliesTo {principal: [Hat], resource: [Record], context: Facts};\n";
    }
  return out;
}

}  // namespace

CedarExport to_cedar(const rules::RuleSet& rules) {
  return {schema(rules), policies(rules), std::string(hat_and_record)};
}

std::string cedar_context(const rules::Vocabulary& vocabulary, const rules::Facts& facts) {
  Json context = Json::object();
  for (std::size_t i = 0; i < vocabulary.attributes.size(); ++i) {
    const auto& attribute = vocabulary.attributes[i];
    context[attribute.name] = names(attribute, facts.may(i, attribute.all()));
  }
  return context.dump();
}

}  // namespace patio
