"""What is looked for in a document costs one look through it, however many facts ask, so that time stays linear."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.dated import year_told
from sctui.decks.ranking import in_passing
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document, Language, Line, LineKind, Lines, Span
from sctui.model.fact import Fact, FactKind

_KNOWN = Lexicon([Term(TermKind.CELL, "间充质干细胞", "mesenchymal stem cell", abbreviations=("MSC",))])


class _Watched(Lines):
    """Lines that count how many of them were looked at."""

    __slots__ = ("seen",)

    def __init__(self, texts: list[str]) -> None:
        super().__init__(texts, [LineKind.PARAGRAPH] * len(texts))
        self.seen = 0

    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:  # type: ignore[override]  # as it is there
        self.seen += 1 if isinstance(index, int) else len(range(*index.indices(len(self))))
        return super().__getitem__(index)

    def __iter__(self) -> Iterator[Line]:
        for line in super().__iter__():
            self.seen += 1
            yield line


def _page(lines: Lines) -> Document:
    return Document("a.md", "", Language.SIMPLIFIED, lines)


def _short(name: str) -> Fact:
    return Fact(FactKind.TERM, "expansion", name, "甲乙丙", Span(1, 0, 1))


@pytest.mark.parametrize("facts", [1, 300])
def test_a_document_is_looked_through_once_for_all_its_short_forms(facts: int) -> None:
    lines = _Watched([f"甲乙丙(X{number}Y)好转。" for number in range(200)])
    found = in_passing([_short(f"X{number}Y") for number in range(facts)], _page(lines), _KNOWN)
    assert len(found) == facts
    assert lines.seen == len(lines)


@pytest.mark.parametrize("before", [2, 2000])
def test_a_year_is_looked_for_near_its_place(before: int) -> None:
    lines = _Watched([*(["甲"] * before), "2020年全国普查", "", "有100人患病"])
    assert year_told(_page(lines), Span(len(lines), 1, 4)) == "2020"
    assert lines.seen <= 3


_SHORTS = st.lists(st.sampled_from(["CT", "HRCT", "IL", "IL-6", "α-SMA", "A-A", "CD4", "T"]), unique=True)
_TEXTS = st.lists(
    st.text(st.sampled_from("甲CTHRIL-6αSMAD4s( )"), max_size=12)
    | st.sampled_from(["HRCT显示", "CTs好转", "IL-6和IL-10", "(α-SMA)", "CD4+", "xCT"]),
    max_size=6,
)


@given(_SHORTS, _TEXTS)
def test_a_short_form_counts_where_it_stands_as_one(shorts: list[str], texts: list[str]) -> None:
    def used(short: str, text: str) -> int:
        places = [at for at in range(len(text)) if text.startswith(short, at)]
        return sum(_stands(text, at, at + len(short)) for at in places)

    facts = [_short(name) for name in shorts]
    page = _page(Lines(texts, [LineKind.PARAGRAPH] * len(texts)))
    expected = [one for one in facts if sum(used(one.subject, text) for text in texts) <= 1]
    assert in_passing(facts, page, _KNOWN) == expected


def _stands(text: str, start: int, end: int) -> bool:
    """Whether a place is no part of another word, save that a plural or a longer name may follow it."""
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isascii() and before.isalnum():
        return False
    ends = not (behind.isascii() and behind.isalnum())
    return ends or behind.islower() or behind.isdigit()
