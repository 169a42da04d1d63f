#include <patio/exchange/loss_report.hpp>

namespace patio {

void note(LossReport& report, Issue issue) {
  constexpr std::size_t most_issues = 1000;
  ++report.issue_counts[issue.code];
  if (report.issues.size() < most_issues) report.issues.push_back(std::move(issue));
}

}  // namespace patio
