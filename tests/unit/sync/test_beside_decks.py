import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.inbox import Decision
from sctui.decks.merged_entries import merge_entries
from sctui.locations import Home
from tests.unit.sync.test_decks import backs, homes, run, text, write

__all__ = ["homes"]  # a fixture
_RECORD = "0123456789ab 01234567 89abcdef"


def put(home: Home, name: str, **entries: str) -> None:
    (home.decks / name).write_text(json.dumps(entries, indent=0) + "\n", "utf-8")


def got(home: Home, name: str = "inbox.json") -> dict[str, str]:
    file = home.decks / name
    return json.loads(file.read_text("utf-8")) if file.exists() else {}


@pytest.fixture
def two(homes: list[Home]) -> list[Home]:
    """Two machines with the same deck, one of whose cards waits."""
    write(homes[0], text(a="1", b="2", c="3"))
    put(homes[0], "inbox.json", a="accepted", b="waiting", c="waiting")
    put(homes[0], "generated.json", a=_RECORD, b=_RECORD, c=_RECORD)
    for home in homes[:2]:
        assert run(home).exit_code == 0
    return homes[:2]


def test_a_card_that_waits_here_waits_there(two: list[Home]) -> None:
    assert got(two[1]) == {"a": "accepted", "b": "waiting", "c": "waiting"}
    assert "2 cards waiting" in run(two[1], command="inbox").output


def test_a_card_rejected_here_is_not_made_again_there(two: list[Home]) -> None:
    assert run(two[0], "reject", "b", command="inbox").exit_code == 0
    assert run(two[1], "accept", "c", command="inbox").exit_code == 0
    for home in (*two, *two):
        assert run(home).exit_code == 0
    for home in two:
        assert got(home) == {"a": "accepted", "b": "rejected", "c": "accepted"}
        assert backs(home) == {"a": "1", "c": "3"}
        assert set(got(home, "generated.json")) == {"a", "b", "c"}


def test_two_authors_who_decide_differently_are_told(two: list[Home]) -> None:
    run(two[0], "reject", "b", command="inbox")
    run(two[1], "accept", "b", command="inbox")
    run(two[0])
    told = run(two[1])
    assert told.exit_code == 1
    assert "the card `b` was changed differently on two machines" in told.output
    assert "here: accepted" in told.output
    assert got(two[1])["b"] == "accepted"
    assert run(two[1], "--resolved", "inbox.json").exit_code == 0
    assert run(two[0]).exit_code == 0
    assert got(two[0])["b"] == "accepted"


def test_a_damaged_file_is_told_and_left_alone(two: list[Home]) -> None:
    (two[0].decks / "inbox.json").write_text("{", "utf-8")
    run(two[0])
    put(two[1], "inbox.json", a="edited")
    assert run(two[1]).exit_code == 1
    assert got(two[1]) == {"a": "edited"}


def test_decisions_that_both_took_by_themselves_meet(homes: list[Home]) -> None:
    for home, card in zip(homes[:2], "ab", strict=True):
        write(home, text(a="1", b="2"))
        put(home, "inbox.json", **{card: "accepted"})
    for home in (*homes[:2], *homes[:2]):
        assert run(home).exit_code == 0
    assert got(homes[0]) == got(homes[1]) == {"a": "accepted", "b": "accepted"}


_sides = st.none() | st.dictionaries(st.sampled_from("abc"), st.sampled_from([*map(str, Decision)])).map(
    json.dumps
)


@given(_sides, _sides, _sides, st.sampled_from(["inbox.json", "generated.json"]))
def test_sides_may_be_exchanged_and_nothing_is_made_up(
    base: str | None, ours: str | None, theirs: str | None, name: str
) -> None:
    merged, turned = merge_entries((base, ours, theirs), name), merge_entries((base, theirs, ours), name)
    assert merged.text == turned.text
    assert [(one.ours, one.theirs) for one in merged.conflicts] == [
        (one.theirs, one.ours) for one in turned.conflicts
    ]
    assert merge_entries((base, ours, base), name).text is not None
    if merged.text is not None:
        sides = [json.loads(side or "{}") for side in (ours, theirs)]
        for key, value in json.loads(merged.text or "{}").items():
            assert value in [side.get(key) for side in sides]
