#include <patio/exchange/cog.hpp>
#include <patio/exchange/directory_file.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "figures.hpp"
#include "script.hpp"
#include "sqlite.hpp"

namespace patio {
namespace {

constexpr std::size_t many = 100'000;

std::filesystem::path vectors() { return std::filesystem::path(PATIO_VECTORS); }

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The real services over and over, each with an identifier of its own, in the order of the file.
const Directory& large_directory() {
  static const Directory directory = [] {
    std::ifstream file(vectors() / "data-inclusion/services-v0-2022-12.csv", std::ios::binary);
    const auto real = read_data_inclusion(file).directory.services;
    std::ifstream places(vectors() / "mediation-numerique/conseillers-numeriques-2022.csv", std::ios::binary);
    const auto digital = to_directory(read_lamednum(places).places);
    Directory made;
    for (std::size_t i = 0; i < many; ++i) {
      ListedService service = i % 4 == 3 ? digital.services[i / 4 % digital.services.size()] : real[i % real.size()];
      service.id = service.source + "--" + std::to_string(i);
      if (service.name.size() < 3) service.name += " (service)";
      service.updated_on = Date(date::year(2026) / 1 / 1);
      if (!service.description || service.description->size() < 20) service.description = "Service décrit ailleurs.";
      made.services.push_back(std::move(service));
    }
    return made;
  }();
  return directory;
}

const std::string& large_csv() {
  static const std::string text = [] {
    std::ostringstream out;
    static_cast<void>(write_data_inclusion_services_csv(large_directory().services, out));
    return std::move(out).str();
  }();
  return text;
}

const std::string& large_json() {
  static const std::string text = [] {
    std::ostringstream out;
    static_cast<void>(write_data_inclusion(large_directory(), out));
    return std::move(out).str();
  }();
  return text;
}

void communes(benchmark::State& state) {
  for (auto _ : state) {
    auto reading = std::make_unique<TerritoryReading>(read_territory(vectors() / "cog"));
    // Giving the memory back is no part of loading.
    state.PauseTiming();
    reading.reset();
    state.ResumeTiming();
  }
}

void services(benchmark::State& state, const std::string& text) {
  for (auto _ : state) {
    std::istringstream file(text);
    const auto reading = read_data_inclusion(file);
    if (reading.directory.services.size() != many) state.SkipWithError("not every service was read");
  }
}

void services_csv(benchmark::State& state) { services(state, large_csv()); }
void services_json(benchmark::State& state) { services(state, large_json()); }

void services_written(benchmark::State& state) {
  const auto& directory = large_directory();
  for (auto _ : state) {
    std::ostringstream out;
    benchmark::DoNotOptimize(write_data_inclusion(directory, out));
  }
}

/// What a short script makes of the same file: rows as dicts, lists split, nothing checked.
void script(benchmark::State& state, const std::string& body, const std::string& text, const char* name) {
  const ScratchFile file(name, text);
  time_script(state, "-c \"import csv, json, sys, time\nstart = time.process_time()\n" + body +
                         "\nprint(time.process_time() - start)\" " + file.path());
}

const std::string csv_script =
    "rows = []\nfor row in csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')):\n"
    "    for key in ('thematiques', 'publics', 'zone_eligibilite', 'modes_mobilisation', 'mobilisable_par', 'modes_accueil'):\n"
    "        row[key] = row[key].split('|') if row.get(key) else []\n    rows.append(row)";
const std::string json_script = "rows = json.load(open(sys.argv[1], encoding='utf-8'))['services']";
const std::string commune_script =
    "rows = {}\nfor row in csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')):\n"
    "    for key in ('codes_postaux', 'anciens_codes'):\n        row[key] = row[key].split('|') if row[key] else []\n"
    "    rows.setdefault(row['code'], row)";

void communes_script(benchmark::State& state) { script(state, commune_script, text_of(vectors() / "cog/communes-2026.csv"), "patio-communes.csv"); }
void csv_by_script(benchmark::State& state) { script(state, csv_script, large_csv(), "patio-services.csv"); }
void json_by_script(benchmark::State& state) { script(state, json_script, large_json(), "patio-services.json"); }

void communes_in_pandas(benchmark::State& state) {
  time_pandas(state, "communes " + (vectors() / "cog/communes-2026.csv").string());
}

void csv_in_pandas(benchmark::State& state) {
  const ScratchFile file("patio-services.csv", large_csv());
  time_pandas(state, "directory " + file.path());
}

/// Into tables with keys, from rows that were read before: what a database needs besides, before it answers the same questions.
void communes_in_sqlite(benchmark::State& state) {
  const auto territory = read_territory(vectors() / "cog").territory;
  for (auto _ : state) {
    Sqlite db;
    db.run("create table commune(code text, kind integer, name text, department text, region text, epci text, primary key"
                      "(code, kind)) without rowid; create table postcode(postcode text, code text, primary key(postcode, code)) without rowid; begin");
    auto* commune = db.prepare("insert or ignore into commune values(?,?,?,?,?,?)");
    auto* postcode = db.prepare("insert or ignore into postcode values(?,?)");
    for (const auto& each : territory.communes()) {
      Sqlite::insert(commune, {each.code.text(), std::to_string(static_cast<int>(each.kind)), each.name, each.department.text(),
                             each.region.text(), each.intercommunality.text()});
      for (const auto& code : each.postcodes) Sqlite::insert(postcode, {code, each.code.text()});
    }
    db.run("commit");
  }
}

void services_in_sqlite(benchmark::State& state) {
  const auto& directory = large_directory();
  for (auto _ : state) {
    Sqlite db;
    db.run("create table service(id text primary key, structure text, name text, description text, zone text, updated text);"
                      "create table theme(theme text, id text, primary key(theme, id)) without rowid; begin");
    auto* service = db.prepare("insert or ignore into service values(?,?,?,?,?,?)");
    auto* theme = db.prepare("insert or ignore into theme values(?,?)");
    for (const auto& each : directory.services) {
      Sqlite::insert(service, {each.id, each.structure_id, each.name, *each.description, each.zones.empty() ? "" : each.zones[0].text(),
                             to_text(*each.updated_on)});
      for (const auto& code : each.themes) Sqlite::insert(theme, {code, each.id});
    }
    db.run("commit");
  }
}

void served(benchmark::State& state) {
  static const auto territory = read_territory(vectors() / "cog").territory;
  const std::vector<AreaCode> zones{AreaCode("insee:78640"), AreaCode("epci:200056232"), AreaCode("dep:93")};
  const CommuneCode pierrefitte("insee:93059");
  for (auto _ : state) benchmark::DoNotOptimize(serves(territory, zones, pierrefitte, Date(date::year(2026) / 11 / 24)));
}

BENCHMARK(communes)->Name("exchange.communes")->Unit(benchmark::kMillisecond);
BENCHMARK(communes_script)->Name("exchange.communes/python_csv")->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(3);
BENCHMARK(communes_in_pandas)->Name("exchange.communes/pandas")->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(3);
BENCHMARK(communes_in_sqlite)->Name("exchange.communes/sqlite_insert")->Unit(benchmark::kMillisecond);
BENCHMARK(csv_in_pandas)->Name("exchange.directory_of_100000_csv/pandas")->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);
BENCHMARK(services_in_sqlite)->Name("exchange.directory_of_100000_csv/sqlite_insert")->Unit(benchmark::kMillisecond);
BENCHMARK(services_csv)->Name("exchange.directory_of_100000_csv")->Unit(benchmark::kMillisecond);
BENCHMARK(csv_by_script)->Name("exchange.directory_of_100000_csv/python_csv")->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);
BENCHMARK(services_json)->Name("exchange.directory_of_100000_json")->Unit(benchmark::kMillisecond);
BENCHMARK(json_by_script)->Name("exchange.directory_of_100000_json/python_json")->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);
BENCHMARK(services_written)->Name("exchange.write_100000_json")->Unit(benchmark::kMillisecond);
BENCHMARK(served)->Name("directory.serves");

}  // namespace
}  // namespace patio
