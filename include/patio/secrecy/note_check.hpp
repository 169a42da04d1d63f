#pragma once
/// \file
/// What free text should not hold: numbers that have their own protected field, secrets, words about what the law forbids
/// to file, insults. A note is read by the person one day: it stays objective, relevant and never insulting.
///
///     for (const NoteFinding& finding : check_note("mdp CAF : Soleil75"))
///       underline(finding.begin_byte, finding.end_byte, in(finding.advice, Language::fr));
///
/// A finding says where and what to do, and never repeats the text. `refuse` is for what may not be kept in a note at all,
/// `warn` for what a person must read again: a dictionary knows words, not meanings. No finding does not make a note good.
///
/// Spellings are read as people write: capitals, accents (composed or not), spaces, dots, hyphens, invisible characters,
/// full-width and Arabic digits make no difference. Any bytes may be given; what is no UTF-8 separates words.
///
/// Words, advice and their sources are in `note_words.json` of the rulebook. A host may check with its own:
///
///     const NoteChecker checker(as_of(load_note_book(json).value(), day));
///     checker.check(text);

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/base/text.hpp>
#include <patio/base/time.hpp>

namespace patio {

///  - `nir`: a social security number with its right key; `nir_unproven`: what looks like one, without key or with a wrong one.
///  - `bank_account`: an IBAN or a RIB; `bank_card`: a card number. Their keys are checked.
///  - `credential`: a password or a secret code with its value; `credential_hint`: an identifier, or what may be a code.
///  - `phone`: French numbers of people in every spelling, and foreign ones that begin with +; not 08 nor short numbers.
///  - `email`.
///  - `origin`, `religion`, `opinion` (political, of union, of thought), `orientation` (sexual, gender identity), `offence`.
///  - `insult`, `stigma`: words that judge.
enum class NoteKind {
  nir, nir_unproven, bank_account, bank_card, credential, credential_hint, phone, email, origin, religion, opinion,
  orientation, offence, insult, stigma
};
BOOST_DESCRIBE_ENUM(NoteKind, nir, nir_unproven, bank_account, bank_card, credential, credential_hint, phone, email,
                    origin, religion, opinion, orientation, offence, insult, stigma)

enum class NoteSeverity { warn, refuse };
BOOST_DESCRIBE_ENUM(NoteSeverity, warn, refuse)

/// The bytes of the text from `begin_byte` up to `end_byte`, which is not in it.
struct NoteFinding {
  NoteKind kind{};
  NoteSeverity severity{};
  std::size_t begin_byte = 0;
  std::size_t end_byte = 0;
  Text advice;
  bool operator==(const NoteFinding&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteFinding, (), (kind, severity, begin_byte, end_byte, advice))

/// By place, without overlap: of two findings on one place the more severe stands, then the longer.
[[nodiscard]] std::vector<NoteFinding> check_note(std::string_view text);

/// True if one of them is of severity `refuse`.
[[nodiscard]] bool refuses(const std::vector<NoteFinding>& findings) noexcept;

/// The text with "[…]" in the place of each finding. `findings` are those of this very text.
[[nodiscard]] std::string without_findings(std::string_view text, const std::vector<NoteFinding>& findings);

/// How findings of one kind are told.
struct NoteKindSheet {
  NoteKind kind{};
  NoteSeverity severity{};
  Text advice;
  /// Texts that ground it: "LIL 30".
  std::vector<std::string> texts;
  bool operator==(const NoteKindSheet&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteKindSheet, (), (kind, severity, advice, texts))

/// Words of one kind. A word may be several, "témoin de Jéhovah"; its plural in -s needs not be written. Accents make no
/// difference: "typé" would flag every "type", so it can't be listed.
struct NoteWordList {
  std::string code;
  NoteKind kind{};
  std::vector<std::string> words;
  /// Innocent phrases around these words: "Secours catholique".
  std::vector<std::string> innocent;
  Period in_force;
  std::string source;
  /// Who has read it: "unreviewed" until then.
  std::string review;
  bool operator==(const NoteWordList&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteWordList, (), (code, kind, words, innocent, in_force, source, review))

/// How secrets are introduced in notes.
struct NoteSecrets {
  /// A value after one of these is a secret: "mot de passe", "mdp".
  std::vector<std::string> secret_names;
  /// What follows lets somebody be known: "identifiant", "login".
  std::vector<std::string> login_names;
  /// What follows may be a secret if it has digits: "code".
  std::vector<std::string> vague_names;
  /// After a name, shows that it is no secret: "code postal".
  std::vector<std::string> harmless_qualifiers;
  /// No value though it stands in its place: "mot de passe : oublié".
  std::vector<std::string> no_values;
  bool operator==(const NoteSecrets&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteSecrets, (), (secret_names, login_names, vague_names, harmless_qualifiers, no_values))

struct NoteBook {
  /// "patio/note_words/1"
  std::string schema;
  /// Each kind once.
  std::vector<NoteKindSheet> kinds;
  NoteSecrets secrets;
  std::vector<NoteWordList> lists;
  bool operator==(const NoteBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteBook, (), (schema, kinds, secrets, lists))

/// Every fault, or the book: a kind that is missing or told twice, a word without letters, a list told twice on one day.
[[nodiscard]] Checked<NoteBook> load_note_book(std::string_view json);

/// The French one that is compiled in. Read once.
[[nodiscard]] const NoteBook& french_note_book();

/// Only the lists in force on that day.
[[nodiscard]] NoteBook as_of(const NoteBook& book, Date day);

/// A book made ready to read with. Immutable, shared by threads. check_note() is one made of the French lists without an end.
class NoteChecker {
 public:
  /// Uses every list of the book, whatever its dates.
  explicit NoteChecker(const NoteBook& book);
  NoteChecker(NoteChecker&&) noexcept;
  NoteChecker& operator=(NoteChecker&&) noexcept;
  ~NoteChecker();

  [[nodiscard]] std::vector<NoteFinding> check(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace patio
