"""Recall of a teacher's facts on pages that stand here for all others: floors that may only rise.

The pages tell, in words of ours, what popular articles and abstracts tell; what a teacher would ask of each stands beside
it, by people who did not know the rules. Much is missed: these floors are where to begin, the originals' where to arrive.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.quality import scoring

pytestmark = pytest.mark.shared

FLOORS = {"all": 0.34, "trial": 0.31, "comparison": 0.32, "term": 0.64, "figure": 0.27, "mechanism": 0.23}


@pytest.fixture(scope="module")
def score(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    pages, gold = scoring.pages()
    assert [page.stem for page in pages] == [facts.stem for facts in gold]
    return scoring.score(pages, gold, shared / "quality", tmp_path_factory.mktemp("score"))


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_recall_does_not_fall(score: dict[str, Any], kind: str, floor: float) -> None:
    assert score["recall"][kind] >= floor


@pytest.mark.parametrize("count", ["damaged_values_asserted", "quotes_not_in_line"])
def test_nothing_untrue_is_taught(score: dict[str, Any], count: str) -> None:
    assert score[count] == 0


def test_answers_are_answers(score: dict[str, Any]) -> None:
    assert score["backs_over_limit"] <= 0.05 * score["cards"]
