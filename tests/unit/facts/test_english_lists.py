"""Figures of several arms in a row, each with the arm in its place or in the bracket behind it."""

import pytest

from sctui.model.fact import Slot
from tests.unit.facts.mechanism_claims import Found

LEAD = "A randomized trial in 2020 enrolled 90 patients with lupus who received mesenchymal stem cells or placebo. "


def _results(found: Found, sentence: str) -> list[Slot]:
    studies = {fact.study for fact in found(f"{LEAD}{sentence}\n") if fact.study}
    return [slot for study in studies for slot in study.slots if slot.name in ("outcome", "change")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Remission was seen in 45% and 20% in the cell and placebo groups, respectively (p = 0.01).",
            [
                ("remission rate in the cell group", "45%", "20%"),
                ("remission rate in the placebo group", "20%", ""),
            ],
        ),
        (
            "Creatinine fell by 8.3, 4.1 and 1.7 points in the high-dose, low-dose and placebo groups, respectively.",
            [
                ("creatinine in the high-dose group", "fell by 8.3 points", "1.7 points"),
                ("creatinine in the low-dose group", "fell by 4.1 points", "1.7 points"),
                ("creatinine in the placebo group", "fell by 1.7 points", ""),
            ],
        ),
        (
            "The SLEDAI score changed by -4.9 points (20M), -8.6 points (80M) and +2.3 points (sham).",
            [
                ("SLEDAI score in the 20M group", "changed by -4.9 points", "+2.3 points"),
                ("SLEDAI score in the 80M group", "changed by -8.6 points", "+2.3 points"),
                ("SLEDAI score with sham", "changed by +2.3 points", ""),
            ],
        ),
        (
            "Relapse occurred in 14% and 31% in the cell and control arms.",
            [
                ("relapse rate in the cell arm", "14%", "31%"),
                ("relapse rate in the control arm", "31%", ""),
            ],
        ),
    ],
)
def test_each_figure_of_a_row_has_its_arm(
    trials: Found, sentence: str, told: list[tuple[str, str, str]]
) -> None:
    assert [(slot.measure, slot.value, slot.versus) for slot in _results(trials, sentence)] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Relapse occurred in 14%, 20% and 31% in the cell and control groups, respectively.",  # three of two
        "Relapse occurred in 14% and 31% in the control and control groups, respectively.",
        "Complement rose by 13% and 20%.",  # of whom, is not told
        "Complement rose by 13 mg/dl (SD 4) and 20 mg/dl (SD 6).",
    ],
)
def test_where_arms_and_figures_do_not_agree_none_is_told(trials: Found, sentence: str) -> None:
    assert not [slot for slot in _results(trials, sentence) if slot.arm]
