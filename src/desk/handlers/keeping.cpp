#include <patio/desk/keeping.hpp>

#include <patio/base/hash.hpp>
#include <patio/casework/case_change.hpp>

#include "../casework.hpp"

namespace patio {
namespace {

/// How long a file is kept is not a professional's to say about those whom they follow.
std::optional<Refusal> not_the_direction(const Moment& moment) {
  if (is_direction(moment)) return std::nullopt;
  return refusal("approval_required");
}

bool held_besides(const LegalHoldId& id, const Dossier& dossier, Date today) {
  auto others = dossier.of<LegalHold>();
  std::erase_if(others, [&](const LegalHold& each) { return each.id == id; });
  return on_legal_hold(others, today);
}

}  // namespace

Issues check(const PlaceLegalHold& command, const Moment& moment) {
  Checker checker;
  checker.known(find(moment.casework(), CaseworkList::hold_reason, command.reason, moment.today), "/reason");
  checker.require(!command.until || *command.until > moment.today, "/until", "in_the_past",
                  {"ce jour est déjà passé", "this day is already over"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const PlaceLegalHold&, const Dossier&, const Moment&) { return {to_approve()}; }

Result<Handled<PlaceLegalHold>> handle(const PlaceLegalHold& command, const Dossier&, const Clearance&, const Moment& moment) {
  if (auto no = not_the_direction(moment)) return std::move(*no);
  const LegalHold hold{next_id<LegalHoldId>(moment.ids), command.person_id, command.reason, moment.professional.code, moment.now,
                       {moment.today, command.until},    {}};
  return Handled<PlaceLegalHold>{{hold.id, true}, {added(hold)}, {}, {}};
}

Issues check(const LiftLegalHold&, const Moment&) { return {}; }

std::vector<Access> accesses(const LiftLegalHold&, const Dossier&, const Moment&) { return {to_approve()}; }

Result<Handled<LiftLegalHold>> handle(const LiftLegalHold& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  if (auto no = not_the_direction(moment)) return std::move(*no);
  const LegalHold* found = find_by_id(dossier.of<LegalHold>(), command.hold_id);
  if (!found) return refusal("hold_unknown");
  if (!contains(found->period, moment.today)) return refusal("already_done");
  LegalHold lifted = *found;
  lifted.period.until = moment.today;
  lifted.lifted_by = moment.professional.code;
  return Handled<LiftLegalHold>{{lifted.id, held_besides(lifted.id, dossier, moment.today)}, {changed(lifted)}, {}, {}};
}

Issues check(const RecordArchivesVisa& command, const Moment& moment) {
  Checker checker;
  checker.require(!command.reference.empty(), "/reference", "empty_text",
                  {"dire le numéro du bordereau", "say the number of the list"});
  checker.require(command.given_on <= moment.today, "/given_on", "in_the_future",
                  {"ce jour n'est pas encore arrivé", "this day has not come yet"});
  checker.require(!command.document_sha256 || parse_hash(*command.document_sha256), "/document_sha256", "not_a_hash",
                  {"attendu : SHA-256 du document, 64 chiffres hexadécimaux en minuscules",
                   "expected the SHA-256 of the document, 64 lower-case hexadecimal digits"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const RecordArchivesVisa&, const Dossier&, const Moment&) { return {to_approve()}; }

Result<Handled<RecordArchivesVisa>> handle(const RecordArchivesVisa& command, const Dossier& dossier, const Clearance&,
                                           const Moment& moment) {
  if (auto no = not_the_direction(moment)) return std::move(*no);
  const CaseFile* file = find_by_id(dossier.of<CaseFile>(), command.case_id);
  if (!file) return refusal("case_unknown");
  const ArchivesVisa visa{next_id<ArchivesVisaId>(moment.ids), command.person_id, command.case_id,
                          command.reference,                   command.document_sha256.value_or(""), command.given_on,
                          moment.professional.code,            moment.now};
  const auto change = record_visa(*file, shows_visa(visa), on_legal_hold(dossier.of<LegalHold>(), moment.today));
  if (!change) return change.error();
  Handled<RecordArchivesVisa> done{{visa.id, file->id, change->file.state},
                                   rows_of(change->file, dossier, moment, WriteKind::change),
                                   about(to_text(file->id), change->effects),
                                   {}};
  done.writes.push_back(added(visa));
  return done;
}

Issues check(const ReadKeeping&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadKeeping&, const Dossier&, const Moment&) {
  return {{RequestAction::view, DataCategory::attendance, nullptr, {}}};
}

Result<KeepingRegister> answer(const ReadKeeping&, const Asked& asked) {
  const Dossier& dossier = asked.dossier;
  return KeepingRegister{dossier.of<Death>(), dossier.of<LegalHold>(), dossier.of<ArchivesVisa>()};
}

}  // namespace patio
