#include "screening.hpp"

#include <patio/base/json_tree.hpp>
#include <patio/orientation/screening.hpp>
#include <patio/rules/rulebook.hpp>

#include <algorithm>

#include "casters.hpp"
#include "columns.hpp"

namespace patio::python {
namespace {

/// The engine numbers values from 0, and takes 255 for unknown: one less than the columns of Python.
class Table {
 public:
  Table(const std::vector<GivenColumn>& given, const std::vector<std::uint32_t>& opposed)
      : bytes_(orientation_vocabulary().attributes.size()), rows_(given.empty() ? 0 : given.front().values.size()) {
    for (const auto& column : given) {
      auto& bytes = bytes_[column.attribute];
      bytes.resize(column.values.size());
      std::transform(column.values.begin(), column.values.end(), bytes.begin(),
                     [](std::uint8_t value) { return static_cast<std::uint8_t>(value - 1); });
      for (const auto row : opposed)
        if (row < bytes.size()) bytes[row] = rules::unknown_value;
    }
  }

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::vector<rules::Column> columns() const { return {bytes_.begin(), bytes_.end()}; }

 private:
  std::vector<std::vector<std::uint8_t>> bytes_;
  std::size_t rows_;
};

std::vector<std::string> facts_in(const std::vector<GivenColumn>& columns) {
  std::vector<std::string> names;
  for (const auto& column : columns) names.push_back(orientation_vocabulary().attributes[column.attribute].name);
  return names;
}

/// A list of texts, of which each answer is one object.
py::list texts_of(const ScreenedNeed& need, const std::vector<std::uint8_t>& reached) {
  std::vector<py::object> texts(256);
  texts[Screening::nobody] = py::str("nobody");
  texts[Screening::fact_missing] = py::str("fact_missing");
  for (std::size_t i = 0; i < need.destinations.size(); ++i) texts[i + 1] = py::str(need.destinations[i].text());
  py::list list(reached.size());
  for (std::size_t row = 0; row < reached.size(); ++row)
    PyList_SET_ITEM(list.ptr(), static_cast<Py_ssize_t>(row), texts[reached[row]].inc_ref().ptr());
  return list;
}

void check_rows(const std::vector<std::uint32_t>& opposed, std::size_t rows) {
  Issues faults;
  for (std::size_t i = 0; i < opposed.size() && faults.list.size() < 100; ++i)
    if (opposed[i] >= rows)
      faults.list.push_back({pointer("/opposed", i), "no_such_row", {"aucune ligne de ce rang", "there is no such row"}});
  if (!faults.list.empty()) throw InvalidInput(std::move(faults));
}

}  // namespace

py::dict screen_columns(const Books& books, const py::object& asked, const py::object& columns, const py::object& left_out) {
  const auto request = from_json_value<ScreeningRequest>(json_from_python(asked)).value();
  const std::vector<GivenColumn> given = read_given_columns(orientation_vocabulary(), columns);
  const auto opposed = from_json_value<std::vector<std::uint32_t>>(json_from_python(left_out), "/opposed").value();
  const Table table(given, opposed);
  check_rows(opposed, table.rows());

  py::dict answer;
  const Screening screening = [&] {
    const py::gil_scoped_release others;
    return Screening::prepare(*books.needs, *books.rulebook->as_of(request.day), request.ground, request.day, request.needs,
                              facts_in(given), request.home.value_or(Residence{}))
        .value();
  }();
  answer["terms"] = to_python(screening.terms());
  if (screening.terms().outcome == ScreeningOutcome::counts) {
    answer["counts"] = to_python([&] {
      const py::gil_scoped_release others;
      return screening.count(table.columns(), table.rows());
    }());
    return answer;
  }
  std::vector<std::vector<std::uint8_t>> bytes(screening.needs().size(), std::vector<std::uint8_t>(table.rows()));
  {
    const py::gil_scoped_release others;
    const std::vector<std::span<std::uint8_t>> spans(bytes.begin(), bytes.end());
    screening.run(table.columns(), table.rows(), spans);
    for (auto& column : bytes)
      for (const auto row : opposed) column[row] = Screening::nobody;
  }
  py::dict reached;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    reached[py::str(screening.needs()[i].need.text())] = texts_of(screening.needs()[i], bytes[i]);
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  }
  answer["reached"] = reached;
  return answer;
}

}  // namespace patio::python
