#pragma once
/// \file
/// The state behind a centre and its desks.

#include <patio/desk.hpp>
#include <patio/rules/rulebook.hpp>

#include "access.hpp"

namespace patio {

class CentreState {
 public:
  CentreState(Store opened, CentreOptions chosen, Zone where);

  /// The rules in force on that day, compiled once a day.
  [[nodiscard]] std::shared_ptr<const rules::RuleSet> rules_on(Date day);

  /// Public holidays from the day before to the year after.
  [[nodiscard]] const std::vector<Date>& holidays_around(Date day);

  /// Nothing if the plan has nobody of that code.
  [[nodiscard]] const Professional* professional(const ProfessionalCode& code) const {
    return find_by_code(options.plan.professionals, code);
  }

  [[nodiscard]] const NeedsBook& needs() const noexcept { return *options.needs; }

  Store store;
  CentreOptions options;
  Zone zone;

 private:
  std::shared_ptr<const rules::RuleSet> rules_;
  std::vector<Date> holidays_;
  std::optional<int> holidays_year_;
};

}  // namespace patio
