"""Reading card by card gives the deck, places and faults that reading the whole as YAML gives."""

from __future__ import annotations

import random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.loading import forms
from sctui.decks import written_cards
from sctui.decks.yaml_reader import Reading, parse_deck, read_deck_node, read_deck_text
from sctui.decks.yaml_writer import deck_text
from sctui.errors import DeckError
from sctui.locations import bundled
from sctui.model.deck import Deck
from tests.property.test_yaml_round_trip import DECKS
from tests.property.written_decks import Written, written_decks

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


@settings(deadline=None)
@given(DECKS, st.randoms(use_true_random=False), st.integers(0, 3))
def test_decks_of_our_writer(deck: Deck, chance: random.Random, wounds: int) -> None:
    text = _damaged(deck_text(deck), chance, wounds)
    assert _as_text(_result(text, nodes=False)) == _as_text(_result(text, nodes=True))


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(_FILES), st.integers(0, 200), st.randoms(use_true_random=False), st.integers(0, 3))
def test_bundled_cards(file: object, first: int, chance: random.Random, wounds: int) -> None:
    assert file in _FILES
    head, _, cards = _TEXTS[file].partition("cards:\n")
    entries = cards.split("  - id: ")[1:]
    some = "".join(f"  - id: {entry}" for entry in entries[first % len(entries) :][:3])
    text = _damaged(f"{head}cards:\n{some}", chance, wounds)
    assert _as_text(_result(text, nodes=False)) == _as_text(_result(text, nodes=True))


_TEXTS: dict[object, str] = {file: file.read_text(encoding="utf-8") for file in _FILES}


@settings(max_examples=300, deadline=None)
@given(written_decks(), st.randoms(use_true_random=False), st.integers(0, 2))
def test_decks_as_people_write_them(written: Written, chance: random.Random, wounds: int) -> None:
    text = _damaged(written.text, chance, wounds)
    assert _as_text(_result(text, nodes=False)) == _as_text(_result(text, nodes=True))


@settings(max_examples=200, deadline=None)
@given(
    DECKS,
    st.booleans(),
    st.booleans(),
    st.sampled_from([20, 80]),
    st.randoms(use_true_random=False),
    st.integers(0, 2),
)
def test_decks_as_other_programs_write_them(
    deck: Deck, every_script: bool, in_order: bool, width: int, chance: random.Random, wounds: int
) -> None:
    data = yaml.safe_load(deck_text(deck))
    dumped = yaml.dump(data, allow_unicode=every_script, sort_keys=in_order, width=width)
    text = _damaged(dumped, chance, wounds)
    assert _as_text(_result(text, nodes=False)) == _as_text(_result(text, nodes=True))


@pytest.mark.parametrize("form", list(forms(1)))
def test_no_card_of_a_usual_form_needs_the_parser(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = forms(200)[form]
    expected = _as_text(_result(text, nodes=True))
    monkeypatch.setattr(written_cards, "parse_entry", None)
    monkeypatch.setattr("sctui.decks.yaml_reader.parse_deck", None)
    assert _as_text(_result(text, nodes=False)) == expected


def test_one_strange_card_is_parsed_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "deck: D\ncards:\n- front: a\n  back: |+\n    b\n\n- front: c\n  bakc: d\n- {front: e, back: f}\n"
    expected = _as_text(_result(text, nodes=True))
    assert "bakc" in expected
    monkeypatch.setattr("sctui.decks.yaml_reader.parse_deck", None)
    assert _as_text(_result(text, nodes=False)) == expected
