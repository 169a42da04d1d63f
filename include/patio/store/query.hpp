#pragma once
/// \file
/// Which rows to read. Conditions are joined by "and"; values are always bound; without an order, rows come by key.
///
///     tx.find(where(&Referral::person_id, marc).ordered_by(&Referral::sent_at, Direction::descending).limit(20));
///     tx.count(in(&Referral::state, {ReferralState::sent, ReferralState::seen}).below(&Referral::due, now));
///     tx.find(all<Space>());
///
/// Conditions can also be joined otherwise, and look at rows of other tables:
///
///     const Condition seated = exists(&CaseSeat::case_id, column(&CaseFile::id), where(&CaseSeat::professional, me));
///     tx.find(all<CaseFile>().also(either({seated, that(where(&CaseFile::organisation, ours))})));
///
/// Text compares byte by byte on every engine. Columns that hold JSON can't be compared; of a list, has() tells whether
/// something is in it.

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <patio/store/table.hpp>

namespace patio {

enum class Direction { ascending, descending };
BOOST_DESCRIBE_ENUM(Direction, ascending, descending)

struct ColumnOf {
  std::string table;
  std::string column;
  bool operator==(const ColumnOf&) const = default;
};

/// A condition on a row, in the untyped form that the store reads.
///  - On a column: `equal`, `any_of` the values, `at_least`, `below`, `absent`, `present`; `has`, a list that holds the value.
///  - On other conditions: `all` of the parts, `either` of them; `unless`, where the part is not known to hold.
///  - `exists`: a row of the table of `column`, in which `column` is what `outer` is in this one, and all parts hold.
struct Condition {
  enum class Test { equal, any_of, at_least, below, absent, present, has, all, either, unless, exists };
  Test test{};
  ColumnOf column = {};
  ColumnKind kind{};
  std::vector<Cell> values = {};
  std::vector<Condition> parts = {};
  ColumnOf outer = {};
  bool operator==(const Condition&) const = default;
};

struct Ordering {
  std::string column;
  Direction direction{};
};

/// The column has that value.
[[nodiscard]] inline Condition equals(ColumnOf column, ColumnKind kind, Cell value) {
  return {Condition::Test::equal, std::move(column), kind, {std::move(value)}, {}, {}};
}

struct Selection {
  std::vector<Condition> conditions;
  std::vector<Ordering> orderings;
  std::optional<std::uint32_t> limit;
};

template <Stored T>
class Query {
 public:
  /// The field has that value; nothing (`std::nullopt`) asks for rows that have none.
  template <class F>
  Query& where(F T::*member, const std::type_identity_t<F>& value) {
    if constexpr (detail::is_optional<F>) return value ? add<F>(member, Condition::Test::equal, {*value}) : absent(member);
    else return add<F>(member, Condition::Test::equal, {value});
  }
  /// At most 1,000 values; with none of them, no row.
  template <class F>
  Query& in(F T::*member, const std::vector<typename detail::Unwrap<F>::type>& values) {
    return add<F>(member, Condition::Test::any_of, values);
  }
  /// Not before, not less. With below() it makes a half-open range.
  template <class F>
  Query& at_least(F T::*member, const typename detail::Unwrap<F>::type& value) {
    static_assert(!DescribedEnum<typename detail::Unwrap<F>::type>, "enumerations are stored by name: use in()");
    return add<F>(member, Condition::Test::at_least, {value});
  }
  template <class F>
  Query& below(F T::*member, const typename detail::Unwrap<F>::type& value) {
    static_assert(!DescribedEnum<typename detail::Unwrap<F>::type>, "enumerations are stored by name: use in()");
    return add<F>(member, Condition::Test::below, {value});
  }
  template <class F>
  Query& absent(std::optional<F> T::*member) {
    return add_bare(member, Condition::Test::absent);
  }
  template <class F>
  Query& present(std::optional<F> T::*member) {
    return add_bare(member, Condition::Test::present);
  }
  /// The field is a list that holds this one.
  template <class E>
  Query& has(std::vector<E> T::*list, const E& element) {
    selection_.conditions.push_back({Condition::Test::has, of(list), ColumnKind::text, {to_json(element)}, {}, {}});
    return *this;
  }
  Query& also(Condition condition) {
    selection_.conditions.push_back(std::move(condition));
    return *this;
  }
  /// Later orders part what earlier ones leave equal; the key parts the rest. Rows without that field come last.
  template <class F>
  Query& ordered_by(F T::*member, Direction direction = Direction::ascending) {
    static_assert(detail::PlainField<typename detail::Unwrap<F>::type>, "a column that holds JSON has no order");
    selection_.orderings.push_back({column_name(member), direction});
    return *this;
  }
  Query& limit(std::uint32_t rows) {
    selection_.limit = rows;
    return *this;
  }

  [[nodiscard]] const Selection& selection() const noexcept { return selection_; }

 private:
  template <class F>
  Query& add(F T::*member, Condition::Test test, const std::vector<typename detail::Unwrap<F>::type>& values) {
    using Value = typename detail::Unwrap<F>::type;
    static_assert(detail::PlainField<Value>, "a column that holds JSON can't be compared");
    Condition condition{test, of(member), std::integral<Value> ? ColumnKind::integer : ColumnKind::text, {}, {}, {}};
    for (const Value& value : values)
      if (!detail::write_cell(&value, shape_of<Value>(), condition.values.emplace_back()))
        detail::fail_unstorable(condition.column.table, condition.column.column);
    selection_.conditions.push_back(std::move(condition));
    return *this;
  }
  template <class F>
  Query& add_bare(std::optional<F> T::*member, Condition::Test test) {
    selection_.conditions.push_back({test, of(member), ColumnKind::text, {}, {}, {}});
    return *this;
  }
  template <class F>
  [[nodiscard]] static ColumnOf of(F T::*member) {
    return {snake_name<T>(), column_name(member)};
  }

  Selection selection_;
};

template <Stored T>
[[nodiscard]] Query<T> all() {
  return {};
}
template <Stored T, class F>
[[nodiscard]] Query<T> where(F T::*member, const std::type_identity_t<F>& value) {
  return Query<T>().where(member, value);
}
template <Stored T, class F>
[[nodiscard]] Query<T> in(F T::*member, const std::vector<typename detail::Unwrap<F>::type>& values) {
  return Query<T>().in(member, values);
}

template <Stored T, class F>
[[nodiscard]] ColumnOf column(F T::*member) {
  return {snake_name<T>(), column_name(member)};
}

/// The conditions of the query, as one.
template <Stored T>
[[nodiscard]] Condition that(const Query<T>& query) {
  return {Condition::Test::all, {}, {}, {}, query.selection().conditions, {}};
}
[[nodiscard]] inline Condition all_of(std::vector<Condition> parts) { return {Condition::Test::all, {}, {}, {}, std::move(parts), {}}; }
/// With no part: no row.
[[nodiscard]] inline Condition either(std::vector<Condition> parts) {
  return {Condition::Test::either, {}, {}, {}, std::move(parts), {}};
}
/// Also where the condition cannot be told, since a column has no value.
[[nodiscard]] inline Condition unless(Condition condition) {
  return {Condition::Test::unless, {}, {}, {}, {std::move(condition)}, {}};
}
/// Some row of T in which `member` is what `outer` is in the row at hand, and for which the query holds.
template <Stored T, class F>
[[nodiscard]] Condition exists(F T::*member, ColumnOf outer, const Query<T>& query = {}) {
  return {Condition::Test::exists, column(member), {}, {}, query.selection().conditions, std::move(outer)};
}

}  // namespace patio
