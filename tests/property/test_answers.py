"""Typed answers: however a number is spelt, it is the same number; whatever is typed, there is a verdict."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sctui.model.card import Card, Note
from sctui.study.answer import Verdict, check_number, same_text
from sctui.text.typed_number import read_number

_FULL_WIDTH = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNITS = st.sampled_from(["", "%", "名", " 例", "ml", " years"])


def card(back: str, tolerance: str = "0") -> Card:
    (made,) = Note("n", front="?", back=back, tolerance=tolerance).cards()
    return made


@given(st.integers(0, 10**7), _UNITS)
def test_spellings_of_a_whole_number(number: int, unit: str) -> None:
    asked = card(f"{number}{unit}")
    for typed in (f"{number}", f"{number:,}", f"{number}{unit}".translate(_FULL_WIDTH), f"约{number}{unit}"):
        assert check_number(asked, typed).verdict is Verdict.EXACT, typed


@given(st.integers(1, 99), st.integers(2, 12))
def test_spellings_of_a_power(base: int, exponent: int) -> None:
    factor = base / 10
    asked = card(f"{factor}×10^{exponent}/kg")
    for typed in (
        f"{factor}e{exponent}",
        f"{factor}x10^{exponent}",
        f"{factor} × 10{str(exponent).translate(_SUPERSCRIPT)}",
        f"{factor}*10的{exponent}次方",
    ):
        assert check_number(asked, typed).verdict is Verdict.EXACT, typed


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 1000))
def test_right_within_the_tolerance_and_nowhere_else(number: int, typed: int, tolerance: int) -> None:
    checked = check_number(card(str(number), str(tolerance)), str(typed))
    assert checked.difference == typed - number
    far = abs(typed - number)
    expected = Verdict.EXACT if far == 0 else Verdict.CLOSE if far <= tolerance else Verdict.WRONG
    assert checked.verdict is expected


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["0", "2", "5%"]))
def test_nothing_that_is_typed_breaks_it(typed: str, back: str, tolerance: str) -> None:
    assert check_number(card(back, tolerance), typed).verdict in Verdict
    assert same_text(typed, back) == same_text(back, typed)


@given(st.text(max_size=20))
def test_a_text_that_says_something_is_the_same_as_itself(text: str) -> None:
    assert same_text(text, text) == same_text(f" {text}。", text)


@given(st.text(st.sampled_from("零一二三四五六七八九十百千万亿两点至%-0123456789.,e^×"), max_size=12))
def test_numerals_are_read_or_left(text: str) -> None:
    found = read_number(text)
    assert found is None or found.unit == found.unit.strip()
