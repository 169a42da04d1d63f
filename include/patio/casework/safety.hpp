#pragma once
/// \file
/// What must be known before anybody acts for somebody: a contact that is not safe, an address to keep silent, violence, an
/// adverse party at the same centre, a professional with a conflict of interest.
///
///     flags_on(marks, today);                                      // {unsafe_contact, violence_context}
///     if (auto stands = conflicts(me, person, declared, adverse, cases, today); !stands.empty()) ...
///
/// A mark is dated and told by somebody; taking it back ends it, and leaves that it was there.

#include <patio/casework/case_file.hpp>

namespace patio {

using SafetyMarkId = Id<struct SafetyMarkTag>;
using ConflictId = Id<struct ConflictTag>;
using AdversePartyId = Id<struct AdversePartyTag>;

struct SafetyMark {
  SafetyMarkId id;
  PersonId person_id;
  SafetyFlag flag{};
  ProfessionalCode set_by;
  Period period;
  bool operator==(const SafetyMark&) const = default;
};
BOOST_DESCRIBE_STRUCT(SafetyMark, (), (id, person_id, flag, set_by, period))

/// The flags of that day, each once, in the order of their description.
[[nodiscard]] std::vector<SafetyFlag> flags_on(const std::vector<SafetyMark>& marks, Date day);

/// Two people received here who are opposed: spouses who part, neighbours, a tenant and a landlord. It holds both ways.
struct AdverseParty {
  AdversePartyId id;
  PersonId person_id;
  PersonId other_id;
  Period period;
  bool operator==(const AdverseParty&) const = default;
};
BOOST_DESCRIBE_STRUCT(AdverseParty, (), (id, person_id, other_id, period))

/// A professional says that they should not follow this person (CGFP L121-5).
struct ConflictOfInterest {
  ConflictId id;
  ProfessionalCode professional;
  PersonId person_id;
  /// An entry of `conflict_kind` in the book.
  ReasonCode kind;
  Period period;
  /// Somebody in charge weighed it: they may follow all the same.
  std::optional<ProfessionalCode> lifted_by;
  bool operator==(const ConflictOfInterest&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConflictOfInterest, (), (id, professional, person_id, kind, period, lifted_by))

/// Why this professional should not follow this person on that day: what they declared and nobody lifted, and `adverse_party`
/// if they are a member of an open case of an adverse party among `cases`. Says nothing of who that is.
[[nodiscard]] std::vector<ReasonCode> conflicts(const ProfessionalCode& professional, const PersonId& person,
                                                const std::vector<ConflictOfInterest>& declared,
                                                const std::vector<AdverseParty>& adverse, const std::vector<CaseFile>& cases,
                                                Date day);

}  // namespace patio
