#pragma once
/// \file
/// What rules refer to: the facts in words, parameters, texts of law and obligations. Each is a list in a file of the
/// rulebook, `{"schema": "patio/texts/1", "texts": [...]}`; the facts also say `"of": "AccessRequest"`.

#include <optional>
#include <string>
#include <vector>

#include <patio/base/describe.hpp>
#include <patio/base/shape.hpp>
#include <patio/base/text.hpp>
#include <patio/base/time.hpp>

namespace patio::rules {

struct ValueLabel {
  std::string name;
  Text label;
  bool operator==(const ValueLabel&) const = default;
};
BOOST_DESCRIBE_STRUCT(ValueLabel, (), (name, label))

/// A value that a fact can be brought to: how, and at what pains (1 is a question, 3 is a letter and a wait).
struct Obtainable {
  std::string value;
  Text how;
  int cost = 1;
  bool operator==(const Obtainable&) const = default;
};
BOOST_DESCRIBE_STRUCT(Obtainable, (), (value, how, cost))

/// A fact in words.
struct FactLabel {
  std::string name;
  Text label;
  /// What to ask when it is unknown.
  Text question;
  std::vector<ValueLabel> values;
  std::vector<Obtainable> obtainable;
  bool operator==(const FactLabel&) const = default;
};
BOOST_DESCRIBE_STRUCT(FactLabel, (), (name, label, question, values, obtainable))

struct DatedValue {
  /// True or false, a number or a text; the same kind throughout a parameter.
  AnyJson value;
  Date since{};
  std::optional<Date> until;
  std::string source;
  /// The day on which the rulebook learned of it.
  Date recorded{};
  /// The `recorded` day of the value of this parameter that this one puts right, as if that one had never been.
  std::optional<Date> corrects;
  bool operator==(const DatedValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(DatedValue, (), (value, since, until, source, recorded, corrects))

/// A point that rules turn on and that a jurist may set: often a disputed reading.
struct Parameter {
  std::string name;
  Text why;
  bool disputed = false;
  std::vector<DatedValue> values;
  bool operator==(const Parameter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Parameter, (), (name, why, disputed, values))

struct LawText {
  /// "CSP R1110-2"
  std::string ref;
  Text title;
  bool operator==(const LawText&) const = default;
};
BOOST_DESCRIBE_STRUCT(LawText, (), (ref, title))

struct ObligationKind {
  std::string code;
  Text label;
  /// The order in which obligations are told and done.
  int rank = 0;
  /// How it is met.
  Text discharge;
  bool operator==(const ObligationKind&) const = default;
};
BOOST_DESCRIBE_STRUCT(ObligationKind, (), (code, label, rank, discharge))

struct Catalogue {
  /// In the order of the request's fields, then in that of the hat's.
  std::vector<FactLabel> request_facts;
  std::vector<FactLabel> hat_facts;
  std::vector<Parameter> parameters;
  std::vector<LawText> texts;
  /// By rank. The place of one here is its bit in a verdict.
  std::vector<ObligationKind> obligations;
  bool operator==(const Catalogue&) const = default;
};
BOOST_DESCRIBE_STRUCT(Catalogue, (), (request_facts, hat_facts, parameters, texts, obligations))

}  // namespace patio::rules
