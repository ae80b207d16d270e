"""A time is asked where it is the answer, and a dose with all that it is per."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import TRIAL, cards

ENGLISH = "In 2021, a trial gave adipose mesenchymal stem cells to 42 patients with Crohn's disease. "


@pytest.mark.parametrize(
    "told",
    [
        "9个月时,细胞组瘘管闭合14例(43.8%)。",
        "九個月後,治療組的內鏡評分比對照組低2.7。",
        "6个月后1人由重度转为轻度。",
    ],
)
def test_the_time_is_not_asked_in_place_of_the_result(
    told: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{TRIAL}{told}", tmp_path, knowledge)
    assert not any(back in {"9个月", "九個月", "6个月"} for back in asked.values())


def test_what_came_about_at_a_time_without_a_figure_is_asked_for_it(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "2023年的一项研究给一名1型糖尿病患者移植胰岛细胞,移植75天后患者完全脱离胰岛素注射治疗。"
    asked = cards(text, tmp_path, knowledge)
    assert "75天" in asked.values()


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("The primary endpoint, clinical remission at 9 months, was not met.", "primary outcome assessed"),
        ("The infusion was repeated at 9 months.", ""),
        ("Remission at 9 months was 40%. The Mayo score fell at 18 months.", ""),
    ],
)
def test_when_results_were_looked_at_has_one_answer(
    told: str, question: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{ENGLISH}{told}", tmp_path, knowledge)
    fronts = [front for front, back in asked.items() if back == "9 months"]
    assert all(question and question in front for front in fronts)
    assert bool(fronts) is bool(question)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("每髋注射3×10^7个细胞。", "每髋注射3×10^7个细胞"),
        ("每次3×10^7个细胞,静脉输注。", "每次3×10^7个细胞"),
        ("每次約 3×10^7 個細胞,靜脈輸注。", "每次約 3×10^7 個細胞"),
    ],
)
def test_a_dose_is_told_with_what_it_is_per(
    told: str, answer: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{TRIAL}{told}", tmp_path, knowledge)
    assert answer in asked.values()


@pytest.mark.parametrize(("low", "high"), [("低剂量组", "高剂量组"), ("低劑量組", "高劑量組")])
def test_the_dose_of_a_group_is_asked_by_the_group(
    low: str, high: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    told = f"{low}8人,每侧注射2×10^6个细胞;{high}8人,每侧4×10^6个。"
    asked = cards(f"{TRIAL}{told}", tmp_path, knowledge)
    of_group = {front: back for front, back in asked.items() if "剂量是多少" in front}
    assert any(low in front and "2×10^6" in back for front, back in of_group.items())
    assert any(high in front and "4×10^6" in back for front, back in of_group.items())
