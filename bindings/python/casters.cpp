#include "casters.hpp"

#include <datetime.h>

#include <cmath>
#include <cstring>

namespace patio::python {
namespace {

/// A list that holds itself would never end.
constexpr int deepest = 64;

/// The header's C interface to datetime is one pointer for each source file that includes it.
void load_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

/// JSON knows no infinity: the reader refuses what stands for it.
Json finite(double number) { return std::isfinite(number) ? Json(number) : Json(); }

Json integer(py::handle value) {
  const auto number = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
  if (!number) throw py::error_already_set();
  int overflow = 0;
  const long long small = PyLong_AsLongLongAndOverflow(number.ptr(), &overflow);
  if (overflow == 0) return small;
  const unsigned long long large = PyLong_AsUnsignedLongLong(number.ptr());
  if (PyErr_Occurred() == nullptr) return large;
  PyErr_Clear();
  const double rounded = PyLong_AsDouble(number.ptr());
  if (PyErr_Occurred() == nullptr) return finite(rounded);
  PyErr_Clear();
  return Json();
}

/// Without a zone it is written as it stands, which the reader refuses as an instant.
Json instant(py::handle value) {
  if (!value.attr("utcoffset")().is_none()) return to_text(instant_from_python(value));
  return text_bytes(value.attr("isoformat")());
}

Json clock_time(py::handle value) {
  const bool to_the_minute = PyDateTime_TIME_GET_SECOND(value.ptr()) == 0 && PyDateTime_TIME_GET_MICROSECOND(value.ptr()) == 0;
  return text_bytes(to_the_minute ? value.attr("strftime")("%H:%M") : value.attr("isoformat")());
}

Json convert(py::handle value, int depth);

void put(Json& object, py::handle key, py::handle value, int depth) {
  if (!py::isinstance<py::str>(key)) throw py::type_error("the keys of a dict must be str");
  if (!value.is_none()) object[text_bytes(key)] = convert(value, depth);
}

Json described(py::handle value, int depth) {
  Json object = Json::object();
  for (const auto name : py::reinterpret_borrow<py::tuple>(value.attr("__match_args__")))
    put(object, name, value.attr(name), depth);
  return object;
}

Json mapping(const py::dict& entries, int depth) {
  Json object = Json::object();
  for (const auto& [key, each] : entries) put(object, key, each, depth);
  return object;
}

template <class Sequence>
Json list(const Sequence& items, int depth) {
  Json array = Json::array();
  for (const auto item : items) array.push_back(item.is_none() ? Json() : convert(item, depth));
  return array;
}

Json other(py::handle value, int depth) {
  static const py::handle mapping_type = py::object(py::module_::import("collections.abc").attr("Mapping")).release();
  static const py::handle uuid_type = py::object(py::module_::import("uuid").attr("UUID")).release();
  const auto object = py::reinterpret_borrow<py::object>(value);
  if (py::isinstance(value, mapping_type)) return mapping(py::dict(object), depth);
  if (py::isinstance(value, uuid_type)) return text_bytes(py::str(object));
  const bool bytes = PyBytes_Check(value.ptr()) || PyByteArray_Check(value.ptr());
  if (!bytes && py::hasattr(value, "__iter__")) return list(py::list(object), depth);
  throw py::type_error("a value of type " + std::string(Py_TYPE(value.ptr())->tp_name) + " has no form here");
}

Json convert(py::handle value, int depth) {
  if (depth == deepest) throw InvalidInput(Issues{{{"", "too_deep", patio::detail::issue_text("too_deep")}}});
  if (py::isinstance<py::str>(value)) return text_bytes(value);
  if (py::isinstance<py::bool_>(value)) return value.is(py::handle(Py_True));
  if (PyFloat_Check(value.ptr())) return finite(PyFloat_AS_DOUBLE(value.ptr()));
  if (PyIndex_Check(value.ptr())) return integer(value);
  if (PyDateTime_Check(value.ptr())) return instant(value);
  if (PyDate_Check(value.ptr())) return text_bytes(value.attr("isoformat")());
  if (PyTime_Check(value.ptr())) return clock_time(value);
  if (is_described(value)) return described(value, depth + 1);
  if (py::isinstance<py::dict>(value)) return mapping(py::reinterpret_borrow<py::dict>(value), depth + 1);
  if (py::isinstance<py::tuple>(value) || py::isinstance<py::list>(value)) return list(value, depth + 1);
  return other(value, depth + 1);
}

template <class Number>
Number number_at(const void* value) {
  Number number{};
  std::memcpy(&number, value, sizeof number);
  return number;
}

py::object integer_to_python(const void* value, const NumberShape& type) {
  switch (type.bytes) {
    case 1: return type.is_signed ? py::int_(number_at<std::int8_t>(value)) : py::int_(number_at<std::uint8_t>(value));
    case 2: return type.is_signed ? py::int_(number_at<std::int16_t>(value)) : py::int_(number_at<std::uint16_t>(value));
    case 4: return type.is_signed ? py::int_(number_at<std::int32_t>(value)) : py::int_(number_at<std::uint32_t>(value));
    default: return type.is_signed ? py::int_(number_at<std::int64_t>(value)) : py::int_(number_at<std::uint64_t>(value));
  }
}

py::object text_to_python(const void* value, const TextShape& type) {
  if (type.format == "date") return date_to_python(*static_cast<const Date*>(value));
  if (type.format == "date-time") return instant_to_python(*static_cast<const Instant*>(value));
  return py::str(type.write(value));
}

py::object list_to_python(const void* list, const Shape& shape) {
  const Shape& inside = shape.inside();
  const std::size_t size = shape.list->size(list);
  py::tuple items(size);
  for (std::size_t i = 0; i < size; ++i)
    PyTuple_SET_ITEM(items.ptr(), static_cast<Py_ssize_t>(i), to_python(shape.list->at(list, i), inside).release().ptr());
  return items;
}

py::object map_to_python(const void* map, const Shape& shape) {
  py::dict entries;
  shape.map->each(map, [&](const std::string& key, const void* value) { entries[py::str(key)] = to_python(value, shape.inside()); });
  return frozen_dict(entries);
}

py::object structure_to_python(const void* value, const Shape& shape) {
  const BoundClass& bound = class_of(shape);
  py::object object = bound.make();
  std::size_t place = 0;
  for (const auto& field : shape.fields)
    bound.set(object, place++, to_python(static_cast<const char*>(value) + field.offset, field.shape()));
  return object;
}

py::object list_of_json(const Json& list) {
  py::tuple items(list.size());
  for (std::size_t i = 0; i < list.size(); ++i)
    PyTuple_SET_ITEM(items.ptr(), static_cast<Py_ssize_t>(i), json_to_python(list[i]).release().ptr());
  return items;
}

}  // namespace

py::object to_python(const void* value, const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::tree: return json_to_python(static_cast<const AnyJson*>(value)->tree());
    case ShapeKind::boolean: return py::bool_(*static_cast<const bool*>(value));
    case ShapeKind::integer: return integer_to_python(value, *shape.number);
    case ShapeKind::number:
      return py::float_(shape.number->bytes == sizeof(float) ? double{number_at<float>(value)} : number_at<double>(value));
    case ShapeKind::string: return py::str(*static_cast<const std::string*>(value));
    case ShapeKind::text: return text_to_python(value, *shape.text);
    case ShapeKind::choice: return member_of(shape, shape.choice->place(value));
    case ShapeKind::list: return list_to_python(value, shape);
    case ShapeKind::map: return map_to_python(value, shape);
    case ShapeKind::structure: return structure_to_python(value, shape);
    case ShapeKind::optional: break;
  }
  const void* held = shape.optional->get(value);
  return held == nullptr ? py::none() : to_python(held, shape.inside());
}

// Python's own exception holds the whole text, so it is not let through.
std::string text_bytes(py::handle text) {
  Py_ssize_t length = 0;
  const char* bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &length);
  if (bytes != nullptr) return {bytes, static_cast<std::size_t>(length)};
  PyErr_Clear();
  return "\xff";
}

Json json_from_python(py::handle value) {
  load_datetime();
  return convert(value, 0);
}

py::object json_to_python(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean: return py::bool_(json.get<bool>());
    case Json::value_t::number_integer: return py::int_(json.get<std::int64_t>());
    case Json::value_t::number_unsigned: return py::int_(json.get<std::uint64_t>());
    case Json::value_t::number_float: return py::float_(json.get<double>());
    case Json::value_t::string: return py::str(json.get_ref<const std::string&>());
    case Json::value_t::array: return list_of_json(json);
    case Json::value_t::object: break;
    default: return py::none();
  }
  py::dict entries;
  for (const auto& [key, each] : json.items()) entries[py::str(key)] = json_to_python(each);
  return frozen_dict(entries);
}

py::object date_to_python(Date day) {
  load_datetime();
  PyObject* date = PyDate_FromDate(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                                   static_cast<int>(static_cast<unsigned>(day.day())));
  if (date == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(date);
}

py::object instant_to_python(Instant instant) {
  load_datetime();
  const auto midnight = date::floor<date::days>(instant);
  const Date day{midnight};
  const date::hh_mm_ss time{instant - midnight};
  PyObject* moment = PyDateTimeAPI->DateTime_FromDateAndTime(
      static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
      static_cast<int>(static_cast<unsigned>(day.day())), static_cast<int>(time.hours().count()),
      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
      static_cast<int>(time.subseconds().count()), PyDateTime_TimeZone_UTC, PyDateTimeAPI->DateTimeType);
  if (moment == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(moment);
}

Instant instant_from_python(py::handle value) {
  load_datetime();
  if (!PyDateTime_Check(value.ptr()) || value.attr("utcoffset")().is_none())
    throw py::type_error("expected a datetime with a time zone");
  const py::object utc = value.attr("astimezone")(py::reinterpret_borrow<py::object>(PyDateTime_TimeZone_UTC));
  const PyObject* at = utc.ptr();
  const Date day{date::year{PyDateTime_GET_YEAR(at)}, date::month{static_cast<unsigned>(PyDateTime_GET_MONTH(at))},
                 date::day{static_cast<unsigned>(PyDateTime_GET_DAY(at))}};
  return date::sys_days{day} + std::chrono::hours{PyDateTime_DATE_GET_HOUR(at)} +
         std::chrono::minutes{PyDateTime_DATE_GET_MINUTE(at)} + std::chrono::seconds{PyDateTime_DATE_GET_SECOND(at)} +
         std::chrono::microseconds{PyDateTime_DATE_GET_MICROSECOND(at)};
}

}  // namespace patio::python
