"""How many women and how many men took part: each number with its own sex, and no result."""

import pytest

from sctui.model.fact import Fact
from tests.unit.facts.mechanism_claims import Found

COUNTS = {"count", "count_of", "arm", "arm_of", "arm_size", "share", "outcome"}


def _sexes(facts: list[Fact]) -> list[str]:
    (study,) = {fact.study for fact in facts if fact.study}
    return [slot.value for slot in study.slots if slot.name == "sex"]


@pytest.mark.parametrize(
    ("text", "sexes"),
    [
        (
            "2021年的一项试验纳入60名类风湿关节炎患者,男性20名,女性40名,均输注脐带间充质干细胞。",
            ["男性20名", "女性40名"],
        ),
        (
            "2021年的一項試驗納入60名類風濕關節炎患者,男性20名,女性40名,均輸注臍帶間充質幹細胞。",
            ["男性20名", "女性40名"],
        ),
        ("2020年的一项试验纳入48例克罗恩病患者(男28例,女20例),输注间充质干细胞。", ["男28例", "女20例"]),
        (
            "2020年的一项试验纳入48例克罗恩病患者,其中28名男性和20名女性,输注间充质干细胞。",
            ["28名男性", "20名女性"],
        ),
        ("2020年的一项试验纳入48例克罗恩病患者,女性占41.7%,输注间充质干细胞。", ["女性占41.7%"]),
        (
            "In 2020, a trial of mesenchymal stem cells enrolled 60 patients with lupus (40 women and 20 men).",
            ["40 women", "20 men"],
        ),
        (
            "In 2020, a trial of mesenchymal stem cells enrolled 48 patients with lupus, of whom 20 (42%) were women.",
            ["20 (42%) were women"],
        ),
    ],
)
def test_each_sex_has_its_own_number(trials: Found, text: str, sexes: list[str]) -> None:
    facts = trials(f"{text}\n")
    assert _sexes(facts) == sexes
    assert not [fact for fact in facts if fact.slot in COUNTS]


def test_the_women_alone_are_not_all_who_took_part(trials: Found) -> None:
    text = "In 2020, 40 women and 20 men with lupus were enrolled in a trial of mesenchymal stem cells.\n"
    assert [fact.value for fact in trials(text) if fact.slot == "n"] == []


def test_what_women_reached_is_a_result(trials: Found) -> None:
    text = "2021年的一项试验纳入60名卵巢早衰女性,输注脐带间充质干细胞。12名患者恢复月经。\n"
    assert [(fact.value, fact.measure) for fact in trials(text) if fact.slot == "count"] == [
        ("12名患者", "患者恢复月经")
    ]


def test_an_average_is_no_limit_of_age(trials: Found) -> None:
    text = "2021年的一项试验纳入60名类风湿关节炎患者,平均年龄52岁,输注脐带间充质干细胞。\n"
    facts = trials(text)
    assert [(fact.slot, fact.value) for fact in facts if "age" in fact.slot] == [("mean_age", "52岁")]
