#include <patio/consent/mandate.hpp>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

constexpr Date signed_on = 2026_y / 3 / 10;
const ProcedureCode social{"social"}, argent{"argent"}, papiers{"papiers"};
const OrganisationCode centre{"org:igny"};

const MandateTerms& terms() { return mandate_terms(signed_on); }

Mandate signed_for(const char* duration) {
  Mandate mandate;
  mandate.organisation = centre;
  mandate.aidant = ProfessionalCode{"pro:fs1"};
  mandate.authorisations = {{social, {}, {}}, {argent, {}, {}}, {papiers, {}, {}}};
  mandate.duration = *DurationCode::parse(duration);
  mandate.period = mandate_period(signed_on, *duration_of(terms(), mandate.duration));
  mandate.template_version = "2026-03-23";
  mandate.signed_at = parse_instant("2026-03-10T09:00:00Z");
  return mandate;
}

Mandate without(const ProcedureCode& procedure, const char* at = "2026-03-20T09:00:00Z") {
  return revoke(signed_for("year"), procedure, *parse_instant(at), MandateReason{"person_asked"});
}

std::string reason(const Mandate& mandate, const ProcedureCode& procedure, Date day = 2026_y / 3 / 21,
                   const OrganisationCode& organisation = centre) {
  return covers(mandate, {organisation, procedure, day}, terms()).reason;
}

MandateContext allowed() {
  return {.identity_checked = true,
          .person_adult = true,
          .person_unprotected = true,
          .duration_known = true,
          .names_procedure = true,
          .template_known = true,
          .aidant_eligible = true,
          .aidant_habilitated = true,
          .free_of_charge = true,
          .concluded = true,
          .same_organisation = true,
          .procedure_covered = true,
          .person_informed = true,
          .renewal_in_time = true};
}

std::string refused(MandateState state, MandateEvent event, const MandateContext& context) {
  const auto step = mandate_machine().step(state, event, context);
  return step ? "" : step.error().code;
}

}  // namespace

TEST_CASE("S08: mandates signed on 10 March end so many days later, and only the long ones have a reminder") {
  struct Expected {
    const char* duration;
    Date ends;
    std::optional<Date> reminder;
  };
  const Expected all[] = {{"day", 2026_y / 3 / 11, {}},
                          {"month", 2026_y / 4 / 10, {}},
                          {"semester", 2026_y / 9 / 8, Date(2026_y / 8 / 9)},
                          {"year", 2027_y / 3 / 10, Date(2027_y / 2 / 8)}};
  for (const auto& each : all) {
    const Mandate mandate = signed_for(each.duration);
    INFO(each.duration);
    CHECK(mandate.period.until == each.ends);
    CHECK(reminder_on(mandate, signed_on, terms()) == each.reminder);
    CHECK(state_of(mandate, add_days(each.ends, -1), terms()) == MandateState::active);
    CHECK(state_of(mandate, each.ends, terms()) == MandateState::expired);
    CHECK_FALSE(reminder_on(mandate, each.ends, terms()));
  }
}

TEST_CASE("S06: one procedure is revoked alone, the others stay, and so does the end") {
  const Mandate mandate = without(argent);
  CHECK(state_of(mandate, 2026_y / 3 / 21, terms()) == MandateState::partially_revoked);
  CHECK(reason(mandate, argent) == "procedure_revoked");
  CHECK(reason(mandate, social).empty());
  CHECK(mandate.period.until == Date(2027_y / 3 / 10));
  CHECK(reminder_on(mandate, 2026_y / 3 / 21, terms()) == 2027_y / 2 / 8);
}

TEST_CASE("S07: the mandate belongs to the structure: any of its aidants, and nobody of another") {
  CHECK(reason(signed_for("year"), social).empty());
  CHECK(reason(signed_for("year"), social, 2026_y / 3 / 21, OrganisationCode{"org:mds"}) == "not_holder_org");
}

TEST_CASE("a mandate says no for a procedure that it does not list, before its day, when it is over, and as a draft") {
  CHECK(reason(signed_for("year"), ProcedureCode{"logement"}) == "procedure_not_covered");
  CHECK(reason(signed_for("year"), social, 2026_y / 3 / 9) == "not_signed");
  CHECK(reason(signed_for("day"), social, 2026_y / 3 / 11) == "expired");
  Mandate draft = signed_for("year");
  draft.signed_at = {};
  CHECK(reason(draft, social, 2026_y / 3 / 16) == "not_signed");
  CHECK(reason(draft, social, 2026_y / 3 / 17) == "closed");
  Mandate old = signed_for("year");
  old.superseded_by = MandateId{};
  CHECK(reason(old, social) == "closed");
}

TEST_CASE("revoking the last procedure, or all at once, revokes the mandate on that day") {
  Mandate mandate = without(argent);
  mandate = revoke(mandate, {}, *parse_instant("2026-04-01T09:00:00Z"), MandateReason{"person_asked"});
  CHECK(state_of(mandate, 2026_y / 4 / 1, terms()) == MandateState::revoked);
  CHECK(mandate.authorisations[1].revoked_at == parse_instant("2026-03-20T09:00:00Z"));
  const Zone paris = *find_zone("Europe/Paris");
  CHECK(end_of(mandate, paris) == 2026_y / 4 / 1);
  CHECK(evidence_until(mandate, paris, terms()) == 2032_y / 4 / 1);
  CHECK(evidence_until(signed_for("year"), paris, terms()) == 2033_y / 3 / 10);
}

TEST_CASE("the attestation is over aidant, person, structure, procedures, dates and template, whatever their order") {
  const std::string hash = attestation_hash(signed_for("year"));
  Mandate other = signed_for("year");
  std::swap(other.authorisations[0], other.authorisations[2]);
  CHECK(attestation_hash(other) == hash);
  CHECK(attestation_hash(without(argent)) == hash);
  other.authorisations.pop_back();
  CHECK(attestation_hash(other) != hash);
  CHECK(attestation_hash(signed_for("month")) != hash);
  other = signed_for("year");
  other.template_version = "2020-10-07";
  CHECK(attestation_hash(other) != hash);
}

TEST_CASE(
    "a mandate is signed by an adult under no measure, known, with a habilitated aidant, for a known time and for "
    "something") {
  CHECK(refused(MandateState::draft, MandateEvent::sign, allowed()).empty());
  const std::pair<bool MandateContext::*, const char*> needs[] = {
      {&MandateContext::identity_checked, "identity_not_checked"},
      {&MandateContext::person_adult, "person_minor"},
      {&MandateContext::person_unprotected, "person_protected"},
      {&MandateContext::duration_known, "unknown_duration"},
      {&MandateContext::names_procedure, "no_procedure_named"},
      {&MandateContext::aidant_eligible, "professional_not_eligible"},
      {&MandateContext::free_of_charge, "structure_charges_fees"},
      {&MandateContext::aidant_habilitated, "professional_not_habilitated"},
      {&MandateContext::template_known, "template_unknown"},
      {&MandateContext::concluded, "remote_answer_missing"}};
  for (const auto& [need, code] : needs) {
    MandateContext context = allowed();
    context.*need = false;
    CHECK(refused(MandateState::draft, MandateEvent::sign, context) == code);
  }
}

TEST_CASE("a mandate is renewed while it runs and for a year after; once revoked, only with the identity checked again") {
  CHECK(mandate_machine().step(MandateState::active, MandateEvent::renew, allowed())->state == MandateState::superseded);
  MandateContext context = allowed();
  context.identity_checked = false;
  CHECK(refused(MandateState::expired, MandateEvent::renew, context).empty());
  CHECK(refused(MandateState::revoked, MandateEvent::renew, context) == "identity_not_checked");
  context = allowed();
  context.renewal_in_time = false;
  CHECK(refused(MandateState::expired, MandateEvent::renew, context) == "renewal_too_late");
  CHECK(refused(MandateState::active, MandateEvent::renew, context).empty());
  CHECK(refused(MandateState::superseded, MandateEvent::renew, allowed()) == "new_draft_needed");
}

TEST_CASE("at a distance a mandate is asked, answered, attested; in person it is none of it") {
  const auto paris = *find_zone("Europe/Paris");
  Mandate mandate = signed_for("year");
  CHECK_FALSE(remote_stage(mandate));
  CHECK_FALSE(paper_asked_on(mandate, signed_on, paris, terms()));
  mandate.method = MandateMethod::remote_message;
  mandate.signed_at.reset();
  CHECK(remote_stage(mandate) == RemoteStage::asked);
  CHECK(draft_ends_on(mandate, terms()) == 2026_y / 3 / 17);
  CHECK(state_of(mandate, 2026_y / 3 / 16, terms()) == MandateState::draft);
  CHECK(state_of(mandate, 2026_y / 3 / 17, terms()) == MandateState::abandoned);
  CHECK_FALSE(paper_asked_on(mandate, signed_on, paris, terms()));

  mandate.signed_at = parse_instant("2026-03-10T09:00:00Z");
  CHECK(remote_stage(mandate) == RemoteStage::answered);
  CHECK_FALSE(draft_ends_on(mandate, terms()));
  CHECK(paper_asked_on(mandate, signed_on, paris, terms()) == 2026_y / 3 / 25);
  CHECK(paper_asked_on(mandate, 2026_y / 3 / 24, paris, terms()) == 2026_y / 3 / 25);
  CHECK(paper_asked_on(mandate, 2026_y / 3 / 25, paris, terms()) == 2026_y / 4 / 9);
  mandate.evidence = {{EvidenceKind::message_answer, "", {}, {}}};
  CHECK(remote_stage(mandate) == RemoteStage::answered);
  mandate.evidence.push_back({EvidenceKind::signed_paper, "", {}, {}});
  CHECK(remote_stage(mandate) == RemoteStage::attested);
  CHECK_FALSE(paper_asked_on(mandate, signed_on, paris, terms()));
}

TEST_CASE("nobody is asked at a distance where they cannot be reached safely, and a no is a no") {
  MandateContext context = allowed();
  context.concluded = false;
  CHECK(refused(MandateState::draft, MandateEvent::ask, context) == "contact_unsafe");
  context.reachable = true;
  CHECK(refused(MandateState::draft, MandateEvent::ask, context).empty());
  context.person_unprotected = false;
  CHECK(refused(MandateState::draft, MandateEvent::ask, context) == "person_protected");
  CHECK(mandate_machine().step(MandateState::draft, MandateEvent::deny, {})->state == MandateState::abandoned);
  CHECK(refused(MandateState::abandoned, MandateEvent::sign, allowed()) == "closed");
  context = {};
  CHECK(refused(MandateState::draft, MandateEvent::use, context) == "not_signed");
  context.asked = true;
  CHECK(refused(MandateState::draft, MandateEvent::use, context) == "remote_answer_missing");
  CHECK(refused(MandateState::active, MandateEvent::attest, context) == "evidence_missing");
  context.paper_seen = true;
  for (const auto state : {MandateState::active, MandateState::expired, MandateState::revoked})
    CHECK(mandate_machine().step(state, MandateEvent::attest, context)->state == state);
}

TEST_CASE("a draft that is revoked whole is abandoned") {
  Mandate draft = signed_for("year");
  draft.signed_at.reset();
  const Mandate gone = revoke(draft, {}, *parse_instant("2026-03-11T09:00:00Z"), MandateReason{"person_died"});
  CHECK(state_of(gone, 2026_y / 3 / 11, terms()) == MandateState::abandoned);
}

TEST_CASE("a mandate moves to another structure only once the person is told") {
  MandateContext context = allowed();
  CHECK(refused(MandateState::active, MandateEvent::transfer, context).empty());
  context.person_informed = false;
  CHECK(refused(MandateState::active, MandateEvent::transfer, context) == "person_not_informed");
  CHECK(refused(MandateState::expired, MandateEvent::transfer, allowed()) == "expired");
}

TEST_CASE("every event in every state of a mandate has an answer with its text") {
  for (const auto& state : enumerators<MandateState>())
    for (const auto& event : enumerators<MandateEvent>())
      for (const auto& context : {MandateContext{}, allowed()}) {
        const auto step = mandate_machine().step(state.value, event.value, context);
        INFO(state.name << ' ' << event.name);
        if (!step) CHECK(step.error().message.fr != step.error().code);
      }
  CHECK(check(mandate_machine().table()).list.empty());
}

TEST_CASE("mandates of every kind") {
  prop("a revoked procedure is never covered again, on any day, and the others are not touched",
       [](std::vector<bool> revoked, Date day) {
         Mandate mandate = signed_for("year");
         for (std::size_t i = 0; i < 3 && i < revoked.size(); ++i)
           if (revoked[i])
             mandate = revoke(mandate, mandate.authorisations[i].procedure, *parse_instant("2026-03-20T09:00:00Z"),
                              MandateReason{"person_asked"});
         for (std::size_t i = 0; i < 3; ++i) {
           const auto& procedure = mandate.authorisations[i].procedure;
           const bool gone = i < revoked.size() && revoked[i];
           const bool before = covers(signed_for("year"), {centre, procedure, day}, terms()).yes;
           RC_ASSERT(covers(mandate, {centre, procedure, day}, terms()).yes == (before && !gone));
         }
       });
  prop("revoking twice is revoking once", [](Instant first, Instant second) {
    const Mandate once = revoke(signed_for("year"), argent, first, MandateReason{"person_asked"});
    RC_ASSERT(revoke(once, argent, second, MandateReason{"other"}) == once);
  });
}
