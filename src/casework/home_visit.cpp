#include <patio/casework/home_visit.hpp>

#include <algorithm>

namespace patio {
namespace {

using S = HomeVisitState;
using E = HomeVisitEvent;
using Context = HomeVisitContext;
using Line = MachineWords<S, E, Context>;
using std::chrono::minutes;

template <bool Context::* fact>
bool holds(const Context& c) {
  return c.*fact;
}
bool not_begun(const Context& c) { return !c.has_begun; }

bool meets(const HomeVisit& visit, Instant starts_at, int length) {
  return length > 0 && starts_at < visit.starts_at + minutes(visit.minutes) && visit.starts_at < starts_at + minutes(length);
}

bool listed(const std::vector<AssetCode>& codes, const AssetCode& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

HomeVisitContext context_of(const HomeVisit& visit, const HomeDiary& diary, Date today, const CaseworkBook& book) {
  HomeVisitContext context;
  context.reason_listed = visit.reason && find(book, CaseworkList::home_reason, *visit.reason, today);
  context.equipment_moves = std::all_of(visit.equipment.begin(), visit.equipment.end(), [&](const AssetCode& code) {
    return std::any_of(diary.assets.begin(), diary.assets.end(),
                       [&](const Asset& asset) { return asset.code == code && moves(asset); });
  });
  context.equipment_free = std::none_of(diary.taken.begin(), diary.taken.end(), [&](const AssetTaken& each) {
    return listed(visit.equipment, each.asset) && meets(visit, each.starts_at, each.minutes);
  });
  context.professional_free = std::none_of(diary.occupied.begin(), diary.occupied.end(), [&](const Occupied& each) {
    return each.professional == visit.professional && meets(visit, each.starts_at, each.minutes);
  });
  context.within_month = diary.visits_this_month < value_of(book, CaseworkTerm::home_visits_a_month, today);
  return context;
}

}  // namespace

const Machine<HomeVisitState, HomeVisitEvent, HomeVisitContext>& home_visit_machine() {
  static const Machine<S, E, Context> machine{
      "home_visit",
      S::draft,
      {
          Line::go(S::draft, E::ask, S::asked)
              .guard("home_needs_reason", holds<&Context::reason_listed>)
              .guard("asset_fixed", holds<&Context::equipment_moves>)
              .guard("equipment_busy", holds<&Context::equipment_free>)
              .guard("overlap", holds<&Context::professional_free>)
              .guard("home_visits_used_up", holds<&Context::within_month>)
              .then({"ask_direction"}),
          Line::refuse(S::draft, E::finish, "home_needs_approval"),

          Line::stay(S::asked, E::ask),
          Line::go(S::asked, E::approve, S::booked)
              .guard("home_needs_approval", holds<&Context::approver_is_another>)
              .then({"send_neutral_confirmation", "book_equipment"}),
          Line::go(S::asked, E::refuse, S::refused).then({"propose_others"}),
          Line::go(S::asked, E::cancel, S::cancelled),
          Line::refuse(S::asked, E::finish, "home_needs_approval"),

          Line::stay(S::booked, E::approve),
          Line::go(S::booked, E::cancel, S::cancelled).guard("already_done", not_begun).then({"free_equipment"}),
          Line::go(S::booked, E::finish, S::done).guard("too_early", holds<&Context::has_begun>).then({"wipe_equipment"}),
      }};
  return machine;
}

Result<HomeVisit> plan_home_visit(HomeVisit visit, const HomeDiary& diary, Date today, const CaseworkBook& book) {
  visit.minutes = value_of(book, CaseworkTerm::home_visit_length, today);
  const auto step = home_visit_machine().step(visit.state, HomeVisitEvent::ask, context_of(visit, diary, today, book));
  if (!step) return step.error();
  visit.state = step->state;
  return visit;
}

Result<HomeVisit> approve_home_visit(HomeVisit visit, const ProfessionalCode& approving) {
  HomeVisitContext context;
  context.approver_is_another = !approving.empty() && approving != visit.professional;
  const auto step = home_visit_machine().step(visit.state, HomeVisitEvent::approve, context);
  if (!step) return step.error();
  visit.state = step->state;
  visit.approved_by = approving;
  return visit;
}

bool takes_time(const HomeVisit& visit) { return visit.state == S::asked || visit.state == S::booked; }

}  // namespace patio
