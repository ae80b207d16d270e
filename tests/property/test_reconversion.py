"""A document and its decks edited in turn: a short run of the soak; `python -m tests.reconversion_soak 1000` is the long one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.merge import plan_deck
from sctui.decks.surroundings import surroundings
from sctui.decks.take_over import take_over
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.document import Document, Language, Line, LineKind
from tests.reconversion_soak import soak


def test_edits_of_the_author_survive_conversions_of_an_edited_document(tmp_path: Path) -> None:
    ids = soak(tmp_path, 8, seed=1)
    assert sum(count for name, count in ids.items() if name.endswith("kept")) > 20


@st.composite
def _gaps(draw: st.DrawFn) -> list[Note]:
    """Sentences of a page, one a line, in which a few answers come again and again."""
    told = draw(st.lists(st.tuples(st.integers(0, 30), st.sampled_from("AB")), min_size=1, max_size=8))
    return [
        Note(
            f"n{number}-{line}",
            CardKind.MECHANISM,
            text=f"sentence {number} on {{{{c1::{answer}}}}}",
            sources=(Source("d.md", line, f"sentence {number} on {answer}"),),
        )
        for line, (number, answer) in enumerate(told, 1)
    ]


def _deck(notes: list[Note]) -> Deck:
    return Deck("d", Language.ENGLISH, tuple(notes), {"d": DocumentRef("d.md")})


def _page(notes: list[Note]) -> Document:
    lines = [Line(at, note.sources[0].quote, LineKind.PARAGRAPH) for at, note in enumerate(notes, 1)]
    return Document("d.md", "", Language.ENGLISH, lines)


def _around(notes: list[Note], note: Note) -> list[str | None]:
    at = note.sources[0].line - 1
    return [
        notes[one].sources[0].quote if 0 <= one < len(notes) else None
        for one in (at - 2, at - 1, at + 1, at + 2)
    ]


@given(_gaps(), _gaps())
def test_a_card_is_taken_for_another_only_for_its_words_or_its_answer_between_the_same_lines(
    old: list[Note], new: list[Note]
) -> None:
    before, after = _page(old), _page(new)
    new = [replace(note, id=f"new-{note.id}") for note in new]
    merged = plan_deck(None, _deck(old), {}, beside=surroundings(before))
    decks, _ = take_over({"d": _deck(new)}, merged.sidecar, surroundings(after))
    former = {note.id: note for note in old}
    names = [note.id for note in decks["d"].notes]
    assert len(set(names)) == len(names)
    for note, name in zip(new, names, strict=True):
        if name not in former or note.text == former[name].text:
            continue
        one, other = _around(old, former[name]), _around(new, note)
        same_words = note.text[:-3] == former[name].text[:-3]
        same_place = any(line is not None and line == two for line, two in zip(one, other, strict=True))
        assert same_words or (note.sources[0].quote[-1] == former[name].sources[0].quote[-1] and same_place)
