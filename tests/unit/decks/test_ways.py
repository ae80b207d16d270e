"""Ways to ask are worked out one by one."""

from collections.abc import Iterator, Sequence

import pytest

from sctui.decks.candidate import Candidate
from sctui.decks.candidates import Candidates
from sctui.decks.generate import make_notes
from sctui.decks.templates import Question
from sctui.decks.ways import Ways
from sctui.model.document import Document, Language, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic

ONE, TWO = Question("one?", "1"), Question("two?", "2")


def counted(made: list[Question]) -> Iterator[Question]:
    for question in (ONE, ONE, TWO, ONE):
        made.append(question)
        yield question


def test_only_what_is_looked_at_is_worked_out() -> None:
    made: list[Question] = []
    ways = Ways(counted(made))
    assert made == []
    assert ways
    assert ways[0] is ONE
    assert made == [ONE]


def test_all_of_them_none_twice() -> None:
    ways = Ways(counted([]))
    assert (len(ways), list(ways), ways[1:], ways[-1]) == (2, [ONE, TWO], (TWO,), TWO)
    assert list(ways) == [ONE, TWO]
    with pytest.raises(IndexError):
        ways[2]


def test_none() -> None:
    assert not Ways(iter(()))
    assert len(Ways(iter(()))) == 0


def test_no_second_way_is_worked_out_for_what_clashes_with_nothing() -> None:
    texts = ("甲细胞促进血管生成。", "甲细胞分泌乙。", "甲细胞分泌丙。")
    lines = tuple(Line(number, text, LineKind.PARAGRAPH) for number, text in enumerate(texts, start=1))
    page = Document("page.md", "0", Language.SIMPLIFIED, lines)

    def asked(line: int, value: str, ways: Sequence[Question]) -> Candidate:
        at, whole = texts[line - 1].index(value), Span(line, 0, len(texts[line - 1]))
        place = Span(line, at, at + len(value))
        return Candidate(Fact(FactKind.MECHANISM, "promotes", "甲细胞", value, whole, place), ways, ())

    def ways() -> Iterator[Question]:
        yield Question("甲细胞促进什么?", "血管生成")
        pytest.fail("nobody needs another way")

    clash = [
        asked(line, value, (Question("甲细胞分泌什么?", value),)) for line, value in ((2, "乙"), (3, "丙"))
    ]
    found = Candidates((asked(1, "血管生成", Ways(ways())), *clash), ())
    generation = make_notes(page, Topic("", 0, 3), found, "page")
    assert [note.front for note in generation.notes] == ["甲细胞促进什么?"]
    assert [refusal.item for refusal in generation.refused] == ["two answers"] * 2
