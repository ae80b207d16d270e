"""Structured abstracts, in English and in Chinese: one study from its methods to its conclusion."""

from collections.abc import Callable

import pytest

from sctui.facts.trials import find_trials
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

ENGLISH = """# Repeated injection of cells from the cord in osteoarthritis of the knee

## Methods

Sixteen patients with knee osteoarthritis were enrolled and received 1 × 106 umbilical cord mesenchymal stem cells/kg by intravenous infusion. The mean age was 61.2 ± 8.4 years. Patients were followed for 12 months.

## Results

A total of 4 of 16 patients (25%) had transient fever. The pain score decreased from 6.4 ± 1.1 to 3.2 ± 0.9 (p = 0.002). No serious adverse events were observed.

## Conclusion

Intravenous infusion was safe and well tolerated.
"""

LABELLED = """# Cells for fistulas

Background: Fistulas heal badly. We evaluated bone marrow mesenchymal stem cells in a double-blind, placebo-controlled study.
Methods: Twenty-one patients with Crohn's disease were randomly assigned to injections of 1 × 10(7) (n = 8, group 1) or 3 × 10(7) cells (n = 7, group 2), or to placebo (n = 6).
Results: The rate of remission was 50% versus 34% with placebo (P=0.024).
"""

CHINESE = """# 甲地的试验

2021年,甲院的一项试验纳入60名2型糖尿病患者,随机分为两组。

实验方法

治疗组接受静脉输注脐带间充质干细胞,剂量为1×10^6个细胞/kg。

实验结果

患者接受了48周的随访观察,治疗组的糖化血红蛋白水平降低1.5%,对照组降低0.8%。
"""


@pytest.fixture
def found(document_of: Callable[[str], Document], lexicon: Lexicon) -> Callable[[str], list[Fact]]:
    def facts(text: str) -> list[Fact]:
        document = document_of(text)
        tree = build_outline(document)
        return list(find_trials(read_telling(document, tree, lexicon), document, tree, lexicon))

    return facts


def values(facts: list[Fact], slot: str) -> list[tuple[str, str]]:
    return [(fact.measure, fact.value) for fact in facts if fact.slot == slot]


def test_the_parts_of_an_abstract_are_one_study(found: Callable[[str], list[Fact]]) -> None:
    facts = found(ENGLISH)
    assert len({fact.study.key for fact in facts if fact.study}) == 1
    assert values(facts, "n") == [("", "Sixteen patients")]
    assert values(facts, "condition") == [("", "knee osteoarthritis")]
    assert values(facts, "dose") == [("", "1 × 106 umbilical cord mesenchymal stem cells/kg")]
    assert values(facts, "route") == [("", "intravenous infusion")]
    assert values(facts, "mean_age") == [("", "61.2 ± 8.4 years")]
    assert values(facts, "followup") == [("", "12 months")]
    assert values(facts, "count") == [("had transient fever", "4 of 16 patients (25%)")]
    assert values(facts, "change") == [("pain score", "from 6.4 ± 1.1 to 3.2 ± 0.9")]
    assert values(facts, "safety") == [("", "No serious adverse events")]
    assert values(facts, "verdict") == [("", "safe and well tolerated")]


def test_place_and_follow_up_in_english(found: Callable[[str], list[Fact]]) -> None:
    facts = found(
        "# Cells for knees\n\nMethods: We treated 14 patients with knee osteoarthritis with mesenchymal stem cells at the "
        "Northern Lakes University Medical Center and evaluated them in three months of follow-up.\n"
    )
    assert values(facts, "site") == [("", "Northern Lakes University Medical Center")]
    assert values(facts, "followup") == [("", "three months")]


def test_labels_in_front_of_paragraphs_do_as_well(found: Callable[[str], list[Fact]]) -> None:
    facts = found(LABELLED)
    assert len({fact.study.key for fact in facts if fact.study}) == 1
    assert values(facts, "n") == [("", "Twenty-one patients")]
    assert values(facts, "arm_size") == [("group 1", "8"), ("group 2", "7"), ("placebo group", "6")]
    assert [value for _, value in values(facts, "dose")] == ["1 × 10(7)", "3 × 10(7) cells"]
    assert values(facts, "outcome") == [
        ("rate of remission in the treatment group", "50%"),
        ("rate of remission with placebo", "34%"),
    ]


def test_a_difference_with_its_interval(found: Callable[[str], list[Fact]]) -> None:
    facts = found(
        "We searched PubMed and Embase for trials of mesenchymal stem cells in knee osteoarthritis. "
        "Seven trials with 256 patients were included in the meta-analysis. "
        "Treatment improved the pain score (mean difference, -13.2; 95% CI -23.3 to -3.2, p = 0.01).\n"
    )
    assert values(facts, "outcome") == [("mean difference in pain score", "-13.2")]
    assert values(facts, "studies") == [("", "Seven trials")]


def test_a_difference_among_some_is_not_one_in_a_measure(found: Callable[[str], list[Fact]]) -> None:
    facts = found(
        "We searched PubMed and Embase for studies of mesenchymal stem cells in skin wounds. "
        "Nine studies were included in the meta-analysis. "
        "Treatment raised the wound healing rate significantly (SMD 2.05, 95% CI 1.12 to 3.10). "
        "The effect was larger in shallow wounds (SMD 5.21, 95% CI 2.10 to 8.02) than in deep wounds "
        "(SMD 1.95, 95% CI 1.01 to 3.20).\n"
    )
    measures = [measure for measure, _ in values(facts, "outcome")]
    assert measures == ["standardised mean difference in wound healing rate"]


def test_a_part_s_name_on_a_line_of_its_own_ends_nothing(found: Callable[[str], list[Fact]]) -> None:
    facts = found(CHINESE)
    assert len({fact.study.key for fact in facts if fact.study}) == 1
    assert values(facts, "dose") == [("", "1×10^6个细胞/kg")]
    assert values(facts, "change") == [
        ("治疗组的糖化血红蛋白水平降低", "1.5%"),
        ("对照组的糖化血红蛋白水平降低", "0.8%"),
    ]


def test_a_second_trial_opens_another_record(found: Callable[[str], list[Fact]]) -> None:
    facts = found(
        "在第一项试验中,15名衰弱的患者接受了间充质干细胞输注。第二项试验对30名糖尿病患者进行了间充质干细胞输注。\n"
    )
    assert values(facts, "n") == [("", "15名"), ("", "30名")]
    assert len({fact.study.key for fact in facts if fact.study}) == 2


def test_the_age_of_donors_is_not_that_of_patients(found: Callable[[str], list[Fact]]) -> None:
    facts = found("2017年的试验中,15名衰弱患者接受了年龄在20到45岁的捐赠者的骨髓间充质干细胞输注。\n")
    assert not values(facts, "age")


def test_a_count_of_other_patients_is_another_study(found: Callable[[str], list[Fact]]) -> None:
    facts = found(
        "2025年,某公司的羊膜间充质干细胞注射液针对ARDS推进临床研究。\n\n"
        "在肺纤维化领域,另一种策略引人注目。某大学团队开发的脐带间充质干细胞外泌体保持活性。"
        "在24例肺纤维化患者的I期临床试验中,评分降低。\n"
    )
    studies = {fact.study.key: fact.study for fact in facts if fact.study}
    conditions = [study.get("condition") for study in studies.values()]
    assert conditions == ["ARDS", "肺纤维化患者"]


def test_results_go_on_after_a_sentence_on_the_setting(found: Callable[[str], list[Fact]]) -> None:
    facts = found(
        "某医院完成急性缺血性脑卒中的一期临床试验,6名受试者接受了干细胞静脉注射治疗。\n\n"
        "研究团队由两家医院组成。结果显示,5名受试者的梗死体积缩小。\n"
    )
    assert values(facts, "n") == [("", "6名")]
    assert len({fact.study.key for fact in facts if fact.study}) == 1
