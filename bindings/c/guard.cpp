#include "guard.hpp"

#include <cstdlib>
#include <cstring>
#include <new>

#include <patio/base/json_tree.hpp>

#include "handles.hpp"

namespace patio::c {
namespace {

patio_status status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found: return PATIO_NOT_FOUND;
    case ErrorCode::conflict: return PATIO_CONFLICT;
    case ErrorCode::misuse: return PATIO_MISUSE;
    case ErrorCode::foreign_file: return PATIO_FOREIGN_FILE;
    case ErrorCode::corrupt_file: return PATIO_CORRUPT_FILE;
    case ErrorCode::busy: return PATIO_BUSY;
    case ErrorCode::unavailable: return PATIO_UNAVAILABLE;
    case ErrorCode::storage: return PATIO_STORAGE;
    case ErrorCode::internal: return PATIO_INTERNAL;
  }
  return PATIO_INTERNAL;
}

patio_error describe(const InvalidInput& invalid) {
  return {PATIO_INVALID_INPUT, "invalid_input", {"les données ne sont pas valides", "the input is not valid"},
          json_of(invalid.issues().list).dump(), {}};
}

patio_error describe(const Refused& refused) {
  const Refusal& refusal = refused.refusal();
  return {PATIO_REFUSED, refusal.code, refusal.message, {}, to_json(refusal)};
}

patio_error describe(const Error& error) {
  return {status_of(error.code()), std::string(name_of(error.code())), error.message(), {}, {}};
}

// The text of any other exception may hold SQL or a value, so it stays here.
patio_error unforeseen() {
  return {PATIO_INTERNAL, "internal",
          {"la bibliothèque a rencontré une erreur qu'elle n'attendait pas", "the library met an error that it did not expect"},
          {},
          {}};
}

patio_error describe(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const InvalidInput& invalid) {
    return describe(invalid);
  } catch (const Refused& refused) {
    return describe(refused);
  } catch (const Error& error) {
    return describe(error);
  } catch (...) {
    return unforeseen();
  }
}

}  // namespace

void throw_misuse(Text message) { throw Error(ErrorCode::misuse, std::move(message)); }

std::string_view name_in(const char* text) {
  const char* const start = &needed(text);
  const auto* const stop = static_cast<const char*>(std::memchr(start, 0, longest_name + 1));
  if (stop == nullptr) throw_misuse({"un nom est trop long", "a name is too long"});
  const std::string_view name(start, static_cast<std::size_t>(stop - start));
  if (!is_clean_utf8(name)) throw_misuse({"un nom n'est pas en UTF-8 valide", "a name is not valid UTF-8"});
  return name;
}

std::string_view json_in(const char* json, std::size_t length) {
  const char* const start = &needed(json);
  if (length > longest_json) throw_misuse({"plus de 16 Mio de JSON", "more than 16 MiB of JSON"});
  return {start, length};
}

char* string_out(std::string_view text) {
  auto* const copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return copy;
}

patio_status report(std::exception_ptr thrown, patio_error** error) noexcept {
  try {
    patio_error described = describe(thrown);
    const patio_status status = described.status;
    if (error != nullptr) *error = new patio_error(std::move(described));
    return status;
  } catch (...) {
    return PATIO_INTERNAL;  // no memory left even to say so
  }
}

}  // namespace patio::c
