"""A reader from cardiology adds a folder of terms, and gets cards from documents of that field."""

import shutil
from pathlib import Path

import pytest

from sctui.locations import bundled
from sctui.model.card import CardKind
from sctui.pipeline import Conversion, Knowledge, convert, decks_of, read_knowledge
from sctui.records.matrix import places

FIELD = bundled() / "data" / "examples" / "cardiology"


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    own = tmp_path_factory.mktemp("home") / "lexicon"
    shutil.copytree(FIELD / "lexicon", own / "cardiology")  # as the guide says
    return read_knowledge(bundled() / "data", own)


@pytest.fixture(scope="module")
def chinese(knowledge: Knowledge) -> Conversion:
    return convert(FIELD / "documents" / "atrial-fibrillation.md", knowledge)


@pytest.fixture(scope="module")
def english(knowledge: Knowledge) -> Conversion:
    return convert(FIELD / "documents" / "heart-failure.md", knowledge)


def told(conversion: Conversion, kind: CardKind) -> set[tuple[str, str, str]]:
    """Subject or measure, slot and value of every fact of a kind."""
    facts = [fact for fact in conversion.facts if fact.kind.value == kind.value]
    return {
        (fact.measure if kind is CardKind.TRIAL else fact.subject, fact.slot, fact.value) for fact in facts
    }


def of_study(conversion: Conversion, registry: str) -> dict[str, str]:
    """The slots of the study with a registry number."""
    studies = {fact.study.key: fact.study for fact in conversion.facts if fact.study}
    (study,) = (study for study in studies.values() if study.get("registry") == registry)
    return {slot.name: slot.value for slot in reversed(study.slots)}


def test_a_chinese_trial(chinese: Conversion) -> None:
    study = of_study(chinese, "NCT00262600")
    expected = {
        "n": "18113名",
        "product": "达比加群",
        "condition": "非瓣膜性心房颤动患者",
        "dose": "150 mg",
        "interval": "每日2次",
        "route": "口服",
        "comparator": "华法林",
        "followup": "2年",
        "year": "2009年",
        "journal": "新英格兰医学杂志",
    }
    assert {name: study.get(name) for name in expected} == expected
    assert ("达比加群组卒中或体循环栓塞的年发生率", "outcome", "1.11%") in told(chinese, CardKind.TRIAL)


def test_an_english_trial(english: Conversion) -> None:
    study = of_study(english, "NCT03036124")
    expected = {
        "n": "4,744 patients",
        "product": "dapagliflozin",
        "condition": "heart failure with reduced ejection fraction",
        "dose": "10 mg",
        "comparator": "placebo",
        "phase": "phase III",
        "followup": "18.2 months",
        "year": "2019",
    }
    assert {name: study.get(name) for name in expected} == expected
    assert of_study(english, "NCT01035255")["comparator"] == "enalapril"
    results = {value for _, slot, value in told(english, CardKind.TRIAL) if slot == "outcome"}
    assert results == {"16.3%", "21.2%", "21.8%", "26.5%"}


def test_comparisons_stand_on_the_matrix(
    chinese: Conversion, english: Conversion, knowledge: Knowledge
) -> None:
    cells = {
        (place.row_key, place.column_key, place.value)
        for conversion in (chinese, english)
        for fact in conversion.facts
        if fact.kind.value == CardKind.COMPARISON.value
        for place in places(fact, knowledge.lexicon)
    }
    assert ("华法林", "起效速度", "慢") in cells
    assert ("达比加群", "逆转药物", "依达赛珠单抗") in cells
    assert ("SGLT2抑制剂", "主要不良反应", "genital infection") in cells
    assert len(cells) == 3 * 4 + 3 * 2


def test_terms_mechanisms_and_figures(chinese: Conversion, english: Conversion) -> None:
    assert ("HFrEF", "expansion", "Heart failure with reduced ejection fraction") in told(
        english, CardKind.TERM
    )
    assert ("AF", "expansion", "心房颤动") in told(chinese, CardKind.TERM)
    assert ("华法林", "inhibits", "维生素K依赖性凝血因子的合成") in told(chinese, CardKind.MECHANISM)
    assert ("Sacubitril", "inhibits", "neprilysin") in told(english, CardKind.MECHANISM)
    assert {value for *_, value in told(chinese, CardKind.FIGURE)} == {"3750万人", "约为1.6%"}
    assert {value for *_, value in told(english, CardKind.FIGURE)} == {
        "about 64 million people",
        "about 50%",
    }


def test_nearly_every_fact_becomes_a_card(chinese: Conversion, english: Conversion, tmp_path: Path) -> None:
    for conversion in (chinese, english):
        right = {"detail of a study", "yes or no"}
        refused = [one for one in conversion.generation.refused if one.item not in right]
        assert len(refused) <= 1  # a definition can be too long
        decks = decks_of(conversion, FIELD / "documents" / conversion.document.name, tmp_path)
        assert len(decks) == len(CardKind) - 1  # all kinds but an author's own notes


def test_without_the_folder_the_drugs_are_unknown() -> None:
    plain = read_knowledge(bundled() / "data", Path("none"))
    assert plain.lexicon.lookup("达比加群") is None


VACCINES = bundled() / "data" / "examples" / "vaccination"


@pytest.fixture(scope="module")
def vaccines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Conversion]:
    """What is made of the documents on vaccines, which are given, counted and spoken of in words of their own."""
    own = tmp_path_factory.mktemp("home") / "lexicon"
    shutil.copytree(VACCINES / "lexicon", own / "vaccination")
    known = read_knowledge(bundled() / "data", own)
    return {file.stem: convert(file, known) for file in sorted((VACCINES / "documents").glob("*.md"))}


def test_a_vaccine_in_chinese(vaccines: dict[str, Conversion]) -> None:
    study = of_study(vaccines["hpv-vaccine"], "NCT01735006")
    expected = {
        "n": "7372名",
        "product": "双价HPV疫苗",
        "age": "18-45岁",
        "doses": "3剂",
        "route": "肌内接种",
        "when": "66个月",
        "phase": "III期",
        "year": "2020年",
    }
    assert {name: study.get(name) for name in expected} == expected
    assert "condition" not in study  # the comparator's name (戊型肝炎疫苗) has a disease in it
    results = told(vaccines["hpv-vaccine"], CardKind.TRIAL)
    assert ("双价HPV疫苗组HPV持续感染的发生率", "outcome", "0.03%") in results
    assert ("中和抗体滴度", "change_word", "显著升高") in results
    assert ("双价HPV疫苗", "cell", "16型和18型") in told(vaccines["hpv-vaccine"], CardKind.COMPARISON)
    assert ("VLP", "expansion", "病毒样颗粒") in told(vaccines["hpv-vaccine"], CardKind.TERM)


def test_a_vaccine_in_english(vaccines: dict[str, Conversion]) -> None:
    study = of_study(vaccines["zoster-vaccine"], "NCT01165177")
    expected = {
        "n": "15,411 adults",
        "product": "recombinant zoster vaccine",
        "condition": "herpes zoster",
        "doses": "two doses",
        "route": "intramuscular injection",
        "followup": "3.2 years",
        "comparator": "placebo",
    }
    assert {name: study.get(name) for name in expected} == expected
    results = told(vaccines["zoster-vaccine"], CardKind.TRIAL)
    assert ("in the vaccine group had herpes zoster", "count", "6 of 7,344 participants") in results
    assert ("in the placebo group had herpes zoster", "count", "210 of 7,415 participants") in results
    (record,) = vaccines["zoster-vaccine"].knowledge.records
    assert [one.interval for one in record.told if one.value == "97.2%"] == ["95% CI 93.7-99.0"]
    assert ("recombinant zoster vaccine", "activates", "macrophages") in told(
        vaccines["zoster-vaccine"], CardKind.MECHANISM
    )


def test_no_question_on_vaccines_speaks_of_cells(vaccines: dict[str, Conversion]) -> None:
    notes = [note for conversion in vaccines.values() for note in conversion.generation.notes]
    assert len(notes) > 30
    for note in notes:
        asked = note.front or note.text
        assert not ("细胞" in asked and "细胞" not in note.sources[0].quote), asked
        assert not ("cell" in asked and "cell" not in note.sources[0].quote), asked
