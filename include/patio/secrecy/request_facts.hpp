#pragma once
/// \file
/// The closed sets of which a question of secrecy (request.hpp) is made. Those that have an order are written in it. What each
/// value means to a jurist, the question to ask and how a fact can be obtained are in `secrecy_facts.json` of the rulebook.

#include <cstdint>

#include <patio/base/describe.hpp>

namespace patio {

/// For `view` and `record` both ends are whoever reads or writes; `compartment` says whose file it is.
/// `disclose` gives once; `share` lays it where the other may read it from then on; `act` does something in the
/// person's name.
enum class RequestAction : std::uint8_t { view, disclose, share, record, act };
BOOST_DESCRIBE_ENUM(RequestAction, view, disclose, share, record, act)

/// The function in which somebody gives, opens or writes. What trade they exercise is `actor_profession`.
enum class Actor : std::uint8_t {
  ccas_reception, ccas_agent, ccas_social_service, ccas_direction, ccas_president, ccas_board, commune_service,
  france_services_agent, digital_adviser, public_writer, partner_desk, budget_counsellor, legal_adviser,
  conciliator, lawyer, department_service, child_protection, judge_mandated, care_establishment, health_service,
  siao, housing_body, france_travail, employment_network, caf, social_security_body, tax_administration, la_poste,
  bank, prefecture, other_administration, mayor, rights_defender, public_archive, technical_staff, any_other
};
BOOST_DESCRIBE_ENUM(Actor, ccas_reception, ccas_agent, ccas_social_service, ccas_direction, ccas_president,
                    ccas_board, commune_service, france_services_agent, digital_adviser, public_writer, partner_desk,
                    budget_counsellor, legal_adviser, conciliator, lawyer, department_service, child_protection,
                    judge_mandated, care_establishment, health_service, siao, housing_body, france_travail,
                    employment_network, caf, social_security_body, tax_administration, la_poste, bank, prefecture,
                    other_administration, mayor, rights_defender, public_archive, technical_staff, any_other)

/// Who would come to know. `representative` holds the `measure`; `housing_circuit` is the SIAO and those who decide on
/// housing; `social_security_body` includes the CAF; `safety_council` is a working group of a CLSPD.
enum class Recipient : std::uint8_t {
  person, parent, spouse, relative, trusted_person, representative, heir, ccas_reception, ccas_agent,
  ccas_social_service, ccas_direction, ccas_president, ccas_board, france_services_agent, digital_adviser,
  partner_desk, budget_counsellor, legal_adviser, conciliator, lawyer, department_service, child_protection,
  department_president, crip, care_establishment, health_service, housing_circuit, dalo_commission, france_travail,
  employment_network, operator_back_office, operator_counsellor, social_security_body, tax_administration,
  prefecture, aid_authority, other_administration, mayor, elected_members, funder, police, prosecutor, judge,
  competent_authority, maltreatment_cell, emergency_services, safety_council, private_claimant, commercial_desk,
  general_public, peer_group, any_other
};
BOOST_DESCRIBE_ENUM(Recipient, person, parent, spouse, relative, trusted_person, representative, heir, ccas_reception,
                    ccas_agent, ccas_social_service, ccas_direction, ccas_president, ccas_board,
                    france_services_agent, digital_adviser, partner_desk, budget_counsellor, legal_adviser,
                    conciliator, lawyer, department_service, child_protection, department_president, crip,
                    care_establishment, health_service, housing_circuit, dalo_commission, france_travail,
                    employment_network, operator_back_office, operator_counsellor, social_security_body,
                    tax_administration, prefecture, aid_authority, other_administration, mayor, elected_members,
                    funder, police, prosecutor, judge, competent_authority, maltreatment_cell, emergency_services,
                    safety_council, private_claimant, commercial_desk, general_public, peer_group, any_other)

/// What kind of thing it is. `attendance` is the very fact that the person is known here; `appointment` is a theme and a
/// slot; `report` is a report of danger and who made it; `sensitive` is origin, religion, opinion, orientation.
enum class DataCategory : std::uint8_t {
  identity, attendance, appointment, family, resources, rights, aid_decision, housing, employment, health,
  disability, child, violence, safe_address, report, justice, protection_measure, residence, bank, credentials, nir,
  tax, note, third_party, mail, domiciliation, coordination_need, sensitive, identity_copy
};
BOOST_DESCRIBE_ENUM(DataCategory, identity, attendance, appointment, family, resources, rights, aid_decision, housing,
                    employment, health, disability, child, violence, safe_address, report, justice,
                    protection_measure, residence, bank, credentials, nir, tax, note, third_party, mail,
                    domiciliation, coordination_need, sensitive, identity_copy)

/// Where the thing lies, seen from the recipient. `individual` is one member's part of a household's file.
enum class Compartment : std::uint8_t {
  own_creation, own_service, other_service, working_note, sealed_held, sealed, household, individual
};
BOOST_DESCRIBE_ENUM(Compartment, own_creation, own_service, other_service, working_note, sealed_held, sealed,
                    household, individual)

enum class Purpose : std::uint8_t {
  reception, appointment, orientation, this_procedure, follow_up, assess, care, synthesis, joint_interview,
  budget_support, decide_aid, manager_decision, benefit_calculation, non_recours, fraud_check, statistics,
  technical_advice, supervision, child_protection, adult_protection, rescue, report_offence, justice_request,
  judge_mandate, measure_request, tax_control, residence_check, domiciliation, employment_support, placement,
  exercise_of_powers, person_access, parental_information, representation, annual_account, relay, attestation,
  assisted_connection, debt_file_signature, emergency_access, maintenance, publication, research,
  recruiting_or_mailing, side_exchange, curiosity, commercial, other
};
BOOST_DESCRIBE_ENUM(Purpose, reception, appointment, orientation, this_procedure, follow_up, assess, care, synthesis,
                    joint_interview, budget_support, decide_aid, manager_decision, benefit_calculation, non_recours,
                    fraud_check, statistics, technical_advice, supervision, child_protection, adult_protection,
                    rescue, report_offence, justice_request, judge_mandate, measure_request, tax_control,
                    residence_check, domiciliation, employment_support, placement, exercise_of_powers, person_access,
                    parental_information, representation, annual_account, relay, attestation, assisted_connection,
                    debt_file_signature, emergency_access, maintenance, publication, research, recruiting_or_mailing,
                    side_exchange, curiosity, commercial, other)

/// Against the purpose told to the person when the data were collected.
enum class PurposeMatch : std::uint8_t { declared, compatible, other };
BOOST_DESCRIBE_ENUM(PurposeMatch, declared, compatible, other)

/// `aggregated` figures have their small cells hidden; `anonymised`: nobody who receives it can tell who it is.
enum class DataForm : std::uint8_t { identified, pseudonymous, anonymised, aggregated };
BOOST_DESCRIBE_ENUM(DataForm, identified, pseudonymous, anonymised, aggregated)

enum class Necessity : std::uint8_t { strictly_needed, needed, beyond };
BOOST_DESCRIBE_ENUM(Necessity, strictly_needed, needed, beyond)

/// `through_person`: the person takes it and hands it over.
enum class SharingChannel : std::uint8_t { direct, person_present, through_person };
BOOST_DESCRIBE_ENUM(SharingChannel, direct, person_present, through_person)

/// What the register of consents says about this recipient, category and purpose on that day. `pending` waits for its
/// proof; `written_by_all` is signed by everyone whom the data concern; `unable`: the person cannot express their will.
enum class ConsentFact : std::uint8_t {
  none, pending, oral_traced, written, written_by_all, out_of_scope, withdrawn, expired, unable
};
BOOST_DESCRIBE_ENUM(ConsentFact, none, pending, oral_traced, written, written_by_all, out_of_scope, withdrawn,
                    expired, unable)

enum class Opposition : std::uint8_t { none, opposed };
BOOST_DESCRIBE_ENUM(Opposition, none, opposed)

enum class PriorNotice : std::uint8_t { no, yes, impossible };
BOOST_DESCRIBE_ENUM(PriorNotice, no, yes, impossible)

/// Who works on the case. In `recipient` only the recipient's task calls for it; `same_team` is the care team of
/// CSP L1110-12.
enum class Involvement : std::uint8_t { none, recipient, both, same_team };
BOOST_DESCRIBE_ENUM(Involvement, none, recipient, both, same_team)

/// CASF L121-6-2. `aggravation`: the lone professional finds that several are needed. `actor_coordinator`: the actor is
/// the coordinator whom the mayor designated.
enum class Coordination : std::uint8_t { alone, aggravation, several, coordinator, actor_coordinator };
BOOST_DESCRIBE_ENUM(Coordination, alone, aggravation, several, coordinator, actor_coordinator)

/// Who implements or helps child protection on this case.
enum class ChildProtectionPart : std::uint8_t { none, actor, recipient, both };
BOOST_DESCRIBE_ENUM(ChildProtectionPart, none, actor, recipient, both)

/// What the actor knows of. One question, one danger: ask again for another.
enum class Danger : std::uint8_t {
  none, minor_at_risk, minor_welfare, minor_maltreated, minor_grave, vulnerable_adult, couple_violence,
  couple_violence_immediate, weapon, subjection, crime_preventable, offence_in_office, peril
};
BOOST_DESCRIBE_ENUM(Danger, none, minor_at_risk, minor_welfare, minor_maltreated, minor_grave, vulnerable_adult,
                    couple_violence, couple_violence_immediate, weapon, subjection, crime_preventable,
                    offence_in_office, peril)

/// By what act the recipient asks. `unverified` is a paper whose author has not been checked yet.
enum class Demand : std::uint8_t {
  none, oral, access_request, unverified, written, telematic, summons, tax_inquiry, communication_right,
  protection_request, enforceable_title
};
BOOST_DESCRIBE_ENUM(Demand, none, oral, access_request, unverified, written, telematic, summons, tax_inquiry,
                    communication_right, protection_request, enforceable_title)

/// What the holder of the documents answers to a requisition.
enum class HolderPosition : std::uint8_t { no_objection, agrees, legitimate_reason };
BOOST_DESCRIBE_ENUM(HolderPosition, no_objection, agrees, legitimate_reason)

/// What gives the representative their power.
enum class ProtectionMeasure : std::uint8_t {
  none, guardianship, curatorship, special_agency, family_habilitation, future_mandate, benefit_management
};
BOOST_DESCRIBE_ENUM(ProtectionMeasure, none, guardianship, curatorship, special_agency, family_habilitation,
                    future_mandate, benefit_management)

enum class RepresentationFact : std::uint8_t { in_scope, out_of_scope, expired, conflict };
BOOST_DESCRIBE_ENUM(RepresentationFact, in_scope, out_of_scope, expired, conflict)

enum class LegalAge : std::uint8_t { under_15, from_15, adult };
BOOST_DESCRIBE_ENUM(LegalAge, under_15, from_15, adult)

/// `contrary_to_interest`: informing this parent would harm the child. `restricted`: by a court.
enum class ParentPosition : std::uint8_t { exercises, contrary_to_interest, restricted, withdrawn };
BOOST_DESCRIBE_ENUM(ParentPosition, exercises, contrary_to_interest, restricted, withdrawn)

/// `flagged` by the person or a professional; `ordered` by a court.
enum class Concealment : std::uint8_t { none, flagged, ordered };
BOOST_DESCRIBE_ENUM(Concealment, none, flagged, ordered)

/// What frames the exchange: `listed_by_text` if a text names these bodies and this data.
enum class ExchangeFramework : std::uint8_t { none, convention, listed_by_text };
BOOST_DESCRIBE_ENUM(ExchangeFramework, none, convention, listed_by_text)

/// Whether the actor acts for the person. `own_name`: for nobody.
enum class ActingAs : std::uint8_t { own_name, oral_mandate, written_mandate, aidants_connect, legal_representative };
BOOST_DESCRIBE_ENUM(ActingAs, own_name, oral_mandate, written_mandate, aidants_connect, legal_representative)

enum class MandateFact : std::uint8_t { none, pending, valid, out_of_scope, expired, revoked };
BOOST_DESCRIBE_ENUM(MandateFact, none, pending, valid, out_of_scope, expired, revoked)

/// Whether both ends may be parties to such a mandate on that day.
enum class MandateParties : std::uint8_t { eligible, aidant_not_eligible, person_minor, person_protected };
BOOST_DESCRIBE_ENUM(MandateParties, eligible, aidant_not_eligible, person_minor, person_protected)

/// The term before a public archive opens.
enum class ArchiveTerm : std::uint8_t { running, waived, elapsed };
BOOST_DESCRIBE_ENUM(ArchiveTerm, running, waived, elapsed)

}  // namespace patio
