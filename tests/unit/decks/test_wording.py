"""Parts of a question, as they stand within its sentence."""

from dataclasses import replace

import pytest

from sctui.decks.wording import beside_comparator, small, with_chance, with_interval
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.language import Language

PLACE = Span(1, 4, 7)
STUDY = Study("study-1", (Slot("outcome", "50%", PLACE, arm="治疗组", versus="34.2%"),))
RATE = Fact(FactKind.TRIAL, "outcome", "甲细胞", "50%", Span(1, 0, 20), PLACE, "治疗组缓解率", study=STUDY)


def test_a_figure_is_asked_beside_that_of_the_other_arm() -> None:
    assert beside_comparator(RATE, "治疗组缓解率", Language.SIMPLIFIED) == "与另一组的34.2%相比，治疗组缓解率"
    assert beside_comparator(RATE, "response rate", Language.ENGLISH) == "response rate (other group: 34.2%)"


def test_the_other_arm_has_the_name_it_was_told_by() -> None:
    study = Study("study-1", (Slot("outcome", "50%", PLACE, arm="细胞组", versus="34.2%", other="盐水组"),))
    rate = Fact(FactKind.TRIAL, "outcome", "甲细胞", "50%", Span(1, 0, 20), PLACE, "缓解率", study=study)
    assert beside_comparator(rate, "缓解率", Language.SIMPLIFIED) == "与盐水组的34.2%相比，缓解率"
    assert beside_comparator(rate, "response rate", Language.ENGLISH) == "response rate (盐水组: 34.2%)"


@pytest.mark.parametrize(
    ("p", "value"),
    [
        ("P=0.43", "50%（P=0.43）"),
        ("P>0.05", "50%（P>0.05）"),
        ("P=0.03", "50%"),
        ("P<0.05", "50%"),
        ("", "50%"),
    ],
)
def test_what_chance_may_have_done_is_told_with_its_p(p: str, value: str) -> None:
    line = f"细胞组缓解率50%,对照组34.2%({p})。"
    place = Span(1, line.index("50%"), line.index("50%") + 3)
    study = Study("study-1", (Slot("outcome", "50%", place, arm="细胞组", versus="34.2%", p=p),))
    rate = Fact(FactKind.TRIAL, "outcome", "甲细胞", "50%", Span(1, 0, 9), place, "缓解率", study=study)
    told = with_chance(rate, line, Language.SIMPLIFIED)
    assert told.value == value
    assert line[told.evidence.start : told.evidence.end].endswith(p if "（" in value else "50%")


def test_the_other_arm_has_the_name_that_its_clause_gives_it() -> None:
    quote = "治疗组缓解率为50%,高于对照组(曲安奈德)的34.2%"
    asked = beside_comparator(RATE, "治疗组缓解率", Language.SIMPLIFIED, quote)
    assert asked == "与对照组(曲安奈德)的34.2%相比，治疗组缓解率"


@pytest.mark.parametrize(
    ("measure", "within"),
    [("Total score", "total score"), ("Fugl-Meyer score", "Fugl-Meyer score"), ("VAS score", "VAS score")],
)
def test_a_measure_begins_small_unless_it_is_a_name(measure: str, within: str) -> None:
    assert small(measure) == within


def test_a_figure_without_an_arm_is_asked_by_itself() -> None:
    slot = replace(STUDY.slots[0], arm="")
    alone = replace(RATE, study=replace(STUDY, slots=(slot,)))
    assert beside_comparator(alone, "缓解率", Language.SIMPLIFIED) == "缓解率"


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
