"""What processes send one another: the lexicon stands in it by its name, as each of them has it.

Records are sent as what they are made of: as `pickle` does it by itself, they would take three times as long.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from sctui.lexicon.lexicon import Lexicon
from sctui.pipeline import Knowledge

_Reducer = Callable[[Any], Any]


def sent(something: object, knowledge: Knowledge) -> bytes:
    """Something for a process that knows the same."""
    file = io.BytesIO()
    _Sent(file, knowledge).dump(something)
    return file.getvalue()


def received(data: bytes, knowledge: Knowledge) -> Any:
    """What another process has sent."""
    return _Received(data, knowledge).load()


class _Sent(pickle.Pickler):
    def __init__(self, file: io.BytesIO, knowledge: Knowledge) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.dispatch_table = _Reducers(_RECORDS)
        lexicon = knowledge.lexicon
        self.dispatch_table[Lexicon] = lambda one: (
            (_lexicon, ()) if one is lexicon else one.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
        )


class _Received(pickle.Unpickler):
    def __init__(self, data: bytes, knowledge: Knowledge) -> None:
        super().__init__(io.BytesIO(data))
        self._knowledge = knowledge

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _lexicon.__name__):
            return lambda: self._knowledge.lexicon
        return super().find_class(module, name)


def _lexicon() -> Lexicon:
    """Stands for the lexicon that both processes have."""
    raise NotImplementedError


class _Reducers(dict[type, _Reducer]):
    """How objects of a class are sent; those of classes that are not here as `pickle` does it."""

    def __missing__(self, kind: type) -> _Reducer:
        reducer = copyreg.dispatch_table.get(kind) or _as_made(kind)
        if reducer is None:
            raise KeyError(kind)
        self[kind] = _RECORDS[kind] = reducer
        return reducer


_RECORDS = _Reducers()


def _as_made(kind: Any) -> _Reducer | None:
    """What gives a record's class and values; None for what is not made of its fields alone."""
    whole = is_dataclass(kind) and kind.__reduce__ is object.__reduce__ and not hasattr(kind, "__post_init__")
    names = [field.name for field in fields(kind)] if whole else []
    if len(names) < 2 or not all(field.init and not field.kw_only for field in fields(kind)):
        return None
    values = attrgetter(*names)
    return lambda record: (kind, values(record))
