"""Makes the classes of the model from the shapes that the library describes.

A described class is frozen: its values are checked when it is made, and a changed copy comes from ``replace``. It compares
and hashes by its values, pickles, and its ``repr`` can be pasted back.
"""

from __future__ import annotations

import enum
import inspect
import json
import keyword
from typing import Any, Dict, NoReturn, Tuple, Type, TypeVar, Union

from . import _core
from ._docs import DOCS

T = TypeVar("T", bound="Described")

_places: Dict[str, int] = {}


class FrozenDict(Dict[str, Any]):
    """A dict that nobody changes, so that what holds it can be hashed."""

    def _frozen(self, *arguments: Any, **values: Any) -> NoReturn:
        raise TypeError("this dict is frozen: make another one with dict(...)")

    __setitem__ = __delitem__ = __ior__ = _frozen  # type: ignore[assignment]
    update = clear = pop = popitem = setdefault = _frozen  # type: ignore[assignment]

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> Tuple[Any, ...]:
        return FrozenDict, (dict(self),)


class Described:
    """The base of every class of the model. Give every value by its name; what is wrong raises ``InvalidInput``."""

    __slots__ = ()
    __match_args__: Tuple[str, ...] = ()
    _shape: int
    _defaults: Dict[str, Any]

    def __new__(cls: Type[T], /, **values: Any) -> T:
        made: T = _core.make(cls._shape, {**cls._defaults, **values})
        return made

    def _values(self) -> Tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)

    def replace(self: T, /, **changes: Any) -> T:
        """The same with some values changed."""
        return type(self)(**{**dict(zip(self.__match_args__, self._values())), **changes})

    def to_json(self) -> str:
        """Canonical JSON: keys sorted, no spaces, the same text in every language."""
        return _core.to_json(self)

    @classmethod
    def from_json(cls: Type[T], text: Union[str, bytes]) -> T:
        """Reads what ``to_json`` writes. Raises ``InvalidInput`` with every issue."""
        made: T = _core.from_json(cls._shape, text)
        return made

    @classmethod
    def json_schema(cls) -> Dict[str, Any]:
        """The JSON Schema (2020-12) of what ``from_json`` reads."""
        schema: Dict[str, Any] = json.loads(_core.json_schema(cls._shape))
        return schema

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: use replace()")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: use replace()")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Described) or type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(self.__match_args__, self._values()) if value not in (None, (), {}))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __copy__(self: T) -> T:
        return self

    def __deepcopy__(self: T, memo: object) -> T:
        return self

    # As JSON, so that what an older version has pickled is checked when it is read.
    def __reduce__(self) -> Tuple[Any, ...]:
        return _from_pickle, (type(self), self.to_json())


def _from_pickle(cls: Type[T], text: str) -> T:
    return cls.from_json(text)


class Choice(str, enum.Enum):
    """The base of every enum of the model. A member is its own text."""

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __format__(self, format_spec: str) -> str:
        return format(str(self.value), format_spec)

    @classmethod
    def json_schema(cls) -> Dict[str, Any]:
        """The JSON Schema (2020-12): the list of its texts."""
        schema: Dict[str, Any] = json.loads(_core.json_schema(_places[cls.__name__]))
        return schema


def signature(cls: Type[Described], fields: Any) -> inspect.Signature:
    """What one gives by name, for ``help`` and editors: first what must be given."""
    keyword_only = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter(name, keyword_only, annotation=accepts, default=default if optional else inspect.Parameter.empty)
        for name, _, accepts, optional, default in fields
    ]
    return inspect.Signature(parameters, return_annotation=cls.__name__)


def make_classes() -> Dict[str, type]:
    """Every class and enum of the model by its name."""
    _core.bind_bases(Described, FrozenDict)
    made: Dict[str, type] = {}
    for place, (name, fields, values) in enumerate(_core.shapes()):
        _places[name] = place
        if values:
            made[name] = _make_enum(place, name, values)
        else:
            made[name] = _make_class(place, name, fields)
    return made


def _make_enum(place: int, name: str, values: Tuple[str, ...]) -> type:
    members = [(value + "_" if keyword.iskeyword(value) else value, value) for value in values]
    cls = Choice(name, members, module="libpatio")  # type: ignore[call-overload]
    cls.__doc__ = DOCS.get(name)
    _core.bind(place, cls, tuple(cls))
    return cls  # type: ignore[no-any-return]


def _make_class(place: int, name: str, fields: Any) -> type:
    names = tuple(field[0] for field in fields)
    cls = type(
        name,
        (Described,),
        {
            "__slots__": names,
            "__match_args__": names,
            "__module__": "libpatio",
            "__doc__": DOCS.get(name),
            "__annotations__": {field[0]: field[1] for field in fields},
            "_shape": place,
            "_defaults": {name: default for name, _, _, optional, default in fields if optional and default not in (None, (), {})},
        },
    )
    cls.__signature__ = signature(cls, fields)  # type: ignore[attr-defined]
    _core.bind(place, cls, names)
    return cls
