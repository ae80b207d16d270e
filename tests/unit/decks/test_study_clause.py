"""What a study did stands as a clause before a question, where it was a trial in patients."""

import pytest

from sctui.decks.controlled import is_controlled
from sctui.decks.study_clause import clause_of
from sctui.decks.study_label import StudyNames
from sctui.model.document import Span
from sctui.model.fact import Slot, Study
from sctui.model.language import Language

TRIAL = {"kind": "trial", "condition": "膝骨关节炎", "product": "脂肪间充质干细胞"}
ENGLISH = {"kind": "trial", "condition": "knee osteoarthritis", "product": "adipose stem cells"}


@pytest.mark.parametrize(
    ("more", "clause"),
    [
        ({}, "一项研究用脂肪间充质干细胞治疗膝骨关节炎"),
        ({"year": "2021", "n": "18"}, "2021年的一项研究用脂肪间充质干细胞治疗18例膝骨关节炎患者"),
        ({"year": "2021", "author": "Hale等"}, "2021年Hale等人用脂肪间充质干细胞治疗膝骨关节炎"),
        ({"country": "韩国"}, "韩国的一项研究用脂肪间充质干细胞治疗膝骨关节炎"),
        ({"year": "2021", "site": "甲医院"}, "2021年甲医院的一项研究用脂肪间充质干细胞治疗膝骨关节炎"),
        ({"phase": "II期"}, "一项II期试验用脂肪间充质干细胞治疗膝骨关节炎"),
        ({"journal": "甲志"}, "发表于《甲志》的一项研究用脂肪间充质干细胞治疗膝骨关节炎"),
        ({"product": "", "n": "18", "design": "双盲"}, "一项双盲研究纳入18例膝骨关节炎患者"),
    ],
)
def test_a_clause_says_what_is_known(more: dict[str, str], clause: str) -> None:
    parts = {name: value for name, value in {**TRIAL, **more}.items() if value}
    assert clause_of(parts, Language.SIMPLIFIED) == clause


@pytest.mark.parametrize(
    ("more", "clause"),
    [
        ({}, "A trial used adipose stem cells in patients with knee osteoarthritis"),
        (
            {"year": "2021", "n": "18"},
            "A 2021 trial used adipose stem cells in 18 patients with knee osteoarthritis",
        ),
        (
            {"author": "Hale", "year": "2021"},
            "Hale et al. (2021) used adipose stem cells in patients with knee osteoarthritis",
        ),
        (
            {"product": "", "n": "18", "design": "open-label trial", "site": "Hospital A"},
            "An open-label trial at Hospital A enrolled 18 patients with knee osteoarthritis",
        ),
    ],
)
def test_an_english_clause(more: dict[str, str], clause: str) -> None:
    parts = {name: value for name, value in {**ENGLISH, **more}.items() if value}
    assert clause_of(parts, Language.ENGLISH) == clause


def test_the_script_of_the_document_is_kept() -> None:
    parts = {"kind": "trial", "condition": "膝骨關節炎", "product": "脂肪幹細胞", "n": "18"}
    assert clause_of(parts, Language.TRADITIONAL) == "一項研究用脂肪幹細胞治療18例膝骨關節炎患者"


@pytest.mark.parametrize(
    "more", [{"kind": "review"}, {"brand": "某药"}, {"work": "practice"}, {"product": "细胞移植至皮下"}]
)
def test_what_is_no_trial_in_patients_has_no_clause(more: dict[str, str]) -> None:
    assert clause_of({**TRIAL, **more}, Language.SIMPLIFIED) == ""


def test_a_clause_says_what_the_name_says_and_never_the_answer() -> None:
    slots = {
        "kind": "trial",
        "condition": "膝骨关节炎",
        "product": "脂肪间充质干细胞",
        "year": "2021年",
        "n": "18例",
    }
    study = Study("s", tuple(Slot(name, value, Span(1, 0, 1)) for name, value in slots.items()))
    names = StudyNames((study,), Language.SIMPLIFIED)
    assert names.told(study, without=("dose",)) == "2021年的一项研究用脂肪间充质干细胞治疗膝骨关节炎"
    assert (
        names.told(study, without=("product",), answer="脂肪间充质干细胞")
        == "2021年的一项研究纳入18例膝骨关节炎患者"
    )
    assert names.label(study, without=("dose",)) == "2021年用脂肪间充质干细胞治疗膝骨关节炎的研究"


def test_cells_that_some_of_the_people_had_were_tested_in_them() -> None:
    parts = {**TRIAL, "n": "90", "shared": "1"}
    assert clause_of(parts, Language.SIMPLIFIED) == "一项研究在90例膝骨关节炎患者中试用脂肪间充质干细胞"


@pytest.mark.parametrize(
    ("more", "label"),
    [
        ({"comparator": "安慰剂"}, "在90例膝骨关节炎患者中试用脂肪间充质干细胞的研究"),
        ({}, "脂肪间充质干细胞治疗90例膝骨关节炎患者的研究"),
    ],
)
def test_a_controlled_study_did_not_treat_all_with_its_cells(more: dict[str, str], label: str) -> None:
    place = Span(1, 0, 0)
    values = {"kind": "trial", "cell_source": "脂肪间充质干细胞", "topic": "膝骨关节炎", "n": "90", **more}
    study = Study("study-1", tuple(Slot(name, value, place) for name, value in values.items()))
    other = Study(
        "study-2",
        tuple(Slot(name, value, place) for name, value in {**values, "n": "18"}.items()),
    )
    names = StudyNames([study, other], Language.SIMPLIFIED)
    assert names.label(study) == label


def test_a_figure_set_against_that_of_a_control_group_tells_that_there_was_one() -> None:
    place = Span(1, 0, 0)
    told = {"kind": "trial", "cell_source": "脂肪间充质干细胞", "topic": "膝骨关节炎", "n": "90"}
    slots = tuple(Slot(name, value, place) for name, value in told.items())
    rate, counted = (
        Slot("outcome", "64%", place, measure="应答率", arm="细胞组", versus="53%"),
        Slot("count", "30例", place, measure="患者为对照组"),
    )
    assert not is_controlled(Study("study-1", slots))
    assert is_controlled(Study("study-1", (*slots, rate)))
    assert is_controlled(Study("study-1", (*slots, counted)))
