#pragma once
/// \file
/// Names and conditions of a book, as an editor is told of them by its JSON Schema.

#include <patio/base/json_tree.hpp>
#include <patio/base/text.hpp>

namespace patio::rules {

/// Names of a list, each with words that an editor shows beside it.
class Names {
 public:
  void add(std::string_view name, const Text& words);
  [[nodiscard]] Json schema() const;

 private:
  Json names_ = Json::array(), words_ = Json::array();
};

/// What a cube admits of a fact: one value of the definition `values`, some, or all but some.
[[nodiscard]] Json admitted(const Text& label, const Text& question, const std::string& values);

}  // namespace patio::rules
