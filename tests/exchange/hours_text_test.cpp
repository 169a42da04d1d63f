#include "exchange/hours_text.hpp"

#include "catch.hpp"

using namespace patio;

namespace {

/// "09:00-12:00 14:00-17:30", or the name of what was read instead.
std::string read(std::string_view text) {
  const auto day = read_day_hours(Weekday::monday, text);
  if (day.reading != HoursReading::open) CHECK(day.hours.empty());
  switch (day.reading) {
    case HoursReading::closed: return "closed";
    case HoursReading::untold: return "untold";
    case HoursReading::inverted: return "inverted";
    case HoursReading::overlapping: return "overlapping";
    case HoursReading::not_understood: return "not understood";
    case HoursReading::open: break;
  }
  std::string hours;
  for (const auto& each : day.hours) {
    CHECK(each.weekday == Weekday::monday);
    hours += (hours.empty() ? "" : " ") + to_text(each.opens) + "-" + to_text(each.closes);
  }
  return hours;
}

}  // namespace

TEST_CASE("hours are one stretch or several, with or without blanks") {
  CHECK(read("09:00 - 12:00") == "09:00-12:00");
  CHECK(read("09:00 - 12:00 / 14:00 - 17:30") == "09:00-12:00 14:00-17:30");
  CHECK(read("09:00-12:00/14:00-17:00") == "09:00-12:00 14:00-17:00");
  CHECK(read("08:30-12:00,13:30-17:30") == "08:30-12:00 13:30-17:30");
  CHECK(read(" 9:00 - 12:00 / \xc2\xa0" "13:30 -17:30 ") == "09:00-12:00 13:30-17:30");
  CHECK(read("9h30 – 12h30") == "09:30-12:30");
  CHECK(read("14:00 - 17:00 / 09:00 - 12:00") == "09:00-12:00 14:00-17:00");
  CHECK(read("20:00 - 24:00") == "20:00-24:00");
}

TEST_CASE("a dash or nothing is closed, and hours may be untold") {
  CHECK(read("") == "closed");
  CHECK(read(" - ") == "closed");
  CHECK(read("Horaires non communiqués") == "untold");
}

TEST_CASE("the same stretch written twice is one") {
  CHECK(read("09:00 - 12:00 / 09:00 - 12:00 / 14:00 - 17:00") == "09:00-12:00 14:00-17:00");
}

TEST_CASE("nobody closes before opening, nor opens twice at a time") {
  CHECK(read("00:00 - 00:00") == "inverted");
  CHECK(read("12:00 - 09:00") == "inverted");
  CHECK(read("08:30 - 12:00 / 08:30 - 17:00") == "overlapping");
  CHECK(read("09:00 - 12:00 / 12:00 - 14:00") == "09:00-12:00 12:00-14:00");
}

TEST_CASE("what is only half understood is not understood") {
  for (const auto* text :
       {"8:30 - 12:00 / Sur RDV : 13:30 - 16:30", "9:00 - 16:30 selon planning permanences", "9:00 - 12:30 / 13:30 - 17:",
        "07:30:12:30", "1 samedi sur 2 : 9:00 - 12:30", "10:30-12:30 / 113:30 - 18:30", "25:00 - 26:00", "09:60 - 10:00",
        "24:01 - 24:02", "09:00", "09:00 -", "/", "9:00 - 12:00 /", "Sur RDV", "09:00 - 12:00 09:00 - 12:00"})
    CHECK(read(text) == "not understood");
}
