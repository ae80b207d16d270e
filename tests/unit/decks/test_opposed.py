"""What a thing lowers and what it raises is one question, where an example alone would be one of many."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked


@pytest.mark.parametrize(
    "told", ["下调IL-6等促炎因子,同时上调IL-4等抗炎因子", "下调促炎因子(如IL-6、IL-1β)并上调抗炎因子(如IL-4)"]
)
def test_both_are_asked_together(told: str, tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "骨关节炎", f"间充质干细胞{told},保护软骨。")
    assert cards["在骨关节炎中，间充质干细胞怎样调节促炎因子和抗炎因子？"] == told
    assert not any("举" in front for front in cards)


def test_lists_of_examples_are_asked_one_by_one(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "间充质干细胞下调IL-6、TNF-α等促炎因子,同时上调IL-4、IL-10等抗炎因子,保护软骨。"
    cards = asked(tmp_path, knowledge, "骨关节炎", line)
    assert not any("怎样" in front for front in cards)
    assert cards["在骨关节炎中，间充质干细胞会下调哪些促炎因子（举例）？"] == "IL-6、TNF-α"
