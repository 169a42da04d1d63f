#pragma once
/// \file
/// Described values to JSON and back.
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
///
/// Whoever wants a tree in place of a text includes json_tree.hpp.

#include <string>
#include <string_view>
#include <utility>

#include <patio/base/error.hpp>
#include <patio/base/shape_of.hpp>

namespace patio {

/// `path` with one more step, escaped as RFC 6901 asks.
[[nodiscard]] std::string pointer(std::string_view path, std::string_view key);
[[nodiscard]] std::string pointer(std::string_view path, std::size_t index);

namespace detail {

/// The sentence for each code of this room.
[[nodiscard]] Text issue_text(std::string_view code);

/// Adds an issue whose sentence may have one blank, unless there are a thousand already.
void add_issue(Issues& issues, std::string_view path, std::string_view code, std::string_view word = {});

/// Reads what can be read into the value, and tells the rest.
[[nodiscard]] Issues read_json(std::string_view text, void* value, const Shape& shape);
[[nodiscard]] std::string write_json(const void* value, const Shape& shape);

}  // namespace detail

/// Canonical text: keys sorted, no spaces. Its bytes may be hashed. Throws Error (misuse) if a text in it is not UTF-8 or a
/// number is not finite.
template <class T>
[[nodiscard]] std::string to_json(const T& value) {
  return detail::write_json(&value, shape_of<T>());
}

template <class T>
[[nodiscard]] Checked<T> from_json(std::string_view text) {
  T value{};
  auto issues = detail::read_json(text, &value, shape_of<T>());
  if (!issues.list.empty()) return issues;
  return value;
}

}  // namespace patio
