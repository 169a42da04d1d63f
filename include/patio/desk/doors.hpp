#pragma once
/// \file
/// Every command, query and engine question by its name and in JSON: what the C API, Python and any other host call.
///
///     std::string answer = run_door(desk, "send_referral", json);       // a command or a query of the desk
///     std::string answer = ask_door(books, "decide", json);             // an engine alone: no desk, no store
///
/// Malformed input throws InvalidInput with every issue, a rule's no throws Refused, the rest Error. An answer that says
/// no (a Decision) is an answer.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <patio/desk.hpp>
#include <patio/orientation/needs_book.hpp>

namespace patio {

/// What the engines answer from: rules and needs, without any store.
struct Books {
  std::shared_ptr<const rules::Rulebook> rulebook;
  std::shared_ptr<const NeedsBook> needs;
  /// Casework, neutral texts and matching.
  HouseBooks house;
};

/// The French rulebook and needs of this version of the library.
[[nodiscard]] Books default_books();

enum class DoorKind { command, query, question };
BOOST_DESCRIBE_ENUM(DoorKind, command, query, question)

/// One door, for listings, documentation and generated tests.
struct Door {
  /// "send_referral"
  std::string name;
  DoorKind kind{};
  /// JSON Schemas, as text, of what goes in and what comes out.
  std::string input_schema;
  std::string output_schema;
  bool operator==(const Door&) const = default;
};
BOOST_DESCRIBE_STRUCT(Door, (), (name, kind, input_schema, output_schema))

/// All of them, commands first, in the order of the registry.
[[nodiscard]] const std::vector<Door>& doors();

/// What goes in and what comes out, by their shapes.
struct DoorShapes {
  const Shape* input = nullptr;
  const Shape* output = nullptr;
};

/// Unknown name: Error (`not_found`).
[[nodiscard]] DoorShapes shapes_of_door(std::string_view name);

/// The same doors for bindings that hold values, not texts. The input has the shape that the door takes, or else Error (`misuse`).
[[nodiscard]] AnyValue run_door(Desk& desk, std::string_view name, const AnyValue& input, const RunOptions& options = {});
[[nodiscard]] AnyValue ask_door(const Books& books, std::string_view name, const AnyValue& input);

/// Runs a command or asks a query; the answer as JSON. Unknown name: Error (`not_found`).
[[nodiscard]] std::string run_door(Desk& desk, std::string_view name, std::string_view json, const RunOptions& options = {});

/// Asks an engine; the answer as JSON. Unknown name: Error (`not_found`).
[[nodiscard]] std::string ask_door(const Books& books, std::string_view name, std::string_view json);

}  // namespace patio
