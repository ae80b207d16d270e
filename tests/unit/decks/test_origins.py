"""A deck says when its documents appeared and what they are; the YAML keeps it, and an author's own words."""

import json
from dataclasses import replace

import pytest

from sctui.decks.jsonl import card_lines
from sctui.decks.merge_plan import plan_deck
from sctui.decks.origins import origin_told, origins_of
from sctui.decks.yaml_reader import read_deck_text
from sctui.decks.yaml_writer import deck_text
from sctui.model.card import Note, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language

REF = DocumentRef("../a.md", "4f", "2021-03", "meta-analysis")
DECK = Deck(
    "甲",
    Language.TRADITIONAL,
    (Note("n1", front="甲？", back="乙", sources=(Source("a.md", 1, "乙"),)),),
    {"a": REF},
)


@pytest.mark.parametrize(
    ("reference", "language", "told"),
    [
        (REF, Language.TRADITIONAL, "2021-03 · 薈萃分析"),
        (REF, Language.ENGLISH, "2021-03 · meta-analysis"),
        (DocumentRef("a.md", kind="讲义"), Language.SIMPLIFIED, "讲义"),
        (DocumentRef("a.md", date="2020"), Language.SIMPLIFIED, "2020"),
        (DocumentRef("a.md"), Language.SIMPLIFIED, ""),
    ],
)
def test_origin_in_words(reference: DocumentRef, language: Language, told: str) -> None:
    assert origin_told(reference.date, reference.kind, language) == told


def test_the_deck_keeps_it() -> None:
    text = deck_text(DECK)
    assert "a: {file: ../a.md, sha256: 4f, date: 2021-03, kind: meta-analysis}" in text
    assert read_deck_text(text, "d.yaml").deck_file.deck.documents == {"a": REF}
    assert origins_of(DECK) == {"a.md": "2021-03 · 薈萃分析"}


def test_the_cards_lines_tell_it() -> None:
    (source,) = json.loads(next(card_lines(DECK)))["sources"]
    assert source == {
        "document": "a.md",
        "line": 1,
        "quote": "乙",
        "date": "2021-03",
        "kind": "meta-analysis",
    }


def test_what_is_known_of_a_document_is_added_and_an_authors_words_stay() -> None:
    former = replace(DECK, documents={"a": DocumentRef("../a.md", "4f")})
    fresh = plan_deck(None, former, {})
    added = plan_deck(fresh.text, DECK, fresh.sidecar)
    assert added.text == fresh.text.replace("4f}", "4f, date: 2021-03, kind: meta-analysis}")
    own = fresh.text.replace("4f}", "4f, kind: my own}")
    assert plan_deck(own, DECK, fresh.sidecar).text == own.replace("4f,", "4f, date: 2021-03,")
