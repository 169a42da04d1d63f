#include <patio/exchange/loss_report.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("every issue is counted, and the first thousand are listed") {
  LossReport report;
  for (int i = 1; i <= 1500; ++i) note(report, {std::to_string(i) + ":1", i % 2 ? "odd" : "even", {}});
  CHECK(report.issues.size() == 1000);
  CHECK(report.issues.back().path == "1000:1");
  CHECK(report.issue_counts == std::map<std::string, std::int64_t>{{"odd", 750}, {"even", 750}});
}
