#include "dossier.hpp"

namespace patio {
namespace {

constexpr auto longest_appointment = std::chrono::hours(24);

template <class T>
std::vector<T> about(Reader& reader, const PersonId& person) {
  return reader.find(where(&T::person_id, person));
}

}  // namespace

std::vector<Table> centre_tables() {
  return tables_of<Person, Encounter, NeedRecord, Consent, Appointment, Referral, Disclosure, DoneCommand, Effect>();
}

Dossier load_dossier(Reader& reader, const PersonId& person) {
  Dossier dossier;
  dossier.person = reader.get<Person>(person);
  if (!dossier.person) return dossier;
  dossier.encounters = reader.find(where(&Encounter::person_id, person).ordered_by(&Encounter::began_at));
  dossier.needs = reader.find(where(&NeedRecord::person_id, person).ordered_by(&NeedRecord::noted_at));
  dossier.consents = about<Consent>(reader, person);
  dossier.appointments = reader.find(where(&Appointment::person_id, person).ordered_by(&Appointment::starts_at));
  dossier.referrals = about<Referral>(reader, person);
  dossier.disclosures = reader.find(where(&Disclosure::person_id, person).ordered_by(&Disclosure::made_at));
  return dossier;
}

std::vector<Occupied> load_diary(Reader& reader, Instant now) {
  auto coming = in(&Appointment::state, {AppointmentState::held, AppointmentState::booked})
                    .at_least(&Appointment::starts_at, now - longest_appointment)
                    .ordered_by(&Appointment::starts_at);
  std::vector<Occupied> diary;
  for (const auto& each : reader.find(coming))
    diary.push_back({each.space, each.professional, each.starts_at, each.minutes});
  return diary;
}

void write(Transaction& transaction, const Write& write) {
  std::visit(
      [&](const auto& record) {
        if (write.kind == WriteKind::add) transaction.insert(record);
        else transaction.update(record);
      },
      write.record);
}

}  // namespace patio
