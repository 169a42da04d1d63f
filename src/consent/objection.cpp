#include <patio/consent/objection.hpp>

#include <algorithm>

namespace patio {
namespace {

using S = ObjectionState;
using E = ObjectionEvent;
using Line = MachineWords<S, E, ObjectionContext>;

bool asked_by_person(const ObjectionContext& c) { return c.asked_by_person; }
bool reason_given(const ObjectionContext& c) { return c.reason_given; }

template <class T>
bool limits_to_other(const std::optional<T>& limit, const T& asked) {
  return limit && *limit != asked;
}

}  // namespace

bool opposes(const Objection& objection, const ConsentQuestion& question, const std::optional<ProfessionalCode>& receiver) {
  if (objection.state != S::standing || !contains(objection.period, question.day)) return false;
  if (limits_to_other(objection.recipient, question.recipient) || limits_to_other(objection.purpose, question.purpose))
    return false;
  // Who will receive it may not be known yet: an objection to one professional then holds against the whole service.
  if (objection.professional && receiver && *objection.professional != *receiver) return false;
  const auto& named = objection.categories;
  return named.empty() || std::find(named.begin(), named.end(), question.category) != named.end();
}

const Machine<ObjectionState, ObjectionEvent, ObjectionContext>& objection_machine() {
  static const Machine<S, E, ObjectionContext> machine{
      "objection",
      S::standing,
      {
          Line::stay(S::standing, E::object),
          Line::go(S::standing, E::lift, S::lifted).guard("person_not_agreed", asked_by_person),
          Line::go(S::standing, E::void_, S::void_).guard("reason_required", reason_given),
          Line::refuse(S::lifted, E::object, "closed"),
          Line::stay(S::lifted, E::lift),
          Line::go(S::lifted, E::void_, S::void_).guard("reason_required", reason_given),
          Line::refuse(S::void_, E::object, "closed"),
          Line::refuse(S::void_, E::lift, "closed"),
          Line::stay(S::void_, E::void_),
      }};
  return machine;
}

}  // namespace patio
