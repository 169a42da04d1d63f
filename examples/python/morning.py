#!/usr/bin/env python3
"""A morning at the centre: Marc comes to register a used car and leaves with three needs met or under way.

    python3 examples/python/morning.py [database]
"""

import datetime
import sys
from pathlib import Path

import libpatio

PLAN = Path(__file__).resolve().parent.parent / "data" / "le-patio.json"


def that_morning() -> datetime.datetime:
    """Tuesday 10 March 2026, 9 o'clock in Paris."""
    return datetime.datetime(2026, 3, 10, 8, tzinfo=datetime.timezone.utc)


def main(database: str) -> None:
    centre = libpatio.Centre.open(database, plan=PLAN, clock=that_morning, ids=1)
    bruno = centre.desk_for("pro:fs1", "hat:fs1")

    # He asks for one thing.
    marc = bruno.register_person(
        kind="named",
        usual_name="Lenoir",
        first_names=["Marc"],
        birth_date=datetime.date(1968, 5, 2),
        commune="insee:91312",
    ).person_id
    visit = bruno.record_encounter(
        person_id=marc,
        site="site:patio",
        channel="desk",
        result="guided",
        stated=["carte_grise"],
        event_day=datetime.date(2026, 2, 27),
    )
    card = bruno.cover_need(
        person_id=marc, need_id=visit.need_ids[0], mission="online_procedure", handled_for="org:interieur"
    )
    print(f"Marc registers his car, which he had to do before {card.deadline}.")

    # He has more to say.
    suggested = libpatio.suggest(
        request=libpatio.SuggestionRequest(
            present=["carte_grise"],
            mentioned=["neighbour_dispute"],
            facts=libpatio.PersonFacts(),
            day=that_morning().date(),
        )
    )
    needs = {
        suggestion.need: bruno.accept_suggestion(
            person_id=marc, encounter_id=visit.encounter_id, need=suggestion.need
        ).need_id
        for suggestion in suggested.suggestions
        if suggestion.need in ("neighbour_dispute", "digital_basics")
    }

    # Nothing leaves without his agreement.
    dispute = dict(
        person_id=marc,
        need_id=needs["neighbour_dispute"],
        service="svc:conciliateur",
        kind="accompanied",
        share=["identity", "appointment"],
    )
    try:
        bruno.send_referral(**dispute)
    except libpatio.Refused as refused:
        print(f"Without his agreement nothing leaves: {refused}.")

    consent = bruno.give_consent(
        person_id=marc,
        given_by="person",
        means="oral_traced",
        for_purpose="orientation",
        recipients=["org:conciliateurs", "org:igny"],
        categories=["identity", "appointment"],
        text_version="orientation-1",
        until=datetime.date(2026, 3, 20),
    )
    slot = bruno.find_slots(service="svc:conciliateur").slots[0]
    booked = bruno.book_appointment(
        person_id=marc, need_id=needs["neighbour_dispute"], permanence=slot.permanence, starts_at=slot.starts_at
    )
    sent = bruno.send_referral(**dispute, consent_id=consent.consent_id, appointment_id=booked.appointment_id)
    print(f"The conciliator expects him on {booked.starts_at:%A %d %B at %H:%M} UTC in {booked.space}: {sent.state}.")

    hour = bruno.find_slots(service="svc:conseillere_numerique", days=2).slots[0]
    lesson = bruno.book_appointment(
        person_id=marc, need_id=needs["digital_basics"], permanence=hour.permanence, starts_at=hour.starts_at
    )
    bruno.send_referral(
        person_id=marc,
        need_id=needs["digital_basics"],
        service="svc:conseillere_numerique",
        kind="accompanied",
        consent_id=consent.consent_id,
        appointment_id=lesson.appointment_id,
        share=["identity", "appointment"],
    )

    # Who may know what.
    count = bruno.count_activity(since=datetime.date(2026, 3, 10), until=datetime.date(2026, 3, 11))
    print(f"{count.visits} visit, {count.requests} requests, {count.persons} person.")
    for who, hat, purpose in [("pro:con1", "hat:con1", "orientation"), ("pro:caf1", "hat:caf1", "side_exchange")]:
        about = centre.desk_for(who, hat).ask_about(person_id=marc, purpose=purpose, categories=["identity", "rights"])
        for known in about.categories:
            print(f"{who} on {known.category}: {known.decision.effect}, by {known.decision.determining[0].id}.")

    report = centre.verify_audit()
    said = "all as it was written" if not report.findings else f"{len(report.findings)} things are not as they were written"
    print(f"The audit log has {report.size} leaves: {said}.")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "sqlite::memory:")
