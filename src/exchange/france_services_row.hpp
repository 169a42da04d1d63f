#pragma once
/// \file
/// One row of the list of France Services: which column is which, and what its cells say.

#include <patio/exchange/csv.hpp>
#include <patio/exchange/france_services.hpp>

#include <array>
#include <string_view>
#include <unordered_set>

namespace patio {

/// What a column of the list holds, whatever its name that year.
enum class FranceServicesField {
  id, name, address, address_extra, commune, postcode, town, latitude, longitude, email, phone, monday, tuesday, wednesday,
  thursday, friday, saturday, sunday, comment, roaming, format, group_name, main_site_id, label, takes_appointments,
  category, not_kept
};

class FranceServicesColumns {
 public:
  /// Nothing if the header has no column for the identifier or for the name.
  [[nodiscard]] static std::optional<FranceServicesColumns> read(const CsvRow& header, LossReport& report);

  /// Number of the column that holds it, from 0.
  [[nodiscard]] std::optional<std::size_t> of(FranceServicesField field) const { return places_[index(field)]; }
  /// Its name in this file, as our own table writes it.
  [[nodiscard]] std::string_view name_of(FranceServicesField field) const { return names_[index(field)]; }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  static constexpr std::size_t fields = static_cast<std::size_t>(FranceServicesField::not_kept);
  static std::size_t index(FranceServicesField field) { return static_cast<std::size_t>(field); }

  std::array<std::optional<std::size_t>, fields> places_{};
  std::array<std::string_view, fields> names_{};
  std::size_t count_ = 0;
};

[[nodiscard]] Issue not_this_list();

/// Nothing if the row is refused. What is wrong with it is noted in the report; its identifier joins those known.
[[nodiscard]] std::optional<FranceServicesPlace> read_place(const FranceServicesColumns& columns, CsvRow row,
                                                            std::unordered_set<std::string>& known_ids,
                                                            LossReport& report);

}  // namespace patio
