#include "intruder.hpp"
#include "notebook.hpp"

#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

#include "catch.hpp"

using namespace notebook;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::size_t files_in(const std::string& file) {
  const std::filesystem::directory_iterator all(std::filesystem::path(file).parent_path());
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

/// Opens, and asks something: damage deep in a file shows when it is read.
ErrorCode opening(const std::string& uri, OpenOptions how = options()) {
  return code_of([&] {
    auto store = Store::open(uri, std::move(how));
    store.read([](Reader& reader) { static_cast<void>(reader.find(all<Visit>())); });
  });
}

/// A database with some visits, in one file.
void found(const Folder& folder, int visits = 3) {
  auto store = Store::open(folder.uri(), options());
  const auto ids = seeded_ids(1);
  auto tx = store.begin();
  for (int i = 0; i < visits; ++i) tx.insert(a_visit(ids));
  tx.commit(entry());
}

}  // namespace

TEST_CASE("a file that is no database of ours is refused and stays as it was") {
  Folder folder;
  const auto path = folder.file();
  SECTION("a text") { write(path, "Bonjour, ceci est une lettre.\n"); }
  SECTION("a long text") { write(path, std::string(10'000, 'x')); }
  SECTION("one byte") { write(path, "S"); }
  SECTION("nothing") { write(path, ""); }
  SECTION("a database of another program") {
    Intruder other(path);
    other.run("CREATE TABLE visit (id TEXT)");
    other.run("INSERT INTO visit VALUES ('theirs')");
  }
  SECTION("a database of another program that keeps a write-ahead log") {
    Intruder other(path);
    other.run("PRAGMA journal_mode = WAL");
    other.run("CREATE TABLE patio_meta (name TEXT PRIMARY KEY, value TEXT)");
  }
  const auto before = bytes_of(path);
  const auto files = files_in(path);
  auto impatient = options();
  impatient.wait = std::chrono::seconds(0);
  CHECK(opening(folder.uri(), impatient) == ErrorCode::foreign_file);
  CHECK(bytes_of(path) == before);
  CHECK(files_in(path) == files);
}

TEST_CASE("a folder or a device is no database") {
  Folder folder;
  std::filesystem::create_directory(folder.file("folder"));
  CHECK(opening(folder.uri("folder")) == ErrorCode::foreign_file);
  CHECK(opening("sqlite:/dev/null") == ErrorCode::foreign_file);
}

TEST_CASE("a database cut short at any page is refused or found damaged, never read as whole") {
  Folder folder;
  found(folder, 200);
  const auto whole = bytes_of(folder.file());
  REQUIRE(whole.size() > 20 * 4096);
  Folder copies;
  for (std::size_t size = 1; size < whole.size(); size += size < 200 ? 13 : 4096 - 1) {
    INFO(size);
    write(copies.file(), whole.substr(0, size));
    std::filesystem::remove(copies.file("patio.db-wal"));
    std::filesystem::remove(copies.file("patio.db-shm"));
    const auto code = opening(copies.uri());
    CHECK((code == ErrorCode::corrupt_file || (size < 16 && code == ErrorCode::foreign_file)));
  }
}

TEST_CASE("a database of a newer version is refused and stays as it was") {
  Folder folder;
  found(folder);
  Intruder(folder.file()).run("UPDATE patio_meta SET value = '2' WHERE name = 'format'");
  Intruder(folder.file()).run("PRAGMA wal_checkpoint(TRUNCATE)");
  const auto before = bytes_of(folder.file());
  CHECK(opening(folder.uri()) == ErrorCode::foreign_file);
  CHECK(bytes_of(folder.file()) == before);
  try {
    static_cast<void>(Store::open(folder.uri(), options()));
  } catch (const Error& error) {
    CHECK(error.message().en.find("format 2, newer") != std::string::npos);
  }
}

TEST_CASE("a format that is no number is a damaged file") {
  Folder folder;
  found(folder);
  const auto* value = GENERATE("", "x", "1x", "0", "-1", "99999999999999999999");
  Intruder(folder.file()).run("UPDATE patio_meta SET value = ?", value);
  CHECK(opening(folder.uri()) == ErrorCode::corrupt_file);
}

TEST_CASE("a database that must exist is not made") {
  Folder folder;
  auto existing = options();
  existing.mode = OpenMode::existing;
  CHECK(opening(folder.uri(), existing) == ErrorCode::not_found);
  CHECK_FALSE(std::filesystem::exists(folder.file()));
  found(folder);
  CHECK(opening(folder.uri(), existing) == ErrorCode::internal);  // no error
}

TEST_CASE("an address that says nothing to us is refused") {
  for (const char* uri : {"", "patio.db", "mysql://x", "sqlite:", "sqlite:a\"b", "postgresql:x"})
    CHECK(opening(uri) == ErrorCode::misuse);
  CHECK(opening("sqlite:/no/such/folder/patio.db") == ErrorCode::unavailable);
}

TEST_CASE("paths may hold spaces, accents and signs that mean something to SQLite") {
  Folder folder;
  for (const char* name : {"le patio.db", "  two  spaces .db", "été.db", "a=b timeout=0.db", "file:x?mode=memory", "a'b.db"}) {
    INFO(name);
    CHECK(opening(folder.uri(name)) == ErrorCode::internal);  // no error
    CHECK(std::filesystem::exists(folder.file(name)));
  }
}

TEST_CASE("in a folder where nothing may be written the error says so, and nothing is half made") {
  Folder folder;
  found(folder);
  const auto dir = std::filesystem::path(folder.file()).parent_path();
  ::chmod(folder.file().c_str(), 0444);
  ::chmod(dir.c_str(), 0555);
  // Root may write anywhere: become somebody else for a moment.
  const bool root = ::geteuid() == 0;
  if (root) REQUIRE(::seteuid(65534) == 0);
  const auto making = opening(folder.uri("new.db"));
  const auto reading = opening(folder.uri());
  if (root) REQUIRE(::seteuid(0) == 0);
  ::chmod(dir.c_str(), 0755);
  CHECK(making == ErrorCode::unavailable);
  CHECK(reading == ErrorCode::unavailable);
  CHECK_FALSE(std::filesystem::exists(folder.file("new.db")));
}

TEST_CASE("a table with other columns than declared is refused, and a new optional field is added") {
  Folder folder;
  { const auto store = Store::open(folder.uri(), options()); }
  SECTION("a required column is gone") {
    Intruder(folder.file()).run("ALTER TABLE visit DROP COLUMN note");
    CHECK(opening(folder.uri()) == ErrorCode::foreign_file);
  }
  SECTION("a column nobody fills is required") {
    Intruder(folder.file()).run("ALTER TABLE visit ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'");
    CHECK(opening(folder.uri()) == ErrorCode::foreign_file);
  }
  SECTION("a column has another type") {
    Intruder(folder.file()).run("ALTER TABLE visit DROP COLUMN number");
    Intruder(folder.file()).run("DROP INDEX visit_one_by_number");
    Intruder(folder.file()).run("ALTER TABLE visit DROP COLUMN number");
    Intruder(folder.file()).run("ALTER TABLE visit ADD COLUMN number TEXT");
    CHECK(opening(folder.uri()) == ErrorCode::foreign_file);
  }
  SECTION("an optional column is not there yet") {
    Intruder(folder.file()).run("ALTER TABLE visit DROP COLUMN leaves_at");
    CHECK(opening(folder.uri()) == ErrorCode::internal);  // no error
    CHECK(Intruder(folder.file()).columns("visit").back() == "leaves_at");
  }
  SECTION("an optional column comes from a later version") {
    Intruder(folder.file()).run("ALTER TABLE visit ADD COLUMN later TEXT");
    CHECK(opening(folder.uri()) == ErrorCode::internal);  // no error
  }
}

TEST_CASE("no trigger planted in the file ever runs") {
  Folder folder;
  found(folder);
  Intruder intruder(folder.file());
  CHECK(intruder.run("CREATE TRIGGER planted AFTER INSERT ON visit BEGIN UPDATE visit SET note = 'planted'; END"));
  auto store = Store::open(folder.uri(), options());
  auto tx = store.begin();
  tx.insert(a_visit(seeded_ids(9)));
  tx.commit(entry());
  CHECK(store.reader().count(where(&Visit::note, "planted")) == 0);
}
