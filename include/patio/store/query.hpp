#pragma once
/// \file
/// Which rows to read. Conditions are joined by "and"; values are always bound; without an order, rows come by key.
///
///     tx.find(where(&Referral::person_id, marc).ordered_by(&Referral::sent_at, Direction::descending).limit(20));
///     tx.count(in(&Referral::state, {ReferralState::sent, ReferralState::seen}).below(&Referral::due, now));
///     tx.find(all<Space>());
///
/// Text compares byte by byte on every engine. Columns that hold JSON can't be compared.

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <patio/store/table.hpp>

namespace patio {

enum class Direction { ascending, descending };
BOOST_DESCRIBE_ENUM(Direction, ascending, descending)

/// One condition on one column, and the untyped form of a query that the store reads.
struct Condition {
  enum class Test { equal, any_of, at_least, below, absent, present };
  std::string column;
  Test test{};
  ColumnKind kind{};
  std::vector<Cell> values;
};

struct Ordering {
  std::string column;
  Direction direction{};
};

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
  /// Later orders part what earlier ones leave equal; the key parts the rest.
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
    Condition condition{column_name(member), test, std::integral<Value> ? ColumnKind::integer : ColumnKind::text, {}};
    for (const Value& value : values)
      if (!detail::write_cell(&value, shape_of<Value>(), condition.values.emplace_back()))
        detail::fail_unstorable(snake_name<T>(), condition.column);
    selection_.conditions.push_back(std::move(condition));
    return *this;
  }
  template <class F>
  Query& add_bare(std::optional<F> T::*member, Condition::Test test) {
    selection_.conditions.push_back({column_name(member), test, ColumnKind::text, {}});
    return *this;
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

}  // namespace patio
