"""A card changed key by key: comments, quoting and order of what did not change stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sctui.decks.surgery import with_notes
from sctui.decks.yaml_reader import read_deck_text
from sctui.model.card import Note, Reverse, Source

DECK = """deck: d
documents: {doc: ../d.md}
cards:
  - id: a  # the first
    # on the topic
    topic: outer/inner
    front: 'What?'   # quoted so
    back: |  # a block
      # not a comment
      two lines

    tags:
      - x
      # of y
      - y
    source: {document: doc, line: 1, quote: "q"}  # proof
  # between
  - back:   "b"
    id: b
    front: Which?
"""


def changed(key: str, **what: object) -> str:
    notes = {note.id: note for note in read_deck_text(DECK, "x").deck_file.deck.notes}
    note: Note = replace(notes[key], **what)  # type: ignore[arg-type]  # any field of a note
    text = with_notes(DECK, "x", [note])
    assert note in read_deck_text(text, "x").deck_file.deck.notes
    return text


@pytest.mark.parametrize(
    ("key", "what", "old", "new"),
    [
        ("a", {"front": "Why?"}, "front: 'What?'   # quoted so", "front: Why?  # quoted so"),
        (
            "a",
            {"back": "one"},
            "back: |  # a block\n      # not a comment\n      two lines\n",
            "back: one  # a block\n",
        ),
        (
            "a",
            {"tags": ("z",)},
            "tags:\n      - x\n      # of y\n      - y\n",
            "tags: [z]\n    # of y\n",
        ),
        (
            "a",
            {"flags": ("preclinical",)},
            'quote: "q"}  # proof\n',
            'quote: "q"}  # proof\n    flags: [preclinical]\n',
        ),
        ("a", {"topic": ()}, "    topic: outer/inner\n", ""),
        (
            "a",
            {"sources": (Source("d.md", 2, "q"),)},
            'source: {document: doc, line: 1, quote: "q"}  # proof',
            "source: {document: doc, line: 2, quote: q}  # proof",
        ),
        ("b", {"back": "c"}, '  - back:   "b"\n', "  - back: c\n"),
        ("b", {"tags": ("z",)}, "    front: Which?\n", "    front: Which?\n    tags: [z]\n"),
    ],
)
def test_only_what_changes_is_written(key: str, what: dict[str, object], old: str, new: str) -> None:
    assert old in DECK
    assert changed(key, **what) == DECK.replace(old, new)


def test_a_card_that_becomes_another_type_keeps_its_comments() -> None:
    text = changed("a", front="", back="", text="{{c1::gap}}")
    assert "# the first" in text
    assert "# on the topic" in text
    assert "front: 'What?'" not in text


def test_a_card_between_braces_keeps_its_comments() -> None:
    deck = """deck: d
cards:
  - {id: a, front: What?, back: b}  # at 100 degrees
  - {id: c,  # the second
     # of two lines
     front: "Why #1, } # 2?", back: d,
    }  # done
"""
    notes = read_deck_text(deck, "x").deck_file.deck.notes
    text = with_notes(deck, "x", [replace(note, tags=("t",)) for note in notes])
    assert (
        text
        == """deck: d
cards:
  - id: a
    # at 100 degrees
    front: What?
    back: b
    tags: [t]
  - id: c
    # the second
    # of two lines
    # done
    front: "Why #1, } # 2?"
    back: d
    tags: [t]
"""
    )


TYPED = """deck: d
cards:
  - id: a
    front: 'How hot?'  # of tea
    back: 100 °C
    type: number  # typed
    tags: [x]
  - id: b
    type: reversible
    front: "tea"
    back: 茶  # green
"""


@pytest.mark.parametrize(
    ("key", "what", "old", "new"),
    [
        ("a", {"tolerance": ""}, "    type: number  # typed\n", ""),
        ("a", {"tolerance": "5%"}, "100 °C\n", "100 °C\n    tolerance: 5%\n"),
        ("b", {"back": "绿茶", "reverse": Reverse("绿茶", "tea")}, "茶", "绿茶"),
        ("b", {"reverse": None}, "    type: reversible\n", ""),
    ],
)
def test_the_word_for_a_type_stays_while_it_is_true(
    key: str, what: dict[str, object], old: str, new: str
) -> None:
    notes = {note.id: note for note in read_deck_text(TYPED, "x").deck_file.deck.notes}
    note: Note = replace(notes[key], **what)  # type: ignore[arg-type]  # any field of a note
    assert with_notes(TYPED, "x", [note]) == TYPED.replace(old, new, 1)
