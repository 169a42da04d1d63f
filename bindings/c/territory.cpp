#include <patio/base/json.hpp>
#include <patio/desk/questions/exchange.hpp>
#include <patio/exchange/cog.hpp>

#include "guard.hpp"
#include "handles.hpp"

namespace {

using namespace patio::c;

struct AskedCommunes {
  std::vector<patio::CommuneCode> codes;
  patio::Date day{};
  std::vector<patio::AreaCode> zones;
};
BOOST_DESCRIBE_STRUCT(AskedCommunes, (), (codes, day, zones))

}  // namespace

patio_status patio_territory_read(const char* folder, patio_territory** out, patio_error** error) {
  return guard_out(out, error, [&] {
    return new patio_territory{patio::read_territory(std::filesystem::path(name_in(folder)))};
  });
}

void patio_territory_free(patio_territory* territory) { delete territory; }

size_t patio_territory_count(const patio_territory* territory) {
  return territory == nullptr ? 0 : territory->reading.territory.communes().size();
}

patio_status patio_territory_report(const patio_territory* territory, char** out, patio_error** error) {
  return guard_out(out, error, [&] { return string_out(patio::to_json(needed(territory).reading.reports)); });
}

patio_status patio_territory_follow(const patio_territory* territory, const char* json, size_t length, char** out,
                                    patio_error** error) {
  return guard_out(out, error, [&] {
    const auto& all = needed(territory).reading.territory;
    const auto asked = patio::from_json<AskedCommunes>(json_in(json, length)).value();
    return string_out(patio::to_json(patio::follow(all, asked.codes, asked.day, asked.zones)));
  });
}
