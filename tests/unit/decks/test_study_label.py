"""Labels name a study, stand alone, and never give the answer away."""

import pytest

from sctui.decks.study_label import StudyNames
from sctui.decks.study_marks import KnownStudies
from sctui.lexicon.lexicon import Lexicon
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


def test_what_fits_a_study_of_another_document_is_not_enough(lexicon: Lexicon) -> None:
    library = KnownStudies(lexicon)
    library.add("mine", ((slot.name, slot.value) for slot in A.slots))
    library.add(
        "theirs",
        (
            ("kind", "trial"),
            ("year", "2019"),
            ("product", "自體骨髓MSC移植"),
            ("condition", "難治性類風濕關節炎"),
        ),
    )
    label = StudyNames((A,), ZH, lexicon, library, {"a": "mine"}).label(A)
    assert label == "2019年用自体骨髓间充质干细胞治疗12名难治性RA患者的研究"


def test_the_same_study_told_elsewhere_is_no_other_one(lexicon: Lexicon) -> None:
    library = KnownStudies(lexicon)
    library.add(
        "both", (("kind", "trial"), ("year", "2019"), ("product", "骨髓MSC"), ("condition", "难治性RA"))
    )
    label = StudyNames((A,), ZH, lexicon, library, {"a": "both"}).label(A)
    assert label == "2019年用自体骨髓间充质干细胞治疗难治性RA的研究"


def test_a_study_that_cannot_be_told_from_another_has_no_name() -> None:
    one, other = (_study(key, year="2019年", cell_source="MSC", condition="RA患者") for key in "kl")
    assert StudyNames((one, other), ZH).label(one) == ""


def test_a_disease_is_not_to_be_recalled_from_a_number_or_a_journal() -> None:
    study = _study("m", year="2019年", cell_source="MSC", condition="RA患者", n="12名", journal="Cell Repair")
    sited = _study("n", year="2021年", cell_source="MSC", condition="SLE患者", site="成都甲医院")
    names = StudyNames((study, sited), ZH)
    assert names.label(study, without=("condition",), answer="RA患者") == ""
    assert names.label(sited, without=("condition",), answer="SLE患者") == "2021年成都甲医院用MSC开展的研究"


def test_which_patients_is_asked_with_the_disease_in_general() -> None:
    label = StudyNames((A, B), ZH).label(A, without=("condition",), answer="难治性RA患者", general="RA")
    assert label == ""  # words alone do not tell that refractory RA is RA
    named = _study("o", author="Ito等人", cell_source="MSC", condition="膝OA患者")
    names = StudyNames((named,), ZH)
    assert names.label(named, without=("condition",), answer="膝OA患者") == "Ito等人用MSC开展的研究"


def test_short_forms_of_tissues_are_spelled_out(lexicon: Lexicon) -> None:
    study = _study("p", year="2016年", cell_source="UC MSCs", condition="T1DM患者")
    assert StudyNames((study,), ZH, lexicon).label(study) == "2016年用脐带间充质干细胞治疗T1DM的研究"
    assert StudyNames((study,), HANT, lexicon).label(study) == "2016年用臍帶間充質幹細胞治療T1DM的研究"


def test_a_meta_analysis_is_called_one() -> None:
    slots = {"kind": "review", "work": "meta-analysis", "cell_source": "MSC", "condition": "CD"}
    assert StudyNames((_study("q", **slots),), ZH).label(_study("q", **slots)) == "MSC治疗CD的荟萃分析"
    pooled = _study("r", **slots, studies="12项")
    assert StudyNames((pooled,), ZH).label(pooled) == "MSC治疗CD的荟萃分析(纳入12项研究)"
    english = _study("s", **slots, studies="Twelve RCTs")
    assert StudyNames((english,), EN).label(english) == "the meta-analysis of twelve RCTs on MSC in CD"


def test_a_year_and_a_disease_are_no_name() -> None:
    study = _study("t", year="2025年", cell_source="MSC", condition="COPD患者")
    assert StudyNames((study,), ZH).label(study, without=("cell_source",), answer="MSC") == ""


@pytest.mark.parametrize(
    ("count", "disease", "label"),
    [
        ("30 frail adults", "frailty", "the 2021 trial of MSCs in 30 frail adults"),
        ("30 diabetic patients", "diabetes", "the 2021 trial of MSCs in 30 diabetic patients"),
        ("30 adults", "frailty", "the 2021 trial of MSCs in 30 adults with frailty"),
    ],
)
def test_patients_who_are_told_by_their_disease_are_not_told_twice(
    count: str, disease: str, label: str
) -> None:
    told = {"year": "2021", "cell_source": "MSCs", "condition": disease}
    study, other = _study("l", **told, n=count), _study("m", **told, n="12 patients")
    assert StudyNames((study, other), EN).label(study) == label


def test_a_span_of_years_is_told_whole() -> None:
    told = _study(
        "c", year="2019年3月至2022年6月", cell_source="脐带间充质干细胞", condition="移植物抗宿主病"
    )
    assert StudyNames((told,), ZH).label(told) == "2019至2022年用脐带间充质干细胞治疗移植物抗宿主病的研究"


def test_a_study_of_one_makers_product_is_told_by_the_maker() -> None:
    study = _study("m", cell_source="吸入型外泌体", condition="硅肺患者", n="18例", developer="海湾大学团队")
    names = StudyNames((study,), ZH)
    assert names.label(study) == "海湾大学团队开发的吸入型外泌体治疗硅肺的研究"
    assert names.told(study) == "一项研究用海湾大学团队开发的吸入型外泌体治疗硅肺"
    assert "海湾" not in names.label(study, without=("developer",), answer="海湾大学团队")
