#pragma once
/// \file
/// When the person was last in contact: the clock of retention and of inactive cases.
///
///     std::optional<Date> day = last_contact(visits, appointments, paris);
///
/// It is drawn from what only the person's side produces: a visit, a call or a letter, an appointment that was kept, a
/// session at home that took place. An internal edit, a newsletter, a reminder or a partner's news cannot reach it, because nothing else is asked.
/// Source: CNIL, délibérations 2021-028 and 2023-095 (last contact coming from the person).

#include <patio/casework/appointment.hpp>
#include <patio/casework/encounter.hpp>
#include <patio/casework/home_visit.hpp>

namespace patio {

/// The latest day, at any pole; nothing if there was none. A missed or cancelled appointment is no contact.
[[nodiscard]] std::optional<Date> last_contact(const std::vector<Encounter>& visits,
                                               const std::vector<Appointment>& appointments, const Zone& zone,
                                               const std::vector<HomeVisit>& at_home = {});

}  // namespace patio
