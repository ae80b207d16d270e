"""A card whose sentence was put in other words is known by its answer and the lines around it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sctui.decks.merge import plan_deck
from sctui.decks.surroundings import surroundings
from sctui.decks.take_over import take_over
from sctui.model.card import CardKind, Note, Source
from sctui.model.document import Document, Language, Line, LineKind
from tests.unit.decks.test_merge import HASH, deck


def page(*lines: str) -> Document:
    numbered = [Line(number, text, LineKind.PARAGRAPH) for number, text in enumerate(lines, 1)]
    return Document("d.md", HASH, Language.ENGLISH, numbered)


def gap(key: str, line: int, sentence: str, answer: str) -> Note:
    """A note with a gap in a sentence that is all of its line."""
    text = sentence.replace(answer, "{{c1::" + answer + "}}")
    return Note(key, CardKind.MECHANISM, text=text, sources=(Source("d.md", line, sentence),))


def names(old: Sequence[Note], before: Document, new: Sequence[Note], after: Document) -> list[str]:
    """The ids by which new notes go, where the old ones were made of a document as it was before."""
    merged = plan_deck(None, deck(*old), {}, beside=surroundings(before))
    decks, _ = take_over({"d": deck(*new)}, merged.sidecar, surroundings(after))
    return [note.id for note in decks["d"].notes]


BEFORE = ("About cells.", "Stem cells secrete VEGF into the wound.", "", "Nothing here.", "The end.")
OLD = gap("old", 2, BEFORE[1], "VEGF")


@pytest.mark.parametrize(
    ("lines", "line", "answer", "same"),
    [
        (("About cells.", "It is VEGF that wounds are given by them.", "Nothing here.", "The end."), 2, "VEGF", True),
        (("About cells.", "New.", "They give VEGF to wounds.", "Nothing here."), 3, "VEGF", True),
        (("Of cells.", "They give VEGF to wounds.", "Nothing here."), 2, "VEGF", True),
        (("About cells.", "They give VEGF to wounds.", "Something.", "The end."), 2, "VEGF", True),
        (("Of cells.", "They give VEGF to wounds.", "Something.", "The end."), 2, "VEGF", True),
        (("About cells.", "They give IL-10 to wounds.", "Nothing here."), 2, "IL-10", False),
        (("About cells.", "", "Nothing here.", "They give VEGF to wounds.", "The end."), 4, "VEGF", False),
        (("They give VEGF to wounds.", "About cells.", "Something.", "Nothing here."), 1, "VEGF", False),
    ],
)  # fmt: skip
def test_a_reworded_sentence_is_known_by_the_lines_around_it(
    lines: tuple[str, ...], line: int, answer: str, same: bool
) -> None:
    new = gap("new", line, lines[line - 1], answer)
    assert names([OLD], page(*BEFORE), [new], page(*lines)) == ["old" if same else "new"]


def test_of_two_gaps_with_one_answer_between_the_same_lines_neither_is_taken_for_the_other() -> None:
    after = ("About cells.", "They give VEGF. VEGF grows vessels.", "Nothing here.")
    new = [gap("one", 2, "They give VEGF.", "VEGF"), gap("two", 2, "VEGF grows vessels.", "VEGF")]
    assert names([OLD], page(*BEFORE), new, page(*after)) == ["one", "two"]


@pytest.mark.parametrize(
    ("sentence", "answer", "same"),
    [
        ("Stem cells can secrete VEGF-A into the wounds.", "VEGF-A", True),
        ("Stem cells secrete HGF into the wound.", "HGF", True),
        ("Wounds are closed by giving HGF for a week.", "HGF", False),
    ],
)
def test_a_sentence_of_which_a_little_was_edited_is_known_though_its_answer_was_too(
    sentence: str, answer: str, same: bool
) -> None:
    lines = list(BEFORE)
    lines[1] = sentence
    ids = merged([OLD], page(*BEFORE), [gap("new", 2, sentence, answer)], page(*lines))
    assert ids == (["old"] if same else ["new", "old"])


def test_a_sentence_much_like_one_that_is_gone_is_another_between_other_lines() -> None:
    after = ("About mice.", "Stem cells can secrete HGF into wounds.", "A line.", "Another.")
    new = gap("new", 2, after[1], "HGF")
    assert merged([OLD], page(*BEFORE), [new], page(*after)) == ["new", "old"]


def test_of_two_sentences_alike_beside_a_line_the_liker_one_is_taken() -> None:
    after = (
        "About cells.",
        "Stem cells secrete much HGF into the wounds.",
        "Stem cells secrete EGF into the wound.",
    )
    new = [gap("one", 2, after[1], "HGF"), gap("two", 3, after[2], "EGF")]
    assert merged([OLD], page(*BEFORE), new, page(*after, "Nothing here.")) == ["old", "one"]


def merged(old: Sequence[Note], before: Document, new: Sequence[Note], after: Document) -> list[str]:
    """The ids that stand in the deck, where both old and new notes were written."""
    first = plan_deck(None, deck(*old), {}, beside=surroundings(before))
    second = plan_deck(first.text, deck(*new), first.sidecar, beside=surroundings(after))
    return sorted(second.updated + second.added + second.orphaned + second.unchanged)
