"""Recall of the gold facts by the cards made from the originals: floors that may only rise."""

from pathlib import Path
from typing import Any

import pytest

from tests.quality import scoring

pytestmark = pytest.mark.shared

SCORED = ("000", "002", "003")
# Journal and title of a paper are not asked, only told behind an answer; of a review that nothing else is told
# of, and of two that only the journal tells apart, they are in the records alone: hence 0.94 for trials.
# Nor is that a treatment is safe and works (2 of 000), or that cells play a part in "regeneration" (1 of 003): it can
# be guessed. Of 002 neither one way of four to restore hormones is asked alone, nor by what cells do not act.
# What is told again with fewer members (`VEGF、HGF和IGF-1` beside four), and that a disease gets better
# (`改善…等严重疾病`), is asked once or not at all; nor is what any treatment is hoped to do
# (`避免卵巢組織受到免疫介導的損傷`): hence 0.80 for mechanisms.
# Raise a floor when the score rises; lowering one needs a reason in the commit that does it.
FLOORS = {"all": 0.87, "trial": 0.92, "comparison": 0.96, "term": 0.90, "figure": 1.0, "mechanism": 0.80}


@pytest.fixture(scope="module")
def score(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    seeds = [next((shared / "seeds").glob(f"{name}_*.txt")) for name in SCORED]
    gold = [shared / "quality" / "gold" / f"{name}.yaml" for name in SCORED]
    return scoring.score(seeds, gold, shared / "quality", tmp_path_factory.mktemp("score"))


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_recall_does_not_fall(score: dict[str, Any], kind: str, floor: float) -> None:
    assert score["recall"][kind] >= floor


@pytest.mark.parametrize("count", ["damaged_values_asserted", "quotes_not_in_line", "cards_on_boilerplate"])
def test_nothing_untrue_is_taught(score: dict[str, Any], count: str) -> None:
    assert score[count] == 0


def test_answers_are_answers(score: dict[str, Any]) -> None:
    assert score["backs_over_limit"] <= 0.05 * score["cards"]
