"""Markup that was left in a text shows what it would on a page."""

import pytest

from sctui.text.left_markup import find_left_markup
from sctui.text.mending import MendedLine, Patch, emphasis


def shown(text: str) -> str:
    flaws = list(find_left_markup(text))
    assert all(flaw.safe and flaw.repair is not None for flaw in flaws)
    return MendedLine(text, [Patch(flaw.start, flaw.end, flaw.repair or "") for flaw in flaws]).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("缓解率更高(P&lt;0.05)", "缓解率更高(P<0.05)"),
        ("输注1×10<sup>6</sup>/kg", "输注1×10^6/kg"),
        ("10<sup>−3</sup> mol/L", "10^-3 mol/L"),
        ("已有报道<sup>3,4</sup>。", "已有报道[3,4]。"),
        ("H<sub>2</sub>O", "H2O"),
        ("免疫调节<br/>抗炎", "免疫调节 抗炎"),
        ('<p class="x">干细胞<b>疗法</b></p>', "干细胞疗法"),
        ("MSC&nbsp;与TNF-&alpha;、&#946;", "MSC 与TNF-α、β"),
    ],
)
def test_what_markup_shows(text: str, read: str) -> None:
    assert shown(text) == read


@pytest.mark.parametrize(
    "text", ["P<0.05且n>3", "A & B; C", "a < b > c", "&unknown;", '{"a": "<p>x</p>"}', "<5%>"]
)
def test_what_is_no_markup_stays(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**外泌体**是__小泡__,也是*载体*。", "外泌体是小泡,也是载体。"),
        ("***重要***的是", "重要的是"),
        ("HLA-A*02:01和HLA-B*07:02", "HLA-A*02:01和HLA-B*07:02"),
        ("12.1±2.0*,5.2±1.1*", "12.1±2.0*,5.2±1.1*"),
        ("*P<0.05, **P<0.01", "*P<0.05, **P<0.01"),
        ("snake__case__name", "snake__case__name"),
        ("2**3**4", "2**3**4"),
    ],
)
def test_marks_of_emphasis(text: str, plain: str) -> None:
    assert MendedLine(text, emphasis(text)).text == plain
