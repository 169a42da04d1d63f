#pragma once
/// \file
/// The rulebook: every rule that was, is or will be in force, with what rules refer to. Read once, asked for any day.
///
///     Checked<Rulebook> book = load_rulebook(files, subject);
///     if (!book) return book.error();                          // every fault of every file, each in its place
///     std::shared_ptr<const RuleSet> today = book->as_of(day);
///
/// A book with a single fault is not loaded: there is no half of a rulebook. An Issue's path is the file and a JSON Pointer:
/// "secrecy.json#/rules/3/when/0/recipient".

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/rules/catalogue.hpp>
#include <patio/rules/rule.hpp>
#include <patio/rules/rule_set.hpp>

namespace patio::rules {

/// JSON with a `schema` key: patio/rules/1, patio/facts/1, patio/parameters/1, patio/texts/1 or patio/obligations/1. There
/// may be several of each.
struct RulebookFile {
  std::string path;
  std::string text;
};

/// What the rules speak of.
struct Subject {
  /// Facts of a request, for the gates that decide.
  Vocabulary request;
  /// Facts of a hat, for the gate `status`.
  Vocabulary hat;
  /// What the gate `status` may answer, strongest first.
  std::vector<std::string> statuses;
};

class Rulebook {
 public:
  struct Contents {
    Subject subject;
    Catalogue catalogue;
    /// In the order of the files.
    std::vector<Rule> rules;
    /// Of all that was read, whatever its spacing and the order of keys and files. 32 hexadecimal digits.
    std::string hash;
  };

  explicit Rulebook(Contents contents) : contents_(std::make_shared<const Contents>(std::move(contents))) {}

  [[nodiscard]] const Catalogue& catalogue() const noexcept { return contents_->catalogue; }
  [[nodiscard]] const std::vector<Rule>& rules() const noexcept { return contents_->rules; }
  [[nodiscard]] const Subject& subject() const noexcept { return contents_->subject; }
  [[nodiscard]] const std::string& hash() const noexcept { return contents_->hash; }

  /// The rules in force on that day; as they were known on `known_as_of`, if given, so that an old answer can be given
  /// again. Compiles each time it is called (milliseconds): keep the result.
  [[nodiscard]] std::shared_ptr<const RuleSet> as_of(Date day, std::optional<Date> known_as_of = std::nullopt) const;

 private:
  std::shared_ptr<const Contents> contents_;
};

[[nodiscard]] Checked<Rulebook> load_rulebook(const std::vector<RulebookFile>& files, const Subject& subject);

}  // namespace patio::rules
