"""Whatever stands in a library: every note is learnt once, core first, and a term before what uses it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.order import core_notes, needed_terms, study_order
from sctui.model.card import CORE, CardKind, Note, Reverse

_SHORT = ("POF", "MSC", "HSCs", "IL-10", "UC")
_WORDS = st.lists(st.sampled_from([*_SHORT, "MSCs", "细胞", "x", "全名0"]), max_size=4).map(" ".join)
_TAGS = st.sampled_from([(), (CORE,)])


@st.composite
def libraries(draw: st.DrawFn) -> list[list[Note]]:
    terms = [
        Note(
            f"t{number}",
            CardKind.TERM,
            front=f"{short}? {draw(_WORDS)}",
            back=f"全名{number}",
            tags=draw(_TAGS),
            reverse=Reverse("?", short),
        )
        for number, short in enumerate(draw(st.lists(st.sampled_from(_SHORT), unique=True)))
    ]
    cards = [
        Note(f"c{number}", CardKind.TRIAL, front=words, back="y", tags=draw(_TAGS))
        for number, words in enumerate(draw(st.lists(_WORDS, max_size=8)))
    ]
    notes = draw(st.permutations([*terms, *cards]))
    cut = draw(st.integers(0, len(notes)))
    return [notes[:cut], notes[cut:]]


def _uses(note: Note, terms: dict[str, Note]) -> set[str]:
    """The terms that a note needs, and that those need in turn."""
    found: set[str] = set()
    left = [note]
    while left:
        for term in needed_terms(left.pop(), terms):
            if term.id not in found:
                found.add(term.id)
                left.append(term)
    return found


@given(libraries())
def test_terms_come_before_the_cards_that_use_them(library: list[list[Note]]) -> None:
    notes = [note for deck in library for note in deck]
    order = study_order(notes, core_notes(library))
    assert sorted(note.id for note in order) == sorted(note.id for note in notes)
    place = {note.id: at for at, note in enumerate(order)}
    terms = {note.reverse.back.lower().removesuffix("s"): note for note in reversed(notes) if note.reverse}
    for note in notes:
        if note.kind is not CardKind.TERM:  # terms can need each other in a circle
            assert all(place[term] < place[note.id] for term in _uses(note, terms)), note.id


@given(libraries())
def test_core_comes_first_but_for_the_terms_it_needs(library: list[list[Note]]) -> None:
    notes = [note for deck in library for note in deck]
    core = core_notes(library)
    order = study_order(notes, core)
    last = max((at for at, note in enumerate(order) if note.id in core), default=-1)
    assert all(note.id in core or note.kind is CardKind.TERM for note in order[: last + 1])
