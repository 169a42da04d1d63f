import datetime

import libpatio

decision = libpatio.decide(
    day=datetime.date(2026, 3, 10),
    action="disclose",
    actor="ccas_agent",
    actor_status="miss",
    recipient="mayor",
    category="rights",
    purpose="recruiting_or_mailing",
)
print(decision.effect)
for rule in decision.determining:
    print(rule.id, rule.title.en)
