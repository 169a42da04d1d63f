#pragma once
/// \file
/// Entries written by the table of a format: see field_rule.hpp. What is written is held to the forms that are read, so that a
/// file of ours is one that everybody's checker accepts.

#include "exchange/fault.hpp"
#include "exchange/form.hpp"

#include <ostream>
#include <span>

#include <nlohmann/json.hpp>

namespace patio {

/// Quoted if it has to be.
void write_cell(std::ostream& out, std::string_view text, char separator);

template <class Entry>
class FieldWriter {
 public:
  using Object = nlohmann::ordered_json;

  FieldWriter(std::span<const FieldRule<Entry>> rules, LossReport& report) : rules_(rules), report_(report) {}

  /// The entry as an object with the keys of the format, in their order. Nothing if the format requires what the entry has
  /// not. `path` leads to the entry, for the report.
  [[nodiscard]] std::optional<Object> write(const Entry& entry, const std::string& path) {
    path_ = path;
    Object object = Object::object();
    for (const auto& rule : rules_) {
      if (rule.adds) continue;
      rule_ = &rule;
      std::visit([&](const auto& access) { put(object, entry, access); }, rule.access);
      if (rule.limits.need == Need::none || object.contains(rule.name)) continue;
      tell_here("missing_value");
      return std::nullopt;
    }
    return object;
  }

  /// The same object as the cells of a row, lists joined by the separator.
  void write_row(std::ostream& out, const Object& object, char list_separator) {
    bool first = true;
    for (const auto& rule : rules_) {
      if (!is_column(rule)) continue;
      if (!first) out << ',';
      first = false;
      const auto value = object.find(rule.name);
      if (value != object.end()) write_cell(out, cell_text(*value, list_separator), ',');
    }
    out << '\n';
  }

  void write_header(std::ostream& out) {
    bool first = true;
    for (const auto& rule : rules_) {
      if (!is_column(rule)) continue;
      if (!first) out << ',';
      first = false;
      out << rule.name;
    }
    out << '\n';
  }

 private:
  static bool is_column(const FieldRule<Entry>& rule) { return !rule.adds && !std::holds_alternative<NotKept>(rule.access); }

  static std::string cell_text(const Object& value, char separator) {
    if (value.is_string()) return value.template get<std::string>();
    if (value.is_number_float()) return number_text(value.template get<double>());
    if (!value.is_array()) return value.dump();
    std::string joined;
    for (const auto& each : value) {
      if (!joined.empty()) joined += separator;
      joined += each.template get<std::string>();
    }
    return joined;
  }

  void put(Object&, const Entry&, const NotKept&) {}

  void put(Object& object, const Entry& entry, const Access<Entry, std::string>& access) { put_text(object, access.look(entry)); }

  void put(Object& object, const Entry& entry, const Access<Entry, std::optional<std::string>>& access) {
    if (const auto& text = access.look(entry)) put_text(object, *text);
  }

  void put(Object& object, const Entry& entry, const Access<Entry, std::vector<std::string>>& access) {
    Object list = Object::array();
    for (const auto& item : access.look(entry)) {
      const auto fault = fault_of(rule_->form, item, rule_->limits);
      if (!fault.empty()) tell_here(fault);
      else if (std::find(list.begin(), list.end(), item) != list.end()) tell_here("repeated_value");
      else list.push_back(item);
    }
    if (!list.empty()) object[std::string(rule_->name)] = std::move(list);
  }

  void put(Object& object, const Entry& entry, const Access<Entry, std::optional<Date>>& access) {
    if (const auto& day = access.look(entry)) object[std::string(rule_->name)] = to_text(*day);
  }

  void put(Object& object, const Entry& entry, const Access<Entry, std::optional<double>>& access) {
    const auto& number = access.look(entry);
    if (number && *number < rule_->limits.least) tell_here("out_of_range");
    else if (number) object[std::string(rule_->name)] = *number;
  }

  void put(Object& object, const Entry& entry, const Access<Entry, std::optional<int>>& access) {
    const auto& number = access.look(entry);
    if (number && *number < rule_->limits.least) tell_here("out_of_range");
    else if (number) object[std::string(rule_->name)] = *number;
  }

  void put(Object& object, const Entry& entry, const Access<Entry, std::optional<CommuneCode>>& access) {
    const auto& code = access.look(entry);
    if (!code) return;
    const std::string text = code->text().starts_with("insee:") ? code->text().substr(6) : std::string{};
    if (commune_code(text) == code) object[std::string(rule_->name)] = text;
    else tell_here("not_a_commune");
  }

  void put(Object& object, const Entry& entry, const Access<Entry, std::vector<AreaCode>>& access) {
    Object list = Object::array();
    for (const auto& zone : access.look(entry)) {
      const auto text = zone_text(zone);
      if (text.empty()) tell_here("not_a_zone");
      else if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
    }
    if (!list.empty()) object[std::string(rule_->name)] = std::move(list);
  }

  void put(Object& object, const Entry& entry, const Access<Entry, std::optional<Position>>& access) {
    const auto& position = access.look(entry);
    if (!position) return;
    if (!is_possible(*position)) return tell_here("not_a_coordinate");
    object[std::string(rule_->name)] = rule_->form == Form::latitude ? position->latitude : position->longitude;
  }

  void put_text(Object& object, const std::string& text) {
    if (text.empty() && rule_->limits.need == Need::none) return;
    const auto fault = fault_of(rule_->form, text, rule_->limits);
    if (fault.empty() || fault == "hours_not_plain") object[std::string(rule_->name)] = text;
    else tell_here(fault);
  }

  void tell_here(std::string_view code) { tell(report_, path_ + '/' + std::string(rule_->name), code, rule_->name); }

  std::span<const FieldRule<Entry>> rules_;
  LossReport& report_;
  std::string path_;
  const FieldRule<Entry>* rule_ = nullptr;
};

}  // namespace patio
