#include <patio/desk/keeping.hpp>

#include "../casework.hpp"
#include "../referral_course.hpp"
#include "consent_register.hpp"
#include "mandate_register.hpp"

namespace patio {
namespace {

template <class List>
void append(List& all, List more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// All that a death ends, each in the way of its own machine.
class Ending {
 public:
  Ending(Handled<RecordDeath>& done, const Dossier& dossier, const Moment& moment)
      : done_(done), dossier_(dossier), moment_(moment) {}

  void end_referrals() {
    for (const auto& each : dossier_.of<Referral>()) {
      if (is_final(each.state)) continue;
      ReferralCourse course(each, WriteKind::change, dossier_, moment_);
      if (course.take(ReferralEvent::die, {}) || !course.has_moved()) continue;
      done_.answer.referrals.push_back(each.id);
      add(course.writes(), course.effects());
    }
  }

  void end_consents() {
    for (const auto& each : dossier_.of<Consent>()) {
      const auto step = consent_machine().step(each.state, ConsentEvent::person_dies, {});
      if (!step || step->no_op) continue;
      done_.answer.consents.push_back(each.id);
      add({changed(noted(each, *step, ConsentEvent::person_dies, each.given_by, moment_))},
          about(to_text(each.id), step->effects));
    }
  }

  void end_mandates() {
    for (const auto& each : dossier_.of<Mandate>()) {
      MandateChange change = end_mandate(each, MandateEvent::person_ends, MandateReason{"person_died"}, moment_);
      if (change.writes.empty()) continue;
      done_.answer.mandates.push_back(each.id);
      add(std::move(change.writes), std::move(change.effects));
    }
  }

  void end_titles() {
    for (Representation title : dossier_.of<Representation>()) {
      if (!in_force(title, moment_.today)) continue;
      title.period.until = moment_.today;
      add({changed(title)}, {});
    }
  }

  /// Nobody is proposed another day: only the slots are free again.
  void cancel_what_comes() {
    for (Appointment each : dossier_.of<Appointment>()) {
      const auto step = appointment_machine().step(each.state, AppointmentEvent::cancel_by_person, {});
      if (!step || each.starts_at <= moment_.now) continue;
      each.state = step->state;
      done_.answer.appointments.push_back(each.id);
      add({changed(each)}, about(to_text(each.id), step->effects));
    }
    for (JointInterview each : dossier_.of<JointInterview>()) {
      const auto step = joint_interview_machine().step(each.state, JointInterviewEvent::cancel, {});
      if (!step || step->no_op || each.starts_at <= moment_.now) continue;
      each.state = step->state;
      add({changed(each)}, {});
    }
    for (HomeVisit each : dossier_.of<HomeVisit>()) {
      const auto step = home_visit_machine().step(each.state, HomeVisitEvent::cancel, {});
      if (!step || step->no_op || each.starts_at <= moment_.now) continue;
      each.state = step->state;
      add({changed(each)}, about(to_text(each.id), step->effects));
    }
  }

  /// Where a case may be closed it waits for the approval, as any closing; elsewhere its referent is told.
  void close_cases() {
    const ClosingRequest request{ReasonCode{"deceased"}, moment_.professional.code, 0, true};
    for (const auto& file : dossier_.of<CaseFile>()) {
      if (!is_open(file)) continue;
      add({}, {{"tell_referent_of_death", to_text(file.id)}});
      const auto change = close_case(file, request, moment_.today, moment_.casework());
      if (!change) continue;
      done_.answer.closing.push_back(file.id);
      add(rows_of(change->file, dossier_, moment_, WriteKind::change), about(to_text(file.id), change->effects));
    }
  }

 private:
  void add(std::vector<Write> writes, Effects effects) {
    append(done_.writes, std::move(writes));
    append(done_.effects, std::move(effects));
  }

  Handled<RecordDeath>& done_;
  const Dossier& dossier_;
  const Moment& moment_;
};

std::vector<Access> to_record() { return {{RequestAction::record, DataCategory::identity, nullptr, {}}}; }

}  // namespace

Issues check(const RecordDeath&, const Moment&) { return {}; }

std::vector<Access> accesses(const RecordDeath&, const Dossier&, const Moment&) { return to_record(); }

Result<Handled<RecordDeath>> handle(const RecordDeath& command, const Dossier& dossier, const Clearance&,
                                    const Moment& moment) {
  if (has_died(dossier.of<Death>())) return refusal("already_done");
  Death death;
  death.id = next_id<DeathId>(moment.ids);
  death.person_id = command.person_id;
  death.died_on = command.died_on;
  death.document_sha256 = command.document_sha256.value_or("");
  death.noted_at = moment.now;
  death.noted_by = moment.professional.code;
  if (Issues faults = check(death, *dossier.person, moment.today); !faults.list.empty()) throw InvalidInput(std::move(faults));
  Handled<RecordDeath> done{{death.id, {}, {}, {}, {}, {}}, {added(death)}, {}, {}};
  Ending ending(done, dossier, moment);
  ending.end_referrals();
  ending.end_consents();
  ending.end_mandates();
  ending.end_titles();
  ending.cancel_what_comes();
  ending.close_cases();
  return done;
}

Issues check(const RetractDeath&, const Moment&) { return {}; }

std::vector<Access> accesses(const RetractDeath&, const Dossier&, const Moment&) { return to_record(); }

Result<Handled<RetractDeath>> handle(const RetractDeath& command, const Dossier& dossier, const Clearance&,
                                     const Moment& moment) {
  const Death* found = find_by_id(dossier.of<Death>(), command.death_id);
  if (!found) return refusal("death_unknown");
  if (found->retracted_at) return refusal("already_done");
  Death retracted = *found;
  retracted.retracted_at = moment.now;
  retracted.retracted_by = moment.professional.code;
  return Handled<RetractDeath>{
      {retracted.id}, {changed(retracted)}, about(to_text(retracted.id), {"take_up_again"}), {}};
}

}  // namespace patio
