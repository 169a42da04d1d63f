#include <patio/base/json.hpp>

#include "centre.hpp"
#include "errand.hpp"
#include "timed.hpp"

namespace patio {
namespace {

/// Acts when nobody does: time, and the host that carries out effects.
const Professional& nobody(std::string_view code) {
  static const auto made = [](std::string_view name) {
    Hat hat;
    hat.code = HatCode{"hat:none"};
    return Professional{*ProfessionalCode::parse(name), std::string(name), {hat}};
  };
  static const Professional clock = made("system:clock"), host = made("system:host");
  return code == "system:clock" ? clock : host;
}

AuditEntry entry_of(const Professional& actor, std::string_view action, Instant now, const std::optional<PersonId>& subject) {
  return {now, *AuditActor::parse(actor.code.text()), *AuditAction::parse(action), AuditPurpose{"administration"}, subject, "{}"};
}

template <class T>
void move_record(Transaction& transaction, const Timer& timer, const Dossier& dossier, const Moment& moment) {
  const auto record = transaction.get<T>(decltype(T::id){timer.id.bytes});
  if (!record) throw Error(ErrorCode::internal, {"un minuteur sans son enregistrement", "a timer without its record"});
  const Elapsed done = elapse(*record, dossier, moment);
  carry_out(transaction, done.writes, done.effects, std::nullopt, timer.person_id, moment);
}

void move_due(Transaction& transaction, const Timer& timer, [[maybe_unused]] const Moment& moment) {
  const Dossier dossier(transaction, timer.person_id);
#define PATIO_MOVE(Record) \
  if (timer.kind == snake_name<Record>()) return move_record<Record>(transaction, timer, dossier, moment);
  PATIO_TIMED_RECORDS(PATIO_MOVE)
#undef PATIO_MOVE
  throw Error(ErrorCode::internal, {"un minuteur que cette version ne connaît pas", "a timer that this version does not know"});
}

std::optional<Timer> first_timer(Reader& reader) {
  const auto found = reader.find(all<Timer>().ordered_by(&Timer::due_at).limit(1));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace

TickReport Centre::tick() {
  CentreState& state = *state_;
  const Instant now = state.options.clock();
  const Date today = day_in(now, state.zone);
  const Professional& clock = nobody("system:clock");
  const Moment moment{now,           today, state.zone, state.options.plan, state.needs(), state.options.house,
                      state.holidays_around(today), state.options.ids, clock, clock.hats.front(), state.options.match_secret};
  TickReport report;
  while (true) {
    Transaction transaction = state.store.begin();
    const auto timer = first_timer(transaction);
    if (!timer || timer->due_at > now) {
      if (timer) report.next_due = timer->due_at;
      return report;
    }
    move_due(transaction, *timer, moment);
    if (const auto after = transaction.get<Timer>(timer->id); after && after->due_at <= now)
      throw Error(ErrorCode::internal, {"un minuteur n'avance pas", "a timer does not move on"});
    transaction.commit(entry_of(clock, "tick", now, timer->person_id));
    ++report.moved;
  }
}

std::vector<PendingEffect> Centre::pending_effects(std::size_t limit) const {
  const Instant now = state_->options.clock();
  constexpr std::size_t most = 10'000;
  return state_->store.read([&](Reader& reader) {
    return reader.find(all<PendingEffect>()
                           .below(&PendingEffect::due_at, now + std::chrono::microseconds(1))
                           .ordered_by(&PendingEffect::due_at)
                           .limit(static_cast<std::uint32_t>(std::min(limit, most))));
  });
}

void Centre::acknowledge(const std::vector<EffectId>& carried_out) {
  CentreState& state = *state_;
  Transaction transaction = state.store.begin();
  bool any = false;
  for (const auto& id : carried_out) {
    if (!transaction.get<PendingEffect>(id)) continue;
    transaction.erase<PendingEffect>(id);
    any = true;
  }
  if (any) transaction.commit(entry_of(nobody("system:host"), "acknowledge", state.options.clock(), std::nullopt));
}

}  // namespace patio
