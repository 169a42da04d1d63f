#pragma once
/// \file
/// A professional asks a jurist about a situation, not about a person (conseil technique): no name, no date, no address. The
/// adviser never learns whose case it is, and nothing links the two.
///
///     Result<TechnicalAdvice> asked = ask_advice(draft, identity_words(person));
///     // refused with `identifying_content`, kind and place of each passage, as long as the question names somebody
///
/// Law: CP 226-13; rule SEC-028 (anonymous facts), SEC-028-b (naming the person takes their consent).

#include <patio/base/id.hpp>
#include <patio/base/machine.hpp>
#include <patio/casework/identifying_content.hpp>
#include <patio/directory/service.hpp>
#include <patio/people/person.hpp>

namespace patio {

using TechnicalAdviceId = Id<struct TechnicalAdviceTag>;

enum class AdviceState { draft, asked, answered };
BOOST_DESCRIBE_ENUM(AdviceState, draft, asked, answered)

/// There is no person in it, and there must never be one.
struct TechnicalAdvice {
  TechnicalAdviceId id;
  ProfessionalCode asked_by;
  HatCode asked_by_hat;
  OrganisationCode organisation;
  /// Whose jurist is asked.
  ServiceCode adviser;
  NeedCode theme;
  std::string question;
  Instant asked_at;
  AdviceState state{};
  std::optional<std::string> answer;
  std::optional<ProfessionalCode> answered_by;
  std::optional<Instant> answered_at;
  int minutes = 0;
  bool operator==(const TechnicalAdvice&) const = default;
};
BOOST_DESCRIBE_STRUCT(TechnicalAdvice, (),
                      (id, asked_by, asked_by_hat, organisation, adviser, theme, question, asked_at, state, answer,
                       answered_by, answered_at, minutes))

/// Words of the person's own file by which they would be known: names, birth date, addresses of contact.
[[nodiscard]] std::vector<std::string> identity_words(const Person& person);

/// The refusal that names kind and place (in bytes) of each passage of severity `refuse`, and repeats none of them.
[[nodiscard]] Refusal identifying_refusal(const std::vector<IdentifyingFinding>& findings);

/// The question as asked, once nothing in it identifies. `known` serves to check and is not kept.
[[nodiscard]] Result<TechnicalAdvice> ask_advice(TechnicalAdvice draft, const std::vector<std::string>& known = {});

/// An answer is held to the same.
[[nodiscard]] Result<TechnicalAdvice> answer_advice(TechnicalAdvice asked, std::string answer,
                                                    const ProfessionalCode& answering, int minutes, Instant now);

/// How it is counted: one service to professionals, and nobody received.
struct AdviceCount {
  int advices = 0;
  int answered = 0;
  int persons = 0;
  int minutes = 0;
  bool operator==(const AdviceCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(AdviceCount, (), (advices, answered, persons, minutes))

[[nodiscard]] AdviceCount count(const std::vector<TechnicalAdvice>& advices);

}  // namespace patio
