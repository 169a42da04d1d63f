#pragma once
/// \file
/// The tables of LaMednum: which column is which field, in the standard 1.0 and in the older files.

#include <patio/exchange/lamednum.hpp>

#include "exchange/field_rule.hpp"

#include <span>

namespace patio {

[[nodiscard]] std::span<const FieldRule<MediationPlace>> mediation_fields_1();
[[nodiscard]] std::span<const FieldRule<MediationPlace>> mediation_fields_0();

}  // namespace patio
