#pragma once
/// \file
/// Destinations: what a rule may send a person to. A plan's services say which destination they are; numbers to call and
/// bodies outside the centre are shown by name, without a service.

#include <optional>
#include <string>

#include <patio/base/code.hpp>
#include <patio/base/text.hpp>

namespace patio {

/// "conciliator", "msa", "number:3919".
using DestinationCode = Code<struct DestinationTag>;

/// `service`: the plan of a centre may hold a service that says it is this destination. `number`: to be called, at any
/// time unless its text says otherwise. `outside`: usually receives elsewhere.
enum class DestinationKind { service, number, outside };
BOOST_DESCRIBE_ENUM(DestinationKind, service, number, outside)

struct Destination {
  DestinationCode code;
  DestinationKind kind{};
  Text name;
  /// What it does, in one sentence.
  Text purpose;
  /// To dial: "3919". Only for a number.
  std::optional<std::string> phone;
  bool operator==(const Destination&) const = default;
};
BOOST_DESCRIBE_STRUCT(Destination, (), (code, kind, name, purpose, phone))

}  // namespace patio
