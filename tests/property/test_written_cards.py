"""The short way for decks of our own writing gives the deck, places and faults that the nodes give."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.decks.note_reader import NoteReader
from sctui.decks.places import Place
from sctui.decks.written_cards import read_written_cards
from sctui.decks.yaml_reader import Reading, parse_deck, read_deck_node, read_deck_text
from sctui.decks.yaml_writer import deck_text
from sctui.errors import DeckError
from sctui.locations import bundled
from sctui.model.card import Note
from sctui.model.deck import Deck
from tests.property.test_yaml_round_trip import DECKS

Cards = tuple[list[Note], dict[str, Place]] | None
_FILES = sorted(bundled().glob("decks/**/*.yaml"))
_BITS = (
    "",
    "",
    "\n",
    " ",
    "  ",
    ":",
    ": ",
    ",",
    "'",
    '"',
    "- ",
    "#",
    " #",
    "]",
    "}",
    "a",
    "0",
    "[]",
    "\t",
    "{{c0::}}",
)


def _result(text: str, *, nodes: bool) -> Reading | str:
    try:
        found = read_deck_node(parse_deck(text, "x"), text, "x") if nodes else read_deck_text(text, "x")
    except DeckError as error:
        return f"{error}"
    return found


def _as_text(result: Reading | str) -> str:
    return (
        result
        if isinstance(result, str)
        else f"{result.deck_file} {[str(fault) for fault in result.problems]}"
    )


def _damaged(text: str, chance: random.Random, wounds: int) -> str:
    for _ in range(wounds):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(_BITS) + text[at + chance.choice((0, 0, 1, 2, 5)) :]
    return text


@given(DECKS, st.randoms(use_true_random=False), st.integers(0, 3))
def test_decks_of_our_writer(deck: Deck, chance: random.Random, wounds: int) -> None:
    text = _damaged(deck_text(deck), chance, wounds)
    assert _as_text(_result(text, nodes=False)) == _as_text(_result(text, nodes=True))


@settings(max_examples=400)
@given(st.sampled_from(_FILES), st.integers(0, 200), st.randoms(use_true_random=False), st.integers(0, 3))
def test_bundled_cards(file: object, first: int, chance: random.Random, wounds: int) -> None:
    assert file in _FILES
    head, _, cards = _TEXTS[file].partition("cards:\n")
    entries = cards.split("  - id: ")[1:]
    some = "".join(f"  - id: {entry}" for entry in entries[first % len(entries) :][:3])
    text = _damaged(f"{head}cards:\n{some}", chance, wounds)
    assert _as_text(_result(text, nodes=False)) == _as_text(_result(text, nodes=True))


_TEXTS: dict[object, str] = {file: file.read_text(encoding="utf-8") for file in _FILES}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_bundled_decks_take_the_short_way(file: object, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _result(_TEXTS[file], nodes=True)
    taken = []

    def short_way(text: str, at: int, line: int, reader: NoteReader) -> Cards:
        taken.append(read_written_cards(text, at, line, reader))
        return taken[-1]

    monkeypatch.setattr("sctui.decks.yaml_reader.read_written_cards", short_way)
    assert _as_text(_result(_TEXTS[file], nodes=False)) == _as_text(expected)
    assert taken[0]
