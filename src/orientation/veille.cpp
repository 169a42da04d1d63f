#include <patio/orientation/veille.hpp>

#include <algorithm>

#include "condition.hpp"

namespace patio {
namespace {

bool holds(const std::vector<NeedCode>& needs, const NeedCode& need) {
  return std::find(needs.begin(), needs.end(), need) != needs.end();
}

bool holds(const std::vector<Suggestion>& suggestions, const NeedCode& need) {
  return std::any_of(suggestions.begin(), suggestions.end(), [&](const Suggestion& each) { return each.need == need; });
}

bool is_younger(const Signal& signal, int days, Date day) { return days_between(signal.day, day) < days; }

/// A need that the book does not have on that day may have been a sensitive one.
bool is_sensitive(const NeedsBook& book, const NeedCode& code, Date day) {
  const Need* need = find_need(book, code, day);
  return need == nullptr || need->sensitive;
}

/// What earlier signals forbid, on the day of the request.
class Memory {
 public:
  Memory(const SuggestionRequest& request, const VeilleBrakes& brakes) : request_(request), brakes_(brakes) {}

  bool is_refused(const NeedCode& need) const {
    return holds(request_.refused, need) || any(need, [&](const Signal& each) {
             return each.answer == SignalAnswer::refused && is_younger(each, brakes_.refusal_days, request_.day);
           });
  }
  bool was_said(const NeedCode& need) const {
    return any(need, [&](const Signal& each) {
      return each.answer != SignalAnswer::refused && is_younger(each, brakes_.signal_days, request_.day);
    });
  }
  std::size_t left_in_visit() const {
    const auto most = static_cast<std::ptrdiff_t>(brakes_.most_per_visit);
    const auto made = std::count_if(request_.history.begin(), request_.history.end(), [&](const Signal& each) {
      return request_.visit && each.visit == request_.visit;
    });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, most - made));
  }

 private:
  template <class Test>
  bool any(const NeedCode& need, Test test) const {
    return std::any_of(request_.history.begin(), request_.history.end(),
                       [&](const Signal& each) { return each.need == need && test(each); });
  }

  const SuggestionRequest& request_;
  const VeilleBrakes& brakes_;
};

}  // namespace

std::vector<Suggestion> suggest(const NeedsBook& book, const SuggestionRequest& request) {
  const rules::Facts facts = rules::facts_of(request.facts);
  const VeilleBrakes brakes = brakes_on(book, request.day);
  const Memory memory(request, brakes);
  std::vector<Suggestion> found;
  for (const auto& code : request.present) {
    const Need* present = find_need(book, code, request.day);
    if (!present) continue;
    for (const auto& rule : present->suggests) {
      const Need* need = find_need(book, rule.need, request.day);
      const bool mentioned = holds(request.mentioned, rule.need);
      if (!need || holds(found, rule.need) || holds(request.present, rule.need)) continue;
      if (memory.is_refused(rule.need) || (memory.was_said(rule.need) && !mentioned)) continue;
      if ((rule.only_if_mentioned || need->sensitive) && !mentioned) continue;
      // A suggestion is only a question to the person, so a fact that is not known does not hold it back.
      if (!rule.when.empty() && try_any(rule.when, facts).truth == Truth::no) continue;
      found.push_back({rule.need, need->title, code, mentioned});
    }
  }
  std::stable_partition(found.begin(), found.end(), [](const Suggestion& each) { return each.mentioned; });
  if (const auto left = memory.left_in_visit(); found.size() > left) found.resize(left);
  return found;
}

std::vector<Signal> keep_signals(const NeedsBook& book, const std::vector<Signal>& signals, Date day) {
  const VeilleBrakes brakes = brakes_on(book, day);
  std::vector<Signal> kept;
  for (const auto& signal : signals) {
    if (is_younger(signal, brakes.signal_days, day)) kept.push_back(signal);
    else if (signal.answer == SignalAnswer::refused && is_younger(signal, brakes.refusal_days, day))
      kept.push_back({signal.need, signal.day, SignalAnswer::refused, {}, {}, {}});
  }
  return kept;
}

std::vector<Signal> visible_signals(const NeedsBook& book, const std::vector<Signal>& signals, const PoleCode& pole,
                                    Date day) {
  std::vector<Signal> visible;
  for (const auto& signal : signals) {
    if (signal.pole == pole) {
      visible.push_back(signal);
      continue;
    }
    const bool touches = is_sensitive(book, signal.need, day) ||
                         (signal.because_of && is_sensitive(book, *signal.because_of, day));
    if (touches) continue;
    visible.push_back(signal);
    visible.back().because_of.reset();
  }
  return visible;
}

}  // namespace patio
