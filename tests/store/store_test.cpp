#include "notebook.hpp"

#include "catch.hpp"

using namespace notebook;

TEST_CASE("what is stored comes back as it was") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  const auto ids = seeded_ids(1);
  const auto first = visit(ids);
  auto tx = store.begin();
  tx.insert(first);
  tx.insert(Order{{"desk:1"}, "front"});
  CHECK(tx.get<Visit>(first.id) == first);
  CHECK(tx.commit(entry(first.person_id)) == 0);

  auto again = Store::open(folder.uri(), options());
  again.read([&](Reader& reader) {
    CHECK(reader.get<Visit>(first.id) == first);
    CHECK(reader.get<Order>({"desk:1"}) == Order{{"desk:1"}, "front"});
    CHECK(reader.find(where(&Visit::mood, Mood::worried)) == std::vector{first});
    CHECK(reader.count(all<Visit>()) == 1);
    CHECK(verify_audit(reader).findings.empty());
  });
}
