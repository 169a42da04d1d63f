#include <patio/casework/safety.hpp>

#include <algorithm>

namespace patio {
namespace {

bool opposed(const AdverseParty& pair, const PersonId& one, const PersonId& other) {
  return (pair.person_id == one && pair.other_id == other) || (pair.person_id == other && pair.other_id == one);
}

bool follows(const CaseFile& file, const ProfessionalCode& professional, Date day) {
  return is_open(file) && std::any_of(file.members.begin(), file.members.end(), [&](const CaseMember& member) {
           return member.professional == professional && member.role != MemberRole::outgoing && contains(member.period, day);
         });
}

}  // namespace

std::vector<SafetyFlag> flags_on(const std::vector<SafetyMark>& marks, Date day) {
  std::vector<SafetyFlag> flags;
  for (const auto& each : enumerators<SafetyFlag>())
    if (std::any_of(marks.begin(), marks.end(),
                    [&](const SafetyMark& mark) { return mark.flag == each.value && contains(mark.period, day); }))
      flags.push_back(each.value);
  return flags;
}

std::vector<ReasonCode> conflicts(const ProfessionalCode& professional, const PersonId& person,
                                  const std::vector<ConflictOfInterest>& declared, const std::vector<AdverseParty>& adverse,
                                  const std::vector<CaseFile>& cases, Date day) {
  std::vector<ReasonCode> found;
  const auto add = [&](const ReasonCode& kind) {
    if (std::find(found.begin(), found.end(), kind) == found.end()) found.push_back(kind);
  };
  for (const auto& each : declared)
    if (each.professional == professional && each.person_id == person && contains(each.period, day) && !each.lifted_by)
      add(each.kind);
  for (const auto& pair : adverse)
    for (const auto& file : cases)
      if (contains(pair.period, day) && opposed(pair, person, file.person_id) && follows(file, professional, day))
        add(ReasonCode{"adverse_party"});
  return found;
}

}  // namespace patio
