#include "decider.hpp"

#include <patio/base/json.hpp>
#include <patio/secrecy/decision.hpp>

#include <initializer_list>
#include <vector>

#include "casters.hpp"
#include "fact_names.hpp"

namespace patio::python {
namespace {

using rules::Facts, rules::Findings, rules::RuleSet;

using Objects = std::vector<py::object>;

template <class Values, class Make>
Objects each(const Values& values, const Make& make) {
  Objects made;
  for (const auto& value : values) made.push_back(make(value));
  return made;
}

template <class T>
py::object word(const T& value) {
  return to_python(value);
}

template <class E>
Objects members() {
  return each(enumerators<E>(), [](const auto& each) { return to_python(each.value); });
}

py::object shared(const py::handle object) { return py::reinterpret_borrow<py::object>(object); }

/// A tuple of as many objects as `next` gives.
template <class Next>
py::object tuple_of(std::size_t size, const Next& next) {
  py::tuple made(size);
  for (std::size_t i = 0; i < size; ++i) PyTuple_SET_ITEM(made.ptr(), static_cast<Py_ssize_t>(i), next(i).release().ptr());
  return made;
}

py::object tuple_of(Objects&& objects) {
  return tuple_of(objects.size(), [&](std::size_t i) { return std::move(objects[i]); });
}

/// An object of a class of which the fields are at hand, in the order of the description.
py::object made(const BoundClass& type, std::initializer_list<py::handle> fields) {
  py::object object = type.make();
  std::size_t place = 0;
  for (const auto field : fields) type.set(object, place++, shared(field));
  return object;
}

}  // namespace

/// What answers share, and how they are made of numbers.
struct Decider::Words {
  explicit Words(const RuleSet& set);

  [[nodiscard]] std::optional<Facts> known(const py::object& request) const;
  [[nodiscard]] Facts facts(const py::object& request) const;
  [[nodiscard]] py::object decision(const Facts& facts, const Findings& found, const WayOut& way) const;

  [[nodiscard]] py::object ids_of(const std::vector<std::uint32_t>& numbers) const;
  [[nodiscard]] py::object unsettled_rule(std::uint32_t number, const Facts& facts) const;
  [[nodiscard]] py::object obligations_of(const Findings& found) const;
  [[nodiscard]] py::object texts_of(const Findings& found) const;
  [[nodiscard]] py::object warnings_of(const Findings& found) const;

  const RuleSet& set;
  FactNames names;
  const BoundClass& request = class_of(shape_of<AccessRequest>());
  const BoundClass& decision_class = class_of(shape_of<Decision>());
  const BoundClass& gate_class = class_of(shape_of<GateAnswer>());
  const BoundClass& unsettled_class = class_of(shape_of<UnsettledRule>());
  const BoundClass& obligation_class = class_of(shape_of<AskedObligation>());
  Objects gates = members<rules::Gate>();
  Objects effects = members<rules::Effect>();
  /// By the number of the rule.
  Objects ids, titles, determining;
  /// By the number of the rule: places in `texts`.
  std::vector<std::vector<std::size_t>> cited;
  /// In the order of the catalogue.
  Objects texts, obligation_codes, obligation_labels, obligation_discharges;
  /// By attribute.
  Objects missing;
  Objects warnings;
  py::object version, day, nothing = py::tuple(0);
};

Decider::Words::Words(const RuleSet& rules) : set(rules), names(rules.engine.vocabulary()) {
  for (const auto& field : shape_of<AccessRequest>().fields) names.know_members(field.shape().inside());
  const auto& catalogue = *set.catalogue;
  ids = each(set.rules, [](const auto& rule) { return word(rule.id); });
  titles = each(set.rules, [](const auto& rule) { return word(rule.title); });
  determining = each(set.rules, [](const auto& rule) { return word(determining_rule(rule)); });
  for (const auto& rule : set.rules) {
    cited.emplace_back();
    for (const auto& ref : rule.texts)
      for (std::size_t i = 0; i < catalogue.texts.size(); ++i)
        if (catalogue.texts[i].ref == ref) cited.back().push_back(i);
  }
  texts = each(catalogue.texts, [](const auto& text) { return word(CitedText{text.ref, text.title}); });
  obligation_codes = each(catalogue.obligations, [](const auto& kind) { return word(kind.code); });
  obligation_labels = each(catalogue.obligations, [](const auto& kind) { return word(kind.label); });
  obligation_discharges = each(catalogue.obligations, [](const auto& kind) { return word(kind.discharge); });
  missing = each(catalogue.request_facts, [](const auto& fact) { return word(MissingFact{fact.name, fact.question}); });
  warnings = each(set.warnings, [](const auto& warning) { return word(warning.text); });
  version = word(set.version);
  day = word(set.day);
}

/// Nothing if it has to be read with more care, which also tells what is wrong with it.
std::optional<Facts> Decider::Words::known(const py::object& given) const {
  Facts facts;
  const auto know = [&](std::size_t attribute, py::handle value) {
    const auto state = names.value(attribute, value);
    if (state && *state != Facts::unknown) facts.know(attribute, *state - std::size_t{1});
    return state.has_value();
  };
  if (request.is_of(given)) {
    const std::size_t count = set.engine.vocabulary().attributes.size();
    for (std::size_t i = 0; i < count; ++i)
      if (!know(i, request.get(given, i))) return std::nullopt;
    return facts;
  }
  if (!PyDict_CheckExact(given.ptr())) return std::nullopt;
  PyObject *name = nullptr, *value = nullptr;
  for (Py_ssize_t at = 0; PyDict_Next(given.ptr(), &at, &name, &value) != 0;) {
    const auto attribute = names.attribute(name);
    if (!attribute || !know(*attribute, value)) return std::nullopt;
  }
  return facts;
}

Facts Decider::Words::facts(const py::object& given) const {
  if (auto quick = known(given)) return *quick;
  return rules::facts_of(from_json_value<AccessRequest>(json_from_python(given)).value());
}

py::object Decider::Words::ids_of(const std::vector<std::uint32_t>& numbers) const {
  if (numbers.empty()) return nothing;
  return tuple_of(numbers.size(), [&](std::size_t i) { return ids[numbers[i]]; });
}

py::object Decider::Words::unsettled_rule(std::uint32_t number, const Facts& facts) const {
  const auto& clause = set.engine.clauses()[number];
  const auto lacking = missing_facts(clause.when, flows(clause.effect), set.engine.vocabulary(), facts);
  py::tuple asked(static_cast<std::size_t>(std::popcount(lacking)));
  Py_ssize_t place = 0;
  for (auto rest = lacking; rest != 0; rest &= rest - 1)
    PyTuple_SET_ITEM(asked.ptr(), place++, py::object(missing[static_cast<std::size_t>(std::countr_zero(rest))]).release().ptr());
  return made(unsettled_class, {ids[number], titles[number], asked});
}

py::object Decider::Words::obligations_of(const Findings& found) const {
  if (found.obligations == 0) return nothing;
  Objects asked;
  for (auto rest = found.obligations; rest != 0; rest &= rest - 1) {
    const auto kind = static_cast<std::size_t>(std::countr_zero(rest));
    asked.push_back(made(obligation_class, {obligation_codes[kind], obligation_labels[kind],
                                            py::bool_((found.mandatory >> kind & 1U) != 0), obligation_discharges[kind],
                                            ids_of(rules_asking(set.engine, found, kind))}));
  }
  return tuple_of(std::move(asked));
}

py::object Decider::Words::texts_of(const Findings& found) const {
  std::vector<std::size_t> places;
  for (const auto& gate : found.gates)
    for (const auto number : gate.determining)
      for (const auto place : cited[number])
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  return tuple_of(places.size(), [&](std::size_t i) { return texts[places[i]]; });
}

py::object Decider::Words::warnings_of(const Findings& found) const {
  const auto about = warnings_about(set, found);
  if (about.empty()) return nothing;
  return tuple_of(about.size(), [&](std::size_t i) { return warnings[about[i]]; });
}

py::object Decider::Words::decision(const Facts& facts, const Findings& found, const WayOut& way) const {
  Objects gate_answers, rules_named, open;
  for (const auto& gate : found.gates) {
    gate_answers.push_back(made(gate_class, {gates[static_cast<std::size_t>(gate.gate)],
                                             effects[static_cast<std::size_t>(gate.effect)], ids_of(gate.determining)}));
    for (const auto number : gate.determining) rules_named.push_back(determining[number]);
    for (const auto number : gate.unsettled) open.push_back(unsettled_rule(number, facts));
  }
  return made(decision_class,
              {effects[static_cast<std::size_t>(found.effect)], tuple_of(std::move(gate_answers)), tuple_of(std::move(rules_named)),
               tuple_of(std::move(open)), obligations_of(found), to_python(way.lawful_way), to_python(way.no_way_reason),
               texts_of(found), version, day, warnings_of(found)});
}

Decider::Decider(std::shared_ptr<const RuleSet> rules) : rules_(std::move(rules)), words_(std::make_unique<Words>(*rules_)) {}
Decider::~Decider() = default;

py::object Decider::decide(const py::object& request, bool wants_way) const {
  const Facts facts = words_->facts(request);
  const Findings found = rules::examine(rules_->engine, facts);
  WayOut way;
  if (wants_way && !flows(found.effect)) {
    const py::gil_scoped_release others;
    way = way_out(*rules_, facts, found);
  }
  return words_->decision(facts, found, way);
}

py::object Decider::effect(const py::object& request) const {
  return words_->effects[static_cast<std::size_t>(rules::decide(*rules_, words_->facts(request)).effect)];
}

}  // namespace patio::python
