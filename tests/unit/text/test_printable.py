import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.text.printable import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("幹細胞 [bold]", "幹細胞 [bold]"),
        ("a\nb", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\tb", "a    b"),
        ("\x1b[2J", "␛[2J"),
        ("\x9b2J", "�2J"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("abc\u202edef", "abc�def"),
        ("干\u200b细\ufeff胞", "干细胞"),
        ("\ud800", "�"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_one_line_has_no_line_breaks() -> None:
    assert one_line("a\nb\u2028c") == "a b c"


@given(st.text(alphabet=st.characters(), max_size=40))
def test_nothing_is_left_that_controls_a_terminal(text: str) -> None:
    shown = printable(text)
    left = {char for char in shown if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} and char != "\n"}
    assert not left
    assert not any(unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF"} for char in shown)
