#pragma once
/// \file
/// What orientation may know of a person: closed sets, each of which may be unknown. Numbers and dates become bands
/// before they come here, so that a rule never reads a birth date or an income.
///
///     PersonFacts facts = facts_of(sofia, today);       // age band, violence and safe contact, if the record tells them
///     facts.scheme = SocialScheme::agricultural;
///
/// An absent fact is unknown, never "none of these". Each fact has its label, its question and its sensitivity in the
/// rulebook's orientation_facts.json (see fact_sheet.hpp): a fact added here is added there.

#include <optional>

#include <patio/base/time.hpp>
#include <patio/base/yes_no.hpp>
#include <patio/people/person.hpp>

namespace patio {

/// Full years of age, by the first year of the band: the thresholds that the rules need.
enum class AgeBand { under_16, from_16, from_18, from_25, from_26, from_60, from_65 };
BOOST_DESCRIBE_ENUM(AgeBand, under_16, from_16, from_18, from_25, from_26, from_60, from_65)

/// Who covers family, health and pension.
enum class SocialScheme { general, agricultural, self_employed, civil_service, student, none };
BOOST_DESCRIBE_ENUM(SocialScheme, general, agricultural, self_employed, civil_service, student, none)

/// `none`: neither a job, nor studies, nor a pension, nor a search.
enum class Employment { employed, self_employed, job_seeker_registered, job_seeker_unregistered, student, retired, none };
BOOST_DESCRIBE_ENUM(Employment, employed, self_employed, job_seeker_registered, job_seeker_unregistered, student, retired,
                    none)

/// `permit_ending`: it ends in less than 60 days.
enum class ResidenceRight { french, european, permit, permit_ending, none };
BOOST_DESCRIBE_ENUM(ResidenceRight, french, european, permit, permit_ending, none)

enum class Housing { owner, social_tenant, private_tenant, hosted, institution, hotel, street };
BOOST_DESCRIBE_ENUM(Housing, owner, social_tenant, private_tenant, hosted, institution, hotel, street)

/// How far a landlord has gone, in rising order.
enum class TenancyStep { none, arrears, notice_to_pay, summons, judgment, notice_to_leave, police_help_granted };
BOOST_DESCRIBE_ENUM(TenancyStep, none, arrears, notice_to_pay, summons, judgment, notice_to_leave, police_help_granted)

/// How far an energy supplier has gone, in rising order.
enum class EnergyStep { none, late_bill, notice_of_cut, cut_off };
BOOST_DESCRIBE_ENUM(EnergyStep, none, late_bill, notice_of_cut, cut_off)

enum class DebtKind { none, personal, professional, mixed };
BOOST_DESCRIBE_ENUM(DebtKind, none, personal, professional, mixed)

/// Against the ceiling of the complementary cover (C2S): free, with a share to pay, above.
enum class IncomeBand { c2s_free, c2s_with_share, above_c2s };
BOOST_DESCRIBE_ENUM(IncomeBand, c2s_free, c2s_with_share, above_c2s)

/// Loss of autonomy as scored by the AGGIR grid.
enum class GirBand { from_1_to_4, from_5_to_6 };
BOOST_DESCRIBE_ENUM(GirBand, from_1_to_4, from_5_to_6)

enum class LegalProtection {
  none, judicial_safeguard, simple_curatorship, reinforced_curatorship, guardianship, family_authorisation, future_mandate
};
BOOST_DESCRIBE_ENUM(LegalProtection, none, judicial_safeguard, simple_curatorship, reinforced_curatorship, guardianship,
                    family_authorisation, future_mandate)

/// From 0, nothing alone, to 3, everything alone.
enum class DigitalAutonomy { level_0, level_1, level_2, level_3 };
BOOST_DESCRIBE_ENUM(DigitalAutonomy, level_0, level_1, level_2, level_3)

enum class Mobility { easy, limited, housebound };
BOOST_DESCRIBE_ENUM(Mobility, easy, limited, housebound)

/// How well French is read.
enum class FrenchReading { fluent, weak, none };
BOOST_DESCRIBE_ENUM(FrenchReading, fluent, weak, none)

enum class DisputeAmount { up_to_5000, above_5000 };
BOOST_DESCRIBE_ENUM(DisputeAmount, up_to_5000, above_5000)

struct PersonFacts {
  // Safety.
  std::optional<YesNo> immediate_danger;
  std::optional<YesNo> suicidal_words;
  std::optional<YesNo> minor_at_risk;
  std::optional<YesNo> violence_context;
  std::optional<YesNo> safe_contact;
  // The person and the household.
  std::optional<AgeBand> age_band;
  std::optional<YesNo> children_in_charge;
  std::optional<YesNo> pregnant;
  std::optional<YesNo> lives_in_commune;
  std::optional<ResidenceRight> residence_right;
  std::optional<YesNo> three_months_in_france;
  // Rights and means.
  std::optional<SocialScheme> scheme;
  std::optional<IncomeBand> income_band;
  std::optional<YesNo> receives_rsa;
  std::optional<YesNo> refusal_received;
  std::optional<YesNo> right_at_stake;
  // Work.
  std::optional<Employment> employment;
  std::optional<YesNo> worked_two_years;
  std::optional<YesNo> work_harassment;
  // Housing, energy and debts.
  std::optional<Housing> housing;
  std::optional<TenancyStep> tenancy_step;
  std::optional<YesNo> dangerous_housing;
  std::optional<EnergyStep> energy_step;
  std::optional<DebtKind> debt_kind;
  std::optional<YesNo> seizure;
  // Health, disability and autonomy.
  std::optional<YesNo> chronic_illness;
  std::optional<YesNo> unfit_for_work;
  std::optional<YesNo> disability_recognised;
  std::optional<GirBand> gir;
  std::optional<YesNo> caregiver;
  std::optional<YesNo> helped_person_over_60;
  std::optional<Mobility> mobility;
  std::optional<LegalProtection> protection_measure;
  std::optional<YesNo> udaf_is_guardian;
  // Disputes.
  std::optional<YesNo> offence;
  std::optional<DisputeAmount> dispute_amount;
  std::optional<YesNo> legal_question;
  // Digital life and reading.
  std::optional<DigitalAutonomy> digital_autonomy;
  std::optional<YesNo> has_smartphone;
  std::optional<YesNo> wants_to_learn;
  std::optional<FrenchReading> french_reading;
  bool operator==(const PersonFacts&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonFacts, (),
                      (immediate_danger, suicidal_words, minor_at_risk, violence_context, safe_contact, age_band,
                       children_in_charge, pregnant, lives_in_commune, residence_right, three_months_in_france, scheme,
                       income_band, receives_rsa, refusal_received, right_at_stake, employment, worked_two_years,
                       work_harassment, housing, tenancy_step, dangerous_housing, energy_step, debt_kind, seizure,
                       chronic_illness, unfit_for_work, disability_recognised, gir, caregiver, helped_person_over_60,
                       mobility, protection_measure, udaf_is_guardian, offence, dispute_amount, legal_question,
                       digital_autonomy, has_smartphone, wants_to_learn, french_reading))

/// The band of the full years of age on that day. Nothing before birth.
[[nodiscard]] std::optional<AgeBand> age_band_on(Date birth, Date day);

/// What the record itself tells on that day: the age band, and from its safety flags a context of violence or an unsafe
/// contact. A missing flag leaves the fact unknown.
[[nodiscard]] PersonFacts facts_of(const Person& person, Date day);

}  // namespace patio
