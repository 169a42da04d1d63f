#pragma once
/// \file
/// What orientation is asked: one need of one person on one day, with what is known.

#include <map>

#include <patio/orientation/circumstances.hpp>
#include <patio/orientation/needs_book.hpp>
#include <patio/orientation/rank.hpp>

namespace patio {

struct DestinationRefusal {
  DestinationCode destination;
  Date day{};
  bool operator==(const DestinationRefusal&) const = default;
};
BOOST_DESCRIBE_STRUCT(DestinationRefusal, (), (destination, day))

struct OrientationRequest {
  NeedCode need;
  PersonFacts facts;
  Date day{};
  /// What the deadline is counted from: the day of the sale, of the decision, of the hearing.
  std::optional<Date> event_day;
  /// Since when a fact is known: fact -> day. Only told back.
  std::map<std::string, Date> known_since;
  /// Destinations that the person refused less than 90 days ago, or with the day on which they did: how long a refusal
  /// counts is told by the brakes of the book.
  std::vector<DestinationCode> refused;
  std::vector<DestinationRefusal> refusals;
  /// Where nobody must send this person: the receiver or their guardian is the other party, a decision of the house.
  std::vector<DestinationCode> do_not_route;
  /// Days on which nobody receives: public holidays, closures.
  std::vector<Date> holidays;
  /// As the book knew its rules on that day: later corrections are left out. Absent: as it knows them now.
  std::optional<Date> known_as_of;
  std::optional<Circumstances> circumstances;
  bool operator==(const OrientationRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(OrientationRequest, (), (need, facts, day, event_day, known_since, refused, refusals, do_not_route,
                                               holidays, known_as_of, circumstances))

/// True if the person refused it lately, or nobody must send them there.
[[nodiscard]] bool is_barred(const NeedsBook& book, const OrientationRequest& request, const DestinationCode& destination);

/// What the request says of the home; nothing known if it says nothing.
[[nodiscard]] const Residence& home_of(const OrientationRequest& request);

/// By the fact `mobility`; easy if it is not known.
[[nodiscard]] Travel travel_of(const PersonFacts& facts);

}  // namespace patio
