// Any bytes as JSON: read as a tree, as a visit with a field of every kind, and as a struct that holds itself. What is
// read is written and read again to the same; what is refused is told without a word of the input.
//
// The first byte says how the others are used: as the whole text, or as the text of one field of a visit that is right.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <set>

#include <patio/base/schema.hpp>

#include "base/visit.hpp"

namespace {

using patio::Json;

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

const std::set<std::string> known_steps{"id",         "theme",    "channel",      "day",     "began_at", "opens",
                                        "period",     "since",    "until",        "minutes", "seats",    "cents",
                                        "serial",     "distance", "alone",        "reason",  "back_on",  "rank",
                                        "companions", "name",     "other_themes", "counts",  "by_role",  "branches"};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "line:column", or a JSON Pointer of fields and ranks.
bool tells_no_more_than_a_place(std::string_view path) {
  if (const auto colon = path.find(':'); colon != std::string_view::npos)
    return is_number(path.substr(0, colon)) && is_number(path.substr(colon + 1));
  while (!path.empty()) {
    if (path.front() != '/') return false;
    path.remove_prefix(1);
    const auto step = path.substr(0, path.find('/'));
    if (!is_number(step) && !known_steps.contains(std::string(step))) return false;
    path.remove_prefix(step.size());
  }
  return true;
}

void check(const patio::Issues& issues) {
  must(!issues.list.empty(), "refused without an issue");
  for (const auto& issue : issues.list) {
    must(tells_no_more_than_a_place(issue.path), "a path tells more than a place");
    const auto sentence = patio::detail::issue_text(issue.code);
    must(sentence.en != issue.code, "an issue without its sentence");
    must(issue.code == "unknown_key" || issue.message == sentence, "a message that is not its sentence");
  }
}

template <class T>
void read_and_write(std::string_view text) {
  const auto read = patio::from_json<T>(text);
  if (!read) return check(read.error());
  must(patio::parse_json(text).has_value(), "a value was read from what is no tree");
  const auto written = patio::to_json(*read);
  const auto again = patio::from_json<T>(written);
  must(again.has_value() && *again == *read, "a value is not read back as written");
  must(patio::to_json(*again) == written, "the same value gave other bytes");
}

/// What the reader takes has every key that the schema asks for, and no other.
void check_schema(std::string_view text) {
  static const Json visit = patio::schema_of<sample::Visit>()["$defs"]["Visit"];
  if (!patio::from_json<sample::Visit>(text)) return;
  const Json tree = *patio::parse_json(text);
  for (const auto& key : visit["required"])
    must(tree.contains(key.get<std::string>()), "a key that the schema asks for is absent");
  for (const auto& [key, value] : tree.items())
    must(visit["properties"].contains(key), "a key that the schema refuses was taken");
}

std::string text_from(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return {};
  const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  static const Json good = patio::json_of(sample::first_visit());
  const std::size_t choice = data[0] % (good.size() + 2);
  if (choice >= good.size()) return rest;
  std::string text;
  std::size_t at = 0;
  for (const auto& [key, value] : good.items())
    text += (text.empty() ? "{" : ",") + Json(key).dump() + ":" + (at++ == choice ? rest : value.dump());
  return text + '}';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = text_from(data, size);
  read_and_write<sample::Visit>(text);
  read_and_write<sample::Branch>(text);
  check_schema(text);
  if (const auto tree = patio::parse_json(text); !tree)
    check(tree.error());
  else
    must(*patio::parse_json(tree->dump()) == *tree, "a tree is not read back as written");
  return 0;
}
