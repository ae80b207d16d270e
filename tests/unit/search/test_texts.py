import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.search.masks import rows_of
from sctui.search.required import two_characters
from sctui.search.texts import Texts, _compiled


def test_a_character_that_ends_a_text_is_found_there() -> None:
    texts = Texts()
    texts.add(["a\x1fb\x1fc\x1f", *["x\x1fy\x1fz\x1f"] * 20, "x\x1fy\x1fz\x1fa"])
    assert texts.rows_with(["a"]) == [0, 21]
    assert texts.rows_with(["x"]) == list(range(1, 22))


@pytest.mark.parametrize(
    ("pattern", "core"),
    [
        (r"\d+%", r"\d%"),
        ("%%", "%%"),
        (r"[a-z]+\)", r"[a-z]\)"),
        (r"\d\d+", r"\d\d"),
        (".a", ".a"),
        (r"\d+", None),
        (r"\d*%", None),
        (r"\d+ %", None),
        ("a|", None),
        (r"\b%", None),
        (r"^%", None),
        (r"%$", None),
        ("(ab)", None),
        (r"\d+?%", None),
        (r"\pN%", None),
        ("a{2}", None),
        ("+a", None),
        (r"\101", None),
    ],
)
def test_what_finds_the_same_as_two_characters(pattern: str, core: str | None) -> None:
    assert two_characters(pattern) == core


@given(
    st.lists(st.text(" 1a%", max_size=6), max_size=6),
    st.lists(st.sampled_from([*"1a%.+|", r"\d", r"\S", r"\D", "[a1]", "[^a]"]), max_size=4).map("".join),
)
def test_an_expression_of_two_characters_finds_what_a_slow_look_does(rows: list[str], pattern: str) -> None:
    whole = [f"{text[:2]}\x1f{text[2:]}\x1f\x1f" for text in rows]
    texts = Texts()
    texts.add(whole)
    if two_characters(pattern):
        search = re.compile(pattern, re.ASCII).search
        found = {row for row, text in enumerate(whole) if any(map(search, text.split("\x1f")))}
        assert set(rows_of(texts.matching(pattern))) == found


@given(
    st.lists(st.text("1a%", max_size=6), max_size=6),
    st.lists(st.sampled_from([*"1a%.+*?|^$", r"\d", r"\b", "(?i)A", "(a)", "{0}"]), max_size=5).map("".join),
)
def test_an_expression_finds_the_same_by_the_wrapper_of_re2(rows: list[str], pattern: str) -> None:
    texts = Texts()
    texts.add([f"{text[:2]}\x1f{text[2:]}\x1f\x1f" for text in rows])
    try:
        found = texts.matching(pattern)
    except ValueError:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "sctui.search.texts._compiled",
            lambda wanted: SimpleNamespace(finditer=_compiled(wanted).finditer),
        )
        assert texts.matching(pattern) == found
