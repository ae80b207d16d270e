"""Figures of general sentences: of people, of cells, in time; and none of a study that was not recognized."""

from collections.abc import Callable

import pytest

from sctui.facts.figures import find_figures
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

Find = Callable[[str], list[Fact]]


@pytest.fixture
def find(document_of: Callable[[str], Document], lexicon: Lexicon) -> Find:
    """The figures of a text, which stands below a heading that names one disease."""

    def facts(text: str) -> list[Fact]:
        title = "Facts on multiple sclerosis" if text.isascii() else "认识帕金森病"
        document = document_of(f"# {title}\n\n{text}\n")
        return list(find_figures(read_telling(document, build_outline(document), lexicon), lexicon))

    return facts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("我国帕金森病发病率约为1.5/10万,男女之比约1.6:1。", {"1.5/10万", "1.6:1"}),
        ("據估計全國現有肝硬化患者約700萬,其中由乙肝病毒感染所致者占62%左右。", {"700萬", "62%"}),
        ("终末期肾病的病因中,糖尿病约占46%,高血压占11%。", {"46%", "11%"}),
        ("静脉溶栓的时间窗一般为4.5小时。", {"4.5小时"}),
        ("女性骨關節炎的盛行率約為男性的1.8倍。", {"1.8倍"}),
        ("静脉输注间充质干细胞后,约七成细胞滞留于肺,脑内不到1%。", {"七成", "1%"}),
        ("About 2,500 people live with spinal cord injury in this land.", {"2,500 people"}),
        (
            "Two copies of the gene raise the risk of Alzheimer's disease eight- to twelvefold.",
            {"eight- to twelvefold"},
        ),
        ("帕金森病患者确诊后平均存活8~10年。", {"8~10年"}),
        ("輸入的間充質幹細胞在體內一般存活不超過5天。", {"5天"}),
        ("急性移植物抗宿主病多在移植后100天内发生。", {"100天内"}),
        ("每60人中就有1人患有帕金森病。", {"60人"}),
        ("老年人中,每10人就有3人患有骨关节炎。", {"3人"}),
        ("每7秒就有1人死于糖尿病。", {"7秒"}),
        ("已知的类风湿关节炎易感基因超过80个。", {"80个"}),
        ("骨关节炎的患病人数排在全球第11位。", {"第11位"}),
        ("帕金森病是第二大神经退行性疾病。", {"第二"}),
        ("每毫升骨髓约含900个间充质干细胞。", {"900个"}),
        (
            "Women are two to three times more likely than men to have multiple sclerosis.",
            {"two to three times"},
        ),
        ("More than 300,000 babies are born with sickle cell disease each year.", {"300,000 babies"}),
        ("Most people with multiple sclerosis are diagnosed between the ages of 20 and 40.", {"20 and 40"}),
        ("Normal red blood cells live about 120 days.", {"120 days"}),
        ("Parkinson's disease is the second most common disorder of its kind.", {"second"}),
        ("Up to a quarter of patients with multiple sclerosis keep their pain.", {"a quarter"}),
    ],
)
def test_a_figure_of_a_general_sentence_is_asked(find: Find, text: str, values: set[str]) -> None:
    assert values <= {fact.value for fact in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "治疗后帕金森病患者约七成明显好转。",
        "随访一年,帕金森病患者中占46%。",
        "该产品纯度达到95%。",
        "Of the patients with multiple sclerosis 40% were better.",
        "In the trial a third of patients with multiple sclerosis relapse.",
        "帕金森病患者每疗程约3万元,便宜了一半。",
    ],
)
def test_what_was_found_in_a_study_or_is_sold_is_no_general_figure(find: Find, text: str) -> None:
    assert not [fact for fact in find(text) if fact.slot == "gap"]


def test_a_sentence_without_a_disease_is_framed_by_the_heading(find: Find) -> None:
    (fact,) = find("65岁以上人群患病率大约1.7%。")
    assert fact.context == "帕金森病"


def test_what_is_told_of_cells_is_told_of_no_disease(find: Find) -> None:
    facts = find("静脉输注间充质干细胞后,约七成细胞滞留于肺。")
    assert {fact.context for fact in facts} == {""}


def test_an_age_with_its_share_asks_the_share(find: Find) -> None:
    assert {fact.value for fact in find("帕金森病在40岁前约1%,50岁前约千分之一。")} == {"1%", "千分之一"}


@pytest.mark.parametrize(
    "text", ["不及时治疗,帕金森病患者致残率可达50%左右。", "未经治疗,帕金森病患者的致残率约50%。"]
)
def test_what_holds_without_treatment_is_told_with_that(find: Find, text: str) -> None:
    (fact,) = find(text)
    assert (fact.slot, fact.evidence.start) == ("gap", 0)
