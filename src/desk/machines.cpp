#include "machines.hpp"

#include <patio/casework/case_file.hpp>
#include <patio/casework/help_request.hpp>
#include <patio/casework/home_visit.hpp>
#include <patio/casework/joint_interview.hpp>
#include <patio/casework/referral.hpp>
#include <patio/consent/mandate.hpp>
#include <patio/consent/objection.hpp>

namespace patio {

// What the guards of each machine look at.
BOOST_DESCRIBE_STRUCT(AppointmentContext, (), (hold_is_over, has_ended))
BOOST_DESCRIBE_STRUCT(CaseContext, (),
                      (person_is_known, notice_given, referent_named, plan_is_whole, person_agreed, ground_known, is_new_member,
                       is_plain_member, review_is_later, reason_given, answers_as_asked, urgent_needs_settled, may_approve,
                       still_the_same_case, same_person, referents_agree, undo_in_time, contact_is_old, on_legal_hold,
                       review_is_due, transfer_is_late, visa_given, before_merge))
BOOST_DESCRIBE_STRUCT(ConsentContext, (),
                      (informed, giver_may_consent, names_recipients, names_categories, too_broad, oral, has_proof,
                       by_representative, scope_left, time_is_over, reason_given))
BOOST_DESCRIBE_STRUCT(HelpContext, (),
                      (kind_listed, amount_asked, nothing_identifies, has_sat, amount_in_range, payment_listed, reason_listed,
                       silence_is_over, appeal_in_time))
BOOST_DESCRIBE_STRUCT(HomeVisitContext, (),
                      (reason_listed, equipment_moves, equipment_free, professional_free, within_month, approver_is_another,
                       has_begun))
BOOST_DESCRIBE_STRUCT(JointInterviewContext, (), (has_begun, consent_covers))
BOOST_DESCRIBE_STRUCT(MandateContext, (),
                      (identity_checked, person_adult, person_unprotected, duration_known, names_procedure, template_known,
                       aidant_eligible, aidant_habilitated, free_of_charge, concluded, asked, reachable, paper_seen,
                       same_organisation, procedure_covered,
                       procedure_revoked, last_procedure, person_informed, time_is_over, renewal_in_time))
BOOST_DESCRIBE_STRUCT(ObjectionContext, (), (asked_by_person, reason_given))
BOOST_DESCRIBE_STRUCT(ReferralContext, (),
                      (side, sends_data, person_alive, service_receives, route_clear, documents_present, agreement_in_force,
                       ground_holds, proof_pending, nothing_withheld, reason_given, outcome_given, appointment_linked,
                       contact_safe, attempts_enough, absences_enough, is_new_owner, is_new_service, time_is_over, before))

namespace {

template <class Fact>
std::vector<std::string> all_of(const Fact& usual) {
  if constexpr (std::same_as<Fact, bool>) return usual ? std::vector<std::string>{"yes", "no"} : std::vector<std::string>{"no", "yes"};
  else {
    std::vector<std::string> names{std::string(name_of(usual))};
    for (const auto& each : enumerators<Fact>())
      if (each.value != usual) names.emplace_back(each.name);
    return names;
  }
}

template <class Fact>
Fact read(const std::string& name) {
  if constexpr (std::same_as<Fact, bool>) return name == "yes";
  else return *enum_from<Fact>(name);
}

template <class Context>
std::map<std::string, std::vector<std::string>> facts_of(const Context& context) {
  std::map<std::string, std::vector<std::string>> facts;
  each_field(context, [&](std::string_view name, const auto& usual) { facts.emplace(name, all_of(usual)); });
  return facts;
}

template <class Context>
Context context_of(const MachineFacts& facts) {
  Context context;
  each_member<Context>([&]<class Fact>(std::string_view name, Fact Context::*member) {
    if (const auto found = facts.find(std::string(name)); found != facts.end()) context.*member = read<Fact>(found->second);
  });
  return context;
}

template <class State, class Event, class Context>
NamedMachine named(const Machine<State, Event, Context>& machine) {
  return {machine.table(), facts_of(Context{}),
          [&machine](const std::string& state, const std::string& event, const MachineFacts& facts) {
            const auto step = machine.step(*enum_from<State>(state), *enum_from<Event>(event), context_of<Context>(facts));
            if (!step) return Result<Step<std::string>>(step.error());
            return Result<Step<std::string>>(Step<std::string>{std::string(name_of(step->state)), step->no_op, step->effects});
          }};
}

}  // namespace

const std::vector<NamedMachine>& machines() {
  static const std::vector<NamedMachine> all{
      named(appointment_machine()), named(case_machine()),       named(consent_machine()), named(help_machine()),
      named(home_visit_machine()),  named(joint_interview_machine()), named(mandate_machine()),
      named(objection_machine()),   named(referral_machine()),
  };
  return all;
}

const NamedMachine& machine_named(std::string_view name) {
  for (const auto& each : machines())
    if (each.table.name == name) return each;
  throw Error(ErrorCode::not_found, {"aucune machine de ce nom", "there is no machine of that name"});
}

}  // namespace patio
