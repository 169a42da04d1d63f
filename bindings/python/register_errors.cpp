#include "casters.hpp"
#include "register.hpp"

namespace patio::python {
namespace {

// The classes are made in Python (libpatio/_errors.py) and live as long as the interpreter.
py::handle error_type;
py::handle invalid_input_type;
py::handle refused_type;

void raise(py::handle type, const py::object& exception) { PyErr_SetObject(type.ptr(), exception.ptr()); }

// The text of any other exception may hold SQL or a value, so it stays here.
Error unforeseen() {
  return {ErrorCode::internal,
          {"la bibliothèque a rencontré une erreur qu'elle n'attendait pas", "the library met an error that it did not expect"}};
}

void raise_error(const Error& error) {
  raise(error_type, error_type(std::string(name_of(error.code())), to_python(error.message())));
}

void translate(std::exception_ptr pointer) {
  if (!pointer || !error_type) return;
  try {
    std::rethrow_exception(pointer);
  } catch (const InvalidInput& invalid) {
    raise(invalid_input_type, invalid_input_type(to_python(invalid.issues().list)));
  } catch (const Refused& refused) {
    raise(refused_type, refused_type(to_python(refused.refusal())));
  } catch (const Error& error) {
    raise_error(error);
  } catch (const py::error_already_set&) {
    throw;
  } catch (const py::builtin_exception&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (...) {
    raise_error(unforeseen());
  }
}

}  // namespace

void register_errors(py::module_& module) {
  py::register_exception_translator(translate);
  module.def("bind_errors", [](py::object error, py::object invalid_input, py::object refused) {
    error_type = error.release();
    invalid_input_type = invalid_input.release();
    refused_type = refused.release();
  });
}

}  // namespace patio::python
