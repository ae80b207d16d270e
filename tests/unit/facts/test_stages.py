"""Phases of trials and stages of diseases."""

import pytest

from tests.unit.facts.mechanism_claims import Found


def phases(facts: list) -> list[str]:  # type: ignore[type-arg]
    return [fact.value for fact in facts if fact.slot == "phase"]


@pytest.mark.parametrize(
    "text",
    [
        "2017年，一项随机对照试验入组44例ARCO I~II期患者，静脉输注脐带间充质干细胞。",
        "2017年，一项随机试验入组44例III期肝癌患者，静脉输注脐带间充质干细胞。",
        "2017年，一项随机试验入组44例CKD 3期的病人，静脉输注脐带间充质干细胞。",
        "2017年，一项研究对44例帕金森病患者静脉输注脐带间充质干细胞，2年后均未进展到III期。",
        "2017年，一项研究对44例肝硬化患者静脉输注脐带间充质干细胞。II期的话，早些治疗更好。",
    ],
)
def test_a_stage_of_the_disease_is_no_phase(text: str, trials: Found) -> None:
    found = trials(text)
    assert found
    assert not phases(found)


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("2017年，一项II期肝硬化临床试验入组44例患者，静脉输注脐带间充质干细胞。", "II期"),
        ("2017年，一项III期试验入组44例肝硬化患者，静脉输注脐带间充质干细胞。", "III期"),
        ("2017年，第一／二期臨床試驗收治44名肝硬化患者，靜脈輸注臍帶間充質幹細胞。", "第一／二期"),
        ("2017年，第二期臨床試驗收治44名肝硬化患者，靜脈輸注臍帶間充質幹細胞。", "第二期"),
    ],
)
def test_a_phase_of_the_trial_is_told(text: str, phase: str, trials: Found) -> None:
    assert phases(trials(text)) == [phase]
