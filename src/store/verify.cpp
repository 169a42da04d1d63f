#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <patio/store/audit.hpp>

#include "audit_detail.hpp"
#include "audit_record.hpp"
#include "schema.hpp"
#include "session.hpp"

namespace patio {
namespace {

using detail::Session;
using detail::StatementWriter;

constexpr std::size_t most_findings = 1'000;

class Verifier {
 public:
  explicit Verifier(Session& session) : session_(session), connection_(session.connection()) {}

  AuditReport verify(const std::optional<Checkpoint>& older) {
    try {
      check_all(older);
    } catch (const Error& error) {
      // Statements that we know to be right can only fail on a damaged schema.
      if (error.code() != ErrorCode::storage) throw;
      find(AuditFault::file_damaged, {});
    }
    // Rows last: a bad leaf hides what it wrote, and would put the blame on the row's writer before it.
    std::ranges::stable_sort(report_.findings, {}, [](const AuditFinding& each) {
      return std::pair(each.table.has_value(), each.seq.value_or(UINT64_MAX));
    });
    if (report_.findings.size() > most_findings) report_.findings.resize(most_findings);
    report_.size = leaves_.size();
    return std::move(report_);
  }

 private:
  /// Who wrote a row last, and the hash it left; none if it was erased.
  struct Writer {
    std::uint64_t seq;
    std::optional<std::string> hash;
    bool seen = false;
  };

  void find(AuditFault fault, std::optional<std::uint64_t> seq, std::optional<std::string> table = {},
            std::optional<std::string> key = {}) {
    report_.findings.push_back({fault, seq, std::move(table), std::move(key)});
  }

  /// Every column of a table, then 1 if all have their declared type. The order is that of the key.
  detail::Statement read_all(const Table& table) {
    StatementWriter sql;
    sql.add("SELECT ");
    for (const auto& column : table.columns) sql.name(column.name).add(", ").gives(column.kind);
    sql.add(type_check_sql(connection_.engine(), table.columns)).gives(ColumnKind::integer);
    sql.add(" FROM ").name(table.name).add(" WHERE ").name("tenant_id").add(" = ").text(session_.tenant());
    std::string_view separator = " ORDER BY ";
    for (const auto& column : table.primary) {
      sql.add(separator).name(column);
      separator = ", ";
    }
    return sql.take();
  }

  static bool is_one(const Cell& cell) { return cell == Cell(std::int64_t{1}); }

  static bool is_clean(const Row& row) {
    return is_one(row.back()) && std::ranges::all_of(row, [](const Cell& cell) {
      const auto* text = std::get_if<std::string>(&cell);
      return text == nullptr || is_clean_utf8(*text);
    });
  }

  void check_all(const std::optional<Checkpoint>& older) {
    check_file();
    check_leaves();
    check_head();
    check_details();
    check_nodes();
    check_rows();
    if (older) check_past(*older);
  }

  void check_file() {
    const auto check = self_check_sql(connection_.engine());
    if (check.text.empty()) return;
    const auto verdict = connection_.rows(check);
    if (verdict.size() != 1 || verdict.front().front() != Cell(std::string("ok"))) find(AuditFault::file_damaged, {});
  }

  void check_leaves() {
    connection_.each_row(read_all(detail::audit_leaf_table()), [&](const Row& row) {
      const auto* number = std::get_if<std::int64_t>(&row.front());
      const auto seq = number == nullptr ? 0 : static_cast<std::uint64_t>(*number);
      // What stands out of the sequence was never written by us; what it displaced is missing.
      if (number == nullptr || *number < static_cast<std::int64_t>(leaves_.size())) return find(AuditFault::leaf_changed, {});
      while (leaves_.size() < seq && report_.findings.size() < most_findings) miss_leaf();
      if (leaves_.size() == seq) check_leaf(seq, row);
    });
  }

  void miss_leaf() {
    find(AuditFault::leaf_missing, leaves_.size());
    leaves_.emplace_back();
  }

  void check_leaf(std::uint64_t seq, const Row& row) {
    const auto record = detail::record_as_written(row);
    const auto* stored = std::get_if<std::string>(&row[8]);
    leaves_.push_back(stored == nullptr ? std::nullopt : parse_hash(*stored));
    if (!record || !is_clean(row)) return find(AuditFault::leaf_changed, seq);
    const auto hash = leaf_hash(canonical_bytes(session_.gate().options().tenant, record->leaf));
    if (leaves_.back() != hash) return find(AuditFault::leaf_changed, seq);
    if (!record->detail) return dropped_.push_back(seq);
    const auto detail = from_json<AuditDetail>(*record->detail);
    if (to_text(sha256(*record->detail)) != record->leaf.detail_hash || !detail) return find(AuditFault::detail_changed, seq);
    for (const auto& [table, key, row_hash] : detail->rows) rows_[table][key] = {seq, row_hash};
    forgotten_.insert(detail->forgotten.begin(), detail->forgotten.end());
  }

  void check_head() {
    const auto head = connection_.rows(read_all(detail::audit_head_table()));
    if (head.empty() && leaves_.empty()) return;
    const auto* size = head.size() == 1 && is_clean(head.front()) ? std::get_if<std::int64_t>(&head.front().front()) : nullptr;
    if (size == nullptr || *size < static_cast<std::int64_t>(leaves_.size())) return find(AuditFault::head_changed, {});
    if (*size > static_cast<std::int64_t>(leaves_.size())) find(AuditFault::leaf_missing, leaves_.size());
  }

  /// A detail may only be missing if a later leaf says that it was dropped; a bad leaf may have been the one to say so.
  void check_details() {
    std::uint64_t last_bad = 0;
    for (const auto& each : report_.findings) last_bad = std::max(last_bad, each.seq.value_or(0));
    for (const auto seq : dropped_)
      if (!forgotten_.contains(seq) && last_bad <= seq) find(AuditFault::detail_missing, seq);
  }

  /// Each node against the two below it as they are stored, so that one change is one finding and not a whole branch.
  void check_nodes() {
    std::vector<std::vector<std::optional<Hash>>> levels{leaves_};
    for (std::size_t size = leaves_.size() / 2; size > 0; size /= 2) levels.emplace_back(size);
    bool stray = false;
    connection_.each_row(read_all(detail::audit_node_table()), [&](const Row& row) {
      const auto* level = std::get_if<std::int64_t>(&row[0]);
      const auto* index = std::get_if<std::int64_t>(&row[1]);
      const auto* hash = std::get_if<std::string>(&row[2]);
      if (!is_clean(row) || level == nullptr || index == nullptr || hash == nullptr || *level < 1 || *index < 0 ||
          std::cmp_greater_equal(*level, levels.size()) ||
          std::cmp_greater_equal(*index, levels[static_cast<std::size_t>(*level)].size()))
        stray = true;
      else
        levels[static_cast<std::size_t>(*level)][static_cast<std::size_t>(*index)] = parse_hash(*hash).value_or(Hash{});
    });
    if (stray) find(AuditFault::node_changed, {});
    for (std::size_t level = 1; level < levels.size(); ++level)
      for (std::size_t index = 0; index < levels[level].size(); ++index) {
        const auto& node = levels[level][index];
        const auto& left = levels[level - 1][2 * index];
        const auto& right = levels[level - 1][2 * index + 1];
        const auto completed_by = ((std::uint64_t{index} + 1) << level) - 1;
        if (!node) find(AuditFault::node_missing, completed_by);
        else if (left && right && *node != node_hash(*left, *right)) find(AuditFault::node_changed, completed_by);
      }
  }

  void check_rows() {
    for (const auto& name : tables_in_database(connection_)) {
      if (detail::is_own_table(name)) continue;
      if (const auto table = table_in_database(connection_, name)) check_table(*table);
    }
    for (const auto& [table, rows] : rows_)
      for (const auto& [key, writer] : rows)
        if (writer.hash && !writer.seen) find(AuditFault::row_missing, writer.seq, table, key);
  }

  void check_table(const Table& table) {
    auto whole = table;
    whole.columns.push_back({std::string(detail::salt_column), ColumnKind::text, true});
    const auto key_at = std::ranges::find(table.columns, table.primary.front(), &Column::name) - table.columns.begin();
    auto& written = rows_[table.name];
    connection_.each_row(read_all(whole), [&](const Row& row) {
      ++report_.rows;
      const auto* text = std::get_if<std::string>(&row[static_cast<std::size_t>(key_at)]);
      const auto key = text == nullptr || !is_clean_utf8(*text) ? std::string() : *text;
      const auto writer = written.find(key);
      if (writer == written.end()) return find(AuditFault::row_unrecorded, {}, table.name, key);
      if (!writer->second.hash) return find(AuditFault::row_unrecorded, writer->second.seq, table.name, key);
      writer->second.seen = true;
      const auto* salt = std::get_if<std::string>(&row[table.columns.size()]);
      const Row cells(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(table.columns.size()));
      if (!is_clean(row) || salt == nullptr || detail::row_hash(*salt, table.columns, cells) != *writer->second.hash)
        find(AuditFault::row_changed, writer->second.seq, table.name, key);
    });
  }

  void check_past(const Checkpoint& older) {
    MerkleTree tree;
    for (std::uint64_t i = 0; i < older.size && i < leaves_.size(); ++i) tree.append(leaves_[i].value_or(Hash{}));
    if (older.origin != session_.gate().origin() || tree.size() < older.size ||
        root(older.size, tree.nodes()) != older.root)
      find(AuditFault::other_past, {});
  }

  Session& session_;
  detail::Connection& connection_;
  AuditReport report_;
  /// Stored leaf hashes; nothing where they are missing or malformed.
  std::vector<std::optional<Hash>> leaves_;
  std::vector<std::uint64_t> dropped_;
  std::unordered_set<std::uint64_t> forgotten_;
  std::unordered_map<std::string, std::unordered_map<std::string, Writer>> rows_;
};

}  // namespace

AuditReport verify_audit(Reader& reader, const std::optional<Checkpoint>& older) {
  reader.session().expect_open();
  return Verifier(reader.session()).verify(older);
}

Text sentence(const AuditFinding& finding) {
  const auto leaf = finding.seq ? std::to_string(*finding.seq) : std::string("?");
  const auto row = finding.table.value_or("?") + " " + finding.key.value_or("?");
  switch (finding.fault) {
    case AuditFault::leaf_missing: return fill({"la ligne {} du journal manque", "line {} of the log is missing"}, {leaf});
    case AuditFault::leaf_changed:
      return fill({"la ligne {} du journal a été modifiée", "line {} of the log was changed"}, {leaf});
    case AuditFault::detail_missing:
      return fill({"le détail de la ligne {} manque sans effacement inscrit", "the detail of line {} is missing and nobody was forgotten"}, {leaf});
    case AuditFault::detail_changed:
      return fill({"le détail de la ligne {} a été modifié", "the detail of line {} was changed"}, {leaf});
    case AuditFault::node_missing:
      return fill({"un nœud complété par la ligne {} manque", "a node completed by line {} is missing"}, {leaf});
    case AuditFault::node_changed:
      return fill({"un nœud complété par la ligne {} a été modifié", "a node completed by line {} was changed"}, {leaf});
    case AuditFault::head_changed:
      return {"la taille inscrite du journal a été modifiée", "the recorded size of the log was changed"};
    case AuditFault::row_missing:
      return fill({"{} : l'enregistrement écrit à la ligne {} a disparu", "{}: the record written at line {} is gone"}, {row, leaf});
    case AuditFault::row_changed:
      return fill({"{} : l'enregistrement a été modifié depuis la ligne {}", "{}: the record was changed since line {}"}, {row, leaf});
    case AuditFault::row_unrecorded:
      return fill({"{} : aucune ligne du journal n'a écrit cet enregistrement", "{}: no line of the log wrote this record"}, {row});
    case AuditFault::other_past:
      return {"ce journal n'est pas la suite du point de contrôle donné", "this log does not continue the given checkpoint"};
    case AuditFault::file_damaged: break;
  }
  return {"la structure du fichier est abîmée", "the structure of the file is damaged"};
}

}  // namespace patio
