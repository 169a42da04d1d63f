#include <patio/desk/doors.hpp>
#include <patio/schedule/centre_plan.hpp>

#include "desk_door.hpp"
#include "register.hpp"

namespace patio::python {

namespace {

/// A function of Python that the library may hold, copy, call and drop without knowing of Python.
class Callback {
 public:
  explicit Callback(py::object function)
      : function_(new py::object(std::move(function)), [](py::object* held) {
          const py::gil_scoped_acquire python;
          delete held;
        }) {}

  template <class Read>
  auto call(Read&& read) const {
    const py::gil_scoped_acquire python;
    return read((*function_)());
  }

 private:
  std::shared_ptr<py::object> function_;
};

Clock clock_in(const py::object& clock) {
  if (clock.is_none())
    return [] { return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()); };
  return [callback = Callback(clock)] { return callback.call([](const py::object& now) { return instant_from_python(now); }); };
}

Bytes16 bytes_of_uuid(const py::object& uuid) {
  const std::string bytes = py::hasattr(uuid, "bytes") ? py::cast<std::string>(uuid.attr("bytes")) : std::string();
  Bytes16 read{};
  if (bytes.size() != read.size()) throw py::type_error("a source of ids must give a uuid.UUID");
  std::copy(bytes.begin(), bytes.end(), read.begin());
  return read;
}

/// None: random. A number: a reproducible sequence. A function: whatever it gives.
IdSource ids_in(const py::object& ids) {
  if (ids.is_none()) return random_ids();
  if (PyIndex_Check(ids.ptr())) return seeded_ids(from_json_value<std::uint64_t>(json_from_python(ids), "/ids").value());
  return [callback = Callback(ids)] { return callback.call(&bytes_of_uuid); };
}

template <class T>
T text_in(const py::object& value, const std::string& path) {
  return from_json_value<T>(json_from_python(value), path).value();
}

std::shared_ptr<OpenCentre> open_centre(const py::object& uri, const py::object& plan, const py::object& clock,
                                        const py::object& ids, const Books& books, const py::object& tenant,
                                        const py::object& match_secret) {
  CentreOptions options;
  options.plan = from_json_value<CentrePlan>(json_from_python(plan), "/plan").value();
  options.clock = clock_in(clock);
  options.ids = ids_in(ids);
  options.rulebook = books.rulebook;
  options.needs = books.needs;
  options.house = books.house;
  if (!match_secret.is_none()) options.match_secret = py::cast<std::string>(match_secret);
  if (!tenant.is_none()) options.tenant = text_in<TenantId>(tenant, "/tenant");
  const auto address = text_in<std::string>(uri, "/uri");
  const py::gil_scoped_release others;
  return std::shared_ptr<OpenCentre>(new OpenCentre{Centre::open(address, std::move(options)), {}});
}

OpenDesk open_desk(const std::shared_ptr<OpenCentre>& open, const py::object& professional, const py::object& hat) {
  const auto who = text_in<ProfessionalCode>(professional, "/professional");
  const auto worn = text_in<HatCode>(hat, "/hat");
  return at_turn(*open, [&] { return OpenDesk{open, open->centre.desk_for(who, worn)}; });
}

/// None, or the revision of the person's file that the caller has seen.
RunOptions options_in(const py::object& if_revision) {
  if (if_revision.is_none()) return {};
  return {from_json_value<std::uint64_t>(json_from_python(if_revision), "/if_revision").value()};
}

py::object run_typed(OpenDesk& at, const py::str& name, const py::object& values, const py::object& if_revision) {
  const RunOptions options = options_in(if_revision);
  const std::string door = text_bytes(name);
  const AnyValue input = value_in(*shapes_of_door(door).input, values);
  return to_python(at_turn(*at.open, [&] { return run_door(at.desk, door, input, options); }));
}

std::string run_json(OpenDesk& at, const py::str& name, const py::object& values, const py::object& if_revision) {
  const RunOptions options = options_in(if_revision);
  const std::string door = text_bytes(name);
  const std::string json = json_from_python(values).dump();
  return at_turn(*at.open, [&] { return run_door(at.desk, door, json, options); });
}

}  // namespace

void register_desk(py::module_& module) {
  py::class_<OpenCentre, std::shared_ptr<OpenCentre>>(module, "OpenCentre");
  py::class_<OpenDesk>(module, "OpenDesk");
  module.def("open_centre", &open_centre);
  module.def("open_desk", &open_desk);
  module.def("run", &run_typed);
  module.def("run_json", &run_json);
  module.def("plan", [](OpenCentre& open) { return to_python(open.centre.plan()); });
  module.def("tick", [](OpenCentre& open) { return to_python(at_turn(open, [&] { return open.centre.tick(); })); });
  module.def("pending_effects", [](OpenCentre& open, std::size_t limit) {
    return to_python(at_turn(open, [&] { return open.centre.pending_effects(limit); }));
  });
  module.def("acknowledge", [](OpenCentre& open, const py::object& ids) {
    const auto carried_out = from_json_value<std::vector<EffectId>>(json_from_python(ids), "/effects").value();
    at_turn(open, [&] { open.centre.acknowledge(carried_out); });
  });
  module.def("audit_root", [](OpenCentre& open) { return to_python(at_turn(open, [&] { return open.centre.audit_root(); })); });
  module.def("verify_audit", [](OpenCentre& open) { return to_python(at_turn(open, [&] { return open.centre.verify_audit(); })); });
}

}  // namespace patio::python
