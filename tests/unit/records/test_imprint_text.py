"""Imprints as text: what is written is read back, and anything else is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.errors import DeckError
from sctui.model.imprint import Imprint, length, mark
from sctui.records.imprint_text import imprint_texts, read_imprint
from sctui.records.json_items import Item, parse_items


def entry(value: object) -> Item:
    return parse_items(json.dumps({"imprint": value}), "k.json", {"imprint"})


@given(st.frozensets(st.text()), st.frozensets(st.text()), st.frozensets(st.text()))
def test_an_imprint_is_read_back(tells: frozenset[str], midst: frozenset[str], ends: frozenset[str]) -> None:
    may = frozenset(map(mark, midst | ends))
    imprint = Imprint(may | frozenset(map(mark, tells)), may, frozenset(map(mark, ends)))
    assert read_imprint(entry(imprint_texts(imprint)), "imprint") == imprint


def test_nothing_is_known_of_an_older_document() -> None:
    assert read_imprint(parse_items("{}", "k.json", {"imprint"}), "imprint") == Imprint()


def test_a_mark_keeps_the_length() -> None:
    assert length(mark("间充质干细胞")) == 6
    assert length(mark("a" * 70_000)) == 0xFFFF
    assert mark("甲") != mark("乙")


@pytest.mark.parametrize(
    "value", [["a", "b", "c"], [""], ["", "", "", ""], "x", [1, 2, 3], ["", "", "é" * 12]]
)
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(DeckError, match="imprint"):
        read_imprint(entry(value), "imprint")
