"""How many have something: shares and rates in words, what a figure is of, and what is none."""

from collections.abc import Callable

import pytest

from sctui.facts.figures import find_figures
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

Find = Callable[[str], list[Fact]]
_HEAD = "关于这种疾病\n\n"


@pytest.fixture
def find(document_of: Callable[[str], Document], lexicon: Lexicon) -> Find:
    """The figures of a text, which stands below a title."""

    def facts(text: str) -> list[Fact]:
        document = document_of(f"{_HEAD}{text}\n")
        return list(find_figures(read_telling(document, build_outline(document), lexicon), lexicon))

    return facts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("缺血性脑卒中约占全部脑卒中的八成。", "八成"),
        ("大约三分之二的脑卒中患者会遗留残疾。", "三分之二"),
        ("约三成乾癬病人會有關節炎。", "三成"),
        ("药物难治性癫痫大约占全部患者的三分之一。", "三分之一"),
        ("肝硬化约七成由乙型肝炎病毒引起。", "七成"),
        ("類固醇無效的急性移植物抗宿主病兩年存活率僅約兩到三成。", "兩到三成"),
        ("Amyotrophic lateral sclerosis has a prevalence of about 5 per 100,000.", "5 per 100,000"),
        ("Bronchopulmonary dysplasia affects about 45% of infants born too early.", "45%"),
        ("About one in four people with Crohn's disease will get a fistula.", "one in four"),
        (
            "In amyotrophic lateral sclerosis, median survival from onset is 30 to 36 months.",
            "30 to 36 months",
        ),
    ],
)
def test_a_share_is_asked_in_its_sentence(find: Find, text: str, value: str) -> None:
    assert ("gap", value) in {(fact.slot, fact.value) for fact in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "有机构说干细胞治疗自闭症有效率为87%。",
        "糖尿病患者血糖达标(HbA1c<7%)的人有不少。",
        "干细胞——0.7~1.6mm——活产率30%——只能参加糖尿病研究。",
        "糖尿病小鼠的胰岛面积由胰岛的31%回升。",
    ],
)
def test_what_is_no_figure(find: Find, text: str) -> None:
    assert not [fact for fact in find(text) if "%" in fact.value or "mm" in fact.value]


def test_what_a_yearly_count_is_of_is_told_with_it(find: Find) -> None:
    facts = find("全台脊髓損傷者很多,每年新增約1,200例。")
    (fact,) = [fact for fact in facts if "1,200" in fact.value]
    assert fact.evidence.start == 0


def test_a_change_keeps_in_whom_and_when_it_was(find: Find) -> None:
    (fact,) = find("肝硬化患者输注后2周,外周血Treg/Th17比值升至1.7。")
    assert (fact.slot, fact.evidence.start) == ("gap", 0)


def test_what_the_cells_make_is_what_acts(find: Find) -> None:
    facts = find("脂肪干细胞(ADSC)外泌体可使胶原上升1.6倍。")
    assert {fact.subject or fact.measure for fact in facts} == {"脂肪干细胞(ADSC)外泌体可使胶原上升"}


def test_what_was_taken_out_is_what_acts(find: Find) -> None:
    (fact,) = find("MSC可转移线粒体,敲低Miro1后保护作用减少约60%。")
    assert (fact.subject, fact.measure) == ("", "敲低Miro1后保护作用减少")


@pytest.mark.parametrize(
    "text",
    [
        "共培养实验显示,骨髓MSC使LX-2细胞的蛋白水平下降54%。",
        "外泌体在培养皿里使成纤维细胞的胶原上升38%。",
        "食蟹猴输注MSC后,血清雌二醇上升了35%。",
        "Co-culture with mesenchymal stem cells restored phagocytosis to 91% of control.",
    ],
)
def test_dishes_and_animals_are_no_patients(find: Find, text: str) -> None:
    facts = find(text)
    assert facts
    assert all(fact.flags == ("preclinical",) for fact in facts)


def test_a_question_and_a_cry_end_a_sentence(find: Find) -> None:
    facts = find("那该做什么?我国糖尿病患病率约为11.9%。真是触目惊心的数字!全球脑瘫的发病率约为2‰。")
    assert {fact.measure for fact in facts} == {"我国糖尿病患病率", "全球脑瘫的发病率"}
