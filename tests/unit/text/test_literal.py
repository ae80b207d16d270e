"""Patterns without a name give what `re` gives."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sctui.text import literal

PATTERNS = (r"\d+", r"^(?:甲|乙)", r"[,、]\s?", r"(?<!a)b$", r"\s*")


@given(st.sampled_from(PATTERNS), st.text("甲乙ab1, 、"))
def test_they_give_what_re_gives(pattern: str, text: str) -> None:
    for own, usual in (
        (literal.search, re.search),
        (literal.match, re.match),
        (literal.fullmatch, re.fullmatch),
    ):
        found, expected = own(pattern, text), usual(pattern, text)
        assert (found and found.span()) == (expected and expected.span())
    assert [one.span() for one in literal.finditer(pattern, text)] == [
        one.span() for one in re.finditer(pattern, text)
    ]
    assert literal.findall(pattern, text) == re.findall(pattern, text)
    assert literal.split(pattern, text) == re.split(pattern, text)
    assert literal.split(pattern, text, maxsplit=1) == re.split(pattern, text, maxsplit=1)
    assert literal.sub(pattern, "-", text) == re.sub(pattern, "-", text)
    assert literal.sub(pattern, lambda one: one[0] * 2, text) == re.sub(pattern, lambda one: one[0] * 2, text)
