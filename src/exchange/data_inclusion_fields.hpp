#pragma once
/// \file
/// The tables of data·inclusion: which column is which field, in version 1 and in version 0.

#include "exchange/field_rule.hpp"

#include <span>

namespace patio {

[[nodiscard]] std::span<const FieldRule<ListedStructure>> structure_fields_1();
[[nodiscard]] std::span<const FieldRule<ListedService>> service_fields_1();
[[nodiscard]] std::span<const FieldRule<ListedStructure>> structure_fields_0();
[[nodiscard]] std::span<const FieldRule<ListedService>> service_fields_0();

}  // namespace patio
