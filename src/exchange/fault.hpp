#pragma once
/// \file
/// The sentences of what readers and writers of public formats find wrong.

#include <string>
#include <string_view>

#include <patio/exchange/loss_report.hpp>

namespace patio {

/// `column` is a name of our own tables, never text of the file.
[[nodiscard]] Text fault_text(std::string_view code, std::string_view column);

/// Notes it at that place of the file.
void tell(LossReport& report, std::string path, std::string_view code, std::string_view column);

}  // namespace patio
