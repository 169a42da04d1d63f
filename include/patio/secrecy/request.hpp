#pragma once
/// \file
/// One question of secrecy: may this actor give this kind of data to this recipient, for this purpose, in this state of
/// affairs?
///
///     AccessRequest request{.action = RequestAction::disclose, .actor = Actor::france_services_agent,
///                           .recipient = Recipient::conciliator, .category = DataCategory::appointment,
///                           .purpose = Purpose::orientation, .consent = ConsentFact::oral_traced};
///
/// Every fact may be absent, which means unknown: what is unknown never opens a door, and the answer names the facts to
/// ask for. The values of each are in request_facts.hpp, those of statuses and professions in hat.hpp.

#include <optional>

#include <patio/base/yes_no.hpp>
#include <patio/secrecy/hat.hpp>
#include <patio/secrecy/request_facts.hpp>

namespace patio {

struct AccessRequest {
  std::optional<RequestAction> action{};
  std::optional<Actor> actor{};
  std::optional<SecrecyStatus> actor_status{};
  std::optional<Profession> actor_profession{};
  std::optional<Recipient> recipient{};
  std::optional<SecrecyStatus> recipient_status{};
  std::optional<Profession> recipient_profession{};
  std::optional<DataCategory> category{};
  std::optional<Compartment> compartment{};
  std::optional<Purpose> purpose{};
  std::optional<PurposeMatch> purpose_match{};
  std::optional<DataForm> form{};
  std::optional<Necessity> necessity{};
  std::optional<SharingChannel> channel{};
  std::optional<ConsentFact> consent{};
  std::optional<Opposition> opposition{};
  std::optional<PriorNotice> informed{};
  std::optional<Involvement> involvement{};
  std::optional<Coordination> coordination{};
  std::optional<ChildProtectionPart> child_protection{};
  std::optional<Danger> danger{};
  std::optional<Demand> demand{};
  std::optional<HolderPosition> holder_position{};
  std::optional<ProtectionMeasure> measure{};
  std::optional<RepresentationFact> representation{};
  std::optional<LegalAge> age_band{};
  /// A discerning minor confided it, received without their parents.
  std::optional<YesNo> confided_alone{};
  std::optional<ParentPosition> parent_position{};
  std::optional<Concealment> concealment{};
  std::optional<ExchangeFramework> framework{};
  std::optional<YesNo> identity_checked{};
  std::optional<ActingAs> acting_as{};
  std::optional<MandateFact> mandate{};
  std::optional<MandateParties> mandate_parties{};
  std::optional<ArchiveTerm> archive_term{};
  bool operator==(const AccessRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccessRequest, (), (action, actor, actor_status, actor_profession, recipient, recipient_status,
                       recipient_profession, category, compartment, purpose, purpose_match, form, necessity, channel,
                       consent, opposition, informed, involvement, coordination, child_protection, danger, demand,
                       holder_position, measure, representation, age_band, confided_alone, parent_position, concealment,
                       framework, identity_checked, acting_as, mandate, mandate_parties, archive_term))

}  // namespace patio
