"""What a treatment may bring about, told in the items of a list on its risks."""

import pytest

from sctui.model.fact import Fact
from tests.unit.facts.mechanism_claims import Found

LIST = "# 安全性与风险\n\n间充质干细胞治疗的主要风险包括:\n\n{item}\n\n# 展望\n\n异体移植可能引发排斥。\n"


def _hazards(facts: list[Fact]) -> list[tuple[str, str]]:
    return [(fact.subject, fact.value) for fact in facts if fact.slot == "hazard"]


def test_a_bare_way_of_giving_is_that_of_the_cells_which_lead_the_list_in(trials: Found) -> None:
    found = _hazards(trials(LIST.format(item="免疫反应:异体移植可能引发发热、皮疹。")))
    assert ("异体间充质干细胞移植", "发热、皮疹") in found
    assert ("异体间充质干细胞移植", "排斥") not in found


def test_but_what_names_its_cells_is_told_as_it_is(trials: Found) -> None:
    found = _hazards(trials(LIST.format(item="栓塞:静脉输注脐带干细胞可能引发肺栓塞。")))
    assert ("静脉输注脐带干细胞", "肺栓塞") in found


def test_cells_of_no_kind_are_those_which_lead_the_list_in_or_nobodys(trials: Found) -> None:
    item = "栓塞:静脉输注大剂量细胞可能导致肺栓塞。"
    assert ("静脉输注大剂量间充质干细胞", "肺栓塞") in _hazards(trials(LIST.format(item=item)))
    assert not _hazards(trials(f"# 安全性与风险\n\n{item}\n"))


def test_what_comes_of_a_harm_in_turn_belongs_to_it(trials: Found) -> None:
    item = "栓塞:静脉输注脐带干细胞可能导致肺栓塞,{}。"
    assert ("静脉输注脐带干细胞", "肺栓塞,进而引发胸痛") in _hazards(
        trials(LIST.format(item=item.format("进而引发胸痛")))
    )
    assert ("静脉输注脐带干细胞", "肺栓塞") in _hazards(trials(LIST.format(item=item.format("但很少见"))))


@pytest.mark.parametrize("marks", ["？", "。", "免疫反应轻微；。"])
def test_marks_without_words_tell_of_none(trials: Found, marks: str) -> None:
    item = f"{marks}\n\n栓塞:静脉输注脐带干细胞可能引发肺栓塞。"
    assert _hazards(trials(LIST.format(item=item))) == [("静脉输注脐带干细胞", "肺栓塞")]
