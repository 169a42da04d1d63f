#pragma once
/// \file
/// Described values to JSON and back. The only public header (with schema.hpp) that includes nlohmann/json.hpp.
///
///     std::string text = to_json(consent);                  // keys sorted: the same value is always the same bytes
///     Checked<Consent> read = from_json<Consent>(text);     // or every issue, each with its JSON Pointer
///
/// After a thousand issues the rest is one, `too_many_issues`: a long list of faults is no help, and could fill the memory.
///
/// Wire rules. An absent optional has no key; an absent list or map is empty; everything else must be there. Unknown and
/// repeated keys are issues; the keys of a map are codes. Ids, codes, days, instants, clock times and enumerations are
/// text. `null` is nothing anyone may write. A whole number is written without point or exponent.
///
/// No issue repeats anything of the input: a path is made of fields and ranks. An unknown key is told at its object,
/// with the keys that are known there; what stands under a key of a map is told at the map.

#include <cmath>
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

#include <patio/base/describe.hpp>
#include <patio/base/error.hpp>
#include <patio/base/text_form.hpp>

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

/// A field whose key may be absent.
template <class T>
inline constexpr bool may_be_absent = is_optional<T> || is_list<T> || is_map<T>;

/// What a text gave: a tree if it is JSON at all, and the faults of the text itself. Of a repeated key the last stands.
struct ParsedText {
  std::optional<Json> tree;
  Issues issues;
};
[[nodiscard]] ParsedText parse_text(std::string_view text);

/// The tree as one text, keys sorted, no spaces. Throws Error (misuse) if it holds a text that is not UTF-8.
[[nodiscard]] std::string canonical_text(const Json& tree);
/// The number with one zero only. Throws Error (misuse) if it is infinite or no number: JSON has neither.
[[nodiscard]] double finite_number(double number);
/// True if every text and key of the tree is clean.
[[nodiscard]] bool is_clean_tree(const Json& tree);

/// The sentence for each code of this room.
[[nodiscard]] Text issue_text(std::string_view code);

/// Adds an issue whose sentence may have one blank, unless there are a thousand already.
void add_issue(Issues& issues, std::string_view path, std::string_view code, std::string_view word = {});

class Reader {
 public:
  Issues issues;

  void fault(std::string_view path, std::string_view code) { add_issue(issues, path, code); }

  template <class T>
  void read(const Json& json, T& value, const std::string& path) {
    if constexpr (std::same_as<T, Json>) {
      value = json;
      if (!is_clean_tree(json)) fault(path, "not_clean_text");
    } else if (json.is_null()) {
      fault(path, "null_value");
    } else if constexpr (std::same_as<T, bool>) {
      if (!json.is_boolean()) return fault(path, "not_a_boolean");
      value = json.template get<bool>();
    } else if constexpr (std::integral<T>) {
      read_integer(json, value, path);
    } else if constexpr (std::floating_point<T>) {
      read_number(json, value, path);
    } else if constexpr (std::same_as<T, std::string>) {
      if (!json.is_string()) return fault(path, "not_a_text");
      value = json.template get_ref<const std::string&>();
      if (!is_clean_utf8(value)) fault(path, "not_clean_text");
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
    // The parser keeps a whole number beyond 64 bits as a float.
    constexpr double beyond = 9223372036854775808.0;
    if (json.is_number_float() && std::abs(json.template get<double>()) >= beyond) return fault(path, "out_of_range");
    if (!json.is_number_integer()) return fault(path, "not_an_integer");
    const bool fits = json.is_number_unsigned() ? std::in_range<T>(json.template get<std::uint64_t>())
                                                : std::in_range<T>(json.template get<std::int64_t>());
    if (!fits) return fault(path, "out_of_range");
    value = json.template get<T>();
  }

  template <class T>
  void read_number(const Json& json, T& value, const std::string& path) {
    if (!json.is_number()) return fault(path, "not_a_number");
    const auto number = json.template get<double>();
    if (!(std::abs(number) <= std::numeric_limits<T>::max())) return fault(path, "out_of_range");
    value = static_cast<T>(number);
  }

  template <class T>
  void read_text(const Json& json, T& value, const std::string& path) {
    if (!json.is_string()) return fault(path, "not_a_text");
    auto read = TextForm<T>::read(json.template get_ref<const std::string&>());
    if (!read) return fault(path, TextForm<T>::code);
    value = *std::move(read);
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
    map.clear();
    const auto before = issues.list.size();
    for (const auto& [key, each] : json.items())
      if (is_code(key)) read(each, map[key], path);
      else fault(path, "not_a_code");
    for (auto i = before; i < issues.list.size(); ++i) issues.list[i].path = path;
  }

  template <class T>
  void read_struct(const Json& json, T& value, const std::string& path) {
    static_assert(Described<T>, "this type has no description and no text form");
    if (!json.is_object()) return fault(path, "not_an_object");
    std::size_t known = 0;
    each_field(value, [&](std::string_view name, auto& field) {
      const auto found = json.find(name);
      if (found != json.end()) {
        ++known;
        read(*found, field, pointer(path, name));
      } else if constexpr (!may_be_absent<std::remove_cvref_t<decltype(field)>>) {
        fault(pointer(path, name), "missing_key");
      }
    });
    if (known < json.size()) add_issue(issues, path, "unknown_key", field_names<T>());
  }

  template <class T>
  static std::string field_names() {
    std::string names;
    each_member<T>([&](std::string_view name, auto) { names.append(names.empty() ? "" : ", ").append(name); });
    return names;
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
      if constexpr (detail::is_optional<std::remove_cvref_t<decltype(field)>>) {
        if (field) object[std::string(name)] = json_of(*field);
      } else {
        object[std::string(name)] = json_of(field);
      }
    });
    return object;
  } else if constexpr (std::floating_point<T>) {
    return detail::finite_number(value);
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
  return detail::canonical_text(json_of(value));
}

template <class T>
[[nodiscard]] Checked<T> from_json(std::string_view text) {
  auto [tree, issues] = detail::parse_text(text);
  if (!tree) return std::move(issues);
  T value{};
  detail::Reader reader{std::move(issues)};
  reader.read(*tree, value, "");
  if (!reader.issues.list.empty()) return reader.issues;
  return value;
}

}  // namespace patio
