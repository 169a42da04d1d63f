#include <patio/directory/organisation.hpp>

namespace patio {

std::string name_on(const Organisation& organisation, Date day) {
  if (organisation.names.empty()) return {};
  const DatedName* latest = nullptr;
  for (const auto& each : organisation.names) {
    if (contains(each.period, day)) return each.name;
    const bool earlier = each.period.since <= day && !is_empty(each.period);
    if (earlier && (!latest || latest->period.since < each.period.since)) latest = &each;
  }
  return latest ? latest->name : organisation.names.front().name;
}

}  // namespace patio
