# Written by make_stubs.py from the descriptions of the library: change those, then run it again.
import datetime
from typing import Any, Iterable, Literal, Mapping, TypeAlias

from ._described import Choice, Described

class PersonKind(Choice):
    """Who the record stands for. An anonymous person has no name, no contact and is only counted."""
    named = "named"
    pseudonymous = "pseudonymous"
    anonymous = "anonymous"

PersonKindValue: TypeAlias = PersonKind | Literal["named", "pseudonymous", "anonymous"]

class ContactChannel(Choice):
    phone = "phone"
    mobile = "mobile"
    email = "email"
    post = "post"

ContactChannelValue: TypeAlias = ContactChannel | Literal["phone", "mobile", "email", "post"]

class ContactSafety(Choice):
    """Whether somebody else may read or hear what is sent there. Unknown is never yes."""
    unknown = "unknown"
    safe = "safe"
    unsafe = "unsafe"

ContactSafetyValue: TypeAlias = ContactSafety | Literal["unknown", "safe", "unsafe"]

class ContactPoint(Described):
    def __new__(cls, *, channel: ContactChannelValue, address: str, safety: ContactSafetyValue) -> ContactPoint: ...
    @property
    def channel(self) -> ContactChannel: ...
    @property
    def address(self) -> str: ...
    @property
    def safety(self) -> ContactSafety: ...

class SafetyFlag(Choice):
    """Things that whoever contacts or orients the person must respect."""
    unsafe_contact = "unsafe_contact"
    concealed_address = "concealed_address"
    violence_context = "violence_context"

SafetyFlagValue: TypeAlias = SafetyFlag | Literal["unsafe_contact", "concealed_address", "violence_context"]

class RegisterPerson(Described):
    """Opens the record of a person."""
    def __new__(cls, *, command_id: str, kind: PersonKindValue, usual_name: str | None = ..., birth_name: str | None = ..., first_names: Iterable[str] = ..., birth_date: datetime.date | None = ..., contacts: Iterable[ContactPoint] = ..., commune: str | None = ..., safety_flags: Iterable[SafetyFlagValue] = ...) -> RegisterPerson: ...
    @property
    def command_id(self) -> str: ...
    @property
    def kind(self) -> PersonKind: ...
    @property
    def usual_name(self) -> str | None: ...
    @property
    def birth_name(self) -> str | None: ...
    @property
    def first_names(self) -> tuple[str, ...]: ...
    @property
    def birth_date(self) -> datetime.date | None: ...
    @property
    def contacts(self) -> tuple[ContactPoint, ...]: ...
    @property
    def commune(self) -> str | None: ...
    @property
    def safety_flags(self) -> tuple[SafetyFlag, ...]: ...

class PersonRegistered(Described):
    def __new__(cls, *, person_id: str) -> PersonRegistered: ...
    @property
    def person_id(self) -> str: ...

class Channel(Choice):
    desk = "desk"
    phone = "phone"
    mail = "mail"
    home = "home"
    outreach = "outreach"
    remote = "remote"

ChannelValue: TypeAlias = Channel | Literal["desk", "phone", "mail", "home", "outreach", "remote"]

class EncounterResult(Choice):
    solved_here = "solved_here"
    guided = "guided"
    oriented = "oriented"
    refused = "refused"
    left = "left"

EncounterResultValue: TypeAlias = EncounterResult | Literal["solved_here", "guided", "oriented", "refused", "left"]

class RecordEncounter(Described):
    """Records a visit and the needs stated in it. The deadline of a need follows from `event_day` (the day of the sale,
    of the notice...) by the needs book.
    """
    def __new__(cls, *, command_id: str, person_id: str, site: str, channel: ChannelValue, result: EncounterResultValue, stated: Iterable[str] = ..., event_day: datetime.date | None = ...) -> RecordEncounter: ...
    @property
    def command_id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def channel(self) -> Channel: ...
    @property
    def result(self) -> EncounterResult: ...
    @property
    def stated(self) -> tuple[str, ...]: ...
    @property
    def event_day(self) -> datetime.date | None: ...

class EncounterRecorded(Described):
    """need_ids: One for each stated need, in the same order."""
    def __new__(cls, *, encounter_id: str, need_ids: Iterable[str] = ...) -> EncounterRecorded: ...
    @property
    def encounter_id(self) -> str: ...
    @property
    def need_ids(self) -> tuple[str, ...]: ...

class AcceptSuggestion(Described):
    """The person agrees to a need that the veille sociale suggested: it joins those of the visit."""
    def __new__(cls, *, command_id: str, person_id: str, encounter_id: str, need: str) -> AcceptSuggestion: ...
    @property
    def command_id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def encounter_id(self) -> str: ...
    @property
    def need(self) -> str: ...

class NeedAdded(Described):
    def __new__(cls, *, need_id: str) -> NeedAdded: ...
    @property
    def need_id(self) -> str: ...

class DeskMission(Choice):
    """Under which of the four missions of a France Services desk the need is counted when it is met there."""
    info = "info"
    equipment = "equipment"
    online_procedure = "online_procedure"
    orientation = "orientation"

DeskMissionValue: TypeAlias = DeskMission | Literal["info", "equipment", "online_procedure", "orientation"]

class CoverNeed(Described):
    """The need was met at the desk: by a guided procedure, information, equipment or an orientation."""
    def __new__(cls, *, command_id: str, person_id: str, need_id: str, mission: DeskMissionValue, handled_for: str | None = ...) -> CoverNeed: ...
    @property
    def command_id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def need_id(self) -> str: ...
    @property
    def mission(self) -> DeskMission: ...
    @property
    def handled_for(self) -> str | None: ...

class NeedCovered(Described):
    def __new__(cls, *, need_id: str, deadline: datetime.date | None = ...) -> NeedCovered: ...
    @property
    def need_id(self) -> str: ...
    @property
    def deadline(self) -> datetime.date | None: ...

class ReadPlan(Described):
    """The plan of a person whom one's own pole receives: needs, appointments, referrals, consents."""
    def __new__(cls, *, person_id: str) -> ReadPlan: ...
    @property
    def person_id(self) -> str: ...

class Person(Described):
    def __new__(cls, *, id: str, kind: PersonKindValue, usual_name: str | None = ..., birth_name: str | None = ..., first_names: Iterable[str] = ..., birth_date: datetime.date | None = ..., contacts: Iterable[ContactPoint] = ..., commune: str | None = ..., safety_flags: Iterable[SafetyFlagValue] = ...) -> Person: ...
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> PersonKind: ...
    @property
    def usual_name(self) -> str | None: ...
    @property
    def birth_name(self) -> str | None: ...
    @property
    def first_names(self) -> tuple[str, ...]: ...
    @property
    def birth_date(self) -> datetime.date | None: ...
    @property
    def contacts(self) -> tuple[ContactPoint, ...]: ...
    @property
    def commune(self) -> str | None: ...
    @property
    def safety_flags(self) -> tuple[SafetyFlag, ...]: ...

class NeedOrigin(Choice):
    """Where a need comes from: the person said it, a professional saw it, or the veille sociale suggested it and the
    person agreed.
    """
    stated = "stated"
    observed = "observed"
    signal = "signal"

NeedOriginValue: TypeAlias = NeedOrigin | Literal["stated", "observed", "signal"]

class NeedUrgency(Choice):
    """Within which time somebody must be received: now, the same day, 3 working days, 10 working days, no haste."""
    u0 = "u0"
    u1 = "u1"
    u2 = "u2"
    u3 = "u3"
    u4 = "u4"

NeedUrgencyValue: TypeAlias = NeedUrgency | Literal["u0", "u1", "u2", "u3", "u4"]

class NeedStatus(Choice):
    open = "open"
    covered = "covered"
    declined = "declined"
    unmet = "unmet"

NeedStatusValue: TypeAlias = NeedStatus | Literal["open", "covered", "declined", "unmet"]

class NeedRecord(Described):
    """A need of one person, and what became of it.

    handled_for: The national operator whose procedure it was.
    """
    def __new__(cls, *, id: str, person_id: str, encounter_id: str, noted_at: datetime.datetime, need: str, origin: NeedOriginValue, urgency: NeedUrgencyValue, status: NeedStatusValue, mission: DeskMissionValue | None = ..., handled_for: str | None = ..., deadline: datetime.date | None = ...) -> NeedRecord: ...
    @property
    def id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def encounter_id(self) -> str: ...
    @property
    def noted_at(self) -> datetime.datetime: ...
    @property
    def need(self) -> str: ...
    @property
    def origin(self) -> NeedOrigin: ...
    @property
    def urgency(self) -> NeedUrgency: ...
    @property
    def status(self) -> NeedStatus: ...
    @property
    def mission(self) -> DeskMission | None: ...
    @property
    def handled_for(self) -> str | None: ...
    @property
    def deadline(self) -> datetime.date | None: ...

class Text(Described):
    """One sentence or label in both languages. French is the reference."""
    def __new__(cls, *, fr: str, en: str) -> Text: ...
    @property
    def fr(self) -> str: ...
    @property
    def en(self) -> str: ...

class AppointmentState(Choice):
    held = "held"
    booked = "booked"
    released = "released"
    excused = "excused"
    revoked = "revoked"
    honoured = "honoured"
    no_show = "no_show"

AppointmentStateValue: TypeAlias = AppointmentState | Literal["held", "booked", "released", "excused", "revoked", "honoured", "no_show"]

class Appointment(Described):
    """label: What may be read by others: the service's neutral name."""
    def __new__(cls, *, id: str, person_id: str, need_id: str | None = ..., permanence: str, service: str, professional: str, space: str, starts_at: datetime.datetime, minutes: int, label: Text, state: AppointmentStateValue) -> Appointment: ...
    @property
    def id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def need_id(self) -> str | None: ...
    @property
    def permanence(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def professional(self) -> str: ...
    @property
    def space(self) -> str: ...
    @property
    def starts_at(self) -> datetime.datetime: ...
    @property
    def minutes(self) -> int: ...
    @property
    def label(self) -> Text: ...
    @property
    def state(self) -> AppointmentState: ...

class ReferralKind(Choice):
    """`info` and `self_contact` send nothing; `accompanied` books for the person; `formal` sends data."""
    info = "info"
    self_contact = "self_contact"
    accompanied = "accompanied"
    formal = "formal"

ReferralKindValue: TypeAlias = ReferralKind | Literal["info", "self_contact", "accompanied", "formal"]

class ReferralState(Choice):
    draft = "draft"
    awaiting_ground = "awaiting_ground"
    ready = "ready"
    given = "given"
    sent = "sent"
    acknowledged = "acknowledged"
    recalled = "recalled"
    declined = "declined"
    closed = "closed"

ReferralStateValue: TypeAlias = ReferralState | Literal["draft", "awaiting_ground", "ready", "given", "sent", "acknowledged", "recalled", "declined", "closed"]

class Referral(Described):
    """shared: Categories that leave with it: never more than the person agreed to."""
    def __new__(cls, *, id: str, person_id: str, need_id: str, sent_by: str, service: str, kind: ReferralKindValue, urgency: NeedUrgencyValue, consent_id: str | None = ..., appointment_id: str | None = ..., shared: Iterable[str] = ..., state: ReferralStateValue) -> Referral: ...
    @property
    def id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def need_id(self) -> str: ...
    @property
    def sent_by(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def kind(self) -> ReferralKind: ...
    @property
    def urgency(self) -> NeedUrgency: ...
    @property
    def consent_id(self) -> str | None: ...
    @property
    def appointment_id(self) -> str | None: ...
    @property
    def shared(self) -> tuple[str, ...]: ...
    @property
    def state(self) -> ReferralState: ...

class ConsentGiver(Choice):
    person = "person"
    representative = "representative"

ConsentGiverValue: TypeAlias = ConsentGiver | Literal["person", "representative"]

class ConsentMeans(Choice):
    """How it was given. Oral and noted by the professional suffices to orient someone to a colleague next door
    (law: CNS-05); for anything else it waits for a proof.
    """
    written = "written"
    electronic = "electronic"
    oral_traced = "oral_traced"

ConsentMeansValue: TypeAlias = ConsentMeans | Literal["written", "electronic", "oral_traced"]

class Period(Described):
    """Half-open: `since` is in it, `until` is not; without `until` it has no end."""
    def __new__(cls, *, since: datetime.date, until: datetime.date | None = ...) -> Period: ...
    @property
    def since(self) -> datetime.date: ...
    @property
    def until(self) -> datetime.date | None: ...

class ConsentState(Choice):
    informed = "informed"
    pending_proof = "pending_proof"
    active = "active"
    suspended = "suspended"
    refused = "refused"
    withdrawn = "withdrawn"
    expired = "expired"
    lapsed = "lapsed"
    superseded = "superseded"
    void = "void"

ConsentStateValue: TypeAlias = ConsentState | Literal["informed", "pending_proof", "active", "suspended", "refused", "withdrawn", "expired", "lapsed", "superseded", "void"]

class Consent(Described):
    """withheld: Categories that stay closed even if a recipient's other grounds cover them.
    text_version: Version of the text that was read or read out.
    noted_by: Who noted it.
    """
    def __new__(cls, *, id: str, person_id: str, given_by: ConsentGiverValue, means: ConsentMeansValue, purpose: str, recipients: Iterable[str] = ..., categories: Iterable[str] = ..., withheld: Iterable[str] = ..., text_version: str, given_at: datetime.datetime, noted_by: str, period: Period, state: ConsentStateValue) -> Consent: ...
    @property
    def id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def given_by(self) -> ConsentGiver: ...
    @property
    def means(self) -> ConsentMeans: ...
    @property
    def purpose(self) -> str: ...
    @property
    def recipients(self) -> tuple[str, ...]: ...
    @property
    def categories(self) -> tuple[str, ...]: ...
    @property
    def withheld(self) -> tuple[str, ...]: ...
    @property
    def text_version(self) -> str: ...
    @property
    def given_at(self) -> datetime.datetime: ...
    @property
    def noted_by(self) -> str: ...
    @property
    def period(self) -> Period: ...
    @property
    def state(self) -> ConsentState: ...

class PersonPlan(Described):
    def __new__(cls, *, person: Person, needs: Iterable[NeedRecord] = ..., appointments: Iterable[Appointment] = ..., referrals: Iterable[Referral] = ..., consents: Iterable[Consent] = ..., revision: int) -> PersonPlan: ...
    @property
    def person(self) -> Person: ...
    @property
    def needs(self) -> tuple[NeedRecord, ...]: ...
    @property
    def appointments(self) -> tuple[Appointment, ...]: ...
    @property
    def referrals(self) -> tuple[Referral, ...]: ...
    @property
    def consents(self) -> tuple[Consent, ...]: ...
    @property
    def revision(self) -> int: ...

class AskAbout(Described):
    """"What may I know about this person, for this purpose?" Answered category by category, each with its reasons. A
    refusal tells nothing about whether the person is known here.
    """
    def __new__(cls, *, person_id: str, purpose: str, categories: Iterable[str] = ...) -> AskAbout: ...
    @property
    def person_id(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def categories(self) -> tuple[str, ...]: ...

class Effect(Choice):
    """In the order in which they beat each other within a tier.
     - `deny`: no. `human`: stop, a named person decides. `defer`: later, or after a further event.
     - `oblige`: the law compels it. `permit`: allowed, never compelled. `transform`: allowed once redacted or aggregated.
    """
    deny = "deny"
    human = "human"
    defer = "defer"
    oblige = "oblige"
    permit = "permit"
    transform = "transform"

EffectValue: TypeAlias = Effect | Literal["deny", "human", "defer", "oblige", "permit", "transform"]

class Gate(Choice):
    """The first three decide a request together. `status` ranks what binds a professional and decides nothing by itself."""
    secrecy = "secrecy"
    data_protection = "data_protection"
    mandate = "mandate"
    status = "status"

GateValue: TypeAlias = Gate | Literal["secrecy", "data_protection", "mandate", "status"]

class GateAnswer(Described):
    """What one gate answered, and the ids of the rules that made its answer."""
    def __new__(cls, *, gate: GateValue, effect: EffectValue, rules: Iterable[str] = ...) -> GateAnswer: ...
    @property
    def gate(self) -> Gate: ...
    @property
    def effect(self) -> Effect: ...
    @property
    def rules(self) -> tuple[str, ...]: ...

class Confidence(Choice):
    """`high`: the text was read, or is beyond reasonable doubt. `medium`: a summary was read. `low`: recalled, or disputed."""
    high = "high"
    medium = "medium"
    low = "low"

ConfidenceValue: TypeAlias = Confidence | Literal["high", "medium", "low"]

class DeterminingRule(Described):
    """A rule that made the answer.

    disputed: What is disputed about it.
    """
    def __new__(cls, *, id: str, title: Text, texts: Iterable[str] = ..., confidence: ConfidenceValue, disputed: Text | None = ...) -> DeterminingRule: ...
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def texts(self) -> tuple[str, ...]: ...
    @property
    def confidence(self) -> Confidence: ...
    @property
    def disputed(self) -> Text | None: ...

class MissingFact(Described):
    """A fact that is not known, and how to ask for it."""
    def __new__(cls, *, attribute: str, question: Text) -> MissingFact: ...
    @property
    def attribute(self) -> str: ...
    @property
    def question(self) -> Text: ...

class UnsettledRule(Described):
    """A rule that could change the answer if these facts were known."""
    def __new__(cls, *, id: str, title: Text, missing: Iterable[MissingFact] = ...) -> UnsettledRule: ...
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def missing(self) -> tuple[MissingFact, ...]: ...

class AskedObligation(Described):
    """What has to be done. Without what is mandatory there is no permission.

    discharge: How it is met.
    rules: The rules that ask for it.
    """
    def __new__(cls, *, code: str, label: Text, mandatory: bool, discharge: Text, rules: Iterable[str] = ...) -> AskedObligation: ...
    @property
    def code(self) -> str: ...
    @property
    def label(self) -> Text: ...
    @property
    def mandatory(self) -> bool: ...
    @property
    def discharge(self) -> Text: ...
    @property
    def rules(self) -> tuple[str, ...]: ...

class LawfulChange(Described):
    def __new__(cls, *, attribute: str, value: str, how: Text) -> LawfulChange: ...
    @property
    def attribute(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def how(self) -> Text: ...

class LawfulWay(Described):
    """The changes that cost least among those that lead to a yes, the answer that they give and by which rules."""
    def __new__(cls, *, changes: Iterable[LawfulChange] = ..., effect: EffectValue, rules: Iterable[str] = ...) -> LawfulWay: ...
    @property
    def changes(self) -> tuple[LawfulChange, ...]: ...
    @property
    def effect(self) -> Effect: ...
    @property
    def rules(self) -> tuple[str, ...]: ...

class CitedText(Described):
    """A text of law that a determining rule cites."""
    def __new__(cls, *, ref: str, title: Text) -> CitedText: ...
    @property
    def ref(self) -> str: ...
    @property
    def title(self) -> Text: ...

class Decision(Described):
    """obligations: In the order in which they are done.
    lawful_way: After a no: the way to a yes, or why there is none.
    version: Contents of the rulebook and day: with the same request, it gives the same answer for ever.
    warnings: About the rules that are named here: past their review, for instance.
    """
    def __new__(cls, *, effect: EffectValue, gates: Iterable[GateAnswer] = ..., determining: Iterable[DeterminingRule] = ..., unsettled: Iterable[UnsettledRule] = ..., obligations: Iterable[AskedObligation] = ..., lawful_way: LawfulWay | None = ..., no_way_reason: Text | None = ..., texts: Iterable[CitedText] = ..., version: str, day: datetime.date, warnings: Iterable[Text] = ...) -> Decision: ...
    @property
    def effect(self) -> Effect: ...
    @property
    def gates(self) -> tuple[GateAnswer, ...]: ...
    @property
    def determining(self) -> tuple[DeterminingRule, ...]: ...
    @property
    def unsettled(self) -> tuple[UnsettledRule, ...]: ...
    @property
    def obligations(self) -> tuple[AskedObligation, ...]: ...
    @property
    def lawful_way(self) -> LawfulWay | None: ...
    @property
    def no_way_reason(self) -> Text | None: ...
    @property
    def texts(self) -> tuple[CitedText, ...]: ...
    @property
    def version(self) -> str: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def warnings(self) -> tuple[Text, ...]: ...

class KnownItem(Described):
    """One piece of what may be known."""
    def __new__(cls, *, label: str, value: str) -> KnownItem: ...
    @property
    def label(self) -> str: ...
    @property
    def value(self) -> str: ...

class Knowledge(Described):
    """One category that was asked about: the decision with its reasons, and the items if it lets them through."""
    def __new__(cls, *, category: str, decision: Decision, items: Iterable[KnownItem] = ...) -> Knowledge: ...
    @property
    def category(self) -> str: ...
    @property
    def decision(self) -> Decision: ...
    @property
    def items(self) -> tuple[KnownItem, ...]: ...

class AboutPerson(Described):
    def __new__(cls, *, categories: Iterable[Knowledge] = ...) -> AboutPerson: ...
    @property
    def categories(self) -> tuple[Knowledge, ...]: ...

class ReadDisclosures(Described):
    """Every disclosure about a person, in order of time."""
    def __new__(cls, *, person_id: str) -> ReadDisclosures: ...
    @property
    def person_id(self) -> str: ...

class ProofKind(Choice):
    """What was looked up before giving, and where its proof can be found again."""
    consent = "consent"
    no_opposition = "no_opposition"
    team = "team"
    demand = "demand"
    mandate = "mandate"
    measure = "measure"
    identity = "identity"

ProofKindValue: TypeAlias = ProofKind | Literal["consent", "no_opposition", "team", "demand", "mandate", "measure", "identity"]

class ProvedCondition(Described):
    """reference: The consent, the register of oppositions, the team, the requisition...: its id or its number, never its words."""
    def __new__(cls, *, kind: ProofKindValue, reference: str, checked_at: datetime.datetime | None = ...) -> ProvedCondition: ...
    @property
    def kind(self) -> ProofKind: ...
    @property
    def reference(self) -> str: ...
    @property
    def checked_at(self) -> datetime.datetime | None: ...

class Informed(Choice):
    """Whether the person was told of the sharing beforehand."""
    not_told = "not_told"
    beforehand = "beforehand"
    afterwards = "afterwards"

InformedValue: TypeAlias = Informed | Literal["not_told", "beforehand", "afterwards"]

class SharingChannel(Choice):
    """`through_person`: the person takes it and hands it over."""
    direct = "direct"
    person_present = "person_present"
    through_person = "through_person"

SharingChannelValue: TypeAlias = SharingChannel | Literal["direct", "person_present", "through_person"]

class Disclosure(Described):
    """given_by_status: Status of the hat under secrecy law on that day: "pub", "miss"...
    given_by_texts: The texts that give it.
    effect: permit, oblige or transform; human if a named person decided part of it.
    bases: What each gate answered, and its rules.
    decided_by: Who decided what only a person may decide, and why.
    """
    def __new__(cls, *, id: str, person_id: str, made_at: datetime.datetime, given_by: str, given_by_hat: str, given_by_status: str, given_by_texts: Iterable[str] = ..., receiver: str, received_by: str | None = ..., received_by_hat: str | None = ..., receiver_status: str, categories: Iterable[str] = ..., purpose: str, effect: str, rules: Iterable[str] = ..., bases: Iterable[GateAnswer] = ..., obligations: Iterable[str] = ..., rulebook_version: str, consent_id: str | None = ..., proved: Iterable[ProvedCondition] = ..., informed: InformedValue, informed_at: datetime.datetime | None = ..., channel: SharingChannelValue | None = ..., decided_by: str | None = ..., justification: str | None = ..., supersedes: str | None = ...) -> Disclosure: ...
    @property
    def id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def made_at(self) -> datetime.datetime: ...
    @property
    def given_by(self) -> str: ...
    @property
    def given_by_hat(self) -> str: ...
    @property
    def given_by_status(self) -> str: ...
    @property
    def given_by_texts(self) -> tuple[str, ...]: ...
    @property
    def receiver(self) -> str: ...
    @property
    def received_by(self) -> str | None: ...
    @property
    def received_by_hat(self) -> str | None: ...
    @property
    def receiver_status(self) -> str: ...
    @property
    def categories(self) -> tuple[str, ...]: ...
    @property
    def purpose(self) -> str: ...
    @property
    def effect(self) -> str: ...
    @property
    def rules(self) -> tuple[str, ...]: ...
    @property
    def bases(self) -> tuple[GateAnswer, ...]: ...
    @property
    def obligations(self) -> tuple[str, ...]: ...
    @property
    def rulebook_version(self) -> str: ...
    @property
    def consent_id(self) -> str | None: ...
    @property
    def proved(self) -> tuple[ProvedCondition, ...]: ...
    @property
    def informed(self) -> Informed: ...
    @property
    def informed_at(self) -> datetime.datetime | None: ...
    @property
    def channel(self) -> SharingChannel | None: ...
    @property
    def decided_by(self) -> str | None: ...
    @property
    def justification(self) -> str | None: ...
    @property
    def supersedes(self) -> str | None: ...

class DisclosureRegister(Described):
    def __new__(cls, *, disclosures: Iterable[Disclosure] = ...) -> DisclosureRegister: ...
    @property
    def disclosures(self) -> tuple[Disclosure, ...]: ...

class CountActivity(Described):
    """What the asking professional did over some days: visits, requests and persons are three different numbers."""
    def __new__(cls, *, since: datetime.date, until: datetime.date) -> CountActivity: ...
    @property
    def since(self) -> datetime.date: ...
    @property
    def until(self) -> datetime.date: ...

class ActivityCount(Described):
    def __new__(cls, *, visits: int, requests: int, persons: int, referrals: int) -> ActivityCount: ...
    @property
    def visits(self) -> int: ...
    @property
    def requests(self) -> int: ...
    @property
    def persons(self) -> int: ...
    @property
    def referrals(self) -> int: ...

class GiveConsent(Described):
    """Notes the person's consent. Oral and noted suffices to orient; anything else waits for its proof.

    until: Until when; by default and at most a year.
    """
    def __new__(cls, *, command_id: str, person_id: str, given_by: ConsentGiverValue, means: ConsentMeansValue, for_purpose: str, recipients: Iterable[str] = ..., categories: Iterable[str] = ..., withheld: Iterable[str] = ..., text_version: str, until: datetime.date | None = ...) -> GiveConsent: ...
    @property
    def command_id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def given_by(self) -> ConsentGiver: ...
    @property
    def means(self) -> ConsentMeans: ...
    @property
    def for_purpose(self) -> str: ...
    @property
    def recipients(self) -> tuple[str, ...]: ...
    @property
    def categories(self) -> tuple[str, ...]: ...
    @property
    def withheld(self) -> tuple[str, ...]: ...
    @property
    def text_version(self) -> str: ...
    @property
    def until(self) -> datetime.date | None: ...

class ConsentGiven(Described):
    def __new__(cls, *, consent_id: str, state: ConsentStateValue) -> ConsentGiven: ...
    @property
    def consent_id(self) -> str: ...
    @property
    def state(self) -> ConsentState: ...

class WithdrawConsent(Described):
    """The person takes a consent back: at once, for the future. What was shared before stays in the register."""
    def __new__(cls, *, command_id: str, person_id: str, consent_id: str) -> WithdrawConsent: ...
    @property
    def command_id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def consent_id(self) -> str: ...

class ConsentWithdrawn(Described):
    """recalled: Referrals that lost their ground and were recalled."""
    def __new__(cls, *, consent_id: str, recalled: Iterable[str] = ...) -> ConsentWithdrawn: ...
    @property
    def consent_id(self) -> str: ...
    @property
    def recalled(self) -> tuple[str, ...]: ...

class BookAppointment(Described):
    """Books a free slot of a permanence, in a space that keeps what the service needs kept."""
    def __new__(cls, *, command_id: str, person_id: str, need_id: str, permanence: str, starts_at: datetime.datetime) -> BookAppointment: ...
    @property
    def command_id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def need_id(self) -> str: ...
    @property
    def permanence(self) -> str: ...
    @property
    def starts_at(self) -> datetime.datetime: ...

class AppointmentBooked(Described):
    def __new__(cls, *, appointment_id: str, space: str, starts_at: datetime.datetime) -> AppointmentBooked: ...
    @property
    def appointment_id(self) -> str: ...
    @property
    def space(self) -> str: ...
    @property
    def starts_at(self) -> datetime.datetime: ...

class FindSlots(Described):
    """Free slots of a service in the coming days, today included. Says nothing about who took the others."""
    def __new__(cls, *, service: str, days: int = ...) -> FindSlots: ...
    @property
    def service(self) -> str: ...
    @property
    def days(self) -> int: ...

class Slot(Described):
    """One bookable place in time, in a space of its own."""
    def __new__(cls, *, permanence: str, service: str, professional: str, space: str, starts_at: datetime.datetime, minutes: int) -> Slot: ...
    @property
    def permanence(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def professional(self) -> str: ...
    @property
    def space(self) -> str: ...
    @property
    def starts_at(self) -> datetime.datetime: ...
    @property
    def minutes(self) -> int: ...

class FreeSlots(Described):
    def __new__(cls, *, slots: Iterable[Slot] = ...) -> FreeSlots: ...
    @property
    def slots(self) -> tuple[Slot, ...]: ...

class SendReferral(Described):
    """Hands a need to a service with the categories named, if the secrecy rules let them go."""
    def __new__(cls, *, command_id: str, person_id: str, need_id: str, service: str, kind: ReferralKindValue, consent_id: str | None = ..., appointment_id: str | None = ..., share: Iterable[str] = ...) -> SendReferral: ...
    @property
    def command_id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def need_id(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def kind(self) -> ReferralKind: ...
    @property
    def consent_id(self) -> str | None: ...
    @property
    def appointment_id(self) -> str | None: ...
    @property
    def share(self) -> tuple[str, ...]: ...

class ReferralSent(Described):
    """disclosure_id: Written in the same transaction, if anything left with the referral."""
    def __new__(cls, *, referral_id: str, state: ReferralStateValue, disclosure_id: str | None = ...) -> ReferralSent: ...
    @property
    def referral_id(self) -> str: ...
    @property
    def state(self) -> ReferralState: ...
    @property
    def disclosure_id(self) -> str | None: ...

class ListMachines(Described):
    """The names of all state machines."""
    def __new__(cls, ) -> ListMachines: ...

class MachineNames(Described):
    def __new__(cls, *, names: Iterable[str] = ...) -> MachineNames: ...
    @property
    def names(self) -> tuple[str, ...]: ...

class MachineOf(Described):
    """A state machine as data: every line of its table. Error (`not_found`) for a name that ListMachines does not give."""
    def __new__(cls, *, name: str) -> MachineOf: ...
    @property
    def name(self) -> str: ...

class MachineLine(Described):
    """One line of a machine as data.

    kind: `to`, `stays` or `refuses`.
    target: The next state, or the code of the refusal.
    condition: Needed for the line to apply at all; empty if none.
    guards: Codes of the refusals that the guards give, in order.
    """
    def __new__(cls, *, state: str, event: str, kind: str, target: str, condition: str, guards: Iterable[str] = ..., effects: Iterable[str] = ...) -> MachineLine: ...
    @property
    def state(self) -> str: ...
    @property
    def event(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def condition(self) -> str: ...
    @property
    def guards(self) -> tuple[str, ...]: ...
    @property
    def effects(self) -> tuple[str, ...]: ...

class MachineTable(Described):
    """A whole machine as data, for reading, drawing and checking in any language."""
    def __new__(cls, *, name: str, initial: str, states: Iterable[str] = ..., events: Iterable[str] = ..., lines: Iterable[MachineLine] = ...) -> MachineTable: ...
    @property
    def name(self) -> str: ...
    @property
    def initial(self) -> str: ...
    @property
    def states(self) -> tuple[str, ...]: ...
    @property
    def events(self) -> tuple[str, ...]: ...
    @property
    def lines(self) -> tuple[MachineLine, ...]: ...

class DrawMachine(Described):
    """A state machine as a drawing."""
    def __new__(cls, *, name: str) -> DrawMachine: ...
    @property
    def name(self) -> str: ...

class MachineDrawing(Described):
    """text: A Mermaid state diagram."""
    def __new__(cls, *, text: str) -> MachineDrawing: ...
    @property
    def text(self) -> str: ...

class FactsOfMachine(Described):
    """What the guards of a machine look at."""
    def __new__(cls, *, name: str) -> FactsOfMachine: ...
    @property
    def name(self) -> str: ...

class MachineFactSheet(Described):
    """facts: The values of each fact: "yes" and "no", or states; the first is what it is when nothing is said."""
    def __new__(cls, *, facts: Mapping[str, Iterable[str]] = ...) -> MachineFactSheet: ...
    @property
    def facts(self) -> Mapping[str, tuple[str, ...]]: ...

class StepMachine(Described):
    """Where an event leads from a state, given these facts: nothing is stored. Refused as the machine refuses."""
    def __new__(cls, *, name: str, state: str, event: str, facts: Mapping[str, str] = ...) -> StepMachine: ...
    @property
    def name(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def event(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, str]: ...

class MachineStep(Described):
    def __new__(cls, *, state: str, no_op: bool, effects: Iterable[str] = ...) -> MachineStep: ...
    @property
    def state(self) -> str: ...
    @property
    def no_op(self) -> bool: ...
    @property
    def effects(self) -> tuple[str, ...]: ...

class RefusalOf(Described):
    """The text of a refusal in both languages."""
    def __new__(cls, *, code: str) -> RefusalOf: ...
    @property
    def code(self) -> str: ...

class Refusal(Described):
    """A step that a rule does not allow now: which rule, and what would allow it.

    law: Texts that ground it: "CASF L121-6-2". Empty if it is a rule of the house.
    allowed_events: What the machine would accept in this state, when a machine refused.
    """
    def __new__(cls, *, code: str, law: Iterable[str] = ..., message: Text, what_would_unblock: Text, allowed_events: Iterable[str] = ...) -> Refusal: ...
    @property
    def code(self) -> str: ...
    @property
    def law(self) -> tuple[str, ...]: ...
    @property
    def message(self) -> Text: ...
    @property
    def what_would_unblock(self) -> Text: ...
    @property
    def allowed_events(self) -> tuple[str, ...]: ...

class HolidayZone(Choice):
    """Where more holidays than the national eleven are kept."""
    metropole = "metropole"
    alsace_moselle = "alsace_moselle"

HolidayZoneValue: TypeAlias = HolidayZone | Literal["metropole", "alsace_moselle"]

class HolidaysOf(Described):
    def __new__(cls, *, year: int, zone: HolidayZoneValue) -> HolidaysOf: ...
    @property
    def year(self) -> int: ...
    @property
    def zone(self) -> HolidayZone: ...

class Holiday(Described):
    def __new__(cls, *, day: datetime.date, name: Text) -> Holiday: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def name(self) -> Text: ...

class Holidays(Described):
    def __new__(cls, *, holidays: Iterable[Holiday] = ...) -> Holidays: ...
    @property
    def holidays(self) -> tuple[Holiday, ...]: ...

class ConsentCovers(Described):
    """Does this consent cover this sharing?"""
    def __new__(cls, *, consent: Consent, recipient: str, category: str, purpose: str, day: datetime.date) -> ConsentCovers: ...
    @property
    def consent(self) -> Consent: ...
    @property
    def recipient(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def day(self) -> datetime.date: ...

class Covered(Described):
    def __new__(cls, *, yes: bool, reason: str) -> Covered: ...
    @property
    def yes(self) -> bool: ...
    @property
    def reason(self) -> str: ...

class OrganisationKind(Choice):
    municipal = "municipal"
    operator = "operator"
    association = "association"
    department = "department"
    state = "state"
    justice = "justice"
    company = "company"

OrganisationKindValue: TypeAlias = OrganisationKind | Literal["municipal", "operator", "association", "department", "state", "justice", "company"]

class DatedName(Described):
    def __new__(cls, *, name: str, period: Period) -> DatedName: ...
    @property
    def name(self) -> str: ...
    @property
    def period(self) -> Period: ...

class Organisation(Described):
    """france_services: When it is one of the operators of the France Services programme."""
    def __new__(cls, *, code: str, kind: OrganisationKindValue, names: Iterable[DatedName] = ..., france_services: Iterable[Period] = ...) -> Organisation: ...
    @property
    def code(self) -> str: ...
    @property
    def kind(self) -> OrganisationKind: ...
    @property
    def names(self) -> tuple[DatedName, ...]: ...
    @property
    def france_services(self) -> tuple[Period, ...]: ...

class Pole(Described):
    def __new__(cls, *, code: str, name: Text) -> Pole: ...
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> Text: ...

class Weekday(Choice):
    monday = "monday"
    tuesday = "tuesday"
    wednesday = "wednesday"
    thursday = "thursday"
    friday = "friday"
    saturday = "saturday"
    sunday = "sunday"

WeekdayValue: TypeAlias = Weekday | Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

class OpeningHours(Described):
    """A stretch of one day of the week. Half-open."""
    def __new__(cls, *, weekday: WeekdayValue, opens: str, closes: str) -> OpeningHours: ...
    @property
    def weekday(self) -> Weekday: ...
    @property
    def opens(self) -> str: ...
    @property
    def closes(self) -> str: ...

class Site(Described):
    def __new__(cls, *, code: str, name: str, address: str, commune: str, latitude: float | None = ..., longitude: float | None = ..., phone: str | None = ..., hours: Iterable[OpeningHours] = ...) -> Site: ...
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def commune(self) -> str: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def phone(self) -> str | None: ...
    @property
    def hours(self) -> tuple[OpeningHours, ...]: ...

class SpaceKind(Choice):
    individual = "individual"
    collective = "collective"
    desk = "desk"
    workstation = "workstation"

SpaceKindValue: TypeAlias = SpaceKind | Literal["individual", "collective", "desk", "workstation"]

class Space(Described):
    def __new__(cls, *, code: str, site: str, kind: SpaceKindValue, name: str, seats: int, confidential: bool) -> Space: ...
    @property
    def code(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def kind(self) -> SpaceKind: ...
    @property
    def name(self) -> str: ...
    @property
    def seats(self) -> int: ...
    @property
    def confidential(self) -> bool: ...

class AssetKind(Choice):
    fixed_computer = "fixed_computer"
    laptop = "laptop"
    tablet = "tablet"
    projector = "projector"
    screen = "screen"
    phone = "phone"

AssetKindValue: TypeAlias = AssetKind | Literal["fixed_computer", "laptop", "tablet", "projector", "screen", "phone"]

class Asset(Described):
    def __new__(cls, *, code: str, site: str, kind: AssetKindValue, name: str) -> Asset: ...
    @property
    def code(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def kind(self) -> AssetKind: ...
    @property
    def name(self) -> str: ...

class Hat(Described):
    """One function held by one professional for one employer, for a time. The codes name facts of the rulebook's file
    hat_facts.json; a code that it does not know counts as unknown.

    facts: Facts of status: "employer" -> "commune", "occupation" -> "france_services_counsellor"...
    actor: How the secrecy rules call this hat when it gives information, and when it receives some.
    """
    def __new__(cls, *, code: str, organisation: str, pole: str | None = ..., facts: Mapping[str, str] = ..., actor: str, recipient: str, title: Text, period: Period) -> Hat: ...
    @property
    def code(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def pole(self) -> str | None: ...
    @property
    def facts(self) -> Mapping[str, str]: ...
    @property
    def actor(self) -> str: ...
    @property
    def recipient(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def period(self) -> Period: ...

class Professional(Described):
    def __new__(cls, *, code: str, name: str, hats: Iterable[Hat] = ...) -> Professional: ...
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def hats(self) -> tuple[Hat, ...]: ...

class ServiceStatus(Choice):
    open = "open"
    waitlist = "waitlist"
    full = "full"
    not_yet_open = "not_yet_open"
    suspended = "suspended"

ServiceStatusValue: TypeAlias = ServiceStatus | Literal["open", "waitlist", "full", "not_yet_open", "suspended"]

class Service(Described):
    """destination: The destination that orientation rules name: "conciliator", "france_services"...
    neutral_name: What messages, diaries and screens seen by others say instead of the name.
    """
    def __new__(cls, *, code: str, organisation: str, destination: str, name: Text, neutral_name: Text, status: ServiceStatusValue, needs_confidential_space: bool, professionals: Iterable[str] = ...) -> Service: ...
    @property
    def code(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def destination(self) -> str: ...
    @property
    def name(self) -> Text: ...
    @property
    def neutral_name(self) -> Text: ...
    @property
    def status(self) -> ServiceStatus: ...
    @property
    def needs_confidential_space(self) -> bool: ...
    @property
    def professionals(self) -> tuple[str, ...]: ...

class Agreement(Described):
    """A signed agreement: without one in force, nothing that names a person goes to that organisation."""
    def __new__(cls, *, organisation: str, purpose: str, period: Period) -> Agreement: ...
    @property
    def organisation(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def period(self) -> Period: ...

class Permanence(Described):
    """weeks_of_month: Which of the month's such weekdays, 1 to 5; empty means every week.
    spaces: Where it may be held, in order of preference.
    cancelled: Days on which it is not held.
    """
    def __new__(cls, *, code: str, service: str, professional: str, site: str, weekday: WeekdayValue, weeks_of_month: Iterable[int] = ..., opens: str, closes: str, slot_minutes: int, notice_minutes: int, spaces: Iterable[str] = ..., period: Period, cancelled: Iterable[datetime.date] = ...) -> Permanence: ...
    @property
    def code(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def professional(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def weekday(self) -> Weekday: ...
    @property
    def weeks_of_month(self) -> tuple[int, ...]: ...
    @property
    def opens(self) -> str: ...
    @property
    def closes(self) -> str: ...
    @property
    def slot_minutes(self) -> int: ...
    @property
    def notice_minutes(self) -> int: ...
    @property
    def spaces(self) -> tuple[str, ...]: ...
    @property
    def period(self) -> Period: ...
    @property
    def cancelled(self) -> tuple[datetime.date, ...]: ...

class CentrePlan(Described):
    """zone: Of the tz database: "Europe/Paris"."""
    def __new__(cls, *, name: Text, zone: str, organisations: Iterable[Organisation] = ..., poles: Iterable[Pole] = ..., sites: Iterable[Site] = ..., spaces: Iterable[Space] = ..., assets: Iterable[Asset] = ..., professionals: Iterable[Professional] = ..., services: Iterable[Service] = ..., agreements: Iterable[Agreement] = ..., permanences: Iterable[Permanence] = ...) -> CentrePlan: ...
    @property
    def name(self) -> Text: ...
    @property
    def zone(self) -> str: ...
    @property
    def organisations(self) -> tuple[Organisation, ...]: ...
    @property
    def poles(self) -> tuple[Pole, ...]: ...
    @property
    def sites(self) -> tuple[Site, ...]: ...
    @property
    def spaces(self) -> tuple[Space, ...]: ...
    @property
    def assets(self) -> tuple[Asset, ...]: ...
    @property
    def professionals(self) -> tuple[Professional, ...]: ...
    @property
    def services(self) -> tuple[Service, ...]: ...
    @property
    def agreements(self) -> tuple[Agreement, ...]: ...
    @property
    def permanences(self) -> tuple[Permanence, ...]: ...

class YesNo(Choice):
    no = "no"
    yes = "yes"

YesNoValue: TypeAlias = YesNo | Literal["no", "yes"]

class AgeBand(Choice):
    """Full years of age, by the first year of the band: the thresholds that the rules need."""
    under_16 = "under_16"
    from_16 = "from_16"
    from_18 = "from_18"
    from_25 = "from_25"
    from_26 = "from_26"
    from_60 = "from_60"
    from_65 = "from_65"

AgeBandValue: TypeAlias = AgeBand | Literal["under_16", "from_16", "from_18", "from_25", "from_26", "from_60", "from_65"]

class ResidenceRight(Choice):
    """`permit_ending`: it ends in less than 60 days."""
    french = "french"
    european = "european"
    permit = "permit"
    permit_ending = "permit_ending"
    none = "none"

ResidenceRightValue: TypeAlias = ResidenceRight | Literal["french", "european", "permit", "permit_ending", "none"]

class SocialScheme(Choice):
    """Who covers family, health and pension."""
    general = "general"
    agricultural = "agricultural"
    self_employed = "self_employed"
    civil_service = "civil_service"
    student = "student"
    none = "none"

SocialSchemeValue: TypeAlias = SocialScheme | Literal["general", "agricultural", "self_employed", "civil_service", "student", "none"]

class IncomeBand(Choice):
    """Against the ceiling of the complementary cover (C2S): free, with a share to pay, above."""
    c2s_free = "c2s_free"
    c2s_with_share = "c2s_with_share"
    above_c2s = "above_c2s"

IncomeBandValue: TypeAlias = IncomeBand | Literal["c2s_free", "c2s_with_share", "above_c2s"]

class Employment(Choice):
    """`none`: neither a job, nor studies, nor a pension, nor a search."""
    employed = "employed"
    self_employed = "self_employed"
    job_seeker_registered = "job_seeker_registered"
    job_seeker_unregistered = "job_seeker_unregistered"
    student = "student"
    retired = "retired"
    none = "none"

EmploymentValue: TypeAlias = Employment | Literal["employed", "self_employed", "job_seeker_registered", "job_seeker_unregistered", "student", "retired", "none"]

class Housing(Choice):
    owner = "owner"
    social_tenant = "social_tenant"
    private_tenant = "private_tenant"
    hosted = "hosted"
    institution = "institution"
    hotel = "hotel"
    street = "street"

HousingValue: TypeAlias = Housing | Literal["owner", "social_tenant", "private_tenant", "hosted", "institution", "hotel", "street"]

class TenancyStep(Choice):
    """How far a landlord has gone, in rising order."""
    none = "none"
    arrears = "arrears"
    notice_to_pay = "notice_to_pay"
    summons = "summons"
    judgment = "judgment"
    notice_to_leave = "notice_to_leave"
    police_help_granted = "police_help_granted"

TenancyStepValue: TypeAlias = TenancyStep | Literal["none", "arrears", "notice_to_pay", "summons", "judgment", "notice_to_leave", "police_help_granted"]

class EnergyStep(Choice):
    """How far an energy supplier has gone, in rising order."""
    none = "none"
    late_bill = "late_bill"
    notice_of_cut = "notice_of_cut"
    cut_off = "cut_off"

EnergyStepValue: TypeAlias = EnergyStep | Literal["none", "late_bill", "notice_of_cut", "cut_off"]

class DebtKind(Choice):
    none = "none"
    personal = "personal"
    professional = "professional"
    mixed = "mixed"

DebtKindValue: TypeAlias = DebtKind | Literal["none", "personal", "professional", "mixed"]

class GirBand(Choice):
    """Loss of autonomy as scored by the AGGIR grid."""
    from_1_to_4 = "from_1_to_4"
    from_5_to_6 = "from_5_to_6"

GirBandValue: TypeAlias = GirBand | Literal["from_1_to_4", "from_5_to_6"]

class Mobility(Choice):
    easy = "easy"
    limited = "limited"
    housebound = "housebound"

MobilityValue: TypeAlias = Mobility | Literal["easy", "limited", "housebound"]

class LegalProtection(Choice):
    none = "none"
    judicial_safeguard = "judicial_safeguard"
    simple_curatorship = "simple_curatorship"
    reinforced_curatorship = "reinforced_curatorship"
    guardianship = "guardianship"
    family_authorisation = "family_authorisation"
    future_mandate = "future_mandate"

LegalProtectionValue: TypeAlias = LegalProtection | Literal["none", "judicial_safeguard", "simple_curatorship", "reinforced_curatorship", "guardianship", "family_authorisation", "future_mandate"]

class DisputeAmount(Choice):
    up_to_5000 = "up_to_5000"
    above_5000 = "above_5000"

DisputeAmountValue: TypeAlias = DisputeAmount | Literal["up_to_5000", "above_5000"]

class DigitalAutonomy(Choice):
    """From 0, nothing alone, to 3, everything alone."""
    level_0 = "level_0"
    level_1 = "level_1"
    level_2 = "level_2"
    level_3 = "level_3"

DigitalAutonomyValue: TypeAlias = DigitalAutonomy | Literal["level_0", "level_1", "level_2", "level_3"]

class FrenchReading(Choice):
    """How well French is read."""
    fluent = "fluent"
    weak = "weak"
    none = "none"

FrenchReadingValue: TypeAlias = FrenchReading | Literal["fluent", "weak", "none"]

class PersonFacts(Described):
    def __new__(cls, *, immediate_danger: YesNoValue | None = ..., suicidal_words: YesNoValue | None = ..., minor_at_risk: YesNoValue | None = ..., violence_context: YesNoValue | None = ..., safe_contact: YesNoValue | None = ..., age_band: AgeBandValue | None = ..., children_in_charge: YesNoValue | None = ..., pregnant: YesNoValue | None = ..., lives_in_commune: YesNoValue | None = ..., residence_right: ResidenceRightValue | None = ..., three_months_in_france: YesNoValue | None = ..., scheme: SocialSchemeValue | None = ..., income_band: IncomeBandValue | None = ..., receives_rsa: YesNoValue | None = ..., refusal_received: YesNoValue | None = ..., right_at_stake: YesNoValue | None = ..., employment: EmploymentValue | None = ..., worked_two_years: YesNoValue | None = ..., work_harassment: YesNoValue | None = ..., housing: HousingValue | None = ..., tenancy_step: TenancyStepValue | None = ..., dangerous_housing: YesNoValue | None = ..., energy_step: EnergyStepValue | None = ..., debt_kind: DebtKindValue | None = ..., seizure: YesNoValue | None = ..., chronic_illness: YesNoValue | None = ..., unfit_for_work: YesNoValue | None = ..., disability_recognised: YesNoValue | None = ..., gir: GirBandValue | None = ..., caregiver: YesNoValue | None = ..., helped_person_over_60: YesNoValue | None = ..., mobility: MobilityValue | None = ..., protection_measure: LegalProtectionValue | None = ..., udaf_is_guardian: YesNoValue | None = ..., offence: YesNoValue | None = ..., dispute_amount: DisputeAmountValue | None = ..., legal_question: YesNoValue | None = ..., digital_autonomy: DigitalAutonomyValue | None = ..., has_smartphone: YesNoValue | None = ..., wants_to_learn: YesNoValue | None = ..., french_reading: FrenchReadingValue | None = ...) -> PersonFacts: ...
    @property
    def immediate_danger(self) -> YesNo | None: ...
    @property
    def suicidal_words(self) -> YesNo | None: ...
    @property
    def minor_at_risk(self) -> YesNo | None: ...
    @property
    def violence_context(self) -> YesNo | None: ...
    @property
    def safe_contact(self) -> YesNo | None: ...
    @property
    def age_band(self) -> AgeBand | None: ...
    @property
    def children_in_charge(self) -> YesNo | None: ...
    @property
    def pregnant(self) -> YesNo | None: ...
    @property
    def lives_in_commune(self) -> YesNo | None: ...
    @property
    def residence_right(self) -> ResidenceRight | None: ...
    @property
    def three_months_in_france(self) -> YesNo | None: ...
    @property
    def scheme(self) -> SocialScheme | None: ...
    @property
    def income_band(self) -> IncomeBand | None: ...
    @property
    def receives_rsa(self) -> YesNo | None: ...
    @property
    def refusal_received(self) -> YesNo | None: ...
    @property
    def right_at_stake(self) -> YesNo | None: ...
    @property
    def employment(self) -> Employment | None: ...
    @property
    def worked_two_years(self) -> YesNo | None: ...
    @property
    def work_harassment(self) -> YesNo | None: ...
    @property
    def housing(self) -> Housing | None: ...
    @property
    def tenancy_step(self) -> TenancyStep | None: ...
    @property
    def dangerous_housing(self) -> YesNo | None: ...
    @property
    def energy_step(self) -> EnergyStep | None: ...
    @property
    def debt_kind(self) -> DebtKind | None: ...
    @property
    def seizure(self) -> YesNo | None: ...
    @property
    def chronic_illness(self) -> YesNo | None: ...
    @property
    def unfit_for_work(self) -> YesNo | None: ...
    @property
    def disability_recognised(self) -> YesNo | None: ...
    @property
    def gir(self) -> GirBand | None: ...
    @property
    def caregiver(self) -> YesNo | None: ...
    @property
    def helped_person_over_60(self) -> YesNo | None: ...
    @property
    def mobility(self) -> Mobility | None: ...
    @property
    def protection_measure(self) -> LegalProtection | None: ...
    @property
    def udaf_is_guardian(self) -> YesNo | None: ...
    @property
    def offence(self) -> YesNo | None: ...
    @property
    def dispute_amount(self) -> DisputeAmount | None: ...
    @property
    def legal_question(self) -> YesNo | None: ...
    @property
    def digital_autonomy(self) -> DigitalAutonomy | None: ...
    @property
    def has_smartphone(self) -> YesNo | None: ...
    @property
    def wants_to_learn(self) -> YesNo | None: ...
    @property
    def french_reading(self) -> FrenchReading | None: ...

class OrientationRequest(Described):
    """event_day: What the deadline is counted from: the day of the sale, of the decision, of the hearing.
    known_since: Since when a fact is known: fact -> day. Only told back.
    refused: Destinations that the person refused less than 90 days ago.
    holidays: Days on which nobody receives: public holidays, closures.
    """
    def __new__(cls, *, need: str, facts: PersonFacts, day: datetime.date, event_day: datetime.date | None = ..., known_since: Mapping[str, datetime.date] = ..., refused: Iterable[str] = ..., holidays: Iterable[datetime.date] = ...) -> OrientationRequest: ...
    @property
    def need(self) -> str: ...
    @property
    def facts(self) -> PersonFacts: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def event_day(self) -> datetime.date | None: ...
    @property
    def known_since(self) -> Mapping[str, datetime.date]: ...
    @property
    def refused(self) -> tuple[str, ...]: ...
    @property
    def holidays(self) -> tuple[datetime.date, ...]: ...

class Orient(Described):
    """Who can meet this need, in a centre with this plan?"""
    def __new__(cls, *, plan: CentrePlan, request: OrientationRequest) -> Orient: ...
    @property
    def plan(self) -> CentrePlan: ...
    @property
    def request(self) -> OrientationRequest: ...

class Deadline(Described):
    def __new__(cls, *, day: datetime.date, explanation: Text) -> Deadline: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def explanation(self) -> Text: ...

class DestinationRole(Choice):
    """`primary` handles the need, `secondary` helps besides, `recipient` receives the file that another one prepares,
    `emergency` is shown first whatever else is known.
    """
    primary = "primary"
    secondary = "secondary"
    recipient = "recipient"
    emergency = "emergency"

DestinationRoleValue: TypeAlias = DestinationRole | Literal["primary", "secondary", "recipient", "emergency"]

class Openness(Choice):
    """In the order in which candidates of one role are shown. `elsewhere`: no service of this centre."""
    open = "open"
    by_phone = "by_phone"
    waitlist = "waitlist"
    elsewhere = "elsewhere"
    full = "full"
    suspended = "suspended"
    not_yet_open = "not_yet_open"

OpennessValue: TypeAlias = Openness | Literal["open", "by_phone", "waitlist", "elsewhere", "full", "suspended", "not_yet_open"]

class NextPermanence(Described):
    """The next time at which somebody receives for a service."""
    def __new__(cls, *, permanence: str, day: datetime.date, opens: str) -> NextPermanence: ...
    @property
    def permanence(self) -> str: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def opens(self) -> str: ...

class FactUsed(Described):
    """A fact on which an answer rests.

    text: "régime de protection sociale : agricole (MSA)"
    """
    def __new__(cls, *, fact: str, value: str, text: Text, known_since: datetime.date | None = ...) -> FactUsed: ...
    @property
    def fact(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def text(self) -> Text: ...
    @property
    def known_since(self) -> datetime.date | None: ...

class Question(Described):
    """What to ask next. `fact` is a field of PersonFacts, or "event_day"."""
    def __new__(cls, *, fact: str, text: Text) -> Question: ...
    @property
    def fact(self) -> str: ...
    @property
    def text(self) -> Text: ...

class Candidate(Described):
    """service: The centre's service for it, if it has one.
    phone: To dial, for a number.
    next: Within the next 60 days.
    cautions: What to heed: a conflict of interest, a limit.
    missing: Facts that would settle it, cheapest first, and the question for the first of them.
    rule: "housing_benefit.msa"
    """
    def __new__(cls, *, destination: str, name: Text, role: DestinationRoleValue, conditional: bool, service: str | None = ..., openness: OpennessValue, phone: str | None = ..., next: NextPermanence | None = ..., reasons: Iterable[Text] = ..., cautions: Iterable[Text] = ..., facts_used: Iterable[FactUsed] = ..., missing: Iterable[str] = ..., question: Question | None = ..., rule: str) -> Candidate: ...
    @property
    def destination(self) -> str: ...
    @property
    def name(self) -> Text: ...
    @property
    def role(self) -> DestinationRole: ...
    @property
    def conditional(self) -> bool: ...
    @property
    def service(self) -> str | None: ...
    @property
    def openness(self) -> Openness: ...
    @property
    def phone(self) -> str | None: ...
    @property
    def next(self) -> NextPermanence | None: ...
    @property
    def reasons(self) -> tuple[Text, ...]: ...
    @property
    def cautions(self) -> tuple[Text, ...]: ...
    @property
    def facts_used(self) -> tuple[FactUsed, ...]: ...
    @property
    def missing(self) -> tuple[str, ...]: ...
    @property
    def question(self) -> Question | None: ...
    @property
    def rule(self) -> str: ...

class Precedence(Described):
    """A need that comes first."""
    def __new__(cls, *, need: str, title: Text, explanation: Text) -> Precedence: ...
    @property
    def need(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def explanation(self) -> Text: ...

class Exclusion(Described):
    """A destination that the book names for this need but not for these facts. It says nothing about rights: only the
    organisation in charge decides on them.

    reason: The fact that excludes it, or "refused".
    """
    def __new__(cls, *, destination: str, name: Text, reason: str, text: Text, facts_used: Iterable[FactUsed] = ..., rule: str) -> Exclusion: ...
    @property
    def destination(self) -> str: ...
    @property
    def name(self) -> Text: ...
    @property
    def reason(self) -> str: ...
    @property
    def text(self) -> Text: ...
    @property
    def facts_used(self) -> tuple[FactUsed, ...]: ...
    @property
    def rule(self) -> str: ...

class RuleRead(Described):
    """A rule that was read, in the version that was in force."""
    def __new__(cls, *, rule: str, since: datetime.date, recorded: datetime.date) -> RuleRead: ...
    @property
    def rule(self) -> str: ...
    @property
    def since(self) -> datetime.date: ...
    @property
    def recorded(self) -> datetime.date: ...

class Orientation(Described):
    """urgency_reasons: Why it is more urgent than usual.
    primaries: At most three of each, open ones first.
    recipients: Who receives the file in the end: nobody is sent there.
    conditional: Candidates that a missing fact keeps open. While no primary is known, only those that could become one.
    questions: Cheapest first.
    notice: What must always be said with such an answer.
    """
    def __new__(cls, *, need: str, title: Text, sensitive: bool, urgency: NeedUrgencyValue, urgency_reasons: Iterable[Text] = ..., deadline: Deadline | None = ..., emergencies: Iterable[Candidate] = ..., comes_after: Iterable[Precedence] = ..., primaries: Iterable[Candidate] = ..., secondaries: Iterable[Candidate] = ..., recipients: Iterable[Candidate] = ..., conditional: Iterable[Candidate] = ..., excluded: Iterable[Exclusion] = ..., questions: Iterable[Question] = ..., documents: Iterable[Text] = ..., mission: DeskMissionValue, notice: Text, rules: Iterable[RuleRead] = ...) -> Orientation: ...
    @property
    def need(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def sensitive(self) -> bool: ...
    @property
    def urgency(self) -> NeedUrgency: ...
    @property
    def urgency_reasons(self) -> tuple[Text, ...]: ...
    @property
    def deadline(self) -> Deadline | None: ...
    @property
    def emergencies(self) -> tuple[Candidate, ...]: ...
    @property
    def comes_after(self) -> tuple[Precedence, ...]: ...
    @property
    def primaries(self) -> tuple[Candidate, ...]: ...
    @property
    def secondaries(self) -> tuple[Candidate, ...]: ...
    @property
    def recipients(self) -> tuple[Candidate, ...]: ...
    @property
    def conditional(self) -> tuple[Candidate, ...]: ...
    @property
    def excluded(self) -> tuple[Exclusion, ...]: ...
    @property
    def questions(self) -> tuple[Question, ...]: ...
    @property
    def documents(self) -> tuple[Text, ...]: ...
    @property
    def mission(self) -> DeskMission: ...
    @property
    def notice(self) -> Text: ...
    @property
    def rules(self) -> tuple[RuleRead, ...]: ...

class SuggestionRequest(Described):
    """present: Needs that this desk is handling with the person.
    mentioned: Needs of which the person spoke at this desk.
    facts: What this desk knows.
    refused: Needs that the person declined less than 90 days ago.
    """
    def __new__(cls, *, present: Iterable[str] = ..., mentioned: Iterable[str] = ..., facts: PersonFacts, refused: Iterable[str] = ..., day: datetime.date) -> SuggestionRequest: ...
    @property
    def present(self) -> tuple[str, ...]: ...
    @property
    def mentioned(self) -> tuple[str, ...]: ...
    @property
    def facts(self) -> PersonFacts: ...
    @property
    def refused(self) -> tuple[str, ...]: ...
    @property
    def day(self) -> datetime.date: ...

class Suggest(Described):
    """What else is worth a word?"""
    def __new__(cls, *, request: SuggestionRequest) -> Suggest: ...
    @property
    def request(self) -> SuggestionRequest: ...

class Suggestion(Described):
    """because_of: The present need that suggests it."""
    def __new__(cls, *, need: str, title: Text, because_of: str, mentioned: bool) -> Suggestion: ...
    @property
    def need(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def because_of(self) -> str: ...
    @property
    def mentioned(self) -> bool: ...

class Suggestions(Described):
    def __new__(cls, *, suggestions: Iterable[Suggestion] = ...) -> Suggestions: ...
    @property
    def suggestions(self) -> tuple[Suggestion, ...]: ...

class RequestAction(Choice):
    """For `view` and `record` both ends are whoever reads or writes; `compartment` says whose file it is.
    `disclose` gives once; `share` lays it where the other may read it from then on; `act` does something in the
    person's name.
    """
    view = "view"
    disclose = "disclose"
    share = "share"
    record = "record"
    act = "act"

RequestActionValue: TypeAlias = RequestAction | Literal["view", "disclose", "share", "record", "act"]

class Actor(Choice):
    """The function in which somebody gives, opens or writes. What trade they exercise is `actor_profession`."""
    ccas_reception = "ccas_reception"
    ccas_agent = "ccas_agent"
    ccas_social_service = "ccas_social_service"
    ccas_direction = "ccas_direction"
    ccas_president = "ccas_president"
    ccas_board = "ccas_board"
    commune_service = "commune_service"
    france_services_agent = "france_services_agent"
    digital_adviser = "digital_adviser"
    public_writer = "public_writer"
    partner_desk = "partner_desk"
    budget_counsellor = "budget_counsellor"
    legal_adviser = "legal_adviser"
    conciliator = "conciliator"
    lawyer = "lawyer"
    department_service = "department_service"
    child_protection = "child_protection"
    judge_mandated = "judge_mandated"
    care_establishment = "care_establishment"
    health_service = "health_service"
    siao = "siao"
    housing_body = "housing_body"
    france_travail = "france_travail"
    employment_network = "employment_network"
    caf = "caf"
    social_security_body = "social_security_body"
    tax_administration = "tax_administration"
    la_poste = "la_poste"
    bank = "bank"
    prefecture = "prefecture"
    other_administration = "other_administration"
    mayor = "mayor"
    rights_defender = "rights_defender"
    public_archive = "public_archive"
    technical_staff = "technical_staff"
    any_other = "any_other"

ActorValue: TypeAlias = Actor | Literal["ccas_reception", "ccas_agent", "ccas_social_service", "ccas_direction", "ccas_president", "ccas_board", "commune_service", "france_services_agent", "digital_adviser", "public_writer", "partner_desk", "budget_counsellor", "legal_adviser", "conciliator", "lawyer", "department_service", "child_protection", "judge_mandated", "care_establishment", "health_service", "siao", "housing_body", "france_travail", "employment_network", "caf", "social_security_body", "tax_administration", "la_poste", "bank", "prefecture", "other_administration", "mayor", "rights_defender", "public_archive", "technical_staff", "any_other"]

class SecrecyStatus(Choice):
    """From the loosest to the strictest; when several rows hold, the strictest is the status.
     - `none`: general law only. `conf`: an oath, a contract or a charter. `disc`: statutory discretion.
     - `pub`: public agent. `miss`: penal secrecy by mission or function. `prof`: penal secrecy by profession.
    """
    none = "none"
    conf = "conf"
    disc = "disc"
    pub = "pub"
    miss = "miss"
    prof = "prof"

SecrecyStatusValue: TypeAlias = SecrecyStatus | Literal["none", "conf", "disc", "pub", "miss", "prof"]

class Profession(Choice):
    """The trade that is exercised in this hat. The professionals of social action named by the circular of 2007 are
    `social_worker` and `specialised_educator` to `social_mediator`, with `home_childminder` at the margin.
    """
    social_worker = "social_worker"
    social_work_student = "social_work_student"
    specialised_educator = "specialised_educator"
    family_economist = "family_economist"
    family_support_worker = "family_support_worker"
    home_helper = "home_helper"
    foster_carer = "foster_carer"
    home_childminder = "home_childminder"
    social_mediator = "social_mediator"
    digital_mediator = "digital_mediator"
    public_writer = "public_writer"
    france_services_adviser = "france_services_adviser"
    doctor = "doctor"
    health_professional = "health_professional"
    psychologist = "psychologist"
    judicial_protection_agent = "judicial_protection_agent"
    benefits_delegate = "benefits_delegate"
    lawyer = "lawyer"
    legal_officer = "legal_officer"
    journalist = "journalist"
    conciliator = "conciliator"
    jurist = "jurist"
    energy_adviser = "energy_adviser"
    insurance_adviser = "insurance_adviser"
    interpreter = "interpreter"
    computing_contractor = "computing_contractor"
    controller = "controller"
    administrative = "administrative"
    manager = "manager"
    other = "other"

ProfessionValue: TypeAlias = Profession | Literal["social_worker", "social_work_student", "specialised_educator", "family_economist", "family_support_worker", "home_helper", "foster_carer", "home_childminder", "social_mediator", "digital_mediator", "public_writer", "france_services_adviser", "doctor", "health_professional", "psychologist", "judicial_protection_agent", "benefits_delegate", "lawyer", "legal_officer", "journalist", "conciliator", "jurist", "energy_adviser", "insurance_adviser", "interpreter", "computing_contractor", "controller", "administrative", "manager", "other"]

class Recipient(Choice):
    """Who would come to know. `representative` holds the `measure`; `housing_circuit` is the SIAO and those who decide on
    housing; `social_security_body` includes the CAF; `safety_council` is a working group of a CLSPD.
    """
    person = "person"
    parent = "parent"
    spouse = "spouse"
    relative = "relative"
    trusted_person = "trusted_person"
    representative = "representative"
    heir = "heir"
    ccas_reception = "ccas_reception"
    ccas_agent = "ccas_agent"
    ccas_social_service = "ccas_social_service"
    ccas_direction = "ccas_direction"
    ccas_president = "ccas_president"
    ccas_board = "ccas_board"
    france_services_agent = "france_services_agent"
    digital_adviser = "digital_adviser"
    partner_desk = "partner_desk"
    budget_counsellor = "budget_counsellor"
    legal_adviser = "legal_adviser"
    conciliator = "conciliator"
    lawyer = "lawyer"
    department_service = "department_service"
    child_protection = "child_protection"
    department_president = "department_president"
    crip = "crip"
    care_establishment = "care_establishment"
    health_service = "health_service"
    housing_circuit = "housing_circuit"
    dalo_commission = "dalo_commission"
    france_travail = "france_travail"
    employment_network = "employment_network"
    operator_back_office = "operator_back_office"
    operator_counsellor = "operator_counsellor"
    social_security_body = "social_security_body"
    tax_administration = "tax_administration"
    prefecture = "prefecture"
    aid_authority = "aid_authority"
    other_administration = "other_administration"
    mayor = "mayor"
    elected_members = "elected_members"
    funder = "funder"
    police = "police"
    prosecutor = "prosecutor"
    judge = "judge"
    competent_authority = "competent_authority"
    maltreatment_cell = "maltreatment_cell"
    emergency_services = "emergency_services"
    safety_council = "safety_council"
    private_claimant = "private_claimant"
    commercial_desk = "commercial_desk"
    general_public = "general_public"
    peer_group = "peer_group"
    any_other = "any_other"

RecipientValue: TypeAlias = Recipient | Literal["person", "parent", "spouse", "relative", "trusted_person", "representative", "heir", "ccas_reception", "ccas_agent", "ccas_social_service", "ccas_direction", "ccas_president", "ccas_board", "france_services_agent", "digital_adviser", "partner_desk", "budget_counsellor", "legal_adviser", "conciliator", "lawyer", "department_service", "child_protection", "department_president", "crip", "care_establishment", "health_service", "housing_circuit", "dalo_commission", "france_travail", "employment_network", "operator_back_office", "operator_counsellor", "social_security_body", "tax_administration", "prefecture", "aid_authority", "other_administration", "mayor", "elected_members", "funder", "police", "prosecutor", "judge", "competent_authority", "maltreatment_cell", "emergency_services", "safety_council", "private_claimant", "commercial_desk", "general_public", "peer_group", "any_other"]

class DataCategory(Choice):
    """What kind of thing it is. `attendance` is the very fact that the person is known here; `appointment` is a theme and a
    slot; `report` is a report of danger and who made it; `sensitive` is origin, religion, opinion, orientation.
    """
    identity = "identity"
    attendance = "attendance"
    appointment = "appointment"
    family = "family"
    resources = "resources"
    rights = "rights"
    aid_decision = "aid_decision"
    housing = "housing"
    employment = "employment"
    health = "health"
    disability = "disability"
    child = "child"
    violence = "violence"
    safe_address = "safe_address"
    report = "report"
    justice = "justice"
    protection_measure = "protection_measure"
    residence = "residence"
    bank = "bank"
    credentials = "credentials"
    nir = "nir"
    tax = "tax"
    note = "note"
    third_party = "third_party"
    mail = "mail"
    domiciliation = "domiciliation"
    coordination_need = "coordination_need"
    sensitive = "sensitive"
    identity_copy = "identity_copy"

DataCategoryValue: TypeAlias = DataCategory | Literal["identity", "attendance", "appointment", "family", "resources", "rights", "aid_decision", "housing", "employment", "health", "disability", "child", "violence", "safe_address", "report", "justice", "protection_measure", "residence", "bank", "credentials", "nir", "tax", "note", "third_party", "mail", "domiciliation", "coordination_need", "sensitive", "identity_copy"]

class Compartment(Choice):
    """Where the thing lies, seen from the recipient. `individual` is one member's part of a household's file."""
    own_creation = "own_creation"
    own_service = "own_service"
    other_service = "other_service"
    working_note = "working_note"
    sealed_held = "sealed_held"
    sealed = "sealed"
    household = "household"
    individual = "individual"

CompartmentValue: TypeAlias = Compartment | Literal["own_creation", "own_service", "other_service", "working_note", "sealed_held", "sealed", "household", "individual"]

class Purpose(Choice):
    reception = "reception"
    appointment = "appointment"
    orientation = "orientation"
    this_procedure = "this_procedure"
    follow_up = "follow_up"
    assess = "assess"
    care = "care"
    synthesis = "synthesis"
    joint_interview = "joint_interview"
    budget_support = "budget_support"
    decide_aid = "decide_aid"
    manager_decision = "manager_decision"
    benefit_calculation = "benefit_calculation"
    non_recours = "non_recours"
    fraud_check = "fraud_check"
    statistics = "statistics"
    technical_advice = "technical_advice"
    supervision = "supervision"
    child_protection = "child_protection"
    adult_protection = "adult_protection"
    rescue = "rescue"
    report_offence = "report_offence"
    justice_request = "justice_request"
    judge_mandate = "judge_mandate"
    measure_request = "measure_request"
    tax_control = "tax_control"
    residence_check = "residence_check"
    domiciliation = "domiciliation"
    employment_support = "employment_support"
    placement = "placement"
    exercise_of_powers = "exercise_of_powers"
    person_access = "person_access"
    parental_information = "parental_information"
    representation = "representation"
    annual_account = "annual_account"
    relay = "relay"
    attestation = "attestation"
    assisted_connection = "assisted_connection"
    debt_file_signature = "debt_file_signature"
    emergency_access = "emergency_access"
    maintenance = "maintenance"
    publication = "publication"
    research = "research"
    recruiting_or_mailing = "recruiting_or_mailing"
    side_exchange = "side_exchange"
    curiosity = "curiosity"
    commercial = "commercial"
    other = "other"

PurposeValue: TypeAlias = Purpose | Literal["reception", "appointment", "orientation", "this_procedure", "follow_up", "assess", "care", "synthesis", "joint_interview", "budget_support", "decide_aid", "manager_decision", "benefit_calculation", "non_recours", "fraud_check", "statistics", "technical_advice", "supervision", "child_protection", "adult_protection", "rescue", "report_offence", "justice_request", "judge_mandate", "measure_request", "tax_control", "residence_check", "domiciliation", "employment_support", "placement", "exercise_of_powers", "person_access", "parental_information", "representation", "annual_account", "relay", "attestation", "assisted_connection", "debt_file_signature", "emergency_access", "maintenance", "publication", "research", "recruiting_or_mailing", "side_exchange", "curiosity", "commercial", "other"]

class PurposeMatch(Choice):
    """Against the purpose told to the person when the data were collected."""
    declared = "declared"
    compatible = "compatible"
    other = "other"

PurposeMatchValue: TypeAlias = PurposeMatch | Literal["declared", "compatible", "other"]

class DataForm(Choice):
    """`aggregated` figures have their small cells hidden; `anonymised`: nobody who receives it can tell who it is."""
    identified = "identified"
    pseudonymous = "pseudonymous"
    anonymised = "anonymised"
    aggregated = "aggregated"

DataFormValue: TypeAlias = DataForm | Literal["identified", "pseudonymous", "anonymised", "aggregated"]

class Necessity(Choice):
    strictly_needed = "strictly_needed"
    needed = "needed"
    beyond = "beyond"

NecessityValue: TypeAlias = Necessity | Literal["strictly_needed", "needed", "beyond"]

class ConsentFact(Choice):
    """What the register of consents says about this recipient, category and purpose on that day. `pending` waits for its
    proof; `written_by_all` is signed by everyone whom the data concern; `unable`: the person cannot express their will.
    """
    none = "none"
    pending = "pending"
    oral_traced = "oral_traced"
    written = "written"
    written_by_all = "written_by_all"
    out_of_scope = "out_of_scope"
    withdrawn = "withdrawn"
    expired = "expired"
    unable = "unable"

ConsentFactValue: TypeAlias = ConsentFact | Literal["none", "pending", "oral_traced", "written", "written_by_all", "out_of_scope", "withdrawn", "expired", "unable"]

class Opposition(Choice):
    none = "none"
    opposed = "opposed"

OppositionValue: TypeAlias = Opposition | Literal["none", "opposed"]

class PriorNotice(Choice):
    no = "no"
    yes = "yes"
    impossible = "impossible"

PriorNoticeValue: TypeAlias = PriorNotice | Literal["no", "yes", "impossible"]

class Involvement(Choice):
    """Who works on the case. In `recipient` only the recipient's task calls for it; `same_team` is the care team of
    CSP L1110-12.
    """
    none = "none"
    recipient = "recipient"
    both = "both"
    same_team = "same_team"

InvolvementValue: TypeAlias = Involvement | Literal["none", "recipient", "both", "same_team"]

class Coordination(Choice):
    """CASF L121-6-2. `aggravation`: the lone professional finds that several are needed. `actor_coordinator`: the actor is
    the coordinator whom the mayor designated.
    """
    alone = "alone"
    aggravation = "aggravation"
    several = "several"
    coordinator = "coordinator"
    actor_coordinator = "actor_coordinator"

CoordinationValue: TypeAlias = Coordination | Literal["alone", "aggravation", "several", "coordinator", "actor_coordinator"]

class ChildProtectionPart(Choice):
    """Who implements or helps child protection on this case."""
    none = "none"
    actor = "actor"
    recipient = "recipient"
    both = "both"

ChildProtectionPartValue: TypeAlias = ChildProtectionPart | Literal["none", "actor", "recipient", "both"]

class Danger(Choice):
    """What the actor knows of. One question, one danger: ask again for another."""
    none = "none"
    minor_at_risk = "minor_at_risk"
    minor_welfare = "minor_welfare"
    minor_maltreated = "minor_maltreated"
    minor_grave = "minor_grave"
    vulnerable_adult = "vulnerable_adult"
    couple_violence = "couple_violence"
    couple_violence_immediate = "couple_violence_immediate"
    weapon = "weapon"
    subjection = "subjection"
    crime_preventable = "crime_preventable"
    offence_in_office = "offence_in_office"
    peril = "peril"

DangerValue: TypeAlias = Danger | Literal["none", "minor_at_risk", "minor_welfare", "minor_maltreated", "minor_grave", "vulnerable_adult", "couple_violence", "couple_violence_immediate", "weapon", "subjection", "crime_preventable", "offence_in_office", "peril"]

class Demand(Choice):
    """By what act the recipient asks. `unverified` is a paper whose author has not been checked yet."""
    none = "none"
    oral = "oral"
    access_request = "access_request"
    unverified = "unverified"
    written = "written"
    telematic = "telematic"
    summons = "summons"
    tax_inquiry = "tax_inquiry"
    communication_right = "communication_right"
    protection_request = "protection_request"
    enforceable_title = "enforceable_title"

DemandValue: TypeAlias = Demand | Literal["none", "oral", "access_request", "unverified", "written", "telematic", "summons", "tax_inquiry", "communication_right", "protection_request", "enforceable_title"]

class HolderPosition(Choice):
    """What the holder of the documents answers to a requisition."""
    no_objection = "no_objection"
    agrees = "agrees"
    legitimate_reason = "legitimate_reason"

HolderPositionValue: TypeAlias = HolderPosition | Literal["no_objection", "agrees", "legitimate_reason"]

class ProtectionMeasure(Choice):
    """What gives the representative their power."""
    none = "none"
    guardianship = "guardianship"
    curatorship = "curatorship"
    special_agency = "special_agency"
    family_habilitation = "family_habilitation"
    future_mandate = "future_mandate"
    benefit_management = "benefit_management"

ProtectionMeasureValue: TypeAlias = ProtectionMeasure | Literal["none", "guardianship", "curatorship", "special_agency", "family_habilitation", "future_mandate", "benefit_management"]

class RepresentationFact(Choice):
    in_scope = "in_scope"
    out_of_scope = "out_of_scope"
    expired = "expired"
    conflict = "conflict"

RepresentationFactValue: TypeAlias = RepresentationFact | Literal["in_scope", "out_of_scope", "expired", "conflict"]

class LegalAge(Choice):
    under_15 = "under_15"
    from_15 = "from_15"
    adult = "adult"

LegalAgeValue: TypeAlias = LegalAge | Literal["under_15", "from_15", "adult"]

class ParentPosition(Choice):
    """`contrary_to_interest`: informing this parent would harm the child. `restricted`: by a court."""
    exercises = "exercises"
    contrary_to_interest = "contrary_to_interest"
    restricted = "restricted"
    withdrawn = "withdrawn"

ParentPositionValue: TypeAlias = ParentPosition | Literal["exercises", "contrary_to_interest", "restricted", "withdrawn"]

class Concealment(Choice):
    """`flagged` by the person or a professional; `ordered` by a court."""
    none = "none"
    flagged = "flagged"
    ordered = "ordered"

ConcealmentValue: TypeAlias = Concealment | Literal["none", "flagged", "ordered"]

class ExchangeFramework(Choice):
    """What frames the exchange: `listed_by_text` if a text names these bodies and this data."""
    none = "none"
    convention = "convention"
    listed_by_text = "listed_by_text"

ExchangeFrameworkValue: TypeAlias = ExchangeFramework | Literal["none", "convention", "listed_by_text"]

class ActingAs(Choice):
    """Whether the actor acts for the person. `own_name`: for nobody."""
    own_name = "own_name"
    oral_mandate = "oral_mandate"
    written_mandate = "written_mandate"
    aidants_connect = "aidants_connect"
    legal_representative = "legal_representative"

ActingAsValue: TypeAlias = ActingAs | Literal["own_name", "oral_mandate", "written_mandate", "aidants_connect", "legal_representative"]

class MandateFact(Choice):
    none = "none"
    pending = "pending"
    valid = "valid"
    out_of_scope = "out_of_scope"
    expired = "expired"
    revoked = "revoked"

MandateFactValue: TypeAlias = MandateFact | Literal["none", "pending", "valid", "out_of_scope", "expired", "revoked"]

class MandateParties(Choice):
    """Whether both ends may be parties to such a mandate on that day."""
    eligible = "eligible"
    aidant_not_eligible = "aidant_not_eligible"
    person_minor = "person_minor"
    person_protected = "person_protected"

MandatePartiesValue: TypeAlias = MandateParties | Literal["eligible", "aidant_not_eligible", "person_minor", "person_protected"]

class ArchiveTerm(Choice):
    """The term before a public archive opens."""
    running = "running"
    waived = "waived"
    elapsed = "elapsed"

ArchiveTermValue: TypeAlias = ArchiveTerm | Literal["running", "waived", "elapsed"]

class AccessRequest(Described):
    """confided_alone: A discerning minor confided it, received without their parents."""
    def __new__(cls, *, action: RequestActionValue | None = ..., actor: ActorValue | None = ..., actor_status: SecrecyStatusValue | None = ..., actor_profession: ProfessionValue | None = ..., recipient: RecipientValue | None = ..., recipient_status: SecrecyStatusValue | None = ..., recipient_profession: ProfessionValue | None = ..., category: DataCategoryValue | None = ..., compartment: CompartmentValue | None = ..., purpose: PurposeValue | None = ..., purpose_match: PurposeMatchValue | None = ..., form: DataFormValue | None = ..., necessity: NecessityValue | None = ..., channel: SharingChannelValue | None = ..., consent: ConsentFactValue | None = ..., opposition: OppositionValue | None = ..., informed: PriorNoticeValue | None = ..., involvement: InvolvementValue | None = ..., coordination: CoordinationValue | None = ..., child_protection: ChildProtectionPartValue | None = ..., danger: DangerValue | None = ..., demand: DemandValue | None = ..., holder_position: HolderPositionValue | None = ..., measure: ProtectionMeasureValue | None = ..., representation: RepresentationFactValue | None = ..., age_band: LegalAgeValue | None = ..., confided_alone: YesNoValue | None = ..., parent_position: ParentPositionValue | None = ..., concealment: ConcealmentValue | None = ..., framework: ExchangeFrameworkValue | None = ..., identity_checked: YesNoValue | None = ..., acting_as: ActingAsValue | None = ..., mandate: MandateFactValue | None = ..., mandate_parties: MandatePartiesValue | None = ..., archive_term: ArchiveTermValue | None = ...) -> AccessRequest: ...
    @property
    def action(self) -> RequestAction | None: ...
    @property
    def actor(self) -> Actor | None: ...
    @property
    def actor_status(self) -> SecrecyStatus | None: ...
    @property
    def actor_profession(self) -> Profession | None: ...
    @property
    def recipient(self) -> Recipient | None: ...
    @property
    def recipient_status(self) -> SecrecyStatus | None: ...
    @property
    def recipient_profession(self) -> Profession | None: ...
    @property
    def category(self) -> DataCategory | None: ...
    @property
    def compartment(self) -> Compartment | None: ...
    @property
    def purpose(self) -> Purpose | None: ...
    @property
    def purpose_match(self) -> PurposeMatch | None: ...
    @property
    def form(self) -> DataForm | None: ...
    @property
    def necessity(self) -> Necessity | None: ...
    @property
    def channel(self) -> SharingChannel | None: ...
    @property
    def consent(self) -> ConsentFact | None: ...
    @property
    def opposition(self) -> Opposition | None: ...
    @property
    def informed(self) -> PriorNotice | None: ...
    @property
    def involvement(self) -> Involvement | None: ...
    @property
    def coordination(self) -> Coordination | None: ...
    @property
    def child_protection(self) -> ChildProtectionPart | None: ...
    @property
    def danger(self) -> Danger | None: ...
    @property
    def demand(self) -> Demand | None: ...
    @property
    def holder_position(self) -> HolderPosition | None: ...
    @property
    def measure(self) -> ProtectionMeasure | None: ...
    @property
    def representation(self) -> RepresentationFact | None: ...
    @property
    def age_band(self) -> LegalAge | None: ...
    @property
    def confided_alone(self) -> YesNo | None: ...
    @property
    def parent_position(self) -> ParentPosition | None: ...
    @property
    def concealment(self) -> Concealment | None: ...
    @property
    def framework(self) -> ExchangeFramework | None: ...
    @property
    def identity_checked(self) -> YesNo | None: ...
    @property
    def acting_as(self) -> ActingAs | None: ...
    @property
    def mandate(self) -> MandateFact | None: ...
    @property
    def mandate_parties(self) -> MandateParties | None: ...
    @property
    def archive_term(self) -> ArchiveTerm | None: ...

class Decide(Described):
    """May this actor give this to this recipient? Under the law of `day`, as the rulebook knew it on `known_as_of`."""
    def __new__(cls, *, day: datetime.date, known_as_of: datetime.date | None = ..., request: AccessRequest) -> Decide: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def known_as_of(self) -> datetime.date | None: ...
    @property
    def request(self) -> AccessRequest: ...

class Employer(Choice):
    ccas = "ccas"
    commune = "commune"
    intercommunal_body = "intercommunal_body"
    department = "department"
    state = "state"
    prefecture = "prefecture"
    justice_court = "justice_court"
    tax_administration = "tax_administration"
    family_benefits_fund = "family_benefits_fund"
    health_insurance_fund = "health_insurance_fund"
    pension_fund = "pension_fund"
    msa = "msa"
    france_travail = "france_travail"
    local_mission = "local_mission"
    la_poste = "la_poste"
    public_hospital = "public_hospital"
    private_health_body = "private_health_body"
    care_establishment = "care_establishment"
    association = "association"
    udaf = "udaf"
    rights_defender = "rights_defender"
    company = "company"
    self_employed = "self_employed"
    nobody = "nobody"

EmployerValue: TypeAlias = Employer | Literal["ccas", "commune", "intercommunal_body", "department", "state", "prefecture", "justice_court", "tax_administration", "family_benefits_fund", "health_insurance_fund", "pension_fund", "msa", "france_travail", "local_mission", "la_poste", "public_hospital", "private_health_body", "care_establishment", "association", "udaf", "rights_defender", "company", "self_employed", "nobody"]

class Mission(Choice):
    none = "none"
    social_aid = "social_aid"
    ccas_board = "ccas_board"
    social_data_service = "social_data_service"
    rsa = "rsa"
    rsa_data_receiver = "rsa_data_receiver"
    child_protection = "child_protection"
    specialised_prevention = "specialised_prevention"
    mother_child_protection = "mother_child_protection"
    disability_house = "disability_house"
    coordinator = "coordinator"
    siao = "siao"
    chrs = "chrs"
    care_establishment = "care_establishment"
    protection_measure = "protection_measure"
    family_benefits_measure = "family_benefits_measure"
    budget_advice = "budget_advice"
    womens_rights_advice = "womens_rights_advice"
    france_services = "france_services"
    digital_mediation = "digital_mediation"
    public_writing = "public_writing"
    tax = "tax"
    tax_by_derogation = "tax_by_derogation"
    benefits = "benefits"
    employment = "employment"
    mail_and_bank = "mail_and_bank"
    identity_documents = "identity_documents"
    justice_desk = "justice_desk"
    conciliation = "conciliation"
    rights_defence = "rights_defence"
    family_council = "family_council"
    safety_council = "safety_council"
    mayor = "mayor"
    councillor = "councillor"
    energy_advice = "energy_advice"
    insurance = "insurance"
    association_desk = "association_desk"
    technical = "technical"

MissionValue: TypeAlias = Mission | Literal["none", "social_aid", "ccas_board", "social_data_service", "rsa", "rsa_data_receiver", "child_protection", "specialised_prevention", "mother_child_protection", "disability_house", "coordinator", "siao", "chrs", "care_establishment", "protection_measure", "family_benefits_measure", "budget_advice", "womens_rights_advice", "france_services", "digital_mediation", "public_writing", "tax", "tax_by_derogation", "benefits", "employment", "mail_and_bank", "identity_documents", "justice_desk", "conciliation", "rights_defence", "family_council", "safety_council", "mayor", "councillor", "energy_advice", "insurance", "association_desk", "technical"]

class Engagement(Choice):
    """The tie between the professional and the employer."""
    official = "official"
    contract = "contract"
    elected = "elected"
    designated = "designated"
    intern = "intern"
    volunteer = "volunteer"
    civic_service = "civic_service"
    contractor = "contractor"

EngagementValue: TypeAlias = Engagement | Literal["official", "contract", "elected", "designated", "intern", "volunteer", "civic_service", "contractor"]

class HatFacts(Described):
    """used_by_ccas: The CCAS uses this person's help, whoever pays them (CASF L133-5)."""
    def __new__(cls, *, employer: EmployerValue | None = ..., profession: ProfessionValue | None = ..., mission: MissionValue | None = ..., engagement: EngagementValue | None = ..., used_by_ccas: YesNoValue | None = ..., sworn: YesNoValue | None = ...) -> HatFacts: ...
    @property
    def employer(self) -> Employer | None: ...
    @property
    def profession(self) -> Profession | None: ...
    @property
    def mission(self) -> Mission | None: ...
    @property
    def engagement(self) -> Engagement | None: ...
    @property
    def used_by_ccas(self) -> YesNo | None: ...
    @property
    def sworn(self) -> YesNo | None: ...

class StatusOfHat(Described):
    """What binds this hat to secrecy?"""
    def __new__(cls, *, day: datetime.date, hat: HatFacts) -> StatusOfHat: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def hat(self) -> HatFacts: ...

class HatStatus(Described):
    """status: `none` if no row is settled: what is unknown never binds anybody.
    unsettled: Rows that would give a stricter status if more were known. If there are any, the status is the least that binds.
    """
    def __new__(cls, *, status: SecrecyStatusValue, determining: Iterable[DeterminingRule] = ..., unsettled: Iterable[UnsettledRule] = ..., texts: Iterable[CitedText] = ..., version: str) -> HatStatus: ...
    @property
    def status(self) -> SecrecyStatus: ...
    @property
    def determining(self) -> tuple[DeterminingRule, ...]: ...
    @property
    def unsettled(self) -> tuple[UnsettledRule, ...]: ...
    @property
    def texts(self) -> tuple[CitedText, ...]: ...
    @property
    def version(self) -> str: ...

class SecrecyCase(Described):
    """because: Ids of rules that must be among those that make the answer."""
    def __new__(cls, *, id: str, title: Text, day: datetime.date, given: AccessRequest, may: EffectValue, because: Iterable[str] = ...) -> SecrecyCase: ...
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def given(self) -> AccessRequest: ...
    @property
    def may(self) -> Effect: ...
    @property
    def because(self) -> tuple[str, ...]: ...

class CheckCases(Described):
    """Do the cases of a jurist hold, and which rules does none of them touch?"""
    def __new__(cls, *, cases: Iterable[SecrecyCase] = ...) -> CheckCases: ...
    @property
    def cases(self) -> tuple[SecrecyCase, ...]: ...

class CaseResult(Described):
    """rules: The rules that made the answer.
    missing: Expected ones that did not.
    """
    def __new__(cls, *, id: str, title: Text, holds: bool, expected: EffectValue, answered: EffectValue, rules: Iterable[str] = ..., missing: Iterable[str] = ...) -> CaseResult: ...
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def holds(self) -> bool: ...
    @property
    def expected(self) -> Effect: ...
    @property
    def answered(self) -> Effect: ...
    @property
    def rules(self) -> tuple[str, ...]: ...
    @property
    def missing(self) -> tuple[str, ...]: ...

class CaseReport(Described):
    """untouched: Rules of the deciding gates, in the order of the rulebook, that made the answer of no case."""
    def __new__(cls, *, results: Iterable[CaseResult] = ..., untouched: Iterable[str] = ...) -> CaseReport: ...
    @property
    def results(self) -> tuple[CaseResult, ...]: ...
    @property
    def untouched(self) -> tuple[str, ...]: ...

class MatrixActor(Described):
    """Somebody who gives, and what is known of them."""
    def __new__(cls, *, actor: ActorValue, status: SecrecyStatusValue, profession: ProfessionValue | None = ...) -> MatrixActor: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def status(self) -> SecrecyStatus: ...
    @property
    def profession(self) -> Profession | None: ...

class MatrixRequest(Described):
    """circumstances: Everything else, the same for each cell. A fact left out is unknown."""
    def __new__(cls, *, actors: Iterable[MatrixActor] = ..., recipients: Iterable[RecipientValue] = ..., categories: Iterable[DataCategoryValue] = ..., circumstances: AccessRequest) -> MatrixRequest: ...
    @property
    def actors(self) -> tuple[MatrixActor, ...]: ...
    @property
    def recipients(self) -> tuple[Recipient, ...]: ...
    @property
    def categories(self) -> tuple[DataCategory, ...]: ...
    @property
    def circumstances(self) -> AccessRequest: ...

class MatrixOf(Described):
    """Who may give what to whom on that day? The usual matrix if none is asked for."""
    def __new__(cls, *, day: datetime.date, request: MatrixRequest | None = ...) -> MatrixOf: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def request(self) -> MatrixRequest | None: ...

class MatrixCell(Described):
    """rules: Of the gates that made the answer."""
    def __new__(cls, *, actor: ActorValue, recipient: RecipientValue, category: DataCategoryValue, effect: EffectValue, rules: Iterable[str] = ...) -> MatrixCell: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def recipient(self) -> Recipient: ...
    @property
    def category(self) -> DataCategory: ...
    @property
    def effect(self) -> Effect: ...
    @property
    def rules(self) -> tuple[str, ...]: ...

class Matrix(Described):
    """cells: By actor, then recipient, then category, in the order of the request."""
    def __new__(cls, *, request: MatrixRequest, cells: Iterable[MatrixCell] = ..., version: str) -> Matrix: ...
    @property
    def request(self) -> MatrixRequest: ...
    @property
    def cells(self) -> tuple[MatrixCell, ...]: ...
    @property
    def version(self) -> str: ...

class PageForm(Choice):
    html = "html"
    csv = "csv"

PageFormValue: TypeAlias = PageForm | Literal["html", "csv"]

class Language(Choice):
    fr = "fr"
    en = "en"

LanguageValue: TypeAlias = Language | Literal["fr", "en"]

class WriteMatrix(Described):
    """The matrix as a self-contained page, or as CSV."""
    def __new__(cls, *, day: datetime.date, request: MatrixRequest | None = ..., form: PageFormValue, language: LanguageValue) -> WriteMatrix: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def request(self) -> MatrixRequest | None: ...
    @property
    def form(self) -> PageForm: ...
    @property
    def language(self) -> Language: ...

class Written(Described):
    """A page or a table for people, as one text."""
    def __new__(cls, *, text: str) -> Written: ...
    @property
    def text(self) -> str: ...

class ReviewRules(Described):
    """Which rules of that day never matter, and which prohibitions meet permissions?"""
    def __new__(cls, *, day: datetime.date) -> ReviewRules: ...
    @property
    def day(self) -> datetime.date: ...

class NamedFact(Described):
    """One fact of an example."""
    def __new__(cls, *, attribute: str, value: str) -> NamedFact: ...
    @property
    def attribute(self) -> str: ...
    @property
    def value(self) -> str: ...

class RuleFinding(Described):
    """A rule, the rules that stand in its way, and a request that it meets. Examples name the facts that these rules look at."""
    def __new__(cls, *, rule: str, by: Iterable[str] = ..., example: Iterable[NamedFact] = ...) -> RuleFinding: ...
    @property
    def rule(self) -> str: ...
    @property
    def by(self) -> tuple[str, ...]: ...
    @property
    def example(self) -> tuple[NamedFact, ...]: ...

class RulebookReview(Described):
    """dead: Rules that are the reason of no answer.
    shadowed: Rules that never make the answer alone.
    excepted: Permissions to which a prohibition of their tier is an exception.
    """
    def __new__(cls, *, version: str, dead: Iterable[RuleFinding] = ..., shadowed: Iterable[RuleFinding] = ..., excepted: Iterable[RuleFinding] = ...) -> RulebookReview: ...
    @property
    def version(self) -> str: ...
    @property
    def dead(self) -> tuple[RuleFinding, ...]: ...
    @property
    def shadowed(self) -> tuple[RuleFinding, ...]: ...
    @property
    def excepted(self) -> tuple[RuleFinding, ...]: ...

class CompareRules(Described):
    """Who gains and who loses between the law of two days?"""
    def __new__(cls, *, before: datetime.date, after: datetime.date) -> CompareRules: ...
    @property
    def before(self) -> datetime.date: ...
    @property
    def after(self) -> datetime.date: ...

class NamedValues(Described):
    """One fact of a region: any of these values. Facts that are not named may have any."""
    def __new__(cls, *, attribute: str, one_of: Iterable[str] = ...) -> NamedValues: ...
    @property
    def attribute(self) -> str: ...
    @property
    def one_of(self) -> tuple[str, ...]: ...

class ComparedRegion(Described):
    """Requests that one gate answers differently, and one of them whose whole answer differs."""
    def __new__(cls, *, gate: GateValue, region: Iterable[NamedValues] = ..., before: EffectValue, after: EffectValue, example: Iterable[NamedFact] = ..., example_before: EffectValue, example_after: EffectValue, rules_before: Iterable[str] = ..., rules_after: Iterable[str] = ...) -> ComparedRegion: ...
    @property
    def gate(self) -> Gate: ...
    @property
    def region(self) -> tuple[NamedValues, ...]: ...
    @property
    def before(self) -> Effect: ...
    @property
    def after(self) -> Effect: ...
    @property
    def example(self) -> tuple[NamedFact, ...]: ...
    @property
    def example_before(self) -> Effect: ...
    @property
    def example_after(self) -> Effect: ...
    @property
    def rules_before(self) -> tuple[str, ...]: ...
    @property
    def rules_after(self) -> tuple[str, ...]: ...

class RulebookComparison(Described):
    def __new__(cls, *, version_before: str, version_after: str, regions: Iterable[ComparedRegion] = ..., gains: int, loses: int, complete: bool = ...) -> RulebookComparison: ...
    @property
    def version_before(self) -> str: ...
    @property
    def version_after(self) -> str: ...
    @property
    def regions(self) -> tuple[ComparedRegion, ...]: ...
    @property
    def gains(self) -> int: ...
    @property
    def loses(self) -> int: ...
    @property
    def complete(self) -> bool: ...

class WriteComparison(Described):
    """The same as a self-contained page, or as CSV."""
    def __new__(cls, *, before: datetime.date, after: datetime.date, form: PageFormValue, language: LanguageValue) -> WriteComparison: ...
    @property
    def before(self) -> datetime.date: ...
    @property
    def after(self) -> datetime.date: ...
    @property
    def form(self) -> PageForm: ...
    @property
    def language(self) -> Language: ...

class Discharge(Described):
    """What remains of a decision once only these obligations are met?"""
    def __new__(cls, *, decision: Decision, met: Iterable[str] = ...) -> Discharge: ...
    @property
    def decision(self) -> Decision: ...
    @property
    def met(self) -> tuple[str, ...]: ...

class CheckNote(Described):
    """What has no place in this free text?"""
    def __new__(cls, *, text: str) -> CheckNote: ...
    @property
    def text(self) -> str: ...

class NoteKind(Choice):
    """- `nir`: a social security number with its right key; `nir_unproven`: what looks like one, without key or with a wrong one.
     - `bank_account`: an IBAN or a RIB; `bank_card`: a card number. Their keys are checked.
     - `credential`: a password or a secret code with its value; `credential_hint`: an identifier, or what may be a code.
     - `phone`: French numbers of people in every spelling, and foreign ones that begin with +; not 08 nor short numbers.
     - `email`.
     - `origin`, `religion`, `opinion` (political, of union, of thought), `orientation` (sexual, gender identity), `offence`.
     - `insult`, `stigma`: words that judge.
    """
    nir = "nir"
    nir_unproven = "nir_unproven"
    bank_account = "bank_account"
    bank_card = "bank_card"
    credential = "credential"
    credential_hint = "credential_hint"
    phone = "phone"
    email = "email"
    origin = "origin"
    religion = "religion"
    opinion = "opinion"
    orientation = "orientation"
    offence = "offence"
    insult = "insult"
    stigma = "stigma"

NoteKindValue: TypeAlias = NoteKind | Literal["nir", "nir_unproven", "bank_account", "bank_card", "credential", "credential_hint", "phone", "email", "origin", "religion", "opinion", "orientation", "offence", "insult", "stigma"]

class NoteSeverity(Choice):
    warn = "warn"
    refuse = "refuse"

NoteSeverityValue: TypeAlias = NoteSeverity | Literal["warn", "refuse"]

class NoteFinding(Described):
    """The bytes of the text from `begin_byte` up to `end_byte`, which is not in it."""
    def __new__(cls, *, kind: NoteKindValue, severity: NoteSeverityValue, begin_byte: int, end_byte: int, advice: Text) -> NoteFinding: ...
    @property
    def kind(self) -> NoteKind: ...
    @property
    def severity(self) -> NoteSeverity: ...
    @property
    def begin_byte(self) -> int: ...
    @property
    def end_byte(self) -> int: ...
    @property
    def advice(self) -> Text: ...

class NoteFindings(Described):
    def __new__(cls, *, findings: Iterable[NoteFinding] = ...) -> NoteFindings: ...
    @property
    def findings(self) -> tuple[NoteFinding, ...]: ...

class ExportCedar(Described):
    """The rules in force on that day, for Cedar: see exchange/cedar.hpp."""
    def __new__(cls, *, day: datetime.date) -> ExportCedar: ...
    @property
    def day(self) -> datetime.date: ...

class CedarExport(Described):
    """schema: In Cedar's own schema syntax.
    policies: With titles and texts of law as comments, and `@id`, `@effect` and `@texts` as annotations.
    entities: JSON.
    """
    def __new__(cls, *, schema: str, policies: str, entities: str) -> CedarExport: ...
    @property
    def schema(self) -> str: ...
    @property
    def policies(self) -> str: ...
    @property
    def entities(self) -> str: ...

class Issue(Described):
    """One fault of an input: where it is, its code and what to do about it. The path is a JSON Pointer; in a table, or in a
    text that is no tree yet, it is `line:column`.
    """
    def __new__(cls, *, path: str, code: str, message: Text) -> Issue: ...
    @property
    def path(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def message(self) -> Text: ...

class ErrorCode(Choice):
    not_found = "not_found"
    conflict = "conflict"
    misuse = "misuse"
    foreign_file = "foreign_file"
    corrupt_file = "corrupt_file"
    busy = "busy"
    unavailable = "unavailable"
    storage = "storage"
    internal = "internal"

ErrorCodeValue: TypeAlias = ErrorCode | Literal["not_found", "conflict", "misuse", "foreign_file", "corrupt_file", "busy", "unavailable", "storage", "internal"]

class AuditRoot(Described):
    """The root of the audit log: how many leaves, and the hash over them all in hexadecimal."""
    def __new__(cls, *, size: int, hash: str) -> AuditRoot: ...
    @property
    def size(self) -> int: ...
    @property
    def hash(self) -> str: ...

class AuditFault(Choice):
    leaf_missing = "leaf_missing"
    leaf_changed = "leaf_changed"
    detail_missing = "detail_missing"
    detail_changed = "detail_changed"
    node_missing = "node_missing"
    node_changed = "node_changed"
    head_changed = "head_changed"
    row_missing = "row_missing"
    row_changed = "row_changed"
    row_unrecorded = "row_unrecorded"
    other_past = "other_past"
    file_damaged = "file_damaged"

AuditFaultValue: TypeAlias = AuditFault | Literal["leaf_missing", "leaf_changed", "detail_missing", "detail_changed", "node_missing", "node_changed", "head_changed", "row_missing", "row_changed", "row_unrecorded", "other_past", "file_damaged"]

class AuditFinding(Described):
    """One thing that is not as it was written.

    seq: The leaf concerned: the bad one, or the last that wrote the row. None if no leaf ever wrote it, or for the whole log.
    table: The row concerned, by table and key.
    """
    def __new__(cls, *, fault: AuditFaultValue, seq: int | None = ..., table: str | None = ..., key: str | None = ...) -> AuditFinding: ...
    @property
    def fault(self) -> AuditFault: ...
    @property
    def seq(self) -> int | None: ...
    @property
    def table(self) -> str | None: ...
    @property
    def key(self) -> str | None: ...

class AuditReport(Described):
    """At most 1,000 findings, first those in the log, then those in rows, each by number of leaf. None means that all is as
    it was written.
    """
    def __new__(cls, *, size: int, rows: int, findings: Iterable[AuditFinding] = ...) -> AuditReport: ...
    @property
    def size(self) -> int: ...
    @property
    def rows(self) -> int: ...
    @property
    def findings(self) -> tuple[AuditFinding, ...]: ...

class PendingEffect(Described):
    """Something that the host must carry out: tell somebody, print something, destroy a file. Written in the same transaction
    as its cause. It holds no text and no contact: whoever carries it out asks the desk for what it may say.

    kind: "alert_sender", "rebooking_proposal"...: the effects of the machines.
    about: The record that it is about, if it is one: its id.
    command_id: The command that caused it; none if time did.
    """
    def __new__(cls, *, id: str, kind: str, person_id: str | None = ..., about: str, command_id: str | None = ..., due_at: datetime.datetime) -> PendingEffect: ...
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def person_id(self) -> str | None: ...
    @property
    def about(self) -> str: ...
    @property
    def command_id(self) -> str | None: ...
    @property
    def due_at(self) -> datetime.datetime: ...

class TickReport(Described):
    """What a tick did.

    next_due: When the next one is due, as far as is known now.
    """
    def __new__(cls, *, moved: int, next_due: datetime.datetime | None = ...) -> TickReport: ...
    @property
    def moved(self) -> int: ...
    @property
    def next_due(self) -> datetime.datetime | None: ...

__all__ = ["PersonKind", "ContactChannel", "ContactSafety", "ContactPoint", "SafetyFlag", "RegisterPerson", "PersonRegistered", "Channel", "EncounterResult", "RecordEncounter", "EncounterRecorded", "AcceptSuggestion", "NeedAdded", "DeskMission", "CoverNeed", "NeedCovered", "ReadPlan", "Person", "NeedOrigin", "NeedUrgency", "NeedStatus", "NeedRecord", "Text", "AppointmentState", "Appointment", "ReferralKind", "ReferralState", "Referral", "ConsentGiver", "ConsentMeans", "Period", "ConsentState", "Consent", "PersonPlan", "AskAbout", "Effect", "Gate", "GateAnswer", "Confidence", "DeterminingRule", "MissingFact", "UnsettledRule", "AskedObligation", "LawfulChange", "LawfulWay", "CitedText", "Decision", "KnownItem", "Knowledge", "AboutPerson", "ReadDisclosures", "ProofKind", "ProvedCondition", "Informed", "SharingChannel", "Disclosure", "DisclosureRegister", "CountActivity", "ActivityCount", "GiveConsent", "ConsentGiven", "WithdrawConsent", "ConsentWithdrawn", "BookAppointment", "AppointmentBooked", "FindSlots", "Slot", "FreeSlots", "SendReferral", "ReferralSent", "ListMachines", "MachineNames", "MachineOf", "MachineLine", "MachineTable", "DrawMachine", "MachineDrawing", "FactsOfMachine", "MachineFactSheet", "StepMachine", "MachineStep", "RefusalOf", "Refusal", "HolidayZone", "HolidaysOf", "Holiday", "Holidays", "ConsentCovers", "Covered", "OrganisationKind", "DatedName", "Organisation", "Pole", "Weekday", "OpeningHours", "Site", "SpaceKind", "Space", "AssetKind", "Asset", "Hat", "Professional", "ServiceStatus", "Service", "Agreement", "Permanence", "CentrePlan", "YesNo", "AgeBand", "ResidenceRight", "SocialScheme", "IncomeBand", "Employment", "Housing", "TenancyStep", "EnergyStep", "DebtKind", "GirBand", "Mobility", "LegalProtection", "DisputeAmount", "DigitalAutonomy", "FrenchReading", "PersonFacts", "OrientationRequest", "Orient", "Deadline", "DestinationRole", "Openness", "NextPermanence", "FactUsed", "Question", "Candidate", "Precedence", "Exclusion", "RuleRead", "Orientation", "SuggestionRequest", "Suggest", "Suggestion", "Suggestions", "RequestAction", "Actor", "SecrecyStatus", "Profession", "Recipient", "DataCategory", "Compartment", "Purpose", "PurposeMatch", "DataForm", "Necessity", "ConsentFact", "Opposition", "PriorNotice", "Involvement", "Coordination", "ChildProtectionPart", "Danger", "Demand", "HolderPosition", "ProtectionMeasure", "RepresentationFact", "LegalAge", "ParentPosition", "Concealment", "ExchangeFramework", "ActingAs", "MandateFact", "MandateParties", "ArchiveTerm", "AccessRequest", "Decide", "Employer", "Mission", "Engagement", "HatFacts", "StatusOfHat", "HatStatus", "SecrecyCase", "CheckCases", "CaseResult", "CaseReport", "MatrixActor", "MatrixRequest", "MatrixOf", "MatrixCell", "Matrix", "PageForm", "Language", "WriteMatrix", "Written", "ReviewRules", "NamedFact", "RuleFinding", "RulebookReview", "CompareRules", "NamedValues", "ComparedRegion", "RulebookComparison", "WriteComparison", "Discharge", "CheckNote", "NoteKind", "NoteSeverity", "NoteFinding", "NoteFindings", "ExportCedar", "CedarExport", "Issue", "ErrorCode", "AuditRoot", "AuditFault", "AuditFinding", "AuditReport", "PendingEffect", "TickReport"]
