"""Names whose Greek letter was lost on the way."""

import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.text.lost_greek import find_lost_greek


def flaws(text: str, lexicon: Lexicon) -> list[tuple[str, str | None, bool]]:
    found = find_lost_greek(text, lambda name: lexicon.lookup(name) is not None)
    return [(text[flaw.start : flaw.end], flaw.repair, flaw.safe) for flaw in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("减少TNF- ，IFN- 和IL-6的分泌", [("TNF-", None, False), ("IFN-", None, False)]),
        ("肿瘤坏死因子- 和干扰素-", [("肿瘤坏死因子-", None, False)]),
        ("levels of TNF- were lower", [("TNF-", None, False)]),
        ("TNF-?、IFN-?升高", [("TNF-?", None, False), ("IFN-?", None, False)]),
        ("IL-1-诱导的炎症", [("IL-1-", None, False)]),
        ("肿瘤坏死因子-α(TNF-)升高", [("TNF-", "TNF-α", True)]),
        ("激活Wnt/-catenin通路", [("-catenin", "β-catenin", False)]),
        ("细胞表达-SMA", [("-SMA", "α-SMA", False)]),
        ("斑块里的老年斑、-淀粉样蛋白", [("-淀粉样蛋白", "β-淀粉样蛋白", False)]),
        ("激活NF-B，分泌TGF-1。", [("NF-B", "NF-κB", True), ("TGF-1", "TGF-β1", True)]),
        ("抑制NF- B通路", [("NF- B", "NF-κB", True)]),
    ],
)
def test_what_was_lost_is_found_and_put_back_where_one_letter_is_proved(
    text: str, found: list[tuple[str, str | None, bool]], lexicon: Lexicon
) -> None:
    assert flaws(text, lexicon) == found


@pytest.mark.parametrize(
    "text",
    [
        "TNF-α、IFN-γ和TGF-β1",
        "TNF- α",
        "TNF-alpha, IFN-gamma",
        "TNF-a、IFN-r",
        "TNF- and IFN-γ-induced IDO",
        "TNF- or IL-1-mediated injury",
        "CD4- T细胞",
        "PDGF-BB与HIF-1、IL-1、NF-1",
        "- SMA",
        "-SMA",
        "TGF- 1.5 ng",
        "TNF-stimulated gene 6",
    ],
)
def test_whole_names_and_other_hyphens_are_left_alone(text: str, lexicon: Lexicon) -> None:
    assert flaws(text, lexicon) == []
