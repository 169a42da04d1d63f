#pragma once
/// \file
/// The subjects of the module, one source file each.

#include <pybind11/pybind11.h>

namespace patio::python {

/// Failures of the library as Python exceptions.
void register_errors(pybind11::module_& module);
/// The classes and enums of the model.
void register_model(pybind11::module_& module);
/// Engines alone: decide, in bulk and one by one, and every other question.
void register_engines(pybind11::module_& module);
/// Public directories and territory, read from files of any size, and kept to be asked often.
void register_exchange(pybind11::module_& module);
/// The centre and its desks.
void register_desk(pybind11::module_& module);

}  // namespace patio::python
