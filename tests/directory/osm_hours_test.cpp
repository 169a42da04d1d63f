#include <patio/directory/osm_hours.hpp>

#include <fstream>
#include <set>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

constexpr int day_minutes = 24 * 60;

/// The stretches of 4 to 17 May 2026 in minutes since that Monday, those that touch at midnight joined.
std::vector<std::pair<int, int>> two_weeks(const WeeklyHours& hours) {
  std::vector<std::pair<int, int>> stretches;
  for (int day = 0; day < 14; ++day) {
    const bool holiday = day == 4 || day == 10;
    if (holiday && hours.on_holidays == OnHolidays::closed) continue;
    for (const auto& each : hours.week) {
      if (static_cast<int>(each.weekday) != day % 7) continue;
      const int opens = day * day_minutes + static_cast<int>(each.opens.since_midnight.count());
      const int closes = day * day_minutes + static_cast<int>(each.closes.since_midnight.count());
      if (!stretches.empty() && stretches.back().second == opens) stretches.back().second = closes;
      else stretches.emplace_back(opens, closes);
    }
  }
  return stretches;
}

std::vector<std::pair<int, int>> oracle(std::istream& line) {
  std::vector<std::pair<int, int>> stretches;
  int opens = 0, closes = 0;
  char dash = 0;
  while (line >> opens >> dash >> closes) stretches.emplace_back(opens, closes);
  return stretches;
}

WeeklyHours read(std::string_view text) {
  const auto hours = read_osm_hours(text);
  REQUIRE(hours);
  return *hours;
}

}  // namespace

TEST_CASE("on every text of the real lists that we understand we say what an independent tool says") {
  std::ifstream file(PATIO_TEST_DATA "/vectors/opening-hours/osm-oracle.tsv");
  int same = 0, refused_by_both = 0, left_out = 0, only_ours = 0;
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    const std::string text = line.substr(0, tab), answer = line.substr(tab + 1);
    const auto hours = read_osm_hours(text);
    INFO(text);
    if (answer == "!") {
      hours ? ++only_ours : ++refused_by_both;
    } else if (!hours) {
      ++left_out;
    } else {
      std::istringstream stretches(answer);
      CHECK(two_weeks(*hours) == oracle(stretches));
      ++same;
    }
  }
  CHECK(only_ours == 0);
  CHECK(refused_by_both == 20);
  CHECK(same >= 1415);
  CHECK(left_out <= 30);
}

TEST_CASE("days, lists and spans of days, and several ranges a day") {
  CHECK(read("Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00").week.size() == 11);
  CHECK(read("Mo,We 9:00-12:00").week.size() == 2);
  CHECK(read("Sa-Mo 09:00-12:00").week.size() == 3);
  CHECK(read("24/7").week.size() == 7);
  CHECK(read("09:00-10:00").week.size() == 7);
}

TEST_CASE("after a semicolon days are said anew, after a comma they get more") {
  CHECK(to_osm(read("Mo-Fr 09:00-17:00; We 09:00-12:00")) == "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-12:00");
  CHECK(to_osm(read("Mo 09:00-12:00, Mo 14:00-17:00")) == "Mo 09:00-12:00,14:00-17:00");
  CHECK(to_osm(read("Mo-Su 09:00-17:00; Su off")) == "Mo-Sa 09:00-17:00");
}

TEST_CASE("closed on public holidays is said, and open as usual is what silence means") {
  CHECK(read("Mo 09:00-12:00; PH off").on_holidays == OnHolidays::closed);
  CHECK(read("Mo 09:00-12:00").on_holidays == OnHolidays::as_usual);
}

TEST_CASE("what is not one plain week is not understood at all") {
  for (const char* text : {"", "Mo", "Mo 08:30", "Mo 12:00-09:00", "Mo 08:30-13:30-17:00", "Tu[2] 09:00-12:00", "week 1-53/2 Mo 09:00-12:00",
                           "Jan-Mar Mo 09:00-12:00", "Mo 09:00-12:00 \"sur rendez-vous\"", "Mo 25:00-26:00", "Mo 09:60-10:00", "Lundi 9h-12h",
                           "Mo 09:00-12:00 || Tu 09:00-12:00", "SH off", "PH 09:00-12:00", "Mo- 09:00-10:00", "Mo 09:00-12:00;; Tu off"}) {
    INFO(text);
    CHECK_FALSE(read_osm_hours(text));
  }
}

TEST_CASE("a week is read back as it was written") {
  prop("for any week", [] {
    WeeklyHours hours;
    hours.on_holidays = *rc::gen::arbitrary<OnHolidays>();
    for (const auto& day : enumerators<Weekday>()) {
      const auto marks = *rc::gen::container<std::set<int>>(rc::gen::inRange(0, day_minutes + 1));
      for (auto mark = marks.begin(); mark != marks.end() && std::next(mark) != marks.end(); std::advance(mark, 2))
        hours.week.push_back({day.value, {std::chrono::minutes(*mark)}, {std::chrono::minutes(*std::next(mark))}});
    }
    if (hours.week.empty()) {
      RC_ASSERT(to_osm(hours).empty());
    } else {
      RC_ASSERT(read_osm_hours(to_osm(hours)) == hours);
    }
  });
}
