#pragma once
/// \file
/// A format as one table: for each of its columns the field of our model that it fills, the form that its text must have,
/// and whether the format requires it. Reading and writing are loops over that table.
///
///     const FieldRule<ListedService> rules[] = {
///         {"nom", Form::name, at<ListedService>([](auto& e) -> auto& { return e.name; }), {.need = Need::refused_without}},
///         {"frais", Form::code, at<ListedService>([](auto& e) -> auto& { return e.fees; }), {.list = "fees"}}};

#include <patio/base/time.hpp>
#include <patio/directory/directory.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace patio {

/// How a field is reached, to be filled and to be read.
template <class Entry, class T>
struct Access {
  T& (*fill)(Entry&) = nullptr;
  const T& (*look)(const Entry&) = nullptr;
};

template <class Entry, class Get>
constexpr auto at(Get) {
  using T = std::remove_cvref_t<decltype(std::declval<Get>()(std::declval<Entry&>()))>;
  return Access<Entry, T>{[](Entry& entry) -> T& { return Get{}(entry); },
                          [](const Entry& entry) -> const T& { return Get{}(entry); }};
}

struct NotKept {};

template <class Entry>
using FieldAccess = std::variant<Access<Entry, std::string>, Access<Entry, std::optional<std::string>>,
                                 Access<Entry, std::vector<std::string>>, Access<Entry, std::optional<Date>>,
                                 Access<Entry, std::optional<double>>, Access<Entry, std::optional<int>>,
                                 Access<Entry, std::optional<CommuneCode>>, Access<Entry, std::vector<AreaCode>>,
                                 Access<Entry, std::optional<Position>>, NotKept>;

/// What a text must look like. `words` and `codes` are lists; the others one value.
enum class Form {
  identifier, name, text, url, urls, email, emails, phone, strict_phone, day, number, whole_number, siret, pivot, postcode,
  commune, latitude, longitude, hours, zones, code, codes, words, themes
};

/// What happens to an entry without this field.
enum class Need { none, told_without, refused_without };

struct FieldLimits {
  Need need = Need::none;
  /// Of codes: the list that they belong to.
  std::string_view list{};
  /// Of codes: what the words of an older version or another format stand for. Their meaning is put into the field.
  std::string_view table{};
  /// In characters.
  std::size_t shortest = 0;
  std::size_t longest = 0;
  double least = 0;
  /// Of a column that adds: only where the field is still empty.
  bool first_only = false;
  /// A list of texts is one text, an item a line.
  bool joined = false;
  /// What separates the items of a list in one cell; the first of them that the cell has counts.
  std::string_view separators = "|,;";
};

template <class Entry>
struct FieldRule {
  std::string_view name;
  Form form = Form::text;
  FieldAccess<Entry> access = NotKept{};
  FieldLimits limits{};
  /// Adds to what an earlier column put there, instead of standing beside it. Not written.
  bool adds = false;
};

}  // namespace patio
