#pragma once
/// \file
/// Which rows of a table somebody may see, as one SQL condition: true exactly for the rows of which decide() would say that
/// they flow. Lists, searches and counts go through it, so that none of them shows, or counts, what a row would refuse.
///
///     const auto mine = visibility(*rules, viewer, {{"category", "item.category"}, {"consent", "item.consent"}}).value();
///     "SELECT count(*) FROM item WHERE item.tenant_id = :tenant AND " + mine.sql      // and bind mine.bound
///
/// `viewer` holds the facts that are the same for all rows: who looks, in which function, what for. A mapped fact lies in
/// the rows: the column holds the name of its value ("health"), or NULL, or any other text, both of which mean unknown. What
/// is neither in the viewer nor in a column is unknown for every row.
///
/// The condition has no NOT and no IS NULL: a column that is NULL never makes it true, and in a WHERE it needs nothing more.
/// It is the same text for SQLite and PostgreSQL, in parentheses, and every value is bound. Rows that may only flow
/// transformed are among those it lets through: where the rules answer `transform`, show aggregates or redacted copies.

#include <string>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/rules/rule_set.hpp>
#include <patio/secrecy/request.hpp>

namespace patio {

/// A fact that lies in the rows, and the column or the expression that gives its name. The expression is part of the
/// statement: it is written by a programmer, never by a user.
struct FactColumn {
  std::string fact;
  std::string expression;
  bool operator==(const FactColumn&) const = default;
};
BOOST_DESCRIBE_STRUCT(FactColumn, (), (fact, expression))

struct BoundValue {
  /// "v0": stands once in the text, as `:v0`.
  std::string name;
  std::string value;
  bool operator==(const BoundValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(BoundValue, (), (name, value))

/// Whether it depends on the row at all.
enum class Reach { no_row, some_rows, every_row };
BOOST_DESCRIBE_ENUM(Reach, no_row, some_rows, every_row)

struct VisibilityPredicate {
  std::string sql;
  /// In the order in which they stand in the text, so that they can be bound by name or by place.
  std::vector<BoundValue> bound;
  Reach reach{};
  bool operator==(const VisibilityPredicate&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisibilityPredicate, (), (sql, bound, reach))

/// The same as a tree over the names of facts, for whoever writes it in another language than SQL. It has no negation: where a
/// fact is unknown, it holds only if what is known is enough.
struct VisibilityFormula {
  ///  - `holds`: the fact is one of the values.
  ///  - `all_of`, `any_of` the parts, of which there are two or more.
  enum class Kind { never, always, holds, all_of, any_of };
  Kind kind{};
  std::string fact = {};
  std::vector<std::string> values = {};
  std::vector<VisibilityFormula> parts = {};
  bool operator==(const VisibilityFormula&) const = default;
};

/// `in_rows` are the facts that lie in the rows. Issues as below.
[[nodiscard]] Checked<VisibilityFormula> visibility_formula(const rules::RuleSet& rules, const AccessRequest& viewer,
                                                            const std::vector<std::string>& in_rows);

/// Issues for a fact that the rules do not know, one that is mapped twice, and an expression that is empty or holds a
/// semicolon, a comment or a placeholder. What the viewer says of a mapped fact is not read.
[[nodiscard]] Checked<VisibilityPredicate> visibility(const rules::RuleSet& rules, const AccessRequest& viewer,
                                                      const std::vector<FactColumn>& columns);

/// The same for any rules and facts.
[[nodiscard]] Checked<VisibilityPredicate> visibility(const rules::Engine& engine, const rules::Facts& viewer,
                                                      const std::vector<FactColumn>& columns);

}  // namespace patio
