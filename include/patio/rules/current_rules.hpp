#pragma once
/// \file
/// The rules in use now, behind one atomic pointer: a new set replaces the old one while others decide.
///
///     CurrentRules current(book.as_of(today));
///     const auto rules = current.get();                 // keep it for the whole of one piece of work
///     current.replace(book.as_of(tomorrow));

#include <atomic>
#include <memory>

#include <patio/rules/rule_set.hpp>

namespace patio::rules {

/// Safe to read and replace from any number of threads.
class CurrentRules {
 public:
  explicit CurrentRules(std::shared_ptr<const RuleSet> rules) : rules_(std::move(rules)) {}

  [[nodiscard]] std::shared_ptr<const RuleSet> get() const noexcept { return rules_.load(); }
  /// Those who hold the old set finish with it.
  void replace(std::shared_ptr<const RuleSet> rules) noexcept { rules_.store(std::move(rules)); }

 private:
  std::atomic<std::shared_ptr<const RuleSet>> rules_;
};

}  // namespace patio::rules
