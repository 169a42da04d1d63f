#pragma once
/// \file
/// What may be asked about public directories, operators and territory. Large files are read by their path: the program that
/// asks must be allowed to read it.

#include <patio/directory/operators.hpp>
#include <patio/exchange/directory_file.hpp>

namespace patio {

/// Reads a public directory: the one at a path, or in a text.
struct ReadDirectory {
  using Answer = DirectoryReading;
  std::optional<std::string> path;
  std::optional<std::string> text;
  /// Absent: recognised from the columns.
  std::optional<DirectoryFormat> format;
  /// Days after it are told.
  std::optional<Date> today;
  /// The day of a list whose entries have none.
  std::optional<Date> published_on;
  bool operator==(const ReadDirectory&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadDirectory, (), (path, text, format, today, published_on))

/// Throws InvalidInput (`path_or_text`) unless it names one of the two.
[[nodiscard]] DirectoryReading read_asked(const ReadDirectory& question, OnProgress progress = {});

struct DirectoryWritten {
  /// Empty if it was written to a file.
  std::string text;
  LossReport report;
  bool operator==(const DirectoryWritten&) const = default;
};
BOOST_DESCRIBE_STRUCT(DirectoryWritten, (), (text, report))

/// Writes a directory in a format that others read: to the file at a path, or as the answer's text.
struct WriteDirectory {
  using Answer = DirectoryWritten;
  Directory directory;
  WrittenFormat format{};
  std::optional<std::string> path;
  bool operator==(const WriteDirectory&) const = default;
};
BOOST_DESCRIBE_STRUCT(WriteDirectory, (), (directory, format, path))

/// Reads the directory at one path and writes it at another, whatever its size as text: what a command line does.
struct ConvertDirectory {
  using Answer = DirectoryWritten;
  ReadDirectory source;
  WrittenFormat format{};
  std::string path;
  bool operator==(const ConvertDirectory&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConvertDirectory, (), (source, format, path))

struct DirectoryFaults {
  std::vector<Issue> issues;
  bool operator==(const DirectoryFaults&) const = default;
};
BOOST_DESCRIBE_STRUCT(DirectoryFaults, (), (issues))

/// What is wrong with a directory as a whole; with the folder of the geographic code, also its communes and zones on that day.
struct CheckDirectory {
  using Answer = DirectoryFaults;
  Directory directory;
  std::optional<std::string> territory_folder;
  std::optional<Date> day;
  bool operator==(const CheckDirectory&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckDirectory, (), (directory, territory_folder, day))

struct OperatorsListed {
  std::vector<OperatorOnDay> operators;
  bool operator==(const OperatorsListed&) const = default;
};
BOOST_DESCRIBE_STRUCT(OperatorsListed, (), (operators))

/// Who belongs to a programme on a day ("france_services", "msap"), under the names of that day.
struct OperatorsOn {
  using Answer = OperatorsListed;
  std::string programme;
  Date day{};
  bool operator==(const OperatorsOn&) const = default;
};
BOOST_DESCRIBE_STRUCT(OperatorsOn, (), (programme, day))

/// A code on a day, and what the commune that it stands for is and belongs to.
struct CommuneFollowed {
  CommuneCode asked;
  CommuneStanding standing{};
  std::optional<CommuneCode> commune;
  std::string name;
  std::optional<AreaCode> department;
  std::optional<AreaCode> region;
  std::optional<AreaCode> intercommunality;
  /// Whether the zones of the question have it; absent without zones.
  std::optional<Served> served;
  bool operator==(const CommuneFollowed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommuneFollowed, (), (asked, standing, commune, name, department, region, intercommunality, served))

struct CommunesFollowed {
  std::vector<CommuneFollowed> communes;
  bool operator==(const CommunesFollowed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommunesFollowed, (), (communes))

/// Which communes these codes stand for on a day, and whether a service with these zones serves them.
[[nodiscard]] CommunesFollowed follow(const Territory& territory, const std::vector<CommuneCode>& codes, Date day,
                                      const std::vector<AreaCode>& zones);

/// The same from the folder of the official geographic code (exchange/cog.hpp), read anew for each question: ask for many codes at
/// once, or keep a territory.
struct FollowCommunes {
  using Answer = CommunesFollowed;
  std::string folder;
  std::vector<CommuneCode> codes;
  Date day{};
  std::vector<AreaCode> zones;
  bool operator==(const FollowCommunes&) const = default;
};
BOOST_DESCRIBE_STRUCT(FollowCommunes, (), (folder, codes, day, zones))

}  // namespace patio
