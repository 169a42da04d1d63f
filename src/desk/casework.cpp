#include "casework.hpp"

#include <algorithm>

namespace patio {
namespace {

/// The person, and everybody whose record was merged into theirs: whoever is opposed to them was noted under those ids.
std::vector<PersonId> ids_of(const PersonId& person, const Dossier& dossier) {
  std::vector<PersonId> ids{person};
  for (std::size_t at = 0; at < ids.size(); ++at)
    for (const auto& merge : dossier.find(where(&PersonMerge::person_id, PersonId(ids[at]))))
      if (!merge.undone_at && std::find(ids.begin(), ids.end(), merge.other_person_id) == ids.end())
        ids.push_back(merge.other_person_id);
  return ids;
}

bool same_seat(const CaseSeat& one, CaseSeat other) {
  other.id = one.id;
  return one == other;
}

/// Whose record that one was merged into, or itself.
PersonId kept_person(PersonId id, const Dossier& dossier) {
  constexpr int longest_chain = 16;
  for (int step = 0; step < longest_chain; ++step) {
    const auto person = dossier.get<Person>(id);
    if (!person || !person->merged_into) break;
    id = *person->merged_into;
  }
  return id;
}

}  // namespace

const CaseFile* living_case(const Dossier& dossier, const CaseId& id) {
  const CaseFile* file = find_by_id(dossier.of<CaseFile>(), id);
  // A merge joins two cases: no chain is longer than there are cases.
  for (std::size_t steps = dossier.of<CaseFile>().size(); file && file->merged_into && steps > 0; --steps)
    file = find_by_id(dossier.of<CaseFile>(), *file->merged_into);
  return file;
}

Standing standing_of(const Dossier& dossier, const Moment& moment, const std::optional<CaseId>& id) {
  const auto in = [&](const CaseFile& file) {
    return standing_in(file, moment.professional.code, moment.hat.code, moment.today);
  };
  if (id) {
    const CaseFile* file = living_case(dossier, *id);
    return file ? in(*file) : Standing::none;
  }
  Standing best = Standing::none;
  for (const auto& file : dossier.of<CaseFile>())
    if (!file.merged_into) best = std::max(best, in(file));
  return best;
}

AccessRequest facts_of_case(const CaseFile* file, const Moment& moment) {
  AccessRequest known;
  if (!file) {
    known.involvement = Involvement::none;
    return known;
  }
  const bool own = file->organisation == moment.hat.organisation && file->pole == moment.hat.pole.value_or(PoleCode{});
  const bool asked = file->next_referent == moment.professional.code && file->next_hat == moment.hat.code;
  const Standing standing = standing_in(*file, moment.professional.code, moment.hat.code, moment.today);
  known.compartment = own || asked ? Compartment::own_service : Compartment::other_service;
  known.involvement = asked || standing != Standing::none ? Involvement::both : Involvement::none;
  return known;
}

std::vector<Write> rows_of(const CaseFile& file, const Dossier& dossier, const Moment& moment, WriteKind kind) {
  std::vector<Write> rows{Write(kind, file)};
  std::vector<CaseSeat> wanted;
  for (const auto& member : file.members) {
    CaseSeat seat{next_id<CaseSeatId>(moment.ids), file.person_id, file.id, member.professional, member.hat,
                  member.period.since, member.period.until};
    if (std::none_of(wanted.begin(), wanted.end(), [&](const CaseSeat& each) { return same_seat(each, seat); }))
      wanted.push_back(seat);
  }
  const auto& before = dossier.of<CaseSeat>();
  for (const auto& seat : before)
    if (seat.case_id == file.id &&
        std::none_of(wanted.begin(), wanted.end(), [&](const auto& each) { return same_seat(each, seat); }))
      rows.push_back(removed(seat));
  for (const auto& seat : wanted)
    if (std::none_of(before.begin(), before.end(), [&](const auto& each) { return same_seat(each, seat); }))
      rows.push_back(added(seat));
  return rows;
}

Refusal stands_too_low(Standing standing, Standing needed) {
  if (standing == Standing::reader) return refusal("reads_only");
  return refusal(needed == Standing::referent && standing == Standing::member ? "not_the_referent" : "not_in_the_case");
}

std::vector<ReasonCode> conflicts_here(const ProfessionalCode& professional, const PersonId& person, const Dossier& dossier,
                                       const Moment& moment) {
  auto adverse = dossier.of<AdverseParty>();
  for (const auto& id : ids_of(person, dossier))
    for (auto& pair : dossier.find(where(&AdverseParty::other_id, id))) {
      pair.other_id = person;
      adverse.push_back(std::move(pair));
    }
  std::vector<CaseFile> cases;
  for (auto& pair : adverse) {
    PersonId& other = pair.person_id == person ? pair.other_id : pair.person_id;
    other = kept_person(other, dossier);
    if (other == person) continue;
    for (auto& file : dossier.find(where(&CaseFile::person_id, other))) cases.push_back(std::move(file));
  }
  return conflicts(professional, person, dossier.of<ConflictOfInterest>(), adverse, cases, moment.today);
}

const Hat* hat_today(const Moment& moment, const ProfessionalCode& professional, const OrganisationCode& organisation) {
  const Professional* found = find_by_code(moment.plan.professionals, professional);
  if (!found) return nullptr;
  for (const auto& hat : found->hats)
    if (contains(hat.period, moment.today) && (organisation.empty() || hat.organisation == organisation)) return &hat;
  return nullptr;
}

bool is_direction(const Moment& moment) { return moment.hat.recipient == name_of(Recipient::ccas_direction); }

Access to_approve() {
  AccessRequest known;
  known.compartment = Compartment::own_service;
  return {RequestAction::view, DataCategory::appointment, nullptr, {}, known};
}

}  // namespace patio
