#include <patio/desk/questions/exchange.hpp>

#include <patio/desk/doors.hpp>
#include <patio/exchange/cog.hpp>
#include <patio/orientation/service_index.hpp>

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

/// Other threads run meanwhile.
DirectoryReading read_quietly(const py::object& values, const py::object& on_progress) {
  const auto question = from_json_value<ReadDirectory>(json_from_python(values)).value();
  auto progress = progress_to(on_progress);
  const py::gil_scoped_release others;
  return read_asked(question, std::move(progress));
}

py::object read_directory_of(const py::object& values, const py::object& on_progress) {
  return to_python(read_quietly(values, on_progress));
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

template <class T>
T given(const py::object& values, std::string_view path) {
  return from_json_value<T>(json_from_python(values), std::string(path)).value();
}

/// A directory that is read once and asked often.
struct Services {
  std::shared_ptr<const NeedsBook> needs;
  ServiceIndex index;
  std::optional<LossReport> reading;
};

Services read_services(const Books& books, const py::object& values, const py::object& on_progress) {
  auto reading = read_quietly(values, on_progress);
  const py::gil_scoped_release others;
  return {books.needs, ServiceIndex(*books.needs, rows_of(*books.needs, reading.directory)), std::move(reading.report)};
}

Services services_of_rows(const Books& books, const py::object& values) {
  auto rows = given<std::vector<ServiceRow>>(values, "");
  const py::gil_scoped_release others;
  return {books.needs, ServiceIndex(*books.needs, std::move(rows)), {}};
}

py::object find_in(const Services& services, const py::object& request, const py::object& search) {
  const auto asked = given<OrientationRequest>(request, "/request");
  const auto wanted = search.is_none() ? ServiceSearch{} : given<ServiceSearch>(search, "/search");
  const auto found = [&] {
    const py::gil_scoped_release others;
    return find_services(services.index, *services.needs, asked, wanted);
  }();
  return to_python(found);
}

py::object check_held_in(const Services& services, const py::object& values, const py::object& day) {
  const auto plan = given<CentrePlan>(values, "/plan");
  const auto on = given<Date>(day, "/day");
  return to_python(check_held(*services.needs, plan, services.index, on).list);
}

void register_services(py::module_& module) {
  py::class_<Services>(module, "Services").def("__len__", [](const Services& all) { return all.index.services().size(); });
  module.def("read_services", &read_services);
  module.def("services_of_rows", &services_of_rows);
  module.def("services_reading", [](const Services& all) { return to_python(all.reading); });
  module.def("services_faults", [](const Services& all) { return to_python(all.index.faults().list); });
  module.def("find_in_services", &find_in);
  module.def("check_held_in_services", &check_held_in);
}

py::object follow_in(const TerritoryReading& read, const py::object& codes, const py::object& day, const py::object& zones) {
  return to_python(follow(read.territory, given<std::vector<CommuneCode>>(codes, "/codes"), given<Date>(day, "/day"),
                          given<std::vector<AreaCode>>(zones, "/zones")));
}

void register_territory(py::module_& module) {
  py::class_<TerritoryReading>(module, "TerritoryRead").def("__len__", [](const TerritoryReading& read) {
    return read.territory.communes().size();
  });
  module.def("read_territory", [](const py::str& folder) {
    const std::filesystem::path path(text_bytes(folder));
    const py::gil_scoped_release others;
    return read_territory(path);
  });
  module.def("territory_reports", [](const TerritoryReading& read) { return to_python(read.reports); });
  module.def("follow_communes_in", &follow_in);
}

}  // namespace

void register_exchange(py::module_& module) {
  module.def("read_directory", &read_directory_of);
  module.def("stream_directory", &stream_directory);
  register_services(module);
  register_territory(module);
}

}  // namespace patio::python
