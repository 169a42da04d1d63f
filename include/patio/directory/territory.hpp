#pragma once
/// \file
/// Communes with their dates (they merge, split and change names), what they belong to, and the zones that services cover.
///
///     Territory territory = read_territory(folder).territory;            // exchange/cog.hpp; or Territory(communes, ...)
///     const CommuneCode igny("insee:91312"), pierrefitte("insee:93059");
///     territory.commune_on(pierrefitte, today);                          // Saint-Denis, which took it in, in 2025
///     serves(territory, {AreaCode("dep:91")}, igny, today);              // yes
///
/// Codes have a namespace, so that a département is no country and a commune no postcode: "insee:91312", "dep:91",
/// "reg:11", "epci:200056232", "country:99100". A territory is immutable once made, and shared freely by threads.
///
/// Dates: a movement counts from the 1st of January of its year of the official list. Mergers from before the first dated
/// movement have no day in the source: their codes count as merged on every day.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <patio/base/time.hpp>
#include <patio/directory/position.hpp>
#include <patio/people/person.hpp>

namespace patio {

/// Any territory by its namespaced code: "insee:91312", "dep:91", "reg:11", "epci:200056232", "country:99100".
using AreaCode = Code<struct AreaTag>;

/// `delegated` and `associated` were communes once and are part of one now; `district` is one of Paris, Lyon or Marseille.
enum class CommuneKind { current, delegated, associated, district };
BOOST_DESCRIBE_ENUM(CommuneKind, current, delegated, associated, district)

struct Commune {
  CommuneCode code;
  std::string name;
  CommuneKind kind{};
  AreaCode department;
  AreaCode region;
  /// Intercommunality with its own taxes (EPCI). Empty if it is in none, and for what is no current commune.
  AreaCode intercommunality;
  /// One postcode may serve several communes: never a key.
  std::vector<std::string> postcodes;
  /// Codes of what was merged into it, some of them long ago.
  std::vector<CommuneCode> former_codes;
  /// Of a delegated or associated commune or a district: the commune that it is part of.
  std::optional<CommuneCode> part_of;
  std::optional<int> population;
  /// Of its town hall or its centre, where the host gave one: the official list of communes has no positions.
  std::optional<Position> position;
  bool operator==(const Commune&) const = default;
};
BOOST_DESCRIBE_STRUCT(Commune, (), (code, name, kind, department, region, intercommunality, postcodes, former_codes, part_of,
                                    population, position))

enum class AreaKind { department, region, intercommunality };
BOOST_DESCRIBE_ENUM(AreaKind, department, region, intercommunality)

struct Area {
  AreaCode code;
  AreaKind kind{};
  std::string name;
  bool operator==(const Area&) const = default;
};
BOOST_DESCRIBE_STRUCT(Area, (), (code, kind, name))

/// `gone` into another commune; `appeared` (made anew, or split off); `renamed`.
enum class CommuneMovement { gone, appeared, renamed };
BOOST_DESCRIBE_ENUM(CommuneMovement, gone, appeared, renamed)

struct CommuneChange {
  /// The first day on which it holds.
  Date day{};
  CommuneMovement movement{};
  CommuneCode code;
  /// As it was called before; of one that appeared, from then on.
  std::string name;
  /// Of one that is gone: what it became part of. Of a renamed one: itself.
  std::optional<CommuneCode> successor;
  std::string successor_name;
  bool operator==(const CommuneChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommuneChange, (), (day, movement, code, name, successor, successor_name))

/// Why a code stands for another commune that day, or for none.
enum class CommuneStanding { itself, merged, part, not_yet, unknown };
BOOST_DESCRIBE_ENUM(CommuneStanding, itself, merged, part, not_yet, unknown)

struct CommuneOnDay {
  /// The commune that holds that ground on that day. Absent if the code is not known, or did not exist yet and the source
  /// does not say whose the ground was.
  std::optional<CommuneCode> commune;
  CommuneStanding standing{};
  bool operator==(const CommuneOnDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommuneOnDay, (), (commune, standing))

class Territory {
 public:
  Territory() = default;
  /// In any order. Of two with the same code and kind the first counts.
  Territory(std::vector<Commune> communes, std::vector<Area> areas, std::vector<CommuneChange> changes);

  /// All entries, by code; where a commune and the delegated one that gave it its code share it, the commune comes first.
  [[nodiscard]] const std::vector<Commune>& communes() const noexcept { return communes_; }
  /// In order of time.
  [[nodiscard]] const std::vector<CommuneChange>& changes() const noexcept { return changes_; }

  /// The entry of that code, the current commune before any other. Null if the list has none: see commune_on() for codes
  /// that are gone.
  [[nodiscard]] const Commune* find(const CommuneCode& code) const;
  [[nodiscard]] const Area* find(const AreaCode& code) const;

  /// Which commune a code stands for on a day: districts are their city, merged ones their successor once merged.
  [[nodiscard]] CommuneOnDay commune_on(const CommuneCode& code, Date day) const;

  /// As it was called on that day. Empty if the code is not known.
  [[nodiscard]] std::string name_on(const CommuneCode& code, Date day) const;

  /// Current communes with that postcode, in order of code.
  [[nodiscard]] std::vector<CommuneCode> communes_of_postcode(std::string_view postcode) const;

  /// As the crow flies; nothing if either has no position.
  [[nodiscard]] std::optional<double> distance_km(const CommuneCode& from, const CommuneCode& to) const;

 private:
  /// The entry that stands for the code today: what it was merged into, or its city.
  [[nodiscard]] const Commune* current(const CommuneCode& code) const;
  struct DatedSteps {
    CommuneCode reached;
    CommuneStanding standing{};
    /// Some dated movement is told of the code.
    bool dated = false;
  };
  [[nodiscard]] DatedSteps follow(const CommuneCode& code, Date day) const;
  [[nodiscard]] std::vector<const CommuneChange*> steps_of(const CommuneCode& code, Date since) const;

  std::vector<Commune> communes_;
  std::vector<Area> areas_;
  std::vector<CommuneChange> changes_;
  std::unordered_map<std::string_view, std::size_t> place_;
  std::unordered_map<std::string_view, std::size_t> merged_into_;
  std::unordered_multimap<std::string_view, std::size_t> changes_of_;
  std::unordered_multimap<std::string_view, std::size_t> postcodes_;

 public:
  // The indexes point into the texts of the entries: a copy makes its own.
  Territory(const Territory& other) : Territory(other.communes_, other.areas_, other.changes_) {}
  Territory(Territory&&) = default;
  Territory& operator=(Territory other) noexcept;
};

enum class Served { yes, no, unknown };
BOOST_DESCRIBE_ENUM(Served, yes, no, unknown)

/// Whether one of the zones has that commune on that day. Both sides are brought to that day first, so that a service which
/// still names a merged commune serves who lives there. No zone at all, a zone or a commune that the territory does not
/// know: unknown, unless another zone settles it. Départements, régions and EPCI are those of the list, on every day.
[[nodiscard]] Served serves(const Territory& territory, const std::vector<AreaCode>& zones, const CommuneCode& commune,
                            Date day);

/// "91312", "2A004" as "insee:91312", "insee:2A004"; nothing unless it has the form of a commune's code. Those in 20 are what
/// Corsica had before 1976.
[[nodiscard]] std::optional<CommuneCode> commune_code(std::string_view insee);

}  // namespace patio
