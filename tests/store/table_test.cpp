#include "notebook.hpp"
#include "store/sql.hpp"

#include "catch.hpp"

using namespace notebook;
using detail::create_index_sql;
using detail::create_table_sql;

TEST_CASE("the table of a type follows from its description, and the tenant leads its key") {
  CHECK(create_table_sql(table_of<Order>(), "TEXT", true) ==
        R"(CREATE TABLE "order" ("tenant_id" TEXT NOT NULL, "code" TEXT NOT NULL, "title" TEXT NOT NULL, )"
        R"("row_salt" TEXT NOT NULL, PRIMARY KEY ("tenant_id", "code")))");
  CHECK(create_table_sql(table_of<Visit>(), "TEXT", true) ==
        R"(CREATE TABLE "visit" ("tenant_id" TEXT NOT NULL, "id" TEXT NOT NULL, "person_id" TEXT NOT NULL, )"
        R"("note" TEXT NOT NULL, "mood" TEXT NOT NULL, "urgent" BIGINT NOT NULL, "weight" BIGINT NOT NULL, )"
        R"("day" TEXT NOT NULL, "at" TEXT NOT NULL, "leaves_at" TEXT, "desk" TEXT, "number" BIGINT, )"
        R"("period" TEXT NOT NULL, "lines" TEXT NOT NULL, "labels" TEXT NOT NULL, "row_salt" TEXT NOT NULL, )"
        R"(PRIMARY KEY ("tenant_id", "id")))");
}

TEST_CASE("indexes and unique keys begin with the tenant too") {
  const auto table = tables_of<Visit>().front();
  REQUIRE(table.keys.size() == 2);
  CHECK(create_index_sql(table, table.keys[0]) ==
        R"(CREATE INDEX "visit_by_person_id_at" ON "visit" ("tenant_id", "person_id", "at"))");
  CHECK(create_index_sql(table, table.keys[1]) ==
        R"(CREATE UNIQUE INDEX "visit_one_by_number" ON "visit" ("tenant_id", "number"))");
}
