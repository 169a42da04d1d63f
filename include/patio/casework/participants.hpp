#pragma once
/// \file
/// Who took part in something collective: people who are known, and the others, who are only counted.
///
///     Checked<AnonymousGroup> group = completed({7, {{"woman", 3}, {"man", 2}}, {}, {}}, book, day);
///     group->gender["not_stated"];       // 2: each total is that of the group
///
/// The classes are lists of the casework book (`participant_gender`, `participant_age`, `participant_status`).

#include <map>

#include <patio/casework/casework_book.hpp>
#include <patio/casework/encounter.hpp>

namespace patio {

/// Nobody in it can be told apart: numbers only.
struct AnonymousGroup {
  int total = 0;
  std::map<std::string, int> gender;
  std::map<std::string, int> age;
  std::map<std::string, int> status;
  bool operator==(const AnonymousGroup&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnonymousGroup, (), (total, gender, age, status))

/// Every class completed by `not_stated`, so that each adds up to the total. Issues for a negative number, an unknown
/// class, and more people declared than there were.
[[nodiscard]] Checked<AnonymousGroup> completed(const AnonymousGroup& declared, const CaseworkBook& book, Date day);

using CollectiveSessionId = Id<struct CollectiveSessionTag>;

/// A workshop, a forum, an open day: one session with everybody who came.
struct CollectiveSession {
  CollectiveSessionId id;
  Instant began_at;
  int minutes = 0;
  SiteCode site;
  ProfessionalCode professional;
  OrganisationCode organisation;
  PoleCode pole;
  NeedCode theme;
  std::vector<PersonId> known;
  AnonymousGroup others;
  bool operator==(const CollectiveSession&) const = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveSession, (),
                      (id, began_at, minutes, site, professional, organisation, pole, theme, known, others))

/// The whole is `known` and `anonymous`: nobody is counted in both.
struct ParticipantCount {
  int total = 0;
  int known = 0;
  int anonymous = 0;
  bool operator==(const ParticipantCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(ParticipantCount, (), (total, known, anonymous))

[[nodiscard]] ParticipantCount count(const CollectiveSession& session);

}  // namespace patio
