#include <patio/orientation/fact_sheet.hpp>

#include <algorithm>

namespace patio {
namespace {

bool holds(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// True if the question tells the wanted values from all others, whichever side answers yes.
bool tells_apart(const SplitQuestion& split, const FactSheet& sheet, const std::vector<std::string>& wanted) {
  const auto same_side = [&](bool turned) {
    return std::all_of(sheet.values.begin(), sheet.values.end(), [&](const rules::ValueLabel& value) {
      return holds(split.among, value.name) == (holds(wanted, value.name) != turned);
    });
  };
  return same_side(false) || same_side(true);
}

}  // namespace

const Text& question_for(const FactSheet& sheet, const std::vector<std::string>& values) {
  for (const auto& split : sheet.splits)
    if (tells_apart(split, sheet, values)) return split.question;
  return sheet.question;
}

Text label_of(const FactSheet& sheet, const std::string& value) {
  for (const auto& each : sheet.values)
    if (each.name == value) return each.label;
  return {value, value};
}

}  // namespace patio
