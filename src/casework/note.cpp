#include <patio/casework/note.hpp>

#include <algorithm>

#include <patio/secrecy/note_check.hpp>

namespace patio {
namespace {

bool names(const std::vector<NoteHolder>& holders, const ProfessionalCode& professional, const HatCode& hat) {
  return std::find(holders.begin(), holders.end(), NoteHolder{professional, hat}) != holders.end();
}

bool speaks_of(const CaseNote& note, DataCategory category) {
  return std::find(note.categories.begin(), note.categories.end(), category) != note.categories.end();
}

bool begins_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// Where the note lies, seen from the reader.
Compartment compartment_of(const CaseNote& note, const NoteReader& reader) {
  const bool own = note.author == reader.professional && note.hat == reader.hat;
  const bool held = names(note.holders, reader.professional, reader.hat);
  const bool own_service = note.organisation == reader.organisation && note.pole == reader.pole;
  // A common note lies in the file of each holder, and of nobody else.
  if (note.shared_in && note.level != NoteLevel::l5) return held ? Compartment::own_service : Compartment::sealed;
  switch (note.level) {
    case NoteLevel::l5: return held ? Compartment::sealed_held : Compartment::sealed;
    case NoteLevel::l4: return own ? Compartment::own_creation : Compartment::working_note;
    default: return own ? Compartment::own_creation : own_service ? Compartment::own_service : Compartment::other_service;
  }
}

/// Under which categories it falls: those that its level means, and those of which it speaks.
std::vector<DataCategory> categories_of(const CaseNote& note) {
  std::vector<DataCategory> all;
  switch (note.level) {
    case NoteLevel::l0: all = {DataCategory::attendance}; break;
    case NoteLevel::l1: all = {DataCategory::identity}; break;
    case NoteLevel::l2:
      if (note.categories.empty()) all = {DataCategory::rights};
      break;
    default: all = {DataCategory::note}; break;
  }
  for (const auto category : note.categories)
    if (std::find(all.begin(), all.end(), category) == all.end()) all.push_back(category);
  return all;
}

AccessRequest request_for(const CaseNote& note, const NoteReader& reader, DataCategory category) {
  AccessRequest request = reader.facts;
  request.category = category;
  request.form = DataForm::identified;
  if (const auto said = reader.consents.find(std::string(name_of(category))); said != reader.consents.end())
    request.consent = said->second;
  if (request.recipient == Recipient::person) return request;
  request.action = RequestAction::view;
  request.compartment = compartment_of(note, reader);
  if (request.compartment == Compartment::other_service) {
    request.action = RequestAction::disclose;
    request.actor = reader.author.actor;
    request.actor_status = reader.author.actor_status;
    request.actor_profession = reader.author.actor_profession;
  }
  // A demand or a danger is answered by a disclosure, which is recorded as one, and never by opening notes.
  request.demand = Demand::none;
  request.danger = Danger::none;
  const bool involved = reader.standing != Standing::none || names(note.holders, reader.professional, reader.hat);
  if (involved)
    request.involvement = Involvement::both;
  else if (!request.involvement)
    request.involvement = Involvement::none;
  return request;
}

std::string without_third_parties(const CaseNote& note) {
  std::string rest;
  std::size_t at = 0;
  for (const auto& span : note.third_parties) {
    rest.append(note.text, at, span.begin_byte - at).append("[…]");
    at = span.end_byte;
  }
  return rest.append(note.text, at);
}

}  // namespace

Issues check(const CaseNote& note) {
  Issues issues;
  if (note.text.empty()) issues.list.push_back({"/text", "empty_text", {"écrire la note", "write the note"}});
  std::size_t at = 0;
  for (std::size_t i = 0; i < note.third_parties.size(); ++i) {
    const auto& span = note.third_parties[i];
    const bool placed = span.begin_byte >= at && span.begin_byte < span.end_byte && span.end_byte <= note.text.size() &&
                        begins_character(note.text, span.begin_byte) && begins_character(note.text, span.end_byte);
    if (!placed)
      issues.list.push_back({"/third_parties/" + std::to_string(i),
                             "not_in_the_text",
                             {"ce passage n'est pas dans le texte, ou en chevauche un autre",
                              "this passage is not in the text, or overlaps another"}});
    else
      at = span.end_byte;
  }
  return issues;
}

Result<CaseNote> may_write(const CaseNote& note, Date today, const CaseworkBook& book) {
  if (refuses(check_note(note.text))) return refusal("secret_in_text");
  if (note.level == NoteLevel::l5) {
    if (!names(note.holders, note.author, note.hat)) return refusal("holder_missing");
    return note;
  }
  for (const auto& entry : entries_on(book, CaseworkList::sealed_category, today))
    if (const auto category = enum_from<DataCategory>(entry.code.text()); category && speaks_of(note, *category))
      return refusal("must_be_sealed");
  if (note.shared_in && note.holders.empty()) return refusal("holder_missing");
  return note;
}

Result<CaseNote> seal(const CaseNote& note, const NoteHolder& sealing, const std::vector<NoteHolder>& holders) {
  const bool author = note.author == sealing.professional && note.hat == sealing.hat;
  if (!author && !(note.level == NoteLevel::l5 && names(note.holders, sealing.professional, sealing.hat)))
    return refusal("not_the_author");
  if (!names(holders, note.author, note.hat)) return refusal("holder_missing");
  CaseNote sealed = note;
  sealed.level = NoteLevel::l5;
  sealed.holders = holders;
  return sealed;
}

std::vector<AccessRequest> requests_to_read(const CaseNote& note, const NoteReader& reader) {
  std::vector<AccessRequest> requests;
  for (const auto category : categories_of(note)) requests.push_back(request_for(note, reader, category));
  return requests;
}

bool may_read(const rules::RuleSet& rules, const CaseNote& note, const NoteReader& reader) {
  const auto requests = requests_to_read(note, reader);
  return std::all_of(requests.begin(), requests.end(),
                     [&](const AccessRequest& request) { return rules::flows(verdict(rules, request).effect); });
}

NoteReading read_note(const rules::RuleSet& rules, const CaseNote& note, const NoteReader& reader) {
  NoteReading reading{note.id, {}, {}};
  for (const auto& request : requests_to_read(note, reader)) {
    reading.decision = decide(rules, request);
    if (!rules::flows(reading.decision.effect)) return reading;
  }
  const bool others_too = note.third_parties.empty() ||
                          rules::flows(verdict(rules, request_for(note, reader, DataCategory::third_party)).effect);
  reading.text = others_too ? note.text : without_third_parties(note);
  return reading;
}

}  // namespace patio
