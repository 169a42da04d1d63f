#pragma once
/// \file
/// What a service index is made of. A *term* is what rows are found by: a destination, a thématique or a category. Under
/// each term stand its rows: those with a place on the ground by the square of the map that they lie in, the others by zone.

#include <array>
#include <limits>
#include <unordered_map>

#include <patio/orientation/service_index.hpp>

namespace patio {

/// A point on the unit sphere: differences give distances without trigonometry.
struct SpherePoint {
  float x = 0, y = 0, z = 0;
};
[[nodiscard]] SpherePoint sphere_point(const Position& position) noexcept;
[[nodiscard]] double km_between(const SpherePoint& from, const SpherePoint& to) noexcept;

/// The part of a row that ranking reads, in one place of memory.
struct Posting {
  enum Flags : std::uint8_t { in_person = 1, remote = 2, placed = 4, step_free = 8, not_step_free = 16 };
  static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
  static constexpr std::uint32_t no_zone = 0, several_zones = 0xffffffff;

  SpherePoint at;
  std::uint32_t ordinal = 0;
  std::int32_t updated = no_day;
  /// A bit for each public of the book; none if the row names none.
  std::uint32_t audiences = 0;
  /// Number of its only zone.
  std::uint32_t zone = no_zone;
  std::uint64_t languages = 0;
  /// Number of its destination; 0 if it has none.
  std::uint16_t destination = 0;
  std::uint8_t status = 0;
  std::uint8_t flags = 0;
};

/// Postings in groups: by square of the map, or by zone.
class PostingGroups {
 public:
  void add(std::uint32_t group, const Posting& posting) { raw_.push_back({group, posting}); }
  /// Must be called once, after the last add().
  void close();
  /// Of every group from `first` to `last`, both included.
  [[nodiscard]] std::span<const Posting> between(std::uint32_t first, std::uint32_t last) const noexcept;
  [[nodiscard]] std::span<const Posting> all() const noexcept { return postings_; }

 private:
  std::vector<std::pair<std::uint32_t, Posting>> raw_;
  std::vector<std::uint32_t> groups_;
  std::vector<std::uint32_t> starts_;
  std::vector<Posting> postings_;
};

struct Term {
  PostingGroups by_square;
  PostingGroups by_zone;
};

inline constexpr double square_degrees = 0.05;
/// More than a line has.
inline constexpr std::uint32_t columns = 8192;
inline constexpr std::uint32_t last_column = columns - 1;
[[nodiscard]] inline std::uint32_t square_line(double degrees_from_edge) noexcept {
  return static_cast<std::uint32_t>(degrees_from_edge / square_degrees);
}
[[nodiscard]] inline std::uint32_t square(std::uint32_t line, std::uint32_t column) noexcept { return line * columns + column; }

class CompiledServices {
 public:
  CompiledServices(const NeedsBook& book, std::vector<ServiceRow> services);

  [[nodiscard]] const Term* term(std::string_view name) const noexcept;
  /// Zone by its number; 0 if no row has it.
  [[nodiscard]] std::uint32_t zone(const AreaCode& area) const noexcept;
  [[nodiscard]] std::uint64_t language(const std::string& code) const noexcept;
  [[nodiscard]] std::uint16_t destination(const DestinationCode& code) const noexcept;
  [[nodiscard]] std::optional<std::uint32_t> ordinal(const std::string& id) const noexcept;
  [[nodiscard]] const std::vector<std::uint32_t>& zones_of(std::uint32_t ordinal) const { return several_.at(ordinal); }

  std::vector<ServiceRow> services;
  Issues faults;

 private:
  void keep_first_of_each(std::vector<ServiceRow> rows);
  void name_terms(const NeedsBook& book);
  void check(ServiceRow& row, std::size_t place);
  [[nodiscard]] Posting posting(const ServiceRow& row, std::uint32_t ordinal);
  void post(const ServiceRow& row, const Posting& posting);
  void fault(std::size_t place, std::string_view member, std::string_view code, Text message);

  /// For each row kept, its place in what was given.
  std::vector<std::size_t> places_;
  std::unordered_map<std::string, std::size_t> term_numbers_;
  std::vector<Term> terms_;
  std::unordered_map<std::string, std::uint32_t> zones_;
  std::unordered_map<std::string, std::uint16_t> destinations_;
  std::unordered_map<std::string, std::uint32_t> audiences_;
  std::unordered_map<std::string, std::uint64_t> languages_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> several_;
};

/// Names of terms: the namespaces keep a destination and a category of one name apart.
[[nodiscard]] std::string destination_term(const DestinationCode& code);
[[nodiscard]] std::string theme_term(std::string_view theme);

}  // namespace patio
