"""A search that looks only where a pattern can begin finds what `re` finds, and is told where that is."""

import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.text.kept_patterns import KeptPatterns

_CLASS_AT_HEAD = 4  # in the third word of the code, `SRE_INFO_CHARSET`
_BEGINS = (  # each begins in another way
    r"(?<![a没])b",
    r"(?<=(?:ab))[cd]",
    r"(?!ab)\w?b+",
    r"(?=[ab])(?:ab|ba|c)",
    r"(?=a?)b",
    r"(?:ab|干(?:细|b)|(?:c|\d)x?)+",
    r"a?b?[cd]",
    r"(?:a|b?)c",
    r"(a)?(?(1)b|c)",
    r"\b(?:ab|k)\b",
    r"(?:^|[,;])a",
    r"(?:\s|[^\W\d])b",
    r"(?>a|b)c",
    r"(?:a|干)++b",
    r"(?P<n>a|b)(?P=n)c",
    r"(?:[^ab]|c)d",
    r"(?:.|c)d",
    r"(?i:k|s)[^a]",
    r"(?i:i|[a-d])\d?",
    r"(?:(?i:ab)|B)c",
    r"(?i:ß|б)a",
    r"(?<!x)(?a:\D|b)c",
    r"[\u3400-\u9fff]{1,2}?(?:b|$)",
)
_LETTERS = "abcdkABKxСбßſKİiI没干细 1٣,;.s"


def _pair(written: str, flags: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return KeptPatterns(None).compiled(written, flags), re.compile(written, flags)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.ASCII | re.IGNORECASE, re.DOTALL])
@pytest.mark.parametrize("written", _BEGINS)
@given(text=st.text(_LETTERS, max_size=12))
def test_a_search_finds_what_re_finds(written: str, flags: int, text: str) -> None:
    quick, usual = _pair(written, flags)
    found = [[(match.span(), match.groups()) for match in one.finditer(text)] for one in (quick, usual)]
    assert found[0] == found[1]


@given(before=st.characters(), letter=st.sampled_from("aikszé干"))
def test_letters_of_any_script_fold_as_they_do_in_re(before: str, letter: str) -> None:
    quick, usual = _pair(f"(?<!,){letter}|(?<!;)[0{letter}]1", re.IGNORECASE)
    for text in (before, f"{before}1", f"0{before}"):
        assert [match.span() for match in quick.finditer(text)] == [m.span() for m in usual.finditer(text)]


def test_no_chinese_character_or_mark_has_two_cases() -> None:
    assert [char for char in map(chr, range(0x2E80, 0xA000)) if char.lower() != char.upper()] == []


def _mask(written: str) -> int:
    kept = KeptPatterns(None)
    kept.compiled(written)
    ((parts),) = kept.compiled_here().values()
    return array("I", parts.code)[2]


@pytest.mark.parametrize("written", [r"(?<!没有)随机", r"(?:ab|干(?:细|b)|c?d)", r"(?=[ab])\w+", r"\bab"])
def test_the_head_of_the_code_says_where_to_look(written: str) -> None:
    assert _mask(written) == _CLASS_AT_HEAD


@pytest.mark.parametrize("written", [r"^(?:ab|b+c)", r"(?:a|b)?", r"(?:.|a)b", r"(?:[^a]|b)c"])
def test_where_that_tells_nothing_the_code_is_that_of_re(written: str) -> None:
    kept, usual = KeptPatterns(None).compiled(written), re.compile(written)
    assert kept == usual
