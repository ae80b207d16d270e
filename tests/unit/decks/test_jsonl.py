"""One card a line, with the fields that others rely on."""

from __future__ import annotations

import json

from sctui.decks.in_script import deck_in_script
from sctui.decks.jsonl import card_lines
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck
from sctui.model.document import Language
from sctui.text.script import Script

BASIC = Note(
    "a",
    CardKind.TRIAL,
    ("甲", "乙"),
    "几人？",
    "12 人",
    "",
    (Source("d.md", 3, "12 人"),),
    ("preclinical",),
    ("t",),
)
CLOZE = Note("c", text="{{c1::一}}、{{c2::二::数}}、{{c1::三}}")


def lines(deck: Deck) -> list[dict[str, object]]:
    return [json.loads(line) for line in card_lines(deck)]


def test_all_fields_in_their_order() -> None:
    (line,) = card_lines(Deck("d::e", Language.SIMPLIFIED, (BASIC,)))
    assert line == (
        '{"id": "a", "deck": "d::e", "kind": "trial", "type": "basic", "topic": ["甲", "乙"], "front": "几人？", '
        '"back": "12 人", "sources": [{"document": "d.md", "line": 3, "quote": "12 人"}], '
        '"flags": ["preclinical"], "tags": ["t"]}\n'
    )


def test_every_gap_is_a_card() -> None:
    first, second = lines(Deck("d", Language.SIMPLIFIED, (CLOZE,)))
    assert (first["id"], first["type"], first["front"], first["back"]) == (
        "c#1",
        "cloze",
        "[…]、二、[…]",
        "一 / 三",
    )
    assert (second["id"], second["front"], second["back"]) == ("c#2", "一、[数]、三", "二")


def test_a_line_is_a_line_and_harmless_on_a_terminal() -> None:
    text = "a\nb\x1b[31m\x9b\x7f\x85\u2028\u2029"
    (line,) = card_lines(Deck("d", Language.ENGLISH, (Note("a", front=text, back="b"),)))
    assert line.rstrip("\n").isprintable()
    assert json.loads(line)["front"] == text


def test_the_readers_script() -> None:
    note = Note("a", front="干细胞？", back="软件", topic=("细胞",), sources=(Source("d.md", 1, "干细胞"),))
    deck = deck_in_script(Deck("干细胞", Language.SIMPLIFIED, (note, CLOZE)), Script.TAIWAN)
    assert (deck.name, deck.language) == ("幹細胞", Language.TRADITIONAL)
    assert (deck.notes[0].front, deck.notes[0].topic) == ("幹細胞？", ("細胞",))
    assert deck.notes[0].sources == note.sources
    assert deck.notes[1].text == "{{c1::一}}、{{c2::二::數}}、{{c1::三}}"
    english = Deck("cells", Language.ENGLISH, (Note("a", front="x", back="y"),))
    assert deck_in_script(english, Script.HONG_KONG) == english
    assert deck_in_script(deck, Script.AS_WRITTEN) is deck
