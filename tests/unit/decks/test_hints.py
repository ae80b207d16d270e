"""A gap shows the verb of a whole deed, the kind of thing it asks for, or how long its list is."""

import pytest

from sctui.decks.asked_kind import AskedKind
from sctui.decks.hints import (
    amount_asked,
    gives_away,
    hint,
    how_many,
    names_others,
    shown_in_gap,
    verb_end,
)
from sctui.decks.templates import Templates, read_templates
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language


@pytest.fixture(scope="module")
def templates() -> Templates:
    return read_templates(bundled() / "data" / "templates")


def fact(answer: str) -> Fact:
    return Fact(FactKind.MECHANISM, "improves", "甲细胞", answer, Span(1, 0, 9))


def shown(answer: str, lexicon: Lexicon, templates: Templates, language: Language, behind: str = "") -> str:
    return hint(answer, AskedKind(lexicon, templates, language), language, behind)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("改善血液供应", "改善…供应"),
        ("M1巨噬细胞的极化", "…的极化"),
        ("造血干细胞的异常增殖", "…的异常增殖"),
        ("心肌细胞凋亡", "…凋亡"),
        ("角膜的β细胞", "哪种细胞"),
        ("特异性地保护足细胞", "特异性地保护哪种细胞"),
        ("保护足细胞免于凋亡", "保护哪种细胞免于凋亡"),
        ("调节性T细胞的形成", "…的形成"),
        ("修复细胞", "哪种细胞"),
        ("恢复肌细胞能量代谢", "恢复…代谢"),
        ("不表达胰岛素", "不表达哪种激素"),
        ("血管生成", "…生成"),
        ("细胞凋亡", "什么过程"),
        ("神经炎症", "…炎症"),
        ("免疫耐受", "什么状态"),
        ("足细胞和巨噬细胞", "哪两种细胞"),
        ("PI3K/Akt和MAPK/ERK", "哪两条通路"),
        ("IL-6、IL-10", "哪两种细胞因子"),
        ("IL-6和IL-10的表达", "…的表达"),
        ("细胞凋亡以及纤维化", "哪两个过程"),
        ("旁分泌、免疫调节和瘢痕修复", "哪三方面"),
        ("孕期或产后留下的运动与姿势障碍", "…障碍"),
        ("上皮增殖、神经再生和瘢痕修复", "哪三个过程"),
        ("上皮功能、神经再生和瘢痕修复", "哪三方面"),
        ("miRNA、蛋白质", "哪两种分子"),
        ("热休克蛋白、未折叠蛋白", "哪两种蛋白"),
        ("骨、软骨和脂肪", "哪三种组织"),
        ("脾脏和淋巴结中Th1细胞的比例", "…的比例"),
        ("足细胞对胰岛素和生长激素的反应", "…的反应"),
        ("肠黏膜的功能和完整性", "肠黏膜的哪两方面"),
        ("旁分泌因子", "哪种因子"),
        ("干扰素-γ的产生", "…的产生"),
        ("肝功能", "…功能"),
        ("红斑狼疮", "哪种疾病"),
        ("由旁分泌驱动的支持性微环境", "…微环境"),
        ("甲状腺不再产生激素", ""),
        ("足细胞表达胰岛素", "哪种细胞表达哪种激素"),
        ("足细胞表达某种东西", "哪种细胞表达什么"),
        ("某处表达某种东西", ""),
        ("胰腺的某处", ""),
        ("甲状腺不再产生胰岛素", "甲状腺不再产生哪种激素"),
        ("IgA免疫复合物沉积在血管壁中", "哪种复合物沉积在血管壁中"),
        ("足细胞上的受体", "哪些细胞上的受体"),
        ("心脏上的受体", "…上的受体"),
        ("软骨细胞广泛变性、坏死", "软骨细胞发生哪两种改变"),
        ("软骨细胞增殖、迁移和分化", "软骨细胞的哪三个过程"),
        ("软骨细胞功能和数量", "软骨细胞的哪两方面"),
        ("TLR2/TLR4", "哪两种受体"),
        ("TLR2/MyD88", "哪个基因"),
        ("恢复心脏功能和实现长期存活", "恢复…和实现…"),
        ("IL-6持续高表达与分化阻滞", "哪两个过程"),
        ("软骨完整性以及激素产生", "哪两方面"),
        ("左心结构和血管结构被破坏", "哪两种结构被破坏"),
        ("假小叶和再生结节", "哪两项"),
        ("软骨再生和骨修复", "哪两个过程"),
        ("软骨细胞迁移与定位", "哪两个过程"),
        ("出血和感染风险", "哪两种风险"),
        ("足细胞和巨噬细胞比例失衡", "…比例失衡"),
        ("血管生成、免疫调节和增强修复效果", "哪三方面的效果"),
        ("内分泌系统的结构和功能紊乱", "内分泌系统的哪两方面的紊乱"),
        ("内分泌系统的结构和功能", "内分泌系统的哪两方面"),
        ("上、下运动神经元变性和死亡", "上、下运动神经元的哪两个过程"),
        ("足细胞合成胰岛素", "哪种细胞合成哪种激素"),
        ("IL-6分泌水平", "…水平"),
        ("由旁分泌因子分泌或胶原沉积驱动的支持性微环境", "由哪两种机制驱动的支持性微环境"),
        ("冠状动脉粥样硬化", "哪种疾病"),
        ("谷氨酸兴奋性毒性", "…毒性"),
    ],
)
def test_a_gap_shows_what_kind_of_thing_it_asks_for(
    answer: str, told: str, lexicon: Lexicon, templates: Templates
) -> None:
    assert shown(answer, lexicon, templates, Language.SIMPLIFIED) == told


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("restore hormone levels", "restore … levels"),
        ("increased gonadotropin level", "… level"),
        ("improved the ejection fraction", "improved … fraction"),
        ("improve ovarian structure and function", "improve which 2 ovarian aspects"),
        ("anti-centromere antibodies", "which antibodies"),
        ("loss of kidney function", "loss of …"),
        ("reduction of the scar", "reduction of …"),
        ("macrophages and neutrophils", "which 2 kinds of cells"),
        ("angiogenesis", "which process"),
        ("VEGF and IL-6 expression", "… expression"),
        ("VEGF, IL-6 and IL-10 expression", "… expression (which 3 items)"),
        ("kidney structure and function", "which 2 kidney aspects"),
        ("pallor and fever", "which 2 items"),
        ("raised hormone level and pallor", "… level and …"),
        ("heart disorders, osteoporosis and mood disorders", "which 3 diseases"),
        ("angiogenesis and anti-oxidation", "which 2 effects"),
        ("elastin, the spring of the skin", ""),  # one thing, and what it is
        ("the elbow, the hip and the knee", "which 3 items"),
        ("the third ward", ""),
    ],
)
def test_a_gap_in_english_does_so_too(answer: str, told: str, lexicon: Lexicon, templates: Templates) -> None:
    assert shown(answer, lexicon, templates, Language.ENGLISH) == told


def test_the_kind_is_told_in_the_script_of_the_document(lexicon: Lexicon, templates: Templates) -> None:
    assert shown("穩定足細胞", lexicon, templates, Language.TRADITIONAL) == "穩定哪種細胞"
    assert shown("某受體", lexicon, templates, Language.TRADITIONAL) == "哪種受體"


def test_a_kind_that_stands_behind_the_gap_is_not_told_twice(lexicon: Lexicon, templates: Templates) -> None:
    two = "PI3K/Akt和MAPK/ERK"
    assert shown(two, lexicon, templates, Language.SIMPLIFIED, "等通路") == "哪两条"


def test_no_member_of_a_list_is_given_away(lexicon: Lexicon, templates: Templates) -> None:
    answer = "归巢性、抗炎作用和抗凋亡作用"
    assert shown(answer, lexicon, templates, Language.SIMPLIFIED, "等特性") == "哪三种作用"


@pytest.mark.parametrize(
    ("sentence", "language", "told"),
    [
        ("甲细胞分泌____等,促进修复", Language.SIMPLIFIED, "哪两种细胞因子"),
        ("甲細胞攜帶____等物質", Language.TRADITIONAL, "哪兩種細胞因子"),
        ("甲细胞分泌____", Language.SIMPLIFIED, "哪两种细胞因子"),
        ("Cells release factors such as ____", Language.ENGLISH, "2 cytokines, for example"),
    ],
)
def test_a_gap_in_an_open_list_asks_for_those_that_are_told(
    sentence: str, language: Language, told: str, lexicon: Lexicon, templates: Templates
) -> None:
    answer = "IL-6 and IL-10" if language is Language.ENGLISH else "IL-6、IL-10"
    assert shown_in_gap(fact(answer), AskedKind(lexicon, templates, language), language, sentence) == told


@pytest.mark.parametrize(
    ("answer", "language", "told"),
    [
        ("90天", Language.SIMPLIFIED, "多久"),
        ("约18個月", Language.TRADITIONAL, "多久"),
        ("8 weeks", Language.ENGLISH, "how long"),
        ("两周", Language.SIMPLIFIED, "多久"),
        ("第24周", Language.SIMPLIFIED, "何时"),
        ("24%", Language.SIMPLIFIED, "多少"),
        ("40%-50%", Language.TRADITIONAL, "多少"),
        ("30–50%", Language.ENGLISH, "what share"),
        ("8000人", Language.SIMPLIFIED, "多少人"),
        ("150~200 人", Language.TRADITIONAL, "多少人"),
        ("1×10^6/kg", Language.SIMPLIFIED, "多少"),
        ("IL-10", Language.SIMPLIFIED, ""),
        ("TNF-α", Language.ENGLISH, ""),
        ("CD4+T细胞", Language.SIMPLIFIED, ""),
    ],
)
def test_a_gap_over_a_length_of_time_asks_amount_asked(answer: str, language: Language, told: str) -> None:
    assert amount_asked(answer, language) == told


def test_a_list_may_end_in_whatever_else_there_is() -> None:
    assert names_others("心肌梗死、心力衰竭和多种并发症")
    assert not names_others("多种酶、激素和抗体")
    assert not names_others("")


def test_a_deed_begins_with_its_verb(lexicon: Lexicon) -> None:
    assert verb_end("改善血液供应", lexicon)
    assert not verb_end("修复细胞", lexicon)


@pytest.mark.parametrize(
    ("answer", "asked"),
    [("抗炎作用", "哪種"), ("抗炎、止痛和再生", "哪三種"), ("安全,價廉,易得以及抗炎", "哪些")],
)
def test_a_question_says_how_many_are_asked_for(answer: str, asked: str) -> None:
    assert how_many(fact(answer), Language.TRADITIONAL) == asked


def test_no_end_is_shown_of_an_answer_whose_beginning_can_be_read() -> None:
    assert gives_away("…凋亡", "足细胞凋亡", "甲抑制____,因为足细胞很重要")
    assert not gives_away("…凋亡", "足细胞凋亡", "甲抑制____,因为甲很重要")
    assert not gives_away("哪种细胞", "足细胞", "甲抑制____")
