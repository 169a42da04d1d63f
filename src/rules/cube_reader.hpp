#pragma once
/// \file
/// One object of a rule's `when`, from JSON to a cube.

#include <patio/base/error.hpp>
#include <patio/base/json_tree.hpp>
#include <patio/rules/catalogue.hpp>
#include <patio/rules/cube.hpp>

namespace patio::rules {

using CubeSource = std::map<std::string, AnyJson>;

struct ReadCube {
  Cube cube;
  /// The parameters on which it depends, and the values that they must have.
  std::map<std::string, Json> conditions;
};

/// Reads it, and adds what is wrong with it to `issues`, each at its place under `path`. Nothing if anything is wrong.
[[nodiscard]] std::optional<ReadCube> read_cube(const CubeSource& source, const Vocabulary& vocabulary,
                                                const std::vector<Parameter>& parameters, const std::string& path,
                                                std::vector<Issue>& issues);

/// The sentence for each code of this room.
[[nodiscard]] Issue issue(std::string path, std::string_view code);

}  // namespace patio::rules
