#include "handles.hpp"

namespace {

const char* given(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

}  // namespace

patio_status patio_error_status(const patio_error* error) { return error == nullptr ? PATIO_OK : error->status; }

const char* patio_error_code(const patio_error* error) { return error == nullptr ? "" : error->code.c_str(); }

const char* patio_error_message(const patio_error* error, patio_language language) {
  if (error == nullptr) return "";
  return language == PATIO_EN ? error->message.en.c_str() : error->message.fr.c_str();
}

const char* patio_error_issues(const patio_error* error) { return error == nullptr ? nullptr : given(error->issues); }

const char* patio_error_refusal(const patio_error* error) { return error == nullptr ? nullptr : given(error->refusal); }

void patio_error_free(patio_error* error) { delete error; }
