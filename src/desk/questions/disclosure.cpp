#include <algorithm>

#include <patio/base/json.hpp>
#include <map>

#include <patio/desk/questions.hpp>

#include "../question.hpp"

namespace patio {
namespace {

Issues under(std::string_view path, Issues issues) {
  for (auto& each : issues.list) each.path.insert(0, path);
  return issues;
}

template <class T>
T value_or_throw(Checked<T> read, std::string_view path) {
  if (read.has_error()) throw InvalidInput(under(path, std::move(read).error()));
  return *std::move(read);
}

/// What stands in the place of each field, by its path.
using Replacements = std::map<std::string, std::optional<std::string>>;

Replacements replacements_in(const DiscloseDocument& question, std::string_view at) {
  Replacements all;
  Issues issues;
  const auto fault = [&](std::size_t place, std::string_view field, std::string_view code, Text message) {
    issues.list.push_back({pointer(pointer("/anonymised", place), field), std::string(code), std::move(message)});
  };
  for (std::size_t i = 0; i < question.anonymised.size(); ++i) {
    const auto& [path, value] = question.anonymised[i];
    const bool known = std::any_of(question.fields.begin(), question.fields.end(),
                                   [&, &named = path](const DocumentField& field) { return field.path == named; });
    if (!known) fault(i, "path", "unknown_reference", {"nommer un champ du document", "name a field of the document"});
    else if (!all.emplace(path, value).second)
      fault(i, "path", "repeated_path", {"ne donner chaque champ qu'une fois", "give each field once"});
  }
  if (!issues.list.empty()) throw InvalidInput(under(at, std::move(issues)));
  return all;
}

DisclosedDocument disclosed(const DiscloseDocument& question, const Books& books, const std::string& at) {
  const Document document = value_or_throw(Document::of(question.fields), at + "/fields");
  DiscloseOptions options;
  options.free_text = question.free_text.value_or(FreeText::withhold);
  options.way = question.way == YesNo::yes ? WayWanted::yes : WayWanted::no;
  options.approval = question.approval;
  if (const auto instead = replacements_in(question, at); !instead.empty())
    options.anonymise = [instead](const DocumentField& field) {
      const auto given = instead.find(field.path);
      return given == instead.end() ? std::optional<std::string>(anonymous_mask) : given->second;
    };
  return disclose(*books.rulebook->as_of(question.day, question.known_as_of), document, question.circumstances, options);
}

}  // namespace

DisclosedDocument reply(const DiscloseDocument& question, const Books& books) { return disclosed(question, books, ""); }

Disclosure reply(const RecordDisclosure& question, const Books& books) {
  const auto given = disclosed(question.document, books, "/document");
  return record_of(given, question.handover, question.met).value();
}

VisibilityPredicate reply(const VisibleRows& question, const Books& books) {
  const auto rules = books.rulebook->as_of(question.day, question.known_as_of);
  return value_or_throw(visibility(*rules, question.viewer, question.columns), "/columns");
}

}  // namespace patio

PATIO_QUESTION_ROOM(disclosure, PATIO_DISCLOSURE_QUESTIONS)
