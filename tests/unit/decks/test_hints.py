"""A gap that holds a whole deed shows its verb; a long list says how long it is."""

from pathlib import Path

import pytest

from sctui.decks.hints import hint
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.locations import bundled
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(bundled() / "data" / "lexicon", Path("nobody's own"))


def fact(answer: str, *items: str) -> Fact:
    return Fact(FactKind.MECHANISM, "improves", "甲细胞", answer, Span(1, 0, 9), items=items)


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("改善血液供应", "改善…"),
        ("M1巨噬细胞的极化", "…的极化"),
        ("造血干細胞的異常增殖", "…的異常增殖"),
        ("过多的凋亡", ""),
        ("胰腺的β细胞", ""),
        ("特异性地保护颗粒细胞", "特异性地保护…"),
        ("restore hormone levels", "restore…"),
        ("调节性T细胞的形成", "…的形成"),
        ("修复细胞", ""),
        ("increased gonadotropin level", ""),
        ("血管生成", ""),
    ],
)
def test_a_deed_shows_its_verb(answer: str, shown: str, lexicon: Lexicon) -> None:
    assert hint(fact(answer), answer, lexicon, Language.SIMPLIFIED) == shown


def test_a_list_of_four_says_so(lexicon: Lexicon) -> None:
    four = fact("甲、乙、丙和丁", "甲", "乙", "丙", "丁")
    assert hint(four, four.value, lexicon, Language.TRADITIONAL) == "4項"
    of_all = fact("甲、乙、丙和丁的数量", "甲", "乙", "丙", "丁的数量")
    assert hint(of_all, of_all.value, lexicon, Language.SIMPLIFIED) == ""


def test_places_of_a_deed_are_no_members(lexicon: Lexicon) -> None:
    told = "膠原過量在皮膚、血管和內臟積累"
    assert (
        hint(fact(told, "膠原過量在皮膚", "血管", "內臟", "積累"), told, lexicon, Language.TRADITIONAL) == ""
    )
