#include <patio/secrecy/note_check.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "embedded.hpp"
#include "note_words.hpp"
#include "base/book_file.hpp"

namespace patio {
namespace {

constexpr std::string_view book_schema = "patio/note_words/1";

bool has_a_word(const std::string& phrase) { return !words_of(fold(phrase).text).empty(); }

class BookCheck {
 public:
  explicit BookCheck(const NoteBook& book) : book_(book) {}

  Issues run() {
    if (book_.schema != book_schema)
      fault("/schema", "unknown_schema", {"écrire patio/note_words/1", "write patio/note_words/1"});
    check_kinds();
    check_phrases("/secrets/secret_names", book_.secrets.secret_names);
    check_phrases("/secrets/login_names", book_.secrets.login_names);
    check_phrases("/secrets/vague_names", book_.secrets.vague_names);
    check_phrases("/secrets/harmless_qualifiers", book_.secrets.harmless_qualifiers);
    check_phrases("/secrets/no_values", book_.secrets.no_values);
    check_lists();
    return std::move(issues_);
  }

 private:
  void fault(std::string path, std::string_view code, Text message) {
    issues_.list.push_back({std::move(path), std::string(code), std::move(message)});
  }

  void check_kinds() {
    std::set<NoteKind> told;
    for (std::size_t i = 0; i < book_.kinds.size(); ++i)
      if (!told.insert(book_.kinds[i].kind).second)
        fault(pointer("/kinds", i), "repeated_kind", {"ne dire chaque sorte qu'une fois", "tell each kind once"});
    for (const auto& [kind, name] : enumerators<NoteKind>())
      if (!told.contains(kind))
        fault("/kinds", "missing_kind", fill({"ajouter la sorte {}", "add the kind {}"}, {name}));
  }

  void check_phrases(const std::string& path, const std::vector<std::string>& phrases) {
    for (std::size_t i = 0; i < phrases.size(); ++i)
      if (!has_a_word(phrases[i]))
        fault(pointer(path, i), "no_word", {"écrire au moins une lettre ou un chiffre", "write a letter or a digit at least"});
  }

  void check_lists() {
    for (std::size_t i = 0; i < book_.lists.size(); ++i) {
      const NoteWordList& list = book_.lists[i];
      const std::string path = pointer("/lists", i);
      check_phrases(pointer(path, "words"), list.words);
      check_phrases(pointer(path, "innocent"), list.innocent);
      if (is_empty(list.in_force))
        fault(pointer(path, "in_force"), "empty_period", {"finir après le début", "end after the beginning"});
      for (std::size_t earlier = 0; earlier < i; ++earlier)
        if (book_.lists[earlier].code == list.code && overlaps(book_.lists[earlier].in_force, list.in_force))
          fault(path, "overlapping_lists", {"finir l'ancienne liste avant la nouvelle", "end the old list before the new one"});
    }
  }

  const NoteBook& book_;
  Issues issues_;
};

/// Of overlapping findings the more severe stands, then the longer, then the first.
std::vector<NoteFinding> without_overlap(std::vector<NoteFinding> findings) {
  const auto bytes = [](const NoteFinding& each) { return each.end_byte - each.begin_byte; };
  std::sort(findings.begin(), findings.end(), [&](const NoteFinding& a, const NoteFinding& b) {
    return std::tuple(b.severity, bytes(b), a.begin_byte, a.kind) < std::tuple(a.severity, bytes(a), b.begin_byte, b.kind);
  });
  std::map<std::size_t, NoteFinding> kept;
  for (auto& finding : findings) {
    const auto after = kept.lower_bound(finding.begin_byte);
    if (after != kept.end() && after->first < finding.end_byte) continue;
    if (after != kept.begin() && std::prev(after)->second.end_byte > finding.begin_byte) continue;
    kept.emplace_hint(after, finding.begin_byte, std::move(finding));
  }
  std::vector<NoteFinding> sorted;
  for (auto& [begin, finding] : kept) sorted.push_back(std::move(finding));
  return sorted;
}

}  // namespace

Checked<NoteBook> load_note_book(std::string_view json) {
  auto book = read_book_file<NoteBook>(json);
  if (!book) return book;
  Issues faults = BookCheck(*book).run();
  if (!faults.list.empty()) return faults;
  return book;
}

const NoteBook& french_note_book() {
  static const NoteBook book = load_note_book(embedded::note_words().front().text).value();
  return book;
}

NoteBook as_of(const NoteBook& book, Date day) {
  NoteBook dated = book;
  std::erase_if(dated.lists, [&](const NoteWordList& list) { return !contains(list.in_force, day); });
  return dated;
}

struct NoteChecker::Compiled {
  std::map<NoteKind, NoteKindSheet> kinds;
  NoteWords words;
  SecretWords secrets;
};

NoteChecker::NoteChecker(const NoteBook& book) {
  std::map<NoteKind, NoteKindSheet> kinds;
  for (const auto& sheet : book.kinds) kinds.emplace(sheet.kind, sheet);
  compiled_ = std::make_unique<const Compiled>(Compiled{std::move(kinds), NoteWords(book.lists), SecretWords(book.secrets)});
}
NoteChecker::NoteChecker(NoteChecker&&) noexcept = default;
NoteChecker& NoteChecker::operator=(NoteChecker&&) noexcept = default;
NoteChecker::~NoteChecker() = default;

std::vector<NoteFinding> NoteChecker::check(std::string_view text) const {
  const FoldedText folded = fold(text);
  const auto words = words_of(folded.text);
  std::vector<NoteFinding> findings;
  const auto add = [&](const std::vector<NoteHit>& hits) {
    for (const auto& hit : hits) {
      const auto sheet = compiled_->kinds.find(hit.kind);
      // A book made by hand may tell nothing of a kind: what is found is told all the same.
      const bool told = sheet != compiled_->kinds.end();
      findings.push_back({hit.kind, told ? sheet->second.severity : NoteSeverity::refuse, folded.begin_byte[hit.first],
                          folded.end_byte[hit.last - 1], told ? sheet->second.advice : Text{}});
    }
  };
  add(find_numbers(folded.text));
  add(compiled_->words.find(folded.text, words));
  add(compiled_->secrets.find(folded.text, words));
  return without_overlap(std::move(findings));
}

std::vector<NoteFinding> check_note(std::string_view text) {
  static const NoteChecker checker = [] {
    NoteBook book = french_note_book();
    std::erase_if(book.lists, [](const NoteWordList& list) { return list.in_force.until.has_value(); });
    return NoteChecker(book);
  }();
  return checker.check(text);
}

bool refuses(const std::vector<NoteFinding>& findings) noexcept {
  return std::any_of(findings.begin(), findings.end(),
                     [](const NoteFinding& each) { return each.severity == NoteSeverity::refuse; });
}

std::string without_findings(std::string_view text, const std::vector<NoteFinding>& findings) {
  std::string rest;
  std::size_t at = 0;
  for (const auto& finding : findings) {
    rest.append(text.substr(at, finding.begin_byte - at)).append("[…]");
    at = finding.end_byte;
  }
  return rest.append(text.substr(at));
}

}  // namespace patio
