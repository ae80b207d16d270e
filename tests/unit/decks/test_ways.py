"""Ways to ask are worked out one by one."""

from collections.abc import Iterator

import pytest

from sctui.decks.templates import Question
from sctui.decks.ways import Ways

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
