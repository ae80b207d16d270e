import pytest
from opencc import OpenCC

from sctui.text.match_view import match_view, match_views, passing_views


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("間充質幹細胞", "间充质干细胞"),
        ("炎癥與癥狀", "炎症与症状"),
        ("ＭＳＣ（Ａ）", "msc(a)"),
        ("Wharton’s Jelly", "wharton’s jelly"),
        ("5×10⁷", "5×10⁷"),
        ("1–2 — 3 − 4", "1-2 - 3 - 4"),
        ("İstanbul", "İstanbul".lower() if len("İstanbul".lower()) == 8 else "İstanbul".replace("I", "i")),
        ("", ""),
    ],
)
def test_view(text: str, view: str) -> None:
    assert match_view(text).casefold() == view.casefold()
    assert len(match_view(text)) == len(text)


def test_a_character_whose_lower_case_is_longer_stays() -> None:
    assert len("İ".lower()) == 2
    assert match_view("İ胞") == "İ胞"


def test_views_made_in_passing_are_the_same() -> None:
    lines = ["間充質幹細胞", "", "ＭＳＣ（Ａ）"] * 400
    assert list(passing_views(lines)) == match_views(lines) == [match_view(line) for line in lines]


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("乾細胞與乾坤", "干细胞与乾坤"),
        ("甦醒", "苏醒"),
        ("覆蓋", "覆盖"),
        ("瞭解與瞭望", "了解与瞭望"),
        ("\uf90a", "金"),
        ("𠁞細胞", "𠀾细胞"),
        ("ΟΔΟΣ、Σ", "οδος、σ"),
    ],
)
def test_what_depends_on_its_neighbours_is_seen_with_them(text: str, view: str) -> None:
    assert match_view(text) == view


@pytest.mark.parametrize("frequent", "么坏麼計")
def test_a_frequent_character_is_seen_as_opencc_sees_it_whatever_stands_beside_it(frequent: str) -> None:
    others = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    texts = [f"{other}{frequent}" for other in others] + [f"{frequent}{other}" for other in others]
    texts = [text for text in texts if not set(text) & set("癥於鍾")]  # of which we know better
    assert match_views(texts) == OpenCC("t2s").convert("\n".join(texts)).split("\n")


def test_a_limit_is_written_in_one_way() -> None:
    assert match_view("LVEF≦40%,CRP≧2,⩽3⩾4") == "lvef≤40%,crp≥2,≤3≥4"
