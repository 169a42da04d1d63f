#pragma once
/// \file
/// The rules of one day for Python, one request at a time, at the price of making the answer's own objects: everything that
/// is the same in each answer (a rule's title, a text of law, a question) is made once, and answers share it.

#include <pybind11/pybind11.h>

#include <memory>

#include <patio/rules/rule_set.hpp>

namespace patio::python {

/// Immutable; it is called with the GIL held, and lets other threads run while it looks for a lawful way.
class Decider {
 public:
  explicit Decider(std::shared_ptr<const rules::RuleSet> rules);
  ~Decider();

  /// `request`: an AccessRequest, or a mapping of facts, where None is unknown. The answer is what `decide` of the library
  /// gives. Throws InvalidInput with every issue.
  [[nodiscard]] pybind11::object decide(const pybind11::object& request, bool way) const;
  /// Its effect alone.
  [[nodiscard]] pybind11::object effect(const pybind11::object& request) const;

  [[nodiscard]] const std::shared_ptr<const rules::RuleSet>& rules() const { return rules_; }

 private:
  struct Words;
  std::shared_ptr<const rules::RuleSet> rules_;
  std::unique_ptr<const Words> words_;
};

}  // namespace patio::python
