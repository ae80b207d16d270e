"""Short forms of diseases, and those of one text, are spelt out where a question first uses them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.spelling import spelt
from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("多发性硬化(MS)很常见。MS主要由自身反应性T细胞引起。", "多发性硬化症(MS)主要由什么引起？"),
        ("多發性硬化(MS)很常見。MS主要由自身反應性T細胞引起。", "多發性硬化症(MS)主要由什麼引起？"),
        ("MS很常见。多发性硬化主要由自身反应性T细胞引起。", "多发性硬化主要由什么引起？"),
    ],
)
def test_a_disease_is_named_in_full(line: str, front: str, tmp_path: Path, knowledge: Knowledge) -> None:
    assert front in asked(tmp_path, knowledge, "细胞治疗", line)


def test_a_gap_is_spelt_out_in_its_sentence(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "类风湿关节炎(RA)很常见。RA患者的滑膜细胞会分泌IL-6,导致软骨破坏。"
    fronts = [
        front for front in asked(tmp_path, knowledge, "细胞治疗", line) if "软骨" in front or "破坏" in front
    ]
    assert fronts
    assert all(front.count("类风湿关节炎(RA)") == 1 for front in fronts)


def test_what_one_text_calls_its_cells_is_spelt_out(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "组织驻留间充质干细胞(MtSC)很少。在克罗恩病中,MtSC通过PD-L1加剧黏膜损伤。"
    fronts = [front for front in asked(tmp_path, knowledge, "细胞治疗", line) if "黏膜损伤" in front]
    assert fronts
    assert all("组织驻留间充质干细胞(MtSC)" in front for front in fronts)


def test_a_name_is_put_before_one_of_its_kind_in_brackets() -> None:
    made = spelt("患者的MtSC(CD-MtSC)受损", [("MtSC", "组织驻留间充质干细胞")])
    assert made == "患者的组织驻留间充质干细胞(CD-MtSC)受损"
    assert spelt("患者的MtSC(异常)受损", [("MtSC", "甲细胞")]) == "患者的甲细胞(MtSC)(异常)受损"


def test_a_name_that_the_lexicon_lacks_is_the_documents_own(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "自闭症类群障碍(ASD)很常见。ASD患者活化的小胶质细胞会释放谷氨酸,导致突触丢失。"
    fronts = [front for front in asked(tmp_path, knowledge, "神经发育", line) if "突触" in front]
    assert fronts
    assert all("自闭症类群障碍(ASD)" in front for front in fronts)


def test_english_names_too(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "Rheumatoid arthritis (RA) is common. RA is mainly caused by autoreactive T cells."
    fronts = asked(tmp_path, knowledge, "Cells", text)
    assert any("heumatoid arthritis (RA)" in front for front in fronts)


@given(st.text(alphabet="甲乙RAMS()，{}c1:", max_size=30), st.sampled_from(["RA", "MS"]))
def test_spelling_adds_the_name_and_nothing_else(text: str, short: str) -> None:
    made = spelt(text, [(short, "某病")])
    assert made.replace(f"某病({short})", short) == text
