#pragma once
/// \file
/// A session at the person's home: the exception, for a reason of the list, approved by the direction, with what is taken
/// along.
///
///     Result<HomeVisit> asked = plan_home_visit(visit, {.asset_stays = false, .visits_this_month = 2}, today, book);
///     // state `asked` until the direction approves
///
/// Errors: `home_needs_reason`, `home_needs_approval`, `asset_fixed`, `equipment_busy`, `overlap`, `home_visits_used_up`.

#include <patio/base/machine.hpp>
#include <patio/casework/casework_book.hpp>
#include <patio/casework/encounter.hpp>
#include <patio/directory/asset.hpp>
#include <patio/schedule/permanence.hpp>

namespace patio {

using HomeVisitId = Id<struct HomeVisitTag>;

enum class HomeVisitState { draft, asked, booked, refused, cancelled, done };
BOOST_DESCRIBE_ENUM(HomeVisitState, draft, asked, booked, refused, cancelled, done)

struct HomeVisit {
  HomeVisitId id;
  PersonId person_id;
  ProfessionalCode professional;
  Instant starts_at;
  /// With the way there and back.
  int minutes = 0;
  /// An entry of `home_reason` in the book.
  std::optional<ReasonCode> reason;
  /// Assets booked out for it.
  std::vector<AssetCode> equipment;
  std::optional<ProfessionalCode> approved_by;
  HomeVisitState state{};
  bool operator==(const HomeVisit&) const = default;
};
BOOST_DESCRIBE_STRUCT(HomeVisit, (),
                      (id, person_id, professional, starts_at, minutes, reason, equipment, approved_by, state))

enum class HomeVisitEvent { ask, approve, refuse, cancel, finish };
BOOST_DESCRIBE_ENUM(HomeVisitEvent, ask, approve, refuse, cancel, finish)

struct HomeVisitContext {
  bool reason_listed = false;
  bool equipment_moves = false;
  bool equipment_free = false;
  bool professional_free = false;
  bool within_month = false;
  bool approver_is_another = false;
  bool has_begun = false;
};

[[nodiscard]] const Machine<HomeVisitState, HomeVisitEvent, HomeVisitContext>& home_visit_machine();

/// An asset that somebody has for a while.
struct AssetTaken {
  AssetCode asset;
  Instant starts_at;
  int minutes = 0;
};

/// What else is planned: for the professional, of the assets, and how many visits this month.
struct HomeDiary {
  std::vector<Asset> assets;
  std::vector<AssetTaken> taken;
  std::vector<Occupied> occupied;
  int visits_this_month = 0;
};

/// Asked for, with the length that the book gives.
[[nodiscard]] Result<HomeVisit> plan_home_visit(HomeVisit visit, const HomeDiary& diary, Date today,
                                                const CaseworkBook& book);

/// By the direction, and never by who goes.
[[nodiscard]] Result<HomeVisit> approve_home_visit(HomeVisit visit, const ProfessionalCode& approving);

/// True while it takes its time and its equipment: asked or booked.
[[nodiscard]] bool takes_time(const HomeVisit& visit);

}  // namespace patio
