#pragma once
/// \file
/// What must hold among the entries of a catalogue.

#include <patio/rules/rulebook.hpp>

#include "cube_reader.hpp"

namespace patio::rules {

/// An entry and where it stands.
template <class T>
struct Placed {
  std::string path;
  T value;
};

template <class T>
[[nodiscard]] std::vector<T> values(const std::vector<Placed<T>>& placed) {
  std::vector<T> all;
  for (const auto& each : placed) all.push_back(each.value);
  return all;
}

/// Adds every fault to `issues`. Puts the facts into the order of their vocabularies.
void check_catalogue(const Subject& subject, std::vector<Placed<FactLabel>>& request_facts,
                     std::vector<Placed<FactLabel>>& hat_facts, const std::vector<Placed<Parameter>>& parameters,
                     const std::vector<Placed<LawText>>& texts, const std::vector<Placed<ObligationKind>>& obligations,
                     std::vector<Issue>& issues);

/// Adds an issue if the text is empty in one language.
void check_text(const Text& text, const std::string& path, std::vector<Issue>& issues);

}  // namespace patio::rules
