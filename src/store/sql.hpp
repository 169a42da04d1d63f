#pragma once
/// \file
/// The text of every statement on a described table. Names come from descriptions and are always quoted (`case` is a fine
/// name for a table); every value is bound.

#include <span>
#include <string>
#include <vector>

#include <patio/store/query.hpp>

namespace patio::detail {

struct Bind {
  ColumnKind kind{};
  Cell cell;
};

struct Statement {
  std::string text;
  std::vector<Bind> binds;
  /// The kinds of the columns it gives, if it gives rows.
  std::vector<ColumnKind> gives;
  /// The table it writes, for errors.
  std::string table;
};

/// Writes a statement piece by piece and hands out the names of its bound values.
class StatementWriter {
 public:
  StatementWriter& add(std::string_view piece) {
    statement_.text += piece;
    return *this;
  }
  StatementWriter& name(std::string_view identifier);
  StatementWriter& value(ColumnKind kind, Cell cell);
  StatementWriter& text(std::string text) { return value(ColumnKind::text, std::move(text)); }
  StatementWriter& number(std::uint64_t number) { return value(ColumnKind::integer, static_cast<std::int64_t>(number)); }
  StatementWriter& table(const std::string& name);
  /// Makes room for a statement about so many columns.
  StatementWriter& expect(std::size_t columns);
  /// A column of the result.
  StatementWriter& gives(ColumnKind kind);
  [[nodiscard]] Statement take() { return std::move(statement_); }

 private:
  Statement statement_;
};

/// Rows of the host carry a salt of their own: their hash in the log tells nothing once the row is gone or rewritten.
inline constexpr std::string_view salt_column = "row_salt";

[[nodiscard]] std::string create_table_sql(const Table& table, std::string_view text_type, bool salted);
[[nodiscard]] std::string index_name(const Table& table, const Key& key);
[[nodiscard]] std::string create_index_sql(const Table& table, const Key& key);

/// Without salt for the log's own tables.
using Salt = std::optional<std::string>;
/// Does nothing, and says 0 rows, if a key is taken.
[[nodiscard]] Statement insert_sql(const Table& table, const std::string& tenant, Row row, const Salt& salt);
[[nodiscard]] Statement update_sql(const Table& table, const std::string& tenant, Row row, const Salt& salt);
[[nodiscard]] Statement erase_sql(const Table& table, const std::string& tenant, const Cell& key);
[[nodiscard]] Statement select_sql(const Table& table, const std::string& tenant, const Selection& selection);
[[nodiscard]] Statement count_sql(const Table& table, const std::string& tenant, const Selection& selection);

}  // namespace patio::detail
