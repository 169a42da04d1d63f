#pragma once
/// \file
/// The cases that one may know of, and a whole one for whoever stands in it.

#include <patio/desk/cases.hpp>

namespace patio {

/// One case, as far as its list shows it: no name, no content.
struct CaseSummary {
  CaseId case_id;
  PersonId person_id;
  CaseState state{};
  Standing standing{};
  /// Still to do, those of the asking professional only.
  std::vector<CaseStep> steps;
  bool operator==(const CaseSummary&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseSummary, (), (case_id, person_id, state, standing, steps))

struct CaseList {
  std::vector<CaseSummary> cases;
  /// How many there are, listed or not. Those that this hat may not know are not counted.
  std::uint64_t total = 0;
  bool operator==(const CaseList&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseList, (), (cases, total))

/// `mine`: in which the hat stands today; `known`: of which it may know that they are there, whoever works on them.
enum class CaseScope { mine, known };
BOOST_DESCRIBE_ENUM(CaseScope, mine, known)

/// The cases in which the hat stands today, of anybody, or all that it may know of.
struct MyCases {
  using Answer = CaseList;
  static constexpr std::string_view purpose = "follow_up";
  bool also_closed = false;
  /// Absent: `mine`.
  std::optional<CaseScope> whose;
  /// 1 to 1,000. Absent: 1,000.
  std::optional<int> at_most;
  bool operator==(const MyCases&) const = default;
};
BOOST_DESCRIBE_STRUCT(MyCases, (), (also_closed, whose, at_most))

struct CaseRead {
  CaseFile case_file;
  /// The last contact that came from the person's side.
  std::optional<Date> last_contact;
  bool operator==(const CaseRead&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseRead, (), (case_file, last_contact))

/// A whole case, for whoever stands in it.
struct ReadCase {
  using Answer = CaseRead;
  static constexpr std::string_view purpose = "follow_up";
  PersonId person_id;
  CaseId case_id;
  bool operator==(const ReadCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadCase, (), (person_id, case_id))

}  // namespace patio
