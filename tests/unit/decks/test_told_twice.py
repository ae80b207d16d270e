"""What two sentences of a document ask for is asked once, with both for its proof."""

from pathlib import Path

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked


def test_what_a_molecule_does_to_a_cell_is_asked_in_one_sentence(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    cards = asked(tmp_path, knowledge, "骨折", "IL-4能激活足细胞。\n\nIL-4能够有效激活足细胞,促进组织修复。")
    assert list(cards.values()).count("足细胞") == 1


def test_another_molecule_of_the_same_cell_is_another_question(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(
        tmp_path, knowledge, "骨折", "IL-4能抑制破骨细胞,减轻疼痛。\n\nVEGF能抑制破骨细胞,减轻肿胀。"
    )
    assert list(cards.values()).count("破骨细胞") == 2


def test_less_that_is_told_again_of_a_pathway_is_not_asked(tmp_path: Path, knowledge: Knowledge) -> None:
    both = "Wnt通路对于促进血管生成和细胞增殖都至关重要。\n\nWnt通路能够增强血管生成,使组织获得更多养分。"
    cards = asked(tmp_path, knowledge, "骨折", both)
    assert "血管生成" not in cards.values()
    assert any("血管生成" in back for back in cards.values())


def test_less_that_a_molecule_does_to_things_is_not_asked(tmp_path: Path, knowledge: Knowledge) -> None:
    both = "IL-4可以激活足细胞和巨噬细胞,加重炎症。\n\nIL-4能在早期激活足细胞,引起蛋白尿。"
    assert "足细胞" not in asked(tmp_path, knowledge, "骨折", both).values()
