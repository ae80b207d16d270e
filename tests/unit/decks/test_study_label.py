"""Labels name a study, stand alone, and never give the answer away."""

from sctui.decks.study_label import StudyNames
from sctui.model.document import Language, Span
from sctui.model.fact import Slot, Study

ZH, HANT, EN = Language.SIMPLIFIED, Language.TRADITIONAL, Language.ENGLISH


def _study(key: str, **slots: str) -> Study:
    return Study(
        key, tuple(Slot(name, value, Span(1, 0, 0)) for name, value in {"kind": "trial", **slots}.items())
    )


A = _study(
    "a", year="2019年", cell_source="自体骨髓间充质干细胞", condition="难治性RA患者", n="12名", donor="自体"
)
B = _study("b", year="2019年", cell_source="脐带间充质干细胞", condition="难治性RA患者", n="50名")


def test_the_best_slots_make_the_label() -> None:
    assert StudyNames((A, B), ZH).label(A) == "2019年用自体骨髓间充质干细胞治疗难治性RA的研究"


def test_what_is_asked_stays_out() -> None:
    assert "2019" not in StudyNames((A, B), ZH).label(A, without=("year",), answer="2019年")
    assert "RA" not in StudyNames((A, B), ZH).label(A, without=("condition",), answer="难治性RA患者")
    assert "自体" not in StudyNames((A, B), ZH).label(A, without=("donor",), answer="自体")
    assert "间充质" not in StudyNames((A, B), ZH).label(
        A, without=("cell_source",), answer="自体骨髓间充质干细胞"
    )


def test_the_answer_is_not_given_away_in_another_script() -> None:
    label = StudyNames((A, B), ZH).label(A, answer="難治性RA")
    assert label
    assert "难治性RA" not in label


def test_more_is_said_until_no_other_study_fits() -> None:
    twin = _study("c", year="2019年", cell_source="自体骨髓间充质干细胞", condition="难治性RA患者", n="30名")
    label = StudyNames((A, twin), ZH).label(A)
    assert "12名" in label
    assert label != StudyNames((A, twin), ZH).label(twin)


def test_one_slot_names_no_study() -> None:
    lonely = _study("d", year="2020年")
    assert StudyNames((lonely,), ZH).label(lonely) == ""


def test_a_topic_stands_in_for_the_disease_but_not_when_that_is_asked() -> None:
    study = _study("e", cell_source="MSC", topic="卵巢早衰")
    assert StudyNames((study,), ZH).label(study) == "MSC治疗卵巢早衰的研究"
    assert StudyNames((study,), ZH).label(study, without=("condition",), answer="POI") == ""


def test_reviews_approvals_and_cases_have_their_own_words() -> None:
    review = _study("f", kind="review", year="2020年", cell_source="MSC", condition="肝硬化")
    approval = _study("g", kind="approval", approved="2021年3月", brand="Cellax?(abcleucel)")
    case = _study("h", kind="case", case="60岁的男性患者", cell_source="MSC", condition="肝硬化")
    assert StudyNames((review,), ZH).label(review) == "2020年MSC治疗肝硬化的综述"
    assert StudyNames((approval,), ZH).label(approval, without=("regulator",)) == "Cellax"
    assert StudyNames((approval,), ZH).label(approval, without=("outcome",)) == "Cellax的关键试验"
    assert StudyNames((case,), ZH).label(case) == "接受MSC治疗的60岁的男性肝硬化患者的病例"


def test_our_words_are_in_the_script_of_the_document() -> None:
    study = _study("i", year="2019年", cell_source="MSC", condition="RA患者")
    assert StudyNames((study,), HANT).label(study) == "2019年用MSC治療RA的研究"


def test_english() -> None:
    study = _study("j", year="2021", author="Marsh", condition="knee osteoarthritis", n="62 patients")
    assert StudyNames((study,), EN).label(study) == "the 2021 Marsh et al. trial in knee osteoarthritis"
