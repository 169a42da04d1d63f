#include "columns.hpp"

#include <patio/base/json.hpp>
#include <patio/rules/columns.hpp>

#include <array>
#include <optional>
#include <span>
#include <unordered_map>

#include "casters.hpp"
#include "fact_names.hpp"

namespace patio::python {
namespace {

using rules::Attribute, rules::Effect, rules::Facts, rules::RuleList, rules::RuleSet, rules::Verdict;

constexpr std::size_t most_issues = 100;

class Faults {
 public:
  [[nodiscard]] bool full() const { return issues_.list.size() >= most_issues; }
  void add(std::string path, std::string code, Text message) {
    if (!full()) issues_.list.push_back({std::move(path), std::move(code), std::move(message)});
  }
  void add(std::string path, std::string code) {
    Text text = patio::detail::issue_text(code);
    add(std::move(path), std::move(code), std::move(text));
  }
  void add_unknown_fact() { add("", "unknown_fact", {"un fait est inconnu ici", "a fact here is unknown"}); }
  void check() {
    if (!issues_.list.empty()) throw InvalidInput(std::move(issues_));
  }

 private:
  Issues issues_;
};

/// The values of one fact, row by row, numbered from 1; 0 is unknown. Owned, or a buffer of the caller.
class Column {
 public:
  Column(std::size_t attribute, std::vector<std::uint8_t> codes) : attribute_(attribute), codes_(std::move(codes)) {}
  Column(std::size_t attribute, py::buffer_info buffer) : attribute_(attribute), buffer_(std::move(buffer)) {}

  [[nodiscard]] std::size_t attribute() const { return attribute_; }
  [[nodiscard]] std::size_t size() const { return buffer_ ? static_cast<std::size_t>(buffer_->size) : codes_.size(); }
  [[nodiscard]] const std::uint8_t* data() const {
    return buffer_ ? static_cast<const std::uint8_t*>(buffer_->ptr) : codes_.data();
  }

 private:
  std::size_t attribute_;
  std::vector<std::uint8_t> codes_;
  std::optional<py::buffer_info> buffer_;
};

/// Reads texts as values of one attribute. A column repeats few objects many times, so each is remembered by its address
/// (the column keeps it alive): a text is looked up once.
class ValueReader {
 public:
  ValueReader(const FactNames& names, std::size_t attribute) : names_(names), attribute_(attribute) {}

  /// Nothing if it is no value of the attribute.
  std::optional<std::uint8_t> read(py::handle value) {
    Seen& seen = seen_[(reinterpret_cast<std::uintptr_t>(value.ptr()) >> 4U) % seen_.size()];
    if (seen.object != value.ptr()) {
      const auto code = names_.value(attribute_, value);
      if (!code) return std::nullopt;
      seen = {value.ptr(), *code};
    }
    return seen.code;
  }

 private:
  struct Seen {
    PyObject* object = nullptr;
    std::uint8_t code = 0;
  };

  const FactNames& names_;
  std::size_t attribute_;
  std::array<Seen, 512> seen_{};
};

Column column_of_texts(const FactNames& names, std::size_t place, const Attribute& attribute, const py::object& values,
                       Faults& faults) {
  const auto items = py::reinterpret_steal<py::object>(PySequence_Fast(values.ptr(), "a column must be a sequence"));
  if (!items) throw py::error_already_set();
  const auto rows = static_cast<std::size_t>(PySequence_Fast_GET_SIZE(items.ptr()));
  ValueReader reader(names, place);
  std::vector<std::uint8_t> codes(rows, Facts::unknown);
  for (std::size_t row = 0; row < rows && !faults.full(); ++row) {
    const auto code = reader.read(PySequence_Fast_GET_ITEM(items.ptr(), static_cast<Py_ssize_t>(row)));
    if (code) codes[row] = *code;
    else faults.add(pointer(pointer("", attribute.name), row), "unknown_value");
  }
  return {place, std::move(codes)};
}

Column column_of_codes(std::size_t place, const Attribute& attribute, const py::object& values, Faults& faults) {
  auto buffer = py::reinterpret_borrow<py::buffer>(values).request();
  if (buffer.itemsize != 1 || buffer.ndim != 1 || buffer.strides[0] != 1)
    throw py::type_error("a buffer of values must be one row of contiguous bytes");
  Column column(place, std::move(buffer));
  std::uint8_t highest = 0;
  for (std::size_t row = 0; row < column.size(); ++row) highest = std::max(highest, column.data()[row]);
  if (highest <= attribute.values.size()) return column;
  for (std::size_t row = 0; row < column.size() && !faults.full(); ++row)
    if (column.data()[row] > attribute.values.size()) faults.add(pointer(pointer("", attribute.name), row), "unknown_value");
  return column;
}

/// A buffer of objects (a column of texts in numpy) is read as a sequence.
bool holds_bytes(const py::object& values) {
  if (!PyObject_CheckBuffer(values.ptr())) return false;
  return py::reinterpret_borrow<py::buffer>(values).request().itemsize == 1;
}

std::vector<Column> read_columns(const rules::Vocabulary& vocabulary, const py::object& given) {
  if (!py::hasattr(given, "keys")) throw py::type_error("columns must be a mapping: name of a fact -> its values");
  const FactNames names(vocabulary);
  Faults faults;
  std::vector<Column> columns;
  for (const auto& [name, values] : py::dict(given)) {
    const auto place = names.attribute(name);
    if (!place) {
      faults.add_unknown_fact();
      continue;
    }
    const Attribute& attribute = vocabulary.attributes[*place];
    const auto column = py::reinterpret_borrow<py::object>(values);
    columns.push_back(holds_bytes(column) ? column_of_codes(*place, attribute, column, faults)
                                          : column_of_texts(names, *place, attribute, column, faults));
    if (columns.back().size() != columns.front().size())
      faults.add(pointer("", attribute.name), "unequal_length",
                 {"cette colonne n'a pas autant de lignes que la première", "this column has not as many rows as the first one"});
  }
  faults.check();
  return columns;
}

Facts facts_in(const std::vector<Column>& columns, std::size_t row) {
  Facts facts;
  for (const auto& column : columns)
    if (const auto code = column.data()[row]; code != Facts::unknown) facts.know(column.attribute(), code - std::size_t{1});
  return facts;
}

/// One object for each distinct answer: a long table has few.
class Tuples {
 public:
  explicit Tuples(const RuleSet& rules) : rules_(rules) {}

  py::object codes(std::uint64_t bits) {
    auto& made = codes_[bits];
    if (!made) made = make_codes(bits);
    return made;
  }
  py::object ids(const RuleList& list) {
    py::tuple made(list.size());
    std::size_t at = 0;
    for (const auto rule : list) made[at++] = id(rule);
    return made;
  }

 private:
  py::object make_codes(std::uint64_t bits) const {
    py::list made;
    for (std::size_t bit = 0; bit < rules_.catalogue->obligations.size(); ++bit)
      if (bits >> bit & 1U) made.append(rules_.catalogue->obligations[bit].code);
    return py::tuple(made);
  }
  py::object id(std::uint32_t rule) {
    auto& made = ids_[rule];
    if (!made) made = py::str(rules_.rules[rule].id);
    return made;
  }

  const RuleSet& rules_;
  std::unordered_map<std::uint64_t, py::object> codes_;
  std::unordered_map<std::uint32_t, py::object> ids_;
};

/// How each column that may be wanted is made of a verdict.
struct Output {
  std::string_view name;
  py::object (*make)(const Verdict& verdict, Tuples& tuples);
};

constexpr Output outputs[] = {
    {"effect", [](const Verdict& verdict, Tuples&) { return to_python(verdict.effect); }},
    {"secrecy", [](const Verdict& verdict, Tuples&) { return to_python(verdict.gates[0]); }},
    {"data_protection", [](const Verdict& verdict, Tuples&) { return to_python(verdict.gates[1]); }},
    {"mandate", [](const Verdict& verdict, Tuples&) { return to_python(verdict.gates[2]); }},
    {"rules", [](const Verdict& verdict, Tuples& tuples) { return tuples.ids(verdict.determining); }},
    {"unsettled", [](const Verdict& verdict, Tuples& tuples) { return tuples.ids(verdict.unsettled); }},
    {"obligations", [](const Verdict& verdict, Tuples& tuples) { return tuples.codes(verdict.obligations); }},
    {"mandatory", [](const Verdict& verdict, Tuples& tuples) { return tuples.codes(verdict.mandatory); }},
};

struct Wanted {
  bool effect_codes = false;
  /// More than effects: then rows are decided one by one.
  bool reasons = false;
  std::vector<const Output*> columns;
};

Wanted read_wanted(const py::object& names) {
  Wanted wanted;
  for (const auto name : py::iter(names)) {
    const auto text = json_from_python(name).get<std::string>();
    if (text == "effect_code") {
      wanted.effect_codes = true;
      continue;
    }
    const auto* found = std::find_if(std::begin(outputs), std::end(outputs), [&](const Output& each) { return each.name == text; });
    if (found == std::end(outputs))
      throw py::value_error("wanted may name effect, effect_code, secrecy, data_protection, mandate, rules, unsettled, "
                            "obligations and mandatory");
    wanted.columns.push_back(found);
    wanted.reasons = wanted.reasons || found->name != "effect";
  }
  return wanted;
}

/// A part of the table at a time: verdicts are large, and whoever waits may want to stop.
constexpr std::size_t rows_at_once = 4096;

/// The rows from `first` on, many together. The engine numbers values from 0, and takes 255 for unknown: one less than here.
class EffectsOfRows {
 public:
  EffectsOfRows(const RuleSet& rules, const std::vector<Column>& columns)
      : rules_(rules), given_(columns), places_(columns.size()), columns_(rules.engine.vocabulary().attributes.size()) {}

  void decide(std::size_t first, std::span<Effect> effects) {
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const std::uint8_t* values = given_[i].data() + first;
      std::transform(values, values + effects.size(), places_[i].begin(),
                     [](std::uint8_t value) { return static_cast<std::uint8_t>(value - 1); });
      columns_[given_[i].attribute()] = {places_[i].data(), effects.size()};
    }
    rules::decide_columns(rules_.engine, columns_, effects);
  }

 private:
  const RuleSet& rules_;
  const std::vector<Column>& given_;
  std::vector<std::array<std::uint8_t, rows_at_once>> places_;
  std::vector<rules::Column> columns_;
};

}  // namespace

std::vector<GivenColumn> read_given_columns(const rules::Vocabulary& vocabulary, const py::object& given) {
  std::vector<GivenColumn> columns;
  for (const auto& column : read_columns(vocabulary, given))
    columns.push_back({column.attribute(), {column.data(), column.data() + column.size()}});
  return columns;
}

py::dict decide_columns(const RuleSet& rules, const py::object& given, const py::object& names) {
  const std::vector<Column> columns = read_columns(rules.engine.vocabulary(), given);
  const Wanted wanted = read_wanted(names);
  const std::size_t rows = columns.empty() ? 0 : columns.front().size();
  std::vector<py::list> lists;
  for (std::size_t i = 0; i < wanted.columns.size(); ++i) lists.emplace_back(rows);
  std::string codes(wanted.effect_codes ? rows : 0, '\0');
  std::array<Effect, rows_at_once> effects{};
  std::vector<Verdict> verdicts(wanted.columns.empty() ? 0 : std::min(rows, rows_at_once));
  EffectsOfRows many(rules, columns);
  Tuples tuples(rules);

  for (std::size_t first = 0; first < rows; first += rows_at_once) {
    const std::size_t count = std::min(rows - first, rows_at_once);
    {
      const py::gil_scoped_release others;
      if (!wanted.reasons) many.decide(first, std::span(effects).first(count));
      for (std::size_t i = 0; i < verdicts.size() && i < count; ++i) {
        if (wanted.reasons) verdicts[i] = decide(rules, facts_in(columns, first + i));
        else verdicts[i].effect = effects[i];
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (wanted.effect_codes) codes[first + i] = static_cast<char>(wanted.reasons ? verdicts[i].effect : effects[i]);
      for (std::size_t column = 0; column < lists.size(); ++column)
        PyList_SET_ITEM(lists[column].ptr(), static_cast<Py_ssize_t>(first + i),
                        wanted.columns[column]->make(verdicts[i], tuples).release().ptr());
    }
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  }

  py::dict answer;
  if (wanted.effect_codes) answer["effect_code"] = py::bytes(codes);
  for (std::size_t column = 0; column < lists.size(); ++column)
    answer[py::str(std::string(wanted.columns[column]->name))] = lists[column];
  return answer;
}

}  // namespace patio::python
