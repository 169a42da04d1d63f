#include <patio/desk/questions/exchange.hpp>

#include <fstream>

#include "casters.hpp"
#include "register.hpp"

namespace patio::python {
namespace {

/// Something of Python that a reading calls now and then, without the lock held in between. What it raises stops the reading.
template <class... Values>
std::function<void(Values...)> calling(const py::object& callable) {
  if (callable.is_none()) return {};
  const py::object* const kept = &callable;
  return [kept](Values... values) {
    const py::gil_scoped_acquire lock;
    (*kept)(to_python(values)...);
  };
}

OnProgress progress_to(const py::object& callable) {
  if (callable.is_none()) return {};
  const py::object* const kept = &callable;
  return [kept](const ReadingProgress& told) {
    const py::gil_scoped_acquire lock;
    (*kept)(told.rows, told.bytes);
  };
}

DirectoryFileOptions options_of(const ReadDirectory& question, const py::object& on_progress) {
  return {.format = question.format, .progress = progress_to(on_progress), .today = question.today, .published_on = question.published_on};
}

ReadDirectory question_of(const py::object& values) {
  auto question = from_json_value<ReadDirectory>(json_from_python(values)).value();
  if (!question.path) throw InvalidInput(Issues{{{"/path", "missing_key", {"donner un chemin", "give a path"}}}});
  return question;
}

py::object read_directory_of(const py::object& values, const py::object& on_progress) {
  const auto question = question_of(values);
  const auto options = options_of(question, on_progress);
  const auto reading = [&] {
    const py::gil_scoped_release others;
    return read_directory_file(*question.path, options);
  }();
  return to_python(reading);
}

py::object stream_directory(const py::object& values, const py::object& on_structure, const py::object& on_service,
                            const py::object& on_progress) {
  const auto question = question_of(values);
  const auto options = options_of(question, on_progress);
  DirectorySink keep{calling<ListedStructure&&>(on_structure), calling<ListedService&&>(on_service)};
  if (!keep.structure) keep.structure = [](ListedStructure&&) {};
  if (!keep.service) keep.service = [](ListedService&&) {};
  std::ifstream file(*question.path, std::ios::binary);
  if (!file) throw Error(ErrorCode::not_found, {"ce fichier ne peut pas être ouvert", "this file cannot be opened"});
  const auto report = [&] {
    const py::gil_scoped_release others;
    return read_directory(file, keep, options);
  }();
  return to_python(report);
}

}  // namespace

void register_exchange(py::module_& module) {
  module.def("read_directory", &read_directory_of);
  module.def("stream_directory", &stream_directory);
}

}  // namespace patio::python
