"""Under which condition a figure is true, and figures that cannot be told from whom they are."""

from collections.abc import Callable

import pytest

from sctui.facts.figures import find_figures
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

Find = Callable[[str], list[tuple[Fact, str]]]


@pytest.fixture
def find(document_of: Callable[[str], Document], lexicon: Lexicon) -> Find:
    """The figures of a text, each with its evidence."""

    def facts(text: str) -> list[tuple[Fact, str]]:
        document = document_of(text)
        found = find_figures(read_telling(document, build_outline(document), lexicon), lexicon)
        return [(fact, document.text(fact.evidence)) for fact in found]

    return facts


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "移植前应做准备,不吃药的话,移植物抗宿主病的发生率是90%。",
            "不吃药的话,移植物抗宿主病的发生率是90%",
        ),
        (
            "造血干细胞移植后,两成到四成的患者会出现慢性移植物抗宿主病。",
            "造血干细胞移植后,两成到四成的患者会出现慢性移植物抗宿主病",
        ),
        ("1985年,我国糖尿病患病率不到2%,现在已经超过11%。", "1985年,我国糖尿病患病率不到2%"),
        ("截至2021年,全球糖尿病患病率为9.8%。", "截至2021年,全球糖尿病患病率为9.8%"),
        ("每克脐带中的间充质干细胞数量约为脂肪的30倍。", "每克脐带中的间充质干细胞数量约为脂肪的30倍"),
        (
            "在我国,强直性脊柱炎的患病率为0.3%左右,男性的患病率约为女性的3倍。",
            "在我国,强直性脊柱炎的患病率为0.3%左右,男性的患病率约为女性的3倍",
        ),
    ],
)
def test_the_condition_stands_in_the_evidence(find: Find, text: str, evidence: str) -> None:
    told = find(text)
    assert evidence in {quote for _, quote in told}
    assert {fact.slot for fact, quote in told if quote == evidence} == {"gap"}


def test_a_complication_does_not_name_the_disease(find: Find) -> None:
    """What comes with a disease is not what the rate is of."""
    text = "# 认识肝硬化\n\n倘若合并腹水,一年内的死亡率可达30%。\n"
    assert [(fact.context, fact.value) for fact, _ in find(text)] == [("肝硬化", "30%")]


@pytest.mark.parametrize(
    "text",
    [
        "# 膝骨关节炎\n\n术后仍有15%的患者觉得膝盖疼痛。",
        "# Parkinson's disease\n\nMotor scores were better by 20 points on average after the high dose.",
        "# Leukemia\n\nBy day 30, 35 percent had a complete response and another 20% a partial one.",
    ],
)
def test_what_befell_patients_of_an_unnamed_study_is_no_figure(find: Find, text: str) -> None:
    assert find(text) == []


def test_a_range_of_percentages_is_one_figure(find: Find) -> None:
    told = find("Pulmonary hypertension occurs in 5% to 9% of patients with sickle cell disease.")
    assert [fact.value for fact, _ in told] == ["5% to 9%"]


def test_a_condition_in_front_of_an_english_share_stays(find: Find) -> None:
    ((fact, quote),) = find("Without treatment, half of patients with multiple sclerosis need a cane.")
    assert (fact.value, quote) == (
        "half",
        "Without treatment, half of patients with multiple sclerosis need a cane",
    )


def test_what_is_told_of_a_tissue_is_told_of_no_disease(find: Find) -> None:
    told = find("# 认识骨关节炎\n\n脐带血最长可保存20年以上。\n")
    assert [(fact.context, fact.value) for fact, _ in told] == [("", "20年以上")]


def test_a_forecast_of_nothing_that_is_named_is_no_figure(find: Find) -> None:
    told = find("全球糖尿病患病率为9.8%,预计2045年将上升至11.2%,高于低收入地区的5.5%。")
    assert [fact.value for fact, _ in told] == ["9.8%"]


def test_an_amount_keeps_its_currency(find: Find) -> None:
    told = find("# Sickle cell disease\n\nGene therapy costs $2.2 million per patient.")
    assert [fact.value for fact, _ in told] == ["$2.2 million per patient"]


def test_the_size_of_vesicles_is_of_no_disease(find: Find) -> None:
    told = find("# 认识糖尿病\n\n外泌体的直径为40~100nm。\n")
    assert [(fact.context, fact.value) for fact, _ in told] == [("", "40~100nm")]


def test_a_rate_in_a_country_is_asked_with_its_disease(find: Find) -> None:
    told = find("# 认识帕金森病\n\n我国65岁以上人群患病率为1.7%。\n")
    assert [(fact.measure, fact.value) for fact, _ in told] == [("我国65岁以上人群帕金森病患病率", "1.7%")]
