"""Questions in English read as English does: what a trial did, then what is asked of it."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge, convert

PAGE = """# Adipose cells in Crohn's disease

In 2022, 40 patients with Crohn's disease were randomized to adipose mesenchymal stem cells or placebo.
At week 24, clinical remission was reached by 52% of the cell group and 31% of the placebo group.
The Mayo score fell from 7.4 to 3.9.
"""


@pytest.fixture
def asked(tmp_path: Path, knowledge: Knowledge) -> dict[str, str]:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    notes = convert(page, knowledge).generation.notes
    return {card.front: card.back for note in notes for card in note.cards()}


def test_a_trial_is_told_before_its_question(asked: dict[str, str]) -> None:
    told = "A 2022 trial used adipose mesenchymal stem cells in patients with Crohn's disease. "
    assert asked[f"{told}What was the treatment compared with?"] == "placebo"


def test_a_name_keeps_its_capital(asked: dict[str, str]) -> None:
    (front,) = (front for front, back in asked.items() if back == "from 7.4 to 3.9")
    assert front.endswith("From what to what did the Mayo score change?")


def test_the_figure_of_the_other_arm_is_told_and_not_asked(asked: dict[str, str]) -> None:
    told = {back for back in asked.values() if "52%" in back or "31%" in back}
    assert len(told) == 1
    assert next(iter(told)).startswith("52% (")
    assert "31%" in next(iter(told))
