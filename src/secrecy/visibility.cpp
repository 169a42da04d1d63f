#include <patio/secrecy/visibility.hpp>

#include <algorithm>
#include <map>
#include <span>

#include <patio/base/json.hpp>
#include <patio/rules/residual.hpp>

namespace patio {
namespace {

using rules::Literal;
using rules::ResidualCube;
using rules::Values;

using Formula = VisibilityFormula;
using Kind = Formula::Kind;

const Formula never{Kind::never};
const Formula always{Kind::always};

/// AND: what always holds adds nothing, what never does decides. OR: the other way round.
Formula join(const std::vector<Formula>& parts, Kind kind) {
  const Formula& neutral = kind == Kind::all_of ? always : never;
  const Formula& deciding = kind == Kind::all_of ? never : always;
  Formula joined{kind};
  for (const auto& part : parts) {
    if (part == deciding) return deciding;
    if (part == neutral) continue;
    if (std::find(joined.parts.begin(), joined.parts.end(), part) == joined.parts.end()) joined.parts.push_back(part);
  }
  if (joined.parts.empty()) return neutral;
  if (joined.parts.size() == 1) return Formula(joined.parts.front());
  return joined;
}

Formula all_of(const std::vector<Formula>& parts) { return join(parts, Kind::all_of); }
Formula any_of(const std::vector<Formula>& parts) { return join(parts, Kind::any_of); }

/// What the rules still ask of the rows, once they know the viewer.
class Residue {
 public:
  Residue(const rules::Engine& engine, const std::vector<std::size_t>& in_rows) : engine_(engine), in_rows_(in_rows) {}

  Formula of(const rules::Facts& viewer) const {
    std::vector<Formula> gates;
    for (const auto& gate : rules::residual(engine_, viewer)) gates.push_back(gate_passes(gate));
    return all_of(gates);
  }

 private:
  /// The rows where the fact is known to be one of these values. One that lies in no row is unknown everywhere.
  Formula holds(std::size_t attribute, Values values) const {
    if (values == 0 || std::find(in_rows_.begin(), in_rows_.end(), attribute) == in_rows_.end()) return never;
    const auto& named = engine_.vocabulary().attributes[attribute];
    Formula formula{Kind::holds, named.name};
    for (Values left = values; left != 0; left &= left - 1)
      formula.values.push_back(named.values[static_cast<std::size_t>(std::countr_zero(left))]);
    return formula;
  }

  /// The rows where the cube is known to hold.
  Formula settled(const ResidualCube& cube) const {
    std::vector<Formula> parts;
    for (const Literal& literal : cube.open) parts.push_back(holds(literal.attribute, literal.admits));
    return all_of(parts);
  }

  /// The rows where the cube is known not to hold: some fact is known to be none of those it admits.
  Formula excluded(const ResidualCube& cube) const {
    std::vector<Formula> parts;
    for (const Literal& literal : cube.open)
      parts.push_back(holds(literal.attribute, engine_.vocabulary().attributes[literal.attribute].all() & ~literal.admits));
    return any_of(parts);
  }

  /// A tier lets pass if no prohibition of it or above may hold, and a permission of it is known to hold, or a later tier
  /// lets pass. Built from the last tier to the first, so that each cube stands once.
  Formula gate_passes(const rules::GateResidual& gate) const {
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
  const std::vector<std::size_t>& in_rows_;
};

/// Parsers nest a chain of ORs as deep as it is long, and stop at a thousand: long chains are written as trees.
constexpr std::size_t longest_chain = 64;

class Writer {
 public:
  explicit Writer(const std::map<std::string, std::string>& expressions) : expressions_(expressions) {}

  VisibilityPredicate write(const Formula& whole) && {
    predicate_.reach = whole == never ? Reach::no_row : whole == always ? Reach::every_row : Reach::some_rows;
    write_part(whole);
    return std::move(predicate_);
  }

 private:
  void write_part(const Formula& formula) {
    switch (formula.kind) {
      case Kind::never: predicate_.sql += "(1 = 0)"; return;
      case Kind::always: predicate_.sql += "(1 = 1)"; return;
      case Kind::holds: write_values(formula); return;
      case Kind::all_of: write_chain(formula.parts, " AND "); return;
      case Kind::any_of: write_chain(formula.parts, " OR "); return;
    }
  }

  void write_values(const Formula& formula) {
    predicate_.sql += '(' + expressions_.at(formula.fact) + ") IN (";
    for (std::size_t i = 0; i < formula.values.size(); ++i) {
      const std::string name = 'v' + std::to_string(predicate_.bound.size());
      predicate_.sql += (i == 0 ? ":" : ", :") + name;
      predicate_.bound.push_back({name, formula.values[i]});
    }
    predicate_.sql += ')';
  }

  void write_chain(std::span<const Formula> parts, const std::string& between) {
    predicate_.sql += '(';
    if (parts.size() <= longest_chain) {
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) predicate_.sql += between;
        write_part(parts[i]);
      }
    } else {
      write_chain(parts.first(parts.size() / 2), between);
      predicate_.sql += between;
      write_chain(parts.subspan(parts.size() / 2), between);
    }
    predicate_.sql += ')';
  }

  const std::map<std::string, std::string>& expressions_;
  VisibilityPredicate predicate_;
};

bool is_plain_expression(const std::string& expression) {
  if (expression.find_first_not_of(' ') == std::string::npos) return false;
  for (const std::string_view mark : {";", "--", "/*", ":", "?", "$"})
    if (expression.find(mark) != std::string::npos) return false;
  return true;
}

/// The places of the facts that lie in rows; `path` says where each was named.
template <class Path>
std::vector<std::size_t> places(const rules::Engine& engine, const std::vector<std::string>& facts, Path path, Issues& issues) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto attribute = engine.vocabulary().find(facts[i]);
    if (!attribute)
      issues.list.push_back({path(i), "unknown_fact", {"nommer un fait des règles", "name a fact of the rules"}});
    else if (std::find(found.begin(), found.end(), *attribute) != found.end())
      issues.list.push_back({path(i), "repeated_fact", {"donner une colonne par fait", "give one column for each fact"}});
    else
      found.push_back(*attribute);
  }
  return found;
}

Formula formula_of(const rules::Engine& engine, rules::Facts viewer, const std::vector<std::size_t>& in_rows) {
  for (const auto attribute : in_rows) viewer.forget(attribute);
  return Residue(engine, in_rows).of(viewer);
}

}  // namespace

Checked<VisibilityFormula> visibility_formula(const rules::RuleSet& set, const AccessRequest& viewer,
                                              const std::vector<std::string>& in_rows) {
  Issues issues;
  const auto found = places(set.engine, in_rows, [](std::size_t i) { return pointer("", i); }, issues);
  if (!issues.list.empty()) return issues;
  return formula_of(set.engine, rules::facts_of(viewer), found);
}

Checked<VisibilityPredicate> visibility(const rules::Engine& engine, const rules::Facts& viewer,
                                        const std::vector<FactColumn>& columns) {
  Issues issues;
  std::vector<std::string> facts;
  std::map<std::string, std::string> expressions;
  for (const auto& column : columns) {
    facts.push_back(column.fact);
    expressions[column.fact] = column.expression;
  }
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!is_plain_expression(columns[i].expression))
      issues.list.push_back({pointer(pointer("", i), "expression"), "not_an_expression",
                             {"écrire une colonne ou une expression sans « ; », commentaire ni paramètre",
                              "write a column or an expression without semicolon, comment or placeholder"}});
  const auto in_rows = places(engine, facts, [](std::size_t i) { return pointer(pointer("", i), "fact"); }, issues);
  if (!issues.list.empty()) return issues;
  return Writer(expressions).write(formula_of(engine, viewer, in_rows));
}

Checked<VisibilityPredicate> visibility(const rules::RuleSet& set, const AccessRequest& viewer,
                                        const std::vector<FactColumn>& columns) {
  return visibility(set.engine, rules::facts_of(viewer), columns);
}

}  // namespace patio
