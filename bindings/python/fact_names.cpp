#include "fact_names.hpp"

#include <cmath>

#include "classes.hpp"

namespace patio::python {
namespace {

/// The text of an object, as long as it lives; nothing if it is no text in UTF-8.
std::optional<std::string_view> text_of(py::handle value) {
  if (!PyUnicode_Check(value.ptr())) return std::nullopt;
  Py_ssize_t length = 0;
  const char* text = PyUnicode_AsUTF8AndSize(value.ptr(), &length);
  if (text == nullptr) {
    PyErr_Clear();
    return std::nullopt;
  }
  return std::string_view(text, static_cast<std::size_t>(length));
}

std::size_t place_of(const PyObject* object, std::size_t places) {
  // Objects lie 16 bytes apart, and many of them side by side.
  return (reinterpret_cast<std::uintptr_t>(object) >> 4U) & (places - 1);
}

}  // namespace

FactNames::FactNames(const rules::Vocabulary& vocabulary) : known_(64), values_(vocabulary.attributes.size()) {
  for (std::size_t place = 0; place < vocabulary.attributes.size(); ++place) {
    const rules::Attribute& attribute = vocabulary.attributes[place];
    const Number name = number_for(attribute.name);
    attributes_.resize(std::max<std::size_t>(attributes_.size(), name + std::size_t{1}));
    attributes_[name] = static_cast<std::uint8_t>(place + 1);
    for (std::size_t i = 0; i < attribute.values.size(); ++i) {
      const Number number = number_for(attribute.values[i]);
      values_[place].resize(std::max<std::size_t>(values_[place].size(), number + std::size_t{1}));
      values_[place][number] = static_cast<rules::Facts::State>(i + 1);
    }
  }
}

FactNames::Number FactNames::number_for(const std::string& text) {
  const auto [entry, is_new] = numbers_.emplace(text, static_cast<Number>(numbers_.size()));
  if (is_new) know(py::reinterpret_steal<py::object>(PyUnicode_InternFromString(text.c_str())), entry->second);
  return entry->second;
}

void FactNames::know(py::object object, Number number) {
  const auto put = [&](const Known& one) {
    std::size_t place = place_of(one.object, known_.size());
    while (known_[place].object != nullptr) place = (place + 1) & (known_.size() - 1);
    known_[place] = one;
  };
  kept_.push_back(object);
  if (2 * kept_.size() > known_.size()) {
    std::vector<Known> before(2 * known_.size());
    before.swap(known_);
    for (const auto& each : before)
      if (each.object != nullptr) put(each);
  }
  put({object.ptr(), number});
}

void FactNames::know_members(const Shape& choice) {
  const auto& members = class_of(choice).members();
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto number = numbers_.find(std::string(choice.choice->names[i]));
    if (number != numbers_.end()) know(py::reinterpret_borrow<py::object>(members[i]), number->second);
  }
}

std::optional<FactNames::Number> FactNames::number_of(py::handle name) const {
  for (std::size_t place = place_of(name.ptr(), known_.size()); known_[place].object != nullptr;
       place = (place + 1) & (known_.size() - 1))
    if (known_[place].object == name.ptr()) return known_[place].number;
  const auto text = text_of(name);
  const auto found = text ? numbers_.find(std::string(*text)) : numbers_.end();
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> FactNames::attribute(py::handle name) const {
  const auto number = number_of(name);
  if (!number || *number >= attributes_.size() || attributes_[*number] == 0) return std::nullopt;
  return attributes_[*number] - std::size_t{1};
}

std::optional<rules::Facts::State> FactNames::value(std::size_t attribute, py::handle value) const {
  if (value.is_none()) return rules::Facts::unknown;
  if (const auto number = number_of(value)) {
    const auto& states = values_[attribute];
    if (*number < states.size() && states[*number] != rules::Facts::unknown) return states[*number];
    return std::nullopt;
  }
  if (PyFloat_Check(value.ptr()) && std::isnan(PyFloat_AS_DOUBLE(value.ptr()))) return rules::Facts::unknown;
  return std::nullopt;
}

}  // namespace patio::python
