#include <patio/directory/residence.hpp>

namespace patio {

std::string_view kind_of(const AreaCode& code) noexcept {
  const std::string_view text = code.text();
  const auto colon = text.find(':');
  return colon == std::string_view::npos ? std::string_view{} : text.substr(0, colon);
}

std::optional<AreaCode> department_of(std::string_view commune) {
  constexpr std::string_view kind = "insee:";
  if (!commune.starts_with(kind)) return std::nullopt;
  const std::string number(commune.substr(kind.size()));
  // Overseas, the number of a département has three digits.
  const bool overseas = number.starts_with("97") || number.starts_with("98");
  return AreaCode::parse("dep:" + number.substr(0, overseas ? 3 : 2));
}

std::optional<AreaCode> area_of(const Residence& residence, std::string_view kind) {
  for (const auto& area : residence.areas)
    if (kind_of(area) == kind) return area;
  if (kind != "dep") return std::nullopt;
  const auto commune = area_of(residence, "insee");
  return commune ? department_of(commune->text()) : std::nullopt;
}

}  // namespace patio
