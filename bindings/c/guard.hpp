#pragma once
/// \file
/// The border: every call into the library runs inside guard(), so that nothing is ever thrown through it, and every argument
/// passes one of the checks below.

#include <patio.h>

#include <exception>
#include <string_view>

#include <patio/base/text.hpp>

namespace patio::c {

inline constexpr std::size_t longest_name = 4096;
inline constexpr std::size_t longest_json = std::size_t{16} << 20U;

/// Throws Error (`misuse`).
[[noreturn]] void throw_misuse(Text message);

/// A text of the caller that ends at its NUL: a name, a code, an address. Throws unless it is there, clean and of at most
/// `longest_name` bytes.
[[nodiscard]] std::string_view name_in(const char* text);
/// JSON of the caller. Its bytes are checked by the reader; here only that it is there and not endless.
[[nodiscard]] std::string_view json_in(const char* json, std::size_t length);

/// A copy that patio_string_free() frees.
[[nodiscard]] char* string_out(std::string_view text);

template <class T>
T& needed(T* pointer) {
  if (pointer == nullptr)
    throw_misuse({"un pointeur nécessaire est nul", "a pointer that is needed is null"});
  return *pointer;
}

/// Puts what was thrown into `error`, if the caller wants it, and says its status.
patio_status report(std::exception_ptr thrown, patio_error** error) noexcept;

template <class Work>
patio_status guard(patio_error** error, Work&& work) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    work();
    return PATIO_OK;
  } catch (...) {
    return report(std::current_exception(), error);
  }
}

/// The same for a call that gives something: null until it succeeds.
template <class T, class Make>
patio_status guard_out(T** out, patio_error** error, Make&& make) noexcept {
  if (out != nullptr) *out = nullptr;
  return guard(error, [&] {
    T*& place = needed(out);
    place = make();
  });
}

}  // namespace patio::c
