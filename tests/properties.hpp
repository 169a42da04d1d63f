#pragma once
/// \file
/// Laws that hold for all values, checked on random ones by rapidcheck and shrunk to the smallest that breaks them.
///
///     TEST_CASE("a period shifted there and back is the same") {
///       prop("for any shift", [](Period period, int days) { RC_ASSERT(shift(shift(period, days), -days) == period); });
///     }
///
/// A failure prints the values, the seed, and the `reproduce=` line that repeats it. The environment variable RC_PARAMS
/// takes that line, or "seed=... max_success=10000" for another or a longer run.

#include <rapidcheck.h>

#include <sstream>
#include <string>
#include <utility>

#include "catch.hpp"

template <class Law>
void prop(const std::string& sentence, Law&& law) {
  SECTION(sentence) {
    rc::detail::TestMetadata metadata;
    metadata.id = sentence;
    metadata.description = sentence;
    const auto result = rc::detail::checkTestable(std::forward<Law>(law), metadata);
    std::ostringstream report;
    rc::detail::printResultMessage(result, report);
    INFO("RC_PARAMS=\"seed=" << rc::detail::configuration().testParams.seed << "\"\n" << report.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
  }
}
