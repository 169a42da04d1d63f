#pragma once
/// \file
/// Open Referral's Human Services Data Specification 3.0 (HSDS), written: what social-service directories outside France read.
///
///     std::ofstream out("services.json", std::ios::binary);
///     LossReport report = write_hsds(directory, out, &territory);     // a JSON list of services, each whole
///
/// Each service comes with its organisation, where and when it is given, whom it serves, what it costs. Identifiers are UUIDs
/// made from those of the directory (version 5), so that the same entry is the same object in every export.
///
/// HSDS has no place for: the day of an entry's structure, networks, how a service is set going by whom, weeks and hours of a
/// course. What it requires and a directory has not: a service whose structure is not there is refused; an organisation
/// without a description gets its name as one; an address without street or town is left out and told.

#include <iosfwd>

#include <patio/directory/directory.hpp>
#include <patio/exchange/loss_report.hpp>

namespace patio {

/// With a territory the names of départements and zones are written beside their codes. Paths of the report: "/services/12".
LossReport write_hsds(const Directory& directory, std::ostream& out, const Territory* territory = nullptr);

}  // namespace patio
