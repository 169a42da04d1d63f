#pragma once
/// \file
/// A text to a tree of JSON, watched for what the parser lets pass.

#include <optional>

#include <patio/base/json_tree.hpp>

namespace patio::detail {

/// What a text gave: a tree if it is JSON at all, and the faults of the text itself. Of a repeated key the last stands.
struct ParsedText {
  std::optional<Json> tree;
  Issues issues;
};
[[nodiscard]] ParsedText parse_text(std::string_view text);

}  // namespace patio::detail
