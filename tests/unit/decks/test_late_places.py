from __future__ import annotations

from sctui.decks.late_places import LatePlaces
from sctui.decks.places import Place

_PLACES = [Place(line, 5, line, (line, 9)) for line in (1, 2)]


def test_places_are_worked_out_once_when_one_is_asked_for() -> None:
    calls: list[int] = []

    def work_out() -> list[Place]:
        calls.append(1)
        return _PLACES

    places = LatePlaces()
    assert places.add_all(["a", "b"], work_out)
    assert list(places) == ["a", "b"]
    assert "b" in places
    assert not calls
    assert places["b"] == _PLACES[1]
    assert places["a"] == _PLACES[0]
    assert len(calls) == 1


def test_an_id_that_is_there_keeps_all_of_them_out() -> None:
    places = LatePlaces()
    places.add("a", _PLACES[0])
    assert not places.add_all(["b", "a"], lambda: _PLACES)
    assert not places.add_all(["b", "b"], lambda: _PLACES)
    assert places == {"a": _PLACES[0]}
