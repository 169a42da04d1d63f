#pragma once
/// \file
/// The only link between a person and their pseudonym in the log.

#include <patio/store/audit.hpp>
#include <patio/store/table.hpp>

namespace patio {

struct AuditSubject {
  AuditSubjectId id;
  PersonId person_id;
  bool operator==(const AuditSubject&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditSubject, (), (id, person_id))

template <>
struct Keys<AuditSubject> {
  static std::vector<Key> list() { return {unique_on(&AuditSubject::person_id)}; }
};

}  // namespace patio
