"""What a molecule does in one sentence is asked together, where no gap over one deed would ask for a thing."""

from pathlib import Path

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked


def test_deeds_that_say_little_one_by_one_are_asked_together(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "骨关节炎", "CXCL12可吸引更多修復細胞,增強再生微環境。")
    assert cards["在骨關節炎中，CXCL12有哪些作用？"] == "吸引更多修復細胞,增強再生微環境"
    assert not any("[" in front for front in cards)


def test_a_deed_that_can_be_asked_keeps_its_gap_and_tells_the_others(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    cards = asked(tmp_path, knowledge, "骨关节炎", "CXCL12可吸引更多修复细胞,抑制软骨细胞凋亡。")
    assert cards == {"在骨关节炎中，CXCL12可吸引更多修复细胞,抑制[哪种细胞的凋亡]": "软骨细胞凋亡"}


def test_deeds_that_can_be_asked_are_not_asked_together(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "骨关节炎", "CXCL12可吸引巨噬细胞,抑制软骨细胞凋亡。")
    assert cards
    assert "有哪些作用" not in "".join(cards)


def test_cells_do_too_much_for_one_question(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "骨关节炎", "间充质干细胞可吸引更多修复细胞,增强再生微环境。")
    assert "有哪些作用" not in "".join(cards)


def test_deeds_are_not_asked_with_what_they_are_for(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "CXCL12可吸引更多修复细胞,增强基质合成,这对于抑制那些加速软骨降解的蛋白酶至关重要。"
    assert not any("这对" in back for back in asked(tmp_path, knowledge, "骨关节炎", line).values())


def test_deeds_that_anyone_would_hope_for_are_not_asked(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "骨关节炎", "CXCL12能减轻关节疼痛,改善关节功能。")
    assert cards == {}


def test_what_goes_on_in_a_disease_is_asked_together(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "系统性硬化症是患者体内免疫功能紊乱,大量自身抗体和免疫复合物产生,造成多器官纤维化。"
    cards = asked(tmp_path, knowledge, "系统性硬化症", line)
    assert cards["系统性硬化症的免疫发病机制是什么？"] == "患者体内免疫功能紊乱,大量自身抗体和免疫复合物产生"


def test_three_processes_told_clause_by_clause_are_asked_together_of_whose_molecules_they_are(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    line = (
        "脂肪干细胞可分泌如VEGF和HGF等生长因子,这些分子能促进血管生成,让创面得到养分;减少炎症,缓解肿胀;"
        "抑制纤维化,使皮肤保持柔软。"
    )
    cards = asked(tmp_path, knowledge, "创伤", line)
    assert cards["在创伤中，脂肪干细胞分泌的VEGF和HGF有哪三种作用？"] == "促进血管生成、减少炎症、抑制纤维化"
    assert not any("[什么过程]" in front for front in cards)


def test_two_processes_keep_their_gaps(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "创伤", "VEGF能促进血管生成,让创面得到养分;减少炎症,缓解肿胀。")
    assert "有哪" not in "".join(cards)


def test_most_deeds_that_say_little_take_the_other_with_them(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "CXCL12可吸引更多修复细胞,增强再生微环境,并促进巨噬细胞募集。"
    cards = asked(tmp_path, knowledge, "骨关节炎", line)
    assert cards == {"在骨关节炎中，CXCL12有哪些作用？": "吸引更多修复细胞,增强再生微环境,并促进巨噬细胞募集"}
