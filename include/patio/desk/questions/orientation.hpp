#pragma once
/// \file
/// What may be asked about needs and who can meet them.

#include <patio/orientation/orientation.hpp>
#include <patio/orientation/veille.hpp>

namespace patio {

/// Who can meet this need, in a centre with this plan?
struct Orient {
  using Answer = Orientation;
  CentrePlan plan;
  OrientationRequest request;
  bool operator==(const Orient&) const = default;
};
BOOST_DESCRIBE_STRUCT(Orient, (), (plan, request))

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

}  // namespace patio
