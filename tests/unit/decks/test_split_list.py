"""No answer is a list of more than three: a list becomes gaps, or some of it is asked for."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.split_list import MOST, in_parts, is_many, some_of
from sctui.model.document import Damage, Document, Language, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind, Study
from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked
from tests.unit.decks.test_generate import document, fact, made, only, templates, texts

FOUR = ("甲酶", "乙酶", "丙酶", "丁酶")
LIST = "甲酶、乙酶、丙酶和丁酶"


def test_a_list_of_four_becomes_two_gaps_of_one_note() -> None:
    page = document(f"甲细胞分泌{LIST}")
    note = only(made(page, [fact(page, LIST, items=FOUR)], texts("{sentence}")))
    assert [card.back for card in note.cards()] == ["甲酶、乙酶", "丙酶和丁酶"]
    assert [card.front for card in note.cards()] == ["甲细胞分泌[…]、丙酶和丁酶", "甲细胞分泌甲酶、乙酶、[…]"]


def test_members_are_found_in_a_mended_line() -> None:
    text = "甲细胞分泌甲(jiǎ)酶、乙酶、丙酶和丁酶"
    stray = Damage(Span(1, 6, 11), "pinyin", "D8", repair="", safe=True)
    page = document(text, damage=(stray,))
    asked = replace(fact(page, text[5:]), value=LIST, items=FOUR)
    assert [part.value for part in in_parts(asked, page)] == ["甲酶、乙酶", "丙酶和丁酶"]


def test_of_a_list_that_goes_on_three_are_asked_for() -> None:
    page = document(f"甲细胞分泌{LIST}等")
    known = templates("{subject}分泌哪些酶{some}？", slot="promotes.examples")
    note = only(made(page, [fact(page, LIST, items=FOUR)], known))
    assert (note.front, note.back) == ("甲细胞分泌哪些酶（举三例）？", LIST)


def test_a_question_for_the_whole_of_a_long_list_is_refused() -> None:
    page = document(f"甲细胞分泌{LIST}")
    generation = made(page, [fact(page, LIST, items=FOUR)], templates("{subject}分泌哪些酶？"))
    assert [refusal.item for refusal in generation.refused] == ["list cannot be split"]


def test_a_list_of_three_is_asked_whole() -> None:
    page = document("甲细胞分泌甲酶、乙酶和丙酶")
    asked = fact(page, "甲酶、乙酶和丙酶", items=FOUR[:3])
    assert only(made(page, [asked], templates("{subject}分泌哪些酶？"))).back == "甲酶、乙酶和丙酶"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("甲、乙、丙的数量和功能", ("甲", "乙", "丙的数量", "功能")),
        (
            "less decay, promoting growth, repair and rest",
            ("less decay", "promoting growth", "repair", "rest"),
        ),
    ],
)
def test_members_that_share_words_are_not_told_apart(text: str, items: tuple[str, ...]) -> None:
    page = document(f"药物调节{text}")
    assert in_parts(fact(page, text, items=items), page) == ()


def test_what_is_said_of_all_stays_outside_of_the_gaps() -> None:
    page = document("患者丧失运动、视觉、听觉、书写和协调的能力")
    items = ("运动", "视觉", "听觉", "书写", "协调的能力")
    listed = fact(page, "运动、视觉、听觉、书写和协调的能力", items=items)
    note = only(made(page, [listed], texts("{sentence}")))
    assert [card.back for card in note.cards()] == ["运动、视觉", "听觉、书写和协调"]


def test_places_of_one_deed_are_no_list() -> None:
    page = document("胶原在皮肤、血管、肺和内脏积累")
    asked = fact(page, "胶原在皮肤、血管、肺和内脏积累", items=("胶原在皮肤", "血管", "肺", "内脏积累"))
    assert not is_many(asked)


@pytest.mark.parametrize(
    ("slot", "value", "many"),
    [
        ("risk", "甲、乙、丙和丁", True),
        ("risk", "甲、乙和丙", False),
        ("risk", "a, b, c and d", True),
        ("design", "甲、乙、丙和丁", False),
    ],
)
def test_only_lists_of_studies_are_counted(slot: str, value: str, many: bool) -> None:
    asked = Fact(FactKind.TRIAL, slot, "药", value, Span(1, 0, 9), study=Study("s", ()))
    assert is_many(asked) is many


def test_a_pair_between_commas_is_one_of_a_list() -> None:
    asked = Fact(FactKind.COMPARISON, "drawbacks", "药", "需穿刺,创伤大,数量与活性下降", Span(1, 0, 9))
    assert not is_many(asked)
    assert is_many(replace(asked, value="需穿刺、创伤大、数量少,来源有限"))


@pytest.mark.parametrize(
    ("value", "language", "asked"),
    [
        ("甲、乙、丙和丁", Language.TRADITIONAL, "（舉三例）"),
        ("甲、乙", Language.SIMPLIFIED, "（举例）"),
        ("a, b, c and d", Language.ENGLISH, "Name three"),
        ("a and b", Language.ENGLISH, "Give examples"),
    ],
)
def test_what_is_asked_of_a_list(value: str, language: Language, asked: str) -> None:
    assert some_of(Fact(FactKind.COMPARISON, "cell", "药", value, Span(1, 0, 9)), language) == asked


@given(st.integers(4, 30))
def test_no_gap_holds_more_than_three_and_none_is_left_out(count: int) -> None:
    names = tuple(f"X{number}" for number in range(count))
    value = f"{'、'.join(names[:-1])}和{names[-1]}"
    page = Document("a.md", "0", Language.SIMPLIFIED, (Line(1, f"它含{value}。", LineKind.PARAGRAPH),))
    whole = Fact(
        FactKind.MECHANISM,
        "carries",
        "它",
        value,
        Span(1, 0, len(value) + 3),
        Span(1, 2, 2 + len(value)),
        items=names,
    )
    parts = in_parts(whole, page)
    assert [name for part in parts for name in part.items] == list(names)
    assert all(
        1 < len(part.items) <= MOST and page.text(part.answer) == part.value for part in parts if part.answer
    )


def test_four_short_members_are_one_gap(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "帕金森病", "帕金森病患者通常会丧失嗅觉、平衡、书写以及记忆的能力。")
    assert cards == {"帕金森病患者通常会丧失[哪四方面]的能力": "嗅觉、平衡、书写以及记忆"}


@pytest.mark.parametrize(
    ("told", "front"),
    [
        ("排斥、致瘤、感染和血栓。", "有哪四种风险？"),
        ("排斥、致瘤、感染和血栓等。", "有哪些风险（举三例）？"),
    ],
)
def test_a_closed_list_of_risks_is_counted(
    told: str, front: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"脂肪干细胞疗法用于许多疾病,但也有相关风险,包括{told}"
    assert any(one.endswith(front) for one in asked(tmp_path, knowledge, "皮肤修复", text))


@pytest.mark.parametrize(
    ("title", "begins"),
    [("干细胞治疗银屑病的进展", "治疗银屑病时，"), ("银屑病与湿疹的细胞治疗", "")],
)
def test_risks_are_those_in_the_disease_of_the_page(
    title: str, begins: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "脂肪干细胞疗法适用于难治的患者,但也有相关风险,包括排斥、致瘤、感染和血栓。"
    (front,) = (one for one in asked(tmp_path, knowledge, title, text) if "风险" in one)
    assert front.startswith(f"{begins}脂肪干细胞疗法")
