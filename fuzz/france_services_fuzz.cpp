// Any bytes as a list of France Services: read to their end, every row kept or refused, every place one that can be.
//
// The first byte says how the others are used: as the whole file, or as the rows under a header of one of the years.

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <set>
#include <sstream>

#include <patio/base/json.hpp>
#include <patio/exchange/france_services.hpp>

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

constexpr const char* headers[] = {
    "",
    "id_fs,insee_dep,lib_fs,adresse,complement_adresse,insee_com,code_postal,lib_com,latitude,longitude,mail,telephone,"
    "h_lundi,h_mardi,h_mercredi,h_jeudi,h_vendredi,h_samedi,commentaire,itinerance,format_fs,groupe,labellisation\n",
    "id_fs;lib_fs;insee_com;latitude;longitude;h_lundi;itinerance;format_fs;labellisation_fs;prise_rdv\r\n",
    "matricule,nom,h_lundi,h_samedi,groupe_responsable,groupe_antennes,labellisation,categorie\n",
    "id_fs;lib_fs;h_lundi;h_mardi\n",
    "id_fs,lib_fs,labellisation\n",
    "id_fs;lib_fs;latitude;longitude\n",
    "id_fs,lib_fs,insee_com,code_postal\n",
};

bool is_place_in_file(const std::string& path) {
  const auto colon = path.find(':');
  const auto number = [](const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text != "0";
  };
  return colon != std::string::npos && number(path.substr(0, colon)) && number(path.substr(colon + 1));
}

void check(const patio::LossReport& report, std::size_t bytes) {
  must(report.rows_kept + report.rows_refused == report.rows_read, "a row neither kept nor refused");
  std::int64_t issues = 0;
  for (const auto& [code, times] : report.issue_counts) issues += times;
  must(issues >= report.rows_refused, "a row refused without a reason");
  must(report.issues.size() <= 1000 && static_cast<std::int64_t>(report.issues.size()) <= issues, "too many issues");
  // Each row takes a byte at least, and has a few issues for each cell at most.
  must(issues <= 8 * static_cast<std::int64_t>(bytes) + 8, "more issues than bytes");
  for (const auto& issue : report.issues) {
    must(is_place_in_file(issue.path), "an issue without a place");
    must(!issue.message.fr.empty() && !issue.message.en.empty(), "an issue without a sentence");
    must(issue.message.en.find("{}") == std::string::npos, "a sentence with a hole");
  }
}

void check(const patio::FranceServicesPlace& place) {
  must(!place.id.empty() && !place.name.empty(), "a place without identifier or name");
  must(place.latitude.has_value() == place.longitude.has_value(), "half a position");
  if (place.latitude) must(std::abs(*place.latitude) <= 90 && std::abs(*place.longitude) <= 180, "a place out of this world");
  must(!place.labelled_on || place.labelled_on->ok(), "a day that does not exist");
  for (const auto& hours : place.hours) {
    must(hours.opens < hours.closes && hours.closes <= patio::ClockTime{std::chrono::hours(24)}, "impossible hours");
    must(!place.hours_text.contains(std::string(patio::name_of(hours.weekday))), "a day both understood and not");
  }
  must(!patio::to_site(place).code.empty(), "a site without a code");
  const auto again = patio::from_json<patio::FranceServicesPlace>(patio::to_json(place));
  must(again.has_value() && *again == place, "a place is not read back as written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string text = headers[data[0] % std::size(headers)];
  text.append(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::istringstream file(text);
  patio::ReadingProgress last;
  const auto reading = patio::read_france_services(file, [&](const patio::ReadingProgress& progress) { last = progress; });
  check(reading.report, text.size());
  must(static_cast<std::int64_t>(reading.places.size()) == reading.report.rows_kept, "a kept row without its place");
  must(last.rows == reading.report.rows_read, "progress ends elsewhere than the reading");
  std::set<std::string> ids;
  for (const auto& place : reading.places) {
    must(ids.insert(place.id).second, "an identifier twice");
    check(place);
  }
  return 0;
}
