from collections.abc import Callable

import pytest

from sctui.decks.full_names import (
    fault_of_name,
    is_of_one_text,
    is_row_name,
    is_usual_short,
    own_full_names,
    spelt_out,
)
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.misnomers import is_misnomer
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language


def gloss(short: str, name: str) -> Fact:
    return Fact(FactKind.TERM, "expansion", short, name, Span(1, 0, 9), Span(1, 0, 9))


@pytest.mark.parametrize(
    ("short", "name", "full"),
    [
        ("hAMSCs", "羊膜来源MSCs", "人羊膜来源间充质干细胞"),
        ("RRMS", "复发缓解型MS", "复发缓解型多发性硬化症"),
        ("lncRNA", "长链非编码RNA", "长链非编码RNA"),
        ("PGE2", "前列腺素E2", "前列腺素E2"),
        ("MSC-EVs", "MSC-derived extracellular vesicles", "MSC-derived extracellular vesicles"),
        ("cGVHD", "chronic GVHD", "chronic graft-versus-host disease"),
        ("hESC", "胚胎干细胞", "人胚胎干细胞"),
        ("hESC", "人类胚胎干细胞", "人类胚胎干细胞"),
        ("hCG", "绒毛膜促性腺激素", "绒毛膜促性腺激素"),
        ("eGFR", "肾小球滤过率", "估算肾小球滤过率"),
        ("eGFR", "估算肾小球滤过率", "估算肾小球滤过率"),
        ("MSC-EVs", "细胞外囊泡", "间充质干细胞来源的细胞外囊泡"),
        ("MSC-Exo", "间充质干细胞(MSC)分泌的外泌体", "间充质干细胞分泌的外泌体"),
    ],
)
def test_a_full_name_is_spelt_out(lexicon: Lexicon, short: str, name: str, full: str) -> None:
    fact = spelt_out(gloss(short, name), {}, lexicon, Language.SIMPLIFIED)
    assert fact.value == full
    assert ("derived" in fact.flags) == (full != name)
    assert not fault_of_name(fact, lexicon)


def test_the_documents_own_gloss_spells_out_first(lexicon: Lexicon) -> None:
    own = own_full_names([gloss("MSCs", "間充質干細胞"), gloss("XMSCs", "某MSCs")])
    assert own == {"MSC": "間充質干細胞"}
    fact = spelt_out(gloss("UC-MSCs", "臍帶MSCs"), own, lexicon, Language.TRADITIONAL)
    assert fact.value == "臍帶間充質干細胞"


@pytest.mark.parametrize(
    ("short", "name", "fault"),
    [
        ("HSPCs", "造血干细胞", "name in doubt"),
        ("SAE", "severe adverse events", "name in doubt"),
        ("MCAO", "大脑中动脉缺血", "name in doubt"),
        ("RCTs", "randomized controlled trials", "word of every study"),
        ("CI", "confidence interval", "word of every study"),
        ("IM", "肌肉注射", "word of every study"),
        ("XYZ", "某种QQF细胞", "name holds an abbreviation"),
        ("aQQF", "acute QQF", "name holds an abbreviation"),
        ("NR", "no response", "name in doubt"),
        ("CG", "control group", "name in doubt"),
        ("LV", "left ventricular", "name in doubt"),
        ("NP", "神经祖细胞", "name in doubt"),
        ("hQQF-EV", "人皱襞干细胞外泌体", "name in doubt"),
        ("hQQF-EV", "人皱襞干细胞细胞外囊泡", ""),
        ("hQQF-Exo", "人皱襞干细胞外泌体", ""),
        ("HSC", "造血干细胞", ""),
        ("MSCs", "mesenchymal stromal cells", ""),
        ("CKD", "慢性肾病", ""),
    ],
)
def test_what_is_no_full_name_is_not_asked(lexicon: Lexicon, short: str, name: str, fault: str) -> None:
    assert fault_of_name(gloss(short, name), lexicon) == fault


@pytest.mark.parametrize(
    ("row", "answer", "told"),
    [
        ("UC-MSC", "Human umbilical cord", True),
        ("BM-MSC", "The bone marrow", True),
        ("UC-MSC", "Lower immunogenicity", False),
        ("MSC", "bone marrow", False),
    ],
)
def test_a_row_whose_name_says_the_answer_is_not_asked(
    lexicon: Lexicon, row: str, answer: str, told: bool
) -> None:
    fact = Fact(FactKind.COMPARISON, "cell", row, answer, Span(1, 0, 9), measure="source")
    assert is_row_name(fact, lexicon) is told


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("RA", "ranging between 1%"),
        ("Treg", "(TNF-α), increase regulatory T"),
        ("AD-MSC", "评估关节内注射自体脂肪组织衍生的间充质干细胞"),
        ("MHC-II", "主要组织相容性复合体"),
    ],
)
def test_what_is_no_name_is_in_doubt(short: str, name: str) -> None:
    fact = Fact(FactKind.TERM, "expansion", short, name, Span(1, 0, 9))
    assert fault_of_name(fact, None) == "name in doubt"


@pytest.mark.parametrize(("short", "name"), [("DMARDs", "抗风湿药"), ("DMARD", "抗風濕藥")])
def test_a_rendering_that_is_too_wide_is_in_doubt(short: str, name: str, lexicon: Lexicon) -> None:
    assert is_misnomer(short, name, lexicon)
    assert not is_misnomer(short, "改善病情抗风湿药", lexicon)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("LUMOS-4", "另一项中德联合试验"),
        ("RENA-D", "小试验"),
        ("BRIDGE-2", "多中心临床试验"),
        ("TNF-β", "肿瘤坏死因子"),
    ],
)
def test_the_words_for_a_study_and_half_a_name_are_no_full_names(
    lexicon: Lexicon, short: str, name: str
) -> None:
    assert fault_of_name(gloss(short, name), lexicon) == "name in doubt"


@pytest.mark.parametrize(
    ("short", "name", "usual"),
    [
        ("HF", "heart failure", False),
        ("MSCs", "mesenchymal stromal cells", False),
        ("HIF-1α", "hypoxia-inducible factor 1α", False),
        ("SDF-1", "stromal cell-derived factor 1", True),
        ("ASC", "脂肪间充质干细胞", False),
        ("HSC", "造血干细胞", True),
        ("UC-MSC", "脐带间充质干细胞", True),
    ],
)
def test_what_the_first_letters_tell_or_others_shorten_otherwise_is_asked_one_way(
    lexicon: Lexicon, short: str, name: str, usual: bool
) -> None:
    assert is_usual_short(gloss(short, name), lexicon) is usual


def test_a_short_form_that_one_text_made_up_is_not_asked(
    document_of: Callable[[str], Document], lexicon: Lexicon
) -> None:
    made_up = gloss("CA", "corneal aspirates")
    once = document_of("Corneal aspirates (CA) were taken on day 3. The protein in CA fell.")
    often = document_of("Corneal aspirates (CA) were taken. CA were cold. CA were warm. CA fell.")
    assert is_of_one_text(made_up, once, lexicon)
    assert not is_of_one_text(made_up, often, lexicon)
    assert not is_of_one_text(gloss("MSC", "mesenchymal stem cell"), once, lexicon)
