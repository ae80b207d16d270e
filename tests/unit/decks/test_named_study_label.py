"""A study is asked for by the name it goes by."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import cards


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“晨曦”试验(n=33,单臂)用自体骨髓MSC治疗糖尿病,1年缓解率为52%。", "糖尿病的“晨曦”研究"),
        ("预防肝硬化的“晨曦”试验,n=90,每月静脉输注脐带MSC。1年发生率为52%。", "预防肝硬化的“晨曦”研究"),
    ],
)
def test_by_its_name(text: str, name: str, tmp_path: Path, knowledge: Knowledge) -> None:
    (front,) = (front for front, back in cards(text, tmp_path, knowledge).items() if back == "52%")
    assert name in front


def test_a_size_is_counted(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2020年,某市医院,双盲研究,n=46。糖尿病患者静脉输注脐带MSC,1年缓解率为52%。"
    asked = cards(text, tmp_path, knowledge)
    assert not any("n=" in front + back for front, back in asked.items())


def test_whose_cells_they_are_stands_before_their_name(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2020年,骨髓MSC自体移植治疗肝硬化的双盲研究,n=46。1年缓解率为52%。"
    (front,) = (front for front, back in cards(text, tmp_path, knowledge).items() if back == "52%")
    assert "自体骨髓MSC" in front
