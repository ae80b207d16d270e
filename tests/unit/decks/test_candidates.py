"""What is no card by itself, and what is asked in a better way."""

from pathlib import Path

import pytest

from sctui.locations import bundled
from sctui.pipeline import Knowledge, convert, read_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


def cards(text: str, folder: Path, knowledge: Knowledge) -> dict[str, str]:
    """Questions on studies with their answers, of a page with one paragraph."""
    page = folder / "page.md"
    page.write_text(f"# 页\n\n{text}\n", encoding="utf-8")
    notes = convert(page, knowledge).generation.notes
    return {card.front: card.back for note in notes if note.kind == "trial" for card in note.cards()}


TRIAL = "2019年,一项试验对64名克罗恩病患者进行脐带间充质干细胞静脉注射治疗。"


def test_no_card_asks_for_the_year_or_the_kind_of_patients_alone(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(TRIAL, tmp_path, knowledge)
    assert asked["脐带间充质干细胞治疗克罗恩病的研究纳入了多少患者？"] == "64名（2019年）"
    assert not any(front.endswith(("哪一年的？", "哪一类患者？")) for front in asked)


def test_a_change_beside_figures_is_asked_for_what_changed(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}缓解率为62%。治疗后Mayo评分显著下降。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if "Mayo评分" in back)
    assert front.endswith("哪些指标或症状显著下降？")
