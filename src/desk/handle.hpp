#pragma once
/// \file
/// The handlers: for each command and each query three functions, from what is stored to an answer. They write nothing
/// themselves: the same dossier, command and moment give the same.
///
///     Issues check(const C&, const Moment&);                            what it names that the plan and the books do not know
///     std::vector<Access> accesses(const C&, const Dossier&, const Moment&);             what it needs from the secrecy rules
///     Result<Handled<C>> handle(const C&, const Dossier&, const Clearance&, const Moment&);            what a command does
///     Result<Q::Answer> answer(const Q&, const Asked&);                                           what a query answers

#include <patio/desk/house_books.hpp>
#include <patio/schedule/centre_plan.hpp>
#include <patio/orientation/needs_book.hpp>
#include <patio/secrecy/request.hpp>

#include "dossier.hpp"
#include "write.hpp"

namespace patio {

/// Now, here, and who acts.
struct Moment {
  Instant now;
  Date today{};
  const Zone& zone;
  const CentrePlan& plan;
  const NeedsBook& needs;
  const HouseBooks& house;
  const std::vector<Date>& holidays;
  const IdSource& ids;
  const Professional& professional;
  const Hat& hat;
  /// Of the keys by which records of one person are found; may be empty.
  std::string_view match_secret = {};

  [[nodiscard]] const CaseworkBook& casework() const { return *house.casework; }
};

/// Something that the actor must be allowed to do for the command to be done: record or view a category in their own
/// service, or disclose it to a receiver.
struct Access {
  RequestAction action{};
  DataCategory category{};
  /// Only for a disclosure.
  const Service* receiver = nullptr;
  std::optional<ConsentId> consent_id;
  /// Facts that the handler knows better than the desk draws them: each one that is set stands in its place.
  AccessRequest known = {};
  /// Whose file, if not that of the person whom the command is about.
  std::optional<PersonId> about = {};
};

/// What a disclosure turned out to be: filled by the desk from the decisions, before the handler runs. One for each receiver.
struct Clearance {
  std::vector<Disclosure> disclosures;
};

/// What a command does, given that the rules allow it.
template <class C>
struct Handled {
  typename C::Answer answer;
  std::vector<Write> writes;
  Effects effects;
  /// Whom it is about, when the command itself does not say.
  std::optional<PersonId> subject;
};

/// What a query looks at. Its answer shows only what these rules let the hat know.
struct Asked {
  const Dossier& dossier;
  const Moment& moment;
  const rules::RuleSet& rules;
};

/// Whom a command or a query is about. One that names somebody by something else than `person_id` overloads it here.
template <class C>
[[nodiscard]] std::optional<PersonId> subject_of(const C& asked, const Dossier&) {
  if constexpr (requires { asked.person_id; }) return asked.person_id;
  else return std::nullopt;
}
/// A step of a referral: whoever the referral is about.
template <class C>
  requires std::same_as<decltype(C::referral_id), ReferralId>
[[nodiscard]] std::optional<PersonId> subject_of(const C& asked, const Dossier& all) {
  return all.person_of<Referral>(asked.referral_id);
}

/// Collects what a command names in vain.
class Checker {
 public:
  void known(bool found, std::string path) {
    if (!found) issues_.list.push_back({std::move(path), "unknown_reference", {"ce code n'existe pas ici", "there is no such code here"}});
  }
  void require(bool holds, std::string path, std::string code, Text message) {
    if (!holds) issues_.list.push_back({std::move(path), std::move(code), std::move(message)});
  }
  /// A service that receives is a pole of the plan: what a hat of none kept, nobody of the service would find again.
  void of_a_pole(const Hat& hat) {
    require(hat.pole.has_value(), "", "hat_without_pole",
            {"cette fonction n'est d'aucun pôle : lui en donner un dans le plan du centre",
             "this hat is of no pole: give it one in the plan of the centre"});
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
