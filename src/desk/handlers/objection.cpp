#include <patio/desk/objection.hpp>

#include "consent_register.hpp"

namespace patio {

Issues check(const RecordObjection& command, const Moment& moment) {
  Checker checker;
  const auto& organisation = command.against_organisation;
  const auto& professional = command.against_professional;
  const auto& purpose = command.against_purpose;
  checker.known(!organisation || find_by_code(moment.plan.organisations, *organisation), "/against_organisation");
  checker.known(!professional || find_by_code(moment.plan.professionals, *professional), "/against_professional");
  checker.known(!purpose || enum_from<Purpose>(purpose->text()), "/against_purpose");
  checker.each_named<DataCategory>(command.categories, "/categories");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const RecordObjection&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::attendance, nullptr, {}}};
}

Result<Handled<RecordObjection>> handle(const RecordObjection& command, const Dossier& dossier, const Clearance&,
                                        const Moment& moment) {
  Objection objection;
  objection.id = next_id<ObjectionId>(moment.ids);
  objection.person_id = command.person_id;
  objection.recipient = command.against_organisation;
  objection.professional = command.against_professional;
  objection.purpose = command.against_purpose;
  objection.categories = command.categories;
  objection.made_by = command.made_by;
  objection.made_at = moment.now;
  objection.noted_by = moment.professional.code;
  objection.period.since = moment.today;
  ConsentChange change = change_of(objection, dossier, moment);
  return Handled<RecordObjection>{{objection.id, objection.state, std::move(change.stopped), std::move(change.stops)},
                                  std::move(change.writes),
                                  std::move(change.effects),
                                  {}};
}

Issues check(const LiftObjection&, const Moment&) { return {}; }

std::vector<Access> accesses(const LiftObjection&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::attendance, nullptr, {}}};
}

Result<Handled<LiftObjection>> handle(const LiftObjection& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  const Objection* found = find_by_id(dossier.of<Objection>(), command.objection_id);
  if (!found) return refusal("objection_unknown");
  const auto step = objection_machine().step(found->state, ObjectionEvent::lift, {command.asked_by_person, false});
  if (!step) return step.error();
  Objection objection = *found;
  objection.state = step->state;
  Handled<LiftObjection> done{{objection.id, objection.state, {}, {}}, {}, about(to_text(objection.id), step->effects), {}};
  if (step->no_op) return done;
  objection.period.until = moment.today;
  done.writes.push_back(changed(objection));
  return done;
}

}  // namespace patio
