#include "notebook.hpp"

#include "catch.hpp"

using namespace notebook;

namespace {

Cell cell_of(const Row& row, std::string_view column) {
  const auto& columns = table_of<Visit>().columns;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == column) return row[i];
  return std::string("no such column");
}

Row with(Row row, std::string_view column, Cell cell) {
  const auto& columns = table_of<Visit>().columns;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == column) row[i] = std::move(cell);
  return row;
}

Cell text(const char* words) { return std::string(words); }

}  // namespace

TEST_CASE("each field is a column of its own kind") {
  const auto row = row_of(a_visit(seeded_ids(1)));
  CHECK(cell_of(row, "mood") == text("worried"));
  CHECK(cell_of(row, "urgent") == Cell(std::int64_t{1}));
  CHECK(cell_of(row, "weight") == Cell(INT64_MAX));
  CHECK(cell_of(row, "day") == text("2026-02-28"));
  CHECK(cell_of(row, "at") == text("2026-03-10T08:00:00.000007Z"));
  CHECK(cell_of(row, "leaves_at") == text("09:30"));
  CHECK(cell_of(row, "desk") == Cell());
  CHECK(cell_of(row, "period") == text(R"({"since":"2026-01-01","until":"2026-12-31"})"));
  CHECK(cell_of(row, "lines") == text(R"([{"weight":3,"word":"été"},{"weight":-1,"word":"o'clock \"quoted\""}])"));
}

TEST_CASE("a row gives back the value it was made from") {
  const auto ids = seeded_ids(2);
  auto value = a_visit(ids);
  CHECK(from_row<Visit>(row_of(value)) == value);
  value.leaves_at.reset();
  value.desk = DeskCode{"desk:1"};
  value.number = std::uint16_t{65535};
  value.lines.clear();
  CHECK(from_row<Visit>(row_of(value)) == value);
}

TEST_CASE("the order of instants as text is the order of time") {
  CHECK(to_text(moment(-1)) < to_text(moment()));
  CHECK(to_text(moment()) < to_text(moment() + std::chrono::microseconds(1)));
  CHECK(to_text(moment() + std::chrono::microseconds(999'999)) < to_text(moment(1)));
}

TEST_CASE("what could not be read back is not stored") {
  const auto ids = seeded_ids(3);
  const auto refuses = [&](auto change) {
    auto value = a_visit(ids);
    change(value);
    return code_of([&] { static_cast<void>(row_of(value)); }) == ErrorCode::misuse;
  };
  CHECK(refuses([](Visit& v) { v.id = {}; }));
  CHECK(refuses([](Visit& v) { v.desk = DeskCode(); }));
  CHECK(refuses([](Visit& v) { v.day = 2026_y / 2 / 30; }));
  CHECK(refuses([](Visit& v) { v.day = {}; }));
  CHECK(refuses([](Visit& v) { v.at = Instant::max(); }));
  CHECK(refuses([](Visit& v) { v.mood = static_cast<Mood>(7); }));
  CHECK(refuses([](Visit& v) { v.note = "\xff"; }));
  CHECK(refuses([](Visit& v) { v.note = std::string("a\0b", 3); }));
  CHECK(refuses([](Visit& v) { v.note = std::string(longest_text + 1, 'a'); }));
  CHECK(refuses([](Visit& v) { v.period.since = {}; }));
  CHECK(refuses([](Visit& v) { v.lines.front().word = "\xc3"; }));
  CHECK_FALSE(refuses([](Visit& v) { v.note = std::string(longest_text, 'a'); }));
}

TEST_CASE("a stored value that was never written is a damaged file, and the error does not repeat it") {
  const auto row = row_of(a_visit(seeded_ids(4)));
  const auto spoilt = GENERATE_COPY(
      with(row, "id", text("CANARY")), with(row, "mood", text("CANARY")), with(row, "urgent", std::int64_t{2}),
      with(row, "urgent", text("CANARY")), with(row, "day", text("2026-02-30")), with(row, "at", text("CANARY")),
      with(row, "leaves_at", text("25:00")), with(row, "number", std::int64_t{65536}), with(row, "note", Cell()),
      with(row, "note", text("CANARY\xff")), with(row, "lines", text("[{\"word\":\"CANARY\"}]")),
      with(row, "lines", text("CANARY")), with(row, "note", std::int64_t{1}), Row(row.begin(), row.begin() + 3));
  try {
    static_cast<void>(from_row<Visit>(spoilt));
    FAIL("it was read");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::corrupt_file);
    CHECK(error.message().fr.find("CANARY") == std::string::npos);
    CHECK(error.message().en.find("CANARY") == std::string::npos);
    CHECK(error.message().en.find("visit.") == 0);
  }
}
