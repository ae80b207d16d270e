"""Names with several senses are asked with the field they are used in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.decks.senses import is_ambiguous, is_double
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.model.card import Note
from sctui.pipeline import convert, read_knowledge

Notes = Callable[[str], list[Note]]
Ask = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    def made(text: str) -> list[Note]:
        (tmp_path / "page.md").write_text(text, encoding="utf-8")
        knowledge = read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
        found = convert(tmp_path / "page.md", knowledge).generation.notes
        return [note for note in found if note.kind == "term"]

    return made


@pytest.fixture
def terms(notes: Notes) -> Ask:
    return lambda text: [(note.front, note.back) for note in notes(text)]


@pytest.mark.parametrize(
    ("name", "several"),
    [("UC", True), ("uc", True), ("DM", True), ("E2", False), ("SLE", False), ("IBD", False)],
)
def test_what_the_lexicon_knows_of_a_name(name: str, several: bool, lexicon: Lexicon) -> None:
    assert is_ambiguous(name, lexicon) is several


def test_one_name_in_two_fields_gives_two_cards(terms: Ask) -> None:
    page = "# 炎症性肠病\n\n溃疡性结肠炎(UC)反复发作。\n\n# 骨关节炎的细胞\n\n脐带(UC)是常用的来源。\n"
    assert terms(page) == [
        ("在炎症性肠病领域，UC 的中文全称是什么？", "溃疡性结肠炎"),
        ("UC 指组织时，中文全称是什么？", "脐带"),
    ]


def test_where_no_heading_tells_the_field_each_is_asked_as_the_kind_of_thing_it_is(terms: Ask) -> None:
    assert terms("溃疡性结肠炎(UC)反复发作，很难治。\n\n脐带(UC)是常用的来源，容易取得。\n") == [
        ("UC 指疾病时，中文全称是什么？", "溃疡性结肠炎"),
        ("UC 指组织时，中文全称是什么？", "脐带"),
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Multiple sclerosis (MS) comes back.", "As the name of a neurological disease, what does"),
        ("Chronic kidney disease (CKD) stays.", "What does the abbreviation CKD stand for?"),
        ("Interleukin-10 (IL-10) was released.", "What does the abbreviation IL-10 stand for?"),
    ],
)
def test_a_short_english_name_of_a_disease_is_asked_by_its_kind(text: str, asked: str, terms: Ask) -> None:
    assert next(front for front, _ in terms(f"{text}\n")).startswith(asked)


def test_in_english_as_well(terms: Ask) -> None:
    page = "Ulcerative colitis (UC) came back often.\n\nCells from the umbilical cord (UC) were easy to obtain.\n"
    assert terms(page) == [
        ("As the name of a disease, what does the abbreviation UC stand for?", "Ulcerative colitis"),
        ("As the name of a tissue, what does the abbreviation UC stand for?", "umbilical cord"),
    ]


def test_two_diseases_of_one_short_form_are_not_told_apart_by_their_kind(terms: Ask) -> None:
    assert all("指疾病时" not in front for front, _ in terms("糖尿病(DM)很常见。\n\n皮肌炎(DM)较少见。\n"))


def test_an_abbreviation_of_two_letters_is_asked_in_its_field(terms: Ask) -> None:
    page = "# IBD的细胞疗法\n\n克罗恩病(CD)反复发作。\n\n溃疡性结肠炎(UC)也反复发作。\n"
    assert terms(page)[0] == ("在炎症性肠病领域，CD 的中文全称是什么？", "克罗恩病")


def test_a_disease_that_is_named_beside_another_is_not_its_field(terms: Ask) -> None:
    assert terms("类风湿关节炎常见，多发性硬化症(MS)少见，反复发作。\n") == [
        ("在神经系统疾病领域，MS 的中文全称是什么？", "多发性硬化症")
    ]
    told = terms("自身免疫性疾病很多，例如多发性硬化症(MS)，反复发作。\n")
    assert told == [("在自身免疫性疾病领域，MS 的中文全称是什么？", "多发性硬化症")]


def test_a_line_on_diseases_of_another_area_is_not_asked_in_the_field_of_its_heading(terms: Ask) -> None:
    told = terms("# 狼疮的细胞疗法\n\n肌萎缩侧索硬化患者的用力肺活量(FVC)稳定。\n")
    assert told == [("FVC 的中文全称是什么？", "用力肺活量")]


def test_no_field_tells_the_name_that_is_asked(terms: Ask) -> None:
    told = terms("# 继发进展型多发性硬化的细胞疗法\n\n多发性硬化症(MS)反复发作。\n")
    assert told == [("在神经系统疾病领域，MS 的中文全称是什么？", "多发性硬化症")]
    told = terms("# 类风湿关节炎的细胞疗法\n\n类风湿因子(RF)升高。\n")
    assert told == [("RF 的中文全称是什么？", "类风湿因子")]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("干燥综合征(SS)很难治。", "在自身免疫性疾病领域，SS 的中文全称是什么？"),
        ("慢性肾病(CKD)很难治。", "CKD 的中文全称是什么？"),  # of the kidney: the name has it
        ("自身免疫性疾病(AID)很常见。", "AID 指疾病时，中文全称是什么？"),
        ("热休克蛋白(HSP)被释放。", "HSP 指分子时，中文全称是什么？"),
        ("原发性免疫缺陷病(PIDD)很少见。", "PIDD 的中文全称是什么？"),  # long enough to be known
    ],
)
def test_a_short_name_of_a_disease_is_asked_in_its_field(text: str, asked: str, terms: Ask) -> None:
    assert [front for front, _ in terms(f"{text}\n")] == [asked]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("卵巢早衰(POI)很难治。", "卵巢早衰（也作早发性卵巢功能不全）", "POI（也作POF）"),
        ("卵巢早衰(POF)很难治。", "卵巢早衰", "POF（也作POI）"),
        ("早发性卵巢功能不全(POI)很难治。", "早发性卵巢功能不全", "POI"),
    ],
)
def test_two_diseases_that_share_a_short_form_are_both_right(
    notes: Notes, text: str, name: str, short: str
) -> None:
    (note,) = notes(f"{text}\n")
    assert note.reverse is not None
    assert (note.back, note.reverse.back) == (name, short)


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        ("慢性肾脏病(chronic kidney disease, CKD)患者很多。\n", "慢性肾脏病（chronic kidney disease）"),
        ("慢性腎臟病(CKD,chronic kidney disease)患者很多。\n", "慢性腎臟病（chronic kidney disease）"),
        ("慢性肾脏病(简称CKD)患者很多。\n", "慢性肾脏病"),
    ],
)
def test_the_english_name_of_the_bracket_stands_behind_the_answer(terms: Ask, page: str, answer: str) -> None:
    assert next(back for front, back in terms(page) if front.startswith("CKD ")) == answer


def test_two_diseases_are_told_apart_by_their_fields(terms: Ask) -> None:
    assert terms("糖尿病(DM)患者很多，治疗很难。\n")[0] == (
        "DM 指内分泌疾病时，中文全称是什么？",
        "糖尿病",
    )


def test_who_writes_it_so_means_it(lexicon: Lexicon) -> None:
    assert is_double("UC", lexicon)
    assert not is_double("eGFR", lexicon)  # which is no EGFR
    assert not is_double("抗CCP", lexicon)  # the antibody, and how much of it


def test_a_chinese_short_form_is_no_english_one(notes: Notes) -> None:
    (note,) = notes("抗双链DNA抗体(抗dsDNA)转阴，病情好转。\n")
    assert (note.front, note.back) == ("抗dsDNA 的中文全称是什么？", "抗双链DNA抗体")
    assert note.reverse is None


def test_with_or_without_its_english_name_it_is_one_answer(terms: Ask) -> None:
    page = "慢性肾脏病(CKD)患者很多。\n\n慢性肾脏病(chronic kidney disease, CKD)的分期有五种。\n"
    assert [front for front, _ in terms(page)] == ["CKD 的中文全称是什么？"]


def test_a_short_form_in_small_letters_is_no_word(terms: Ask) -> None:
    assert ("Treg 的中文全称是什么？", "调节性T细胞") in terms("调节性T细胞(Tregs)增加，炎症减轻。\n")


def test_letters_that_are_spelt_out_nowhere_are_no_field(terms: Ask) -> None:
    page = "# 种植牙的细胞\n\n{}终点还有探诊深度(PD)和牙龈退缩(GR)。\n"
    asked = [front for front, back in terms(page.format("")) if back == "牙龈退缩"]
    assert asked == ["GR 的中文全称是什么？"]
    asked = [front for front, back in terms(page.format("帕金森病患者也可以种牙。")) if back == "牙龈退缩"]
    assert asked == ["在帕金森病领域，GR 的中文全称是什么？"]
