#pragma once
/// \file
/// The handlers: one pure function for each command and each query, from what was loaded to an answer. They know no store.

#include <patio/desk/registry.hpp>
#include <patio/schedule/centre_plan.hpp>
#include <patio/secrecy/request.hpp>

#include "dossier.hpp"

namespace patio {

/// Now, here, and who acts.
struct Moment {
  Instant now;
  Date today{};
  const Zone& zone;
  const CentrePlan& plan;
  const NeedsBook& needs;
  const std::vector<Date>& holidays;
  const IdSource& ids;
  const Professional& professional;
  const Hat& hat;
};

/// Something that the actor must be allowed to do for the command to be done: record or view a category in their own
/// service, or disclose it to a receiver.
struct Access {
  RequestAction action{};
  DataCategory category{};
  /// Only for a disclosure.
  const Service* receiver = nullptr;
  std::optional<ConsentId> consent_id;
};

/// What a disclosure turned out to be: filled by the desk from the decisions, before the handler runs.
struct Clearance {
  std::vector<Disclosure> disclosures;
};

template <class C>
struct Handled {
  typename C::Answer answer;
  std::vector<Write> writes;
  /// Kinds of effects for the outbox.
  std::vector<std::string> effects;
  /// Whom it is about, when the command itself does not say.
  std::optional<PersonId> subject;
};

/// `check`: what the command names but the plan and the books do not know. `accesses`: what it needs from the secrecy
/// rules. `handle`: what it does, given that they allow it.
#define PATIO_HANDLER(Name)                                                                 \
  [[nodiscard]] Issues check(const Name&, const Moment&);                                   \
  [[nodiscard]] std::vector<Access> accesses(const Name&, const Dossier&, const Moment&);   \
  [[nodiscard]] Result<Handled<Name>> handle(const Name&, const Dossier&, const Clearance&, const Moment&);
PATIO_COMMANDS(PATIO_HANDLER)
#undef PATIO_HANDLER

/// Collects what a command names in vain.
class Checker {
 public:
  void known(bool found, std::string path) {
    if (!found) issues_.list.push_back({std::move(path), "unknown_reference", {"ce code n'existe pas ici", "there is no such code here"}});
  }
  void require(bool holds, std::string path, std::string code, Text message) {
    if (!holds) issues_.list.push_back({std::move(path), std::move(code), std::move(message)});
  }
  /// Categories and purposes of the secrecy rules.
  template <DescribedEnum E, class List>
  void each_named(const List& codes, const std::string& path) {
    for (std::size_t i = 0; i < codes.size(); ++i)
      known(enum_from<E>(codes[i].text()).has_value(), path + '/' + std::to_string(i));
  }
  [[nodiscard]] Issues issues() && { return std::move(issues_); }

 private:
  Issues issues_;
};

/// Looks a code up in a list of the plan; null if it is not there.
template <class T, class C>
[[nodiscard]] const T* find_by_code(const std::vector<T>& list, const C& code) {
  for (const auto& each : list)
    if (each.code == code) return &each;
  return nullptr;
}

template <class T, class I>
[[nodiscard]] const T* find_by_id(const std::vector<T>& list, const I& id) {
  for (const auto& each : list)
    if (each.id == id) return &each;
  return nullptr;
}

}  // namespace patio
