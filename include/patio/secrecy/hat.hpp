#pragma once
/// \file
/// What binds a professional to secrecy: the facts of a hat, and the status that the law draws from them.
///
///     HatFacts hat{.employer = Employer::commune, .profession = Profession::france_services_adviser,
///                  .mission = Mission::france_services, .used_by_ccas = YesNo::yes};
///
/// A status belongs to a hat (employer, function and mission on one day), never to a person, and comes from a text:
/// nobody can declare themselves bound. The rows that give it are in `statuses.json` of the rulebook; labels and questions
/// are in `hat_facts.json`. Every fact may be absent, which means unknown.

#include <cstdint>
#include <optional>

#include <patio/base/yes_no.hpp>

namespace patio {

/// From the loosest to the strictest; when several rows hold, the strictest is the status.
///  - `none`: general law only. `conf`: an oath, a contract or a charter. `disc`: statutory discretion.
///  - `pub`: public agent. `miss`: penal secrecy by mission or function. `prof`: penal secrecy by profession.
enum class SecrecyStatus : std::uint8_t { none, conf, disc, pub, miss, prof };
BOOST_DESCRIBE_ENUM(SecrecyStatus, none, conf, disc, pub, miss, prof)

enum class Employer : std::uint8_t {
  ccas, commune, intercommunal_body, department, state, prefecture, justice_court, tax_administration,
  family_benefits_fund, health_insurance_fund, pension_fund, msa, france_travail, local_mission, la_poste,
  public_hospital, private_health_body, care_establishment, association, udaf, rights_defender, company,
  self_employed, nobody
};
BOOST_DESCRIBE_ENUM(Employer, ccas, commune, intercommunal_body, department, state, prefecture, justice_court,
                    tax_administration, family_benefits_fund, health_insurance_fund, pension_fund, msa,
                    france_travail, local_mission, la_poste, public_hospital, private_health_body, care_establishment,
                    association, udaf, rights_defender, company, self_employed, nobody)

/// The trade that is exercised in this hat. The professionals of social action named by the circular of 2007 are
/// `social_worker` and `specialised_educator` to `social_mediator`, with `home_childminder` at the margin.
enum class Profession : std::uint8_t {
  social_worker, social_work_student, specialised_educator, family_economist, family_support_worker, home_helper,
  foster_carer, home_childminder, social_mediator, digital_mediator, public_writer, france_services_adviser, doctor,
  health_professional, psychologist, judicial_protection_agent, benefits_delegate, lawyer, legal_officer,
  journalist, conciliator, jurist, energy_adviser, insurance_adviser, interpreter, computing_contractor, controller,
  administrative, manager, other
};
BOOST_DESCRIBE_ENUM(Profession, social_worker, social_work_student, specialised_educator, family_economist,
                    family_support_worker, home_helper, foster_carer, home_childminder, social_mediator,
                    digital_mediator, public_writer, france_services_adviser, doctor, health_professional,
                    psychologist, judicial_protection_agent, benefits_delegate, lawyer, legal_officer, journalist,
                    conciliator, jurist, energy_adviser, insurance_adviser, interpreter, computing_contractor,
                    controller, administrative, manager, other)

enum class Mission : std::uint8_t {
  none, social_aid, ccas_board, social_data_service, rsa, rsa_data_receiver, child_protection,
  specialised_prevention, mother_child_protection, disability_house, coordinator, siao, chrs, care_establishment,
  protection_measure, family_benefits_measure, budget_advice, womens_rights_advice, france_services,
  digital_mediation, public_writing, tax, tax_by_derogation, benefits, employment, mail_and_bank,
  identity_documents, justice_desk, conciliation, rights_defence, family_council, safety_council, mayor, councillor,
  energy_advice, insurance, association_desk, technical
};
BOOST_DESCRIBE_ENUM(Mission, none, social_aid, ccas_board, social_data_service, rsa, rsa_data_receiver,
                    child_protection, specialised_prevention, mother_child_protection, disability_house, coordinator,
                    siao, chrs, care_establishment, protection_measure, family_benefits_measure, budget_advice,
                    womens_rights_advice, france_services, digital_mediation, public_writing, tax, tax_by_derogation,
                    benefits, employment, mail_and_bank, identity_documents, justice_desk, conciliation,
                    rights_defence, family_council, safety_council, mayor, councillor, energy_advice, insurance,
                    association_desk, technical)

/// The tie between the professional and the employer.
enum class Engagement : std::uint8_t { official, contract, elected, designated, intern, volunteer, civic_service, contractor };
BOOST_DESCRIBE_ENUM(Engagement, official, contract, elected, designated, intern, volunteer, civic_service, contractor)

struct HatFacts {
  std::optional<Employer> employer{};
  std::optional<Profession> profession{};
  std::optional<Mission> mission{};
  std::optional<Engagement> engagement{};
  /// The CCAS uses this person's help, whoever pays them (CASF L133-5).
  std::optional<YesNo> used_by_ccas{};
  std::optional<YesNo> sworn{};
  bool operator==(const HatFacts&) const = default;
};
BOOST_DESCRIBE_STRUCT(HatFacts, (), (employer, profession, mission, engagement, used_by_ccas, sworn))

}  // namespace patio
