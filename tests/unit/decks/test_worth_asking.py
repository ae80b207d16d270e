"""What of a study is no card by itself."""

from dataclasses import replace

import pytest

from sctui.decks.worth_asking import DETAIL, not_worth_asking
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind, Slot, Study


@pytest.mark.parametrize(("flags", "item"), [((), ""), (("hedged",), ""), (("doubtful:ages",), DETAIL)])
def test_an_age_that_a_check_doubts_is_not_asked(flags: tuple[str, ...], item: str) -> None:
    fact = Fact(FactKind.TRIAL, "age", "", "20-60岁", Span(1, 0, 9), flags=flags)
    assert not_worth_asking(fact, None) == item


def study(**slots: str) -> Study:
    slots = {"condition": "甲病", **slots}
    return Study("s", tuple(Slot(name, value, Span(1, 0, 9)) for name, value in slots.items()))


@pytest.mark.parametrize(
    ("of", "item"),
    [
        (study(kind="trial", n="73名"), DETAIL),  # who but the authors knows which trial had 73 patients?
        (study(kind="trial", n="73名", year="2017年"), ""),
        (study(kind="trial", n="73名", phase="II期"), ""),
    ],
)
def test_a_treatment_is_not_asked_of_a_number_of_patients(of: Study, item: str, lexicon: Lexicon) -> None:
    fact = Fact(FactKind.TRIAL, "product", "", "自体造血干细胞移植", Span(1, 0, 9), study=of)
    assert not_worth_asking(fact, lexicon) == item


def test_from_which_age_on_a_medicine_is_approved_is_told_by_its_indication() -> None:
    of = study(kind="approval", brand="甲注射液", indication="12岁以上难治性甲病患者")
    fact = Fact(FactKind.TRIAL, "approved_age", "", "12岁以上", Span(1, 0, 9), study=of)
    assert not_worth_asking(fact, None) == DETAIL


def test_how_much_fluid_was_given_is_no_dose_beside_the_cells() -> None:
    of = Study("s", tuple(Slot("dose", value, Span(1, 0, 9)) for value in ("30ml", "3×10^7细胞")))
    fluid = Fact(FactKind.TRIAL, "dose", "", "30ml", Span(1, 0, 9), study=of)
    assert not_worth_asking(fluid, None) == DETAIL
    alone = Study("s", (Slot("dose", "30ml", Span(1, 0, 9)),))
    assert not_worth_asking(replace(fluid, study=alone), None) == ""


@pytest.mark.parametrize(
    ("slot", "measure", "value", "kind", "refused"),
    [
        ("design", "", "回顾性研究", "trial", True),
        ("relief", "", "对症处理", "trial", True),
        ("relief", "", "静脉注射甲泼尼龙", "trial", False),
        ("design", "", "随机对照研究", "trial", True),
        ("design", "", "随机、双盲、安慰剂对照试验", "trial", False),
        ("arm_size", "介入组", "30例", "trial", True),
        ("state_result", "血常规检查", "均无异常", "trial", True),
        ("change_word", "风湿结节", "变软", "case", True),
        ("change_word", "关节积液的体积", "减少三分之一", "trial", False),
    ],
)
def test_details_of_a_study(slot: str, measure: str, value: str, kind: str, *, refused: bool) -> None:
    fact = Fact(
        FactKind.TRIAL, slot, "", value, Span(1, 0, 9), measure=measure, study=study(kind=kind, year="2017年")
    )
    assert bool(not_worth_asking(fact, None)) is refused


def test_the_form_of_cells_alone_is_no_answer(lexicon: Lexicon) -> None:
    of = study(kind="approval", brand="甲膜片", year="2021年")
    fact = Fact(FactKind.TRIAL, "cell_source", "", "细胞片", Span(1, 0, 9), study=of)
    assert not_worth_asking(fact, lexicon)


def test_nothing_is_asked_of_a_study_that_nobody_could_name() -> None:
    of = study(kind="trial", n="260名", condition="甲病")
    fact = Fact(FactKind.TRIAL, "outcome", "", "35%", Span(1, 0, 9), measure="缓解率", study=of)
    assert not_worth_asking(fact, None)


def test_who_approved_a_product_is_told_where_it_is_asked_when() -> None:
    dated = study(kind="approval", brand="甲注射液", regulator="某药监局", approved="2021年")
    undated = study(kind="approval", brand="甲注射液", regulator="某药监局")
    for of, refused in ((dated, True), (undated, False)):
        fact = Fact(FactKind.TRIAL, "regulator", "", "某药监局", Span(1, 0, 9), study=of)
        assert bool(not_worth_asking(fact, None)) is refused


@pytest.mark.parametrize(("second", "refused"), [("三年无复发", True), ("复发率", False)])
def test_times_that_results_tell_are_no_question(second: str, *, refused: bool) -> None:
    place = Span(1, 0, 9)
    rates = (Slot("share", "80%", place, measure="一年无复发"), Slot("share", "70%", place, measure=second))
    of = Study(
        "s",
        (
            Slot("kind", "trial", place),
            Slot("year", "2017年", place),
            Slot("condition", "甲病", place),
            *rates,
        ),
    )
    fact = Fact(FactKind.TRIAL, "followups", "", "一年和三年", place, study=of)
    assert bool(not_worth_asking(fact, None)) is refused


@pytest.mark.parametrize(("did", "item"), [("患者失访", DETAIL), ("患者死亡", "")])
def test_how_many_left_is_not_asked(did: str, item: str) -> None:
    of = study(kind="trial", n="20例", year="2021年", product="甲细胞")
    fact = Fact(FactKind.TRIAL, "count", "", "3例", Span(1, 0, 9), measure=did, study=of)
    assert not_worth_asking(fact, None) == item
