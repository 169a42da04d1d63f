#include <patio/casework/identifying_content.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include <patio/base/json.hpp>

#include "../base/book_file.hpp"
#include "../embedded.hpp"
#include "identifying_text.hpp"

namespace patio {
namespace {

constexpr std::string_view book_schema = "patio/identifying_words/1";

Issues faults_of(const IdentifyingBook& book) {
  Issues issues;
  const auto fault = [&](std::string path, std::string_view code, Text message) {
    issues.list.push_back({std::move(path), std::string(code), std::move(message)});
  };
  if (book.schema != book_schema)
    fault("/schema", "unknown_schema", {"écrire patio/identifying_words/1", "write patio/identifying_words/1"});
  std::set<IdentifyingKind> told;
  for (std::size_t i = 0; i < book.kinds.size(); ++i)
    if (!told.insert(book.kinds[i].kind).second)
      fault(pointer("/kinds", i), "repeated_kind", {"ne dire chaque sorte qu'une fois", "tell each kind once"});
  for (const auto& [kind, name] : enumerators<IdentifyingKind>())
    if (!told.contains(kind)) fault("/kinds", "missing_kind", fill({"ajouter la sorte {}", "add the kind {}"}, {name}));
  for (std::size_t i = 0; i < book.lists.size(); ++i) {
    const std::string path = pointer(pointer("/lists", i), "words");
    for (std::size_t at = 0; at < book.lists[i].words.size(); ++at)
      if (words_of(fold(book.lists[i].words[at]).text).empty())
        fault(pointer(path, at), "no_word",
              {"écrire au moins une lettre ou un chiffre", "write a letter or a digit at least"});
  }
  return issues;
}

/// Of overlapping findings the more severe stands, then the longer, then the first.
std::vector<IdentifyingFinding> without_overlap(std::vector<IdentifyingFinding> findings) {
  const auto bytes = [](const IdentifyingFinding& each) { return each.end_byte - each.begin_byte; };
  std::sort(findings.begin(), findings.end(), [&](const IdentifyingFinding& a, const IdentifyingFinding& b) {
    return std::tuple(b.severity, bytes(b), a.begin_byte, a.kind) < std::tuple(a.severity, bytes(a), b.begin_byte, b.kind);
  });
  std::map<std::size_t, IdentifyingFinding> kept;
  for (auto& finding : findings) {
    const auto after = kept.lower_bound(finding.begin_byte);
    if (after != kept.end() && after->first < finding.end_byte) continue;
    if (after != kept.begin() && std::prev(after)->second.end_byte > finding.begin_byte) continue;
    kept.emplace_hint(after, finding.begin_byte, std::move(finding));
  }
  std::vector<IdentifyingFinding> sorted;
  for (auto& [begin, finding] : kept) sorted.push_back(std::move(finding));
  return sorted;
}

std::optional<IdentifyingKind> kind_of(NoteKind kind) {
  switch (kind) {
    case NoteKind::phone: return IdentifyingKind::phone;
    case NoteKind::email: return IdentifyingKind::email;
    case NoteKind::nir:
    case NoteKind::nir_unproven:
    case NoteKind::bank_account:
    case NoteKind::bank_card:
    case NoteKind::credential:
    case NoteKind::credential_hint: return IdentifyingKind::number;
    default: return std::nullopt;
  }
}

}  // namespace

struct IdentifyingFinder::Compiled {
  std::vector<IdentifyingKindSheet> kinds;
  IdentifyingVocabulary words;
};

IdentifyingFinder::IdentifyingFinder(const IdentifyingBook& book) {
  auto compiled = std::make_unique<Compiled>();
  compiled->kinds = book.kinds;
  for (const auto& list : book.lists)
    for (const auto& word : list.words) compiled->words.add(list.name, word);
  compiled_ = std::move(compiled);
}

IdentifyingFinder::IdentifyingFinder(IdentifyingFinder&&) noexcept = default;
IdentifyingFinder& IdentifyingFinder::operator=(IdentifyingFinder&&) noexcept = default;
IdentifyingFinder::~IdentifyingFinder() = default;

std::vector<IdentifyingFinding> IdentifyingFinder::find(std::string_view text, const std::vector<std::string>& known) const {
  std::vector<IdentifyingFinding> findings;
  const auto add = [&](IdentifyingKind kind, std::size_t begin, std::size_t end) {
    for (const auto& sheet : compiled_->kinds)
      if (sheet.kind == kind) findings.push_back({kind, sheet.severity, begin, end, sheet.advice});
  };
  for (const auto& finding : check_note(text))
    if (const auto kind = kind_of(finding.kind)) add(*kind, finding.begin_byte, finding.end_byte);
  const IdentifyingText read(text, compiled_->words);
  for (const auto& hit : read.find(known)) add(hit.kind, read.begin_byte(hit.first), read.end_byte(hit.last));
  return without_overlap(std::move(findings));
}

Checked<IdentifyingBook> load_identifying_book(std::string_view json) {
  auto book = read_book_file<IdentifyingBook>(json);
  if (!book) return book;
  Issues faults = faults_of(*book);
  if (!faults.list.empty()) return faults;
  return book;
}

const IdentifyingBook& french_identifying_book() {
  static const IdentifyingBook book = load_identifying_book(embedded::identifying_words().front().text).value();
  return book;
}

std::vector<IdentifyingFinding> find_identifying(std::string_view text, const std::vector<std::string>& known) {
  static const IdentifyingFinder finder(french_identifying_book());
  return finder.find(text, known);
}

bool refuses(const std::vector<IdentifyingFinding>& findings) noexcept {
  return std::any_of(findings.begin(), findings.end(),
                     [](const IdentifyingFinding& each) { return each.severity == NoteSeverity::refuse; });
}

std::string without_identifying(std::string_view text, const std::vector<IdentifyingFinding>& findings, NoteSeverity from) {
  std::string rest;
  std::size_t at = 0;
  for (const auto& finding : findings) {
    if (finding.severity < from) continue;
    rest.append(text.substr(at, finding.begin_byte - at)).append("[…]");
    at = finding.end_byte;
  }
  return rest.append(text.substr(at));
}

}  // namespace patio
