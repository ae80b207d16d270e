"""Figures that no question can ask for as they stand: of no arm, of a part of the patients, with a note."""

import pytest

from sctui.model.fact import Fact
from tests.unit.facts.mechanism_claims import Found

TRIAL = "2021年,一项随机对照试验用脐带间充质干细胞治疗60名心力衰竭患者,结果发表于《心脏细胞》。"


def _of(facts: list[Fact], *slots: str) -> list[Fact]:
    return [fact for fact in facts if fact.slot in slots]


def test_two_values_side_by_side_are_of_nobody(trials: Found) -> None:
    """Which arm each is of is not said, so neither can be asked for."""
    assert not _of(trials(f"{TRIAL}一年再住院率为12.5%与30.1%(P=0.04)。"), "outcome", "change")


def test_two_values_side_by_side_are_asked_where_each_has_its_arm(trials: Found) -> None:
    """`分别` tells which is whose."""
    told = _of(trials(f"{TRIAL}细胞组和对照组的再住院率分别为12.5%和30.1%。"), "outcome")
    assert [fact.value for fact in told] == ["12.5%", "30.1%"]


def test_a_figure_that_follows_on_an_arms_is_of_that_arm(trials: Found) -> None:
    """In a study with a control group the question says whose figure it is."""
    text = f"{TRIAL}安慰剂组有30人;但细胞组的射血分数提高了6.1%,第7天的炎症评分由9.5分降到4.2分。"
    told = {fact.value: fact.measure for fact in _of(trials(text), "outcome", "change")}
    assert told["4.2分"] == "第7天，细胞组的炎症评分降到"


@pytest.mark.parametrize("who", ["在左心室射血分数低于40%的亚组中", "在年龄超过60岁的患者中"])
def test_a_figure_of_a_part_of_the_patients_is_not_asked_of_all(trials: Found, who: str) -> None:
    """Its condition would be missing from the question."""
    assert not _of(trials(f"{TRIAL}{who},细胞组的步行距离评分多提高了7.3分。"), "outcome", "change")


def test_a_group_by_itself_is_no_measure(trials: Found) -> None:
    """What fell in the control group has to be said."""
    text = f"{TRIAL}对照组由39.2分降到36.4分。"
    assert not _of(trials(text), "outcome", "change")


def test_an_arm_told_behind_the_patients_is_nothing_they_did(trials: Found) -> None:
    """The size of an arm is glued to that of the study by a comma only."""
    text = "2021年,一项随机试验共纳入心力衰竭患者60例,细胞组31例在第0、5天各输注一次脐带间充质干细胞。"
    assert not [fact for fact in trials(text) if "31例" in fact.measure]


def test_how_many_completed_their_visits_is_not_asked(trials: Found) -> None:
    """It is no result of a treatment."""
    text = "In a randomized trial, 80 patients with heart failure received mesenchymal stem cells. "
    assert not _of(trials(f"{text}75 patients completed follow-up."), "count", "count_of")


def test_an_editors_note_is_no_part_of_a_dose(trials: Found) -> None:
    """Neither is its figure asked, nor quoted beside another."""
    text = f"{TRIAL}细胞组输注脐带间充质干细胞2.5×106/kg(注:应为10的6次方),共2次。"
    told = _of(trials(text), "dose")
    assert len(told) == 1
    assert told[0].evidence.end <= text.index("(注:")


def test_two_doses_are_told_together(trials: Found) -> None:
    """`1.5亿或3亿个`: neither alone is the study's."""
    text = f"{TRIAL}患者分别接受安慰剂、1.2亿或2.4亿个骨髓间充质干细胞。"
    assert [fact.value for fact in _of(trials(text), "dose")] == ["1.2亿或2.4亿个骨髓间充质干细胞"]


def test_a_value_so_often_is_of_its_own_measure(trials: Found) -> None:
    """`由每五分钟3.1毫米` begins at a value, as `由3.1毫米` does."""
    text = f"{TRIAL}疼痛评分由6.8分降为3.9分,泪液分泌量由每五分钟3.1毫米增加至6.6毫米。"
    told = {fact.value: fact.measure for fact in _of(trials(text), "outcome", "change")}
    assert told["6.6毫米"] == "泪液分泌量增加至"
    assert "3.1毫米" not in told


def test_what_fell_in_the_next_arm_is_what_fell_in_the_one_before(trials: Found) -> None:
    """`对照组由…降到…` leaves out what was measured, which the clause before it tells."""
    text = f"{TRIAL}12周时,细胞组的心功能评分由39.9分降到30.2分,对照组由39.2分降到36.4分。"
    told = {fact.value: fact.measure for fact in _of(trials(text), "outcome", "change")}
    assert told["36.4分"] == "12周时，对照组的心功能评分降到"


def test_a_symptom_is_not_the_disease_that_a_title_names(trials: Found) -> None:
    """The trial is in those with the disease, whose pain is its outcome."""
    text = (
        "We randomized 48 adults with pain to one injection of mesenchymal stem cells. The score fell by 3."
    )
    assert _of(trials(text), "condition")
    assert not _of(trials(f"# Stem cells for hip osteoarthritis\n\n{text}"), "condition")


def test_a_figure_with_a_dose_behind_it_is_of_that_dose(trials: Found) -> None:
    """`fell by 4.6 points with the high dose` is not told of all who were treated."""
    text = "In a randomized trial, 80 patients with heart failure received mesenchymal stem cells. "
    told = _of(trials(f"{text}The fatigue score fell by 4.6 points with the high dose."), "change")
    assert [fact.measure for fact in told] == ["fatigue score with the high dose"]


def test_a_figure_held_against_one_of_nobody_is_not_asked(trials: Found) -> None:
    """Which groups are meant, the sentence before tells."""
    text = f"{TRIAL}细胞组的一年生存率为81%,高于对照组的70%;三年再住院率22.6%,也低于39.8%。"
    assert "22.6%" not in [fact.value for fact in _of(trials(text), "outcome")]
    alone = trials(f"{TRIAL}三年再住院率为22.6%,低于对照组的39.8%。")
    assert "22.6%" in [fact.value for fact in _of(alone, "outcome")]
