"""Who reads most documents gives some away, so that all processes have about as much to ask."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from sctui.conversion.evened import evened
from sctui.conversion.made import Made
from sctui.conversion.worker import Worker
from sctui.model.knowledge import DocumentKnowledge
from sctui.model.language import Language
from sctui.pipeline import Reading


class _Other:
    """A process that keeps documents; `dead` gives none away."""

    def __init__(self, *, dead: bool = False, ahead: Mapping[str, int] | None = None) -> None:
        self.dead, self.kept = dead, set[Path]()
        self.ahead = {Path(name): asked for name, asked in (ahead or {}).items()}

    def asked_ahead(self) -> dict[Path, int]:
        return {} if self.dead else {file: self.ahead.get(file, 0) for file in self.kept}

    def give_away(self, file: Path) -> Reading | None:
        self.kept.remove(file)
        return None if self.dead else cast("Reading", object())

    def take_in(self, made: Made) -> None:
        assert made.reading
        assert not made.around
        self.kept.add(made.file)


def _made(name: str, facts: int, keeper: _Other | None = None) -> Made:
    known, file = DocumentKnowledge(name, Language.ENGLISH, ""), Path(name)
    reading: Any = None if keeper else object()
    if keeper:
        keeper.kept.add(file)
    return Made(file, file, reading, known, "", keeper=cast("Worker | None", keeper), facts=facts)


def _loads(made: list[Made]) -> list[int]:
    keepers = dict.fromkeys(one.keeper for one in made)
    return [sum(one.facts for one in made if one.keeper is keeper) for keeper in keepers]


def test_a_document_goes_to_whom_has_less_to_ask() -> None:
    other = _Other()
    here, there = [_made("a", 300), _made("b", 20)], [_made(name, 200, other) for name in "cde"]
    after = evened([*here, *there])
    assert sorted(_loads(after)) == [420, 500]
    assert [one.file.name for one in after] == list("abcde")
    assert other.kept == {one.file for one in after if one.keeper}
    assert all(one.reading for one in after if one.keeper is None)


def test_one_goes_from_this_process_to_another() -> None:
    other = _Other()
    after = evened([_made("a", 100), _made("b", 100), _made("c", 0, other), _made("d", 90)])
    assert other.kept == {one.file for one in after if one.keeper} != {Path("c")}


def test_none_goes_where_that_would_cost_more_than_it_brings() -> None:
    other = _Other()
    made = [_made("a", 100), _made("b", 100), _made("c", 95, other)]
    assert evened(made) == made
    assert evened(made[:2]) == made[:2]
    assert evened([]) == []


def test_what_another_process_asked_already_counts_no_more() -> None:
    other = _Other(ahead={"c": 200, "d": 100})
    after = evened([_made("a", 200), _made("b", 100), _made("c", 200, other), _made("d", 100, other)])
    assert other.kept == {Path("b"), Path("c"), Path("d")}  # what it has asked of c and d would be lost
    assert [one.keeper is None for one in after] == [True, False, False, False]


def test_one_that_a_dead_process_kept_stays_here() -> None:
    dead, alive = _Other(dead=True), _Other()
    after = evened([_made("a", 10), _made("b", 50, dead), _made("c", 60, dead), _made("d", 0, alive)])
    assert {one.file.name: one.keeper for one in after if one.file.name in "bc"} in (
        {"b": None, "c": cast("Worker", dead)},
        {"b": cast("Worker", dead), "c": None},
    )


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3)), max_size=12))
def test_nobody_gets_more_than_the_fullest_had_and_nothing_is_lost(given_: list[tuple[int, int]]) -> None:
    others = [None, _Other(), _Other(), _Other()]
    made = [_made(str(at), facts, others[keeper]) for at, (facts, keeper) in enumerate(given_)]
    after = evened(made)
    assert max(_loads(after), default=0) <= max(_loads(made), default=0)
    bare = [replace(one, keeper=None, reading=None) for one in made]
    assert [replace(one, keeper=None, reading=None) for one in after] == bare
    for other in filter(None, others):
        assert other.kept == {one.file for one in after if cast("Any", one.keeper) is other}
