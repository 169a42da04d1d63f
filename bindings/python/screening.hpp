#pragma once
/// \file
/// A population screened by its columns: see patio/orientation/screening.hpp.

#include <pybind11/pybind11.h>

#include <patio/desk/doors.hpp>

namespace patio::python {

/// `asked`: a dict with `day`, `ground` and `needs`. `columns`: as for decide_columns, over the facts of orientation; `opposed`:
/// numbers of rows. Gives a dict with "terms" and, by the outcome of the terms, "reached" (need -> list of texts, row by
/// row) or "counts". Throws Refused or InvalidInput. Other threads run while it screens.
[[nodiscard]] pybind11::dict screen_columns(const Books& books, const pybind11::object& asked,
                                            const pybind11::object& columns, const pybind11::object& opposed);

}  // namespace patio::python
