#include <patio/desk/questions.hpp>

#include <fstream>
#include <sstream>

#include <patio/exchange/cog.hpp>

#include "../question.hpp"

namespace patio {
namespace {

LossReport write_to(const std::string& path, const Directory& directory, WrittenFormat format) {
  std::ofstream file(path, std::ios::binary);
  LossReport report;
  if (file) report = write_directory(directory, format, file);
  file.close();
  if (!file) throw Error(ErrorCode::unavailable, {"ce fichier n'a pas pu être écrit", "this file could not be written"});
  return report;
}

/// What was told of the reading first, then of the writing; the rows are those read.
LossReport joined(LossReport reading, const LossReport& writing) {
  for (const auto& issue : writing.issues)
    if (reading.issues.size() < 1000) reading.issues.push_back(issue);
  for (const auto& [code, times] : writing.issue_counts) reading.issue_counts[code] += times;
  return reading;
}

CommuneFollowed followed(const Territory& territory, const CommuneCode& code, Date day, const std::vector<AreaCode>& zones) {
  const auto [commune, standing] = territory.commune_on(code, day);
  CommuneFollowed answer;
  answer.asked = code;
  answer.standing = standing;
  answer.commune = commune;
  answer.name = territory.name_on(commune.value_or(code), day);
  const auto given = [](const AreaCode& area) { return area.empty() ? std::nullopt : std::optional(area); };
  if (const Commune* entry = commune ? territory.find(*commune) : nullptr) {
    answer.department = given(entry->department);
    answer.region = given(entry->region);
    answer.intercommunality = given(entry->intercommunality);
  }
  if (!zones.empty()) answer.served = serves(territory, zones, code, day);
  return answer;
}

}  // namespace

DirectoryReading read_asked(const ReadDirectory& question, OnProgress progress) {
  if (question.path.has_value() == question.text.has_value())
    throw InvalidInput(Issues{{{"", "path_or_text", {"donner un chemin ou un texte, et un seul", "give a path or a text, and one alone"}}}});
  const DirectoryFileOptions options{.format = question.format, .progress = std::move(progress), .today = question.today,
                                     .published_on = question.published_on};
  if (question.path) return read_directory_file(*question.path, options);
  std::istringstream file(*question.text);
  return read_directory(file, options);
}

DirectoryReading reply(const ReadDirectory& question, const Books&) { return read_asked(question); }

DirectoryWritten reply(const WriteDirectory& question, const Books&) {
  if (question.path) return {{}, write_to(*question.path, question.directory, question.format)};
  std::ostringstream out;
  auto report = write_directory(question.directory, question.format, out);
  return {std::move(out).str(), std::move(report)};
}

DirectoryWritten reply(const ConvertDirectory& question, const Books&) {
  auto [directory, report] = read_asked(question.source);
  return {{}, joined(std::move(report), write_to(question.path, directory, question.format))};
}

DirectoryFaults reply(const CheckDirectory& question, const Books&) {
  if (!question.territory_folder) return {check(question.directory).list};
  if (!question.day)
    throw InvalidInput(Issues{{{"/day", "missing_key", {"un territoire demande un jour", "a territory needs a day"}}}});
  const auto territory = read_territory(std::filesystem::path(*question.territory_folder)).territory;
  return {check(question.directory, &territory, *question.day).list};
}

OperatorsListed reply(const OperatorsOn& question, const Books&) {
  return {operators_on(default_operators(), question.programme, question.day)};
}

CommunesFollowed follow(const Territory& territory, const std::vector<CommuneCode>& codes, Date day,
                        const std::vector<AreaCode>& zones) {
  CommunesFollowed answer;
  for (const auto& code : codes) answer.communes.push_back(followed(territory, code, day, zones));
  return answer;
}

CommunesFollowed reply(const FollowCommunes& question, const Books&) {
  return follow(read_territory(std::filesystem::path(question.folder)).territory, question.codes, question.day, question.zones);
}

}  // namespace patio

PATIO_QUESTION_ROOM(exchange, PATIO_EXCHANGE_QUESTIONS)
