"""The shared logic of a one-stop social centre: who the people are, what they allowed, where their needs should go, who may
know what, and proof of all of it.

    import datetime, libpatio

    decision = libpatio.decide(day=datetime.date.today(), action="view", actor="ccas_agent", ...)
    decision.effect, [rule.id for rule in decision.determining]      # engines alone: no database

    centre = libpatio.Centre.open("centre.db", plan=Path("plan.json"))
    desk = centre.desk_for("pro:fs1", "hat:fs1")                     # everything that touches a person
    marc = desk.register_person(kind="named", usual_name="Lenoir", first_names=["Marc"]).person_id

Objects are frozen, take their values by name, and pickle; a changed copy comes from ``replace``. What cannot be done raises
``Refused`` (a rule forbids it), ``InvalidInput`` (the values are wrong) or ``Error`` (it could not be asked).
"""

from . import _core, _doors, _model
from ._books import Books as Books
from ._books import Decider as Decider
from ._books import decide as decide
from ._books import decide_many as decide_many
from ._described import Choice as Choice
from ._described import Described as Described
from ._desk import Centre as Centre
from ._desk import Desk as Desk
from ._directories import ServiceIndex as ServiceIndex
from ._directories import Territory as Territory
from ._directories import load_directory as load_directory
from ._directories import stream_directory as stream_directory
from ._doors import *
from ._errors import Error as Error
from ._errors import InvalidInput as InvalidInput
from ._errors import Refused as Refused
from ._model import *
from ._screening import Screened as Screened
from ._screening import screen_many as screen_many

__all__ = [
    "Books",
    "Centre",
    "Choice",
    "Decider",
    "Described",
    "Desk",
    "Error",
    "InvalidInput",
    "Refused",
    "Screened",
    "ServiceIndex",
    "Territory",
    "decide",
    "decide_many",
    "screen_many",
]
__version__: str = _core.version
__all__ += _doors.__all__
__all__ += _model.__all__
