#pragma once
/// \file
/// The table of capacity as a jurist writes it: `capacity.json` of the rulebook.

#include <patio/people/capacity.hpp>

namespace patio {

/// Who decides. `if_able`: the person as far as their state allows, else the representative (CC 459). `together`: both must
/// agree. `assisted`: the person, with the assistant's countersignature (CC 467).
enum class CapacityWay { person, if_able, assisted, together, representative, nobody };
BOOST_DESCRIBE_ENUM(CapacityWay, person, if_able, assisted, together, representative, nobody)

/// "adult", "discerning": how many full years it takes.
struct CapacityAge {
  std::string name;
  int years = 0;
  Date since{};
  std::optional<Date> until;
  std::vector<std::string> texts;
  Date recorded{};
  Date review_by{};
  std::string confidence;
  std::string source;
  std::string review;
};
BOOST_DESCRIBE_STRUCT(CapacityAge, (), (name, years, since, until, texts, recorded, review_by, confidence, source, review))

/// How long a title of that kind may last at most, renewals included.
struct TitleLimit {
  RepresentationKind kind{};
  int longest_years = 0;
  Date since{};
  std::optional<Date> until;
  std::vector<std::string> texts;
  Date recorded{};
  Date review_by{};
  std::string confidence;
  std::string source;
  std::string review;
};
BOOST_DESCRIBE_STRUCT(TitleLimit, (),
                      (kind, longest_years, since, until, texts, recorded, review_by, confidence, source, review))

struct CapacityAct {
  ActCode code;
  Text label;
  /// `person` or `property`: which titles reach it.
  RepresentationScope domain{};
  bool presumes_capacity = false;
  /// Any protection measure counts, whatever its scope.
  bool any_title = false;
  Date since{};
  std::optional<Date> until;
  Date recorded{};
  Date review_by{};
  std::string confidence;
  std::string source;
  std::string review;
};
BOOST_DESCRIBE_STRUCT(CapacityAct, (),
                      (code, label, domain, presumes_capacity, any_title, since, until, recorded, review_by, confidence,
                       source, review))

struct CapacityRow {
  std::vector<ActCode> acts;
  std::vector<CapacitySituation> situations;
  CapacityWay consent{};
  CapacityWay sign{};
  /// Every holder of a title must agree, not any one of them.
  bool every_holder = false;
  bool informs_holder = false;
  Date since{};
  std::optional<Date> until;
  std::vector<std::string> texts;
  Date recorded{};
  Date review_by{};
  std::string confidence;
  std::string source;
  std::string review;
};
BOOST_DESCRIBE_STRUCT(CapacityRow, (),
                      (acts, situations, consent, sign, every_holder, informs_holder, since, until, texts, recorded,
                       review_by, confidence, source, review))

struct CapacityTable {
  std::string schema;
  std::vector<CapacityAge> ages;
  std::vector<TitleLimit> limits;
  std::vector<CapacityAct> acts;
  std::vector<CapacityRow> rows;
};
BOOST_DESCRIBE_STRUCT(CapacityTable, (), (schema, ages, limits, acts, rows))

/// The compiled-in table; read once.
[[nodiscard]] const CapacityTable& capacity_table();

}  // namespace patio
