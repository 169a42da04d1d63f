#pragma once
/// \file
/// Described values to JSON and back. The only public header (with schema.hpp) that includes nlohmann/json.hpp.
///
///     std::string text = to_json(consent);                  // keys sorted: the same value is always the same bytes
///     Checked<Consent> read = from_json<Consent>(text);     // or every issue, each with its JSON Pointer
///
/// Wire rules. An absent optional has no key; an absent list is empty; everything else must be there. Unknown and
/// repeated keys are issues; the keys of a map are codes. Enumerations, ids, codes, days, instants and clock times are text. `null` is nothing
/// anyone may write. No message repeats a value of the input.

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <patio/base/code.hpp>
#include <patio/base/describe.hpp>
#include <patio/base/error.hpp>
#include <patio/base/id.hpp>
#include <patio/base/time.hpp>

namespace patio {

using Json = nlohmann::json;

/// JSON text to a tree, UTF-8, at most 64 levels deep; repeated keys are refused.
[[nodiscard]] Checked<Json> parse_json(std::string_view text);

/// `path` with one more step, escaped as RFC 6901 asks.
[[nodiscard]] std::string pointer(std::string_view path, std::string_view key);
[[nodiscard]] std::string pointer(std::string_view path, std::size_t index);

namespace detail {

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_map = false;
template <class T>
inline constexpr bool is_map<std::map<std::string, T>> = true;

/// What a text stands for: how to read it, what it is called.
template <class T>
struct TextForm;
template <class Tag>
struct TextForm<Id<Tag>> {
  static constexpr std::string_view code = "not_an_id", format = "uuid";
  static std::optional<Id<Tag>> read(std::string_view text) { return parse_id<Id<Tag>>(text); }
  static std::string write(const Id<Tag>& id) { return to_text(id); }
};
template <class Tag>
struct TextForm<Code<Tag>> {
  static constexpr std::string_view code = "not_a_code", format = "";
  static std::optional<Code<Tag>> read(std::string_view text) { return Code<Tag>::parse(text); }
  static std::string write(const Code<Tag>& value) { return value.text(); }
};
template <>
struct TextForm<Date> {
  static constexpr std::string_view code = "not_a_date", format = "date";
  static std::optional<Date> read(std::string_view text) { return parse_date(text); }
  static std::string write(Date day) { return to_text(day); }
};
template <>
struct TextForm<Instant> {
  static constexpr std::string_view code = "not_an_instant", format = "date-time";
  static std::optional<Instant> read(std::string_view text) { return parse_instant(text); }
  static std::string write(Instant instant) { return to_text(instant); }
};
template <>
struct TextForm<ClockTime> {
  static constexpr std::string_view code = "not_a_clock_time", format = "";
  static std::optional<ClockTime> read(std::string_view text) { return parse_clock(text); }
  static std::string write(ClockTime clock) { return to_text(clock); }
};
template <DescribedEnum E>
struct TextForm<E> {
  static constexpr std::string_view code = "unknown_value", format = "";
  static std::optional<E> read(std::string_view text) { return enum_from<E>(text); }
  static std::string write(E value) { return std::string(name_of(value)); }
};

template <class T>
concept WrittenAsText = requires { TextForm<T>::code; };

/// The sentence for each code of this room.
[[nodiscard]] Text issue_text(std::string_view code);

class Reader {
 public:
  Issues issues;

  void fault(std::string_view path, std::string_view code) {
    issues.list.push_back({std::string(path), std::string(code), issue_text(code)});
  }

  template <class T>
  void read(const Json& json, T& value, const std::string& path) {
    if constexpr (std::same_as<T, bool>) {
      if (!json.is_boolean()) return fault(path, "not_a_boolean");
      value = json.template get<bool>();
    } else if constexpr (std::integral<T>) {
      read_integer(json, value, path);
    } else if constexpr (std::floating_point<T>) {
      if (!json.is_number()) return fault(path, "not_a_number");
      value = json.template get<T>();
    } else if constexpr (std::same_as<T, std::string>) {
      if (!json.is_string()) return fault(path, "not_a_text");
      value = json.template get_ref<const std::string&>();
      if (!is_clean_utf8(value)) fault(path, "not_clean_text");
    } else if constexpr (std::same_as<T, Json>) {
      value = json;
    } else if constexpr (WrittenAsText<T>) {
      read_text(json, value, path);
    } else if constexpr (is_optional<T>) {
      value.emplace();
      read(json, *value, path);
    } else if constexpr (is_list<T>) {
      read_list(json, value, path);
    } else if constexpr (is_map<T>) {
      read_map(json, value, path);
    } else {
      read_struct(json, value, path);
    }
  }

 private:
  template <class T>
  void read_integer(const Json& json, T& value, const std::string& path) {
    if (!json.is_number_integer()) return fault(path, "not_an_integer");
    const bool fits = json.is_number_unsigned() ? std::in_range<T>(json.template get<std::uint64_t>())
                                                : std::in_range<T>(json.template get<std::int64_t>());
    if (!fits) return fault(path, "out_of_range");
    value = json.template get<T>();
  }

  template <class T>
  void read_text(const Json& json, T& value, const std::string& path) {
    if (!json.is_string()) return fault(path, "not_a_text");
    const auto read = TextForm<T>::read(json.template get_ref<const std::string&>());
    if (!read) return fault(path, TextForm<T>::code);
    value = *read;
  }

  template <class T>
  void read_list(const Json& json, std::vector<T>& list, const std::string& path) {
    if (!json.is_array()) return fault(path, "not_a_list");
    list.clear();
    for (std::size_t i = 0; i < json.size(); ++i) {
      T value{};
      read(json[i], value, pointer(path, i));
      list.push_back(std::move(value));
    }
  }

  template <class T>
  void read_map(const Json& json, std::map<std::string, T>& map, const std::string& path) {
    if (!json.is_object()) return fault(path, "not_an_object");
    for (const auto& [key, each] : json.items())
      if (is_code(key)) read(each, map[key], pointer(path, key));
      else fault(path, "not_a_code");
  }

  template <class T>
  void read_struct(const Json& json, T& value, const std::string& path) {
    static_assert(Described<T>, "this type has no description and no text form");
    if (!json.is_object()) return fault(path, "not_an_object");
    each_field(value, [&](std::string_view name, auto& field) {
      using Field = std::remove_cvref_t<decltype(field)>;
      const auto found = json.find(name);
      if (found != json.end()) return read(*found, field, pointer(path, name));
      if constexpr (!is_optional<Field> && !is_list<Field> && !is_map<Field>) fault(pointer(path, name), "missing_key");
    });
    for (const auto& [key, each] : json.items())
      if (!is_field<T>(key)) fault(is_code(key) ? pointer(path, key) : path, "unknown_key");
  }

  template <class T>
  static bool is_field(std::string_view key) {
    bool found = false;
    each_member<T>([&](std::string_view name, auto) { found = found || name == key; });
    return found;
  }
};

}  // namespace detail

template <class T>
[[nodiscard]] Json json_of(const T& value) {
  if constexpr (detail::WrittenAsText<T>) {
    return detail::TextForm<T>::write(value);
  } else if constexpr (detail::is_list<T>) {
    Json list = Json::array();
    for (const auto& each : value) list.push_back(json_of(each));
    return list;
  } else if constexpr (detail::is_map<T>) {
    Json map = Json::object();
    for (const auto& [key, each] : value) map[key] = json_of(each);
    return map;
  } else if constexpr (Described<T>) {
    Json object = Json::object();
    each_field(value, [&](std::string_view name, const auto& field) {
      using Field = std::remove_cvref_t<decltype(field)>;
      if constexpr (detail::is_optional<Field>) {
        if (field) object[std::string(name)] = json_of(*field);
      } else {
        object[std::string(name)] = json_of(field);
      }
    });
    return object;
  } else {
    return Json(value);
  }
}

template <class T>
[[nodiscard]] Checked<T> from_json_value(const Json& json, const std::string& path = "") {
  T value{};
  detail::Reader reader;
  reader.read(json, value, path);
  if (!reader.issues.list.empty()) return reader.issues;
  return value;
}

/// Canonical text: keys sorted, no spaces. Its bytes may be hashed.
template <class T>
[[nodiscard]] std::string to_json(const T& value) {
  return json_of(value).dump();
}

template <class T>
[[nodiscard]] Checked<T> from_json(std::string_view text) {
  const auto tree = parse_json(text);
  if (!tree) return tree.error();
  return from_json_value<T>(*tree);
}

}  // namespace patio
