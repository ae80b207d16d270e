"""The disease of a study that does not say it: its page's, unless its people have another."""

import pytest

from sctui.model.fact import Fact
from tests.unit.facts.mechanism_claims import Found

PAGE = """仁川健康网 幼儿与家庭

半月板损伤怎么办？细胞治疗问答

半月板损伤在运动员中很常见，半月板损伤之后关节会疼痛。

{}
"""


def _topics(facts: list[Fact]) -> set[str]:
    return {fact.study.get("topic") for fact in facts if fact.study}


def test_a_line_near_the_top_tells_what_a_page_is_on(trials: Found) -> None:
    facts = trials(PAGE.format("2021年的一项研究给30例受试者注射脐带间充质干细胞，随访12个月。"))
    assert _topics(facts) == {"半月板损伤"}


@pytest.mark.parametrize(
    "told",
    [
        "问：宫腔粘连能做吗？\n\n可以评估。有研究给29例重度黏膜粘连患者注射脐带间充质干细胞，11人好转。",
        "还有一项研究给29例肌腱断裂患者注射脐带间充质干细胞，随访6个月。",
        "问：宫腔粘连的人能做吗？\n\n一项研究给29例受试者注射脐带间充质干细胞，随访6个月。",
    ],
)
def test_people_with_something_else_have_not_the_disease_of_the_page(trials: Found, told: str) -> None:
    assert "半月板损伤" not in _topics(trials(PAGE.format(told)))


@pytest.mark.parametrize(
    "title",
    [
        "瓣膜钙化缺损與燒傷：兩種產品的比較",
        "燒傷與青光眼：兩種產品的比較",
    ],  # of one of which no lexicon knows
)
def test_a_page_on_two_diseases_gives_neither(trials: Found, title: str) -> None:
    facts = trials(
        f"# 產品比較網\n\n{title}\n\n燒傷很痛。燒傷會留疤。\n\n樞紐試驗為多中心單臂，n＝96，術後注射臍帶間質幹細胞。\n"
    )
    assert facts
    assert _topics(facts) == {""}


def test_a_title_over_one_study_is_its_own(trials: Found) -> None:
    facts = trials(
        "Ninth Meeting of the Society\n\n"
        "7C-02  Allogeneic cord blood MSCs in hearing loss: 12-month results of the ECHOES trial\n\n"
        "Background: Hair cells do not grow again.\n"
        "Methods: Phase 2, double-blind, sham-controlled. 84 patients were randomised 1:1 to cells or sham.\n"
        "Results: The threshold fell by 9.1 dB (cells) and 2.2 dB (sham).\n"
        "Conclusion: A 400-patient phase 3 trial is being planned.\n"
    )
    study = next(fact.study for fact in facts if fact.study)
    assert (study.get("name"), study.get("condition"), study.get("phase")) == (
        "ECHOES",
        "hearing loss",
        "Phase 2",
    )
    assert study.get("design") == "double-blind, sham-controlled"
    assert study.get("cell_source") == "Allogeneic cord blood MSCs"
    assert [fact.value for fact in facts if fact.slot == "design"] == ["double-blind, sham-controlled"]
