#pragma once
/// \file
/// What is written as one text wherever it goes (JSON, columns, tables): ids, codes, days, instants, clock times and
/// enumerations. Each says how it is read and written, the code of the Issue when it can't be, and its shape as a
/// regular expression that every engine knows.

#include <optional>
#include <string>
#include <string_view>

#include <patio/base/code.hpp>
#include <patio/base/describe.hpp>
#include <patio/base/id.hpp>
#include <patio/base/time.hpp>

namespace patio::detail {

template <class T>
struct TextForm;

template <class Tag>
struct TextForm<Id<Tag>> {
  static constexpr std::string_view code = "not_an_id", format = "uuid",
                                    pattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
  static std::optional<Id<Tag>> read(std::string_view text) { return parse_id<Id<Tag>>(text); }
  static std::string write(const Id<Tag>& id) { return to_text(id); }
};

template <class Tag>
struct TextForm<Code<Tag>> {
  static constexpr std::string_view code = "not_a_code", format = "", pattern = "^[A-Za-z0-9][A-Za-z0-9_:.-]{0,63}$";
  static std::optional<Code<Tag>> read(std::string_view text) { return Code<Tag>::parse(text); }
  static std::string write(const Code<Tag>& value) { return value.text(); }
};

template <>
struct TextForm<Date> {
  static constexpr std::string_view code = "not_a_date", format = "date",
                                    pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
  static std::optional<Date> read(std::string_view text) { return parse_date(text); }
  static std::string write(Date day) { return to_text(day); }
};

template <>
struct TextForm<Instant> {
  static constexpr std::string_view code = "not_an_instant", format = "date-time",
                                    pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
                                              "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?"
                                              "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";
  static std::optional<Instant> read(std::string_view text) { return parse_instant(text); }
  static std::string write(Instant instant) { return to_text(instant); }
};

template <>
struct TextForm<ClockTime> {
  static constexpr std::string_view code = "not_a_clock_time", format = "",
                                    pattern = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";
  static std::optional<ClockTime> read(std::string_view text) { return parse_clock(text); }
  static std::string write(ClockTime clock) { return to_text(clock); }
};

/// Its shape is its list of names.
template <DescribedEnum E>
struct TextForm<E> {
  static constexpr std::string_view code = "unknown_value", format = "", pattern = "";
  static std::optional<E> read(std::string_view text) { return enum_from<E>(text); }
  static std::string write(E value) { return std::string(name_of(value)); }
};

template <class T>
concept WrittenAsText = requires { TextForm<T>::code; };

}  // namespace patio::detail
