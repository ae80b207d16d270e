"""A record that is made more quickly is the same as one that is not."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, astuple, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.model.quick import quick


@dataclass(frozen=True, slots=True)
class _Usual:
    name: str
    line: int
    words: tuple[str, ...] = ()
    more: str = ""


@quick
@dataclass(frozen=True, slots=True)
class _Quick:
    name: str
    line: int
    words: tuple[str, ...] = ()
    more: str = ""


_VALUES = st.tuples(st.text(), st.integers(), st.lists(st.text()).map(tuple), st.text())


@given(_VALUES, _VALUES, st.integers(2, 4))
def test_it_is_what_dataclass_makes(values: Any, others: Any, given_: int) -> None:
    made, usual = _Quick(*values[:given_]), _Usual(*values[:given_])
    assert astuple(made) == astuple(usual)
    assert repr(made).removeprefix("_Quick") == repr(usual).removeprefix("_Usual")
    assert (made == _Quick(*others)) == (usual == _Usual(*others))
    assert hash(made) == hash(usual)
    assert made == replace(made) == copy.copy(made) == pickle.loads(pickle.dumps(made))  # noqa: S301 -- our own
    assert astuple(replace(made, line=others[1])) == astuple(replace(usual, line=others[1]))


def test_it_is_called_alike_and_stays_frozen() -> None:
    assert str(inspect.signature(_Quick)) == str(inspect.signature(_Usual))
    assert _Quick(line=1, name="a") == _Quick("a", 1)
    with pytest.raises(TypeError):
        _Quick("a")  # type: ignore[call-arg]  # as mypy says too
    with pytest.raises(FrozenInstanceError):
        _Quick("a", 1).name = "b"  # type: ignore[misc]  # as mypy says too


def test_what_is_made_of_more_than_its_fields_is_refused() -> None:
    with pytest.raises(TypeError, match="more than its fields"):

        @quick
        @dataclass(frozen=True, slots=True)
        class _Listed:
            words: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="more than its fields"):

        @quick
        @dataclass(frozen=True, slots=True)
        class _Counted:
            words: str

            def __post_init__(self) -> None:
                assert self.words

    assert [one.name for one in fields(_Quick)] == ["name", "line", "words", "more"]
