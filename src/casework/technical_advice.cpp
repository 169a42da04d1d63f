#include <patio/casework/technical_advice.hpp>

namespace patio {
namespace {

/// As people write it, besides the ISO form.
std::string french_date(Date day) {
  const std::string iso = to_text(day);
  return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

}  // namespace

std::vector<std::string> identity_words(const Person& person) {
  std::vector<std::string> words = person.first_names;
  for (const auto& name : {person.usual_name, person.birth_name})
    if (name) words.push_back(*name);
  if (person.birth_date) {
    words.push_back(to_text(*person.birth_date));
    words.push_back(french_date(*person.birth_date));
  }
  for (const auto& contact : person.contacts) words.push_back(contact.address);
  return words;
}

Refusal identifying_refusal(const std::vector<IdentifyingFinding>& findings) {
  Refusal no = refusal("identifying_content");
  std::string places;
  for (const auto& finding : findings) {
    if (finding.severity != NoteSeverity::refuse) continue;
    places += places.empty() ? " : " : ", ";
    places.append(name_of(finding.kind)) +=
        ' ' + std::to_string(finding.begin_byte) + '-' + std::to_string(finding.end_byte);
  }
  no.message.fr += places;
  no.message.en += places;
  return no;
}

Result<TechnicalAdvice> ask_advice(TechnicalAdvice draft, const std::vector<std::string>& known) {
  if (draft.state != AdviceState::draft) return refusal("already_done");
  const auto findings = find_identifying(draft.question, known);
  if (refuses(findings)) return identifying_refusal(findings);
  draft.state = AdviceState::asked;
  return draft;
}

Result<TechnicalAdvice> answer_advice(TechnicalAdvice asked, std::string answer, const ProfessionalCode& answering,
                                      int minutes, Instant now) {
  if (asked.state == AdviceState::answered) return refusal("already_done");
  if (asked.state != AdviceState::asked) return refusal("illegal_transition");
  const auto findings = find_identifying(answer);
  if (refuses(findings)) return identifying_refusal(findings);
  asked.state = AdviceState::answered;
  asked.answer = std::move(answer);
  asked.answered_by = answering;
  asked.answered_at = now;
  asked.minutes = minutes;
  return asked;
}

AdviceCount count(const std::vector<TechnicalAdvice>& advices) {
  AdviceCount all;
  for (const auto& each : advices) {
    if (each.state == AdviceState::draft) continue;
    ++all.advices;
    if (each.state == AdviceState::answered) ++all.answered;
    all.minutes += each.minutes;
  }
  return all;
}

}  // namespace patio
