#pragma once
/// \file
/// What may be asked about needs and who can meet them.

#include <patio/orientation/orientation.hpp>
#include <patio/orientation/screening.hpp>
#include <patio/orientation/service_index.hpp>
#include <patio/orientation/veille.hpp>
#include <patio/orientation/visit_plan.hpp>

namespace patio {

/// Who can meet this need, in a centre with this plan?
struct Orient {
  using Answer = Orientation;
  CentrePlan plan;
  OrientationRequest request;
  bool operator==(const Orient&) const = default;
};
BOOST_DESCRIBE_STRUCT(Orient, (), (plan, request))

/// What was answered to this request then, from the rules as they were then?
struct ReplayOrientation {
  using Answer = Replayed;
  CentrePlan plan;
  OrientationRequest request;
  Orientation past;
  bool operator==(const ReplayOrientation&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReplayOrientation, (), (plan, request, past))

struct Suggestions {
  std::vector<Suggestion> suggestions;
  bool operator==(const Suggestions&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggestions, (), (suggestions))

/// What else is worth a word?
struct Suggest {
  using Answer = Suggestions;
  SuggestionRequest request;
  bool operator==(const Suggest&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggest, (), (request))

struct Signals {
  std::vector<Signal> signals;
  bool operator==(const Signals&) const = default;
};
BOOST_DESCRIBE_STRUCT(Signals, (), (signals))

/// Which signals may still be kept on that day?
struct KeepSignals {
  using Answer = Signals;
  std::vector<Signal> signals;
  Date day{};
  bool operator==(const KeepSignals&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeepSignals, (), (signals, day))

/// Which signals may this pole see?
struct VisibleSignals {
  using Answer = Signals;
  std::vector<Signal> signals;
  PoleCode pole;
  Date day{};
  bool operator==(const VisibleSignals&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisibleSignals, (), (signals, pole, day))

/// In which few visits can these needs be met, in a centre with this plan?
struct PlanVisits {
  using Answer = VisitPlan;
  CentrePlan plan;
  VisitPlanRequest request;
  bool operator==(const PlanVisits&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanVisits, (), (plan, request))

/// Who of a population could be received where, on which ground? See orientation/screening.hpp.
struct ScreenPopulation {
  using Answer = ScreeningAnswer;
  ScreeningRequest request;
  bool operator==(const ScreenPopulation&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreenPopulation, (), (request))

struct FoundServices {
  NearbyServices nearby;
  /// What the rows say and could not be used.
  std::vector<Issue> faults;
  bool operator==(const FoundServices&) const = default;
};
BOOST_DESCRIBE_STRUCT(FoundServices, (), (nearby, faults))

/// Which of these services near the person meet the need? For a few hundred rows: hosts with a whole directory keep a
/// ServiceIndex.
struct FindServices {
  using Answer = FoundServices;
  std::vector<ServiceRow> rows;
  OrientationRequest request;
  ServiceSearch search;
  bool operator==(const FindServices&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindServices, (), (rows, request, search))

struct UnheldDestinations {
  std::vector<Issue> list;
  bool operator==(const UnheldDestinations&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnheldDestinations, (), (list))

/// Which rules name a destination that neither the centre nor these rows hold?
struct CheckHeld {
  using Answer = UnheldDestinations;
  CentrePlan plan;
  std::vector<ServiceRow> rows;
  Date day{};
  bool operator==(const CheckHeld&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckHeld, (), (plan, rows, day))

}  // namespace patio
