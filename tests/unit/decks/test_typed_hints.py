"""A gap that shows how its answer ends tells which kind of thing that is said of, where it is known."""

import pytest

from sctui.decks.asked_kind import AskedKind
from sctui.decks.templates import Templates, read_templates
from sctui.decks.typed_hints import typed
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.model.language import Language


@pytest.fixture(scope="module")
def templates() -> Templates:
    return read_templates(bundled() / "data" / "templates")


def shown(
    hint: str, answer: str, lexicon: Lexicon, templates: Templates, before: str = "", behind: str = ""
) -> str:
    return typed(hint, answer, AskedKind(lexicon, templates, Language.SIMPLIFIED), before, behind)


@pytest.mark.parametrize(
    ("hint", "answer", "told"),
    [
        ("…凋亡", "足细胞凋亡", "哪种细胞的凋亡"),
        ("…的过度活化", "足细胞和巨噬细胞的过度活化", "哪两种细胞的过度活化"),
        ("…升高", "IL-6升高", "哪种细胞因子的升高"),
        ("增加…的数量", "增加巨噬细胞的数量", "增加哪种细胞的数量"),
        ("…能力", "足细胞再生能力", "哪种细胞的再生能力"),
        ("…的表达", "纤维化相关基因的表达", "哪类基因的表达"),
        ("…的成熟", "原始卵泡的成熟", "哪种结构的成熟"),
        ("…生成", "血管生成", "什么过程"),  # of anything that grows
        ("…愈合", "皮瓣愈合", "什么过程"),
        ("…比例失衡", "足细胞和巨噬细胞比例失衡", "哪两种细胞的比例失衡"),
    ],
)
def test_the_kind_stands_before_the_end(
    hint: str, answer: str, told: str, lexicon: Lexicon, templates: Templates
) -> None:
    assert shown(hint, answer, lexicon, templates) == told


@pytest.mark.parametrize(
    ("hint", "answer"),
    [
        ("…失衡", "Th1/Th2失衡"),  # of two
        ("…抵抗", "肝脏的胰岛素抵抗"),  # a name of its own
        ("…功能", "肝功能"),
        ("…供应", "血液供应"),
        ("…沉积", "焦磷酸盐结晶沉积"),
        ("改善…代谢", "改善糖代谢"),
        ("哪种细胞", "足细胞"),
        ("…修复", "骨髓损伤修复"),
    ],
)
def test_what_is_no_known_thing_has_its_end_alone(
    hint: str, answer: str, lexicon: Lexicon, templates: Templates
) -> None:
    assert shown(hint, answer, lexicon, templates) == hint


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("甲细胞分泌", "", "哪两类物质"),
        ("甲病的治疗主要依靠", "", "哪两种手段"),
        ("甲细胞通过", ",恢复代谢", "哪两种方式"),
        ("甲细胞保护", "等靶器官", "哪两种"),
        ("由", "驱动的微环境", "哪两种机制"),
        ("甲病的表现包括", "", "哪两项"),
    ],
)
def test_several_things_are_asked_by_the_words_around_them(
    before: str, behind: str, told: str, lexicon: Lexicon, templates: Templates
) -> None:
    assert shown("哪两项", "甲物和乙物", lexicon, templates, before, behind) == told


def test_a_list_that_counts_itself_is_asked_so(lexicon: Lexicon, templates: Templates) -> None:
    assert shown("哪两项", "CD19和BCMA两个靶点", lexicon, templates) == "哪两个靶点"


def test_two_ends_give_way_to_what_the_verb_asks_for(lexicon: Lexicon, templates: Templates) -> None:
    two = "胶原沉积或因子分泌"
    assert shown("…沉积或…分泌", two, lexicon, templates, "甲由", "驱动") == "哪两种机制"
    assert shown("…沉积或…分泌", two, lexicon, templates, "甲引起", "") == "…沉积或…分泌"


def test_in_english_the_end_is_all(lexicon: Lexicon, templates: Templates) -> None:
    kinds = AskedKind(lexicon, templates, Language.ENGLISH)
    assert typed("… apoptosis", "podocyte apoptosis", kinds, "", "") == "… apoptosis"


@pytest.mark.parametrize(
    ("hint", "before", "behind", "told"),
    [
        ("哪两个过程", "甲因子缺失,导致", "", "哪两种后果"),
        ("哪两项", "甲病常伴有", ",可致残", "哪两种表现"),
        ("哪两个过程", "甲细胞减少", "现象,为修复创造条件", "哪两种"),
        ("哪两项", "甲药易引发", "等副作用", "哪两种"),
        ("哪两个过程", "甲细胞促进", "", "哪两个过程"),
        ("", "甲酶减少,通过", ",破坏平衡", "哪种方式"),
        ("", "甲细胞在刺激下发生", "", "什么改变"),
        ("", "甲疗法能使部分患者", "", "怎样"),
        ("", "甲细胞促进", "", ""),
    ],
)
def test_the_verb_before_a_gap_tells_what_is_asked(
    hint: str, before: str, behind: str, told: str, lexicon: Lexicon, templates: Templates
) -> None:
    assert shown(hint, "皮瓣坏死和软骨畸形", lexicon, templates, before, behind) == told
