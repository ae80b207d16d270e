"""Characters that wrong pairs bring into a text, told from rare ones that belong there."""

import pytest

from sctui.documents.decode import decode
from sctui.documents.strays import strays_in

TEXT = "今天的數量和按你平時的速度所需的時間，都在上方。患者輸注間充質幹細胞以後，沒有嚴重的不良反應。\n"


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("上方是今天盲げ和按你平時", "げ"),
        ("一張表︶表示出處", "︶"),
        ("免疫性疾病簭VHD到自身", "簭"),
        ("ア為", "ア"),
        ("都有待優化〝關節炎", "〝"),
        ("細胞治療┼的結果", "┼"),
    ],
)
def test_what_stands_nowhere_else_strays(text: str, stray: str) -> None:
    assert [(TEXT + text)[at] for at in strays_in(TEXT + text, "cp950")] == [stray]


@pytest.mark.parametrize(
    "text",
    [
        "優の良品",  # written in Chinese names
        "山中伸彌（やまなか しんや）與《ノルウェイの森》",
        "ア行、カ行、サ行",  # as this document is written
        "︵直排︶︵直排︶",
        "簭VHD與簭VHD",
        "李珺Email聯絡",  # a name beside a word
        "細胞GVHD",
        "稱為〝幹細胞〞的細胞，〝再生〞與〝修復〞",
        "┌細胞┐\n├治療┤\n└結果┘",
        "",
    ],
)
def test_what_belongs_does_not_stray(text: str) -> None:
    assert list(strays_in(TEXT + text, "cp950")) == []


def test_a_name_that_lost_its_first_letter_to_the_character_before_it_is_marked() -> None:
    text = (
        "间充质干细胞可以分化成多种类型的细胞，也可以调节免疫。\n" * 3
        + "在Sagynbaeva等人的研究里，患者好转；Sagynbaeva随访一年。\n"
    )
    whole = text.encode("gb18030")
    at = whole.index("在Sagyn".encode("gb18030"))
    assert decode(whole, "page.txt").halves == ()
    decoded = decode(whole[:at] + whole[at + 1 :], "page.txt")
    assert decoded.lost + len(decoded.halves) > 0


def test_a_lost_byte_that_leaves_a_kana_is_marked() -> None:
    whole = TEXT.encode("cp950")
    at = whole.index("的數".encode("cp950")) + 1
    decoded = decode(whole[:at] + whole[at + 1 :], "page.txt")
    assert decoded.lost + len(decoded.halves) > 0


def test_a_half_that_took_the_letter_behind_it_is_marked_in_simplified_text_too() -> None:
    text = (
        "间充质干细胞可以分化成多种类型的细胞，也可以调节免疫。\n" * 3
        + "3. 分化：MSC分化成骨细胞和软骨细胞。\n"
    )
    whole = text.encode("gb18030")
    at = whole.index("：MSC".encode("gb18030")) + 1
    assert decode(whole, "page.txt").halves == ()
    decoded = decode(whole[:at] + whole[at + 1 :], "page.txt")
    assert decoded.lost + len(decoded.halves) > 0
