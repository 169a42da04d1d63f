#pragma once
/// \file
/// A whole public directory made ready for orientation: which services near somebody meet their need, in which order and
/// why. Compiled once, immutable, shared freely by threads; a need against 100,000 services takes microseconds.
///
///     const ServiceIndex index(default_needs_book(), rows_of(default_needs_book(), directory));
///     request.circumstances = {.home = Residence{.areas = {AreaCode{"insee:91312"}}, .position = Position{48.74, 2.23}}};
///     NearbyServices found = find_services(index, default_needs_book(), request, {});
///     found.primaries.front().rank.km;                                       // 1.8
///
/// The rules of the book come first: what they exclude for this person is not shown, whatever the directory says. What a
/// row does not say is unknown, never no: it comes after what is known to fit, and before what is known not to. Rows are told by
/// what the circumstances of the request say: where the person lives, by every name of it, and where that is on the map.

#include <memory>
#include <span>

#include <patio/directory/directory.hpp>
#include <patio/orientation/orientation.hpp>

namespace patio {

/// A row of a directory, as far as orientation ranks it. What is empty or absent is not said there.
struct ServiceRow {
  /// Of the directory.
  std::string id;
  std::string name;
  /// Of the book, if the directory or its network tells: see NetworkRule.
  std::optional<DestinationCode> destination;
  /// Of the list "themes". A category alone, as older rows have it, counts for all its needs, after the exact ones.
  std::vector<std::string> themes;
  /// Of the list "audiences".
  std::vector<std::string> audiences;
  /// Where people must live to be received.
  std::vector<AreaCode> zones;
  std::vector<ReceptionMode> modes;
  std::optional<Position> position;
  ServiceStatus status{};
  /// ISO 639-1: "ar".
  std::vector<std::string> languages;
  std::optional<YesNo> step_free;
  std::optional<Date> updated_on;
  bool operator==(const ServiceRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServiceRow, (), (id, name, destination, themes, audiences, zones, modes, position, status, languages,
                                       step_free, updated_on))

/// The services of a directory. A service without a place of its own is where its structure is; its destination is that of
/// the first network of its structure that the book names.
[[nodiscard]] std::vector<ServiceRow> rows_of(const NeedsBook& book, const Directory& directory);

/// What is wanted of rows, besides the need and the circumstances of the request.
struct ServiceSearch {
  /// Farther in-person services are left out.
  double most_km = 50;
  /// Ids of rows to which nobody must send the person.
  std::vector<std::string> do_not_route;
  bool operator==(const ServiceSearch&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServiceSearch, (), (most_km, do_not_route))

/// By what a row was found.
enum class ServiceMatch { destination, theme, category };
BOOST_DESCRIBE_ENUM(ServiceMatch, destination, theme, category)

/// Why a service stands where it does. Fields in the order in which they weigh; the first that differs decides, then the
/// kilometres, then the id. `known_to` is yes or no.
struct ServiceRank {
  /// `full`, `suspended` and `not_yet_open` last.
  Openness openness{};
  /// Whether it receives such people. Known not to: shown last, since rows say less than they mean.
  Fit audience{};
  ServiceMatch found_by{};
  /// Whether the row was brought up to date in the last two years.
  Fit fresh{};
  /// Whether it serves where the person lives. Known not to: left out.
  Fit zone{};
  /// For whoever moves with difficulty, `remote` comes first.
  Distance distance{};
  Fit language{};
  Fit step_free{};
  Fit known_to{};
  std::optional<double> km;
  bool operator==(const ServiceRank&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServiceRank, (), (openness, audience, found_by, fresh, zone, distance, language, step_free, known_to, km))

struct RankedService {
  /// Of the row.
  std::string id;
  std::string name;
  std::optional<DestinationCode> destination;
  /// The rule of the book that names its destination: "housing_benefit.msa". Empty if only the theme fits.
  std::string rule;
  ServiceRank rank;
  std::vector<Text> reasons;
  bool operator==(const RankedService&) const = default;
};
BOOST_DESCRIBE_STRUCT(RankedService, (), (id, name, destination, rule, rank, reasons))

/// At most three of each.
struct NearbyServices {
  std::vector<RankedService> primaries;
  std::vector<RankedService> secondaries;
  bool operator==(const NearbyServices&) const = default;
};
BOOST_DESCRIBE_STRUCT(NearbyServices, (), (primaries, secondaries))

class CompiledServices;

class ServiceIndex {
 public:
  /// Destinations and audiences are those of the book. Of several rows with one id the first counts.
  ServiceIndex(const NeedsBook& book, std::vector<ServiceRow> services);

  /// By id.
  [[nodiscard]] const std::vector<ServiceRow>& services() const noexcept;
  /// What the rows say and the index could not use, by place in what was given, at most the first thousand:
  /// `unknown_theme`, `unknown_audience`, `unknown_destination`, `impossible_position`, `duplicate_id`. Such a row is
  /// kept; its unusable part counts as not said.
  [[nodiscard]] const Issues& faults() const noexcept;

  /// For the sources of this room.
  [[nodiscard]] const CompiledServices& compiled() const noexcept { return *compiled_; }

 private:
  std::shared_ptr<const CompiledServices> compiled_;
};

/// Services for the need of the request, for what is known of the person. Throws Error `not_found` if the book has no such
/// need on that day. `find_services_slowly` looks at every row: what the index must agree with.
[[nodiscard]] NearbyServices find_services(const ServiceIndex& index, const NeedsBook& book,
                                           const OrientationRequest& request, const ServiceSearch& search);
[[nodiscard]] NearbyServices find_services_slowly(const ServiceIndex& index, const NeedsBook& book,
                                                  const OrientationRequest& request, const ServiceSearch& search);

/// Rules of that day whose destination nobody holds: neither a service of the plan nor a row of the index. One issue for
/// each, `destination_not_held`, at "<need>/destinations/<id>". Numbers to call are held by everybody.
[[nodiscard]] Issues check_held(const NeedsBook& book, const CentrePlan& plan, const ServiceIndex& index, Date day);

}  // namespace patio
