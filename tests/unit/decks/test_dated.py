from dataclasses import replace

import pytest

from sctui.decks.dated import year_of
from sctui.model.document import Document, Language, Line, LineKind


def page(*lines: str) -> Document:
    texts = tuple(Line(at, text, LineKind.PARAGRAPH) for at, text in enumerate(lines, start=1))
    return Document("a.txt", "", Language.SIMPLIFIED, texts)


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("某病的专家共识", "2014-01-23 某学会"), "2014"),
        (("某病的专家共识", "发布时间：2021年3月5日"), "2021"),
        (("2019年5月，某公司的产品获批。",), ""),
        (("没有日期的短文", "第二行"), ""),
    ],
)
def test_the_year_stands_at_the_head(lines: tuple[str, ...], year: str) -> None:
    assert year_of(page(*lines)) == year


def test_metadata_tells_first() -> None:
    assert year_of(replace(page("2014-01-23 某学会"), metadata={"date": "2013-12-01"})) == "2013"
