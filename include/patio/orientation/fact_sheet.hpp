#pragma once
/// \file
/// What people read about a fact: its name, its values, and the questions by which it is learnt.
///
///     question_for(sheet, {"agricultural"});   // "Relevez-vous de la MSA ?"

#include <optional>
#include <string>
#include <vector>

#include <patio/base/text.hpp>
#include <patio/rules/catalogue.hpp>
#include <patio/secrecy/request.hpp>

namespace patio {

/// A question by yes or no that tells the named values from all others.
struct SplitQuestion {
  std::vector<std::string> among;
  Text question;
  bool operator==(const SplitQuestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(SplitQuestion, (), (among, question))

struct FactSheet {
  /// A field of PersonFacts.
  std::string name;
  Text label;
  /// The open question.
  Text question;
  /// Health, violence, protection, debts: a suggestion never rests on it.
  bool sensitive = false;
  /// What kind of data it is for the rules of secrecy. Absent: nothing may be done with it in bulk.
  std::optional<DataCategory> category;
  /// What it costs to ask, from 1 (said in passing) to 5 (needs trust, a paper or a third person).
  int cost = 1;
  std::vector<SplitQuestion> splits;
  /// Every value of the fact, in its order.
  std::vector<rules::ValueLabel> values;
  bool operator==(const FactSheet&) const = default;
};
BOOST_DESCRIBE_STRUCT(FactSheet, (), (name, label, question, sensitive, category, cost, splits, values))

/// The question by yes or no that tells these values from all others, if the sheet has one; else the open question.
[[nodiscard]] const Text& question_for(const FactSheet& sheet, const std::vector<std::string>& values);

/// The label of a value; an unknown value labels itself.
[[nodiscard]] Text label_of(const FactSheet& sheet, const std::string& value);

}  // namespace patio
