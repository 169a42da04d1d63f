"""Every state machine, met by every event in every state, through Python."""

import libpatio
import pytest


def cases_of(facts):
    """All facts at their first value, all at their last, and from both each at every value by itself."""
    for place in (0, -1):
        base = {name: values[place] for name, values in facts.items()}
        yield base
        for name, values in facts.items():
            yield from ({**base, name: value} for value in values)


@pytest.mark.parametrize("name", libpatio.list_machines().names)
def test_every_event_has_its_step_or_its_refusal(name):
    table = libpatio.machine_of(name=name)
    facts = libpatio.facts_of_machine(name=name).facts
    assert libpatio.draw_machine(name=name).text.startswith("stateDiagram")
    for state in table.states:
        for event in table.events:
            lines = [line for line in table.lines if (line.state, line.event) == (state, event)]
            steps = {(line.target, line.kind == "stays", line.effects) for line in lines if line.kind != "refuses"}
            refusals = {code for line in lines for code in (line.target, *line.guards)} | {"illegal_transition"}
            for case in cases_of(facts):
                try:
                    step = libpatio.step_machine(name=name, state=state, event=event, facts=case)
                    assert (step.state, step.no_op, step.effects) in steps
                except libpatio.Refused as no:
                    assert no.refusal.code in refusals
                    assert no.refusal.message.fr and no.refusal.what_would_unblock.en
