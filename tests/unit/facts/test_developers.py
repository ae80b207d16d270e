"""Who developed a product: asked of a name that stands for one product."""

import pytest

from tests.unit.facts.mechanism_claims import Found


def _developed(facts: list) -> dict[str, str]:  # type: ignore[type-arg]
    return {fact.subject: fact.value for fact in facts if fact.slot == "developer"}


def test_the_developer_of_a_product_with_a_name_of_its_own(trials: Found) -> None:
    told = trials("海湾大学团队研发的吸入型脐带间充质干细胞外泌体(hX-EVs)可减轻肺损伤。\n")
    assert _developed(told) == {"吸入型脐带间充质干细胞外泌体(hX-EVs)": "海湾大学团队"}


@pytest.mark.parametrize(
    "text",
    [
        "海湾大学开发的间充质干细胞可以减轻炎症。",  # many have such cells
        "该大学开发的吸入型脐带间充质干细胞外泌体(hX-EVs)可减轻肺损伤。",
        "海湾大学开发了一个网站,介绍脐带间充质干细胞外泌体(hX-EVs)。",
    ],
)
def test_no_developer_of_what_anyone_may_have_made(trials: Found, text: str) -> None:
    assert not _developed(trials(f"{text}\n"))


def test_a_study_of_a_product_is_told_by_who_developed_it(trials: Found) -> None:
    product = "海湾大学团队研发的吸入型脐带间充质干细胞外泌体(hX-EVs)粒径为80-200nm。"
    facts = trials(f"{product}在18例硅肺患者的I期临床试验中,肺功能显著改善。\n")
    assert {fact.study.get("developer") for fact in facts if fact.study} == {"海湾大学团队"}
    facts = trials("海湾大学团队研发的间充质干细胞很好。在18例硅肺患者的I期临床试验中,肺功能显著改善。\n")
    assert not any(fact.study.get("developer") for fact in facts if fact.study)
