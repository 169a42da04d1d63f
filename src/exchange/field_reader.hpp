#pragma once
/// \file
/// Records made into entries by the table of a format: see field_rule.hpp.

#include "exchange/fault.hpp"
#include "exchange/form.hpp"
#include "exchange/hours_text.hpp"
#include "exchange/record.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <unordered_set>

namespace patio {

template <class Entry>
class FieldReader {
 public:
  /// Days after `today`, if one is given, are told.
  FieldReader(std::span<const FieldRule<Entry>> rules, const RecordReader& source, LossReport& report,
              std::optional<Date> today = {})
      : rules_(rules), source_(source), report_(report), today_(today), column_of_(rules.size(), none) {}

  /// The entry, with everything doubtful told. Nothing if it is refused, which is told too.
  [[nodiscard]] std::optional<Entry> read(const Record& record) {
    bind_new_columns();
    record_ = &record;
    Entry entry;
    for (std::size_t rule = 0; rule < rules_.size(); ++rule)
      if (const Cell* cell = cell_of(rule)) fill(entry, rule, *cell);
    for (std::size_t rule = 0; rule < rules_.size(); ++rule)
      if (!is_there(entry, rule)) return std::nullopt;
    return entry;
  }

  /// Tells it of the field of that rule in the record that was read last.
  void tell_at(std::size_t rule, std::string_view code) {
    const auto& name = rules_[rule].name;
    const std::string line = std::to_string(record_ ? record_->line : 1);
    const std::size_t column = column_of_[rule];
    tell(report_, source_.is_table() ? line + ':' + std::to_string(column == none ? 1 : column + 1) : line + '/' + std::string(name), code, name);
  }
  void tell_at(std::string_view name, std::string_view code) {
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const auto& rule) { return rule.name == name; });
    if (found != rules_.end()) tell_at(static_cast<std::size_t>(found - rules_.begin()), code);
  }

  [[nodiscard]] const FieldRule<Entry>* rule_of(std::string_view name) const {
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const auto& rule) { return rule.name == name; });
    return found == rules_.end() ? nullptr : &*found;
  }

  /// The last record's cell of that column, if it says something.
  [[nodiscard]] const Cell* cell_named(std::string_view name) const {
    for (std::size_t rule = 0; rule < rules_.size(); ++rule)
      if (rules_[rule].name == name) return cell_of(rule);
    return nullptr;
  }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  void bind_new_columns() {
    const auto& columns = source_.columns();
    for (; bound_ < columns.size(); ++bound_) {
      const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const auto& rule) { return rule.name == columns[bound_]; });
      if (found == rules_.end()) continue;
      std::size_t& place = column_of_[static_cast<std::size_t>(found - rules_.begin())];
      if (place == none) place = bound_;
      else tell(report_, "1:" + std::to_string(bound_ + 1), "repeated_column", found->name);
    }
    if (told_missing_ || !source_.is_table()) return;
    told_missing_ = true;
    for (std::size_t rule = 0; rule < rules_.size(); ++rule)
      if (rules_[rule].limits.need != Need::none && column_of_[rule] == none) tell(report_, "1:1", "missing_column", rules_[rule].name);
  }

  [[nodiscard]] const Cell* cell_of(std::size_t rule) const {
    const std::size_t column = column_of_[rule];
    if (column >= record_->cells.size() || record_->cells[column].kind == Cell::Kind::absent) return nullptr;
    return &record_->cells[column];
  }

  void fill(Entry& entry, std::size_t rule, const Cell& cell) {
    std::visit([&](const auto& access) { put(entry, rule, access, cell); }, rules_[rule].access);
  }

  void put(Entry&, std::size_t, const NotKept&, const Cell&) {}

  void put(Entry& entry, std::size_t rule, const Access<Entry, std::string>& access, const Cell& cell) {
    if (auto text = text_of(rule, cell)) access.fill(entry) = *std::move(text);
  }

  void put(Entry& entry, std::size_t rule, const Access<Entry, std::optional<std::string>>& access, const Cell& cell) {
    std::optional<std::string>& field = access.fill(entry);
    if (rules_[rule].form == Form::code) return put_code(rule, field, cell);
    auto text = text_of(rule, cell);
    if (!text) return;
    if (!rules_[rule].adds || !field) field = std::move(text);
    else if (field->find(*text) != std::string::npos) return;
    else if (rules_[rule].limits.first_only) tell_at(rule, "several_kept_one");
    else *field += "\n" + *text;
  }

  void put(Entry& entry, std::size_t rule, const Access<Entry, std::vector<std::string>>& access, const Cell& cell) {
    std::vector<std::string>& field = access.fill(entry);
    for (auto& item : items(rule, cell)) {
      const bool there = std::find(field.begin(), field.end(), item) != field.end();
      if (!there) field.push_back(std::move(item));
      else if (!rules_[rule].adds && rules_[rule].limits.table.empty()) tell_at(rule, "repeated_value");
    }
  }

  void put(Entry& entry, std::size_t rule, const Access<Entry, std::optional<Date>>& access, const Cell& cell) {
    const auto day = day_of(without_blanks(cell.text));
    if (cell.kind != Cell::Kind::text || !day) return tell_at(rule, "not_a_date");
    access.fill(entry) = day;
    if (*day < Date(2000_y / 1 / 1) || (today_ && *today_ < *day)) tell_at(rule, "day_out_of_range");
  }

  void put(Entry& entry, std::size_t rule, const Access<Entry, std::optional<double>>& access, const Cell& cell) {
    const auto number = number_of(without_blanks(cell.text));
    if (cell.kind != Cell::Kind::text || !number) return tell_at(rule, "not_a_number");
    if (*number < rules_[rule].limits.least) return tell_at(rule, "out_of_range");
    access.fill(entry) = number;
  }

  void put(Entry& entry, std::size_t rule, const Access<Entry, std::optional<int>>& access, const Cell& cell) {
    const auto number = number_of(without_blanks(cell.text));
    if (cell.kind != Cell::Kind::text || !number) return tell_at(rule, "not_a_number");
    if (*number != std::floor(*number)) return tell_at(rule, "not_an_integer");
    if (*number < rules_[rule].limits.least || *number > std::numeric_limits<int>::max()) return tell_at(rule, "out_of_range");
    access.fill(entry) = static_cast<int>(*number);
  }

  void put(Entry& entry, std::size_t rule, const Access<Entry, std::optional<CommuneCode>>& access, const Cell& cell) {
    if (cell.kind != Cell::Kind::text) return tell_at(rule, "not_a_commune");
    const auto given = without_blanks(cell.text);
    const auto [text, told, usable] = given.size() == 4 ? shaped(Form::postcode, given, {}) : shaped_insee(given);
    auto code = usable ? commune_code(text) : std::nullopt;
    if (!code) return tell_at(rule, "not_a_commune");
    if (!told.empty()) tell_at(rule, told);
    access.fill(entry) = *std::move(code);
  }

  void put(Entry& entry, std::size_t rule, const Access<Entry, std::vector<AreaCode>>& access, const Cell& cell) {
    for (const auto& item : raw_items(rule, cell)) {
      const auto [text, told, usable] = shaped_insee(item);
      auto zone = usable ? zone_of(text) : std::nullopt;
      if (zone && !told.empty()) tell_at(rule, told);
      if (!zone) tell_at(rule, "not_a_zone");
      else if (auto& zones = access.fill(entry); std::find(zones.begin(), zones.end(), *zone) == zones.end())
        zones.push_back(*std::move(zone));
    }
  }

  /// Latitude and longitude come apart: the half that has not come yet is no number.
  void put(Entry& entry, std::size_t rule, const Access<Entry, std::optional<Position>>& access, const Cell& cell) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    const bool is_latitude = rules_[rule].form == Form::latitude;
    const auto degrees = cell.kind == Cell::Kind::text ? number_of(without_blanks(cell.text)) : std::nullopt;
    if (!degrees || std::abs(*degrees) > (is_latitude ? 90 : 180)) return tell_at(rule, "not_a_coordinate");
    std::optional<Position>& field = access.fill(entry);
    if (!field) field = Position{missing, missing};
    (is_latitude ? field->latitude : field->longitude) = *degrees;
  }

  /// False if the entry is to be refused. Also looks after half positions.
  bool is_there(Entry& entry, std::size_t rule) {
    return std::visit([&](const auto& access) { return there(entry, rule, access); }, rules_[rule].access);
  }

  bool there(Entry&, std::size_t, const NotKept&) { return true; }

  template <class T>
  bool there(Entry& entry, std::size_t rule, const Access<Entry, T>& access) {
    if constexpr (std::is_same_v<T, std::optional<Position>>) close_position(access.fill(entry), rule);
    const T& value = access.look(entry);
    const bool missing = [&] {
      if constexpr (requires { value.has_value(); }) return !value.has_value();
      else return value.empty();
    }();
    if (!missing || rules_[rule].limits.need == Need::none || rules_[rule].adds) return true;
    if (rules_[rule].limits.need == Need::refused_without) {
      tell_at(rule, rules_[rule].form == Form::name ? "no_name" : "no_id");
      return false;
    }
    if (cell_of(rule) == nullptr && (column_of_[rule] != none || !source_.is_table())) tell_at(rule, "missing_value");
    return true;
  }

  void close_position(std::optional<Position>& position, std::size_t rule) {
    if (!position) return;
    const bool half = std::isnan(position->latitude) || std::isnan(position->longitude);
    if (!half && is_possible(*position)) return;
    position.reset();
    // Of a half whose other half was told already nothing more is said.
    const bool other_given = half && cell_of(rule) != nullptr && both_given();
    if (!other_given) tell_at(rule, half ? "half_a_position" : "not_a_coordinate");
  }

  [[nodiscard]] bool both_given() const {
    int given = 0;
    for (std::size_t rule = 0; rule < rules_.size(); ++rule)
      given += (rules_[rule].form == Form::latitude || rules_[rule].form == Form::longitude) && cell_of(rule) != nullptr;
    return given == 2;
  }

  std::optional<std::string> text_of(std::size_t rule, const Cell& cell) {
    if (rules_[rule].limits.joined) return joined(raw_items(rule, cell));
    if (cell.kind != Cell::Kind::text) {
      tell_at(rule, "not_a_text");
      return std::nullopt;
    }
    auto [text, told, usable] = shaped(rules_[rule].form, without_blanks(cell.text), rules_[rule].limits);
    if (!told.empty()) tell_at(rule, told);
    if (rules_[rule].form == Form::name && text.ends_with('.') && !text.ends_with("etc.")) tell_at(rule, "final_stop");
    if (!usable) return std::nullopt;
    return std::move(text);
  }

  static std::optional<std::string> joined(const std::vector<std::string>& lines) {
    std::optional<std::string> text;
    for (const auto& line : lines)
      if (text) *text += "\n" + line;
      else text = line;
    return text;
  }

  /// Of several codes for one place the first of the list counts: lists stand from the most particular to the most general.
  void put_code(std::size_t rule, std::optional<std::string>& field, const Cell& cell) {
    const auto codes = items(rule, cell);
    if (codes.empty()) return;
    if (codes.size() > 1) tell_at(rule, "several_kept_one");
    for (const auto& entry : directory_list(rules_[rule].limits.list))
      if (std::find(codes.begin(), codes.end(), entry.code) != codes.end()) {
        field = entry.code;
        return;
      }
  }

  std::vector<std::string> raw_items(std::size_t rule, const Cell& cell) {
    if (cell.kind == Cell::Kind::list) return cell.list;
    if (cell.kind == Cell::Kind::text) return items_of(cell.text, rules_[rule].limits.separators);
    tell_at(rule, "not_a_list");
    return {};
  }

  std::vector<std::string> items(std::size_t rule, const Cell& cell) {
    const FieldLimits& limits = rules_[rule].limits;
    std::vector<std::string> usable;
    for (auto& item : raw_items(rule, cell)) {
      if (!limits.table.empty()) {
        meanings(rule, item, usable);
        continue;
      }
      const auto fault = fault_of(rules_[rule].form, item, limits);
      const bool category = rules_[rule].form == Form::themes && !fault.empty() && is_listed("theme_categories", item);
      if (fault.empty() || category) usable.push_back(std::move(item));
      else not_understood(rule, fault);
    }
    return usable;
  }

  /// What the word stands for in the lists of today, which may be several codes or none.
  void meanings(std::size_t rule, const std::string& word, std::vector<std::string>& usable) {
    const FieldLimits& limits = rules_[rule].limits;
    const auto* codes = codes_for(limits.table, word);
    if (!codes && is_listed(limits.list, word)) {
      usable.push_back(word);
    } else if (!codes) {
      not_understood(rule, "unknown_value");
    } else if (codes->empty()) {
      not_understood(rule, "no_equivalent");
    } else {
      for (const auto& code : *codes)
        if (std::find(usable.begin(), usable.end(), code) == usable.end()) usable.push_back(code);
    }
  }

  void not_understood(std::size_t rule, std::string_view code) {
    ++report_.not_understood[std::string(rules_[rule].name)];
    tell_at(rule, code);
  }

  std::span<const FieldRule<Entry>> rules_;
  const RecordReader& source_;
  LossReport& report_;
  std::optional<Date> today_;
  /// Of each rule the column that it has in this file.
  std::vector<std::size_t> column_of_;
  std::size_t bound_ = 0;
  bool told_missing_ = false;
  const Record* record_ = nullptr;
};

/// Columns that no table knows, and those known that have no place in the model.
template <class... Rules>
void tell_columns(const RecordReader& source, LossReport& report, const Rules&... tables) {
  for (std::size_t i = 0; i < source.columns().size(); ++i) {
    const std::string& column = source.columns()[i];
    bool known = false, kept = false;
    const auto look = [&](const auto& table) {
      for (const auto& rule : table)
        if (rule.name == column) {
          known = true;
          kept |= !std::holds_alternative<NotKept>(rule.access);
        }
    };
    (look(tables), ...);
    if (!known) report.unknown_columns.push_back(is_code(column) ? column : "column " + std::to_string(i + 1));
    else if (!kept) report.columns_not_kept.push_back(column);
  }
}

/// Identifiers that were met: the one thing that grows with a file.
class KnownIds {
 public:
  /// True if it was not known.
  bool insert(const std::string& id) { return ids_.insert(id).second; }

 private:
  std::unordered_set<std::string> ids_;
};

[[nodiscard]] inline bool is_empty_record(const Record& record) {
  return std::all_of(record.cells.begin(), record.cells.end(), [](const Cell& cell) { return cell.kind == Cell::Kind::absent; });
}

}  // namespace patio
