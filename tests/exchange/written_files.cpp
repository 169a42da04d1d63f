// Writes what the validators of written_files_test.py look at: real and invented entries in each format that we write.
//
// usage: written_files <folder of the vectors> <folder to write in>

#include <patio/exchange/cog.hpp>
#include <patio/exchange/data_inclusion.hpp>
#include <patio/exchange/hsds.hpp>
#include <patio/exchange/lamednum.hpp>

#include <filesystem>
#include <fstream>

using namespace patio;

int main(int count, char** words) {
  if (count != 3) return 2;
  const std::filesystem::path vectors = words[1], folder = words[2];
  const auto read = [&](const char* name) { return std::ifstream(vectors / name, std::ios::binary); };
  const auto write = [&](const char* name) { return std::ofstream(folder / name, std::ios::binary); };

  auto full_file = read("data-inclusion/full.json");
  Directory directory = read_data_inclusion(full_file).directory;
  auto places_file = read("mediation-numerique/conseillers-numeriques-2022.csv");
  const auto places = read_lamednum(places_file).places;
  const Directory real = to_directory(places);
  directory.structures.insert(directory.structures.end(), real.structures.begin(), real.structures.end());
  directory.services.insert(directory.services.end(), real.services.begin(), real.services.end());
  auto services_file = read("data-inclusion/services-v0-2022-12.csv");
  for (auto& service : read_data_inclusion(services_file).directory.services) {
    service.updated_on = Date(2022_y / 12 / 1);
    service.structure_id = directory.structures.front().id;
    directory.services.push_back(std::move(service));
  }
  const auto territory = read_territory(vectors / "cog").territory;

  auto out = write("data-inclusion.json");
  static_cast<void>(write_data_inclusion(directory, out));
  auto hsds = write("hsds.json");
  static_cast<void>(write_hsds(directory, hsds, &territory));
  auto lamednum = write("lamednum.csv");
  auto example_file = read("mediation-numerique/standard-1.0-exemple.csv");
  auto all_places = read_lamednum(example_file).places;
  all_places.insert(all_places.end(), places.begin(), places.end());
  static_cast<void>(write_lamednum(all_places, lamednum));
}
