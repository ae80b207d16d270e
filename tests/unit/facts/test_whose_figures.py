"""Of whom, in which arm, by which way and at which time something was found."""

from collections.abc import Callable

import pytest

from sctui.facts.comparisons import find_comparisons
from sctui.facts.figures import find_figures
from sctui.facts.trials import find_trials
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.outline.build import build_outline
from tests.unit.facts.mechanism_claims import values

Find = Callable[[str], list[Fact]]


@pytest.fixture
def find(document_of: Callable[[str], Document], lexicon: Lexicon) -> Find:
    """The trial, figure and comparison facts of a text."""

    def facts(text: str) -> list[Fact]:
        document = document_of(text)
        tree = build_outline(document)
        telling = read_telling(document, tree, lexicon)
        found = list(find_trials(telling, document, tree, lexicon))
        return [*found, *find_figures(telling, lexicon), *find_comparisons(document, tree, lexicon)]

    return facts


TRIAL = "2021年,一项研究用脐带间充质干细胞治疗60名心力衰竭患者。"


def test_those_whom_something_befell_are_not_their_group(find: Find) -> None:
    facts = find(TRIAL + "治疗组有1例患者因与治疗无关的原因死亡。\n")
    assert not values(facts, "arm_size")
    assert not values(facts, "safety")


def test_patients_of_a_study_are_no_figure_of_a_country_that_comes_later(find: Find) -> None:
    facts = find("甲国的一项研究对20例银屑病患者静脉输注脐带间充质干细胞,发作次数由每年4次减少到2次。\n")
    assert values(facts, "n") == ["20例"]
    assert not [fact for fact in facts if fact.kind == "figure"]


@pytest.mark.parametrize(
    "told", ["分为单次移植组、两次移植组和对照组。", "一组接受单次输注,另一组接受两次输注。"]
)
def test_doses_that_differ_between_groups_are_not_the_studys(find: Find, told: str) -> None:
    assert not values(find(TRIAL + told + "\n"), "doses")


def test_two_ways_set_against_each_other_are_no_way_of_the_study(find: Find) -> None:
    facts = find(TRIAL + "经肝动脉给药的效果优于静脉给药。\n")
    assert not values(facts, "route")


def test_a_change_is_told_with_its_arm(find: Find) -> None:
    facts = find(
        "In a randomized trial, 24 patients with psoriasis received umbilical cord MSCs or saline."
        " The PASI score decreased from 20.0 to 8.7 in the MSC group.\n"
    )
    (change,) = [fact for fact in facts if fact.slot == "change"]
    assert change.measure == "PASI score in the MSC group"


def test_figures_of_two_arms_are_told_with_their_arms(find: Find) -> None:
    facts = find(
        "In a trial, 52 patients with psoriasis were followed for five years after infusion of autologous MSCs;"
        " cumulative survival was 72% in the MSC group and 34% in the control group.\n"
    )
    assert [(fact.measure, fact.value) for fact in facts if fact.slot == "outcome"] == [
        ("cumulative survival in the MSC group", "72%"),
        ("cumulative survival in the control group", "34%"),
    ]


def test_what_occurred_in_so_many_of_so_many_is_counted(find: Find) -> None:
    facts = find(
        "A trial treated 18 patients with psoriasis by infusion of autologous MSCs."
        " Headache occurred in 14 of 18 patients (78%).\n"
    )
    (count,) = [fact for fact in facts if fact.slot == "count"]
    assert (count.value, count.measure) == ("14 of 18 patients (78%)", "had headache")


def test_a_dose_a_kilogram_is_told_with_it(find: Find) -> None:
    facts = find(TRIAL + "治疗组静脉输注脐带间充质干细胞(1×10^6个/kg,每月1次)。\n")
    assert values(facts, "dose") == ["1×10^6个/kg"]


def test_a_review_behind_a_trial_is_a_study_of_its_own(find: Find) -> None:
    facts = find(
        "In a trial, 40 patients with psoriasis received a single infusion of umbilical cord MSCs.\n\n"
        "A 2023 systematic review of 15 randomized controlled trials with 892 patients found lower mortality.\n"
    )
    (size,) = {fact.study.key for fact in facts if fact.study and fact.value == "40 patients"}
    assert not [fact for fact in facts if fact.slot == "studies" and fact.study and fact.study.key == size]


def test_healthy_people_are_no_patients_of_a_study(find: Find) -> None:
    told = "一项试验观察了外泌体软膏治疗银屑病的安全性,30名健康志愿者连续涂抹20天。\n"
    assert not values(find(told), "n")


def test_how_much_those_counted_improved_is_no_figure_of_all(find: Find) -> None:
    facts = find(TRIAL + "6个月时,47.1%的患者评分改善至少40%。\n")
    assert not values(facts, "change")
    (share,) = [fact for fact in facts if fact.slot == "share"]
    assert share.value == "47.1%"


def test_times_as_high_is_no_value(find: Find) -> None:
    facts = find(
        "In a trial, 40 patients with psoriasis received a single infusion of umbilical cord MSCs."
        " The survival rate was 2.5 times higher in the MSC group than in the control group.\n"
    )
    assert not values(facts, "outcome")


def test_changes_of_two_arms_are_told_with_their_arms(find: Find) -> None:
    facts = find(
        "In a randomized trial, 15 adults with psoriasis received umbilical cord MSCs or placebo."
        " The PASI score declined by 40% in the MSC group and by 7% in the placebo group.\n"
    )
    assert [(fact.measure, fact.value) for fact in facts if fact.slot == "change"] == [
        ("PASI score in the MSC group", "declined by 40%"),
        ("PASI score in the placebo group", "declined by 7%"),
    ]


def test_what_only_rose_in_the_other_arm_is_told_with_what_rose(find: Find) -> None:
    facts = find(TRIAL + "12个月时,细胞组的射血分数提高7.07%,安慰剂组仅提高1.85%。\n")
    assert [fact.measure for fact in facts if fact.value == "1.85%"] == ["12个月时，安慰剂组的射血分数提高"]


@pytest.mark.parametrize(
    "text",
    [
        "细胞组卒中的年发生率为1.11%,对照组为1.69%。",
        "细胞组卒中的年发生率为1.11%,对照组的年发生率为1.69%。",
    ],
)
def test_the_other_arm_s_figure_is_of_the_same_thing(find: Callable[[str], list[Fact]], text: str) -> None:
    measures = [fact.measure for fact in find(f"{TRIAL}{text}\n") if fact.slot == "outcome"]
    assert [one.replace("组的", "组") for one in measures] == ["细胞组卒中的年发生率", "对照组卒中的年发生率"]


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("细胞组和安慰剂组的复发率分别为10%和25%。", ["细胞组", "安慰剂组"]),
        ("細胞組的緩解率為60%,高於安慰劑的30%。", ["細胞組", "安慰劑"]),
        ("在第24周,细胞组的缓解率为60%,安慰剂组为30%。", ["细胞组", "安慰剂组"]),
    ],
)
def test_a_figure_stands_with_its_own_arm(
    find: Callable[[str], list[Fact]], text: str, arms: list[str]
) -> None:
    studies = {fact.study for fact in find(f"{TRIAL}{text}\n") if fact.study}
    slots = [slot for study in studies for slot in study.slots if slot.name == "outcome"]
    assert [slot.arm for slot in slots] == arms
    assert {slot.time for slot in slots} == ({"第24周"} if "第24周" in text else {""})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("细胞组14名患者死亡,安慰剂组为12名。", [("count_of", "细胞组", "14名患者")]),
        ("細胞組14名患者死亡,安慰劑組為12名。", [("count_of", "細胞組", "14名患者")]),
        ("对照组10名患者中有4名改善。", [("arm_size", "", "10名"), ("count_of", "对照组", "4名")]),
        ("7天后,肺部病灶改善的患者为5名(71.4%)。", [("share", "", "71.4%")]),
    ],
)
def test_so_many_of_a_group_are_not_the_group(
    find: Callable[[str], list[Fact]], text: str, told: list[tuple[str, str, str]]
) -> None:
    slots = ("arm_size", "count", "count_of", "share")
    facts = [fact for fact in find(f"{TRIAL}{text}\n") if fact.slot in slots]
    assert [
        (fact.slot, fact.subject if fact.slot == "count_of" else "", fact.value) for fact in facts
    ] == told
    assert not any(fact.measure.endswith("患") for fact in facts)


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("血友病的凝血因子水平为5 U/mL。", False),
        ("血友病的诊断标准是凝血因子水平低于5 U/mL。", True),
        ("血友病患者里6个月时72%不再出血。", False),
        ("血友病患者里72%有关节损伤。", True),
        ("血友病患者里8位(80%)不再出血。", False),
    ],
)
def test_what_was_measured_of_somebody_is_no_figure_of_a_disease(
    find: Find, sentence: str, *, is_one: bool
) -> None:
    assert bool([fact for fact in find(sentence) if fact.kind is FactKind.FIGURE]) is is_one
