#include <patio/base/json.hpp>
#include <patio/exchange/directory_file.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "catch.hpp"

using namespace patio;

namespace {

const std::filesystem::path vectors(PATIO_TEST_DATA "/vectors");

DirectoryReading read_text(const std::string& text, const DirectoryFileOptions& options = {}) {
  std::istringstream file(text);
  return read_directory(file, options);
}

std::int64_t codes(const LossReport& report, const std::string& code) {
  const auto found = report.issue_counts.find(code);
  return found == report.issue_counts.end() ? 0 : found->second;
}

}  // namespace

TEST_CASE("every format that we have a real file of is recognised from its columns") {
  const auto kept = [](const char* name) { return read_directory_file(vectors / name).report.rows_kept; };
  CHECK(kept("data-inclusion/services-v0-2022-12.csv") == 2303);
  CHECK(kept("data-inclusion/full.json") == 2);
  CHECK(kept("data-inclusion/valideur-structures.csv") == 2);
  CHECK(kept("france-services/liste-2022-12.csv") == 1441);
  CHECK(kept("france-services/liste-2020-09.csv") == 493);
  CHECK(kept("france-services/liste-2026.csv") == 4);
  CHECK(kept("mediation-numerique/standard-1.0-exemple.csv") == 1);
  CHECK(kept("mediation-numerique/conseillers-numeriques-2022.csv") == 669);
}

TEST_CASE("a file of no known format gives one issue and no entry") {
  for (const char* text : {"", "a,b\n1,2\n", "[1]", "{\"name\": \"x\"}", "\xff\xfe\x00"}) {
    const auto reading = read_text(text);
    CHECK(codes(reading.report, "not_this_list") == 1);
    CHECK(reading.directory == Directory{});
  }
}

TEST_CASE("a format that is given is not looked for") {
  const std::string text = "id,nom,pivot\n1,Un lieu,21910312400013\n";
  CHECK(read_text(text).directory.structures.front().id == "mediation-numerique--1");
  CHECK(read_text(text, {.format = DirectoryFormat::data_inclusion}).directory.structures.front().id == "1");
}

TEST_CASE("a stream that cannot go back needs its format said") {
  struct OneWay : std::streambuf {
    std::string text = "id,nom\n1,Un lieu\n";
    OneWay() { setg(text.data(), text.data(), text.data() + text.size()); }
  };
  OneWay guessed;
  std::istream file(&guessed);
  CHECK_THROWS_AS(read_directory(file), Error);
  OneWay said;
  std::istream other(&said);
  CHECK(read_directory(other, {.format = DirectoryFormat::data_inclusion}).report.rows_kept == 1);
}

TEST_CASE("Le Patio is a structure and a service of the directory") {
  const auto reading = read_directory_file(vectors / "france-services/liste-2022-12.csv", {.published_on = 2022_y / 12 / 1});
  const auto& structures = reading.directory.structures;
  const auto found = std::find_if(structures.begin(), structures.end(), [](const auto& each) { return each.id == "france-services--536"; });
  REQUIRE(found != structures.end());
  CHECK(found->name == "France services Igny");
  CHECK(found->location.commune == CommuneCode("insee:91312"));
  CHECK(found->opening_hours == "Mo-We,Fr 09:00-12:00,14:00-17:30; Th 09:00-12:00");
  CHECK(found->updated_on == 2022_y / 12 / 1);
  CHECK(found->networks == std::vector<std::string>{"france-service"});
  CHECK(services_of(reading.directory, found->id).size() == 1);
  CHECK(check(reading.directory).list.empty());
}

TEST_CASE("the list of France Services is written in version 1 of data·inclusion, whole once its day is given") {
  const auto written = [](const DirectoryFileOptions& options) {
    const auto reading = read_directory_file(vectors / "france-services/liste-2022-12.csv", options);
    std::ostringstream out;
    return write_directory(reading.directory, WrittenFormat::data_inclusion, out);
  };
  CHECK(written({.published_on = 2022_y / 12 / 1}).rows_refused == 0);
  CHECK(written({}).rows_kept == 0);
}

TEST_CASE("a directory is written in every format") {
  const auto reading = read_directory_file(vectors / "mediation-numerique/conseillers-numeriques-2022.csv");
  for (const auto& format : enumerators<WrittenFormat>()) {
    INFO(format.name);
    std::ostringstream out;
    const auto report = write_directory(reading.directory, format.value, out);
    CHECK(report.rows_kept > 0);
    CHECK(out.str().size() > 100000);
  }
}

TEST_CASE("a file that is not there is an error, not an empty directory") {
  CHECK_THROWS_AS(read_directory_file(vectors / "nothing.csv"), Error);
  CHECK_THROWS_AS(read_directory_file(vectors), Error);
}
