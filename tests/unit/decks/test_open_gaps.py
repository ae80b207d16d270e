"""A gap behind a bare subject and verb says which kind of thing it asks for, or is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from sctui.decks.alone import is_not_its_own
from sctui.decks.candidates import find_candidates
from sctui.decks.kinds_by_end import is_bare
from sctui.decks.rubric.question import asks_twice, is_open_gap, tells_nothing_else
from sctui.decks.templates import read_templates
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.model.document import Span
from sctui.model.topic import Topic
from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked
from tests.unit.decks.test_generate import document, fact, texts


@pytest.mark.parametrize(
    ("front", "bare"),
    [
        ("间充质干细胞促进____", True),
        ("在银屑病中，间充质干细胞促进____", True),
        ("In psoriasis, MSCs promote ____", True),
        ("间充质干细胞分泌甲因子，促进____", False),
        ("抗纤维化：间充质干细胞促进____", False),
        ("____由间充质干细胞分泌", False),
    ],
)
def test_what_stands_beside_a_gap(front: str, bare: bool) -> None:
    assert tells_nothing_else(front) is bare


@pytest.mark.parametrize(("answer", "asked"), [("奇事", 0), ("血管生成", 1)])
def test_a_gap_of_no_kind_is_refused(answer: str, asked: int, lexicon: Lexicon) -> None:
    page = document(f"甲细胞促进{answer}")
    tree = Topic("", 0, 1, (Topic("标题", 1, 1),))
    gaps = read_templates(bundled() / "data" / "templates").gaps
    known = texts("{sentence}")
    found = find_candidates(page, tree, [fact(page, answer)], type(known)(known.slots, {}, gaps), lexicon)
    assert len(found.candidates) == asked
    assert [one.item for one in found.refused] == ["gap fits too much"] * (1 - asked)


def test_people_who_are_counted_twice_are_two_questions() -> None:
    assert asks_twice("在甲试验中，有多少患者改用乙药，2名又用丙药？", "3名")
    assert not asks_twice("在甲试验中，20名患者中有多少名改用乙药？", "3名")


def test_what_was_told_of_before_is_not_asked_by_its_kind_alone(tmp_path: Path, knowledge: Knowledge) -> None:
    back = "IL-10抑制足细胞凋亡,所以这一抗凋亡作用有助于维持肾小球滤过屏障。"
    assert not any("抗凋亡作用" in front for front in asked(tmp_path, knowledge, "肾病", back))
    own = "IL-10的抗凋亡作用有助于维持肾小球滤过屏障。"
    assert any("抗凋亡作用" in front for front in asked(tmp_path, knowledge, "肾病", own))


def test_behind_two_gaps_of_a_sentence_none_asks_for_a_mere_process(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    three = "间充质干细胞通过分泌IL-10抑制巨噬细胞活化,减轻炎症。"
    cards = asked(tmp_path, knowledge, "肾病", three)
    assert not any("[什么过程]" in front for front in cards)
    assert "巨噬细胞活化" in cards.values()


def test_what_another_may_do_is_not_told_of_its_cause() -> None:
    page = document("甲细胞可导致乙细胞应激,释放丙蛋白。")
    cut = fact(page, "丙蛋白", evidence=Span(1, 12, 17))
    assert is_not_its_own(cut, page)
    assert not is_not_its_own(replace(cut, evidence=Span(1, 0, 17)), page)
    own = document("甲细胞可激活乙细胞,释放丙蛋白。")
    assert not is_not_its_own(fact(own, "丙蛋白", evidence=Span(1, 10, 15)), own)


def test_one_of_a_class_without_a_name_is_not_asked() -> None:
    assert is_open_gap("足细胞在炎症因子(如____)刺激下凋亡", "IL-1")
    assert not is_open_gap("足细胞在炎症因子(如____)刺激下凋亡", "IL-1、IL-6")
    assert not is_open_gap("足细胞在趋化因子(如____)刺激下迁移", "CXCL12")


def test_the_beginning_of_a_name_alone_is_no_gap(lexicon: Lexicon) -> None:
    assert is_bare("细胞的____风险需要评估,以便处理", lexicon.words)
    assert not is_bare("细胞的____需要评估,以便处理", lexicon.words)
