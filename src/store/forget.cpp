#include "audit_detail.hpp"
#include "audit_subject.hpp"
#include "schema.hpp"
#include "session.hpp"

namespace patio::detail {
namespace {

/// A row that outlives the detail which vouched for it is vouched for anew, by the transaction that drops the detail.
void vouch_for(Session& session, const AuditedRow& audited) {
  if (session.written.contains({audited.table, audited.key})) return;
  auto table = table_in_database(session.connection(), audited.table);
  if (!table) return;
  const auto columns = table->columns;
  table->columns.push_back({std::string(salt_column), ColumnKind::text, true});
  const Selection by_key{{equals({table->name, table->primary.front()}, ColumnKind::text, audited.key)}, {}, {}};
  auto row = session.first_row(select_sql(*table, session.tenant(), by_key));
  if (!row) return;
  const auto salt = std::get<std::string>(row->back());
  row->pop_back();
  session.written[{audited.table, audited.key}] = row_hash(salt, columns, *row);
}

}  // namespace

void forget_subject(Session& session, const PersonId& person) {
  const auto& tenant = session.tenant();
  const auto& subjects = table_of<AuditSubject>();
  const Selection by_person{{equals({subjects.name, "person_id"}, ColumnKind::text, to_text(person))}, {}, {}};
  const auto row = session.first_row(select_sql(subjects, tenant, by_person));
  if (!row) return;
  const auto pseudonym = to_text(from_row<AuditSubject>(*row).id);
  session.erase(subjects, pseudonym);

  StatementWriter sql;
  sql.add(R"(SELECT "seq", "detail" FROM "audit_leaf" WHERE "tenant_id" = )").text(tenant);
  sql.add(R"( AND "subject" = )").text(pseudonym).add(R"( AND "detail" IS NOT NULL ORDER BY "seq")");
  for (const auto& leaf : session.rows(sql.gives(ColumnKind::integer).gives(ColumnKind::text).take())) {
    const auto detail = from_json<AuditDetail>(std::get<std::string>(leaf[1]));
    if (!detail) fail_unreadable("audit_leaf", "detail");
    for (const auto& audited : detail->rows) vouch_for(session, audited);
    session.forgotten.push_back(static_cast<std::uint64_t>(std::get<std::int64_t>(leaf[0])));
  }
  StatementWriter drop;
  drop.add(R"(UPDATE "audit_leaf" SET "detail" = NULL WHERE "tenant_id" = )").text(tenant);
  session.run(drop.add(R"( AND "subject" = )").text(pseudonym).take());
}

}  // namespace patio::detail
