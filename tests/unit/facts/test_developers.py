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
