"""Diseases named in passing name no study."""

import pytest

from tests.unit.facts.mechanism_claims import Found


def conditions(facts: list) -> set[str]:  # type: ignore[type-arg]
    return {fact.study.get("condition") for fact in facts if fact.study}


@pytest.mark.parametrize(
    "text",
    [
        "2019年，一项研究给25名儿童鞘内注射脐带间充质干细胞。1名原有癫痫的儿童发作增多，调药后恢复。",
        "2019年，一项研究给25名儿童鞘内注射脐带间充质干细胞。不良反应包括发热、癫痫发作和皮疹。",
        "2019年，一项研究给25名儿童鞘内注射脐带间充质干细胞。主要终点为死亡、心肌梗死或卒中。",
        "2019年，一项研究给25名儿童鞘内注射脐带间充质干细胞。排除标准为糖尿病和肝硬化。",
        "In 2019 a trial randomised 50 patients to mesenchymal stem cells or placebo. The composite of stroke and death fell by 3%.",
        "In 2019 a trial randomised 50 patients to mesenchymal stem cells or placebo. Living with Heart Failure scores rose by 3.",
        "In 2019 a trial randomised 50 patients to mesenchymal stem cells or placebo. One patient with epilepsy had a seizure.",
    ],
)
def test_a_history_an_event_or_an_endpoint_is_not_what_was_treated(text: str, trials: Found) -> None:
    assert conditions(trials(text)) == {""}


@pytest.mark.parametrize(
    ("text", "disease"),
    [
        ("2019年，一项研究观察死亡风险，入组25例肝硬化患者，静脉输注脐带间充质干细胞。", "肝硬化患者"),
        (
            "2019年，一项研究给25例合并糖尿病的肝硬化患者静脉输注脐带间充质干细胞。",
            "肝硬化患者",
        ),
        (
            "In 2019 a trial on adverse events randomised 50 patients with stroke to mesenchymal stem cells or placebo.",
            "stroke",
        ),
    ],
)
def test_the_disease_of_those_who_take_part_names_the_study(text: str, disease: str, trials: Found) -> None:
    assert conditions(trials(text)) == {disease}
