#pragma once
/// \file
/// All of libpatio. Include the room you need instead where compile time counts.
///
///     Person ── has ── Encounter ── brings ── NeedRecord ── goes as ── Referral ── to ── Service ── of ── Organisation
///        │                                        │               │                        │
///        ├─ gives ── Consent ── lifts secrecy for ┼───────────────┤                 Permanence ── gives ── Slot
///        │                                        │               │                        │
///        └─ is received at ── Appointment ────────┘          Disclosure (each sharing, without its content)
///
///     Professional ── wears ── Hat (employer, function, mission, a time) ── has ── SecrecyStatus
///
///     AccessRequest (facts, each may be unknown) ── decide(rules of a day) ── Decision (effect, rules, texts,
///                                                                              obligations, lawful way)
///     PersonFacts + NeedCode ── orient(needs book, plan of the centre) ── Orientation (candidates with reasons)
///
/// Two ways in. The engines alone are pure functions over values: decide, hat_status, orient, suggest, covers,
/// free_slots, public_holidays. The desk does everything with a store: Centre -> Desk -> run(command), ask(query).

#include <patio/desk.hpp>
#include <patio/desk/doors.hpp>
#include <patio/desk/questions.hpp>
#include <patio/exchange/france_services.hpp>
#include <patio/orientation/orientation.hpp>
#include <patio/orientation/veille.hpp>
#include <patio/schedule/centre_plan.hpp>
#include <patio/schedule/holiday.hpp>
#include <patio/secrecy/french_rulebook.hpp>
#include <patio/secrecy/hat_status.hpp>
