#include <patio/store/audit.hpp>

#include <charconv>
#include <sodium.h>

#include "session.hpp"

namespace patio {
namespace {

constexpr int base64 = sodium_base64_VARIANT_ORIGINAL;

std::string base64_of(const Hash& hash) {
  std::string text(sodium_base64_encoded_len(hash.size(), base64), '\0');
  sodium_bin2base64(text.data(), text.size(), hash.data(), hash.size(), base64);
  text.pop_back();
  return text;
}

std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

Checkpoint checkpoint(Reader& reader) {
  const auto size = audit_size(reader);
  return {reader.session().gate().origin(), size, audit_root(reader, size)};
}

std::string to_text(const Checkpoint& checkpoint) {
  return checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' + base64_of(checkpoint.root) + '\n';
}

std::optional<Checkpoint> parse_checkpoint(std::string_view text) {
  const auto origin = take_line(text);
  const auto size = take_line(text);
  const auto root = take_line(text);
  if (!root || origin->empty() || size->empty()) return std::nullopt;
  Checkpoint read{std::string(*origin), 0, {}};
  const auto number = std::from_chars(size->data(), size->data() + size->size(), read.size);
  if (number.ec != std::errc{} || std::to_string(read.size) != *size) return std::nullopt;
  std::size_t bytes = 0;
  if (sodium_base642bin(read.root.data(), read.root.size(), root->data(), root->size(), nullptr, &bytes, nullptr, base64) != 0)
    return std::nullopt;
  if (bytes != read.root.size() || base64_of(read.root) != *root) return std::nullopt;
  return read;
}

}  // namespace patio
