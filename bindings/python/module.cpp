#include "register.hpp"

PYBIND11_MODULE(_core, module) {
  module.attr("version") = PATIO_VERSION;
  patio::python::register_errors(module);
  patio::python::register_model(module);
  patio::python::register_engines(module);
  patio::python::register_exchange(module);
  patio::python::register_desk(module);
}
