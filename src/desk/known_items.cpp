#include "known_items.hpp"

namespace patio {
namespace {

std::vector<KnownItem> identity_items(const Person& person) {
  std::vector<KnownItem> items;
  if (person.usual_name) items.push_back({"usual_name", *person.usual_name});
  for (const auto& name : person.first_names) items.push_back({"first_name", name});
  return items;
}

/// Only the appointments of whoever asks: another's diary is another matter.
std::vector<KnownItem> appointment_items(const ProfessionalCode& viewer, const Dossier& dossier, const Moment& moment) {
  std::vector<KnownItem> items;
  for (const auto& each : dossier.of<Appointment>()) {
    if (!takes_place(each) || each.professional != viewer) continue;
    const LocalTime when = local(each.starts_at, moment.zone);
    items.push_back({"starts_at", to_text(when.day) + ' ' + to_text(when.clock)});
    items.push_back({"space", each.space.text()});
    if (const NeedRecord* need = each.need_id ? find_by_id(dossier.of<NeedRecord>(), *each.need_id) : nullptr)
      items.push_back({"theme", need->need.text()});
  }
  return items;
}

std::vector<KnownItem> attendance_items(const Dossier& dossier, const Moment& moment) {
  std::vector<KnownItem> items;
  for (const auto& each : dossier.of<Encounter>()) items.push_back({"visited_on", to_text(day_in(each.began_at, moment.zone))});
  return items;
}

std::vector<KnownItem> rights_items(const Dossier& dossier) {
  std::vector<KnownItem> items;
  for (const auto& each : dossier.of<NeedRecord>()) items.push_back({"need", each.need.text()});
  return items;
}

}  // namespace

std::vector<KnownItem> items_of(DataCategory category, const ProfessionalCode& viewer, const Dossier& dossier,
                                const Moment& moment) {
  if (!dossier.person) return {};
  switch (category) {
    case DataCategory::identity: return identity_items(*dossier.person);
    case DataCategory::appointment: return appointment_items(viewer, dossier, moment);
    case DataCategory::attendance: return attendance_items(dossier, moment);
    case DataCategory::rights: return rights_items(dossier);
    default: return {};
  }
}

}  // namespace patio
