#include "book_file.hpp"

#include <patio/base/json_tree.hpp>

#include "book_rows.hpp"
#include "condition.hpp"
#include "base/book_file.hpp"

namespace patio {
namespace {

template <class Row>
Provenance provenance_of(const Row& row) {
  return {{row.since, row.until}, row.recorded, row.source, row.confidence, row.review_by, row.review, row.corrects};
}

class RowReader {
 public:
  explicit RowReader(Issues& issues) : issues_(issues) {}

  Need need(const NeedRow& row, const std::string& path) {
    Need need{row.code,      row.title, row.theme, row.sensitive, row.urgency, row.mission, row.themes,
              row.documents, {},        {},        {},            {},          {},
              provenance_of(row)};
    if (row.deadline) need.deadline = deadline(*row.deadline);
    each(row.urgent_when, pointer(path, "urgent_when"), [&](const UrgencyRow& every, const std::string& at) {
      need.urgent_when.push_back({every.urgency, condition(every.when, at, "when"), every.explanation});
    });
    each(row.comes_after, pointer(path, "comes_after"), [&](const PrecedenceRow& every, const std::string& at) {
      need.comes_after.push_back({every.need, condition(every.when, at, "when"), every.explanation});
    });
    each(row.destinations, pointer(path, "destinations"), [&](const RuleRow& every, const std::string& at) {
      need.destinations.push_back(rule(every, at));
    });
    each(row.suggests, pointer(path, "suggests"), [&](const SuggestionRow& every, const std::string& at) {
      need.suggests.push_back({every.need, condition(every.when, at, "when"), every.only_if_mentioned.value_or(false)});
    });
    return need;
  }

  DestinationRule rule(const RuleRow& row, const std::string& path) {
    DestinationRule rule{row.id,          row.destination, row.role, condition(row.when, path, "when"),
                         condition(row.unless, path, "unless"), row.explanation, row.why_not, {},
                         row.areas,       row.modes,       row.documents};
    each(row.cautions, pointer(path, "cautions"), [&](const CautionRow& every, const std::string& at) {
      rule.cautions.push_back({condition(every.when, at, "when"), every.explanation});
    });
    return rule;
  }

  SafetyRule safety(const SafetyRow& row, const std::string& path) {
    const auto when = condition(row.when, path, "when");
    return {{row.id, row.destination, DestinationRole::emergency, when, {}, row.explanation, {}, {}, {}, {}, {}},
            provenance_of(row)};
  }

  LocalRule local_rule(const LocalRow& row, const std::string& path) {
    const bool withdraws = row.effect == LocalEffect::withdraws;
    const auto expect = [&](bool there, std::string_view key) {
      if (there == withdraws) issues_.list.push_back(book_issue(pointer(path, key), withdraws ? "idle_key" : "missing_key"));
    };
    expect(row.destination.has_value(), "destination");
    expect(row.role.has_value(), "role");
    expect(row.explanation.has_value(), "explanation");
    const RuleRow said{row.id,      row.destination.value_or(DestinationCode{}), row.role.value_or(DestinationRole{}), row.when,
                       row.unless,  row.explanation.value_or(Text{}),            row.why_not,                          row.cautions,
                       row.areas,   row.modes,                                   row.documents};
    return {row.need, row.owner, row.effect, row.reason, rule(said, path), provenance_of(row)};
  }

  DirectoryWords words(const WordsRow& row, const std::string& path) {
    DirectoryWords words{{}, row.networks, row.source, row.recorded, row.review_by, row.review};
    each(row.audiences, pointer(path, "audiences"), [&](const AudienceRow& every, const std::string& at) {
      words.audiences.push_back({every.code, {}});
      if (every.when) words.audiences.back().when = condition(*every.when, at, "when");
    });
    return words;
  }

 private:
  static DeadlineRule deadline(const DeadlineRow& row) {
    return {row.months.value_or(0), row.days.value_or(0), row.after, row.rounding, row.explanation, row.question};
  }

  std::vector<rules::Cube> condition(const std::vector<AnyJson>& cubes, const std::string& path, std::string_view key) {
    return read_condition(cubes, pointer(path, key), issues_);
  }

  template <class Row, class Take>
  static void each(const std::vector<Row>& rows, const std::string& path, Take take) {
    for (std::size_t i = 0; i < rows.size(); ++i) take(rows[i], pointer(path, i));
  }

  Issues& issues_;
};

/// Reads one kind of file; `take(row, path)` gets each entry of its list.
template <class File, class Row, class Take>
void read_rows(const Json& tree, const std::string& root, std::string_view list, std::vector<Row> File::*rows,
               Issues& issues, Take take) {
  const auto file = from_json_value<File>(tree, root);
  if (!file) {
    const Issues faults = file.error();
    issues.list.insert(issues.list.end(), faults.list.begin(), faults.list.end());
    return;
  }
  const auto& all = (*file).*rows;
  for (std::size_t i = 0; i < all.size(); ++i) take(all[i], pointer(pointer(root, list), i));
}

void read_words(const Json& tree, const std::string& root, RowReader& reader, BookParts& parts) {
  const auto file = from_json_value<WordsFile>(tree, root);
  const std::string at = pointer(root, "words");
  if (file) return parts.words.push_back({reader.words(file->words, at), at});
  const Issues faults = file.error();
  parts.issues.list.insert(parts.issues.list.end(), faults.list.begin(), faults.list.end());
}

}  // namespace

void read_book_file(const BookFile& file, BookParts& parts) {
  const std::string root = std::string(file.name) + '#';
  const auto tree = parse_book_file(file.text);
  if (!tree) {
    const Issues faults = tree.error();
    for (const auto& issue : faults.list) parts.issues.list.push_back({root + issue.path, issue.code, issue.message});
    return;
  }
  const auto schema = tree->is_object() ? tree->value("schema", Json()) : Json();
  RowReader reader(parts.issues);
  if (schema == "patio/needs/1") {
    read_rows(*tree, root, "needs", &NeedsFile::needs, parts.issues, [&](const NeedRow& row, const std::string& path) {
      parts.needs.push_back({reader.need(row, path), path});
    });
  } else if (schema == "patio/safety/1") {
    read_rows(*tree, root, "safety", &SafetyFile::safety, parts.issues, [&](const SafetyRow& row, const std::string& path) {
      parts.safety.push_back({reader.safety(row, path), path});
    });
  } else if (schema == "patio/destinations/1") {
    read_rows(*tree, root, "destinations", &DestinationsFile::destinations, parts.issues,
              [&](const Destination& row, const std::string& path) { parts.destinations.push_back({row, path}); });
  } else if (schema == "patio/orientation_facts/1") {
    read_rows(*tree, root, "facts", &FactsFile::facts, parts.issues,
              [&](const FactSheet& row, const std::string& path) { parts.facts.push_back({row, path}); });
  } else if (schema == "patio/veille/1") {
    read_rows(*tree, root, "brakes", &VeilleFile::brakes, parts.issues, [&](const BrakesRow& row, const std::string& path) {
      parts.veille.push_back({{row.most_per_visit, row.refusal_days, row.signal_days, provenance_of(row)}, path});
    });
  } else if (schema == "patio/local_rules/1") {
    read_rows(*tree, root, "rules", &LocalFile::rules, parts.issues, [&](const LocalRow& row, const std::string& path) {
      parts.local_rules.push_back({reader.local_rule(row, path), path});
    });
    // Faults of form were told above.
    Issues told;
    read_rows(*tree, root, "sectors", &LocalFile::sectors, told,
              [&](const Sector& row, const std::string& path) { parts.sectors.push_back({row, path}); });
  } else if (schema == "patio/directory_words/1") {
    read_words(*tree, root, reader, parts);
  } else {
    parts.issues.list.push_back(book_issue(pointer(root, "schema"), "unknown_schema"));
  }
}

}  // namespace patio
