#include <patio/secrecy/visibility.hpp>

#include <algorithm>
#include <map>
#include <optional>

#include <patio/base/json.hpp>
#include <patio/rules/residual.hpp>

namespace patio {
namespace {

using rules::Literal;
using rules::ResidualCube;
using rules::Values;

/// A condition that is always true, never, or written.
struct Formula {
  Reach reach{};
  std::string sql;
};

const Formula never{Reach::no_row, "(1 = 0)"};
const Formula always{Reach::every_row, "(1 = 1)"};

/// Stands around a value until the whole is known, and with it the order of values.
const std::string value_mark(1, '\x01');

VisibilityPredicate with_placeholders(const Formula& whole) {
  VisibilityPredicate predicate{{}, {}, whole.reach};
  const std::string& text = whole.sql;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find(value_mark, at), text.size());
    predicate.sql.append(text, at, mark - at);
    if (mark == text.size()) break;
    const std::size_t end = text.find(value_mark, mark + 1);
    const std::string name = 'v' + std::to_string(predicate.bound.size());
    predicate.sql += ':' + name;
    predicate.bound.push_back({name, text.substr(mark + 1, end - mark - 1)});
    at = end + 1;
  }
  return predicate;
}

/// Parsers nest a chain of ORs as deep as it is long, and stop at a thousand: long chains are written as trees.
constexpr std::size_t longest_chain = 64;

std::string chain(const std::vector<std::string>& parts, std::size_t first, std::size_t last, const std::string& between) {
  std::string text;
  if (last - first <= longest_chain) {
    for (std::size_t i = first; i < last; ++i) text += (i == first ? "" : between) + parts[i];
  } else {
    const std::size_t middle = first + (last - first) / 2;
    text = chain(parts, first, middle, between) + between + chain(parts, middle, last, between);
  }
  return '(' + text + ')';
}

/// AND: `neutral` is every_row and no_row decides. OR: the other way round.
Formula join(const std::vector<Formula>& parts, const Formula& neutral, const Formula& deciding, const std::string& between) {
  std::vector<std::string> written;
  for (const auto& part : parts) {
    if (part.reach == deciding.reach) return deciding;
    if (part.reach == neutral.reach) continue;
    if (std::find(written.begin(), written.end(), part.sql) == written.end()) written.push_back(part.sql);
  }
  if (written.empty()) return neutral;
  if (written.size() == 1) return {Reach::some_rows, written.front()};
  return {Reach::some_rows, chain(written, 0, written.size(), between)};
}

Formula all_of(const std::vector<Formula>& parts) { return join(parts, always, never, " AND "); }
Formula any_of(const std::vector<Formula>& parts) { return join(parts, never, always, " OR "); }

class Writer {
 public:
  Writer(const rules::Engine& engine, std::map<std::size_t, std::string> columns)
      : engine_(engine), columns_(std::move(columns)) {}

  VisibilityPredicate write(const rules::Facts& viewer) {
    std::vector<Formula> gates;
    for (const auto& gate : rules::residual(engine_, viewer)) gates.push_back(gate_passes(gate));
    const Formula whole = all_of(gates);
    return with_placeholders(whole);
  }

 private:
  /// The rows where the column holds the name of one of these values. A fact without a column is unknown everywhere.
  Formula holds(std::size_t attribute, Values values) {
    const auto column = columns_.find(attribute);
    if (column == columns_.end() || values == 0) return never;
    std::string list;
    for (Values left = values; left != 0; left &= left - 1) {
      const auto value = static_cast<std::size_t>(std::countr_zero(left));
      list += (list.empty() ? "" : ", ") + (value_mark + engine_.vocabulary().attributes[attribute].values[value] + value_mark);
    }
    return {Reach::some_rows, '(' + column->second + ") IN (" + list + ')'};
  }

  /// The rows where the cube is known to hold.
  Formula settled(const ResidualCube& cube) {
    std::vector<Formula> parts;
    for (const Literal& literal : cube.open) parts.push_back(holds(literal.attribute, literal.admits));
    return all_of(parts);
  }

  /// The rows where the cube is known not to hold: some fact is known to be none of those it admits.
  Formula excluded(const ResidualCube& cube) {
    std::vector<Formula> parts;
    for (const Literal& literal : cube.open)
      parts.push_back(holds(literal.attribute, engine_.vocabulary().attributes[literal.attribute].all() & ~literal.admits));
    return any_of(parts);
  }

  /// A tier lets pass if no prohibition of it or above may hold, and a permission of it is known to hold, or a later tier
  /// lets pass. Written from the last tier to the first, so that each cube stands once.
  Formula gate_passes(const rules::GateResidual& gate) {
    Formula passes = never;
    for (auto tier = gate.cubes.rbegin(); tier != gate.cubes.rend();) {
      std::vector<Formula> parts, ways;
      const auto end = std::find_if(tier, gate.cubes.rend(), [&](const auto& cube) { return cube.tier != tier->tier; });
      for (; tier != end; ++tier) {
        if (flows(tier->effect)) ways.push_back(settled(*tier));
        else parts.push_back(excluded(*tier));
      }
      ways.push_back(passes);
      parts.push_back(any_of(ways));
      passes = all_of(parts);
    }
    return passes;
  }

  const rules::Engine& engine_;
  const std::map<std::size_t, std::string> columns_;
};

bool is_plain_expression(const std::string& expression) {
  if (expression.find_first_not_of(' ') == std::string::npos) return false;
  for (const std::string_view mark : {";", "--", "/*", ":", "?", "$", "\x01"})
    if (expression.find(mark) != std::string::npos) return false;
  return true;
}

}  // namespace

Checked<VisibilityPredicate> visibility(const rules::Engine& engine, const rules::Facts& viewer,
                                        const std::vector<FactColumn>& columns) {
  Issues issues;
  std::map<std::size_t, std::string> by_attribute;
  rules::Facts fixed = viewer;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto attribute = engine.vocabulary().find(columns[i].fact);
    const std::string path = pointer("", i);
    if (!attribute)
      issues.list.push_back({pointer(path, "fact"), "unknown_fact", {"nommer un fait des règles", "name a fact of the rules"}});
    else if (!by_attribute.try_emplace(*attribute, columns[i].expression).second)
      issues.list.push_back({pointer(path, "fact"), "repeated_fact", {"donner une colonne par fait", "give one column for each fact"}});
    else
      fixed.forget(*attribute);
    if (!is_plain_expression(columns[i].expression))
      issues.list.push_back({pointer(path, "expression"), "not_an_expression",
                             {"écrire une colonne ou une expression sans « ; », commentaire ni paramètre",
                              "write a column or an expression without semicolon, comment or placeholder"}});
  }
  if (!issues.list.empty()) return issues;
  return Writer(engine, std::move(by_attribute)).write(fixed);
}

Checked<VisibilityPredicate> visibility(const rules::RuleSet& set, const AccessRequest& viewer,
                                        const std::vector<FactColumn>& columns) {
  return visibility(set.engine, rules::facts_of(viewer), columns);
}

}  // namespace patio
