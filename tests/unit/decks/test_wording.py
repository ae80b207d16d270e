"""Parts of a question, as they stand within its sentence."""

from dataclasses import replace

import pytest

from sctui.decks.wording import small, with_comparator, with_interval
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.language import Language

PLACE = Span(1, 4, 7)
STUDY = Study("study-1", (Slot("outcome", "50%", PLACE, arm="治疗组", versus="34.2%"),))
RATE = Fact(FactKind.TRIAL, "outcome", "甲细胞", "50%", Span(1, 0, 20), PLACE, "治疗组缓解率", study=STUDY)


LINE = "细胞组缓解率50%,对照组34.2%(P=0.03)。"
FIGURE = replace(RATE, evidence=Span(1, 0, 9), answer=Span(1, LINE.index("50%"), LINE.index("50%") + 3))


def _set_against(other: str = "", p: str = "") -> Fact:
    slot = Slot("outcome", "50%", FIGURE.answer or PLACE, arm="细胞组", versus="34.2%", other=other, p=p)
    return replace(FIGURE, study=Study("study-1", (slot,)))


@pytest.mark.parametrize(
    ("told", "chinese", "english"),
    [
        ({}, "50%（对照组34.2%）", "50% (other group: 34.2%)"),
        ({"other": "盐水组"}, "50%（盐水组34.2%）", "50% (盐水组: 34.2%)"),
        ({"p": "P=0.03"}, "50%（对照组34.2%，P=0.03）", "50% (other group: 34.2%, P=0.03)"),
        ({"p": "P=0.43"}, "50%（对照组34.2%）", "50% (other group: 34.2%)"),  # not in the line
    ],
)
def test_a_figure_is_told_with_that_of_the_other_arm(
    told: dict[str, str], chinese: str, english: str
) -> None:
    figure = _set_against(**told)
    assert with_comparator(figure, LINE, Language.SIMPLIFIED).value == chinese
    assert with_comparator(figure, LINE, Language.ENGLISH).value == english


@pytest.mark.parametrize(
    ("line", "value", "told"),
    [
        ("HbA1c平均由9.1%降到7.8%。", "7.8%", "7.8%（原9.1%）"),
        ("內膜從4.2mm長到5.8mm(P<0.01)。", "5.8mm", "5.8mm（原4.2mm，P<0.01）"),
        ("评分降到3.5分。", "3.5分", "3.5分"),
    ],
)
def test_what_a_figure_became_is_told_with_what_it_was(line: str, value: str, told: str) -> None:
    place = Span(1, line.index(value), line.index(value) + len(value))
    slot = Slot("change", value, place, p="P<0.01" if "P<" in line else "")
    change = Fact(
        FactKind.TRIAL, "change", "甲细胞", value, place, place, "HbA1c降到", study=Study("s", (slot,))
    )
    got = with_comparator(change, line, Language.SIMPLIFIED)
    assert got.value == told
    assert line.startswith(line[: got.evidence.start])


def test_what_is_told_behind_a_figure_is_proved() -> None:
    told = with_comparator(_set_against(p="P=0.03"), LINE, Language.SIMPLIFIED)
    assert LINE[told.evidence.start : told.evidence.end] == "细胞组缓解率50%,对照组34.2%(P=0.03"


def test_the_other_arm_has_the_name_that_its_clause_gives_it() -> None:
    line = "治疗组缓解率为50%,高于对照组(曲安奈德)的34.2%"
    place = Span(1, line.index("50%"), line.index("50%") + 3)
    slot = Slot("outcome", "50%", place, arm="治疗组", versus="34.2%")
    figure = replace(RATE, evidence=Span(1, 0, 10), answer=place, study=Study("study-1", (slot,)))
    assert with_comparator(figure, line, Language.SIMPLIFIED).value == "50%（对照组(曲安奈德)34.2%）"


@pytest.mark.parametrize(
    ("measure", "within"),
    [("Total score", "total score"), ("Fugl-Meyer score", "Fugl-Meyer score"), ("VAS score", "VAS score")],
)
def test_a_measure_begins_small_unless_it_is_a_name(measure: str, within: str) -> None:
    assert small(measure) == within


def test_a_figure_without_an_arm_is_told_by_itself() -> None:
    slot = replace(STUDY.slots[0], arm="")
    alone = replace(RATE, study=replace(STUDY, slots=(slot,)))
    assert with_comparator(alone, LINE, Language.SIMPLIFIED) is alone


@pytest.mark.parametrize(
    ("behind", "back"),
    [
        ("; 95% confidence intervals (CIs) –23.28 to –3.20, p = 0.010)", "50% (95% CI –23.28 to –3.20)"),
        ("(95%CI:0.33-0.91)", "50% (95% CI 0.33 - 0.91)"),
        (", p = 0.01", "50%"),
    ],
)
def test_a_figure_keeps_its_interval(behind: str, back: str) -> None:
    assert with_interval(RATE, behind).value == back


@pytest.mark.parametrize(
    ("line", "value", "told"),
    [
        ("20人中有14人(70%)达到缓解", "70%", "70%（14人）"),
        ("其中9名患者（45%）停药", "45%", "45%（9名）"),
        ("有70%的患者达到缓解", "70%", "70%"),
        ("评分升高14分(70%)", "70%", "70%"),
    ],
)
def test_a_part_of_people_is_told_with_how_many_they_were(line: str, value: str, told: str) -> None:
    place = Span(1, line.index(value), line.index(value) + len(value))
    share = Fact(
        FactKind.TRIAL, "share", subject="", value=value, evidence=Span(1, 0, len(line)), answer=place
    )
    assert with_comparator(share, line, Language.SIMPLIFIED).value == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("早治组缓解率50%,高于晚治组的34.2%", "50%（晚治组34.2%）"),
        ("早治组缓解率50%,高于34.2%", "50%（另一组34.2%）"),
    ],
)
def test_the_other_arm_has_the_name_that_it_is_compared_by(line: str, told: str) -> None:
    place = Span(1, line.index("50%"), line.index("50%") + 3)
    slot = Slot("outcome", "50%", place, arm="早治组", versus="34.2%")
    figure = replace(RATE, evidence=Span(1, 0, 9), answer=place, study=Study("study-1", (slot,)))
    assert with_comparator(figure, line, Language.SIMPLIFIED).value == told
