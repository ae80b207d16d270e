from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sctui.tui.line_break import break_offsets


def _lines(text: str, width: int) -> list[str]:
    offsets = [0, *break_offsets(text, width), len(text)]
    return [text[a:b] for a, b in pairwise(offsets)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 8, ["one two ", "three"]),
        ("MSC治疗狼疮的研究", 8, ["MSC治疗", "狼疮的研", "究"]),
        ("随访三年，缓解", 8, ["随访三", "年，缓解"]),  # no line begins with a comma
        ("共有（七名）", 6, ["共有", "（七", "名）"]),  # none ends with an opening bracket
        ("在 SLE 患者中观察", 10, ["在 SLE 患", "者中观察"]),  # Han characters fill the line after a word
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
        ("a abcdefghijkl b", 5, ["a ", "abcde", "fghij", "kl b"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert _lines(text, width) == lines


@given(
    text=st.text(alphabet=st.sampled_from("ab干细胞，。（）1% e\u0301가👍-"), max_size=60),
    width=st.integers(min_value=2, max_value=20),
)
def test_no_line_is_wider_and_nothing_is_lost(text: str, width: int) -> None:
    lines = _lines(text, width)
    assert "".join(lines) == text
    assert all(cell_len(line.rstrip(" ")) <= width for line in lines)


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (24, ["系统性红斑狼疮   术语 "]),
        (20, ["系统性红斑狼疮", " 术语 "]),
        (17, ["系统性红斑狼疮", " 术语 "]),
        (5, ["系统", "性红", "斑狼", "疮", " 术语"]),
        (3, ["系", "统", "性", "红", "斑", "狼", "疮", " 术", "语"]),
    ],
)
def test_what_is_to_stay_together_is_cut_only_where_it_has_to_be(width: int, lines: list[str]) -> None:
    text = "系统性红斑狼疮   术语 "
    cuts = (0, *break_offsets(text, width, ((9, 13),)), len(text))
    pieces = [text[start:end] for start, end in pairwise(cuts)]
    assert [piece.rstrip(" ") for piece in pieces] == [line.rstrip(" ") for line in lines]
