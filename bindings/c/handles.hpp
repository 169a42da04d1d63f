#pragma once
/// \file
/// What stands behind the opaque types of patio.h.

#include <patio.h>

#include <memory>
#include <string>

#include <patio/desk/doors.hpp>
#include <patio/exchange/cog.hpp>
#include <patio/orientation/service_index.hpp>

#include "../one_at_a_time.hpp"

struct patio_error {
  patio_status status = PATIO_INTERNAL;
  std::string code;
  patio::Text message;
  /// JSON; empty if there is none.
  std::string issues;
  std::string refusal;
};

struct patio_books {
  patio::Books books;
};

namespace patio::c {

struct OpenCentre {
  Centre centre;
  OneAtATime turn;
};

}  // namespace patio::c

struct patio_centre {
  std::shared_ptr<patio::c::OpenCentre> open;
};

struct patio_desk {
  std::shared_ptr<patio::c::OpenCentre> open;
  patio::Desk desk;
};

struct patio_services {
  std::shared_ptr<const patio::NeedsBook> needs;
  patio::ServiceIndex index;
  std::optional<patio::LossReport> reading;
};

struct patio_territory {
  patio::TerritoryReading reading;
};

struct patio_decider {
  std::shared_ptr<const patio::rules::RuleSet> rules;
};
