"""What one process sends another is there as it was sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.conversion.messages import received, sent
from sctui.decks.library_studies import LibraryStudies
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.locations import bundled
from sctui.model.card import CardKind, Note, Reverse, Source
from sctui.model.knowledge import Evidence, Told
from sctui.model.language import Language
from sctui.pipeline import Knowledge, Opened, opened, read, read_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@dataclass(frozen=True, slots=True)
class _Counting:
    """A record whose fields do not tell all that it is."""

    name: str
    times: list[int] = field(init=False, default_factory=list)


@dataclass
class _Worked:
    name: str
    length: int = 0

    def __post_init__(self) -> None:
        self.length += len(self.name)


_TEXTS = st.text(max_size=8)
_SOURCES = st.builds(Source, _TEXTS, st.integers(0, 10**6), _TEXTS)
_NOTES = st.builds(
    Note,
    id=_TEXTS,
    kind=st.sampled_from(CardKind),
    topic=st.lists(_TEXTS, max_size=3).map(tuple),
    front=_TEXTS,
    sources=st.lists(_SOURCES, max_size=3).map(tuple),
    reverse=st.none() | st.builds(Reverse, _TEXTS, _TEXTS),
)


@given(st.lists(_NOTES | st.builds(Evidence, _TEXTS, st.integers(), st.integers(), st.integers(), _TEXTS)))
def test_records_come_as_they_were(records: list[Any]) -> None:
    nothing: Any = Knowledge(Lexicon(()), templates=None)  # type: ignore[arg-type]  # none are sent
    assert received(sent(records, nothing), nothing) == records


def test_what_a_document_gives_comes_as_it_was(knowledge: Knowledge) -> None:
    file = bundled() / "data" / "documents" / "autoimmune.md"
    text = opened(file, knowledge)
    there: Opened = received(sent(text, knowledge), knowledge)
    assert (list(there.document.lines), there.imprint) == (list(text.document.lines), text.imprint)
    reading = read(file, knowledge, text=text)
    assert received(sent(reading.records, knowledge), knowledge) == reading.records
    assert received(sent(reading.facts, knowledge), knowledge) == reading.facts


def test_the_lexicon_is_that_of_the_other_process() -> None:
    here, there = (Knowledge(Lexicon(()), templates=None) for _ in range(2))  # type: ignore[arg-type]  # as above
    studies = LibraryStudies.of([], here.lexicon)
    assert received(sent([here.lexicon, studies], here), there)[0] is there.lexicon


def test_another_lexicon_is_sent_as_it_is() -> None:
    here: Any = Knowledge(Lexicon(()), templates=None)  # type: ignore[arg-type]  # as above
    other = Lexicon([Term(TermKind.CELL, "间充质干细胞", "MSC")])
    came = received(sent(other, here), here)
    assert came is not here.lexicon
    assert [term.key for term in came.terms] == ["间充质干细胞"]


def test_a_record_that_is_more_than_its_fields_is_no_other_one() -> None:
    nothing: Any = Knowledge(Lexicon(()), templates=None)  # type: ignore[arg-type]  # as above
    counting, worked = _Counting("a"), _Worked("abc")
    counting.times.append(7)
    assert received(sent((counting, worked), nothing), nothing) == (counting, worked)


def test_places_and_languages_are_sent_too() -> None:
    nothing: Any = Knowledge(Lexicon(()), templates=None)  # type: ignore[arg-type]  # as above
    told = {Path("a/b"): (Told("n", "26", Evidence("a.md", 1, 0, 2, "26")), Language.ENGLISH, None)}
    assert received(sent(told, nothing), nothing) == told
