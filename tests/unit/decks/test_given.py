"""Gaps that hide nothing a learner had to know, and those that ask for all that is not told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.given import hidden, is_given, says_little
from sctui.lexicon.lexicon import Lexicon
from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked


@pytest.mark.parametrize(
    ("answer", "shown", "left"),
    [
        ("足細胞的凋亡", "…的凋亡", "足細胞"),
        ("改善血液供应", "改善…供应", "血液"),
        ("保护足细胞免于凋亡", "保护哪种细胞免于凋亡", "足"),
        ("胰腺不再产生胰岛素", "胰腺不再产生哪种激素", "胰岛素"),
        ("renal function", "… function", "renal"),
        ("血管生成", "什么过程", "血管生成"),
    ],
)
def test_what_a_gap_hides_is_what_it_does_not_show(answer: str, shown: str, left: str) -> None:
    assert hidden(answer, shown) == left


@given(st.text(max_size=12), st.text(max_size=12))
def test_what_is_hidden_is_a_part_of_the_answer(answer: str, shown: str) -> None:
    assert hidden(answer, shown) in answer
    assert hidden(answer, answer) == ""


@pytest.mark.parametrize(
    ("answer", "shown", "little"),
    [
        ("促炎性巨噬细胞转化为抗炎性巨噬细胞", "哪种细胞转化为抗炎性巨噬细胞", True),
        ("成纤维细胞转化为肌成纤维细胞", "哪种细胞转化为肌成纤维细胞", False),
        ("祖细胞转化为神经元", "哪种细胞转化为神经元", False),
        ("免疫系统无法识别自身组织", "免疫系统无法识别哪种组织", True),  # in an autoimmune disease
    ],
)
def test_what_a_gap_shows_but_for_a_word_is_no_question(
    answer: str, shown: str, little: bool, lexicon: Lexicon
) -> None:
    front = "在自身免疫性疾病中，甲因素导致____,从而激活补体"
    assert says_little(answer, shown, front, lexicon) is little


@pytest.mark.parametrize(
    ("answer", "shown", "sentence"),
    [
        ("增加发育胚胎的数量", "增加哪种结构的数量", "甲细胞增强胚胎发生,从而，"),
        ("肝细胞的再生", "哪种细胞的再生", "在肝硬化中，甲疗法促进，"),  # of the disease's organ
        ("足细胞功能衰退", "…衰退", "甲因素调控足细胞关键基因的表达,加速，"),  # told in the sentence
        ("β 细胞功能衰退", "…衰退", "甲因素调控 β 细胞关键基因的表达,加速 ，"),
        ("T細胞介導的炎癥", "…的炎癥", "甲酶消耗對T細胞增殖重要的乙物質,減少，"),
        ("神經功能恢復", "…恢復", "在帕金森病中，甲細胞調控小膠質細胞,促進，"),  # the organ of the disease
        ("肝脏纤维化", "…纤维化", "甲疗法对，有抑制作用"),
        ("loss of renal function", "loss of …", "Renal failure pertains to the ， in adults"),
        ("改善血液供应", "改善…供应", "甲细胞促进血管新生,"),  # comes of what is told
        ("改善血液供应", "改善…供应", "甲细胞促进血管生成,"),
        ("滑膜炎", "哪种疾病", "甲细胞通过抑制乙通路等多种机制缓解，"),  # what got better
        ("liver fibrosis", "… fibrosis", "Cells reduce ， by secreting enzymes"),
        ("機體糖代謝紊亂", "…紊亂", "胰島素分泌不足,導致，"),
        ("組織內源性修復", "…修復", "甲細胞釋放信號分子,促進，"),  # words that go with anything
        ("維持膀胱的功能和完整性", "維持膀胱的哪兩方面", "甲細胞增加乙蛋白,從而，"),
        ("免疫系統的結構和功能紊亂", "免疫系統的哪兩方面", "甲病主要由於，"),
        ("自身抗體的產生", "…的產生", "自身免疫性疾病的原因是，"),  # of the disease's name
        ("自由基", "哪种分子", "甲细胞分泌抗氧化酶,中和，"),  # what such enzymes are for
        ("有活性的肝細胞", "哪種細胞", "甲細胞分化為，參與肝功能的恢復"),
    ],
)
def test_what_can_be_told_from_around_it_is_given(
    answer: str, shown: str, sentence: str, lexicon: Lexicon
) -> None:
    assert is_given(answer, shown, sentence, lexicon)


@pytest.mark.parametrize(
    ("answer", "shown", "sentence"),
    [
        (
            "血管新生",
            "什么过程",
            "甲因子增强，,使组织获得更充足的血液供应",
        ),  # the cause is not given by what follows
        ("改善血液供应", "改善…供应", "甲因子，"),
        ("软骨细胞的再生", "哪种细胞的再生", "在肝硬化中，甲疗法促进，"),
        ("肝细胞的凋亡", "哪种细胞的凋亡", "在肝硬化中，甲疗法抑制，"),
        ("神经功能恢复", "…恢复", "在肝硬化中，甲细胞促进，"),
        ("調節性T細胞的形成", "…的形成", "甲細胞抑制促炎性T細胞,促進，"),
        ("恢复免疫平衡", "恢复什么状态", "甲细胞助力免疫重建,，"),
        ("软骨细胞凋亡", "…凋亡", "在骨关节炎中，甲因子抑制，"),
        ("软骨细胞", "哪种细胞", "甲细胞在骨关节炎中分化为，"),
        ("患者自身干细胞", "哪种细胞", "间充质干细胞激活，,促进修复"),
        (
            "improve renal structure and function",
            "improve which 2 renal aspects",
            "In renal failure, A can ，",
        ),
    ],
)
def test_what_must_be_known_is_not_given(answer: str, shown: str, sentence: str, lexicon: Lexicon) -> None:
    assert not is_given(answer, shown, sentence, lexicon)


def test_a_gap_whose_answer_is_given_is_no_card(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "间充质干细胞调控小胶质细胞,促进神经功能恢复。"
    cards = asked(tmp_path, knowledge, "帕金森病", line)
    assert "神经功能恢复" not in cards.values()
    assert "调控小胶质细胞" in cards.values() or "小胶质细胞" in cards.values()


def test_what_needs_a_molecule_stays_beside_its_gap(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "糖尿病肾病", "IDO会消耗T细胞增殖所必需的色氨酸。")
    assert cards["在糖尿病肾病中，IDO会消耗T细胞增殖所必需的[哪种分子]"] == "色氨酸"


def test_a_gap_is_judged_in_the_sentence_it_is_put_into(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "间充质干细胞激活PI3K/Akt通路,促进血管生成,改善心肌血液供应。"
    assert "血管生成" in (cards := asked(tmp_path, knowledge, "心力衰竭", line)).values()
    assert "改善心肌血液供应" not in cards.values()


def test_a_long_clause_behind_a_verb_is_no_gap(lexicon: Lexicon) -> None:
    clause = "保障改善后的血流将营养物质顺利输送到受损的肾脏组织"
    assert says_little(clause, "保障…", "充足的血管____", lexicon)
    assert not says_little("保障足细胞的存活", "保障…", "充足的血管____", lexicon)


def test_what_is_spared_asks_from_what_where_the_sentence_names_it(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    line = "间充质干细胞促进足细胞的再生,保护受损足细胞免于凋亡。"
    cards = asked(tmp_path, knowledge, "糖尿病肾病", line)
    assert any(front.endswith("保护受损足细胞[免于什么过程]") for front in cards)
    assert "免于凋亡" in cards.values()


def test_what_is_spared_is_asked_where_nothing_else_names_it(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "糖尿病肾病", "HGF通过c-Met受体保护足细胞免于凋亡。")
    assert any("[保护哪种细胞免于凋亡]" in front for front in cards)


def test_a_share_is_asked_in_its_disease(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "银屑病", "HLA基因贡献约40%-50%的遗传易感性。")
    assert cards == {"在银屑病中，HLA基因贡献约[多少]的遗传易感性": "40%-50%"}
