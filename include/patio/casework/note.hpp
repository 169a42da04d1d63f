#pragma once
/// \file
/// A professional's note: how far it may be known, of what it speaks, whom else it names, and who may read it.
///
///     NoteReading reading = read_note(*rules, note, {.professional = me, .hat = hat, .standing = Standing::member,
///                                                    .facts = what_the_desk_knows});
///     if (reading.text) show(*reading.text); else show(reading.decision.determining.front().title);
///
/// Nothing here decides: a note and its reader become the facts of a secrecy request (request.hpp), and the rulebook
/// answers. The level only says in which compartment the note lies for this reader.
///
/// | level | holds                                   | lies, for others                                     |
/// |-------|-----------------------------------------|------------------------------------------------------|
/// | `l0`  | that the person is known                | in the service's file, as attendance                 |
/// | `l1`  | identity and contact                    | in the service's file, as identity                   |
/// | `l2`  | facts of the service given              | in the service's file, under its categories          |
/// | `l3`  | social synthesis                        | in the service's file, as a note                     |
/// | `l4`  | the author's own working note           | with the author alone                                |
/// | `l5`  | sealed: violence, child, health         | with its holders, named                              |

#include <map>

#include <patio/casework/case_file.hpp>
#include <patio/casework/joint_interview.hpp>
#include <patio/secrecy/decision.hpp>

namespace patio {

using CaseNoteId = Id<struct CaseNoteTag>;

enum class NoteLevel { l0, l1, l2, l3, l4, l5 };
BOOST_DESCRIBE_ENUM(NoteLevel, l0, l1, l2, l3, l4, l5)

/// Bytes of the text that speak of somebody else, tagged by whoever writes. The person who asks for their file reads the
/// rest (CRPA L311-6).
struct ThirdPartySpan {
  std::size_t begin_byte = 0;
  std::size_t end_byte = 0;
  bool operator==(const ThirdPartySpan&) const = default;
};
BOOST_DESCRIBE_STRUCT(ThirdPartySpan, (), (begin_byte, end_byte))

/// Who is named as a reader of a sealed or a shared note.
struct NoteHolder {
  ProfessionalCode professional;
  HatCode hat;
  bool operator==(const NoteHolder&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteHolder, (), (professional, hat))

struct CaseNote {
  CaseNoteId id;
  PersonId person_id;
  std::optional<CaseId> case_id;
  ProfessionalCode author;
  HatCode hat;
  OrganisationCode organisation;
  PoleCode pole;
  Instant written_at;
  NoteLevel level{};
  /// What it speaks of.
  std::vector<DataCategory> categories;
  std::string text;
  std::vector<ThirdPartySpan> third_parties;
  /// Of a sealed note, or the attendees and the referent of a joint interview's shared note.
  std::vector<NoteHolder> holders;
  /// The common note of that joint interview: its holders read it, and nobody else.
  std::optional<JointInterviewId> shared_in;
  /// A note is never changed: this one follows the one that it corrects.
  std::optional<CaseNoteId> corrects;
  bool operator==(const CaseNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseNote, (),
                      (id, person_id, case_id, author, hat, organisation, pole, written_at, level, categories, text,
                       third_parties, holders, shared_in, corrects))

/// What is malformed about a note to be written, all at once: third-party spans out of the text, out of order or across a
/// character; no text. A password or a bank number in it is a refusal: see may_write().
[[nodiscard]] Issues check(const CaseNote& note);

/// Refuses what must not be kept (`secret_in_text`, by note_check.hpp), a sealed note without holders or whose author is
/// none (`holder_missing`), and a sealed category under a lower level (`must_be_sealed`): author-only is low too, since
/// nobody could help when the author is away.
[[nodiscard]] Result<CaseNote> may_write(const CaseNote& note, Date today, const CaseworkBook& book);

/// The same note under seal, for these holders. Only its author or a holder seals (`not_the_author`).
[[nodiscard]] Result<CaseNote> seal(const CaseNote& note, const NoteHolder& sealing, const std::vector<NoteHolder>& holders);

struct NoteReader {
  ProfessionalCode professional;
  HatCode hat;
  OrganisationCode organisation;
  PoleCode pole;
  /// In the case of the note.
  Standing standing{};
  /// What the host knows besides: both ends (the reader twice, or the holder and the person), purpose, opposition, danger,
  /// consent... What is left out is unknown and opens nothing. The note adds category and form. To a professional it adds
  /// that they view it, in which compartment, and that this answers no demand and no danger: a disclosure does that, and is
  /// recorded. Standing adds involvement.
  AccessRequest facts;
  /// The author's hat, when the note lies in another service: there nobody views, the author's service gives it. Only actor,
  /// actor_status and actor_profession are read.
  AccessRequest author;
  /// What the register of consents says of each category; for one that is not listed, `facts.consent`.
  std::map<std::string, ConsentFact> consents;
  bool operator==(const NoteReader&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteReader, (), (professional, hat, organisation, pole, standing, facts, author, consents))

/// The requests that must all be answered yes: one for each category under which the note falls.
[[nodiscard]] std::vector<AccessRequest> requests_to_read(const CaseNote& note, const NoteReader& reader);

struct NoteReading {
  CaseNoteId note_id;
  /// The first no, else the last yes.
  Decision decision;
  /// What may be read; what speaks of others left out as "[…]" if the rules do not let that pass to this reader.
  std::optional<std::string> text;
  bool operator==(const NoteReading&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteReading, (), (note_id, decision, text))

[[nodiscard]] NoteReading read_note(const rules::RuleSet& rules, const CaseNote& note, const NoteReader& reader);

/// The answer alone, without text or reasons.
[[nodiscard]] bool may_read(const rules::RuleSet& rules, const CaseNote& note, const NoteReader& reader);

}  // namespace patio
